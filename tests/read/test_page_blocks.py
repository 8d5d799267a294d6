"""What a page's elements become: the blocks that a reader sees, as the Markdown that is written of them."""

from __future__ import annotations

import pytest

from digest.blocks import Quote, walk_blocks
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
        pytest.param('<img src="/transparent-pixel_1x1.png">', "", id="none that only holds the place"),
        pytest.param(
            '<img src="/earl-grey.jpg" class="lazy-loader">',
            "![](https://ansley.example/earl-grey.jpg)",
            id="one with such a word in its name",
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
        pytest.param(
            '<figure><img class="thumbnail" src="/small.jpg"><div><img class="image" data-src="/large.jpg"></div></figure>',
            "![](https://ansley.example/large.jpg)",
            id="one, not the preview in its place",
        ),
        pytest.param(
            '<figure><img src="/max/44/weir.jpg?q=20"><noscript><img src="/max/796/weir.jpg"></noscript></figure>',
            "![](https://ansley.example/max/796/weir.jpg)",
            id="that for readers without scripts, where a blurred one of its name stands first",
        ),
        pytest.param('<img src="/hit" width=1 height=1>', "", id="none that counts visits"),
        pytest.param('<img src="/hit" width=1>', "", id="none that counts visits, of one side"),
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


@pytest.mark.parametrize(
    ("fragment", "markdown"),
    [
        pytest.param('<pre><code class="hljs language-go">x</code></pre>', "```go\nx\n```", id="a class"),
        pytest.param('<pre><code class="hljs javascript">x</code></pre>', "```javascript\nx\n```", id="a bare name"),
        pytest.param(
            '<div class="highlight highlight-source-shell"><pre>x</pre></div>',
            "```shell\nx\n```",
            id="what is around it",
        ),
        pytest.param(
            '<div class="language-js highlighter"><div class="highlight"><pre><code>x</code></pre></div></div>',
            "```js\nx\n```",
            id="what is further around it",
        ),
        pytest.param('<pre class="brush: php; gutter: true">x</pre>', "```php\nx\n```", id="a brush"),
        pytest.param('<pre class="language-plaintext">x</pre>', "```\nx\n```", id="nothing where it is plain text"),
        pytest.param(
            '<div class="language-js"><p>One</p><pre>x</pre><pre>y</pre></div>',
            "One\n\n```\nx\n```\n\n```\ny\n```",
            id="nothing that stands around two",
        ),
    ],
)
def test_the_language_of_code_is_named_by(fragment: str, markdown: str) -> None:
    assert markdown_of(fragment).strip() == markdown


@pytest.mark.parametrize(
    "fragment",
    [
        pytest.param(
            '<table><tr><td class="gutter"><pre>1\n2</pre></td><td><pre>a = 1\n  b = 2</pre></td></tr></table>',
            id="in a column of their own",
        ),
        pytest.param(
            '<pre><span class="lineno">1 </span>a = 1\n<span class="lineno">2 </span>  b = 2</pre>', id="in each line"
        ),
        pytest.param(
            '<table><tr><td class="blob-num" data-line-number="1"></td><td>a = 1</td></tr>'
            '<tr><td class="blob-num" data-line-number="2"></td><td>  b = 2</td></tr></table>',
            id="in a table of lines",
        ),
        pytest.param('<pre><div class="line">a = 1</div><div class="line">  b = 2</div></pre>', id="nowhere"),
        pytest.param("<div><div>Copy code</div><pre>a = 1\n  b = 2</pre></div>", id="nowhere, below a button"),
    ],
)
def test_code_is_kept_to_the_letter_without_the_numbers_of_its_lines(fragment: str) -> None:
    assert markdown_of(fragment) == "```\na = 1\n  b = 2\n```\n"


TEX = '<annotation encoding="application/x-tex">a^2</annotation>'


@pytest.mark.parametrize(
    ("fragment", "markdown"),
    [
        pytest.param(f"<p>So <math><semantics><mi>a</mi>{TEX}</semantics></math>.", "So `a^2`.", id="its annotation"),
        pytest.param('<p>So <math alttext="{\\displaystyle a^2}"><mi>a</mi></math>.', "So `a^2`.", id="its other text"),
        pytest.param(
            f'<p>So <span class="katex"><span class="katex-mathml"><math><semantics><mi>a</mi>{TEX}</semantics></math></span>'
            '<span class="katex-html" aria-hidden="true">a2</span></span>.',
            "So `a^2`.",
            id="what KaTeX keeps of it",
        ),
        pytest.param(
            '<p>So <span class="MathJax_Preview">a2</span><span class="MathJax">a2</span><script type="math/tex">a^2</script>.',
            "So `a^2`.",
            id="what MathJax keeps of it",
        ),
        pytest.param('<p>So <img class="latex" src="/l.php?x" alt="a^2">.', "So `a^2`.", id="what its picture says"),
        pytest.param(
            '<p>So <script type="math/tex; mode=display">a^2</script></p>',
            "So\n\n```tex\na^2\n```",
            id="a block where it stands apart",
        ),
        pytest.param(
            "<p>So <math><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac><mo>=</mo><msqrt><mi>c</mi></msqrt></math>.",
            "So a/(b^2) = √c.",
            id="words where the page keeps none",
        ),
    ],
)
def test_a_formula_is_shown_as(fragment: str, markdown: str) -> None:
    assert markdown_of(fragment).strip() == markdown


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param('<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>', id="in brackets"),
        pytest.param('<a href="#fn1" role="doc-noteref"><sup>1</sup></a>', id="as a note by its role"),
        pytest.param('<a id="footnote-anchor-1" href="https://ansley.example/mill/#footnote-1">1</a>', id="not raised"),
        pytest.param(
            '<sup>1</sup><span class="mw-editsection">[<a href="/edit">edit</a>]</span>', id="before an edit link"
        ),
    ],
)
def test_the_number_of_a_note_is_raised(mark: str) -> None:
    assert markdown_of(f"<p>It was copied{mark}.</p>") == "It was copied¹.\n"


