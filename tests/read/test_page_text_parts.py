"""Of a page's text, what stands apart from the rest stays, and what is set among it for other ends goes."""

from __future__ import annotations

import pytest
from saved_pages import TEXT, a_page, read_page

from digest.blocks import Heading, Paragraph, plain_text, walk_blocks
from digest.documents import Document
from digest.read.html import read_html

MORE = (
    "<p>A mill needs a head of water, and the head at Ansley is four feet when the sluice has been shut for a night.</p>"
    "<p>The stones were dressed by hand, a day for each of them, and the furrows have kept their edge for a year now.</p>"
    "<p>Rye is ground slower than wheat, since its bran is soft and smears the stone as soon as that becomes warm.</p>"
    "<p>What the baker pays for the sack covers the oil for the bearings and a new belt for the sifter each spring.</p>"
)
LONG = TEXT + MORE
OPENING = (
    "Forty years is a long time for a wheel to stand still, and longer still for the people who live beside its water."
)


def lines_of(document: Document) -> list[str]:
    return [
        plain_text(block.children) for block in walk_blocks(document.blocks) if isinstance(block, Heading | Paragraph)
    ]


def text_of(page: str | bytes) -> str:
    return "\n".join(lines_of(read_page(page if isinstance(page, bytes) else page.encode())))


# --- the opening


@pytest.mark.parametrize(
    "hero",
    [
        pytest.param(f"<h1>The Water</h1><p>{OPENING}</p>", id="below the headline"),
        pytest.param(f"<h1>The Water</h1><div><div class=deck>{OPENING}</div></div>", id="in a box of its own"),
    ],
)
def test_the_text_begins_where_the_page_opens_it(hero: str) -> None:
    page = f"<body><div class=wrap><section>{hero}</section><section><div>{LONG}</div></section></div></body>"
    assert text_of(page).startswith(OPENING)


@pytest.mark.parametrize(
    ("head", "line"),
    [
        pytest.param("", "By Ann Lee, 3 May 2024", id="a byline"),
        pytest.param("", f'<a href="/other">{OPENING}</a>', id="a link to another page"),
        pytest.param(f'<meta name="description" content="{OPENING}">', OPENING, id="the deck, which has its own place"),
        pytest.param(
            '<meta name="author" content="Ann Lee">',
            "Ann Lee is a writer from Ansley who spends most of her free time and her work hours at the old mill.",
            id="who the author is",
        ),
    ],
)
def test_the_text_does_not_begin_with(head: str, line: str) -> None:
    page = (
        f"<html><head>{head}</head><body><div class=wrap><section><h1>The Water</h1><div>{line}</div></section>"
        f"<section><div>{LONG}</div></section></div></body></html>"
    )
    assert text_of(page).startswith("The mill at Ansley")


# --- boxes


def test_a_box_of_prose_among_the_paragraphs_is_the_texts_own() -> None:
    box = "<div class=callout>Keep the sluice shut for a night before you grind, or the wheel will stop after an hour of work.</div>"
    assert "Keep the sluice shut" in text_of(a_page(below=TEXT.replace("<p>By", box + "<p>By") + MORE))


def test_answers_in_boxes_of_one_shape_are_all_kept() -> None:
    posts = "".join(
        f'<div class="post"><div class="body">{words}</div></div>'
        for words in (
            "How long does it take to grind a sack of rye at a mill with a wheel as old as the one at Ansley, roughly?",
            "Slower than you would think, since rye smears the stone when it becomes warm, so give it most of a day.",
            "My wheel does it in an afternoon, but the stones are new and the water is higher on our side of the valley.",
        )
    )
    text = text_of(f"<body><main><h1>Grinding rye</h1>{posts}</main></body>")
    assert [place in text for place in ("How long", "Slower than", "My wheel")] == [True, True, True]


def test_points_of_a_list_that_ends_the_text_stay() -> None:
    listed = (
        "<p>What comes next, as the miller told us:</p><ul><li>We shall dress the second pair of stones in spring.</li>"
        "<li>We want to grind for two more bakers of the valley.</li></ul>"
    )
    assert "We want to grind for two more bakers" in text_of(
        a_page(below=LONG, after="").replace(b"</main>", listed.encode() + b"</main>")
    )


# --- what is set among the text


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('<p><a href="/shop">Buy the zebra</a></p>', id="a link that tells what to do"),
        pytest.param("<p>Get the zebra and more stories like it in your inbox</p>", id="a newsletter"),
        pytest.param("<p>You must log in to see the zebra</p>", id="a door"),
        pytest.param("<h2>Recent blogs</h2><p>The zebra of Ansley</p>", id="the newest posts"),
        pytest.param("<h3>Ann Lee</h3><p>Ann Lee is a miller who once saw a zebra.</p>", id="who the author is"),
    ],
)
def test_the_text_is_without(line: str) -> None:
    page = a_page('<meta name="author" content="Ann Lee">').replace(b"</main>", f"{MORE}{line}</main>".encode())
    assert "zebra" not in text_of(page)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<p>The sentence ends with a link to <a href=/x>the mill</a></p>", id="a link within a sentence"),
        pytest.param("<p>Ann Lee said that the wheel will turn again.</p>", id="a sentence about what the author said"),
        pytest.param("<p>Buy rye early in the year, when it is dry.</p>", id="advice that is no link"),
    ],
)
def test_the_text_keeps(line: str) -> None:
    page = a_page('<meta name="author" content="Ann Lee">').replace(b"</main>", f"{line}{MORE}</main>".encode())
    assert plain(line) in text_of(page)


def plain(markup: str) -> str:
    return "\n".join(lines_of(read_page(f"<body>{markup}</body>".encode())))


# --- what scripts would have done


def test_questions_on_buttons_are_headings_above_their_answers() -> None:
    folded = (
        "<div><button aria-expanded=false>Can rye be ground here?</button><div><p>It can, and it is ground slowly.</p></div></div>"
        "<h3><button>Who owns the water</button></h3><p>Nobody in the valley had asked for forty years.</p>"
        "<button>Subscribe</button>"
    )
    document = read_page(a_page(below=LONG + folded))
    headings = [plain_text(block.children) for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["Can rye be ground here?", "Who owns the water"]


def test_parts_that_a_server_sent_late_stand_where_they_belong() -> None:
    page = (
        f"<body><main><h1>The Water</h1>{TEXT}<template id=B:0></template><p>And so it goes on.</p></main>"
        f"<nav>{'<a href=/x>Menu of the whole site</a>' * 30}</nav>"
        f"<div hidden id=S:0>{MORE}<template id=B:1></template></div><div hidden id=S:1><p>The belt is new.</p></div></body>"
    )
    lines = lines_of(read_page(page.encode()))
    assert [lines[0][:8], lines[3][:6], lines[-2], lines[-1]] == [
        "The mill",
        "A mill",
        "The belt is new.",
        "And so it goes on.",
    ]


def test_letters_that_were_encoded_twice_are_read_as_they_were_meant() -> None:
    page = a_page(below="<p>The miller’s wheel – “Old Ann”.</p>").decode()
    twice = page.encode().decode("latin-1").encode()
    assert "The miller’s wheel – “Old Ann”." in text_of(twice)


def test_a_part_within_its_own_mark_does_no_harm() -> None:
    page = f"<body><main><h1>The Water</h1>{TEXT}</main><div hidden id=S:0><template id=B:0></template><p>x</p></div></body>"
    assert "sack of rye" in str(read_html(page.encode(), read_page(a_page()).source))
