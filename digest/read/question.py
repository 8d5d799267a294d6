"""A question-and-answer note: its question, the labels gone, and the short answer."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.blocks import Heading, Paragraph, plain_text
from digest.documents import Cut, Document
from digest.read.lines import Line
from digest.read.piece import Piece

ASKED = re.compile(
    r"[*_#\s]*(?:question|the question|q|frage|f|pregunta|p|domanda|pergunta|vraag|вопрос|問題|问题|質問|問|问|Q)\s*[:：][*_]*\s*(?P<rest>.*)",
    re.IGNORECASE,
)
ANSWERED = re.compile(
    r"[*_#\s]*(?:(?:short |the |brief )?answer|a|response|antwort|réponse|r|respuesta|risposta|resposta|antwoord|ответ|答案|回答|答)\s*[:：][*_]*\s*(?P<rest>.*)",
    re.IGNORECASE,
)
BARE_LABEL = re.compile(
    r"[*_#\s]*(?:question|answer|frage|antwort|réponse|pregunta|respuesta|domanda|risposta)[*_\s]*", re.IGNORECASE
)
CHAT_ASKED = re.compile(
    r"[*_#\s]*(?:(?:user|human|prompt|me|you|you said|nutzer(?:in)?|benutzer|utilisateur|usuario|utente|пользователь|ユーザー|用户)\s*[:：][*_]*\s*(?P<rest>.*)"
    r"|(?:user|prompt|you said)[*_]*)",
    re.IGNORECASE,
)
MODELS = r"(?:chat ?gpt|gpt[\w.-]*|claude|gemini|copilot|le chat|mistral|perplexity|grok|deepseek|llama|bard)"
CHAT_ANSWERED = re.compile(
    rf"[*_#\s]*(?:(?:response|(?:assistant|(?:the|your|ai) assistant|ai|bot|model|{MODELS}(?: [\w.-]{{1,12}})?)(?: said| replied)?|assistent(?:in)?|assistente|asistente|ассистент|アシスタント|助手)\s*[:：][*_]*\s*(?P<rest>.*)"
    rf"|(?:assistant|response|{MODELS} said)[*_]*)",
    re.IGNORECASE,
)  # of a shared chat: only where both stand
DIGESTED = re.compile(
    r"[*_]*(?:TL[;:]?DR|in (?:brief|short)|short answer|kurz gesagt|en bref|en resumen)\s*[:：][*_]*\s*(?=\S)",
    re.IGNORECASE,
)
NEAR_TOP = 6  # lines; a question further down is part of a text, or one of many
MAX_ASKED_WORDS = 80
LABEL_WHY = "a label: what it names is kept in its own place"
LABEL = re.compile(r"[*_#\s]*\w+(?: \w+)?\s*[:：]?[*_]*", re.UNICODE)
SENTENCE_END = re.compile(r"[.!?。！？][\"”’»)\]]*(?=\s|$)|[。！？]")
ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|Dr|Mr|Mrs|Ms|Prof|St|No|Nr|approx|ca|z\.B|d\.h|bzw|usw|Fig|al|[A-Z])|\d)\.$"
)


def take_question(piece: Piece) -> Piece:
    """The piece without its labelled question; the answer's label is taken off its first line."""
    for place, line in enumerate(piece.lines[:NEAR_TOP]):
        if ASKED.fullmatch(line.text) or _is_bare_question(piece.lines, place):
            return _take(piece, place, ASKED, ANSWERED)
        if CHAT_ASKED.fullmatch(line.text):
            return _take(piece, place, CHAT_ASKED, CHAT_ANSWERED)
    return piece


def is_asked(text: str) -> bool:
    """True for a line that is labelled as a question; `Me: A Memoir` is not."""
    chatted = CHAT_ASKED.fullmatch(text)
    asks = chatted is not None and (chatted["rest"] or "?").endswith(("?", "？"))
    return asks or ASKED.fullmatch(text) is not None


def find_answer(document: Document) -> Document:
    """The document with its short answer: the first sentence of the first paragraph, where a question is asked."""
    if document.question is None:
        return document
    first = next((block for block in document.blocks if isinstance(block, Paragraph | Heading)), None)
    if not isinstance(first, Paragraph):
        return document
    return replace(document, answer=first_sentence(plain_text(first.children)), kind="question")


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph, letter by letter."""
    for end in SENTENCE_END.finditer(text):
        sentence = text[: end.end()]
        after = text[end.end() :].lstrip()[:1]
        if ABBREVIATED.search(sentence) or after.islower():
            continue
        return sentence.strip()
    return text.strip()


def _is_bare_question(lines: tuple[Line, ...], place: int) -> bool:
    """True for `Question` alone on its line, over a question."""
    line = lines[place]
    asks = place + 1 < len(lines) and lines[place + 1].text.endswith(("?", "？"))
    return bool(asks and BARE_LABEL.fullmatch(line.text))


def _take(piece: Piece, place: int, asks: re.Pattern[str], answers: re.Pattern[str]) -> Piece:
    """The question's lines out, the answer's label off; the piece as it was where no answer follows."""
    lines = piece.lines
    asked, below = _rest(asks, lines[place]), place + 1
    if not asked and below < len(lines):
        asked, below = lines[below].text, below + 1
    near = range(below, min(below + 4, len(lines)))
    answer_at = next(
        (at for at in near if answers.fullmatch(lines[at].text) or BARE_LABEL.fullmatch(lines[at].text)), None
    )
    several = sum(asks.fullmatch(line.text) is not None for line in lines) > 1
    if answer_at is None or several or not asked or len(asked.split()) > MAX_ASKED_WORDS:
        return piece
    between = lines[below:answer_at]  # the question may have a second paragraph
    question = " ".join([asked.strip("*_ "), *(line.text for line in between)])
    rest = _rest(answers, lines[answer_at])
    answer = ((replace(lines[answer_at], text=rest),) if rest else ()) + lines[answer_at + 1 :]
    answer, digested = _without_digested(answer)
    labels = (*(Cut(_label(lines[at]), LABEL_WHY) for at in (place, answer_at)), *digested)
    document = replace(piece.document, question=question, cut=piece.document.cut + labels)
    kept = lines[:place] + answer
    return Piece(kept, document) if kept else piece


def _rest(labelled: re.Pattern[str], line: Line) -> str:
    """What follows a label in its line; empty where nothing does."""
    found = labelled.fullmatch(line.text)
    return (found["rest"] or "").strip() if found else ""


def _without_digested(answer: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Cut, ...]]:
    """The answer without a `TL;DR:` before its first words, and that label."""
    found = DIGESTED.match(answer[0].text) if answer else None
    if found is None:
        return answer, ()
    opening = replace(answer[0], text=answer[0].text[found.end() :])
    return (opening, *answer[1:]), (Cut(found.group().strip(), LABEL_WHY),)


def _label(line: Line) -> str:
    """The label that opens a line, as the source has it."""
    found = LABEL.match(line.text)
    return found.group().strip() if found else ""
