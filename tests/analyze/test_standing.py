"""A sentence that a reader sees alone neither invites nor praises a piece: each opening word of such sentences counts."""

from __future__ import annotations

import pytest

from digest.analyze.standing import follows_well


@pytest.mark.parametrize(
    "sentence",
    [
        "The gardeners write every week, so please sign up with the office.",
        "The gardeners wrote down all of it; click the map of the beds.",
        "The gardeners wrote down all of it: find out more in the shed.",
        "You can check out every bed of the garden from the tower.",
        "The gardeners answer every letter, visit us in the spring.",
        "Everyone who gardens should Subscribe before the frost comes.",
        "The Newsletter of the garden tells when the frost comes.",
        "The garden opens again in the spring, so stay tuned for it.",
        "Gardeners who want seeds of beans contact us before the frost.",
        "Whoever finds a red slug in the beds should let us know.",
        "Gardeners without a bed get in touch with the office first.",
        "Gardeners may share your harvest with the people of the town.",
        "The harvest of every week comes straight to your inbox there.",
        "Gardeners register here before the frost comes to the beds.",
        "Places are few in the garden, so apply now for a bed.",
        "Gardeners who know better leave a comment under the picture.",
        "The beds are drawn in the map, see below for the paths.",
        "The beds were dug in March, thanks to the people of the town.",
        "Fill out the form by the gate to get a bed of beans.",
        "For the prices of beds, see the long list of them below.",
        "Whoever wants a map of the beds may download it here.",
        "All of it originally appeared in the paper of the town.",
        "The beds are many, and this post is part of a walk through them.",
        "The walk through the beds was cross-posted from the town's paper.",
        "The paper of the town holds the Copyright of the drawings.",
        "The gardeners dug all of it up in the last instalment of the walk.",
        "What beans want of a bed was told in an earlier chapter of it.",
        "The beds of beans in the spring, photo by the gardener.",
        "The beds of beans in the spring, image courtesy of the town.",
    ],
)
def test_a_sentence_that_invites_is_not_shown_after_another(sentence: str) -> None:
    assert not follows_well(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anne says that this essay is one of the best on beans so far.",
        "Anne says that his book was easily the most insightful of all.",
        "The account of the beds of beans is well worth reading at home.",
        "Of all the books on beans we highly recommend the one by Anne.",
        "For gardeners in the north the book by Anne is a must-read.",
    ],
)
def test_a_sentence_that_praises_a_piece_is_not_shown_after_another(sentence: str) -> None:
    assert not follows_well(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Beans want more water than peas, and the two of us know why.",
        "The register of the town lists every bed since the great frost.",
    ],
)
def test_the_same_words_said_of_the_matter_are_shown(sentence: str) -> None:
    assert follows_well(sentence)
