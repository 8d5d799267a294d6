"""A graph of likeness to communities: groups whose members are more alike than chance would have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

Graph = Sequence[Mapping[int, float]]

ROUNDS = 20  # over all articles; it settles in three to eight
LEVELS = 10


def find_communities(graph: Graph, *, resolution: float) -> list[int]:
    """A community's number for each vertex of an undirected graph, numbered in the order of first members.

    Louvain's method without its random order: vertices are visited by number, ties go to the lower community, so equal
    input gives equal output. A higher resolution gives more, smaller communities.

    Source: Blondel et al. 2008; the resolution after Reichardt and Bornholdt 2006.
    """
    members = list(range(len(graph)))
    level = [dict(edges) for edges in graph]
    for _ in range(LEVELS):
        found = _move(level, resolution)
        renumbered = _number(found)
        members = [renumbered[member] for member in members]
        if len(set(renumbered)) == len(level):
            break
        level = _merge(level, renumbered)
    return _number(members)


def _move(graph: Sequence[Mapping[int, float]], resolution: float) -> list[int]:
    """Vertices moved one by one to the neighbouring community where modularity gains most, until none moves."""
    degrees = [sum(edges.values()) for edges in graph]
    total = sum(degrees) or 1.0
    home, weight = list(range(len(graph))), list(degrees)
    for _ in range(ROUNDS):
        moved = False
        for vertex, edges in enumerate(graph):
            best = _best_home(vertex, edges, home, weight, degrees[vertex] * resolution / total, degrees[vertex])
            if best != home[vertex]:
                weight[home[vertex]] -= degrees[vertex]
                weight[best] += degrees[vertex]
                home[vertex] = best
                moved = True
        if not moved:
            break
    return home


def _best_home(
    vertex: int, edges: Mapping[int, float], home: Sequence[int], weight: Sequence[float], pull: float, degree: float
) -> int:
    links: dict[int, float] = defaultdict(float)
    links[home[vertex]] += 0.0
    for other, strength in edges.items():
        if other != vertex:
            links[home[other]] += strength
    own = home[vertex]
    gains = {
        community: round(link - pull * (weight[community] - (degree if community == own else 0.0)), 9)
        for community, link in links.items()
    }
    best = max(gains.values())
    return own if gains[own] >= best else min(community for community, gain in gains.items() if gain == best)


def _number(communities: Sequence[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(community, len(numbers)) for community in communities]


def _merge(graph: Sequence[Mapping[int, float]], communities: Sequence[int]) -> list[dict[int, float]]:
    merged: list[dict[int, float]] = [defaultdict(float) for _ in range(max(communities) + 1)]
    for vertex, edges in enumerate(graph):
        for other, strength in edges.items():
            merged[communities[vertex]][communities[other]] += strength
    return merged
