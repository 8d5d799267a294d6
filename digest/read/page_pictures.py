"""Pictures of a web page: the one that a reader sees in the end, whatever the page puts in its place at first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import html

from digest.read.page_shapes import names_of

LAZY_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-echo", "data-url")
SETS = ("data-srcset", "data-lazy-srcset", "srcset")
PIXEL = re.compile(r"[01](?:px)?")
WITHIN = re.compile(r"data:image/(?:avif|gif|jpeg|png|webp)[;,]", re.IGNORECASE)
MIN_WITHIN = 2000  # characters of a picture inside the page; a shorter one holds the place until the picture is loaded
EMPTY = frozenset(  # in the name of a file that holds the place of a picture
    "blank spacer placeholder transparent trans pixel loading loader lazy lazyload lazyloading empty grey gray dot clear".split()
)
FILLING = EMPTY | {
    "img",
    "image",
    "picture",
    "photo",
    "thumb",
    "default",
    "bg",
    "white",
    "black",
    "gif",
    "holder",
    "place",
    "load",
    "x",
}
ADDRESS = re.compile(r"[^\s{}]+\.(?:avif|gif|jpe?g|png|webp)(?:[?!@][^\s{}]*)?", re.IGNORECASE)
IN_SET = re.compile(r"([^\s,]\S*)\s+(\d{1,5}(?:\.\d{1,3})?)[wx]")
MAX_SET = 20_000  # characters
SAVED_BESIDE = "_files/"  # where browsers put the pictures of a page that they save whole
MAX_ICON = 40  # pixels of height and width; a sign beside words, or a face beside a comment
ICONS = re.compile(
    r"(?:.*[-_])?(?:avatars?|gravatar|user-?pic|emoji|emoticon|smil(?:ie|ey|ies)|icons?|ico|spinner|reaction|byline)(?:[-_].*)?",
    re.IGNORECASE,
)
PREVIEW = re.compile(
    r"(?:^|[\s_-])(?:thumbnail|placeholder|preview|lqip|blur(?:red)?|low-?res)(?:[\s_-]|$)", re.IGNORECASE
)
SMILES = re.compile(r"(?:^|\s)(?:emoji|emoticon|smil(?:ie|ey))(?:\s|$)", re.IGNORECASE)
MAX_SMILE = 12  # characters of `:-)` and its like
MAX_PREVIEWS = 10  # pictures of one figure
REPEATED = 3  # times on one page: no illustration, but a button or an ornament


def picture_source(element: html.HtmlElement) -> str:
    """Where the picture of an `img` lies; pages put a stand-in first and the picture in `data-src`. Empty for none."""
    sizes = [size for side in ("width", "height") if (size := element.get(side))]
    if sizes and all(map(PIXEL.fullmatch, sizes)):
        return ""  # it counts visits
    if PREVIEW.search(element.get("class") or "") and _is_shown_otherwise(element):
        return ""
    source = (element.get("src") or "").strip()
    if is_within_page(source) or source.startswith("attachment:") or SAVED_BESIDE in source:
        return source
    return _lazy_source(element) or ("" if _is_stand_in(source) else source) or _other_source(element)


def show_whole(tree: html.HtmlElement) -> None:
    """Put the picture that a page keeps for readers without scripts in the place of its blurred preview of some pixels."""
    for element in tree.iter("noscript"):
        figure = next(element.iterancestors("figure"), None)
        pictures = list(element.iter("img"))
        if figure is None or len(pictures) != 1:
            continue
        whole = (pictures[0].get("src") or "").strip()
        name = _file_name(whole)
        for shown in islice(figure.iter("img"), MAX_PREVIEWS):
            if shown is not pictures[0] and name and _file_name(shown.get("src") or "") == name:
                shown.set("src", whole)


def _file_name(source: str) -> str:
    """The last part of an address, without what follows a question mark."""
    return source.partition("?")[0].rpartition("/")[2]


def is_within_page(source: str) -> bool:
    """Whether an address is itself the picture: bitmaps only, since a drawing may hold a script."""
    return len(source) > MIN_WITHIN and WITHIN.match(source) is not None


def is_icon(element: html.HtmlElement) -> bool:
    """Whether an `img` is a sign or a small portrait by its size or its name, and no illustration."""
    sizes = [(element.get(side) or "").removesuffix("px") for side in ("width", "height")]
    if all(size.isdecimal() and len(size) < 3 and int(size) <= MAX_ICON for size in sizes):
        return True
    frame = element.getparent()
    alone = frame is not None and len(frame) == 1 and frame.tag in ("div", "span", "a", "picture")
    names = f"{names_of(element)} {names_of(frame) if alone else ''}"
    return any(ICONS.fullmatch(name) for name in names.split())


def find_ornaments(elements: Sequence[html.HtmlElement]) -> frozenset[str]:
    """The pictures that stand below some elements again and again; what stands in for scripts does not count."""
    pictures = (picture for element in elements for picture in element.iter("img"))
    shown = Counter(picture_source(one) for one in pictures if next(one.iterancestors("noscript"), None) is None)
    return frozenset(source for source, times in shown.items() if times >= REPEATED)


def smile_of(element: html.HtmlElement) -> str:
    """The characters that a drawn smile stands for; empty for another picture."""
    alt = (element.get("alt") or "").strip()
    return alt if SMILES.search(element.get("class") or "") and len(alt) <= MAX_SMILE else ""


def stands_in_for_script(element: html.HtmlElement) -> bool:
    """Whether a `noscript` holds a picture and no words, and no other picture shows the same."""
    pictures = list(element.iter("img"))
    if not pictures or "".join(element.itertext()).strip() or not any(map(picture_source, pictures)):
        return False
    figure = next(element.iterancestors("figure", "picture"), None)
    near = [figure] if figure is not None else [*_beside(element)]
    shown = [
        picture for place in near for picture in islice(place.iter("img"), MAX_PREVIEWS) if picture not in pictures
    ]
    return not any(map(picture_source, shown))


def _beside(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The elements before and after a `noscript`, and the one before its parent where it stands alone."""
    parent = element.getparent()
    alone = parent is not None and len(parent) == 1 and not "".join(parent.itertext()).strip()
    places = (element.getprevious(), element.getnext(), parent.getprevious() if alone else None)
    yield from (place for place in places if place is not None)


