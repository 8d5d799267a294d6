"""Which summarizer a project uses, how it is asked, and what it answered before: kept below .digest/ by content."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path

import jinja2

from digest.analyze.summarizer import OURS, Asked, Summarizer
from digest.config import Settings, nearest_key
from digest.errors import ConfigError, SummaryError, TemplateError
from digest.model import Sentence

GROUP = "digest.summarizers"
PROMPT = "prompts/summary.txt.j2"
LONGEST = 60_000  # characters of a text that a model is given; a longer one is summed up from its opening


def find_summarizer(settings: Settings, *, prompt: str, folder: Path) -> Summarizer | None:
    """The summarizer that the settings name, asked but once for the same text; None for ours. Raises ConfigError."""
    if settings.summarizer == OURS:
        return None
    points = {point.name: point for point in sorted(entry_points(group=GROUP), key=str)}
    if settings.summarizer not in points:
        near = nearest_key(settings.summarizer, points)
        mend = f"did you mean {near}?" if near else f"installed: {', '.join(sorted(points))}"
        raise ConfigError(
            "mkdocs.yml: plugins.digest.summarizer", f"no summarizer {settings.summarizer!r} is installed", mend
        )
    render_prompt(prompt, Asked("", "", "en", 1))  # a mistake in it stops the build before a model is asked
    return partial(_ask, name=settings.summarizer, model=settings.summary_model, prompt=prompt, folder=folder)


def render_prompt(template: str, asked: Asked) -> str:
    """What a model is told; raises TemplateError for a mistake in the template."""
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, autoescape=jinja2.select_autoescape(default_for_string=False)
    )
    try:
        return environment.from_string(template).render(
            title=asked.title, text=asked.text[:LONGEST], lang=asked.lang, size=asked.size
        )
    except jinja2.TemplateError as error:
        raise TemplateError(f"templates/{PROMPT}", str(error), "mend it there") from error


def _ask(asked: Asked, *, name: str, model: str, prompt: str, folder: Path) -> Sequence[Sentence]:
    asked = replace(asked, model=model, prompt=render_prompt(prompt, asked))
    file = folder / f"{_hash(name, asked)}.json"
    answer = _recall(file)
    if answer is None:
        summarizer = next(point for point in entry_points(group=GROUP) if point.name == name).load()
        answer = [(one.text, one.at) for one in summarizer(asked)]
        _keep(file, answer)
    return [Sentence(text, at, "" if at else f"written by {name}") for text, at in answer]


def _hash(name: str, asked: Asked) -> str:
    return hashlib.sha256(json.dumps([name, asdict(asked)]).encode()).hexdigest()


def _recall(file: Path) -> list[tuple[str, str]] | None:
    """What was answered before; None where nothing was, or what is kept is damaged."""
    with suppress(OSError, ValueError, TypeError):
        return [(str(text), str(at)) for text, at in json.loads(file.read_text("utf-8"))]
    return None


def _keep(file: Path, answer: list[tuple[str, str]]) -> None:
    """Written beside and renamed, so that it is there whole or not at all; a folder that cannot be written costs a question."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=file.parent, delete=False, encoding="utf-8") as beside:
            json.dump(answer, beside)
        os.replace(beside.name, file)


def summarize_by_llm(asked: Asked) -> list[Sentence]:
    """A summary by a language model, through the `llm` package; raises SummaryError where it cannot be had."""
    try:
        import llm
    except ImportError as error:
        raise SummaryError(asked.title, "llm is not installed", "pip install 'reading-digest[llm]'") from error
    try:
        model = llm.get_model(None if asked.model == Settings().summary_model else asked.model)
        answer = str(model.prompt(asked.prompt, stream=False).text())
    except Exception as error:  # models are plug-ins of strangers, which raise what they like
        said = " ".join(f"{type(error).__name__} {error}".split())
        raise SummaryError(
            asked.title,
            f"the model did not answer: {said}",
            "see `llm models`, its key and the network; then build again",
        ) from error
    return [Sentence(line.strip(), "") for line in answer.splitlines() if line.strip()]
