"""Each place among an article's terms tells something new: not one more way to go on from a term that stands there already."""

from __future__ import annotations

from documents import a_draft

from digest.relate.weights import count_uses, weigh_terms


def terms_of(text: str) -> list[str]:
    drafts = [a_draft(title="On things", text=f"{text} {'So we went on for a while, as ever. ' * 30}")]
    (found,) = weigh_terms(drafts, uses=count_uses(drafts))
    return [term.term for term in found]


def test_a_longer_term_that_stands_seldom_beside_its_part_is_left_out() -> None:
    seldom = "We like Zork. " * 12 + "A Zork plugin is new. A Zork plugin is old."
    assert "Zork" in terms_of(seldom)
    assert "Zork plugin" not in terms_of(seldom)


def test_a_longer_term_that_stands_often_beside_its_part_stays() -> None:
    often = "We like Zork. " * 12 + "A Zork plugin is new. " * 6
    assert {"Zork", "Zork plugin"} <= set(terms_of(often))


def test_a_term_that_is_put_together_from_two_others_is_left_out() -> None:
    text = "We like soil carbon. " * 5 + "We like carbon storage. " * 5 + "We like soil carbon storage. " * 2
    found = terms_of(text)
    assert {"soil carbon", "carbon storage"} <= set(found)
    assert "soil carbon storage" not in found


def test_of_terms_that_stand_once_and_end_alike_three_are_shown() -> None:
    found = terms_of(
        "We saw the fence repair, the sauna repair, the terrace repair, the cellar repair and the attic repair."
    )
    assert len([term for term in found if term.endswith("repair")]) == 3
