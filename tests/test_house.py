"""The rules of the house: who may touch the world, who may import whom, how long things are, what they are called."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "digest"

CORE = ("blocks", "documents", "errors", "folding", "model", "config", "packing")
ROOMS = ("markdown", "read", "analyze", "relate", "render")  # none imports a later one
REPORTS = ("pipeline", "explain", "explain_lines")  # above the rooms, and as pure as they are
DOORS = (
    *(
        "sources",
        "summarizers",
        "beside",
        "fetch",
        "gather",
        "cache",
        "collecting",
        "drafting",
        "drawing",
        "versions",
        "workers",
        "limits",
        "project",
        "publish",
        "scaffold",
    ),
    *("mkdocs_plugin", "cli", "cli_options", "cli_seeds", "terminal", "reading_report", "__main__", "__init__"),
)
RANKS: Mapping[str, int] = {
    **dict.fromkeys(CORE, 0),
    **{room: rank for rank, room in enumerate(ROOMS, start=1)},
    "checks": ROOMS.index("relate") + 1,  # looks at a related digest; the health page shows what it says
    **dict.fromkeys(REPORTS, 10),
    **dict.fromkeys(DOORS, 11),
}

# What reaches files, clock, network, processes, chance or the terminal.
WORLDLY_MODULES = {
    *("os", "pathlib", "shutil", "tempfile", "glob", "fileinput", "io", "time", "socket", "ssl", "http", "urllib"),
    *("subprocess", "multiprocessing", "concurrent", "threading", "asyncio", "signal", "random", "secrets", "uuid"),
    *("locale", "platform", "getpass", "sqlite3", "logging", "click", "rich", "mkdocs", "requests", "httpx"),
}
HARMLESS_NAMES = {"PurePath", "PurePosixPath", "BytesIO", "StringIO"}
HARMLESS_MODULES = {"urllib.parse"}
WORLDLY_IMPORTS = {"importlib.resources", "importlib.metadata"}
WORLDLY_CALLS = {"open", "print", "input", "hash", "exec", "eval", "breakpoint", "__import__"}
WORLDLY_ATTRIBUTES = {"now", "today", "utcnow"}  # of datetime and date
WORLDLY_LOADERS = {"FileSystemLoader", "PackageLoader"}  # of Jinja2

MODULE_LINES = 250
FUNCTION_LINES = 60
USUAL_FUNCTION_LINES = 35  # of 95 in a hundred functions
MEDIAN_FUNCTION_LINES = 10
NESTING = 3
COMPOUND = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.Match)
VAGUE = re.compile(r"(?:^|_)(?:utils?|helpers?|managers?|payloads?|blobs?|misc|common)(?:_|$)", re.IGNORECASE)
VAGUE_FUNCTION = re.compile(r"(?:^|_)(?:utils?|helpers?|managers?|payloads?|blobs?)(?:_|$)", re.IGNORECASE)
HEAVY = (
    "numpy",
    "syntok",
    "wordfreq",
    "snowballstemmer",
    "py3langid",
    "mkdocs",
    "rich",
    "markdown_it",
    "jinja2",
    "yaml",
)

# Built from pieces, so that this file is not an instance of what it forbids.
HOSTS = ("pypi" + ".org", "python" + "hosted.org", "registry.npm" + "js.org", "npm" + "js.com", "deb.deb" + "ian.org")
MACHINE_PATHS = ("/wo" + "rk/", "/tm" + "p/w/", "/ro" + "ot/", "/op" + "t/py", "/op" + "t/wheels")
UNFINISHED = ("TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def module_paths() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in module_paths()}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}
a_module = pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in MODULES])


def place(name: str, line: int = 1) -> str:
    return f"{MODULES[name].relative_to(ROOT).as_posix()}:{line}"


def part_of(name: str) -> str:
    """The core module, room, report or door that a module belongs to."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def rank_of(name: str) -> int:
    part = part_of(name)
    assert part in RANKS, f"{place(name)}: {part} is not a part of the house (name it in tests/test_house.py)"
    return RANKS[part]


