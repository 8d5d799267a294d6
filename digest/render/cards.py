"""A picture for each article, shown where its address is shared: title, site and theme, as a small PNG."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

from digest.config import Settings
from digest.folding import fold_text
from digest.markdown.characters import clean_line
from digest.model import Article, Page
from digest.render.facts import facts
from digest.render.library import Library
from digest.render.wording import shorten

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

FOLDER = "assets/cards/"
WIDTH, HEIGHT, MARGIN = 1200, 630, 80  # pixels, as Open Graph asks
TITLE_SIZES, SMALL = (76, 64, 54, 46), 32  # pixels; the largest in which a title takes no more than TITLE_HEIGHT
TITLE_HEIGHT, LEADING = 330, 1.25
LONGEST = 240  # characters; what is cut would not fit anyway, and a picture of it could be huge
MOST = 1000  # pictures: each costs 10 ms and 20 KB, and the newest are those that are shared
SHADES = 8  # between ground and ink, so that four bits hold a pixel
INK, FAINT, TINT = 255, 176, 24  # of 255: how far from the ground to the ink
GROUNDS = (
    (32, 50, 92),
    (18, 78, 74),
    (92, 40, 52),
    (70, 48, 100),
    (96, 62, 20),
    (36, 74, 40),
    (52, 56, 64),
    (20, 68, 100),
)
PAPER = (250, 248, 243)
PLAIN = str.maketrans({"‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})  # signs that the font lacks


@dataclass(frozen=True, slots=True)
class Card:
    """All that a picture shows; `known` is the line of what is known of the article's source."""

    id: str
    title: str
    theme: str
    known: str
    site: str


Draw: TypeAlias = Callable[[Card], bytes]
"""A picture as PNG: the same card gives the same bytes."""


def card_path(article: Article) -> str:
    """Where the picture of an article lies, relative to docs/."""
    return f"{FOLDER}{article.slug}.png"


def with_cards(library: Library, *, settings: Settings) -> tuple[Article, ...]:
    """The articles that have a picture: the newest. None where no site is named, since a preview needs a whole address."""
    return library.shown[:MOST] if settings.cards and settings.site_url else ()


def card_pages(library: Library, *, settings: Settings, draw: Draw | None = None) -> Iterator[Page]:
    """The files of the pictures; `draw` may know some of them from before."""
    for article in with_cards(library, settings=settings):
        theme = next((library.by_slug[slug].name for slug in article.themes if slug in library.by_slug), "")
        card = make_card(article, theme=theme, site=settings.site_name)
        yield Page(card_path(article), content=(draw or draw_card)(card))


def make_card(article: Article, *, theme: str, site: str) -> Card:
    """What the picture of an article shows."""
    known = " · ".join(filter(_is_known, facts(article)))
    return Card(article.id, article.draft.document.title, theme, known, site)


def draw_card(card: Card) -> bytes:
    """The picture as PNG, its ground told by the theme.

    The font that comes with Pillow knows the letters of English alone: words with others are left out, the rest stands.
    """
    from PIL import Image, ImageDraw

    shades = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(shades)
    _draw_rings(pen, sha256(card.id.encode()).digest())
    top = MARGIN
    for words, size, shade in ((_fit(card.theme), SMALL, FAINT), *_title_lines(card.title)):
        if _is_known(words):
            pen.text((MARGIN, top), words, fill=shade, font=_font(size))
            top += round(size * LEADING) + (24 if size == SMALL else 0)
    pen.text((MARGIN, HEIGHT - MARGIN - 2 * SMALL * LEADING), _fit(card.known), fill=FAINT, font=_font(SMALL))
    pen.text(
        (MARGIN, HEIGHT - MARGIN - SMALL), _fit(card.site) if _is_known(card.site) else "", fill=INK, font=_font(SMALL)
    )
    return _to_png(shades, GROUNDS[sha256(fold_text(card.theme).encode()).digest()[0] % len(GROUNDS)])


def _draw_rings(pen: ImageDraw, digits: bytes) -> None:
    """Three rings at the right edge, placed by the article's id: a mark to know it by where no title can be drawn."""
    for at in range(3):
        middle, radius = (WIDTH - digits[at], HEIGHT * digits[at + 3] // 255), 60 + digits[at + 6]
        pen.ellipse(
            (middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius), outline=TINT * 2, width=18
        )


def _title_lines(title: str) -> list[tuple[str, int, int]]:
    """The title's lines with their size and shade, as large as there is room; none of a title with unknown signs."""
    title = shorten(clean_line(title).translate(PLAIN), LONGEST)
    words = title.split() if _is_known(title) else []
    for size in TITLE_SIZES:
        lines, room = _wrap(words, size), int(TITLE_HEIGHT / (size * LEADING))
        if len(lines) <= room:
            break
    else:
        lines = [*lines[: room - 1], f"{lines[room - 1].rpartition(' ')[0]} …"]
    return [(line, size, INK) for line in lines]


def _wrap(words: Sequence[str], size: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _font(size).getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fit(words: str) -> str:
    lines = _wrap(shorten(clean_line(words).translate(PLAIN), LONGEST).split(), SMALL)
    return lines[0] if lines else ""


def _is_known(words: str) -> bool:
    """Whether the font has every sign of the words."""
    return bool(words) and all(map(_has_sign, words.translate(PLAIN)))


@cache
def _has_sign(sign: str) -> bool:
    font = _font(SMALL)
    return sign.isspace() or bytes(font.getmask(sign)) != bytes(font.getmask("\uffff"))


@cache
def _font(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    found: Any = ImageFont.load_default(size)
    own = BytesIO(found.path.getvalue())
    plain = ImageFont.Layout.BASIC  # the other engine is at hand on some machines and not on others
    return ImageFont.truetype(own, size, layout_engine=plain)


def _to_png(shades: Image, ground: tuple[int, int, int]) -> bytes:
    step = 255 / (SHADES - 1)
    picture = shades.point([round(shade / step) for shade in range(256)])
    picture.putpalette(
        [round(g + (p - g) * n / (SHADES - 1)) for n in range(SHADES) for g, p in zip(ground, PAPER, strict=True)]
    )
    png = BytesIO()
    picture.save(png, "PNG", bits=4, compress_level=6)
    return png.getvalue()
