"""The marks of note-taking tools say what they say there: links, embeds, callouts, footnotes, tags; their own asides are cut."""

from __future__ import annotations

from html import unescape

import pytest

from digest.blocks import Block, Image, Link, Paragraph, Quote, Text, walk_inlines
from digest.documents import Cut, Document, Origin, Source
from digest.markdown.writer import write_blocks
from digest.read.markdown import read_markdown
from digest.read.vault import read_marks


def read(text: str, *, path: str = "seeds/Worms.md") -> Document:
    (document,) = read_markdown(text.encode(), Source(path, "text/markdown", "0" * 64))
    return document


def links(text: str) -> list[tuple[str, str]]:
    found = (inline for inline in walk_inlines(read(text).blocks) if isinstance(inline, Link))
    return [(link.url, "".join(child.text for child in link.children if isinstance(child, Text))) for link in found]


@pytest.mark.parametrize(
    ("text", "url", "words"),
    [
        pytest.param("See [[Soil]].", "wiki:Soil", "Soil", id="its name"),
        pytest.param("See [[garden/Good soil]].", "wiki:garden/Good soil", "Good soil", id="its path"),
        pytest.param("See [[Soil|the *ground*]].", "wiki:Soil", "the *ground*", id="words of its own"),
        pytest.param("See [[Soil#Layers]].", "wiki:Soil", "Soil", id="a heading in it"),
        pytest.param("See [[Soil#^b1c2|here]].", "wiki:Soil", "here", id="a block in it"),
        pytest.param("![[Soil]]", "wiki:Soil", "Soil", id="an embed"),
        pytest.param("See [soil](../Good%20soil.md).", "wiki:../Good soil.md", "soil", id="a plain link to its file"),
        pytest.param("See [[C# (notes) \\| x]].", "wiki:C", "x", id="a bar escaped for a table"),
    ],
)
def test_a_link_to_a_note_is_made_of(text: str, url: str, words: str) -> None:
    assert links(text) == [(url, words)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("`[[Soil]]`", id="in code"),
        pytest.param("```\n[[Soil]]\n```", id="in a fence"),
        pytest.param("See [[#Layers]].", id="to a place in the same note"),
        pytest.param("![[Soil.pdf]]", id="to a file that is no note"),
        pytest.param("if [[ ]] then", id="of nothing"),
    ],
)
def test_no_link_is_made(text: str) -> None:
    assert links(text) == []


def test_an_editors_brackets_within_a_link_are_no_note() -> None:
    assert links("See [[1]](https://example.org/).") == [("https://example.org/", "[1]")]


@pytest.mark.parametrize(
    ("text", "url", "alt"),
    [
        pytest.param("![[worm 1.png]]", "worm%201.png", "worm 1", id="by name"),
        pytest.param("![[img/worm.png|300]]", "img/worm.png", "worm", id="with a size"),
        pytest.param("![[worm.png|A worm|300x200]]", "worm.png", "A worm", id="with words and a size"),
        pytest.param("![A worm|300](img/worm.png)", "img/worm.png", "A worm", id="in plain Markdown with a size"),
    ],
)
def test_a_picture_is_embedded(text: str, url: str, alt: str) -> None:
    assert read(text).blocks == (Paragraph((Image(url, alt),), "p1"),)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param(
            "> [!tip] Feed *them*\n> Leaves first.", "**Feed _them_**\n\nLeaves first.\n", id="with its title"
        ),
        pytest.param("> [!warning]-\n> Not wet ones.", "**Warning**\n\nNot wet ones.\n", id="without one, by its kind"),
        pytest.param("> [!note] Only a title", "**Only a title**\n", id="of a title alone"),
        pytest.param(
            "> [!quote] Darwin\n> It may be doubted.",
            "**Darwin**\n\n> It may be doubted.\n",
            id="that quotes, as a quote",
        ),
        pytest.param("> [!tip] A\n> x\n>\n> > [!tip] B\n> > y", "**A**\n\nx\n\n**B**\n\ny\n", id="within another"),
        pytest.param("> Plain words.", "> Plain words.\n", id="that is a plain quote: a quote"),
    ],
)
def test_a_callout_becomes(text: str, written: str) -> None:
    assert write_blocks(read(text).blocks) == written


