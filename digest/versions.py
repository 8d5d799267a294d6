"""What drafts are made with, as one hash: settings, our code and that of plug-ins, the packages installed, Python."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from digest.config import Settings

OURS = "digest"
AFTER_DRAFTS = frozenset({"relate", "render", "publish"})  # folders of ours that no draft goes through
COMPILED = "__pycache__"
INSTALLED = (".dist-info", ".egg-info")  # folders whose names say what is installed, and its version


def hash_version(settings: Settings) -> str:
    """One hash of all that drafts depend on beside their source; `settings` are those that they may depend on."""
    stated = json.dumps(asdict(settings), default=repr)  # in the order given, for of two rules the first may win
    return _hash_lines([stated, _hash_code()])


@cache
def hash_drawing() -> str:
    """One hash of all that pictures are drawn with beside what they show: the whole of our code, packages, Python."""
    files = _hash_package(OURS, passed_over=frozenset())
    return _hash_lines([sys.version, *_find_installed(), *files])


@cache
def _hash_code() -> str:
    """Asked once: what stands on disk later may be newer than what this process runs."""
    points = _find_plug_ins()
    packages = sorted({OURS, *(point.module.split(".")[0] for point in points)})
    named = sorted(f"{point.group} {point.name} {point.value}" for point in points)
    code = [line for package in packages for line in _hash_package(package, passed_over=_passed_over(package))]
    return _hash_lines([sys.version, *_find_installed(), *named, *code])


def _find_plug_ins() -> list[EntryPoint]:
    groups = [group for group in entry_points().groups if group.split(".")[0] == OURS]
    return [point for group in groups for point in entry_points(group=group)]


def _find_installed() -> list[str]:
    folders = [Path(folder) for folder in sys.path if Path(folder).is_dir()]
    return sorted({file.name for folder in folders for file in folder.iterdir() if file.suffix in INSTALLED})


def _passed_over(package: str) -> frozenset[str]:
    return AFTER_DRAFTS if package == OURS else frozenset()


def _hash_package(package: str, *, passed_over: frozenset[str]) -> list[str]:
    files = _find_code(package, passed_over={COMPILED, *passed_over})
    return [f"{package} {name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for name, file in files]


def _find_code(package: str, *, passed_over: set[str]) -> Iterator[tuple[str, Path]]:
    """The files of a package by their names within it, sorted, without those in folders that are passed over."""
    spec = find_spec(package)
    for place in (spec.submodule_search_locations or [spec.origin or ""]) if spec else ():
        folder = Path(place)
        files = [folder] if folder.is_file() else folder.rglob("*")
        for name, file in sorted((file.relative_to(folder).as_posix(), file) for file in files if file.is_file()):
            if passed_over.isdisjoint(name.split("/")):
                yield name, file


def _hash_lines(lines: list[str]) -> str:
    return hashlib.sha256(json.dumps(lines).encode()).hexdigest()
