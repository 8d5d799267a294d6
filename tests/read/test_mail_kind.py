"""Messages, mailboxes and pages saved as one file are told by their first lines, whatever they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.read.media import guess_media_type

SAVED = Path(__file__).parent / "saved"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        pytest.param("newsletter.eml", "message/rfc822", id="a letter"),
        pytest.param("plain_letter.eml", "message/rfc822", id="a plain letter"),
        pytest.param("letters.mbox", "application/mbox", id="a mailbox"),
        pytest.param("page.mhtml", "multipart/related", id="a saved page"),
    ],
)
def test_a_file_is_told_under_any_name(name: str, media_type: str) -> None:
    assert guess_media_type("x.txt", (SAVED / name).read_bytes()) == media_type


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("From: the editors\nTo: all readers\n\nDear all.", id="a memorandum"),
        pytest.param("From the sea at 10:30 came a wind.\nIt was cold: very.", id="a sentence that begins so"),
        pytest.param("Subject: Worms\nDate: today\nFrom: me\n\nText.", id="a head typed by hand"),
        pytest.param("Note: one\nNote: two", id="lines with colons"),
    ],
)
def test_a_text_stays_a_text(text: str) -> None:
    assert guess_media_type("x.txt", text.encode()) == "text/plain"
