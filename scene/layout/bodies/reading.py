"""Read a scene as rigid bodies: their frames, boxes, surfaces, supports and clearances."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import LayoutError
from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.bodies.coverings import CoveringShapes, covered_walls, coverings_of
from scenewright.scene.layout.bodies.forms import forms_of
from scenewright.scene.layout.bodies.holds import (
    NEAR_FLOOR,
    Whereabouts,
    WrittenWhereabouts,
    asked_supports,
    at_ceiling,
    backed,
    fixtures,
    near_ceiling,
    strung,
    support_of,
    whereabouts,
    written_support,
)
from scenewright.scene.layout.bodies.hosts import Hosts, standing_hosts
from scenewright.scene.layout.bodies.kinds import (
    LOOSE_HEIGHT,
    lies_loosely,
    looks_over,
    support_of_words,
    usual_clearance,
)
from scenewright.scene.layout.bodies.selection import owners
from scenewright.scene.layout.bodies.standing import carriers, standing_of
from scenewright.scene.layout.model import Bodies, Support, SupportSurface
from scenewright.scene.model import AssetRef, FloatArray, IntArray, NodeKind, Room, Scene

__all__ = ["MAX_BODIES", "bodies_of", "is_looked_over", "loose_bodies", "texts_of", "yaw_of"]

MAX_BODIES = 4_000

_Bools = npt.NDArray[np.bool_]


def bodies_of(
    scene: Scene,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    written: bool = True,
    apart: Collection[str] = (),
) -> Bodies:
    """The rigid bodies of a scene; :mod:`scenewright.scene.layout.bodies.selection` says which rows are bodies.

    A body's frame is upright. Its yaw is that of the row's front (+z) on the floor; where the front points straight up or down, that of
    its x. Its box is the tight one in this frame, also for tilted, mirrored or sheared bodies.

    Clearances of catalogue objects are their own, scaled with the object; those of other things are the usual ones for their names.
    Enclosed surfaces (inside a wardrobe) count only for bodies that a relation puts things into; narrow ones (a rim) only where a
    relation puts something on a body without a better surface.

    Args:
        provider: where catalogue objects come from; without one they are their hulls.
        root: the scene folder.
        written: somebody chose the poses, except those of ``place`` without ``at``. False: they are first guesses, and a body's name
            decides its support before its pose does.
        apart: paths of what is a body of its own, whatever it is a part of.

    Raises:
        LayoutError: 'too-many' bodies; 'size': one is not finite, or larger than 100 km.
    """
    owner = owners(scene, apart)
    leaves = np.flatnonzero((owner >= 0) & np.isin(np.arange(len(scene)), scene.leaf_rows)).astype(np.int32)
    rows, body = np.unique(owner[leaves], return_inverse=True)
    body = body.reshape(-1)
    n = len(rows)
    if n > MAX_BODIES:
        raise LayoutError(
            f"the scene has {n:,} bodies; at most {MAX_BODIES:,} are laid out at once. Group what belongs together: everything "
            "inside one entity or group that `place` puts somewhere moves as one body",
            kind="too-many",
        )
    paths = tuple(scene.paths[r] for r in rows.tolist())
    world = scene.world_from_local[rows]
    yaw = yaw_of(world)
    upright = _turned_back(yaw)
    relative = scene.world_from_local[leaves].copy()
    relative[:, :3, 3] -= world[body, :3, 3]
    number = {row: i for i, row in enumerate(rows.tolist())}
    filled, laden = (_targets(scene, owner, number, kind) for kind in (RelationName.INSIDE, RelationName.ON))
    forms = forms_of(scene, leaves, body, upright[body] @ relative, paths, filled | laden, provider, root)
    foot = np.array([f.foot for f in forms]).reshape(n, 3)
    size = np.array([f.size for f in forms]).reshape(n, 3)
    c, s = np.cos(yaw), np.sin(yaw)
    offset = np.stack([c * foot[:, 0] + s * foot[:, 2], foot[:, 1], -s * foot[:, 0] + c * foot[:, 2]], axis=1)
    initial = np.column_stack([world[:, :3, 3] + offset, yaw])
    ground = float(initial[:, 1].min(initial=np.inf)) if scene.room is None and n else 0.0
    initial[:, 1] -= ground
    body_from_row = upright @ world
    body_from_row[:, :3, 3] = -foot

    refs = _refs(scene, leaves, body, n)
    texts = [texts_of(scene, row) for row in rows.tolist()]
    placed = (scene.nodes.place[rows] >= 0) | np.isin(scene.nodes.kind[rows], (NodeKind.ASSET, NodeKind.SPLAT))
    stated = asked_supports(scene, owner, number)
    surfaces = tuple((*f.places.open, *f.places.shut) if i in filled else f.places.open for i, f in enumerate(forms))
    half, height = size[:, [0, 2]] / 2.0, size[:, 1]
    guessed = _guessed(scene, rows)
    by_words = np.full(n, not written) | guessed
    covers = coverings_of(
        scene.room,
        CoveringShapes(
            own=_drawn(scene, leaves, body, n) & ~by_words,
            asked=np.array([i in stated and stated[i][1] < 0 for i in range(n)], dtype=bool),
            texts=texts,
            initial=initial,
            half=half,
            height=height,
            boxes=[f.boxes for f in forms],
            undersides=[f.places.underside for f in forms],
        ),
    )
    fixed = fixtures(scene.room, refs, texts, placed, initial, size) | covers.any
    fixed |= strung(scene.room, texts, initial)
    rugs = np.array([_is_rug(ref, t) for ref, t in zip(refs, texts, strict=True)], dtype=bool) | covers.flat
    poses = _Poses(scene.room, initial, half, height, surfaces)
    support = [Support.RUG if flat else Support.FLOOR for flat in covers.flat.tolist()]
    where = poses.whereabouts(~rugs & ~_ground(fixed, size)) if by_words.any() else []
    at = poses.written(carriers(rugs, fixed, initial, height), fixed) if not by_words.all() else []
    for i in np.flatnonzero(~fixed).tolist():
        kind, host = stated.get(i, (None, -1))
        on_rug = host >= 0 and bool(rugs[host])
        if by_words[i]:
            by_relation = None if kind is None else (kind, on_rug)
            support[i] = support_of(by_relation, refs[i], texts[i], size[i], where[i])
        else:
            by_relation = None if kind is None else (kind, on_rug or (host >= 0 and bool(fixed[host])))
            support[i] = written_support(by_relation, refs[i], texts[i], size[i], at[i])
    return Bodies(
        row=rows.astype(np.int32),
        path=paths,
        half=half,
        height=height,
        initial=initial,
        body_from_row=body_from_row,
        support=tuple(support),
        fixed=fixed,
        clearance=_clearances(scene, refs, texts, fixed, leaves, body),
        boxes=tuple(f.boxes for f in forms),
        surfaces=surfaces,
        undersides=tuple(f.places.underside for f in forms),
        guessed=guessed if guessed.any() else None,
        ground=ground,
    )


class _Poses:
    """What bodies touch at their poses (N, 4)."""

    def __init__(
        self,
        room: Room | None,
        initial: FloatArray,
        half: FloatArray,
        height: FloatArray,
        surfaces: Sequence[Sequence[SupportSurface]],
    ) -> None:
        self.room, self.initial, self.half, self.height = room, initial, half, height
        self.hosts = Hosts(surfaces)

    def whereabouts(self, able: _Bools) -> list[Whereabouts]:
        host, _ = standing_hosts(self.hosts, self.initial, self.height, able)
        return whereabouts(self.room, self.initial, self.half, self.height, host)

    def written(self, able: _Bools, fixed: _Bools) -> list[WrittenWhereabouts]:
        standing = standing_of(self.hosts, self.initial, self.half, self.height, able)
        on_building = (standing.host >= 0) & fixed[standing.host]
        floor = standing.floor | (standing.touches & on_building)
        below = (standing.host >= 0) & ~on_building
        wall = backed(self.room, self.faces(fixed), self.initial, self.half)
        ceiling = at_ceiling(self.room, self.initial, self.height)
        high = near_ceiling(self.room, self.initial, self.height)
        low = self.initial[:, 1] <= NEAR_FLOOR
        flags = np.stack([floor, standing.touches, below, wall, ceiling, high, low], axis=1)
        return [WrittenWhereabouts(*row) for row in flags.tolist()]

    def faces(self, fixed: _Bools) -> FloatArray:
        """(F, 5) the front faces of coverings of walls, as in :func:`covered_walls`."""
        if self.room is None:
            return np.zeros((0, 5))
        return covered_walls(self.room, self.initial[fixed], self.half[fixed])[1]


def _drawn(scene: Scene, leaves: IntArray, body: IntArray, n: int) -> _Bools:
    """(N,) bool, bodies made only of the program's own shapes, without a catalogue object or capture."""
    taken = scene.nodes.asset[leaves] >= 0
    drawn: _Bools = np.bincount(body[taken], minlength=n)[:n] == 0
    return drawn


