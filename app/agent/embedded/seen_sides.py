"""Which of several things is meant by where it is seen, or by its size: *the left picture*, *the chair closest to us*."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from scenewright.app.agent.embedded.noun_numbers import head_of, is_plural
from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.app.agent.embedded.stage import SceneStage, number_word
from scenewright.app.agent.embedded.stops import CannotDo

__all__ = ["SeenSides"]

_SIDE = any_of("left", "right", "front", "back", "middle", "centre")
_SIDE_AFTER = whole(
    rf"(?P<rest>.+?)(?: that is| which is| standing)? (?:on|at|to|in) the (?:far )?(?P<side>{_SIDE})"
    r"(?: (?:hand )?side| (?:hand )?end(?: of .+)?| hand)?"
)
_SIDE_BEFORE = whole(
    r"(?:the )?(?:far )?"
    r"(?P<side>left|right|leftmost|rightmost|front|back|middle|central|centre|far left|far right|outer left|outer right)"
    r"(?:[ -]?hand)?(?:[ -]?most)? (?P<rest>.+)"
)
_BOTH_WAYS = any_of("left", "right", "front", "back", "rear", "near", "far")
_TWO_SIDES_AFTER = whole(
    rf"(?P<rest>.+?)(?: that is| which is| standing)? (?:on|at|to|in) the (?P<one>{_BOTH_WAYS})(?: side)?(?:,? and|,)?(?: (?:on|at|to"
    rf"|in)(?: the)?)?"
    rf" (?P<other>{_BOTH_WAYS})(?: (?:hand )?side| hand)?"
)
_TWO_SIDES_BEFORE = whole(
    rf"(?:the )?(?P<one>{_BOTH_WAYS})[ -](?P<other>{_BOTH_WAYS})(?:[ -]?hand)? (?P<rest>(?!corner|wall|of )\w.*)"
)
_MEASURES = {
    **dict.fromkeys(("topmost", "uppermost", "highest", "top"), ("y", 1)),
    **dict.fromkeys(("lowest", "bottom", "lowermost"), ("y", -1)),
    **dict.fromkeys(("biggest", "largest"), ("size", 1)),
    "smallest": ("size", -1),
}
_MOST_OF = re.compile(rf"^(?P<most>{'|'.join(_MEASURES)}) (?P<noun>.+)$")
_SEVERAL = 2
_VIEWER = r"(?:us|me|the camera|the viewer|you|where (?:i|we) (?:am|are)(?: standing)?|the foreground)"
_TO_VIEWER = whole(
    rf"(?P<noun>.+?)(?: that is| which is)? (?P<how>closest|nearest|farthest|furthest)(?: away)? (?:to|from) {_VIEWER}",
    r"(?P<noun3>.+?)(?: that is| which is)? (?:on|at) the (?P<how3>far|near) (?:side|end)(?: of .+)?",
    r"(?P<noun2>.+?)(?: that is| which is)? (?P<how2>in the foreground|far in the background|farthest away|furthest away|far "
    r"away|at the far end)",
)


class SeenSides:
    """Finds things by their places in the main view.

    Args:
        tier: the things that a noun phrase fits best; it raises :class:`CannotDo` where nothing fits.
    """

    def __init__(self, stage: SceneStage, tier: Callable[[str], tuple[str, ...]]) -> None:
        self._stage, self._tier = stage, tier

    def by_side(self, phrase: str, number: int | None = None) -> tuple[str, ...] | None:
        """*The left picture*, *the chair on the right*: the one at that end of the main view, or so many of them; None where no side is
        named."""
        found = _SIDE_BEFORE.match(phrase) or _SIDE_AFTER.match(phrase)
        if found is None:
            return None
        rest, side = found["rest"], found["side"].removeprefix("far ").removeprefix("outer ").removesuffix("most")
        many_meant = is_plural(head_of(rest))
        if rest.startswith(("wall", "corner", "of ", "side", "and ")) or (many_meant and not number):
            return None
        try:
            every = self._tier(rest)
        except CannotDo:
            return None
        if len(every) == 1:
            return every
        if side in ("front", "back"):
            right = self._stage.right
            away = (right[1], -right[0])
            boxes = self._stage.boxes(every)
            ordered = [
                p
                for p, _ in sorted(zip(every, boxes, strict=True), key=lambda pb: pb[1].x * away[0] + pb[1].z * away[1])
            ]
            return _at_end(ordered, side == "front", number if many_meant else 1)
        ordered = self._stage.screen_order(every)
        if side in ("middle", "central", "centre"):
            return (ordered[len(ordered) // 2],) if len(ordered) % 2 else None
        return _at_end(ordered, side == "left", number if many_meant else 1)

    def most_of(self, phrase: str, number: int | None) -> tuple[str, ...] | None:
        """*The two topmost tires*: so many of the highest, lowest, biggest or smallest; None where no such number is said."""
        found = _MOST_OF.match(phrase)
        if found is None or number is None or number < _SEVERAL:
            return None
        every = self._tier(found["noun"])
        if number > len(every):
            raise CannotDo(f"There are only {number_word(len(every))} here, not {number_word(number)}.")
        boxes = dict(zip(every, self._stage.boxes(every), strict=True))
        measure, sign = _MEASURES[found["most"]]
        value = {p: b.y if measure == "y" else b.width * b.height * b.depth for p, b in boxes.items()}
        chosen = sorted(every, key=lambda p: -sign * value[p])[:number]
        return tuple(p for p in every if p in chosen)

    def by_two_sides(self, phrase: str) -> tuple[str, ...] | None:
        """*The table in the front on the right*: the one that is farthest both ways; None where no two sides are named."""
        found = _TWO_SIDES_AFTER.match(phrase) or _TWO_SIDES_BEFORE.match(phrase)
        if found is None or is_plural(head_of(found["rest"])):
            return None
        try:
            every = self._tier(found["rest"])
        except CannotDo:
            return None
        rx, rz = self._stage.right
        boxes = dict(zip(every, self._stage.boxes(every), strict=True))
        sides = {found["one"], found["other"]}
        across = 1.0 if "right" in sides else -1.0
        near = 1.0 if "front" in sides or "near" in sides else -1.0
        if len(sides & {"left", "right"}) != 1:
            return None
        return (
            max(
                every,
                key=lambda p: across * (boxes[p].x * rx + boxes[p].z * rz) - near * (boxes[p].x * rz - boxes[p].z * rx),
            ),
        )

    def by_viewer(self, phrase: str) -> tuple[str, ...] | None:
        """*The armchair closest to us*, *the far chair*: the one nearest to the camera of the main view, or farthest; None for others."""
        found = _TO_VIEWER.match(phrase)
        view = self._stage.view
        if found is None or view is None:
            return None
        noun = found["noun"] or found["noun2"] or found["noun3"]
        try:
            every = self._tier(noun)
        except CannotDo:
            return None
        far = (found["how"] or found["how2"] or found["how3"]).startswith(("far", "fur", "at the far"))
        gaps = {
            p: math.dist((b.x, b.z), (view.eye[0], view.eye[2]))
            for p, b in zip(every, self._stage.boxes(every), strict=True)
        }
        return ((max if far else min)(every, key=lambda p: gaps[p]),)


def _at_end(ordered: Sequence[str], first: bool, number: int | None) -> tuple[str, ...]:
    """So many of what stands in a row, from its one end or the other."""
    return tuple(ordered[: number or 1] if first else ordered[-(number or 1) :])