def imports_of(name: str) -> Iterator[tuple[str, int]]:
    """Every module that a module imports, late imports included, and the line."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place(name, node.lineno)}: a relative import (write the full name)"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner if inner in MODULES else str(node.module)), node.lineno


def own_imports_of(name: str) -> Iterator[tuple[str, int]]:
    return ((other, line) for other, line in imports_of(name) if other in MODULES and other != name)


def functions_of(name: str) -> list[Function]:
    return [node for node in ast.walk(TREES[name]) if isinstance(node, Function)]


def length_of(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def depth_of(statements: Sequence[ast.AST], depth: int = 0) -> int:
    """How deep compound statements stand in each other; an `elif` is no deeper than its `if`."""
    return max((_depth(statement, depth) for statement in statements), default=depth)


def _depth(statement: ast.AST, depth: int) -> int:
    if isinstance(statement, Function | ast.ClassDef):
        return depth
    if not isinstance(statement, COMPOUND):
        return depth
    depth += 1
    if isinstance(statement, ast.If) and len(statement.orelse) == 1 and isinstance(statement.orelse[0], ast.If):
        return max(depth_of(statement.body, depth), _depth(statement.orelse[0], depth - 1))
    return depth_of([inner for child in ast.iter_child_nodes(statement) for inner in statements_of(child)], depth)


def statements_of(child: ast.AST) -> list[ast.stmt]:
    """A statement itself; the statements of a clause (`except`, `case`); nothing of an expression."""
    if isinstance(child, ast.ExceptHandler | ast.match_case):
        return child.body
    return [child] if isinstance(child, ast.stmt) else []


def repository_files() -> list[Path]:
    """The files that a clone has; where there is no git, all that git would not ignore by name."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git repository: which files belong to it cannot be told")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


# --- who touches the world


@a_module
def test_only_doors_touch_the_world(name: str) -> None:
    if part_of(name) in DOORS:
        return
    touched = [
        f"{place(name, line)}: {what} (a room is a pure function: do this in a door)" for what, line in worldly(name)
    ]
    assert touched == []


