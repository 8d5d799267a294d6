"""Communities are groups that hold together more than chance would have it, numbered in the order of first members."""

from __future__ import annotations

import pytest

from digest.relate.communities import find_communities


def graph_of(*edges: tuple[int, int, float], size: int) -> list[dict[int, float]]:
    graph: list[dict[int, float]] = [{} for _ in range(size)]
    for one, other, weight in edges:
        graph[one][other] = graph[other][one] = weight
    return graph


TRIANGLES = ((0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (3, 4, 1.0), (4, 5, 1.0), (3, 5, 1.0), (2, 3, 0.1))


@pytest.mark.parametrize(
    ("graph", "communities"),
    [
        pytest.param(graph_of(*TRIANGLES, size=6), [0, 0, 0, 1, 1, 1], id="two triangles that touch are two"),
        pytest.param(graph_of(size=3), [0, 1, 2], id="vertices without edges are alone"),
        pytest.param([], [], id="nothing has none"),
    ],
)
def test_in_a_graph(graph: list[dict[int, float]], communities: list[int]) -> None:
    assert find_communities(graph, resolution=1.0) == communities
