"""Tags that a text states in a line of their own: `Tags: #soil #water`, `Filed under: Soil, Water`, `#soil #water`."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.read.lines import Line
from digest.read.piece import Piece, cut_lines

LABEL = re.compile(
    r"[*_]*(?:tags?|tagged(?: with| as| in)?|filed (?:under|in)|posted in|categor(?:y|ies)|topics?|keywords?|labels?|hashtags?|"
    r"schlag(?:wörter|worte)|stichwörter|kategorien?|mots[- ]cl(?:é|e)s|étiquettes|catégories?|etiquetas|categorías?|palabras clave|"
    r"palavras-chave|categorias?|parole chiave|теги|метки|标签|標籤|タグ)\s*[:：][*_]*\s*(?P<tags>\S.*)",
    re.IGNORECASE,
)
HASHTAG = re.compile(r"#([^\W_][\w-]*)")
HASHTAGS = re.compile(r"(?:#[^\W_][\w-]*[\s,]*){2,}")
NEAR = 8  # lines from the top or the end; tags stand nowhere else
MAX_TAG_WORDS = 4
MAX_TAGS = 25


def take_tags(piece: Piece) -> Piece:
    """The piece without its tags lines; `tags` holds what they say."""
    places = [*range(min(NEAR, len(piece.lines))), *range(max(NEAR, len(piece.lines) - 2 * NEAR), len(piece.lines))]
    found = {place: tags for place in places if (tags := _read_tags(piece.lines[place]))}
    tags = tuple(dict.fromkeys((*piece.document.tags, *(tag for place in sorted(found) for tag in found[place]))))
    tagged = Piece(piece.lines, replace(piece.document, tags=tags))
    return cut_lines(tagged, dict.fromkeys(found, "a line of tags, kept as tags"))


def _read_tags(line: Line) -> tuple[str, ...]:
    if line.fence is not None or len(line.text) > 400:
        return ()
    if HASHTAGS.fullmatch(line.text):
        return tuple(HASHTAG.findall(line.text))
    labelled = LABEL.fullmatch(line.text)
    if labelled is None:
        return ()
    stated = labelled["tags"]
    if stated.startswith("#"):
        return tuple(HASHTAG.findall(stated))
    tags = tuple(tag.strip(" #*_") for tag in re.split(r"[,;|·•、，]", stated.rstrip(".")) if tag.strip(" #*_"))
    plausible = len(tags) <= MAX_TAGS and all(len(tag.split()) <= MAX_TAG_WORDS for tag in tags)
    return tags if plausible and not re.search(r"[.!?]\s", stated) else ()
