"""Figures of speech: set phrases that say how a thing is put, not what it is about."""

from __future__ import annotations

from functools import lru_cache

from digest.analyze.wording import make_key

ENGLISH = """
    achilles heel, acid test, apples and oranges, arms race, baby steps, back burner, bad rap, ball game, ballpark figure,
    bare minimum, big deal, big leagues, big picture, birds-eye view, bitter pill, blank slate, blind eye, bottom line,
    brave new world, breath of fresh air, broad strokes, bumpy road, butterfly effect, can of worms, chain reaction,
    common denominator, common ground, common sense, cottage industry, crash course, crystal ball, cutting edge, deep dive,
    double-edged sword, driving force, driver's seat, dust settles, elephant in the room, elevator pitch, eye opener,
    fair share, final nail, fine line, fine print, finish line, first glance, first step, flip side, food for thought,
    fresh air, fresh start, front seat, game changer, gold mine, gold rush, golden age, golden rule, grain of salt,
    gray area, green light, grey area, growing pains, gut feeling, happy medium, hard look, heavy lifting, holy grail,
    home stretch, horse race, hot potato, hot topic, household name, human touch, ivory tower, lasting impression, leap of faith,
    learning curve, leap forward, level playing field, lion's share, litmus test, long haul, long run, long shot, loose ends,
    loud and clear, low-hanging fruit, magic bullet, magic wand, main event, mixed bag, mixed feelings, moment of truth,
    moral high ground, moving target, nail in the coffin, new heights, next level, nuts and bolts, open mind, open question,
    paradigm shift, peace of mind, perfect storm, pipe dream, playing field, point of no return, quantum leap, rabbit hole,
    rat race, raw deal, red flag, red tape, right direction, right track, ripple effect, rising tide, road ahead,
    rocket science, root cause, rule of thumb, safe bet, safety net, scratch the surface, sea change, second nature,
    second thought, secret sauce, seismic shift, sharp contrast, side note, silver bullet, silver lining, slippery slope,
    small talk, smoking gun, snake oil, sneak peek, spare time, sweet spot, tall order, tangible results, tip of the iceberg,
    track record, true potential, tug of war, turning point, two cents, uncharted territory, uphill battle, uphill climb,
    vicious circle, vicious cycle, virtuous circle, virtuous cycle, wake-up call, warning sign, whole new level, wide array,
    wide range, wider array, wild card, wild west, word of mouth, writing on the wall
"""


def is_figure(key: str, lang: str) -> bool:
    """Whether a phrase's key is that of a figure of speech, or ends on one: an arbitrary finish line."""
    if lang != "en" or " " not in key:
        return False
    figures = _figures()
    while key not in figures:
        _, _, key = key.partition(" ")
        if " " not in key:
            return False
    return True


@lru_cache(maxsize=1)
def _figures() -> frozenset[str]:
    return frozenset(make_key(" ".join(phrase.split()), "en") for phrase in ENGLISH.split(","))
