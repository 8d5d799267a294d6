"""Every article has a stable id and an address of its own; whoever wants a taken one is told, and nothing is lost."""

from __future__ import annotations

from hashlib import sha256

import pytest
from documents import a_draft

from digest.documents import Sidecar
from digest.model import Draft, Problem
from digest.relate.slugs import place_drafts, sort_drafts


def id_of(identity: str) -> str:
    return sha256(identity.encode()).hexdigest()[:8]


def placed(*drafts: Draft) -> list[tuple[str, str]]:
    return [(one.slug, one.id) for one in place_drafts(sort_drafts(drafts))[0]]


@pytest.mark.parametrize(
    ("fields", "slug", "identity"),
    [
        pytest.param({"title": "Healthy Soil"}, "healthy-soil", "seeds/healthy-soil.txt", id="its title, and its path"),
        pytest.param(
            {"title": "Soil", "url": "https://a.example/s"}, "soil", "https://a.example/s", id="its url if stated"
        ),
        pytest.param(
            {"title": "!?", "path": "seeds/a.txt"}, id_of("seeds/a.txt"), "seeds/a.txt", id="its id if no title"
        ),
    ],
)
def test_an_article_is_known_by(fields: dict[str, str], slug: str, identity: str) -> None:
    assert placed(a_draft(**fields)) == [(slug, id_of(identity))]


def test_the_second_by_path_of_two_equal_titles_gets_its_id_and_a_problem() -> None:
    second, first = a_draft(title="Soil", path="seeds/b.txt"), a_draft(title="Soil", path="seeds/a.txt")
    found, problems = place_drafts(sort_drafts([second, first]))
    assert [(one.path, one.draft.document.source.path) for one in found] == [
        ("articles/soil.md", "seeds/a.txt"),
        (f"articles/soil-{id_of('seeds/b.txt')}.md", "seeds/b.txt"),
    ]
    assert problems == (
        Problem(
            "seeds/b.txt",
            "its title gives the same address as seeds/a.txt: articles/soil.md",
            "give another title in seeds/b.txt.yml or seeds/a.txt.yml",
            "slug",
        ),
    )


def test_an_article_never_takes_the_place_of_the_folder_s_own_page() -> None:
    found, problems = place_drafts([a_draft(title="Index", path="seeds/i.txt")])
    assert found[0].path == f"articles/index-{id_of('seeds/i.txt')}.md"
    assert [str(problem) for problem in problems] == [
        "seeds/i.txt: its title gives the same address as the list of all articles: articles/index.md "
        "(give another title in seeds/i.txt.yml)"
    ]


def test_two_equal_titles_in_one_file_cannot_be_told_apart_by_a_sidecar() -> None:
    drafts = [a_draft(title="Soil", path="seeds/feed.xml", key=key) for key in "ab"]
    (problem,) = place_drafts(sort_drafts(drafts))[1]
    assert problem.mend == (
        f"its page is articles/soil-{id_of('seeds/feed.xml#b')}.md; to have another, change the title in the file itself"
    )


def test_of_an_entry_and_a_file_with_one_title_the_file_can_have_another() -> None:
    entries = [a_draft(title=title, path="seeds/feed.xml", key=title) for title in ("Soil", "Water")]
    (problem,) = place_drafts(sort_drafts([*entries, a_draft(title="Soil", path="seeds/soil.txt")]))[1]
    assert problem.mend == "give another title in seeds/soil.txt.yml"


def test_documents_of_one_source_have_ids_of_their_own() -> None:
    drafts = [a_draft(title="One", path="seeds/feed.xml"), a_draft(title="Two", path="seeds/feed.xml")]
    assert len({one for _, one in placed(*drafts)}) == 2


def test_what_the_curator_holds_back_has_no_place() -> None:
    assert placed(a_draft(sidecar=Sidecar(draft=True))) == []
