"""The notes that marks in a page's text lead to are a part of it, wherever they stand."""

from __future__ import annotations

from saved_pages import TEXT, read_page

from digest.markdown.writer import write_blocks

MARKED = TEXT.replace("wheel.</p>", 'wheel.<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p>', 1)
NOTES = (
    '<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">^</a></span> Smith, <i>Mills</i>, 1990.</li>'
    "<li id=cite_note-2>Jones.</li></ol>"
)


def read(text: str, beside: str) -> tuple[str, list[str]]:
    page = f"<html><body><main><h1>The Water of Ansley</h1>{text}</main><footer>{beside}<p>All rights reserved.</p></footer></body></html>"
    document = read_page(page.encode())
    return write_blocks(document.blocks), [cut.text for cut in document.cut]


def test_notes_that_stand_apart_are_kept_below_the_text() -> None:
    body, cut = read(MARKED, NOTES)
    assert body.endswith("sack of rye.\n\n***\n\n1. Smith, *Mills*, 1990.\n2. Jones.\n")
    assert [text for text in cut if "Smith" in text and "rights" not in text] == []


def test_a_list_that_no_mark_leads_to_is_cut() -> None:
    body, _ = read(TEXT, NOTES)
    assert "Smith" not in body


def test_small_print_that_is_longer_than_the_text_is_none_of_its_notes() -> None:
    body, _ = read(MARKED, NOTES.replace("Jones.", "Jones offers this while stocks last, and not to millers. " * 20))
    assert "Jones" not in body