@pytest.mark.parametrize(
    ("fragment", "markdown"),
    [
        pytest.param(
            '<div><a href="#footnote-anchor-1" class="footnote-number">1</a><div><p>By the same hand.</p></div></div>',
            "¹ By the same hand.",
            id="a note whose number stands before it",
        ),
        pytest.param(
            "<dl><dt>Weir</dt><dd>A low dam.</dd></dl>", "**Weir**\n\nA low dam.", id="a term and what it means"
        ),
        pytest.param(
            "<details><summary>Why?</summary><p>Water.</p></details>", "**Why?**\n\nWater.", id="what unfolds"
        ),
        pytest.param(
            '<div class="admonition note"><p class="admonition-title">Note</p><p>Deep water.</p></div>',
            "**Note**\n\nDeep water.",
            id="a warning under its title",
        ),
        pytest.param(
            '<div role="list"><div role="listitem">Rye</div><div role="listitem">Oats</div></div>',
            "- Rye\n- Oats",
            id="a list by its role",
        ),
        pytest.param(
            "<table><tr><th>Leat<th>Length<tr><td rowspan=2>Devonport<td>27 km<tr><td>18 km<tr><td>Grim<td>9 km</table>",
            "| Leat | Length |\n| --- | --- |\n| Devonport | 27 km |\n|  | 18 km |\n| Grim | 9 km |",
            id="a cell over two rows",
        ),
        pytest.param('<ol><li value="4">Rye<li>Oats</ol>', "4. Rye\n5. Oats", id="a list that goes on counting"),
        pytest.param(f"<h2>{'Rye and oats. ' * 20}</h2>", "Rye and oats. " * 19 + "Rye and oats.", id="a long line"),
        pytest.param("<p><ruby>水<rt>mizu</rt></ruby></p>", "水(mizu)", id="a word with its reading"),
        pytest.param(
            '<p><a href="/cdn-cgi/l/email-protection#422f272e28022f2b2e2e6c273a"><span data-cfemail="422f272e28022f2b2e2e6c273a">[email protected]</span></a></p>',
            "[melj@mill.ex](mailto:melj@mill.ex)",
            id="a mail address that was hidden from harvesters",
        ),
        pytest.param('<div role="heading" aria-level="3">The mill</div>', "### The mill", id="a heading by its role"),
        pytest.param(
            '<a href="/m"><h3>The mill</h3></a>', "### [The mill](https://ansley.example/m)", id="a linked one"
        ),
        pytest.param(
            '<div role="tablist"><button role="tab" id="a">Rye</button><button role="tab" id="b">Oats</button></div>'
            '<div role="tabpanel" aria-labelledby="a"><p>Slow.</p></div><div role="tabpanel" aria-labelledby="b" hidden><p>Fast.</p></div>',
            "**Rye**\n\nSlow.\n\n**Oats**\n\nFast.",
            id="every tab, the one that is not shown too",
        ),
        pytest.param(
            "<div><label>Rye</label><label>Oats</label></div><div><div>Slow.</div><div>Fast.</div></div>",
            "**Rye**\n\nSlow.\n\n**Oats**\n\nFast.",
            id="tabs that work without a script",
        ),
        pytest.param(
            '<iframe src="//films.example/embed/7" title="The wheel turns"></iframe><iframe src="//ads.example/embed/8"></iframe>',
            "[The wheel turns](https://films.example/embed/7)",
            id="a film as a link, if it has a title",
        ),
    ],
)
def test_a_page_element_becomes(fragment: str, markdown: str) -> None:
    assert markdown_of(fragment).strip() == markdown


SAID = "<p>The water belongs to everybody in the valley, or to nobody.</p>"


@pytest.mark.parametrize(
    ("fragment", "speakers"),
    [
        pytest.param(
            f"<figure><blockquote>{SAID}</blockquote><figcaption>— Ada Weir, <cite>The Mill</cite></figcaption></figure>",
            [("Ada Weir",)],
            id="a caption",
        ),
        pytest.param(
            f"<blockquote>{SAID}<footer>— <cite>John Brook</cite>, 1871</footer></blockquote>",
            [("John Brook",)],
            id="a footer",
        ),
        pytest.param(f"<blockquote>{SAID}<cite>Mary Ford</cite></blockquote>", [("Mary Ford",)], id="a cite alone"),
        pytest.param("<blockquote>Water is nobody's.<br>– Tom Hill</blockquote>", [("Tom Hill",)], id="a last line"),
        pytest.param(f"<blockquote>{SAID}</blockquote><p>— Seneca</p>", [("Seneca",)], id="a line below"),
        pytest.param(
            f"<blockquote>{SAID}<p>— The end of it all</p></blockquote>", [()], id="no dash before other words"
        ),
        pytest.param(f"<blockquote>{SAID}</blockquote><p>Ada Weir went home.</p>", [()], id="no name without a dash"),
        pytest.param(
            f"<blockquote>{SAID}<p>— Ada Weir</p></blockquote><p>— Tom Hill left.</p>",
            [("Ada Weir",)],
            id="no second line",
        ),
    ],
)
def test_who_speaks_in_a_quotation_is_told_by(fragment: str, speakers: list[tuple[str, ...]]) -> None:
    assert [block.by for block in walk_blocks(read_fragment(fragment)) if isinstance(block, Quote)] == speakers
