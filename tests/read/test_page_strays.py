"""What trafilatura left out of a text that it took nearly whole goes, but for what shows itself a part of the text."""

from __future__ import annotations

import pytest
from lxml import html
from saved_pages import TEXT

from digest.read.page_controls import is_call
from digest.read.page_passages import find_passages
from digest.read.page_strays import find_strays

SENTENCE = (
    "Rye is ground slower than wheat is, since its bran is soft and smears the stone as soon as that becomes warm."
)
BODY = TEXT + TEXT.replace("mill", "wheel")


def left_out(markup: str) -> dict[str, str]:
    """The words of each block that is left out of a page and why; the blocks marked `title=took` are trafilatura's."""
    body = html.document_fromstring(markup.replace("<p>", "<p title=took>")).find("body")
    passages = find_passages(body)
    taken = {block for block in passages.words if block.get("title") == "took"}
    strays = find_strays(passages, list(passages.words), taken, body)
    return {" ".join(passages.words[block][:3]): why for block, why in strays.items()}


@pytest.mark.parametrize(
    ("markup", "strays"),
    [
        pytest.param(f"{BODY}<div>{SENTENCE}</div>{BODY}", {}, id="prose in the flow of the paragraphs"),
        pytest.param(
            f"<div>{BODY}</div><div><div>{SENTENCE}</div></div>{BODY}",
            {},
            id="prose in a box between paragraphs",
        ),
        pytest.param(
            f"<section>{BODY}</section><section><div class=wp-caption><img src=/rye.jpg><div>Rye, ground twice</div></div></section>{BODY}",
            {},
            id="the caption of a picture",
        ),
        pytest.param(
            f"<section>{BODY}</section><section><div>{SENTENCE}</div></section><section>{BODY}</section>",
            {"Rye is ground": "a box beside the text"},
            id="prose in a part of the page where no paragraph stands",
        ),
        pytest.param(
            f'<section>{BODY}</section><section><div class="post">{SENTENCE}</div></section>'
            f'<section><div class="post" title=took>{SENTENCE}</div>{BODY}</section>',
            {},
            id="an answer in a box like that of another",
        ),
        pytest.param(
            f"{BODY}<div>Our shop is open</div>{BODY}",
            {"Our shop is": "a box beside the text"},
            id="a short line in a box",
        ),
        pytest.param(
            f"{BODY}<ul><li>We shall dress the second pair of stones.</li><li>Home</li></ul>",
            {"Home": "after the text"},
            id="points after the text, and a word there",
        ),
        pytest.param(
            f'{BODY}<ul><li><a href="/x">How the second pair of stones was dressed</a></li></ul>',
            {"How the second": "after the text"},
            id="a list of links after the text",
        ),
    ],
)
def test_what_is_left_out_is(markup: str, strays: dict[str, str]) -> None:
    assert left_out(markup) == strays


def test_nothing_is_left_out_where_trafilatura_took_little() -> None:
    assert left_out(f"<p>{SENTENCE}</p><div>{SENTENCE}</div><div>{SENTENCE}</div><div>Shop</div>") == {}


@pytest.mark.parametrize(
    ("line", "linked", "is_one"),
    [
        pytest.param("Buy the poster", 3, True, id="a link that begins with a verb"),
        pytest.param("Buy the poster", 2, False, id="a line that is a link in part"),
        pytest.param("The poster", 2, False, id="a link that names a thing"),
        pytest.param("Buy the poster of the wheel at Ansley", 8, False, id="a whole sentence"),
    ],
)
def test_a_call_to_do_something_is(line: str, linked: int, is_one: bool) -> None:
    assert is_call(line.split(), linked) is is_one
