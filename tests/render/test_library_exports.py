"""The library as files for other programs: records hold what is stated, and our own readers take them back."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from lxml import etree
from sample_digest import SETTINGS, a_document, a_draft, a_library, an_article, sample_digest

from digest.documents import Document, Sidecar, Source
from digest.model import Article, Digest
from digest.read.bookmarks import read_bookmarks
from digest.read.media import guess_media_type
from digest.render.exports import BIBTEX, BOOKMARKS, CSL, RIS, SITES, export_pages
from digest.render.library import open_library

SOURCE = Source("seeds/bookmarks.htm", "text/x-bookmarks", "0")
HOSTILE = '</A><script>alert(1)</script> ]]> & " \x00\x0b\ud800'


def exports_of(digest: Digest) -> dict[str, str]:
    return {page.path: page.text for page in export_pages(open_library(digest), settings=SETTINGS)}


def a_piece(title: str = "Soil", **stated: Any) -> Article:
    return an_article(a_draft(a_document(title, **stated)))


WHOLE: dict[str, Any] = {
    "authors": ("Ada Lovelace", "王小明"),
    "site": "Example, weekly",
    "published": "2024-12",
    "accessed": "2025-01-03",
    "url": "https://example.org/soil?a=1&b=2",
    "lang": "en",
    "tags": ("soil", "carbon, stored"),
}


def test_ris_has_a_line_for_each_thing_that_is_stated() -> None:
    assert exports_of(a_library(a_piece(**WHOLE)))[RIS] == (
        "TY  - ELEC\nID  - lovelace2024\nAU  - Ada Lovelace\nAU  - 王小明\nTI  - Soil\nT2  - Example, weekly\n"
        "PY  - 2024\nDA  - 2024/12\nY2  - 2025/01/03\nUR  - https://example.org/soil?a=1&b=2\nLA  - en\n"
        "KW  - soil\nKW  - carbon stored\nER  - \n\n"
    )


def test_csl_json_has_what_is_stated_and_nothing_else() -> None:
    whole, bare = json.loads(exports_of(a_library(a_piece(**WHOLE), a_piece("Water", kind="paper")))[CSL])
    assert whole == {
        "id": "lovelace2024",
        "type": "webpage",
        "title": "Soil",
        "author": [{"literal": "Ada Lovelace"}, {"literal": "王小明"}],
        "container-title": "Example, weekly",
        "issued": {"date-parts": [[2024, 12]]},
        "accessed": {"date-parts": [[2025, 1, 3]]},
        "URL": "https://example.org/soil?a=1&b=2",
        "language": "en",
        "keyword": "soil, carbon stored",
    }
    assert bare == {"id": "water", "type": "article", "title": "Water"}


def test_the_records_of_all_forms_have_the_same_keys() -> None:
    exports = exports_of(sample_digest())
    keys = [record["id"] for record in json.loads(exports[CSL])]
    assert re.findall(r"^ID  - (.+)$", exports[RIS], re.MULTILINE) == keys
    assert re.findall(r"^@online\{(.+),$", exports[BIBTEX], re.MULTILINE) == keys
    assert len(set(keys)) == len(keys) == 3


def test_a_line_end_in_a_title_starts_no_tag() -> None:
    assert "\nUR  -" not in exports_of(a_library(a_titled("A\nUR  - b")))[RIS]


def a_titled(title: str, **stated: Any) -> Article:
    return an_article(a_draft(a_document(title, **stated)), path="articles/x.md", slug="x")


def test_what_the_curator_hides_is_in_none() -> None:
    hidden = a_piece("Hidden", url="https://example.org/hidden", sidecar=Sidecar(hide=True, note="Hidden."))
    exports = exports_of(a_library(hidden, a_piece("Shown", url="https://example.com/shown")))
    assert [path for path, text in exports.items() if "hidden" in text.lower()] == []


def test_where_nothing_has_an_address_no_file_lists_addresses() -> None:
    assert sorted(exports_of(a_library(a_piece()))) == sorted([BIBTEX, RIS, CSL])


def test_opml_has_each_site_once_by_name() -> None:
    digest = a_library(
        a_piece("A", url="https://example.org/a", site="Zebra"),
        a_piece("B", url="https://example.com/b"),
        a_piece("C", url="https://example.org/c"),
    )
    opml = etree.fromstring(exports_of(digest)[SITES].encode())
    assert opml.get("version") == "2.0"
    assert opml.findtext("head/title") == "Sites of Readings"
    assert [dict(outline.attrib) for outline in opml.findall("body/outline")] == [
        {
            "type": "link",
            "text": "https://example.com/",
            "url": "https://example.com/",
            "htmlUrl": "https://example.com/",
        },
        {"type": "link", "text": "Zebra", "url": "https://example.org/", "htmlUrl": "https://example.org/"},
    ]


# --- bookmarks


def read_back(*articles: Article) -> tuple[Document, ...]:
    return read_bookmarks(exports_of(a_library(*articles))[BOOKMARKS].encode(), SOURCE)


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("Read this twice.", id="words"),
        pytest.param("Read this.\n\nThen that.", id="two paragraphs"),
        pytest.param("Read *this* <b> & [that](https://example.com/):\n\n- one\n- two\n\n> three", id="Markdown"),
        pytest.param("Lines\nbroken", id="a line end"),
        pytest.param(None, id="none"),
    ],
)
def test_our_own_reader_takes_bookmarks_back_without_loss(note: str | None) -> None:
    stated = {**WHOLE, "tags": ("soil", "carbon"), "sidecar": Sidecar(note=note)}
    (document,) = read_back(a_piece("Soil & <water>", **stated))
    assert (document.title, document.url) == ("Soil & <water>", stated["url"])
    assert (document.accessed, document.published) == ("2025-01-03", "2024-12")
    assert document.tags == ("soil", "carbon")
    assert document.sidecar.note == note
    assert document.cut == ()


def test_tags_of_the_curator_come_before_those_of_the_source() -> None:
    (document,) = read_back(a_piece(url="https://example.org/", tags=("b", "a"), sidecar=Sidecar(tags=("a", "c"))))
    assert document.tags == ("a", "c", "b")


def test_a_bookmark_file_is_known_by_what_it_holds() -> None:
    written = exports_of(a_library(a_piece(url="https://example.org/")))[BOOKMARKS].encode()
    assert guess_media_type("anything.txt", written) == "text/x-bookmarks"


def test_hostile_words_stay_words() -> None:
    hostile = a_titled(HOSTILE, url='https://example.org/"><script>', tags=(HOSTILE,), sidecar=Sidecar(note=HOSTILE))
    written = exports_of(a_library(hostile))[BOOKMARKS]
    assert "<script" not in written
    (document,) = read_bookmarks(written.encode(), SOURCE)
    assert document.title == '</A><script>alert(1)</script> ]]> & " \N{REPLACEMENT CHARACTER} \N{REPLACEMENT CHARACTER}'
    assert document.sidecar.note == '</A><script>alert(1)</script> ]]> & "'  # Markdown still: a page writes it as words
