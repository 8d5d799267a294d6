"""The words of a text to the spellings that a reader may type instead: plain letters, and parts of unspaced writing.

The search box compares letters as they are, so `Strobl` does not find Ströbl, nor 模型 a sentence written without
spaces. A page that carries these spellings too is found by both.
"""

from __future__ import annotations

import re

from digest.folding import fold_text

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # may stand inside a word, and are never typed
HYPHENS = "\u2010-\u2013\u2212-"  # join words without spaces; the em dash sets them apart
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HIRAGANA = "\u3041-\u309f"
KATAKANA = "\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9d"
WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{INVISIBLE}])*")
COMPOUND = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)*")  # a word too, so that no long run is tried from each letter
UNSPACED = re.compile(f"[{HAN}]+|[{HIRAGANA}]+|[{KATAKANA}]+")
PLAIN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def other_spellings(text: str) -> tuple[str, ...]:
    """The spellings under which the words of a text may be looked for and would not be found as they stand.

    Folded words (`strobl` for Ströbl), compounds with a plain hyphen (`always-on` for always‑on), and each run of Han,
    hiragana or katakana with the pairs of neighbouring Han signs, which stand for the words that a dictionary would
    find. Sorted, each once; letters, digits and single hyphens alone, so they are safe to print as they are.
    """
    text = " ".join([run for run in text.split() if not run.isascii()])  # words in plain letters have no other spelling
    words = {*WORD.findall(text), *COMPOUND.findall(text)}
    return tuple(sorted({spelling for word in words for spelling in (*_fold_word(word), *_split_unspaced(word))}))


def _fold_word(word: str) -> list[str]:
    """The word in plain letters where they differ from its own; unspaced writing has no plainer letters."""
    folded = fold_text(word)
    if folded == word.lower() or UNSPACED.search(word):
        return []
    return [plain for plain in PLAIN.findall(folded) if re.search(r"[^\W\d]", plain)]


def _split_unspaced(word: str) -> list[str]:
    """The runs of unspaced writing that are not the whole word, and the pairs within its longer Han runs."""
    runs = [run for run in UNSPACED.findall(word) if len(run) > 1]
    return [run for run in runs if run != word] + [pair for run in runs for pair in _pair_signs(run)]


def _pair_signs(run: str) -> list[str]:
    if len(run) < 3 or not re.match(f"[{HAN}]", run):
        return []
    return [run[at : at + 2] for at in range(len(run) - 1)]
