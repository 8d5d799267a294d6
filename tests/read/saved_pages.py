"""Saved pages to read in tests: a few paragraphs under a headline, and whatever a test puts into head and body."""

from __future__ import annotations

from digest.documents import Document, Source
from digest.read.html import read_html

TEXT = (
    "<p>The mill at Ansley stood idle for forty years before anybody asked who owned the water that drove its wheel.</p>"
    "<p>Every stream in the valley had been measured when the railway came, and nobody had looked at the numbers since.</p>"
    "<p>By autumn the wheel turned again, slowly at first, and the baker was the first to bring a sack of rye.</p>"
)
SOURCE = Source("seeds/mill.html", "text/html", "0")


def a_page(
    head: str = "", *, h1: str = "The Water of Ansley", below: str = "", after: str = "", html: str = ""
) -> bytes:
    return f"<!DOCTYPE html><html {html}><head>{head}</head><body><main><h1>{h1}</h1>{below}{TEXT}</main>{after}</body></html>".encode()


def read_page(content: bytes) -> Document:
    (document,) = read_html(content, SOURCE)
    return document


def origin_of(document: Document, field: str) -> str:
    return next((origin.where for origin in document.origins if origin.field == field), "")
