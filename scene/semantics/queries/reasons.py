"""The reasons of answers, as ends of sentences: *it is next to room/desk*, *it is the second tallest*."""

from __future__ import annotations

from collections.abc import Mapping

from scenewright.scene.english import ORDINALS, SUPERLATIVES, Selector, Viewpoint
from scenewright.scene.semantics.queries.room_places import HOLDS

__all__ = ["HELD", "direction_reason", "nearly", "order_reason", "place_reason", "reverse", "spoken"]

_SPOKEN: Mapping[str, str] = {
    "part_of": "part of", "next_to": "next to", "left_of": "to the left of", "right_of": "to the right of",
    "in_front_of": "in front of", "supports": "under", "holds": "around", "inside": "in", "nearest": "nearest to",
    "farthest": "farthest from", "top": "on top of", "belongs": "with",
}  # fmt: skip
HELD: Mapping[str, str] = {"supports": "on", "holds": "inside"}
"""Relations that are told from the other side, -> how: the vase is on the table, and not the table under the vase."""
_REVERSED: Mapping[str, str] = {
    **HELD,
    "above": "under",
    "under": "above",
    "in_front_of": "behind",
    "behind": "in_front_of",
}
_PLACES: Mapping[str, str] = {
    "floor": "on the floor", "wall": "on the wall", "against": "against the wall", "ceiling": "at the ceiling", "corner": "in the corner",
    "middle": "in the middle",
}  # fmt: skip
_OPPOSITE: Mapping[str, str] = {"left_of": "right", "right_of": "left"}
_NAMED_BY: Mapping[tuple[str, bool], str] = {
    (order.measure, order.most): word for word, order in reversed(SUPERLATIVES.items())
}
_NTH: Mapping[int, str] = {number: word for word, number in reversed(ORDINALS.items()) if word.isalpha()}


def nearly(degree: float) -> str:
    """*nearly*, with a space, for a relation that does not quite hold; else nothing."""
    return "" if degree >= HOLDS else "nearly "


def spoken(kind: str) -> str:
    """The words for a kind of relation."""
    return _SPOKEN.get(kind, kind.replace("_", " "))


def reverse(kind: str) -> str:
    """The same relation from its other side: *under* for *above*."""
    return _REVERSED.get(kind, kind)


def place_reason(kind: str, degree: float) -> str:
    """Why a thing is at a place of the room."""
    return f"it is {nearly(degree)}{_PLACES.get(kind, f'at the {kind}')}"


def direction_reason(kind: str, path: str, degree: float, view: Viewpoint, *, turned: bool) -> str:
    """Why a thing is to the left of another one, and by whose left. `turned`: in the picture it is on the other side."""
    said = f"{nearly(degree)}{spoken(kind)} {path}"
    if view.kind == "own":
        hand = {"left_of": "left", "right_of": "right"}.get(kind)
        whose = "" if hand is None else f", at its own {hand} hand"
        seen = f" (in the picture it is on its {_OPPOSITE[kind]})" if turned and kind in _OPPOSITE else ""
        return f"it is {said}{whose}{seen}"
    by = {
        "picture": "in the picture",
        "plan": "on the plan",
        "facing": f"for somebody who looks at {view.viewer or 'it'}",
        "thing": f"as seen from {view.viewer}",
    }[view.kind]
    return f"{by} it is {said}"


def order_reason(selector: Selector) -> str:
    """Why a thing is the one that a selector means: *it is the second tallest*."""
    word = _NAMED_BY.get((selector.measure, selector.most), "")
    if not word:
        return f"it is number {selector.ordinal} by {selector.measure.replace('_', ' ')}"
    if selector.comparative:
        return f"it is one of the {word}"
    nth = "" if selector.ordinal == 1 else f"{_NTH.get(selector.ordinal, f'number {selector.ordinal}')} "
    return f"it is the {nth}{word}"
