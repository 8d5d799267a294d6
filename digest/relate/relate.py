"""Drafts to a digest: places, key terms, links with reasons, themes, glossary and tags."""

from __future__ import annotations

from collections.abc import Sequence

from digest.config import Settings
from digest.documents import Vocabulary
from digest.model import Article, Digest, Draft, Problem
from digest.relate.doubles import merge_doubles
from digest.relate.evidence import gather_evidence
from digest.relate.glossary import make_glossary
from digest.relate.kinds import find_kinds
from digest.relate.nearness import LOOKED_AT, rank_nearest
from digest.relate.notices import find_noticed, leave_out
from digest.relate.one_name import give_one_name
from digest.relate.reasons import find_uses
from digest.relate.redirects import find_redirects
from digest.relate.related import relate_articles
from digest.relate.slugs import count_held_back, place_drafts, sort_drafts
from digest.relate.tags import choose_tags
from digest.relate.term_rulings import rule_terms
from digest.relate.themes import find_themes
from digest.relate.vectors import build_space, find_nearest
from digest.relate.weights import count_uses, weigh_terms
from digest.relate.wiki_links import resolve_wiki_links

NOTHING_RULED = Vocabulary()


def relate_drafts(
    drafts: Sequence[Draft],
    *,
    settings: Settings,
    problems: Sequence[Problem] = (),
    vocabulary: Vocabulary = NOTHING_RULED,
) -> Digest:
    """The whole library: the same drafts in any order give the same digest; the curator's vocabulary has the last word.

    Drafts that the curator holds back are left out. Nothing compares every article with every other: time and memory
    grow with the number of articles.
    """
    singles = merge_doubles(sort_drafts(drafts))
    ruled = rule_terms([single.draft for single in singles], vocabulary.terms)
    placed, clashes = place_drafts(give_one_name(ruled, rulings=vocabulary.terms))
    placed = resolve_wiki_links(placed)
    kept = [one.draft for one in placed]
    uses = count_uses(kept)
    terms = weigh_terms(kept, uses=uses, kinds=find_kinds(kept, vocabulary.terms))
    space = build_space(kept)
    nearest = rank_nearest(kept, [find_nearest(space, index, most=LOOKED_AT) for index in range(len(kept))])
    noticed = find_noticed(kept)
    shared = find_uses(kept, terms, uses, noticed=noticed)
    themed = find_themes(placed, leave_out(noticed, terms), space, nearest, uses, shared, vocabulary.themes)
    related = relate_articles(
        placed, nearest, shared=shared, evidence=gather_evidence(space), themes=themed.slugs, most=settings.related
    )
    glossary = make_glossary(placed, terms, vocabulary.terms)
    tags = choose_tags(placed, terms, glossary)
    articles = tuple(
        Article(
            draft=one.draft,
            id=one.id,
            slug=one.slug,
            path=one.path,
            terms=terms[index],
            related=related[index],
            themes=themed.slugs[index],
            tags=tags[index],
            also_at=singles[index].doubles,
        )
        for index, one in enumerate(placed)
    )
    return Digest(
        articles=articles,
        themes=themed.themes,
        glossary=glossary,
        problems=(*problems, *clashes, *themed.problems),
        held_back=count_held_back(drafts),
        redirects=find_redirects(vocabulary, themed.themes, glossary),
    )
