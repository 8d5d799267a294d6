"""The forms of a page within its text: fields to fill in, their small print, the choices of a country."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from digest.read.lines import Line
from digest.read.piece import Piece, cut_lines

FIELD = re.compile(
    r"(?:(?:your |work |business |full |first |last |company |user ?|sur|phone |mobile |street |e-?mail )*(?:names?|e-?mail(?: address)?|phone(?: number)?|telephone|mobile|website|company|organi[sz]ation|"
    r"job title|title|country|state(?:/province)?|province|city|zip(?:/postal)?(?: code)?|postal code|post ?code|address|message|comments?|subject|password|date of birth|captcha)"
    r"|vorname|nachname|firma|telefon(?:nummer)?|nachricht|betreff|passwort|plz|land|prénom|nom|société|téléphone|sujet|mot de passe|nombre|apellidos?|empresa|teléfono|correo(?: electrónico)?|mensaje|asunto|contraseña)"
    r"\s*(?:\*|\(required\)|\(optional\)|\(pflichtfeld\)|required)?\s*:?",
    re.IGNORECASE,
)
SURE = re.compile(
    r"this field is (?:for validation|hidden|required)\b.*|your e-?mail address will not be published.*|required fields (?:are|\*).*|(?:\*\s*)?(?:indicates|denotes) (?:a )?required(?: fields?)?.*|"
    r"save my name,? e-?mail.*|(?:first name|last name|e-?mail|phone(?: number)?|company|message|country|name|title|comment)\s*(?:\*|\(required\))|i(?:'m| am) not a robot.*|"
    r"(?:thank you! )?your submission has been received.*|oops! something went wrong while submitting.*|δ|(?:please )?leave this field (?:empty|blank).*|deine e-mail-adresse wird nicht veröffentlicht.*|"
    r"votre adresse e-?mail ne sera pas publiée.*|tu dirección de correo electrónico no será publicada.*",
    re.IGNORECASE,
)
PRESSED = re.compile(
    r"submit(?: form| comment)?|send(?: message)?|post comment|get started|sign up|subscribe|absenden|senden|envoyer|enviar",
    re.IGNORECASE,
)
AGREED = re.compile(
    r"by (?:submitting|clicking|continuing|signing up|providing)\b.*\b(?:agree|consent|authori[sz]e)\b.*|i (?:agree|consent) to\b.*",
    re.IGNORECASE,
)
CHOSEN = re.compile(
    r"(?:(?:select|choose|your) )?(?:an? |your )?(?:country|state|region|land|pays|país)(?:/\w+)?\s*\*?:?",
    re.IGNORECASE,
)
MIN_FIELDS = 3
MIN_CHOICES = 20
MAX_CHOICE_WORDS = 6
WHY, WHY_CHOICES = "a form of the page", "the choices of a form"


def cut_forms(piece: Piece) -> Piece:
    """The piece without runs of fields, one of them unmistakable, and without long sorted choices below one."""
    reasons: dict[int, str] = {}
    place = 0
    while place < len(piece.lines):
        end = _form_end(piece.lines, place)
        run = piece.lines[place:end]
        if sum(not AGREED.fullmatch(line.text) for line in run) >= MIN_FIELDS and any(map(_is_sure, run)):
            reasons.update(dict.fromkeys(range(place, end), WHY))
        if CHOSEN.fullmatch(piece.lines[place].text):
            reasons.update(dict.fromkeys(range(place + 1, _choices_end(piece.lines, place + 1)), WHY_CHOICES))
        place = max(end, place + 1)
    return cut_lines(piece, reasons)


def _form_end(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and lines[end].fence is None and _may_be_part(lines[end]):
        end += 1
    return end


def _may_be_part(line: Line) -> bool:
    return any(shape.fullmatch(line.text) for shape in (FIELD, SURE, PRESSED, AGREED))


def _is_sure(line: Line) -> bool:
    return SURE.fullmatch(line.text) is not None


def _choices_end(lines: Sequence[Line], start: int) -> int:
    """The end of many short names in the order of the alphabet; the start where there are few."""
    end = start
    while end < len(lines) and lines[end].words <= MAX_CHOICE_WORDS and lines[end].fence is None:
        end += 1
    initials = [line.text[0].casefold() for line in lines[start:end]]
    ordered = next(
        (at for at, (one, other) in enumerate(itertools.pairwise(initials), 1) if one > other), len(initials)
    )
    return start + ordered if ordered >= MIN_CHOICES else start
