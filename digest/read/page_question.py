"""A page of one question as a document: what was asked, the short answer, then each answer under its author's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import html

from digest.blocks import Block, Blocks, Paragraph, Rule, Strong, Text, plain_text
from digest.documents import Document
from digest.read.page_blocks import convert_elements
from digest.read.page_content import Content, list_cuts
from digest.read.page_inlines import Reading
from digest.read.page_passages import Passages
from digest.read.page_shapes import UNSEEN, is_within
from digest.read.page_thread import Post, Thread
from digest.read.question import first_sentence

WHY = "beside the question and its answers"


def choose_thread(thread: Thread, passages: Passages) -> Content:
    """The posts of a thread as the content of its page; comments and all else are cut."""
    said = f"a question and its answers, by {thread.why}: {len(thread.answers)}"
    return choose_posts(_posts(thread), passages, why=WHY, chosen=said)


def choose_posts(posts: Sequence[Post], passages: Passages, *, why: str, chosen: str) -> Content:
    """Some posts as the content of their page; all else is cut."""
    kept = [post.text for post in posts]
    root = kept[0]
    while not all(is_within(one, root) for one in kept):
        root = root.getparent()
    beside = list(_beside(passages.body, kept))
    left_out = frozenset(element for element in beside if is_within(element, root))
    cut = tuple(list_cuts((element, why) for element in beside if element.tag not in UNSEEN))
    return Content(root, left_out, cut, chosen)


def read_thread(document: Document, thread: Thread, *, base: str | None) -> Document:
    """The document with the thread as its body; the short answer is the first sentence of the accepted or first one."""
    reading = Reading(base)
    asked = convert_elements([thread.asked.text], reading=reading) if thread.asked is not None else ()
    answers = [convert_elements([post.text], reading=reading) for post in thread.answers]
    blocks: list[Block] = [*asked]
    for post, answer in zip(thread.answers, answers, strict=True):
        blocks += [Rule()] * bool(blocks)
        blocks += (*open_post(post), *answer)
    authors = (thread.asked.author,) if thread.asked is not None and thread.asked.author else document.authors
    return replace(
        document,
        blocks=tuple(blocks),
        kind="question",
        question=thread.question,
        answer=_short(answers[0]),
        authors=authors,
    )


def _posts(thread: Thread) -> tuple[Post, ...]:
    return (*((thread.asked,) if thread.asked is not None else ()), *thread.answers)


def _beside(body: html.HtmlElement, kept: list[html.HtmlElement]) -> Iterator[html.HtmlElement]:
    """The largest elements of a page that hold none of what is kept and stand in none of it, outer ones first."""
    path = {parent for one in kept for parent in one.iterancestors()}
    held = path.union(kept)
    for parent in body.iter():
        if parent in path:
            yield from (child for child in parent if child not in held)


def open_post(post: Post) -> Iterator[Block]:
    """The line that says whose a post is, and of which day."""
    day = (Text(f", {post.day}" if post.author else post.day),) if post.day else ()
    name = (Strong((Text(post.author),)),) if post.author else ()
    if name or day:
        yield Paragraph((*name, *day))


def _short(answer: Blocks) -> str | None:
    said = next((plain_text(block.children) for block in answer if isinstance(block, Paragraph)), "")
    return first_sentence(said) if said.strip() else None
