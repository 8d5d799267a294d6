"""A page of a forum becomes its posts, each under its writer's name and day, without ranks, counts and signatures."""

from __future__ import annotations

import pytest
from saved_pages import TEXT, origin_of, read_page

from digest.markdown.writer import write_blocks

FIRST = "The wheel stops whenever it rains, and I have had the bearings out twice this year already."
SECOND = "Look at the race first. Ours was full of leaves, and nobody had opened the sluice since the spring."
BODY = f"**miller71**, Jul 9, 2022\n\n{FIRST}\n\n***\n\n**weir_keeper**, Jul 10, 2022\n\n{SECOND}\n"


def a_post(name: str, day: str, words: str, *, mark: str = "") -> str:
    return (
        f'<article class="message" {mark}><section class="message-user"><h4 class="username">{name}</h4><h5>Well-known member</h5>'
        f"<dl><dt>Joined</dt><dd>Dec 29, 2021</dd><dt>Posts</dt><dd>2,093</dd></dl></section><ul><li><time>{day}</time></li><li>#1</li></ul>"
        f'<div class="message-body"><div>{words}</div><div>Click to expand...</div></div>'
        '<footer>Reactions: brook</footer><div class="signature">Sent from my mill.</div></article>'
    )


POSTS = a_post("miller71", "Jul 9, 2022", FIRST) + a_post("weir_keeper", "Jul 10, 2022", SECOND)
BOARD = "".join(
    f'<div class="post bg{side}"><dl class="profile"><dt><a class="username" href=/u{side}>{name}</a></dt><dd>Posts: 138</dd></dl>'
    f'<div class="postbody"><h3><a href=#p>Re: Wheel</a></h3><p class="author">by {name} » <time>{day}</time></p><div class="content">{words}</div></div></div>'
    for side, name, day, words in (
        (1, "miller71", "Jul 9, 2022", FIRST),
        (2, "weir_keeper", "Jul 10, 2022", SECOND),
    )
)
STATED = '<script type="application/ld+json">{"@type": "DiscussionForumPosting", "headline": "Wheel stops"}</script>'


def body_of(posts: str, *, head: str = STATED, mark: str = "") -> str:
    page = f"<html><head><title>Wheel stops</title>{head}</head><body {mark}><h1>Wheel stops</h1>{posts}</body></html>"
    return write_blocks(read_page(page.encode()).blocks)


@pytest.mark.parametrize(
    ("posts", "head", "mark"),
    [
        pytest.param(POSTS, STATED, "", id="that says so for machines"),
        pytest.param(
            POSTS.replace("<article", '<article itemscope itemtype="https://schema.org/DiscussionForumPosting"'),
            "",
            "",
            id="that says so in its elements",
        ),
        pytest.param(POSTS, '<meta name="generator" content="Discourse 3.6">', "", id="whose program names itself"),
        pytest.param(BOARD, "", "id=phpbb class=section-viewtopic", id="whose body names its program"),
    ],
)
def test_posts_are_read_on_a_page(posts: str, head: str, mark: str) -> None:
    assert body_of(posts, head=head, mark=mark) == BODY


def test_comments_below_an_article_are_no_forum() -> None:
    long = TEXT + TEXT.replace("The mill", "The old mill")
    assert body_of(f"<main>{long}</main><div class=comments>{POSTS}</div>").startswith("The mill at Ansley")


def test_a_page_that_does_not_say_that_it_is_a_forum_is_read_as_any_other() -> None:
    assert "**miller71**, Jul 9, 2022" not in body_of(POSTS, head="")


def test_the_author_is_who_wrote_the_first_post() -> None:
    document = read_page(f"<html><head>{STATED}</head><body><h1>Wheel stops</h1>{POSTS}</body></html>".encode())
    assert (document.authors, origin_of(document, "authors")) == (("miller71",), "the first post")


def test_what_stands_beside_the_posts_is_said_to_be_cut() -> None:
    page = f"<html><head>{STATED}</head><body><h1>Wheel stops</h1>{POSTS}</body></html>"
    document = read_page(page.encode())
    assert {cut.why for cut in document.cut} == {"beside the posts"}
    assert document.chosen == "the posts of a forum: 2"
