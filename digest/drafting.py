"""Seeds to drafts: those that are remembered, and the others read and analyzed, here or in processes."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from digest.beside import open_pictures
from digest.cache import Cache, name_key
from digest.collecting import collect_nothing
from digest.config import Settings
from digest.errors import SidecarError, SourceError
from digest.model import Draft, Problem
from digest.packing import pack, unpack
from digest.sources import Raw, Seed, is_gone, is_risky, open_seed
from digest.versions import hash_version
from digest.workers import TOOK_TOO_MUCH, Progress, map_as_done

if TYPE_CHECKING:
    from digest.analyze.summarizer import Summarizer
    from digest.pipeline import Outcome
    from digest.read.reading import Reader

AFTER_DRAFTS = (  # settings of what comes later
    "templates",
    "related",
    "home_articles",
    "feeds",
    "site_name",
    "site_description",
)
MISREAD = (ValueError, TypeError, KeyError, IndexError, RecursionError, zlib.error)  # from bytes that are none of ours


@dataclass(frozen=True, slots=True)
class Made:
    """What a source gave, packed: its drafts, and the hashes of the pictures looked for beside it.

    `key` names all that went into it but the pictures; None where it is not to be remembered.
    """

    packed: bytes
    key: str | None = None


def draft_seeds(
    seeds: Sequence[Seed],
    *,
    settings: Settings,
    readers: Mapping[str, Reader],
    cache: Cache,
    summarizer: Summarizer | None = None,
    prompt: str = "",
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[Outcome]:
    """The drafts or the problem of each seed, in order: the same with a full cache, an empty one and a damaged one.

    `prompt` is what the summarizer goes by beside its code.
    """
    narrowed = narrow_settings(settings)
    version = hash_version(narrowed) + prompt
    outcomes: dict[int, Outcome] = {}
    with collect_nothing():
        for place, seed in enumerate(seeds):
            if (drafts := _recall(seed, version, cache)) is not None:
                outcomes[place] = drafts
    missing = [place for place in range(len(seeds)) if place not in outcomes]
    draft = partial(draft_seed, settings=narrowed, readers=readers, version=version, summarizer=summarizer)
    asked = [seeds[place] for place in missing]
    for first, run in map_as_done(draft, asked, lost=_lost, apart=is_risky, workers=workers, progress=progress):
        cache.keep((one.key, one.packed) for one in run if isinstance(one, Made) and one.key)
        outcomes.update((missing[first + number], _outcome(one)) for number, one in enumerate(run))
    return [outcomes[place] for place in range(len(seeds))]


def narrow_settings(settings: Settings) -> Settings:
    """The settings that drafts may depend on; the others as if nobody had set them, so that no draft can."""
    return replace(settings, **{name: getattr(Settings(), name) for name in AFTER_DRAFTS})


def _recall(seed: Seed, version: str, cache: Cache) -> tuple[Draft, ...] | None:
    """What is remembered of a seed as it is now, if the pictures beside it are as they were."""
    if not cache.is_open:
        return None
    with suppress(SourceError, SidecarError, *MISREAD):
        packed = cache.find(_make_key(open_seed(seed), version))
        if packed is not None:
            drafts: tuple[Draft, ...]
            drafts, looked_for = unpack(packed)
            paths = [path for path, _ in looked_for]
            if looked_for == _hash_pictures(paths, open_pictures(paths, seed=seed)):
                return drafts
    return None


def draft_seed(
    seed: Seed,
    *,
    settings: Settings,
    readers: Mapping[str, Reader],
    version: str,
    summarizer: Summarizer | None = None,
) -> Made | Problem:
    """Open, read and analyze one seed; what a person can mend becomes a Problem, and a file that is gone nothing."""
    from digest import pipeline

    looked_for: list[tuple[str, str | None]] = []

    def look_beside(paths: Sequence[str]) -> Mapping[str, bytes]:
        pictures = open_pictures(paths, seed=seed)
        looked_for.extend(_hash_pictures(paths, pictures))
        return pictures

    try:
        raw = open_seed(seed)
        drafts = pipeline.draft_source(
            raw.source,
            raw.content,
            sidecar=raw.sidecar,
            settings=settings,
            readers=readers,
            beside=look_beside,
            summarizer=summarizer,
        )
    except (SourceError, SidecarError) as error:
        return Made(pack(((), ()))) if is_gone(seed) else pipeline.problem_of(error)
    passing = any(remark.passing for draft in drafts for remark in draft.remarks)  # the next build tries again
    return Made(pack((drafts, tuple(looked_for))), None if passing else _make_key(raw, version))


def _make_key(raw: Raw, version: str) -> str:
    source = raw.source
    return name_key([version, source.path, source.media_type, source.sha256, raw.sidecar])


def _hash_pictures(paths: Iterable[str], pictures: Mapping[str, bytes]) -> tuple[tuple[str, str | None], ...]:
    return tuple((path, hashlib.sha256(pictures[path]).hexdigest() if path in pictures else None) for path in paths)


def _outcome(made: Made | Problem) -> Outcome:
    drafts: tuple[Draft, ...] | Problem = unpack(made.packed)[0] if isinstance(made, Made) else made
    return drafts


def _lost(seed: Seed) -> Made | Problem:
    return Problem(seed.path, TOOK_TOO_MUCH, "remove it, and report it with the file")
