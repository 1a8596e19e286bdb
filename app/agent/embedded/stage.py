"""Where things stand, as a dialogue speaks of them: boxes, names, sides of the main view, what stands on what."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.furnishing.footprints import Footprint
from scenewright.scene.geometry import standing_boxes
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, NodeKind

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.layout import JudgedScene

__all__ = ["Box", "SceneStage"]

_ASPECT = 4.0 / 3.0
_APART = 0.008
"""Metres between two things that do not touch."""
_FLAT = 0.03
_LIES = 0.04
"""Metres up to which a thing lies, and does not stand."""
_ALL_WALLS = 4
_GROUND_TOP = 0.12
"""Metres up to which what is as large as the scene is its ground."""
_MOST_OF = 0.6
"""Share of the floor of a scene without a room that its ground and what stands around it take."""


@dataclass(frozen=True, slots=True)
class Box:
    """The upright box of a thing: its bottom centre and size in metres, its yaw in radians about +y (0: its front is toward +z)."""

    x: float
    y: float
    z: float
    yaw: float
    width: float
    height: float
    depth: float

    @property
    def top(self) -> float:
        return self.y + self.height

    @property
    def foot(self) -> Footprint:
        return Footprint(self.x, self.z, self.width / 2.0, self.depth / 2.0, float(np.degrees(self.yaw)) % 360.0)

    @property
    def pose(self) -> tuple[float, float, float, float]:
        return self.x, self.y, self.z, self.yaw


class SceneStage:
    """The scene of a draft as it is now. Make a new one after a change."""

    def __init__(self, draft: Draft, *, camera: int = 0, job: Job | None = None) -> None:
        self.draft, self.scene = draft, draft.scene
        self._camera, self._job = camera, job

    @cached_property
    def things(self) -> tuple[str, ...]:
        """Paths of the things that a person names one by one: what is placed in the scene, without the room and its parts."""
        scene, room = self.scene, self.room_path
        found: list[str] = []
        for entity in scene.root.children:
            path = entity.path
            if path == room or entity.kind is NodeKind.ROOM:
                continue
            found.append(path)
        return tuple(found)

    def alike(self, path: str) -> list[str]:
        """The things of the same name, in their order."""
        name = self.scene.find(path).name
        return [p for p in self.things if self.scene.find(p).name == name]

    @property
    def room_path(self) -> str:
        return "" if self.scene.room is None else self.scene.room.path

    def is_building(self, path: str) -> bool:
        """Whether a path is the room or a part of it."""
        room = self.room_path
        return bool(room) and (path == room or path.startswith(f"{room}/"))

    def box(self, path: str) -> Box:
        return self.boxes([path])[0]

    def boxes(self, paths: list[str] | tuple[str, ...]) -> list[Box]:
        if not paths:
            return []
        poses, sizes = standing_boxes(self.scene, [self.scene.find(p).index for p in paths])
        return [
            Box(*(float(v) for v in pose), *(float(v) for v in size)) for pose, size in zip(poses, sizes, strict=True)
        ]

    def point_of(self, path: str) -> tuple[float, float]:
        """(x, z) metres of the middle of a thing, of a window or of another part of the room."""
        box = self.box(path)
        return box.x, box.z

    @cached_property
    def all_boxes(self) -> dict[str, Box]:
        """The boxes of all bodies that are judged, by path, else of all things."""
        judged = self.judged
        if judged is None:
            return dict(zip(self.things, self.boxes(self.things), strict=True))
        paths = judged.problem.bodies.path
        return dict(zip(paths, self.boxes(list(paths)), strict=True))

    @cached_property
    def judged(self) -> JudgedScene | None:
        """The scene as bodies; None where it cannot be judged."""
        from scenewright.scene.errors import LayoutError

        try:
            return self.draft.judged(job=self._job)
        except LayoutError:
            return None

    def ahead(self, path: str) -> float:
        """The yaw (radians) from the front of a thing to what it faces: pi for a desk, over which people look, else 0."""
        from scenewright.scene.layout.bodies import is_looked_over

        return math.pi if is_looked_over(self.scene, self.scene.find(path).index) else 0.0

    def body(self, path: str) -> int | None:
        """The number of the one body at or below a path; None where there are none or several."""
        if self.judged is None:
            return None
        found = [i for i, p in enumerate(self.judged.problem.bodies.path) if p == path or p.startswith(f"{path}/")]
        return found[0] if len(found) == 1 else None

    def below(self, path: str) -> str | None:
        """What a thing stands on; None for the floor, the ground, a wall, or where it is not known."""
        from scenewright.scene.layout import supports

        body = self.body(path)
        if body is None or self.judged is None:
            return None
        under = supports(self.judged, body) or self._rugs(body)
        found = self.judged.problem.bodies.path[under[0]] if under else None
        return None if found in self.grounds else found

    def on_top(self, path: str) -> list[str]:
        """What stands on a thing directly, or floats just above it. What only reaches into it stands elsewhere."""
        from scenewright.scene.layout import supports

        if self.judged is None:
            return []
        paths = self.judged.problem.bodies.path
        return [
            own
            for i, own in enumerate(paths)
            if not _within(own, path)
            and any(_within(paths[j], path) for j in (*supports(self.judged, i), *self._rugs(i)))
        ]

    def _rugs(self, body: int) -> tuple[int, ...]:
        """The rugs that a body stands on, with all its feet or some."""
        from scenewright.scene.layout import Support

        assert self.judged is not None
        below, kinds = self.judged.faults.support.below[body], self.judged.problem.bodies.support
        return tuple(j for j in below if kinds[j] is Support.RUG)

    # -- the main view ------------------------------------------------------------------------------------------------

    @cached_property
    def view(self) -> Camera | None:
        views = self.draft.derived.views(_ASPECT, self.scene)
        return views[min(self._camera, len(views) - 1)] if views else None

    @cached_property
    def right(self) -> tuple[float, float]:
        """(x, z) of the right hand of the main view, along an axis of the room."""
        if self.view is None:
            return 1.0, 0.0
        eye, target = np.asarray(self.view.eye, dtype=float), np.asarray(self.view.target, dtype=float)
        ahead = target - eye
        side = np.array([-ahead[2], ahead[0]])  # to the right of where the view looks, seen from above
        if np.abs(side).max() < 1e-6:
            return 1.0, 0.0
        axis = int(np.abs(side).argmax())
        out = [0.0, 0.0]
        out[axis] = 1.0 if side[axis] > 0 else -1.0
        return out[0], out[1]

    @cached_property
    def view_right(self) -> tuple[float, float]:
        """(x, z) of the right hand of the main view, of length 1."""
        if self.view is None:
            return 1.0, 0.0
        ahead = np.asarray(self.view.target, dtype=float) - np.asarray(self.view.eye, dtype=float)
        far = math.hypot(float(ahead[0]), float(ahead[2]))
        return (1.0, 0.0) if far < 1e-6 else (-float(ahead[2]) / far, float(ahead[0]) / far)

    def screen_order(self, paths: list[str] | tuple[str, ...]) -> list[str]:
        """Paths from the left of the main view to its right."""
        right = self.right
        boxes = self.boxes(paths)
        at = {p: b.x * right[0] + b.z * right[1] for p, b in zip(paths, boxes, strict=True)}
        return sorted(paths, key=lambda p: at[p])

    # -- the ground of what has no room -------------------------------------------------------------------------------

    @cached_property
    def grounds(self) -> frozenset[str]:
        """Paths of the ground that a scene without a room stands on: what is as large as most of the scene and no higher than its feet."""
        return frozenset(p for p, box in self._large.items() if box.top < _GROUND_TOP)

    @cached_property
    def hollow(self) -> frozenset[str]:
        """Paths of what stands around a scene without a room, such as a hedge: its box holds the things, and is free within."""
        return frozenset(p for p in self._large if p not in self.grounds)

    @cached_property
    def _large(self) -> dict[str, Box]:
        if self.scene.room is not None or not self.all_boxes:
            return {}
        feet = [box.foot.box for box in self.all_boxes.values()]
        wide = max(f[1] for f in feet) - min(f[0] for f in feet)
        deep = max(f[3] for f in feet) - min(f[2] for f in feet)
        return {
            path: box
            for path, box in self.all_boxes.items()
            if (box.foot.box[1] - box.foot.box[0]) * (box.foot.box[3] - box.foot.box[2]) > _MOST_OF * wide * deep
        }

    @cached_property
    def _edges(self) -> tuple[float, float, float, float] | None:
        """(x0, x1, z0, z1) within which things can stand where there is no room: the ground, less what stands around it."""
        feet = [self.all_boxes[p].foot.box for p in self.grounds]
        if not feet:
            return None
        return min(f[0] for f in feet), max(f[1] for f in feet), min(f[2] for f in feet), max(f[3] for f in feet)

    # -- free space ---------------------------------------------------------------------------------------------------

    @cached_property
    def loose(self) -> frozenset[str]:
        """Paths of flat and small things that lie loosely, such as a magazine: others may stand on them."""
        from scenewright.scene.layout.bodies import loose_bodies

        if self.judged is None:
            return frozenset()
        bodies = self.judged.problem.bodies
        return frozenset(bodies.path[i] for i in np.flatnonzero(loose_bodies(self.scene, bodies)).tolist())

    def is_free(
        self, foot: Footprint, low: float, high: float, ignore: frozenset[str] = frozenset(), *, beside: bool = False
    ) -> bool:
        """Whether a box with this footprint between two heights meets neither a thing nor a wall. What lies flat is no hindrance, nor
        is what lies loosely, where the box is no such thing itself.

        Args:
            beside: what lies loosely is a hindrance, too.
        """
        room, wider = self.scene.room, foot.grown(_APART)
        x0, x1, z0, z1 = foot.box
        if room is not None and (max(-x0, x1) > room.width / 2.0 + 0.005 or max(-z0, z1) > room.depth / 2.0 + 0.005):
            return False
        edges = self._edges
        if edges is not None and (x0 < edges[0] or x1 > edges[1] or z0 < edges[2] or z1 > edges[3]):
            return False
        for path, box in self.all_boxes.items():
            if (
                any(_within(path, i) for i in ignore)
                or path in self.hollow
                or (path in self.grounds and low >= box.top - _APART)
            ):
                continue
            if box.height <= _FLAT and low <= _FLAT and box.y <= _FLAT:
                continue
            if not beside and high - low > _LIES and low >= box.y - _LIES / 2.0 and path in self.loose:
                continue
            if min(high, box.top) - max(low, box.y) > 0.005 and wider.overlaps(box.foot):
                return False
        return True

    # -- names --------------------------------------------------------------------------------------------------------

    def name(self, path: str) -> str:
        """What people call a thing, with its number where several have the name."""
        entity = self.scene.find(path)
        name = entity.name.replace("_", " ")
        if self.is_building(path):
            wall = {
                "wall left": "left wall",
                "wall right": "right wall",
                "wall back": "back wall",
                "wall front": "front wall",
            }
            return wall.get(name, name)
        alike = self._alike.get(entity.name, 1)
        ordinal = int(self.scene.nodes.ordinal[entity.index])
        return f"{name} {ordinal + 1}" if alike > 1 else name

    def spoken(self, text: str) -> str:
        """A text about paths, with the names that people use: *the desk and the chair 2 intersect*."""
        root = self.scene.root.path  # its name is a word: 'the lounge is 5 m wide'
        known = sorted((p for p in self.scene.paths if p != root and p in text), key=len, reverse=True)
        for path in known:
            thing = next((t for t in self.things if _within(path, t)), path)
            text = re.sub(rf"(?<![\w/]){re.escape(path)}(?![\w/\[])", f"the {self.name(thing)}", text)
        for path in self.things:  # answers name like things as programs do
            short = path.partition("/")[2]
            bare = rf"|(?<![\w/]){re.escape(short)}(?![\w\[])" if "[" in short or "_" in short else ""
            pattern = rf"'{re.escape(short)}'{bare}"
            text = re.sub(pattern, self.name(path), text)
        # what was tried and not kept is told of as well
        return re.sub(
            rf"(?<![\w/]){re.escape(root)}/(?:\w+/)*(\w+)(?:\[\d+\])?", lambda m: f"the {m[1].replace('_', ' ')}", text
        )

    @cached_property
    def _alike(self) -> dict[str, int]:
        count: dict[str, int] = {}
        for path in self.things:
            name = self.scene.find(path).name
            count[name] = count.get(name, 0) + 1
        return count

    def label(self, path: str, among: tuple[str, ...] | list[str]) -> str:
        """What tells a thing from the others of a list."""
        base = self.scene.find(path).name.replace("_", " ")
        names = [self.scene.find(p).name for p in among]
        if names.count(self.scene.find(path).name) == 1:
            return f"the {base}"
        below = {p: self.below(p) for p in among}
        own = below[path]
        if own is not None and list(below.values()).count(own) == 1:
            return f"the {base} on the {self.name(own)}"
        alike = [p for p in self.screen_order(list(among)) if self.scene.find(p).name == self.scene.find(path).name]
        at = alike.index(path)
        if at == 0:
            return f"the left {base}"
        if at == len(alike) - 1:
            return f"the right {base}"
        if len(alike) == 3:
            return f"the middle {base}"
        return f"the {_ORDINALS[at] if at < len(_ORDINALS) else _ordinal(at + 1)} {base} from the left"

    def listed(self, paths: list[str] | tuple[str, ...], most: int = 4) -> str:
        """Things in words: *the lamp, the sofa and two chairs*. Of many the first are named, and the other things are counted."""
        walls = {p for p in paths if self.is_building(p) and self.scene.find(p).name.startswith("wall_")}
        groups: dict[str, list[str]] = {}
        for path in dict.fromkeys(paths):
            if len(walls) >= _ALL_WALLS and path in walls:
                continue
            groups.setdefault(self.scene.find(path).name if not self.is_building(path) else path, []).append(path)
        said = [("the walls", _ALL_WALLS)] if len(walls) >= _ALL_WALLS else []
        for members in groups.values():
            count = len(members)
            name = self.scene.find(members[0]).name.replace("_", " ")
            said.append(
                (f"the {self.name(members[0])}" if count == 1 else f"the {number_word(count)} {many(name)}", count)
            )
        if not said:
            return "nothing"
        words = [each for each, _ in said]
        if len(said) > most + 1:  # one more name is no longer than its number
            words = [*words[:most], f"{sum(count for _, count in said[most:])} more"]
        return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number_word(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def many(name: str) -> str:
    """The plural of a thing's name."""
    from scenewright.scene.semantics.words import plural

    return plural(name)


def _within(path: str, top: str) -> bool:
    return path == top or path.startswith(f"{top}/")


def _ordinal(number: int) -> str:
    """*31st* of 31."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
