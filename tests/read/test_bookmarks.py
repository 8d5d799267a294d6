"""A bookmark file becomes its links: folders and tags, days, what is written below; nothing is lost."""

from __future__ import annotations

import pytest

from digest.documents import Cut, Document, Source
from digest.errors import SourceError
from digest.read.bookmarks import read_bookmarks

SOURCE = Source("seeds/bookmarks.html", "text/x-bookmarks", "0")
HEAD = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n"


def read(inner: str) -> tuple[Document, ...]:
    return read_bookmarks(f"{HEAD}<DL><p>{inner}</DL><p>".encode(), SOURCE)


def test_a_link_has_its_title_address_and_day() -> None:
    (document,) = read('<DT><A HREF="https://example.org/a" ADD_DATE="1700000000">A &amp; B</A>')

    assert (document.kind, document.title, document.url) == ("link", "A & B", "https://example.org/a")
    assert document.accessed == "2023-11-14"


def test_its_own_tags_stand_before_the_folders_around_it() -> None:
    inner = '<DT><H3>Rivers</H3><DL><p><DT><H3>Small</H3><DL><p><DT><A HREF="https://e.org" TAGS="elbe,ferry">x</A></DL></DL>'
    (document,) = read(inner)

    assert document.tags == ("elbe", "ferry", "Rivers", "Small")


def test_a_folder_ends_where_its_list_ends() -> None:
    inner = '<DT><H3>Rivers</H3><DL><p><DT><A HREF="https://e.org/1">x</A></DL><p><DT><A HREF="https://e.org/2">y</A>'

    assert [document.tags for document in read(inner)] == [("Rivers",), ()]


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param('<H3 PERSONAL_TOOLBAR_FOLDER="true">Leiste</H3>', id="the toolbar, in any language"),
        pytest.param('<H3 UNFILED_BOOKMARKS_FOLDER="true">Andere</H3>', id="what is not filed"),
        pytest.param("<H3>Mobile Bookmarks</H3>", id="those of the phone"),
    ],
)
def test_a_folder_of_the_browsers_own_is_no_tag(folder: str) -> None:
    (document,) = read(f'<DT>{folder}<DL><p><DT><A HREF="https://e.org">x</A></DL>')

    assert document.tags == ()


def test_what_is_written_below_is_the_curators_note() -> None:
    first, second = read(
        '<DT><A HREF="https://e.org/1">x</A>\n<DD>Read *this*\nwhen it rains\n<DT><A HREF="https://e.org/2">y</A>'
    )

    assert first.sidecar.note == "Read \\*this\\*  \nwhen it rains"
    assert second.sidecar.note is None


def test_a_private_link_is_a_draft() -> None:
    first, second = read(
        '<DT><A HREF="https://e.org/1" PRIVATE="1">x</A><DT><A HREF="https://e.org/2" PRIVATE="0">y</A>'
    )

    assert (first.sidecar.draft, second.sidecar.draft) == (True, None)


@pytest.mark.parametrize("href", ["javascript:alert(1)", "place:sort=8", "file:///home/me/x.pdf", "chrome://settings"])
def test_what_leads_to_no_web_address_is_kept_unpublished(href: str) -> None:
    (document,) = read(f'<DT><A HREF="{href}">x</A>')

    assert (document.url, document.sidecar.draft) == (None, True)
    assert document.cut == (Cut(f"href: {href}", "no web address"),)


def test_other_attributes_are_kept_with_their_reason() -> None:
    (document,) = read('<DT><A HREF="https://e.org" SHORTCUTURL="e" ICON="data:image/png;base64,AAAA">x</A>')

    assert document.cut == (
        Cut("shortcuturl: e", "a field that only bookmark files use"),
        Cut("icon: a picture of 26 characters", "a field that only bookmark files use"),
    )


def test_what_is_said_of_a_folder_goes_with_its_first_link() -> None:
    (document,) = read('<DT><H3>Rivers</H3><DD>All of them<DL><p><DT><A HREF="https://e.org">x</A></DL>')

    assert document.cut == (Cut("All of them", "said of the folder"),)


def test_elements_that_nobody_closes_are_no_harm() -> None:
    documents = read('<DT><H3>Rivers<DL><DT><A HREF="https://e.org/1">one<DT><A HREF="https://e.org/2">two')

    assert [document.url for document in documents] == ["https://e.org/1", "https://e.org/2"]


def test_a_file_without_links_is_a_problem() -> None:
    with pytest.raises(SourceError) as raised:
        read("<DT><H3>Empty</H3><DL></DL>")

    assert str(raised.value) == "seeds/bookmarks.html: a bookmark file without links (export it anew, or remove it)"


def test_ten_thousand_links_in_deep_folders_are_read() -> None:
    inner = "<DL><p><DT><H3>f</H3>" * 500 + "<DL>" + '<DT><A HREF="https://e.org/">x</A>' * 10_000

    assert len(read(inner)) == 10_000
