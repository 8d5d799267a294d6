"""A page of one question becomes the question, its short answer, and the answers under the names of their authors."""

from __future__ import annotations

import pytest
from saved_pages import read_page

from digest.documents import Document
from digest.markdown.writer import write_blocks

ASKED = "I have ground wheat for years, and now the baker wants rye. Mine is a French burr, dressed every spring."
FIRST = "Sandstone is softer and needs more dressing. The flour keeps its smell, which matters with rye."
ACCEPTED = "Burr is fine if you keep it cool. I dress mine every two hundred hours."
BODY = f"{ASKED}\n\n***\n\n**weir**\n\n{ACCEPTED}\n\n***\n\n**quernfan**\n\n{FIRST}\n"

MICRODATA = f"""
<div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><h1 itemprop="name">Which stone for rye?</h1>
<div itemprop="text"><p>{ASKED}</p></div><div itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="name">miller71</a></div>
<div itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer"><div>12</div><div itemprop="text"><p>{FIRST}</p></div>
<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">brook</span><span itemprop="text">Not mine.</span></div>
<span itemprop="author">quernfan</span></div>
<div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div itemprop="text"><p>{ACCEPTED}</p></div>
<span itemprop="author">weir</span></div></div>
"""
SHAPE = f"""
<h1>Which stone for rye?</h1>
<div class="question"><div class="post-body"><p>{ASKED}</p></div><span class="username">miller71</span></div>
<div class="answer"><div class="post-body"><p>{FIRST}</p></div><span class="username">quernfan</span></div>
<div class="answer accepted-answer"><div class="post-body"><p>{ACCEPTED}</p></div><span class="username">weir</span></div>
"""
STATED = f"""
<script type="application/ld+json">{{"@type": "QAPage", "mainEntity": {{"@type": "Question", "name": "Which stone for rye?", "text": "{ASKED}",
"author": {{"@type": "Person", "name": "miller71"}},
"acceptedAnswer": {{"@type": "Answer", "text": "<p>{ACCEPTED}</p>", "author": {{"name": "weir"}}}},
"suggestedAnswer": [{{"@type": "Answer", "text": "{FIRST}", "author": {{"name": "quernfan"}}}}]}}}}</script>
<h1>Which stone for rye?</h1><div><p>{ASKED}</p></div><div><p>{FIRST}</p></div><div><p>{ACCEPTED}</p></div>
"""
FAQ = "".join(
    f'<div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><h2 itemprop="name">{name}</h2>'
    f'<div itemscope itemtype="https://schema.org/Answer"><p itemprop="text">{text}</p></div></div>'
    for name, text in (("Which stone for rye?", FIRST), ("And for oats?", ACCEPTED))
)


def read(body: str) -> Document:
    page = f"<html><head><title>Which stone for rye? - Mill Forum</title></head><body><p>Log in</p>{body}<p>Hot questions</p></body></html>"
    return read_page(page.encode())


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(MICRODATA, id="its microdata"),
        pytest.param(SHAPE, id="the names of its elements"),
        pytest.param(STATED, id="its JSON-LD"),
    ],
)
def test_a_question_and_its_answers_are_told_by(page: str) -> None:
    document = read(page)
    assert (document.kind, document.question, document.answer, document.authors, write_blocks(document.blocks)) == (
        "question",
        "Which stone for rye?",
        "Burr is fine if you keep it cool.",
        ("miller71",),
        BODY,
    )


def test_what_stands_beside_the_posts_is_cut_and_said() -> None:
    why = "beside the question and its answers"
    assert [(cut.text, cut.why) for cut in read(SHAPE).cut] == [
        ("Log in", why),
        ("Which stone for rye?", why),
        ("Hot questions", why),
        ("miller71", why),
        ("quernfan", why),
        ("weir", why),
    ]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(FAQ, id="has several questions"),
        pytest.param(SHAPE.replace('class="answer', 'class="reply'), id="has no answer"),
        pytest.param(SHAPE.replace("rye?</h1>", "rye</h1>"), id="asks nothing, whatever its elements are called"),
    ],
)
def test_a_page_is_no_question_that(page: str) -> None:
    assert read(page).question is None
