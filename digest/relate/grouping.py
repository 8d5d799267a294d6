"""Articles to groups: as many as the data holds, from the graph of nearest articles or, in a small library, shared terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log2, sqrt

from digest.model import Term
from digest.relate.communities import find_communities
from digest.relate.cores import FEWEST, TOGETHER, Core, find_cores
from digest.relate.naming import spells
from digest.relate.nearness import Near
from digest.relate.reasons import Shared
from digest.relate.subjects import Subjects
from digest.relate.vectors import Space, likeness

NEIGHBOURS = 12  # of each article in the graph
FINENESS = (1.3, 5.6)  # resolution for each doubling of the articles, less a start: 15 themes of 100, 40 of 500
COARSEST = 1.0
SMALL = 24  # articles; below, the graph is nearly complete and shared terms group better
NEWS = (1.0, 0.2, 0.05, -0.5)  # what it counts to hold an article that none, one, two or three groups hold already
SECOND = 0.65  # share of the likeness to an article's own theme from which another theme holds it too
MOST_THEMES = 3  # an article

Groups = Sequence[Sequence[int]]


def group_articles(space: Space, nearest: Sequence[Near], subjects: Subjects) -> tuple[Groups, list[Term]]:
    """Groups of articles, each in the order of belonging, strongest first, and their names; an article may be in up to three.

    Communities of the graph of nearest articles hold their cores; who is in none belongs where it is near the centre and
    speaks of the name. What belongs nowhere is left over.
    """
    homes = find_communities(_join(nearest), resolution=choose_resolution(len(nearest)))
    members: dict[int, list[int]] = defaultdict(list)
    for index, home in enumerate(homes):
        members[home].append(index)
    cores = find_cores([found for _, found in sorted(members.items()) if len(found) >= FEWEST], space, subjects)
    return _settle(space, cores, subjects), [core.name for core in cores]


def choose_resolution(articles: int) -> float:
    """How fine the communities are: more themes as the library grows, but far fewer than articles.

    In whole steps, so that a few articles more leave the themes as they are.
    """
    each, start = FINENESS
    return max(COARSEST, round(each * log2(max(1, articles)) - start))


def group_few(shared: Shared) -> Mapping[str, Sequence[int]]:
    """The groups of a small library by the key of the term that makes each.

    One by one, the term that holds most articles together that no earlier one holds, until none gathers two. A term that
    spells out the acronym of an earlier one adds its articles to that group.
    """
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    written: dict[str, str] = {}
    for index, uses in enumerate(shared):
        for key, use in uses.items():
            weights[key][index] = use.weight * use.rarity
            written.setdefault(key, use.term)
    groups: dict[str, list[int]] = {}
    held: dict[int, int] = defaultdict(int)
    while len(groups) < _most_groups(len(shared)):
        gains = {key: _gain(found, held) for key, found in weights.items() if len(found) >= FEWEST}
        best = min(gains, key=lambda key: (-gains[key], key), default=None)
        if best is None or gains[best] <= 0:
            break
        found = weights.pop(best)
        group = sorted(found, key=lambda index: (-found[index], index))
        same = next((key for key in groups if spells(written[best], written[key])), None)
        if same is not None:
            added = [index for index in group if index not in groups[same]]
            groups[same] += added
            for index in added:
                held[index] += 1
            continue
        if sorted(group) not in [sorted(other) for other in groups.values()]:
            groups[best] = group
            for index in group:
                held[index] += 1
    return groups


def _gain(found: Mapping[int, float], held: Mapping[int, int]) -> float:
    """What a term adds: most for articles in no group yet, nothing for those in three; little if it is weak."""
    return sum((1 + weight) * NEWS[min(len(NEWS) - 1, held.get(index, 0))] for index, weight in found.items()) - 1


def _most_groups(articles: int) -> int:
    return max(2, round(1.2 * log2(articles + 1))) if articles > 3 else 1


def _join(nearest: Sequence[Near]) -> list[dict[int, float]]:
    """An undirected graph: an edge weighs the likeness, twice where each is among the other's nearest."""
    graph: list[dict[int, float]] = [{} for _ in nearest]
    for one, near in enumerate(nearest):
        for other, score in near[:NEIGHBOURS]:
            graph[one][other] = graph[one].get(other, 0.0) + score
            graph[other][one] = graph[other].get(one, 0.0) + score
    return [dict(sorted(edges.items())) for edges in graph]


def _settle(space: Space, cores: Sequence[Core], subjects: Subjects) -> Groups:
    """Every article into the groups that it belongs to: its own first, others if nearly as near; into none if it fits none.

    An article may stand in a theme that it is no core of if the theme's name is one of its terms.
    """
    centres = [_centre(space, core.members) for core in cores]
    homes = {article: number for number, core in enumerate(cores) for article in core.members}
    named: dict[str, list[int]] = defaultdict(list)
    for number, core in enumerate(cores):
        named[core.name.key].append(number)
    belongs: list[list[tuple[float, int]]] = [[] for _ in cores]
    for article, vector in enumerate(space.vectors):
        home = homes.get(article)
        could = {number for key in subjects.terms[article] for number in named.get(key, ())}
        could |= set() if home is None else {home}
        scores = {number: round(likeness(vector, centres[number]), 6) for number in sorted(could)}
        fits = [(number != home, -score, number) for number, score in scores.items() if _fits(score, number == home)]
        near = sorted(fits)[:MOST_THEMES]
        for _, farness, number in near:
            if farness <= SECOND * near[0][1]:
                belongs[number].append((farness, article))
    return [[article for _, article in sorted(found)] for found in belongs]


def _fits(score: float, at_home: bool) -> bool:
    """Whether an article is near enough to a theme's centre: at all, if it is of its core."""
    return score > 0 if at_home else score >= TOGETHER


def _centre(space: Space, core: Sequence[int]) -> Mapping[str, float]:
    total: dict[str, float] = defaultdict(float)
    for article in core:
        for feature, weight in space.vectors[article].items():
            total[feature] += weight
    strongest = dict(sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))[:300])
    length = sqrt(sum(weight * weight for weight in strongest.values())) or 1.0
    return {feature: weight / length for feature, weight in strongest.items()}
