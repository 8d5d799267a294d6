"""A letter is read under its subject, sender and date; what stands around it, and what watches its reader, is cut."""

from __future__ import annotations

import pytest

from digest.blocks import Link, walk_inlines
from digest.documents import Cut, Document, Source
from digest.errors import SourceError
from digest.markdown.writer import write_blocks
from digest.read.mail import read_mail, read_mailbox
from digest.read.mail_address import clean_link, name_letter_address
from digest.read.mail_parts import decode_words
from digest.read.mail_sender import Sender, read_sender

BODY = "Worms turn the soil over, year after year, and nobody thanks them for it in the least, though all of us eat of their work."


def a_letter(body: str = BODY, *, kind: str = "text/plain; charset=utf-8", **headers: str) -> bytes:
    head = {
        "From": "Jane Doe <jane@example.org>",
        "Subject": "Worms",
        "Date": "Tue, 14 May 2024 23:30:00 -0700",
        **headers,
    }
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in head.items()]
    return "\n".join([*lines, f"Content-Type: {kind}", "", body]).encode()


def read(content: bytes) -> Document:
    (document,) = read_mail(content, Source("seeds/x.eml", "message/rfc822", "0" * 64))
    return document


def read_page(body: str, **headers: str) -> Document:
    return read(a_letter(f"<html><body>{body}</body></html>", kind="text/html; charset=utf-8", **headers))


def text_of(document: Document) -> str:
    return write_blocks(document.blocks)


def test_a_letter_states_title_author_and_day() -> None:
    document = read(a_letter())
    assert (document.title, document.authors, document.published) == ("Worms", ("Jane Doe",), "2024-05-14")
    assert [(origin.field, origin.where) for origin in document.origins] == [
        ("title", "the subject"),
        ("authors", "the sender"),
        ("published", "the letter's date"),
    ]
    assert text_of(document) == f"{BODY}\n"


@pytest.mark.parametrize(
    ("headers", "sender"),
    [
        pytest.param({"from": "Jane Doe <jane@example.org>"}, Sender(("Jane Doe",)), id="a person"),
        pytest.param(
            {"from": "Jane Doe from Soil Notes <x@example.org>"},
            Sender(("Jane Doe",), "Soil Notes"),
            id="a person from a publication",
        ),
        pytest.param({"from": "Jane Doe | Soil <x@example.org>"}, Sender(("Jane Doe",), "Soil"), id="with a bar"),
        pytest.param(
            {"from": '"Jane Doe (Soil Notes)" <x@example.org>'}, Sender(("Jane Doe",), "Soil Notes"), id="in brackets"
        ),
        pytest.param(
            {"from": "Jane Doe's Newsletter <x@example.org>"},
            Sender(("Jane Doe",), "Jane Doe's Newsletter"),
            id="a person's newsletter",
        ),
        pytest.param({"from": "The Soil Weekly <x@example.org>"}, Sender((), "The Soil Weekly"), id="a publication"),
        pytest.param(
            {"from": "Money Stuff <x@example.org>", "list-id": "<x>"},
            Sender((), "Money Stuff"),
            id="a list that might be a person",
        ),
        pytest.param(
            {"from": "Jane Doe <jane.doe@example.org>", "list-id": "Soil Notes <s.x>"},
            Sender(("Jane Doe",), "Soil Notes"),
            id="a person on a list",
        ),
        pytest.param({"from": "jane@example.org (Jane Doe)"}, Sender(("Jane Doe",)), id="a person in the old form"),
        pytest.param({"from": "noreply@example.org"}, Sender(), id="an address alone"),
        pytest.param({"from": ""}, Sender(), id="nobody"),
        pytest.param({}, Sender(), id="no line at all"),
    ],
)
def test_a_sender_is(headers: dict[str, str], sender: Sender) -> None:
    assert read_sender(headers) == sender


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param("=?utf-8?q?W=C3=BCrmer?=", "Würmer", id="quoted-printable"),
        pytest.param("=?UTF-8?B?V8O8cm1lcg==?=", "Würmer", id="base64"),
        pytest.param("=?utf-8?b?V8M=?= =?utf-8?b?vHJtZXI=?=", "Würmer", id="a letter torn apart"),
        pytest.param("=?iso-8859-1?q?W=FCrmer?= und =?utf-8?q?B=C3=A4r?=", "Würmer und Bär", id="two charsets"),
        pytest.param("=?klingon?q?Worms?=", "Worms", id="a charset of nobody's"),
        pytest.param("=?utf-8?b?!!!?= Worms", "Worms", id="broken base64"),
        pytest.param("W\udcc3\udcbcrmer", "Würmer", id="bare UTF-8"),
        pytest.param("W\udcfcrmer", "Würmer", id="bare Latin-1"),
        pytest.param("Worms\n\tand  leaves", "Worms and leaves", id="two lines"),
    ],
)
def test_a_header_is_decoded(raw: str, words: str) -> None:
    assert decode_words(raw) == words


