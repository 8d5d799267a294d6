"""What kind of file a source is shows in its content first, then in its name."""

from __future__ import annotations

import pytest

from digest.read.media import guess_media_type


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        pytest.param("x.txt", b"The Old Mill\n", "text/plain", id="text"),
        pytest.param("x", b"The Old Mill\n", "text/plain", id="text without a suffix"),
        pytest.param("x.MD", b"The Old Mill\n", "text/markdown", id="Markdown by its name"),
        pytest.param("x.txt", b"---\ntitle: Mill\n---\nText\n", "text/markdown", id="Markdown by its front matter"),
        pytest.param("x.txt", b'+++\ntitle = "Mill"\n+++\nText\n', "text/markdown", id="Markdown by its TOML"),
        pytest.param("x.txt", b"---\nThe Old Mill\n---\nText\n", "text/plain", id="text between two rules"),
        pytest.param("x.txt", b"\xef\xbb\xbf<!DOCTYPE html><html>", "text/html", id="a saved page named as text"),
        pytest.param(
            "x.txt", b"<?xml version='1.0'?>\n<rss version='2.0'>", "application/rss+xml", id="a feed named as text"
        ),
        pytest.param("x.txt", b"%PDF-1.7", "application/pdf", id="a PDF named as text"),
        pytest.param("x.epub", b"PK\x03\x04", "application/epub+zip", id="a book in a zip"),
        pytest.param("x.txt", b"<html> is the tag that opens a page.", "text/html", id="a tag first of all"),
        pytest.param("x.txt", b"The tag <html> opens a page.", "text/plain", id="a tag in a sentence"),
    ],
)
def test_the_kind_is_told_for(name: str, content: bytes, media_type: str) -> None:
    assert guess_media_type(name, content) == media_type
