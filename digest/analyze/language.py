"""The language of a document: as stated, else as its words look."""

from __future__ import annotations

from digest.analyze.passages import Passage
from digest.analyze.stopwords import ENGLISH
from digest.analyze.wording import split_words
from digest.documents import Document

SAMPLE = 4000  # characters; more does not change the answer
ENGLISH_SHARE = 0.25  # of the words; English prose has 0.35 to 0.55 of these, other languages under 0.1
FEWEST_WORDS = 5  # below, a guess is no better than none
DEFAULT = "en"


def find_language(document: Document, passages: tuple[Passage, ...]) -> str:
    """The language as an ISO 639-1 code; English where there is too little to tell."""
    if document.lang:
        return document.lang.replace("_", "-").split("-")[0].lower()
    sample = " ".join(passage.text for passage in passages)[:SAMPLE]
    words = [word.casefold() for word in split_words(sample)]
    if len(words) < FEWEST_WORDS and sample.isascii():
        return DEFAULT
    if sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words) > 0:
        return DEFAULT
    return _classify(sample)


def _classify(sample: str) -> str:
    import py3langid  # its model takes half a second to load, and most libraries never need it

    return str(py3langid.classify(sample)[0])
