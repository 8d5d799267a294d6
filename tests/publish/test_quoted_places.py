"""A quotation is tied to its speaker in the HTML of a page, whatever stands in it or around it."""

import pytest

from digest.publish.quotations import frame_quotations

BY = '<p><span class="digest-by">— {}</span></p>'
FRAMED = '<figure class="digest-quote">\n<blockquote{}>{}</blockquote>\n<figcaption class="digest-by">— {}</figcaption>\n</figure>'
LINKED = '<a href="https://example.org/?a&amp;b">Ann</a>'
ARROW = 'Ann <span class="digest-arrow"><a href="../articles/x.html#p4" title="In its place in the text">→</a></span>'


@pytest.mark.parametrize(
    ("html", "framed"),
    [
        pytest.param("<blockquote>So.</blockquote>\n<p>Next.</p>", None, id="nobody named"),
        pytest.param(BY.format("Ann"), None, id="a credit without a quotation"),
        pytest.param(
            f"<blockquote>So.</blockquote>\n{BY.format('Ann')}", FRAMED.format("", "So.", "Ann"), id="a speaker"
        ),
        pytest.param(
            f"<blockquote>So.</blockquote>\n{BY.format(LINKED)}",
            FRAMED.format(' cite="https://example.org/?a&amp;b"', "So.", LINKED),
            id="where the words stand",
        ),
        pytest.param(
            f"<blockquote>So.</blockquote>\n{BY.format(ARROW)}",
            FRAMED.format(' cite="../articles/x.html#p4"', "So.", ARROW),
            id="their place in the library",
        ),
        pytest.param(
            f"<blockquote><blockquote>In</blockquote>\n</blockquote>\n{BY.format('Ann')}",
            FRAMED.format("", "<blockquote>In</blockquote>\n", "Ann"),
            id="a quotation within it",
        ),
        pytest.param(
            f"<blockquote><blockquote>In</blockquote>\n{BY.format('Bo')}</blockquote>\n<p>Next.</p>",
            f"<blockquote>{FRAMED.format('', 'In', 'Bo')}</blockquote>\n<p>Next.</p>",
            id="the inner one alone has a speaker",
        ),
        pytest.param(
            f"<blockquote>One</blockquote>\n{BY.format('Ann')}\n<blockquote>Two</blockquote>\n{BY.format('Bo')}",
            f"{FRAMED.format('', 'One', 'Ann')}\n{FRAMED.format('', 'Two', 'Bo')}",
            id="two in a row",
        ),
        pytest.param("</blockquote><blockquote>", None, id="tags without their other half"),
        pytest.param("<pre>&lt;blockquote&gt;</pre>", None, id="a tag that is shown"),
    ],
)
def test_a_quotation_and_its_credit(html: str, framed: str | None) -> None:
    assert frame_quotations(html) == (html if framed is None else framed)