def worldly(name: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(TREES[name]):
        match node:
            case ast.Import(names=names):
                yield from ((f"imports {a.name}", node.lineno) for a in names if is_worldly(a.name, ""))
            case ast.ImportFrom(module=str(module), names=names):
                yield from ((f"imports {module}.{a.name}", node.lineno) for a in names if is_worldly(module, a.name))
            case ast.Call(func=ast.Name(id=called)) if called in WORLDLY_CALLS | WORLDLY_LOADERS:
                yield f"calls {called}()", node.lineno
            case ast.Call(func=ast.Attribute(attr=called)) if called in WORLDLY_ATTRIBUTES:
                yield f"calls .{called}(), which asks the clock", node.lineno


def is_worldly(module: str, imported: str) -> bool:
    if module in HARMLESS_MODULES or f"{module}.{imported}" in HARMLESS_MODULES or imported in HARMLESS_NAMES:
        return False
    return module.split(".")[0] in WORLDLY_MODULES or bool({module, f"{module}.{imported}"} & WORLDLY_IMPORTS)


@a_module
def test_the_core_needs_nothing_but_python(name: str) -> None:
    if part_of(name) not in CORE:
        return
    foreign = [
        f"{place(name, line)}: imports {other} (the core is imported by everything: keep it light)"
        for other, line in imports_of(name)
        if other.split(".")[0] not in {*sys.stdlib_module_names, "digest"}
    ]
    assert foreign == []


def test_help_waits_for_no_heavy_library() -> None:
    code = f"import sys, digest.cli; print(*sorted(set(sys.modules) & {set(HEAVY)!r}))"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == [], "digest.cli: imports heavy libraries (import them where they are needed)"


# --- who imports whom


@a_module
def test_imports_run_from_doors_to_the_core(name: str) -> None:
    rank = rank_of(name)
    upward = [
        f"{place(name, line)}: imports {other}, which is built on it (move what both need down, or pass it in)"
        for other, line in own_imports_of(name)
        if rank_of(other) > rank
    ]
    assert upward == []


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    graph = {name: sorted({other for other, _ in own_imports_of(name)}) for name in MODULES}
    circles = [" -> ".join(circle) for name in graph for circle in circles_from(name, graph)]
    assert circles == [], "modules that import each other (move what both need into a third)"


def circles_from(start: str, graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """One way from a module back to itself, told only by the first of its modules in the alphabet."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for other in graph[way[-1]]:
            if other == start:
                yield (*way, start)
                return
            if other > start and other not in seen:
                seen.add(other)
                ways.append((*way, other))


# --- how long, how deep


@a_module
def test_a_module_fits_in_a_reader_s_head(name: str) -> None:
    lines = len(MODULES[name].read_text("utf-8").splitlines())
    assert lines <= MODULE_LINES, (
        f"{place(name)}: {lines} lines, over {MODULE_LINES} (make its second concern a module)"
    )


@a_module
def test_no_function_is_longer_than_a_screen(name: str) -> None:
    long = [
        f"{place(name, f.lineno)}: {f.name} has {length_of(f)} lines, over {FUNCTION_LINES} (name its steps)"
        for f in functions_of(name)
        if length_of(f) > FUNCTION_LINES
    ]
    assert long == []


def test_most_functions_are_short() -> None:
    sized = sorted(((length_of(f), place(n, f.lineno), f.name) for n in MODULES for f in functions_of(n)), reverse=True)
    long = [f"{where}: {name} has {length} lines" for length, where, name in sized if length > USUAL_FUNCTION_LINES]
    assert len(long) <= len(sized) * 0.05, "\n".join(
        ["more than 5 % of functions are long (name the steps of some)", *long]
    )
    middle = median(length for length, _, _ in sized)
    assert middle <= MEDIAN_FUNCTION_LINES, f"the median function has {middle} lines, over {MEDIAN_FUNCTION_LINES}"


@a_module
def test_no_function_is_nested_deeper_than_three(name: str) -> None:
    deep = [
        f"{place(name, f.lineno)}: {f.name} nests {depth_of(f.body)} deep, over {NESTING} (return early, or name the inner part)"
        for f in functions_of(name)
        if depth_of(f.body) > NESTING
    ]
    assert deep == []


# --- what things are called, and what they say of themselves


@a_module
def test_a_module_says_what_it_is_about(name: str) -> None:
    docstring = ast.get_docstring(TREES[name]) or ""
    assert docstring.split("\n")[0].strip(), f"{place(name)}: no docstring (say in a line what it turns into what)"


@a_module
def test_names_are_not_vague(name: str) -> None:
    vague = [f"{place(name)}: the module {name}"] if VAGUE.search(name.rpartition(".")[2]) else []
    vague += [f"{place(name, f.lineno)}: {f.name}" for f in functions_of(name) if VAGUE_FUNCTION.search(f.name)]
    assert vague == [], "names that could mean anything (say what the thing does)"


@a_module
def test_an_init_holds_no_code(name: str) -> None:
    if MODULES[name].name != "__init__.py":
        return
    code = [
        f"{place(name, statement.lineno)}: code in an __init__.py (move it to a module with a name)"
        for statement in TREES[name].body
        if not is_announcement(statement, lazy=name == "digest")
    ]
    assert code == []


def is_announcement(statement: ast.stmt, *, lazy: bool) -> bool:
    """A docstring, an import or `__all__`; the package itself may name what it imports when asked."""
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.Assign(targets=[ast.Name(id=named)]):
            return named == "__all__" or (lazy and named.isupper())
        case ast.FunctionDef(name=named):
            return lazy and named in {"__getattr__", "__dir__"}
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return lazy
    return False


@a_module
def test_an_ignored_warning_has_its_reason_beside_it(name: str) -> None:
    ignore = re.compile(r"#\s*(?:type:\s*ignore|no" + r"qa)(?:\[[\w\-, ]+\]|:\s*[A-Z0-9, ]+)?(?P<reason>.*)")
    with MODULES[name].open("rb") as stream:
        comments = [t for t in tokenize.tokenize(stream.readline) if t.type == tokenize.COMMENT]
    bare = [
        f"{place(name, comment.start[0])}: {comment.string} (say why, after another #)"
        for comment in comments
        if (found := ignore.match(comment.string)) and not found["reason"].strip(" #")
    ]
    assert bare == []


# --- what the repository may hold


def test_no_file_names_a_registry_or_a_machine_s_folders() -> None:
    anywhere = re.compile("|".join([*map(re.escape, HOSTS), *(rf"(?<![\w./]){re.escape(p)}" for p in MACHINE_PATHS)]))
    assert matches(anywhere) == [], "addresses that hold on one machine only (leave them out)"


def test_nothing_is_left_for_later_in_a_comment() -> None:
    unfinished = re.compile(r"\b(?:" + "|".join(UNFINISHED) + r")\b")
    code = {".py", ".j2", ".css", ".js", ".yml", ".toml", ""}
    own = [found for found in matches(unfinished, suffixes=code) if not found.startswith(("seeds/", "tests/"))]
    assert own == [], "work left for later (do it, or tell it where it is planned)"


def matches(pattern: re.Pattern[str], *, suffixes: set[str] | None = None) -> list[str]:
    """Where a pattern stands in the repository's text: `path:line: the match`."""
    found = []
    for file in repository_files():
        if suffixes is not None and file.suffix not in suffixes:
            continue
        for number, line in enumerate(file.read_bytes().decode("utf-8", "replace").splitlines(), start=1):
            found += [f"{file.relative_to(ROOT).as_posix()}:{number}: {hit}" for hit in pattern.findall(line)]
    return found


@pytest.mark.parametrize(
    ("lock", "extras"),
    [
        pytest.param("requirements.txt", (), id="requirements.txt"),
        pytest.param("requirements-test.txt", ("test", "lint", "zensical"), id="requirements-test.txt"),
    ],
)
def test_the_lock_pins_what_the_project_asks_for(lock: str, extras: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    pinned = dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE))
    wrong = [line for line in asked if not is_pinned(Requirement(line), pinned)]
    assert wrong == [], f"{lock}: does not pin what pyproject.toml asks for (run `make lock`)"


def is_pinned(asked: Requirement, pinned: Mapping[str, str]) -> bool:
    version = pinned.get(re.sub(r"[-_.]+", "-", asked.name).lower())
    return version is not None and asked.specifier.contains(version, prereleases=True)