@pytest.mark.parametrize(
    "subject",
    [pytest.param(f"{prefix}Worms", id=prefix) for prefix in ("Fwd: ", "Re: Fwd: ", "AW: ", "[Soil] ", "Fwd: [Soil] ")],
)
def test_a_subject_is_the_title_without(subject: str) -> None:
    assert read(a_letter(Subject=subject, List_Id="Soil <soil.example.org>")).title == "Worms"


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        pytest.param("iso-8859-1", "Würmer — gut".encode("cp1252"), id="Latin-1 that is Windows's"),
        pytest.param("us-ascii", "Würmer — gut".encode(), id="ASCII that is UTF-8"),
        pytest.param("utf-8", "Würmer — gut".encode("cp1252"), id="UTF-8 that is Windows's"),
        pytest.param("x-nonsense", "Würmer — gut".encode(), id="a charset of nobody's"),
        pytest.param("utf-7", b"W+APw-rmer +IBQ gut", id="UTF-7"),
    ],
)
def test_a_wrong_charset_is_seen_through(charset: str, body: bytes) -> None:
    head = f"Subject: Worms\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n".encode()
    assert text_of(read(head + body)) == "Würmer — gut\n"


def test_flowing_lines_are_joined() -> None:
    letter = a_letter("Worms turn the \nsoil over.\n\nEach year.", kind="text/plain; format=flowed")
    assert text_of(read(letter)) == "Worms turn the soil over.\n\nEach year.\n"


def test_a_signature_is_cut() -> None:
    document = read(a_letter(f"{BODY}\n\n-- \nJane Doe\n1 Garden Lane"))
    assert (text_of(document), document.cut) == (f"{BODY}\n", (Cut("Jane Doe\n1 Garden Lane", "the signature"),))


@pytest.mark.parametrize(
    ("html", "cut", "why"),
    [
        pytest.param(
            '<div style="display:none">Look!</div>',
            "Look!",
            "hidden: a preview for the list of letters, or another layout",
            id="a preview",
        ),
        pytest.param(
            '<div style="max-height: 0px; overflow: hidden">Look!</div>',
            "Look!",
            "hidden: a preview for the list of letters, or another layout",
            id="of no height",
        ),
        pytest.param(
            '<img src="https://t.example.net/o?u=1" width="1" height="1">',
            "t.example.net",
            "a picture that counts who opens the letter",
            id="a pixel",
        ),
        pytest.param(
            '<p><a href="https://x.org/1">View in browser</a></p>',
            "View in browser",
            "a link to view it in a browser",
            id="view in browser",
        ),
        pytest.param(
            '<p>Probleme? <a href="https://x.org/1">Im Browser ansehen</a></p>',
            "Probleme? Im Browser ansehen",
            "a link to view it in a browser",
            id="in German",
        ),
        pytest.param("<h1>Worms</h1>", "Worms", "the title once more", id="the title again"),
        pytest.param("<p>May 14, 2024</p>", "May 14, 2024", "the line that states the date", id="the day again"),
    ],
)
def test_before_the_text_is_cut(html: str, cut: str, why: str) -> None:
    document = read_page(f"{html}<p>{BODY}</p>")
    assert (text_of(document), document.cut) == (f"{BODY}\n", (Cut(cut, why),))