def _guessed(scene: Scene, rows: IntArray) -> _Bools:
    """(N,) bool, bodies of a ``place`` without ``at``."""
    has_pose = np.array([p.given for p in scene.places] + [True], dtype=bool)
    guessed: _Bools = ~has_pose[scene.nodes.place[rows]]
    return guessed


def yaw_of(world_from_row: FloatArray) -> FloatArray:
    """(N,) yaw of rows with matrices (N, 4, 4), radians: that of their front on the floor, else of their x."""
    front, right = world_from_row[:, :3, 2], world_from_row[:, :3, 0]
    flat = np.hypot(front[:, 0], front[:, 2])
    level = flat > 1e-6 * np.linalg.norm(front, axis=1)
    yaw: FloatArray = np.where(level, np.arctan2(front[:, 0], front[:, 2]), np.arctan2(-right[:, 2], right[:, 0]))
    return yaw


def _turned_back(yaw: FloatArray) -> FloatArray:
    """(N, 4, 4) rotations by minus yaw."""
    out = np.tile(np.eye(4), (len(yaw), 1, 1))
    c, s = np.cos(yaw), np.sin(yaw)
    out[:, 0, 0], out[:, 0, 2], out[:, 2, 0], out[:, 2, 2] = c, -s, s, c
    return out


