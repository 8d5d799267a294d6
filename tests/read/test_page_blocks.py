"""What a page's elements become: the blocks that a reader sees, as the Markdown that is written of them."""

from __future__ import annotations

import pytest

from digest.markdown.writer import write_blocks
from digest.read.html_fragment import read_fragment


def markdown_of(fragment: str) -> str:
    return write_blocks(read_fragment(fragment, base="https://ansley.example/mill/"))


@pytest.mark.parametrize(
    ("fragment", "markdown"),
    [
        pytest.param(
            '<img src="/wheel.jpg" alt="The wheel">', "![The wheel](https://ansley.example/wheel.jpg)", id="a picture"
        ),
        pytest.param('<img src="/blank.gif" data-src="/a.jpg">', "![](https://ansley.example/a.jpg)", id="a lazy one"),
        pytest.param(
            '<img src="/img/lazy-placeholder.png" data-large="/a.webp?w=9">',
            "![](https://ansley.example/a.webp?w=9)",
            id="one whose page has a name of its own for its address",
        ),
        pytest.param('<img data-bg="{url}/a.jpg">', "", id="none where the address waits for a script"),
        pytest.param(
            '<img srcset="/c_fill,w_300/a.jpg 300w, /c_fill,w_900/a.jpg 900w, /c_fill,w_600/a.jpg 600w">',
            "![](https://ansley.example/c_fill,w_900/a.jpg)",
            id="the widest of a set",
        ),
        pytest.param(
            '<picture><source srcset="/a.webp 1x, /b.webp 2x"><img src="data:image/gif;base64,R0lG" alt="Weir"></picture>',
            "![Weir](https://ansley.example/b.webp)",
            id="one whose addresses stand beside it",
        ),
        pytest.param(
            '<img src="data:image/gif;base64,R0" alt="Weir"><noscript><img src="/weir.jpg" alt="Weir"></noscript>',
            "![Weir](https://ansley.example/weir.jpg)",
            id="one for readers without scripts",
        ),
        pytest.param(
            '<img data-src="/weir.jpg" alt="Weir"><noscript><img src="/weir.jpg" alt="Weir"></noscript>',
            "![Weir](https://ansley.example/weir.jpg)",
            id="one, once, where both kinds of readers have it",
        ),
        pytest.param(
            '<noscript><img src="/weir.jpg" alt="Weir"></noscript><img data-src="/weir.jpg" alt="Weir">',
            "![Weir](https://ansley.example/weir.jpg)",
            id="one, once, where that for readers without scripts comes first",
        ),
        pytest.param(
            "<noscript>Turn on scripts <img src=/a.jpg></noscript>", "", id="none where scripts are asked for"
        ),
        pytest.param('<img src="/hit" width=1 height=1>', "", id="none that counts visits"),
        pytest.param('<img src="/star.png" width=16 height=16 alt="Star">', "", id="no sign beside words"),
        pytest.param('<img src="/jo.jpg" class="avatar photo" alt="Jo">', "", id="no face beside a comment"),
        pytest.param(
            '<p>Ha<img src="/s.gif" class="smilie" alt=":-)">', "Ha&#58;-)", id="the sign that a smile stands for"
        ),
        pytest.param(
            '<img src="/pin.png"><p>One</p><img src="/pin.png"><p>Two</p><img src="/pin.png">',
            "One\n\nTwo",
            id="no ornament",
        ),
        pytest.param(
            "<table><tr><th>Mill<th>Runs<tr><td>Ansley<td><img src=/y.png width=20 alt=yes><tr><td>Brook<td><img src=/y.png width=20 alt=yes>"
            "<tr><td>Weir<td><img src=/y.png width=20 alt=yes></table>",
            "| Mill | Runs |\n| --- | --- |\n"
            + "\n".join(f"| {mill} | ![yes](https://ansley.example/y.png) |" for mill in ("Ansley", "Brook", "Weir")),
            id="the ticks of a table",
        ),
        pytest.param(
            '<img src="mill_files/a.jpg" data-src="https://cdn.example/a.jpg">',
            "![](https://ansley.example/mill/mill_files/a.jpg)",
            id="the copy that a browser has saved",
        ),
    ],
)
def test_of_pictures_a_page_keeps(fragment: str, markdown: str) -> None:
    assert markdown_of(fragment).strip() == markdown
