"""Dialogues with what each sentence must do to a scene, read from text files, and the judge of that.

The judge looks at scenes before and after, at boxes and colours, and at the journal; it shares nothing with the reader of the sentences.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from scenewright.app.agent import (
    AskedBack,
    Dialogue,
    TextPiece,
    ThingsSelected,
    TurnEnded,
    TurnNote,
    TurnRequest,
    scene_editor,
)
from scenewright.app.session import Session
from scenewright.renderers.base import RenderRequest
from scenewright.renderers.preview import PreviewRenderer
from scenewright.scene.folder import Project
from scenewright.scene.geometry import standing_boxes
from scenewright.scene.jobs import Job
from scenewright.scene.language.vocabulary import named_color
from scenewright.scene.model import FloatArray, Scene
from tests.support.locations import REPOSITORY

__all__ = ["SaidBlock", "SaidTurn", "judged_block", "program_of", "read_blocks"]

_SCENES = REPOSITORY / "tests" / "queries" / "scenes"
_FOLDER = REPOSITORY / "tests" / "data" / "chat"
"""Its folder ``rooms`` holds scenes that were written from descriptions, for the dialogues alone."""


@dataclass
class SaidTurn:
    """A sentence, and the checks of what it did."""

    text: str
    checks: tuple[str, ...] = ()


@dataclass
class SaidBlock:
    """One dialogue on a new copy of a scene."""

    scene: str
    selection: tuple[str, ...] = ()
    turns: list[SaidTurn] = field(default_factory=list)


def read_blocks(name: str) -> list[SaidBlock]:
    """The dialogues of a file of ``tests/data/chat``."""
    blocks: list[SaidBlock] = []
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        mark, rest = line[:2], line[2:].strip()
        if mark == "@ ":
            blocks.append(SaidBlock(rest))
        elif mark == "? ":
            blocks[-1].selection = tuple(rest.split())
        elif mark == "> ":
            blocks[-1].turns.append(SaidTurn(rest))
        elif mark == "= ":
            blocks[-1].turns[-1].checks += tuple(c.strip() for c in rest.split(";"))
    return blocks


@dataclass(frozen=True)
class _Pose:
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
    def reach(self) -> tuple[float, float]:
        c, s = abs(math.cos(self.yaw)), abs(math.sin(self.yaw))
        return (c * self.width + s * self.depth) / 2, (s * self.width + c * self.depth) / 2


class _View:
    """A scene as the judge sees it: top-level things by their names below the root."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.rows = {e.path.partition("/")[2]: e.index for e in scene.root.children if e.name != "room"}
        paths = list(self.rows)
        poses, sizes = (
            standing_boxes(scene, list(self.rows.values())) if paths else (np.zeros((0, 4)), np.zeros((0, 3)))
        )
        self.poses = {p: _Pose(*map(float, a), *map(float, b)) for p, a, b in zip(paths, poses, sizes, strict=True)}

    def looks(self, path: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
        row = self.scene.find(f"{self.scene.root.path}/{path}").index
        nodes = self.scene.nodes
        end = self.scene.subtree_end(row)
        return tuple(np.asarray(nodes.material[row:end]).tolist()), tuple(str(a) for a in nodes.asset[row:end].tolist())

    def drawn(self, path: str) -> tuple[object, ...]:
        """The materials, assets and colours of a thing and its parts themselves, whatever their numbers are."""
        materials, assets = self.looks(path)
        row = self.scene.find(f"{self.scene.root.path}/{path}").index
        colors = self.scene.nodes.color[row : self.scene.subtree_end(row)]
        return (
            tuple(None if m < 0 else self.scene.materials[m] for m in materials),
            tuple(
                "" if int(a) < 0 else (self.scene.assets[int(a)].id, self.scene.assets[int(a)].words) for a in assets
            ),
            tuple(np.round(np.nan_to_num(colors, nan=-1.0), 3).ravel().tolist()),
        )

    @cached_property
    def light(self) -> FloatArray:
        """The mean colour (3,) of small pictures from the cameras of the program."""
        drawn = PreviewRenderer().render(RenderRequest(self.scene, width=96, height=72, samples=1))
        colors = [view.color for view in drawn.views if view.color is not None]
        return np.asarray(np.mean([color.reshape(-1, 3).mean(0) for color in colors], axis=0), dtype=np.float64)

    def gap(self, a: str, b: str) -> float:
        p, q = self.poses[a], self.poses[b]
        dx = abs(p.x - q.x) - p.reach[0] - q.reach[0]
        dz = abs(p.z - q.z) - p.reach[1] - q.reach[1]
        return math.hypot(max(dx, 0.0), max(dz, 0.0))

    def far(self, a: str, b: str) -> float:
        return math.hypot(self.poses[a].x - self.poses[b].x, self.poses[a].z - self.poses[b].z)


class _Judge:
    """One turn. `said`: all that was told. `before`, `after`: the scenes."""

    def __init__(
        self,
        before: _View,
        after: _View,
        end: TurnEnded,
        said: str,
        edits: Sequence[dict[str, object]],
        selected: Sequence[str],
        newest: Sequence[str] = (),
        earlier: _View | None = None,
    ) -> None:
        self.earlier = earlier
        self.before, self.after, self.end, self.said, self.edits = before, after, end, said, edits
        self.selected = {p.partition("/")[2] for p in selected}
        added = any(e["kind"] in ("add", "duplicate") for e in edits)
        self.new = [p.partition("/")[2] for p in end.paths if not self._was(p)] if added else list(newest)

    def _was(self, path: str) -> bool:
        name = path.partition("/")[2]
        pose = self.after.poses.get(name)
        if pose is None:
            return True
        return any(
            q.x == pose.x and q.z == pose.z and q.y == pose.y and q.width == pose.width
            for q in self.before.poses.values()
        )

    def path(self, word: str) -> str:
        if word == "new":
            return self.new[0]
        found = re.fullmatch(r"new\[(\d)\]", word)
        return self.new[int(found[1])] if found else word

    def wrong(self, check: str) -> str:
        """Why a check fails; '' where it holds."""
        word, *rest = check.split()
        if word == "says":
            return "" if re.search(check.split(" ", 1)[1], self.said, re.IGNORECASE) else f"said {self.said!r}"
        if word == "either":
            return (
                ""
                if any(not self.wrong(part.strip()) for part in check.split(" ", 1)[1].split("|"))
                else f"{check}: {self.said!r}"
            )
        if word in ("asks", "refuses", "any", "same"):
            return "" if self._outcome(word) else f"it was {self.end.outcome}: {self.said!r}"
        method = getattr(self, f"is_{word.replace('-', '_')}", None)
        if method is None:
            raise AssertionError(f"the judge knows no check {check!r}")
        try:
            return "" if method(*rest) else f"{check}: {self.end.outcome} {self.said!r}"
        except (KeyError, IndexError) as error:
            return f"{check}: {self.end.outcome} no {error} {self.said!r}"

    def _outcome(self, name: str) -> bool:
        if name == "any":
            return True
        if name == "same":
            return self.before.poses == self.after.poses and self.end.steps == 0
        if name in ("asks", "refuses"):
            unchanged = self.before.poses == self.after.poses
            return unchanged and self.end.outcome == {"asks": "asked", "refuses": "refused"}[name]
        return False

    # -- what changed -------------------------------------------------------------------------------------------------

    def is_moved(self, *paths: str) -> bool:
        """These and what stood on them moved, and nothing else did."""
        names = {self.path(p) for p in paths}
        if len(self.before.poses) != len(self.after.poses):
            return False
        moved = {p for p in self.before.poses if self._differs(self.before.poses[p], self.after.poses[p])}
        others = moved - names
        return names <= moved and all(any(self._stood_on(o, n) for n in moved) for o in others)

    @staticmethod
    def _differs(a: _Pose, b: _Pose) -> bool:
        return any(
            abs(x - y) > 1e-3
            for x, y in (
                (a.x, b.x),
                (a.y, b.y),
                (a.z, b.z),
                (math.sin(a.yaw), math.sin(b.yaw)),
                (math.cos(a.yaw), math.cos(b.yaw)),
            )
        )

    def _stood_on(self, a: str, b: str) -> bool:
        p, q = self.before.poses[a], self.before.poses[b]
        return (
            q.y - 0.05 < p.y <= q.top + 0.05
            and abs(p.x - q.x) < q.reach[0] + 0.02
            and abs(p.z - q.z) < q.reach[1] + 0.02
        )

    def is_gone(self, *paths: str) -> bool:
        """These are gone, and all others stand where they stood."""
        left = [q for p, q in self.before.poses.items() if p not in paths]
        kept = all(any(not self._differs(q, a) for a in self.after.poses.values()) for q in left)
        added = sum(e["kind"] in ("add", "duplicate") for e in self.edits)
        return kept and len(left) + added == len(self.after.poses)

    def is_gone_instead(self, *paths: str) -> bool:
        """As :meth:`is_gone`, of the scene before the turn before, whose change was taken back."""
        assert self.earlier is not None
        left = [q for p, q in self.earlier.poses.items() if p not in paths]
        kept = all(any(not self._differs(q, a) for a in self.after.poses.values()) for q in left)
        return kept and len(left) == len(self.after.poses)

    def is_gonesome(self, name: str, number: str) -> bool:
        count = [
            sum(re.fullmatch(rf"{name}(\[\d+\])?", p) is not None for p in v.poses) for v in (self.before, self.after)
        ]
        return count[0] - count[1] == int(number) and len(self.before.poses) - len(self.after.poses) == int(number)

    def is_absent(self, *paths: str) -> bool:
        return not set(paths) & set(self.after.poses)

    def is_fewer(self, number: str) -> bool:
        return len(self.before.poses) - len(self.after.poses) == int(number)

    def is_added(self, word: str, number: str = "1") -> bool:
        names = [p for p in self.new if word in p]
        removed = sum(e["kind"] == "delete" for e in self.edits)
        return len(self.after.poses) - len(self.before.poses) + removed == int(number) and len(names) == int(number)

    def is_addedlist(self, *pairs: str) -> bool:
        total = 0
        for word, number in zip(pairs[::2], pairs[1::2], strict=True):
            if sum(word in p for p in self.new) != int(number):
                return False
            total += int(number)
        return len(self.after.poses) - len(self.before.poses) == total

    def is_replaced(self, old: str, new: str) -> bool:
        if len(self.after.poses) != len(self.before.poses):
            return False
        was = self.before.poses[old]
        near = [p for p, q in self.after.poses.items() if new in p and math.hypot(q.x - was.x, q.z - was.z) < 0.4]
        kinds = {str(e["kind"]) for e in self.edits}
        return bool(near) and "replace" in kinds

    def is_replacedall(self, new: str, *old: str) -> bool:
        return all(self.is_replaced(o, new) for o in old)

    def is_renamed(self, old: str, new: str) -> bool:
        return old not in self.after.poses and new in self.after.poses

    def is_addedsome(self) -> bool:
        return len(self.after.poses) > len(self.before.poses)

    # -- light --------------------------------------------------------------------------------------------------------

    def _light(self) -> tuple[float, float]:
        """By what factors a picture got brighter, and redder against its blue; nothing else may have changed."""
        then, now = self.before.poses, self.after.poses
        if then.keys() != now.keys() or any(self._differs(then[p], now[p]) for p in then):
            return 1.0, 1.0
        a, b = self.before.light, self.after.light
        return float(b.mean() / a.mean()), float((b[0] / b[2]) / (a[0] / a[2]))

    def is_darker(self) -> bool:
        return self._light()[0] < 0.98

    def is_brighter(self) -> bool:
        return self._light()[0] > 1.02

    def is_warmer(self) -> bool:
        return self._light()[1] > 1.02

    def is_cooler(self) -> bool:
        return self._light()[1] < 0.98

    # -- where it is --------------------------------------------------------------------------------------------------

    def is_by(self, path: str, x: str, y: str, z: str) -> bool:
        p, q = self.before.poses[path], self.after.poses[path]
        return all(abs(b - a - float(w)) < 0.02 for a, b, w in ((p.x, q.x, x), (p.y, q.y, y), (p.z, q.z, z)))

    def is_dir(self, path: str, x: str, y: str, z: str) -> bool:
        p, q = self.before.poses[path], self.after.poses[path]
        way = np.array([q.x - p.x, q.y - p.y, q.z - p.z])
        length = float(np.linalg.norm(way))
        return length > 0.02 and float(way @ np.array([float(x), float(y), float(z)])) > 0.95 * length

    def is_on(self, a: str, b: str) -> bool:
        p, q = self.after.poses[self.path(a)], self.after.poses[self.path(b)]
        inside = abs(p.x - q.x) < q.reach[0] + 0.02 and abs(p.z - q.z) < q.reach[1] + 0.02
        return inside and q.y + 0.05 < p.y <= q.top + 0.02

    def is_floor(self, path: str) -> bool:
        return abs(self.after.poses[self.path(path)].y) < 0.03

    def is_near(self, a: str, b: str, most: str = "1.0") -> bool:
        return self.after.gap(self.path(a), self.path(b)) <= float(most)

    def is_apart(self, a: str, b: str, least: str, most: str) -> bool:
        return float(least) <= self.after.gap(self.path(a), self.path(b)) <= float(most)

    def is_closer(self, a: str, b: str) -> bool:
        return self.after.far(a, b) < self.before.far(a, b) - 0.02

    def is_farther(self, a: str, b: str) -> bool:
        return self.after.far(a, b) > self.before.far(a, b) + 0.02

    def is_under(self, a: str, b: str, most: str = "0.3") -> bool:
        return self.after.far(self.path(a), self.path(b)) <= float(most) and self.after.poses[self.path(a)].y < 0.1

    def is_over(self, a: str, b: str, most: str) -> bool:
        return self.after.far(self.path(a), self.path(b)) <= float(most) and self.is_on(a, b)

    def is_above(self, a: str, b: str) -> bool:
        p, q = self.after.poses[self.path(a)], self.after.poses[self.path(b)]
        return p.y >= q.top - 0.02 and abs(p.x - q.x) < q.reach[0] + 0.4 and abs(p.z - q.z) < q.reach[1] + 0.6

    def _own(self, a: str, b: str) -> tuple[float, float]:
        """(to the left, to the front) of a as b faces, in metres beyond the half size of b."""
        p, q = self.after.poses[self.path(a)], self.after.poses[self.path(b)]
        dx, dz = p.x - q.x, p.z - q.z
        c, s = math.cos(q.yaw), math.sin(q.yaw)
        return c * dx - s * dz, s * dx + c * dz

    def is_left(self, a: str, b: str) -> bool:
        return self._own(a, b)[0] > self.after.poses[self.path(b)].width / 2

    def is_right(self, a: str, b: str) -> bool:
        return self._own(a, b)[0] < -self.after.poses[self.path(b)].width / 2

    def is_front(self, a: str, b: str) -> bool:
        return self._own(a, b)[1] > self.after.poses[self.path(b)].depth / 2

    def is_behind(self, a: str, b: str) -> bool:
        return self._own(a, b)[1] < -self.after.poses[self.path(b)].depth / 2

    def is_side(self, a: str, b: str, way: str) -> bool:
        p, q = self.after.poses[a], self.after.poses[b]
        return {"-x": p.x < q.x, "+x": p.x > q.x, "-z": p.z < q.z, "+z": p.z > q.z}[way]

    def is_at(self, path: str, x: str, z: str) -> bool:
        p = self.after.poses[path]
        return abs(p.x - float(x)) < 0.03 and abs(p.z - float(z)) < 0.03

    def is_centre(self, path: str, most: str = "0.4") -> bool:
        p = self.after.poses[self.path(path)]
        return math.hypot(p.x, p.z) < float(most)

    def _room(self) -> tuple[float, float]:
        assert self.after.scene.room is not None
        return self.after.scene.room.width / 2, self.after.scene.room.depth / 2

    def is_corner(self, path: str, x: str = "", z: str = "") -> bool:
        p = self.after.poses[self.path(path)]
        width, depth = self._room()
        near = width - abs(p.x) - p.reach[0] < 0.7 and depth - abs(p.z) - p.reach[1] < 0.7
        return near and (not x or (p.x < 0) == (x == "-x")) and (not z or (p.z < 0) == (z == "-z"))

    def is_wall(self, path: str, way: str, most: str) -> bool:
        p = self.after.poses[self.path(path)]
        width, depth = self._room()
        gap = {
            "-x": width + p.x - p.reach[0],
            "+x": width - p.x - p.reach[0],
            "-z": depth + p.z - p.reach[1],
            "+z": depth - p.z - p.reach[1],
        }[way]
        return gap <= float(most)

    def is_clearfront(self, path: str, least: str) -> bool:
        """So many metres before its front are in the room."""
        p = self.after.poses[self.path(path)]
        width, depth = self._room()
        x = p.x + math.sin(p.yaw) * (p.depth / 2 + float(least))
        z = p.z + math.cos(p.yaw) * (p.depth / 2 + float(least))
        return abs(x) <= width + 1e-3 and abs(z) <= depth + 1e-3

    def is_between(self, a: str, b: str, c: str) -> bool:
        p, q, r = (self.after.poses[self.path(w)] for w in (a, b, c))
        mid = ((q.x + r.x) / 2, (q.z + r.z) / 2)
        return math.hypot(p.x - mid[0], p.z - mid[1]) < 0.6 * math.hypot(q.x - r.x, q.z - r.z)

    def is_swapped(self, a: str, b: str) -> bool:
        p, q = self.before.poses[a], self.before.poses[b]
        r, s = self.after.poses[a], self.after.poses[b]
        return math.hypot(r.x - q.x, r.z - q.z) < 0.05 and math.hypot(s.x - p.x, s.z - p.z) < 0.05

    # -- turns, sizes, looks ------------------------------------------------------------------------------------------

    def is_turned(self, path: str, degrees: str) -> bool:
        by = math.degrees(self.after.poses[path].yaw - self.before.poses[path].yaw)
        return abs(math.remainder(by - float(degrees), 360.0)) < 1.0

    def is_faces(self, a: str, b: str) -> bool:
        p, q = self.after.poses[self.path(a)], self.after.poses[self.path(b)]
        return abs(math.remainder(math.degrees(p.yaw - math.atan2(q.x - p.x, q.z - p.z)), 360.0)) < 15.0

    def is_faces_away(self, a: str, b: str) -> bool:
        p, q = self.after.poses[a], self.after.poses[b]
        return abs(math.remainder(math.degrees(p.yaw - math.atan2(q.x - p.x, q.z - p.z)) + 180.0, 360.0)) < 15.0

    def is_heads(self, path: str, x: str, z: str) -> bool:
        yaw = self.after.poses[path].yaw
        return math.sin(yaw) * float(x) + math.cos(yaw) * float(z) > 0.96

    def _ratio(self, path: str) -> tuple[float, float, float]:
        p, q = self.before.poses[self.path(path)], self.after.poses[self.path(path)]
        return q.width / p.width, q.height / p.height, q.depth / p.depth

    def is_factor(self, path: str, factor: str) -> bool:
        return all(abs(r - float(factor)) < 0.02 for r in self._ratio(path))

    def is_scaled(self, path: str, low: str, high: str) -> bool:
        return all(float(low) <= r <= float(high) for r in self._ratio(path))

    def is_bigger(self, path: str) -> bool:
        return min(self._ratio(path)) > 1.02

    def is_smaller(self, path: str) -> bool:
        return max(self._ratio(path)) < 0.98

    def is_wide(self, path: str, factor: str) -> bool:
        r = self._ratio(path)
        return abs(r[0] - float(factor)) < 0.02 and abs(r[1] - 1) < 0.02 and abs(r[2] - 1) < 0.02

    def is_high(self, path: str, factor: str) -> bool:
        r = self._ratio(path)
        return abs(r[1] - float(factor)) < 0.02 and abs(r[0] - 1) < 0.02 and abs(r[2] - 1) < 0.02

    def is_deep(self, path: str, factor: str) -> bool:
        r = self._ratio(path)
        return abs(r[2] - float(factor)) < 0.02 and abs(r[0] - 1) < 0.02 and abs(r[1] - 1) < 0.02

    def is_taller(self, path: str, by: str) -> bool:
        return abs(self.after.poses[path].height - self.before.poses[path].height - float(by)) < 0.02

    def is_long(self, path: str, metres: str) -> bool:
        p = self.after.poses[path]
        return abs(max(p.width, p.depth) - float(metres)) < 0.02

    def is_height(self, path: str, metres: str) -> bool:
        return abs(self.after.poses[path].height - float(metres)) < 0.02

    def is_colour(self, path: str, name: str) -> bool:
        wanted = named_color(re.sub(r"^(light|dark)(?=\w)", r"\1 ", name))
        found = [
            e for e in self.edits if e["kind"] == "recolour" and str(e["path"]).partition("/")[2] == self.path(path)
        ]
        if not found:
            return False
        color = found[-1]["color"]
        rgb = named_color(color) if isinstance(color, str) else color
        same = max(abs(a - b) for a, b in zip(rgb, wanted, strict=True)) < 0.02
        name = self.path(path)
        changed = (
            name not in self.before.poses
            or self.before.scene.materials != self.after.scene.materials
            or self.before.looks(name) != self.after.looks(name)
        )
        return same and (changed or len(self.edits) > 0)

    def is_restyled(self, *paths: str) -> bool:
        """These look otherwise, all others look as they did, and nothing moved."""
        if self.before.poses.keys() != self.after.poses.keys():
            return False
        changed = {p for p in self.before.poses if self.before.drawn(p) != self.after.drawn(p)}
        moved = [p for p in self.before.poses if self._differs(self.before.poses[p], self.after.poses[p])]
        return changed == set(paths) and not moved

    def is_colourall(self, name: str, number: str, colour: str) -> bool:
        paths = [p for p in self.after.poses if re.fullmatch(rf"{name}(\[\d+\])?", p)]
        return len(paths) == int(number) and all(self.is_colour(p, colour) for p in paths)

    def is_walls(self, colour: str) -> bool:
        return all(self.is_colour(f"room/wall_{w}", colour) for w in ("left", "right", "back", "front"))

    def is_wallcolour(self, way: str, colour: str) -> bool:
        return self.is_colour(f"room/{way}", colour)

    def is_selects(self, *paths: str) -> bool:
        return self.selected == set(paths)


def program_of(name: str) -> str:
    """The program of a scene that a dialogue is about."""
    written = _FOLDER / "rooms" / f"{name}.py"
    return (written if written.exists() else _SCENES / f"{name}.py").read_text(encoding="utf-8")


def judged_block(block: SaidBlock, folder: Path) -> list[tuple[SaidTurn, str, float]]:
    """Hold a dialogue on a new copy of its scene: each turn with why it is wrong ('' where it is right), and its seconds."""
    import time

    Project.create(folder, program_of(block.scene))
    session = Session.open(folder, writable=True)
    editor, dialogue = scene_editor("embedded"), Dialogue()
    sources, found, newest = [session.source], [], list[str]()
    earlier: _View | None = None
    for turn in block.turns:
        selection = tuple(f"{session.scene.root.path}/{p}" for p in block.selection)
        before, revision = _View(session.scene), session.revision
        end: TurnEnded | None = None
        said: list[str] = []
        edits: list[dict[str, object]] = []
        selected: tuple[str, ...] = ()
        began = time.monotonic()
        for event in editor.turn(
            session, TurnRequest(text=turn.text, selection=selection, dialogue=dialogue), job=Job()
        ):
            if isinstance(event, TurnEnded):
                end = event
            elif isinstance(event, TextPiece):
                said.append(event.piece)
            elif isinstance(event, TurnNote):
                said.append(event.text)
            elif isinstance(event, ThingsSelected):
                selected = event.paths
            elif isinstance(event, AskedBack):
                said.append(event.question)
            elif event.to_json()["event"] == "edited":
                edits = event.to_json()["edits"]
        seconds = time.monotonic() - began
        assert end is not None
        dialogue = dialogue.then(end.past)
        judge = _Judge(before, _View(session.scene), end, " ".join(said), edits, selected, newest, earlier)
        earlier = before
        newest = judge.new
        wrong: list[str] = []
        if end.outcome != "stepped" and session.revision - revision != end.steps:
            wrong.append(f"{session.revision - revision} revisions, {end.steps} steps")
        for check in turn.checks:
            if check.startswith("before"):
                back = int(check.split()[1])
                wrong += [] if session.source == sources[-1 - back] else ["the program is not as it was before"]
            elif why := judge.wrong(check):
                wrong.append(why)
        sources.append(session.source)
        found.append((turn, "; ".join(wrong), seconds))
    session.close()
    return found