def _refs(scene: Scene, leaves: IntArray, body: IntArray, n: int) -> list[AssetRef | None]:
    """For each of N bodies its catalogue object, if it consists of exactly one; else None."""
    count = np.bincount(body, minlength=n)
    alone = count[body] == 1
    out: list[AssetRef | None] = [None] * n
    for i, asset in zip(body[alone].tolist(), scene.nodes.asset[leaves[alone]].tolist(), strict=True):
        if asset >= 0 and scene.assets[asset].id:
            out[i] = scene.assets[asset]
    return out


def texts_of(scene: Scene, row: int) -> tuple[str, ...]:
    """The names of a row: its name in the path, its word, its phrase, its catalogue title."""
    entity = scene.entity(row)
    ref = entity.asset
    names = (entity.name, entity.word, entity.phrase, None if ref is None else ref.title)
    return tuple(dict.fromkeys(t for t in names if t))


def is_looked_over(scene: Scene, row: int) -> bool:
    """Whether people are at the front of a catalogue object and look over it, as at a desk: what they look at is what it faces.

    Things that a program builds of shapes face as their fronts do: nobody knows on which side of them people are.
    """
    leaves = scene.leaf_rows
    first, end = np.searchsorted(leaves, (row, scene.subtree_end(row)))
    asset = int(scene.nodes.asset[leaves[first]]) if end - first == 1 else -1
    if asset < 0 or not scene.assets[asset].support:
        return False
    return looks_over(texts_of(scene, row), scene.assets[asset].clearance)


def loose_bodies(scene: Scene, bodies: Bodies) -> _Bools:
    """(N,) bool, flat and small things that lie loosely, such as a magazine: they are in nobody's way, and others may stand on them."""
    out = np.zeros(len(bodies), dtype=bool)
    for i in np.flatnonzero((bodies.height <= LOOSE_HEIGHT) & ~bodies.building).tolist():
        kind, size = bodies.support[i], (2.0 * bodies.half[i]).tolist()
        if kind in (Support.FLOOR, Support.SURFACE):
            texts = texts_of(scene, int(bodies.row[i]))
            out[i] = lies_loosely(texts, size[0] * size[1], floor=kind is Support.FLOOR)
    return out


def _is_rug(ref: AssetRef | None, texts: tuple[str, ...]) -> bool:
    if ref is not None and ref.support:
        return ref.support == Support.RUG
    return support_of_words(*texts) is Support.RUG


def _ground(fixed: _Bools, size: FloatArray) -> _Bools:
    """(N,) bool, flat fixed things; bodies on them stand on the floor."""
    flat: _Bools = fixed & (size[:, 1] <= 0.3)
    return flat


def _targets(scene: Scene, owner: IntArray, number: dict[int, int], kind: str) -> set[int]:
    """Numbers of the bodies that relations of this kind put something on or into."""
    paths = {p for r in scene.relations if r.kind == kind for p in r.paths.get("b", ())}
    if not paths:
        return set()
    return {number[int(owner[row])] for row, p in enumerate(scene.paths) if p in paths and int(owner[row]) in number}


def _clearances(
    scene: Scene,
    refs: list[AssetRef | None],
    texts: list[tuple[str, ...]],
    fixed: _Bools,
    leaves: IntArray,
    body: IntArray,
) -> FloatArray:
    """(N, 4) metres of clearance at front, back, left and right."""
    first = leaves[np.unique(body, return_index=True)[1]] if len(body) else leaves
    scale = np.linalg.norm(scene.world_from_local[first][:, :3, :3], axis=1)
    out = np.zeros((len(refs), 4))
    for i, ref in enumerate(refs):
        if fixed[i]:
            continue
        if ref is not None and ref.support:
            out[i] = np.array(ref.clearance) * scale[i, [2, 2, 0, 0]]
        else:
            out[i] = usual_clearance(*texts[i])
    return out
