"""Tell things of one name apart as people do: *the blue stool*, *the oak table*, *the larger cone*."""

from __future__ import annotations

from collections.abc import Sequence

from scenewright.scene.semantics.questions.thing_colors import told_color
from scenewright.scene.semantics.scene_graph import SceneGraph, materials_said

__all__ = ["apart_by_color", "apart_by_make"]

MOST_ALIKE = 16
"""So many things of one name are told apart; of more, people point."""
_LARGER = 1.25
"""Least ratio of two volumes at which people see which is the larger."""
_ADJECTIVES = {"wood": "wooden", "wool": "woollen", "gold": "golden"}


def apart_by_color(graph: SceneGraph, alike: Sequence[int]) -> dict[int, str]:
    """Node -> its colour, for those things of one name whose colour no other one of them has; none where colours are not plain."""
    if not 2 <= len(alike) <= MOST_ALIKE:
        return {}
    told = {i: t for i in alike if (t := told_color(graph, i)) is not None}
    plain = {i: t.text.split() for i, t in told.items() if not t.shares}
    return _unique(plain, {i: t.shares or t.text for i, t in told.items()})


def apart_by_make(graph: SceneGraph, alike: Sequence[int]) -> dict[int, str]:
    """Node -> its material or else its size, for those things of one name that no other one of them has."""
    if not 2 <= len(alike) <= MOST_ALIKE:
        return {}
    made = {i: [m for m in materials_said(graph.nodes[i]) if m not in graph.nodes[i].surface][:1] for i in alike}
    stated = all(made.values())
    out = _unique(made, {i: " ".join(m) for i, m in made.items()}) if stated else {}
    out = {i: _ADJECTIVES.get(word, word) for i, word in out.items()}
    order = sorted(alike, key=lambda i: _volume(graph, i))
    words = ("smaller", "larger") if len(alike) == 2 else ("smallest", "largest")
    if _volume(graph, order[1]) >= _LARGER * _volume(graph, order[0]):
        out.setdefault(order[0], words[0])
    if _volume(graph, order[-1]) >= _LARGER * _volume(graph, order[-2]):
        out.setdefault(order[-1], words[1])
    return out


def _unique(said: dict[int, list[str]], every: dict[int, str]) -> dict[int, str]:
    """The words that are said of one thing only: *blue* is not, beside something dark blue."""
    return {
        i: " ".join(words)
        for i, words in said.items()
        if words
        and not any(k != i and set(words) <= set(other.replace(",", " ").split()) for k, other in every.items())
    }


def _volume(graph: SceneGraph, i: int) -> float:
    w, h, d = graph.nodes[i].size
    return w * h * d