def _is_shown_otherwise(element: html.HtmlElement) -> bool:
    """Whether another picture of the same figure is no preview."""
    around = next(element.iterancestors("figure"), None)
    around = element.getparent() if around is None else around
    others = (
        (one for one in around.iter("img") if not PREVIEW.search(one.get("class") or "")) if around is not None else ()
    )
    return any(map(picture_source, others))


def _lazy_source(element: html.HtmlElement) -> str:
    return next((source.strip() for name in LAZY_SOURCES if (source := element.get(name)) and _is_address(source)), "")


def _is_address(source: str) -> bool:
    bare = source.strip()
    return bool(bare) and not _is_stand_in(bare) and not any(sign in bare for sign in "{} \n")


def _is_stand_in(source: str) -> bool:
    """Whether an address is none of a picture: empty, a few bytes within the page, or named `blank.gif`."""
    if not source or source.startswith(("data:", "about:")):
        return True
    name = source.partition("?")[0].rpartition("/")[2].lower()
    words = re.findall(r"[^\W\d_]+", name.rpartition(".")[0] or name)
    return name.startswith("1x1.") or (not EMPTY.isdisjoint(words) and FILLING.issuperset(words))


def _other_source(element: html.HtmlElement) -> str:
    """The widest of a set of pictures; else any attribute of the page's own that holds a picture's address."""
    sources = (source for picture in element.iterancestors("picture") for source in picture.iter("source"))
    sets = (_widest(place.get(name) or "") for place in (element, *sources) for name in SETS)
    if widest := next(filter(None, sets), ""):
        return widest
    stated = (value.strip() for name, value in element.items() if name.startswith("data-"))
    return next((value for value in stated if ADDRESS.fullmatch(value) and not _is_stand_in(value)), "")


def _widest(stated: str) -> str:
    """The widest picture of a `srcset`, whose addresses may hold commas."""
    if len(stated) > MAX_SET:
        return ""
    sized = [(float(found[2]), found[1]) for found in IN_SET.finditer(stated) if not _is_stand_in(found[1])]
    if sized:
        return max(sized, key=lambda one: one[0])[1]
    bare = stated.strip().split(",")[0].strip()
    return "" if _is_stand_in(bare) or " " in bare else bare