def test_footnotes_stand_at_the_end_and_their_marks_lead_there() -> None:
    document = read(
        "One[^b]. Two[^a]. None[^c].\n\n[^a]: About *two*.\n\n    And more.\n[^b]: About one.\n\n## After\n\nThe end."
    )
    assert write_blocks(document.blocks) == (
        "One[\\[1&#93;](#p3). Two[\\[2&#93;](#p4). None\\[^c].\n\n## After\n\nThe end.\n\n***\n\n"
        "1.  About one.\n\n2.  About *two*.\n\n    And more.\n"
    )
    assert [inline.url for inline in walk_inlines(document.blocks) if isinstance(inline, Link)] == ["#p3", "#p4"]


def test_a_footnote_within_the_line_stands_at_the_end_too() -> None:
    assert (
        write_blocks(read("Worms^[Said in passing.] turn.").blocks)
        == "Worms[\\[1&#93;](#p2) turn.\n\n***\n\n1. Said in passing.\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("A ==marked== word.", "A *marked* word.\n", id="marked words: stressed"),
        pytest.param("a == b and c == d", "a == b and c == d\n", id="a comparison: as it is"),
        pytest.param("author:: Jane Doe", "author:: Jane Doe\n", id="a field: as it is"),
        pytest.param("See [[Soil]]. ^worm-1", "See Soil.\n", id="a block's own name: cut"),
        pytest.param("A power of 10 ^6", "A power of 10 ^6\n", id="a power: as it is"),
    ],
)
def test_a_line_is_read(text: str, written: str) -> None:
    assert unescape(write_blocks(read(text).blocks).replace("\\", "")) == written


def test_comments_and_lines_of_tags_are_cut_with_their_reasons() -> None:
    document = read("#soil #garden/bed\n\nWorms %% check this %%turn [[soil]] in the #spring.\n\n%%\nnot yet\n%%")
    assert document.tags == ("soil", "garden/bed", "spring")
    assert document.cut == (
        Cut("check this", "a comment that the note's writer kept to themselves"),
        Cut("not yet", "a comment that the note's writer kept to themselves"),
        Cut("#soil #garden/bed", "a line of tags"),
    )
    assert write_blocks(document.blocks) == "Worms turn soil in the #spring.\n"


def test_a_hash_in_plain_markdown_is_no_tag() -> None:
    assert read("Write to #general about C#.").tags == ()


def test_a_note_is_called_by_its_file() -> None:
    document = read("See [[Soil]].", path="seeds/vault/Why worms matter.md")
    assert (document.title, document.title_from, document.origins) == (
        "Why worms matter",
        "stated",
        (Origin("title", "the note's name"),),
    )


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("Worms turn the soil over.", "seeds/x1.md", id="plain Markdown"),
        pytest.param("See [[Soil]].", "seeds/2024-05-01.md", id="a note of a day"),
    ],
)
def test_a_title_is_not_the_files_name_for(text: str, path: str) -> None:
    assert read(text, path=path).title_from == "derived"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[[" * 5000, id="openings without end"),
        pytest.param("%%" * 5001, id="comments of nothing"),
        pytest.param("%% x\n" * 3001, id="comments without end"),
        pytest.param("==a" * 5000, id="marks without end"),
        pytest.param("^[" * 5000 + "x", id="asides within asides"),
        pytest.param("> [!a] b\n" * 2000, id="callouts in a row"),
        pytest.param("[^1]: [^1]\n" * 2000, id="a footnote of itself"),
        pytest.param("#a " * 5000 + "!", id="tags in a row"),
    ],
)
def test_a_hostile_note_is_read(text: str) -> None:
    assert read_marks(text).text is not None
    assert read("Words.\n\n" + text).blocks


def test_a_callout_that_quotes_is_a_quote_of_its_words_alone() -> None:
    blocks: tuple[Block, ...] = read("> [!quote]\n> It may be doubted.").blocks
    assert [type(block) for block in blocks] == [Quote]
