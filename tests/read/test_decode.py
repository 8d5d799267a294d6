"""Bytes become the text that a person would see; what is no text is an error."""

from __future__ import annotations

import pytest

from digest.errors import SourceError
from digest.read.decode import decode_text

WHERE = "seeds/x.txt"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("Ströbl".encode(), "Ströbl", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbfTitle", "Title", id="UTF-8 with a byte order mark"),
        pytest.param("Ströbl".encode("utf-16"), "Ströbl", id="UTF-16 with a byte order mark"),
        pytest.param("Ströbl — “so”".encode("cp1252"), "Ströbl — “so”", id="Windows-1252"),
        pytest.param(
            b"good \xe2\x80\x9cwords\xe2\x80\x9d and \xff one bad byte among so many",
            "good “words” and \ufffd one bad byte among so many",
            id="damaged UTF-8",
        ),
        pytest.param("Stro\u0308bl".encode(), "Ströbl", id="letters with loose accents"),
        pytest.param(b"a\r\nb\rc", "a\nb\nc", id="line ends of Windows and of old Macs"),
        pytest.param("a\u2028b".encode(), "a\nb", id="a line separator"),
        pytest.param(b"a\x07b", "ab", id="a bell"),
    ],
)
def test_text_is_read_from(content: bytes, text: str) -> None:
    assert decode_text(content, where=WHERE) == text


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(b"", "seeds/x.txt: empty (fill it, or remove it)", id="no bytes"),
        pytest.param(b" \n\t\n", "seeds/x.txt: empty (fill it, or remove it)", id="blank lines"),
        pytest.param(b"a\0b", "seeds/x.txt: not text (save it as plain text, or remove it)", id="a NUL"),
        pytest.param(
            bytes(range(1, 32)) * 9,
            "seeds/x.txt: not text (save it as plain text, or remove it)",
            id="control characters",
        ),
        pytest.param(
            b"a" * (5 * 1024 * 1024 + 1),
            "seeds/x.txt: too large: over 5 MiB of text (split it, or remove it)",
            id="more than a book",
        ),
    ],
)
def test_there_is_no_text_in(content: bytes, error: str) -> None:
    with pytest.raises(SourceError) as raised:
        decode_text(content, where=WHERE)

    assert str(raised.value) == error