@pytest.mark.parametrize(
    ("html", "why"),
    [
        pytest.param(
            '<p><a href="https://x.org/s">Subscribe now</a></p><p>Leaves.</p>',
            "a button",
            id="a button within the text",
        ),
        pytest.param(
            '<p>You can <a href="https://x.org/u">unsubscribe</a>.</p>', "the footer of the letter", id="the way out"
        ),
        pytest.param("<hr><p>© 2024 Soil Notes, 1 Garden Lane</p>", "the footer of the letter", id="the rights"),
        pytest.param(
            '<p>Vous recevez ce message. <a href="https://x.org/u">Se désabonner</a></p>',
            "the footer of the letter",
            id="in French",
        ),
    ],
)
def test_below_the_text_is_cut(html: str, why: str) -> None:
    document = read_page(f"<p>{BODY}</p>{html}")
    assert [cut.why for cut in document.cut] == [why]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(
            "<p>I asked them to unsubscribe me from the world.</p>" + f"<p>{BODY}</p>" * 9, id="unsubscribe in the text"
        ),
        pytest.param(f"<p>{BODY}</p><p>Yours, Jane</p>", id="a greeting"),
        pytest.param("<p>Open a book and read it in a garden.</p>", id="a line on reading"),
    ],
)
def test_nothing_is_cut_of(html: str) -> None:
    assert read_page(html).cut == ()


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        pytest.param("https://x.org/a?b=1&token=abc&subscriber_id=9", "https://x.org/a?b=1", id="by common names"),
        pytest.param("https://mailchi.mp/x/worms?e=5f2d", "https://mailchi.mp/x/worms", id="by Mailchimp's own"),
        pytest.param("https://x.org/a?e=5f2d&sid=7", "https://x.org/a?e=5f2d&sid=7", id="not by what may name a page"),
        pytest.param("mailto:jane@x.org?subject=a", "mailto:jane@x.org?subject=a", id="not in a mail address"),
        pytest.param("http://[broken?token=1", "http://[broken?token=1", id="not where it is broken"),
    ],
)
def test_a_link_does_not_name_the_reader(url: str, clean: str) -> None:
    assert clean_link(url) == clean


@pytest.mark.parametrize(
    ("url", "address"),
    [
        pytest.param(
            "https://x.substack.com/p/slow-ink-and-paper?token=1&r=2",
            "https://x.substack.com/p/slow-ink-and-paper",
            id="a piece",
        ),
        pytest.param(
            "https://us1.campaign-archive.com/?u=1&id=2&e=3",
            "https://us1.campaign-archive.com/?u=1&id=2",
            id="an archive by numbers",
        ),
        pytest.param("https://x.us1.list-manage.com/track/click?u=1", None, id="one that counts: none"),
        pytest.param(
            "https://x.org/a/eyJ1c2VyX2lkIjoxMjM0NTY3ODkwfQabcdefghijklmnop012345",
            None,
            id="one that is a secret: none",
        ),
        pytest.param("https://x.org/", None, id="a front page: none"),
        pytest.param("mailto:jane@x.org", None, id="no web address: none"),
    ],
)
def test_a_letter_stands_at(url: str, address: str | None) -> None:
    assert name_letter_address(url) == address


def test_the_page_is_read_without_its_readers_name() -> None:
    document = read_page(f'<p>{BODY} <a href="https://x.org/a?b=1&amp;token=abc">More</a></p>')
    assert [one.url for one in walk_inlines(document.blocks) if isinstance(one, Link)] == ["https://x.org/a?b=1"]


def test_plain_words_serve_where_the_page_has_none() -> None:
    parts = f"--b\nContent-Type: text/plain\n\n{BODY}\n--b\nContent-Type: text/html\n\n<img src='https://x.org/all.jpg'>\n--b--\n"
    assert text_of(read(a_letter(parts, kind="multipart/alternative; boundary=b"))) == f"{BODY}\n"


def test_a_letter_that_only_forwards_is_the_one_within() -> None:
    inner = a_letter(Subject="Leaves", From="Ann Roe <ann@example.org>").decode()
    document = read(
        a_letter(f"--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n", kind="multipart/mixed; boundary=b")
    )
    assert (document.title, document.authors) == ("Leaves", ("Ann Roe",))


def a_mailbox(*letters: bytes) -> bytes:
    return b"".join(b"From MAILER-DAEMON Tue May 14 10:00:00 2024\n" + letter + b"\n\n" for letter in letters)


def read_box(content: bytes) -> list[Document]:
    return list(read_mailbox(content, Source("seeds/x.mbox", "application/mbox", "0" * 64)))


def test_a_mailbox_holds_a_document_for_each_letter() -> None:
    documents = read_box(
        a_mailbox(a_letter(Subject="Worms", Message_ID="<1@x>"), a_letter(Subject="Leaves", Message_ID="<2@x>"))
    )
    assert [(document.title, document.key) for document in documents] == [("Worms", "1@x"), ("Leaves", "2@x")]


