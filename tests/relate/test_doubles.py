"""A piece that was saved twice, or stands in two places, is one article; a shared title alone is no proof."""

import random

from documents import a_draft

from digest.relate.doubles import SAME, estimate_resemblance, merge_doubles

WORDS = [f"word{number}" for number in range(400)]


def a_piece(seed: int, *, sentences: int = 20) -> str:
    """A text of made-up words, one paragraph a sentence, always the same for a seed."""
    chance = random.Random(seed)
    return "\n".join(" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(sentences))


def doubles_of(*drafts: object) -> list[tuple[str, list[str]]]:
    return [
        (single.draft.document.source.path, [double.path for double in single.doubles])
        for single in merge_doubles(drafts)  # type: ignore[arg-type]
    ]


def test_the_same_words_under_another_title_and_frame_are_one_piece() -> None:
    saved = a_draft(title="Soil", path="seeds/a.txt", text=a_piece(1))
    again = a_draft(title="Soil | A site", path="seeds/b.txt", text=a_piece(1) + "\nShare this with a friend.")
    assert doubles_of(saved, again) == [("seeds/b.txt", ["seeds/a.txt"])]


def test_the_same_address_is_one_piece() -> None:
    link = a_draft(title="Soil", path="seeds/a.txt", url="https://example.org/soil", text="A short note.")
    page = a_draft(title="Earth", path="seeds/b.txt", url="https://example.org/soil", text=a_piece(2))
    assert doubles_of(link, page) == [("seeds/b.txt", ["seeds/a.txt"])]


def test_a_shared_title_is_no_proof() -> None:
    first = a_draft(title="Links of the week", path="seeds/a.txt", text=a_piece(3))
    second = a_draft(title="Links of the week", path="seeds/b.txt", text=a_piece(4))
    assert doubles_of(first, second) == [("seeds/a.txt", []), ("seeds/b.txt", [])]


def test_half_a_piece_in_common_is_another_piece() -> None:
    first = a_draft(title="Soil", path="seeds/a.txt", text=a_piece(5))
    second = a_draft(title="Soil", path="seeds/b.txt", text="\n".join([*a_piece(5).splitlines()[:10], a_piece(6)]))
    assert doubles_of(first, second) == [("seeds/a.txt", []), ("seeds/b.txt", [])]


def test_three_copies_are_one_piece() -> None:
    copies = [a_draft(title="Soil", path=f"seeds/{name}.txt", text=a_piece(7)) for name in "abc"]
    assert doubles_of(*copies) == [("seeds/a.txt", ["seeds/b.txt", "seeds/c.txt"])]


def test_the_resemblance_of_sketches_is_near_that_of_the_texts() -> None:
    first = a_draft(text=a_piece(8)).sketch
    nearly = a_draft(text=a_piece(8) + "\n" + a_piece(9, sentences=2)).sketch
    other = a_draft(text=a_piece(10)).sketch
    assert estimate_resemblance(first, first) == 1
    assert estimate_resemblance(first, nearly) > SAME
    assert estimate_resemblance(first, other) < 0.1
