"""The reasons behind an article as lines for a terminal of 80 columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, TypeAlias

COLUMNS = 80
STEP = "  "
TERMS = 10  # told in full, as many as the article's page shows
TERM_COLUMNS = 22  # of the table, for a term; a longer one is cut
CUTS = 5  # told of those that have one reason
CUT_SHOWN = 70  # characters of a cut
QUOTED_SHOWN = 2 * CUT_SHOWN  # of a quotation; its place says where to read the whole
LEGEND = (
    "A term stands so many times here, and in so many articles. Its weight is the product of count (the times, damped), "
    "rarity (in the language and this library, 0 to 8), length (of two or three words is best), place (title, heading, "
    "definition, opening, written as a name) and spread (more articles have it, but not all); the strongest weighs 1."
)

Reasons: TypeAlias = Mapping[str, Any]
Row: TypeAlias = tuple[str, ...]  # what is told, and the reasons below it


def write_reasons(reasons: Reasons) -> Iterator[str]:
    """The lines of what was explained of an article; only a word that is wider than a terminal makes a line that is."""
    title, summary, pages = reasons["title"], reasons["summary"], reasons["pages"]
    yield from _wrapped(f"{reasons['article']} from {reasons['source']}")
    yield from _part("Title", [(title["text"], title["why"])])
    yield from _part("Where it comes from", [(f"{field}: {where}",) for field, where in reasons["origins"].items()])
    if pages:
        yield from _part("Pages", [(", ".join(f"{page} from {at}" for at, page in pages.items()),)])
    if reasons["chosen"]:
        yield from _part("Content", [(reasons["chosen"],)])
    yield from _part(f"Summary: {summary['by']}", map(_sentence, summary["sentences"]))
    yield from _terms(reasons["terms"])
    yield from _part("Definitions", map(_definition, reasons["definitions"]))
    yield from _part("Quotations", map(_quotation, reasons["quotations"]))
    yield from _part("Related", [(f"{one['score']:.2f}  {one['title']}", one["why"]) for one in reasons["related"]])
    yield from _part("Themes", map(_theme, reasons["themes"]))
    yield from _part("Cut", _cuts(reasons["cut"]))


def _part(name: str, rows: Iterable[Row]) -> Iterator[str]:
    told = [line for head, *notes in rows for line in (*_wrapped(head, 1), *_notes(notes))]
    yield from ("", name if told else f"{name}: none")
    yield from told


def _notes(notes: Iterable[str]) -> Iterator[str]:
    for note in notes:
        yield from _wrapped(note, 2)


def _wrapped(text: str, depth: int = 0) -> list[str]:
    return wrap(
        text,
        COLUMNS,
        initial_indent=STEP * depth,
        subsequent_indent=STEP * depth,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _sentence(sentence: Reasons) -> Row:
    place = ", ".join(part for part in (sentence["at"], sentence["why"]) if part)
    parts = "; ".join(f"{part['worth']:+.2f} {part['name']}" for part in sentence["parts"])
    return tuple(filter(None, (sentence["text"], place, parts)))


def _terms(terms: Sequence[Reasons]) -> Iterator[str]:
    """A table of the strongest, with what each weight is the product of, and a line on the rest."""
    if not terms:
        yield from _part("Key terms", ())
        return
    yield from _part("Key terms", [(LEGEND,)])
    names = ["times", "in", *(part["name"] for part in terms[0]["parts"])]
    yield f"{STEP}weight {'term':{TERM_COLUMNS}}" + "".join(f"{name:>7}" for name in names)
    for term in terms[:TERMS]:
        figures = [f"{term['count']:7}", f"{term['articles']:7}", *(f"{part['worth']:7.2f}" for part in term["parts"])]
        yield f"{STEP}{term['weight']:6.2f} {_cut(term['term'], TERM_COLUMNS - 1):{TERM_COLUMNS}}" + "".join(figures)
        yield from _notes([f"also {', '.join(term['aka'])}"] if term["aka"] else [])
        yield from _notes([f"{term['kind']}: {term['shown_by']}"] if term["kind"] else [])
    weaker = ", ".join(f"{term['term']} {term['weight']:.2f}" for term in terms[TERMS:])
    yield from _wrapped(f"weaker: {weaker}", 1) if weaker else []


def _definition(definition: Reasons) -> Row:
    remark = f"{definition['status']}: {definition['why']}" if definition["why"] else definition["status"]
    return f"{definition['term'] or 'no term'}: {definition['text']}", f"{definition['at']}, {remark}"


def _quotation(quotation: Reasons) -> Row:
    speaker = ", ".join(quotation["by"]) or "nobody named"
    return _cut(quotation["text"], QUOTED_SHOWN), f"{quotation['at']}, {speaker}: {quotation['why']}"


def _theme(theme: Reasons) -> Row:
    shared = f"it shares {', '.join(theme['shared'])}" if theme["shared"] else ""
    mentioned = f"it mentions {', '.join(theme['mentioned'])}" if theme["mentioned"] else ""
    why = "; ".join(filter(None, (shared, mentioned))) or "its words are near those of the others"
    return f"{theme['name']} ({theme['articles']} article{'s' * (theme['articles'] != 1)})", why


def _cuts(cuts: Iterable[Reasons]) -> Iterator[Row]:
    """The reasons, each with the first of what was cut for it."""
    texts: dict[str, list[str]] = defaultdict(list)
    for cut in cuts:
        texts[cut["why"]].append(cut["text"])
    for why, found in texts.items():
        more = [f"and {len(found) - CUTS} more"] if len(found) > CUTS else []
        shown = (_cut(" ".join(text.split()), CUT_SHOWN) for text in found[:CUTS])
        yield (f"{why} ({len(found)})", *filter(None, shown), *more)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
