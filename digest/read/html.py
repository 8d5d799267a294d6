"""Reads a saved web page: its text as blocks, what it states of itself, and what was cut around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import html

from digest.blocks import Blocks, Heading, Rule, number_paragraphs, plain_text
from digest.documents import Document, Origin, Source
from digest.errors import SourceError
from digest.read.derive import derive_title
from digest.read.glossary import read_definitions
from digest.read.kind import name_kind
from digest.read.page_blocks import convert_elements
from digest.read.page_content import Content, choose_content, is_kept
from digest.read.page_facts import Facts, find_facts, stated_people, stated_summary
from digest.read.page_forum import choose_forum, find_posts, read_forum
from digest.read.page_front import is_front, remark_front
from digest.read.page_headline import LABEL
from digest.read.page_inlines import Reading
from digest.read.page_kind import Stated, read_stated, tell_kind
from digest.read.page_link import read_page_link
from digest.read.page_notes import find_notes, keep_notes
from digest.read.page_passages import Passages, find_passages, find_words
from digest.read.page_question import choose_thread, read_thread
from digest.read.page_rules import Ruled, SiteRule, apply_rule, find_rule
from digest.read.page_streamed import place_streamed
from digest.read.page_summary import state_summary
from digest.read.page_thread import find_thread
from digest.read.page_tree import read_tree, reveal, spell_out, strip_unread
from digest.read.page_url import find_url, host_of

FEW_WORDS = 80  # a page that shows fewer may hide its text until a script has run
MAX_DECK = 400  # characters
NEAR = 10  # blocks below the headline, byline and date among them


def read_html(content: bytes, source: Source, *, rules: Sequence[SiteRule] = ()) -> tuple[Document, ...]:
    """The one document that a web page holds; raises SourceError where it holds no words.

    The rule for the page's site, if the project has one, wins over what the reader finds itself.
    """
    tree = read_tree(content, where=source.path)
    stated = read_stated(tree)
    place_streamed(tree)
    spell_out(tree)
    strip_unread(tree)
    url, _ = find_url(content, stated)
    rule = find_rule(rules, url)
    ruled = apply_rule(tree, rule) if rule else None
    passages = _passages(tree)
    if not passages.words:
        raise SourceError(
            source.path, "no words on this page: its text is loaded by a script", "save it from a browser once it shows"
        )
    thread = find_thread(passages.body, stated.things, passages) if ruled is None or ruled.content is None else None
    posts = find_posts(stated, passages) if thread is None and (ruled is None or ruled.content is None) else ()
    if thread is not None:
        chosen = choose_thread(thread, passages)
    else:
        chosen = choose_forum(posts, passages) if posts else _choose(tree, passages, stated, ruled, url)
    notes = find_notes(chosen)
    chosen = keep_notes(chosen, notes)
    start = next((block for block in passages.words if is_kept(block, chosen)), None)
    facts = find_facts(content, tree, stated, list(passages.words), start=start)
    document = _document(source, facts, passages, chosen, notes)
    document = read_forum(document, posts, chosen, base=facts.base) if posts else document
    if thread is None and not posts:
        front = is_front(passages, chosen, stated)
        document = remark_front(document) if front else state_summary(document, stated)
    document = _obey(read_thread(document, thread, base=facts.base) if thread else document, ruled)
    document = derive_title(read_page_link(name_kind(document), tree, facts))
    return (read_definitions(replace(document, blocks=number_paragraphs(document.blocks))),)


def _choose(
    tree: html.HtmlElement, passages: Passages, stated: Stated, ruled: Ruled | None, url: str | None
) -> Content:
    if ruled is not None and ruled.content is not None:
        return Content(ruled.content, frozenset(), ruled.cut, ruled.why)
    chosen = choose_content(
        tree,
        passages,
        kind=tell_kind(stated),
        people=stated_people(stated),
        summary=stated_summary(stated)[0],
        host=host_of(url),
    )
    return replace(chosen, cut=ruled.cut + chosen.cut) if ruled is not None else chosen


def _obey(document: Document, ruled: Ruled | None) -> Document:
    """The document with the authors and the day that a rule finds."""
    if ruled is None:
        return document
    found = {"authors": ruled.authors, "published": ruled.published}
    won = {field for field, value in found.items() if value}
    kept = tuple(origin for origin in document.origins if origin.field not in won)
    return replace(
        document,
        authors=ruled.authors or document.authors,
        published=ruled.published or document.published,
        origins=(*kept, *(Origin(field, ruled.why) for field in sorted(won))),
    )


def _passages(tree: html.HtmlElement) -> Passages:
    """The passages of a page; where it shows next to none, those that it hides until a script has run."""
    body = tree.find("body")
    body = tree if body is None else body
    passages = find_passages(body)
    if passages.below.get(body, 0) >= FEW_WORDS:
        return passages
    reveal(tree)
    revealed = find_passages(body)
    return revealed if revealed.below.get(body, 0) > 2 * passages.below.get(body, 0) else passages


def _document(
    source: Source, facts: Facts, passages: Passages, chosen: Content, notes: Sequence[html.HtmlElement]
) -> Document:
    reading = Reading(facts.base, chosen.left_out)
    blocks = _without_title(convert_elements([chosen.root], reading=reading), facts.title)
    noted = convert_elements(notes, reading=Reading(facts.base))
    blocks = (*blocks, Rule(), *noted) if noted else blocks
    deck = _deck(facts, passages, chosen)
    return Document(
        source=source,
        title=facts.title,
        title_from="stated" if facts.title else "derived",
        blocks=blocks,
        deck=deck,
        authors=facts.authors,
        site=facts.site,
        url=facts.url,
        published=facts.published,
        accessed=facts.accessed,
        lang=facts.lang,
        tags=facts.tags,
        cut=chosen.cut,
        origins=tuple(origin for origin in facts.origins if deck or origin.field != "deck"),
        chosen=chosen.chosen,
    )


def _without_title(blocks: Blocks, title: str) -> Blocks:
    """The blocks without the heading that is the page's title: a page shows it once."""
    wanted = _folded(title)
    place = next(
        (
            place
            for place, block in enumerate(blocks)
            if isinstance(block, Heading) and _folded(LABEL.sub("", plain_text(block.children))) == wanted
        ),
        None,
    )
    return blocks if place is None or not wanted else blocks[:place] + blocks[place + 1 :]


def _deck(facts: Facts, passages: Passages, chosen: Content) -> str | None:
    """The page's description where the page shows it below its headline and outside its text.

    One that the page does not show is made for search engines; one within the text stays there.
    """
    summary = facts.summary
    if not summary or facts.heading is None or len(summary) > MAX_DECK:
        return None
    blocks = list(passages.words)
    place = blocks.index(facts.heading) if facts.heading in passages.words else len(blocks)
    wanted = find_words(summary)
    shown = [block for block in blocks[place + 1 : place + 1 + NEAR] if passages.words[block] == wanted]
    return summary if shown and not is_kept(shown[0], chosen) else None


def _folded(text: str) -> str:
    return " ".join(find_words(text.casefold()))
