"""Curtains and blinds at the windows of a room, one for each, and windows that keep clear of high furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.roomplan import WALLS, RoomOpening, RoomPlan
from scenewright.app.writers.embedded.selection import Item

__all__ = ["clear_windows", "covers_windows", "hang_at_windows"]

_COVERS = word_set("curtain curtains drapes blind blinds valance shutters")
_HEAD = 0.12
"""Metres by which a cover hangs higher than its window."""
_ASIDE = 0.15
"""Metres by which it is wider at each side."""
_TO_CORNER = 0.06
_LEAST = 0.6
"""Metres: the least width of a window, and the least height of a cover."""
_NEAR = 0.45
"""Metres from a wall within which furniture hides a window."""
_SKIN = 0.03
_STEP = 0.1


def covers_windows(item: Item) -> bool:
    """Whether it hangs before a window: curtains, blinds."""
    return item.support == "wall" and item.host is None and bool(_COVERS & set(item.choice.entry.word.lower().split()))


def hang_at_windows(plan: RoomPlan, items: list[Item], standing: Sequence[Item] = ()) -> list[Item]:
    """Hang covers, one at each window and as wide as it. Returns those that are done with: those that hang, and those of which nobody
    asked for and that find no window. `standing`: what hangs on the walls already; a window that it covers needs no cover."""
    windows = [o for o in plan.openings if o.kind == "window" and not any(_covers(i, o) for i in standing)]
    done = []
    for item in items:
        if windows:
            _cover(plan, item, windows.pop(0))
        elif not item.choice.request.expected:
            continue
        done.append(item)
    return done


def _covers(item: Item, window: RoomOpening) -> bool:
    """Whether a cover that hangs already hangs before a window."""
    along = item.x if window.wall in ("back", "front") else item.z
    return covers_windows(item) and item.wall == window.wall and abs(along - window.offset) < window.width / 2


def _cover(plan: RoomPlan, item: Item, window: RoomOpening) -> None:
    half = plan.length(window.wall) / 2
    reach = min(window.width / 2 + _ASIDE, half - abs(window.offset) - _TO_CORNER)
    for other in plan.openings:
        if other is not window and other.wall == window.wall:
            reach = min(reach, abs(other.offset - window.offset) - other.width / 2 - _TO_CORNER)
    reach = max(reach, window.width / 2)
    _, height, depth = item.size
    x, z = plan.at_wall(window.wall, window.offset, depth / 2)
    body = Footprint(x, z, reach, depth / 2 + _SKIN, WALLS[window.wall])
    top = min(window.sill + window.height + _HEAD, plan.height - 0.02)
    below = [i.height for i, f in plan.placed if not i.mounted and body.overlaps(f) and i.height < top - _LEAST]
    bottom = max(top - height, max(below, default=0.0) + _SKIN, 0.03)
    item.box = (round(2 * reach, 3), round(top - bottom, 3), depth)
    item.x, item.z = plan.at_wall(window.wall, window.offset, depth / 2 + 0.002)
    item.y, item.turn, item.wall = round(bottom, 3), WALLS[window.wall], window.wall
    item.mounted = item.placed = True


def clear_windows(plan: RoomPlan, bonds: list[Bond]) -> None:
    """Move windows along their walls, or make them narrower, where high furniture stands before them. A window at which the text puts
    something stays."""
    held = any(b.place == "window" and b.stated and not b.item.choice.request.expected for b in bonds)
    if held:
        return
    for number, window in enumerate(plan.openings):
        if window.kind != "window" or not _hidden(plan, window):
            continue
        others = [o for k, o in enumerate(plan.openings) if k != number]
        for width in (window.width, 0.8 * window.width, _LEAST):
            spots = [
                o
                for o in _along(plan, replace(window, width=round(max(width, _LEAST), 2)))
                if not _hidden(plan, o) and not any(o.meets(other) for other in others)
            ]
            if spots:
                plan.openings[number] = min(spots, key=lambda o: (abs(o.offset - window.offset), o.offset))
                break


def _along(plan: RoomPlan, window: RoomOpening) -> list[RoomOpening]:
    half = plan.length(window.wall) / 2 - window.width / 2 - 0.25
    if half < 0.0:
        return []
    count = max(1, int(2 * half / _STEP))
    return [replace(window, offset=round(-half + 2 * half * k / count, 2)) for k in range(count + 1)]


def _hidden(plan: RoomPlan, window: RoomOpening) -> bool:
    x, z = plan.at_wall(window.wall, window.offset, _NEAR / 2)
    pane = Footprint(x, z, window.width / 2, _NEAR / 2, WALLS[window.wall])
    return any((i.height > window.sill + 0.05 or i.support == "wall") and pane.overlaps(f) for i, f in plan.placed)
