"""A link needs evidence that two articles treat related matters: a term in common is not enough where nothing else is."""

from __future__ import annotations

from documents import a_draft

from digest.config import Settings
from digest.model import Draft
from digest.relate.evidence import Evidence, gather_evidence, weigh_evidence
from digest.relate.relate import relate_drafts
from digest.relate.vectors import build_space

PAIRS = [
    ("Bread", "rye flour, sourdough starters, kneading troughs and brick ovens"),
    ("Trains", "night trains, sleeper coaches, dining cars and mountain tunnels"),
    ("Forests", "beech groves, bark beetles, mycelium networks and charcoal kilns"),
    ("Harbours", "tugboats, quay cranes, ballast tanks and lighthouse keepers"),
    ("Fonts", "serif capitals, ligatures, kerning tables and letterpress proofs"),
    ("Glaciers", "ice cores, moraines, meltwater lakes and crevasse fields"),
    ("Bees", "beehives, swarming queens, clover honey and wax foundations"),
    ("Clocks", "pendulums, escapements, mainsprings and tower bells"),
    ("Violins", "spruce tops, horsehair bows, rosin cakes and luthier varnish"),
    ("Gliders", "thermals, winch launches, wing spars and variometers"),
    ("Cheese", "rennet, curd knives, ripening caves and alpine herds"),
    ("Pottery", "stoneware glazes, kick wheels, wood kilns and porcelain slips"),
]
PASSING = "A loyalty program pays. The loyalty program of our town is old."


def a_text(title: str, things: str) -> Draft:
    return a_draft(title=title, text=f"This is about {things}. We have {things}. Few know of {things}. {PASSING}")


def linked(*drafts: Draft) -> dict[str, list[str]]:
    found = relate_drafts(drafts, settings=Settings()).articles
    return {one.draft.document.title: [link.title for link in one.related] for one in found if one.related}


def test_a_mixed_library_links_nothing_for_a_term_that_all_name_beside_their_subjects() -> None:
    assert linked(*(a_text(title, things) for title, things in PAIRS)) == {}


def test_the_two_of_a_mixed_library_that_are_about_one_subject_are_linked() -> None:
    twin = a_text("More on bread", "rye flour, sourdough starters, bread baskets and stone mills")
    assert linked(twin, *(a_text(title, things) for title, things in PAIRS)) == {
        "Bread": ["More on bread"],
        "More on bread": ["Bread"],
    }


def test_a_library_on_one_subject_has_as_many_links_as_a_page_shows() -> None:
    subject = "rye flour, sourdough starters, kneading troughs and brick ovens"
    found = linked(*(a_text(f"Bread in {title}", f"{subject}, {title.lower()}") for title, _ in PAIRS))
    assert {len(titles) for titles in found.values()} == {5}
    assert len(found) == len(PAIRS)


def test_the_terms_that_both_name_add_to_the_evidence_up_to_a_point() -> None:
    evidence = gather_evidence(build_space([a_text(title, things) for title, things in PAIRS]))
    weighed = [weigh_evidence(evidence, 0, 1, named=named) for named in (0.0, 4.0, 10.0, 40.0)]
    assert weighed[0] < weighed[1] < weighed[2] == weighed[3]


def test_evidence_is_the_same_from_both_sides() -> None:
    evidence = gather_evidence(build_space([a_text(title, things) for title, things in PAIRS]))
    assert weigh_evidence(evidence, 3, 8, named=1.0) == weigh_evidence(evidence, 8, 3, named=1.0)


def test_texts_without_words_are_no_evidence() -> None:
    evidence = gather_evidence(build_space([a_draft(title="", text=""), a_draft(title="", text="")]))
    assert weigh_evidence(evidence, 0, 1, named=0.0) == 0.0


def test_likeness_that_many_words_carry_counts_less() -> None:
    few = {"rye": 0.6, "flour": 0.8}
    many = {f"word {number}": 0.2 for number in range(25)}
    evidence = Evidence((few, few, many, many), ({}, {}, {}, {}), (0.25,) * 4, (0.0,) * 4, {})
    assert weigh_evidence(evidence, 0, 1, named=0.0) > weigh_evidence(evidence, 2, 3, named=0.0)
