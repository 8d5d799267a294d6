"""Articles are ranked by likeness first; common neighbours, one author and one time bring them nearer."""

from __future__ import annotations

from documents import a_draft

from digest.relate.nearness import rank_nearest

TIE = [[(1, 0.5), (2, 0.5)], [(0, 0.5)], [(0, 0.5)]]


def test_an_article_of_the_same_author_is_nearer() -> None:
    drafts = [a_draft(authors=("Ann Lee",)), a_draft(authors=("Bo Ray",)), a_draft(authors=("ann lee",))]
    assert [other for other, _ in rank_nearest(drafts, TIE)[0]] == [2, 1]


def test_an_article_of_the_same_time_is_nearer() -> None:
    drafts = [a_draft(published=day) for day in ("2020-01-09", "2016", "2020-02")]
    assert [other for other, _ in rank_nearest(drafts, TIE)[0]] == [2, 1]


def test_articles_that_are_near_to_both_bring_two_nearer() -> None:
    nearest = [[(1, 0.5), (2, 0.5), (3, 0.4)], [(0, 0.5)], [(0, 0.5), (3, 0.4)], [(0, 0.4), (2, 0.4)]]
    assert [other for other, _ in rank_nearest([a_draft()] * 4, nearest)[0]] == [2, 3, 1]


def test_an_article_that_has_another_among_its_nearest_is_near_to_it_too() -> None:
    nearest = [[(1, 0.5)], [(0, 0.5)], [(0, 0.3)]]
    assert [other for other, _ in rank_nearest([a_draft()] * 3, nearest)[0]] == [1, 2]


def test_ties_go_to_the_earlier_article() -> None:
    assert [other for other, _ in rank_nearest([a_draft()] * 3, TIE)[0]] == [1, 2]
