"""Themes carry names as the sources write them; their number comes from the data, and the curator's come first."""

from __future__ import annotations

from documents import a_draft

from digest.config import Settings
from digest.documents import Sidecar
from digest.model import Digest, Draft
from digest.relate.relate import relate_drafts

SUBJECTS = {
    "soil carbon": "Soil carbon grows in field {n}. Cover crops feed soil carbon. Carbon number {n} is stored.",
    "sourdough starter": "A sourdough starter rises at hour {n}. Rye flour feeds the sourdough starter in loaf {n}.",
    "night train": "The night train leaves platform {n}. Sleeper carriages make the night train slow on line {n}.",
    "kelp forest": "A kelp forest shelters otter {n}. Sea urchins graze the kelp forest down in bay {n}.",
    "variable font": "A variable font holds weight {n}. Designers kern the variable font at size {n}.",
}


def drafts(each: int) -> list[Draft]:
    return [
        a_draft(title=f"{name} in place {number}", text=text.format(n=number), path=f"seeds/{name[:4]}{number:02}.txt")
        for name, text in SUBJECTS.items()
        for number in range(each)
    ]


def themed(each: int) -> Digest:
    return relate_drafts(drafts(each), settings=Settings())


def test_a_large_library_has_a_theme_for_each_of_its_subjects() -> None:
    assert [(theme.name, len(theme.articles)) for theme in themed(12).themes] == [
        (name.capitalize(), 12) for name in sorted(SUBJECTS)
    ]


def test_a_small_library_has_themes_of_shared_terms() -> None:
    names = [theme.name for theme in themed(2).themes]
    assert set(names) <= {name.capitalize() for name in SUBJECTS}
    assert 2 <= len(names) <= 5


def test_an_article_that_belongs_to_no_theme_is_left_over() -> None:
    odd = a_draft(title="A chess opening", text="Grandmasters learn the opening by heart. Pawns decide the game.")
    digest = relate_drafts([*drafts(12), odd], settings=Settings())
    assert [one.draft.document.title for one in digest.articles if not one.themes] == ["A chess opening"]


def test_an_article_is_in_the_themes_that_list_it() -> None:
    digest = themed(12)
    listed = {(path, theme.slug) for theme in digest.themes for path in theme.articles}
    assert listed == {(one.path, slug) for one in digest.articles for slug in one.themes}


def test_a_theme_speaks_in_sentences_of_different_articles() -> None:
    for theme in themed(12).themes:
        assert 1 <= len(theme.says) <= 6  # these articles say the same of other places
        assert len({said.path for said in theme.says}) == len(theme.says)


def test_articles_stand_oldest_first_and_undated_ones_by_title() -> None:
    told = [("b", None), ("a", None), ("z", "2020-01-01"), ("y", "2021")]
    given = [a_draft(title=t, published=day, sidecar=Sidecar(themes=("Old",))) for t, day in told]
    (theme,) = relate_drafts(given, settings=Settings()).themes
    assert theme.articles == ("articles/z.md", "articles/y.md", "articles/a.md", "articles/b.md")


def test_the_curator_s_themes_hold_alone_and_keep_their_names() -> None:
    first = a_draft(title="First", text=SUBJECTS["soil carbon"], sidecar=Sidecar(themes=("My garden",)))
    digest = relate_drafts([first, *drafts(1)], settings=Settings())
    own = next(one for one in digest.articles if one.draft.document.title == "First")
    assert own.themes == ("my-garden",)
    assert [(theme.name, theme.path) for theme in digest.themes if theme.slug == "my-garden"] == [
        ("My garden", "themes/my-garden.md")
    ]
