"""Quotations in a page's HTML as HTML has them: Markdown can set a speaker below the words, but cannot tie the two together."""

from __future__ import annotations

import re

PART = re.compile(
    r'(?P<opening><blockquote[^>]*>)|</blockquote>(?:\s*<p><span class="digest-by">(?P<by>.*?)</span></p>)?'
)
ADDRESS = re.compile(r'<a [^>]*?href="(?P<url>[^"]*)"')


def frame_quotations(html: str) -> str:
    """The HTML with each quotation that has a credit below it as a figure: the words, and the credit as their caption.

    The quotation cites the address that the credit leads to.
    """
    written: list[str] = []
    openings: list[int] = []  # where in `written` each quotation begins that has not ended
    end = 0
    for part in PART.finditer(html):
        written += html[end : part.start()], part[0]
        end = part.end()
        if part["opening"]:
            openings.append(len(written) - 1)
        elif openings:
            opening = openings.pop()
            if part["by"] is not None:
                written[opening] = f'<figure class="digest-quote">\n<blockquote{_cite(part["by"])}>'
                written[-1] = f'</blockquote>\n<figcaption class="digest-by">{part["by"]}</figcaption>\n</figure>'
    return "".join((*written, html[end:]))


def _cite(credit: str) -> str:
    """The attribute that says where the words stand; none where the credit leads nowhere."""
    address = ADDRESS.search(credit)
    return f' cite="{address["url"]}"' if address else ""
