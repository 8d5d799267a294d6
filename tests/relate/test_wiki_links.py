"""A link to a note leads to its article, or is plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import a_document, a_draft

from digest.blocks import Inlines, Link, Paragraph, Text
from digest.documents import Document, Source
from digest.relate.slugs import place_drafts
from digest.relate.wiki_links import resolve_wiki_links

SOIL = "seeds/vault/Soil notes.md"


def a_note(path: str, title: str, *inlines: Link | Text) -> Document:
    return replace(
        a_document(title=title),
        source=Source(path, "text/markdown", "0" * 64),
        blocks=(Paragraph(inlines or (Text("Words."),)),),
    )


def resolved(*notes: Document) -> dict[str, Inlines]:
    drafts = [replace(a_draft(), document=note) for note in notes]
    placed = resolve_wiki_links(place_drafts(drafts)[0])
    blocks = {one.draft.document.source.path: one.draft.document.blocks[0] for one in placed}
    return {path: block.children for path, block in blocks.items() if isinstance(block, Paragraph)}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        pytest.param("Worms", "seeds/vault/Worms.md", id="by its file's name"),
        pytest.param("worms", "seeds/vault/Worms.md", id="in another case"),
        pytest.param("animals/Worms", "seeds/vault/animals/Worms.md", id="by a part of its path"),
        pytest.param("Worms.md", "seeds/vault/Worms.md", id="with its suffix"),
        pytest.param("../vault/Worms.md", "seeds/vault/Worms.md", id="by its place from here"),
        pytest.param("animals/Worms", "seeds/vault/animals___Worms.md", id="by a name of several parts"),
        pytest.param("On worms", "seeds/vault/1.md", id="by its title"),
    ],
)
def test_a_link_finds_a_note(name: str, path: str) -> None:
    link = Link(f"wiki:{name}", (Text("worms"),))
    assert resolved(a_note(SOIL, "Soil", link), a_note(path, "On worms"))[SOIL] == (replace(link, url="on-worms.md"),)


def test_of_two_notes_the_one_in_the_same_folder_is_meant() -> None:
    link = Link("wiki:Worms", (Text("worms"),))
    notes = (a_note("seeds/a/Worms.md", "Far worms"), a_note("seeds/vault/Worms.md", "Near worms"))
    assert resolved(a_note(SOIL, "Soil", link), *notes)[SOIL] == (replace(link, url="near-worms.md"),)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Moles", id="to a note that is not there"),
        pytest.param("Soil notes", id="to the note itself"),
        pytest.param("", id="to nothing"),
    ],
)
def test_a_link_is_plain_words(name: str) -> None:
    assert resolved(a_note(SOIL, "Soil", Link(f"wiki:{name}", (Text("moles"),))))[SOIL] == (Text("moles"),)


def test_other_links_stay() -> None:
    link = Link("https://example.org/", (Text("there"),))
    assert resolved(a_note(SOIL, "Soil", link))[SOIL] == (link,)