def test_a_line_of_a_letter_that_begins_with_from_stays_in_it() -> None:
    (document,) = read_box(
        a_mailbox(a_letter(f"{BODY}\n\n>From here on it rains.\n\nFrom there on it snows, they say."))
    )
    assert text_of(document) == f"{BODY}\n\nFrom here on it rains.\n\nFrom there on it snows, they say.\n"


def test_a_letter_without_words_is_named_and_costs_no_other() -> None:
    (document,) = read_box(a_mailbox(b"Subject: nothing\n", a_letter()))
    assert document.cut[-1] == Cut("letter 1 of 2", "no words in this letter")


def test_a_mailbox_that_lost_its_first_line_still_holds_its_letters() -> None:
    damaged = a_mailbox(a_letter(), a_letter(Subject="Leaves")).partition(b"\n")[2]
    assert [document.title for document in read_box(damaged)] == ["Worms", "Leaves"]


def a_deep_letter(levels: int) -> bytes:
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(levels)
    )
    return b"Subject: Deep\n" + opened + b"Content-Type: text/plain\n\nWorms.\n"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(b"", "seeds/x.eml: no words in this letter (save the letter again, or remove it)", id="nothing"),
        pytest.param(
            a_deep_letter(1000),
            "seeds/x.eml: parts within parts without end (save its text, or remove it)",
            id="a thousand parts within each other",
        ),
        pytest.param(
            b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 3000,
            "seeds/x.eml: more than 2000 parts (save its text, or remove it)",
            id="thousands of parts",
        ),
        pytest.param(
            bytes(41 * 1024 * 1024),
            "seeds/x.eml: too large: over 40 MiB (save only its text, or remove it)",
            id="too large",
        ),
    ],
)
def test_a_letter_fails_in_one_line_that_is(content: bytes, error: str) -> None:
    with pytest.raises(SourceError) as raised:
        read(content)
    assert str(raised.value) == error


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Content-Type: text/plain; " + "a=b; " * 50_000, id="a content type of 250 KB"),
        pytest.param("From: " + "(" * 100_000, id="brackets without end"),
        pytest.param("From: " + "a@b, " * 50_000, id="thousands of senders"),
        pytest.param("Subject: " + "=?utf-8?q?a?= " * 50_000, id="thousands of encoded words"),
        pytest.param(
            "Content-Type: text/plain; " + "".join(f"n*{n}*=x;" for n in range(20_000)),
            id="a parameter in thousands of pieces",
        ),
        pytest.param("Date: " + "9" * 5000, id="a day of no calendar"),
        pytest.param("Content-Type: text/plain; charset=" + "x" * 5000, id="a charset of 5,000 letters"),
        pytest.param("Content-Type: text/plain\nContent-Transfer-Encoding: base64", id="base64 that is none"),
        pytest.param(
            "Subject: \udcff\udcfe".encode("utf-8", "surrogateescape").decode("latin-1"), id="bytes of no charset"
        ),
        pytest.param("X" * 100_000, id="a line that is no header"),
    ],
)
def test_a_hostile_head_costs_nothing(head: str) -> None:
    assert read(f"{head}\n\n{BODY}\n".encode()).blocks


def test_a_deep_but_sane_letter_is_read() -> None:
    assert text_of(read(a_deep_letter(20))) == "Worms.\n"


def test_lines_that_a_program_broke_are_made_whole_and_quoted_ones_are_a_quote() -> None:
    body = (
        "The heron stands where the stream comes in, because moving water\nFreezes last. It has learned this.\n\n"
        "> Has anybody seen the other one, which stood for a year and a day\n> below the weir?\n\nNo.\nNot I.\n"
    )
    letter = f"From: A <a@example.org>\nTo: b@example.org\nSubject: Herons\nMIME-Version: 1.0\n\n{body}"
    (document,) = read_mail(letter.encode(), Source("seeds/heron.eml", "message/rfc822", "0"))
    assert write_blocks(document.blocks) == (
        "The heron stands where the stream comes in, because moving water Freezes last. It has learned this.\n\n"
        "> Has anybody seen the other one, which stood for a year and a day below the weir?\n\nNo.\n\nNot I.\n"
    )
