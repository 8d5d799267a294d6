"""The templates as a Jinja2 environment: whatever is printed is escaped for Markdown, unless it is written Markdown already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any

import jinja2
from jinja2 import meta, nodes
from jinja2.compiler import CodeGenerator, Frame

from digest.errors import TemplateError
from digest.render.filters import FILTERS, GLOBALS, escape
from digest.render.map_svg import draw_svg

FOLDER = "templates/"  # where a user finds the template that an error names
MEND = "mend the template, or delete it to use the packaged one"


def make_environment(templates: Mapping[str, str]) -> jinja2.Environment:
    """Templates by name, ready to render; a name that nobody gave is an error, not an empty string.

    A printed string is escaped by the Markdown writer. What a filter, macro or block wrote is `Markup` and stays.
    Where Jinja2 joins the two it escapes for HTML only, and Markdown would read the rest: so joining is replaced.
    """
    environment = _Environment(
        loader=jinja2.FunctionLoader(lambda name: _find_source(templates, name)),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters.update(FILTERS, drawn=draw_svg)
    environment.globals.update(GLOBALS)
    return environment


def render_template(environment: jinja2.Environment, name: str, context: Mapping[str, Any]) -> str:
    """The text that a template makes of a context; raises TemplateError for a mistake in it."""
    try:
        return environment.get_template(name).render(context)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(_line(f"{FOLDER}{error.name}", error.lineno), str(error.message), MEND) from error
    except jinja2.TemplateNotFound as error:
        raise TemplateError(_find_line(error) or FOLDER + name, f"there is no template {error.name}", MEND) from error
    except jinja2.TemplateError as error:
        raise TemplateError(_find_line(error) or FOLDER + name, str(error), MEND) from error
    except Exception as error:
        if not _is_mistake(error):
            raise
        raise TemplateError(_find_line(error) or FOLDER + name, str(error), MEND) from error


def reads_name(environment: jinja2.Environment, templates: Mapping[str, str], template: str, name: str) -> bool:
    """Whether a template, or one that it takes in, uses a name that it is given; yes where that cannot be told."""
    seen: set[str | None] = set()
    waiting: list[str | None] = [template]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        try:
            parsed = environment.parse(templates[one or ""])
        except (KeyError, jinja2.TemplateError):  # named by a value, missing or wrong
            return True
        if name in meta.find_undeclared_variables(parsed):
            return True
        waiting.extend(meta.find_referenced_templates(parsed))
    return False


def _find_source(templates: Mapping[str, str], name: str) -> tuple[str, str, None] | None:
    return (templates[name], FOLDER + name, None) if name in templates else None


def _find_line(error: Exception) -> str | None:
    """The last line of a template that ran, as `templates/x.md.j2, line 3`."""
    lines = [_line(name, number) for name, number in _walk_frames(error.__traceback__) if name.startswith(FOLDER)]
    return lines[-1] if lines else None


def _is_mistake(error: Exception) -> bool:
    """Whether a template's own line raised it (`title + 1`), and not code of ours: that would be a bug."""
    names = [name for name, _ in _walk_frames(error.__traceback__) if "/jinja2/" not in name.replace("\\", "/")]
    return names[-1].startswith(FOLDER)


def _walk_frames(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback is not None:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


def _line(name: str, number: int) -> str:
    return f"{name}, line {number}"


def _join_written(generator: CodeGenerator, concat: nodes.Concat, frame: Frame) -> None:
    """Compile `a ~ b` as a call of our `join`, which escapes each part for Markdown."""
    generator.write("environment.filters['join']((")
    for part in concat.nodes:
        generator.visit(part, frame)
        generator.write(", ")
    generator.write("))")


class _Environment(jinja2.Environment):
    """Jinja2's environment, its compiler changed where it joins."""

    code_generator_class = type("Compiler", (CodeGenerator,), {"visit_Concat": _join_written})
