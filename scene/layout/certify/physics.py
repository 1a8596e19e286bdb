"""Let a layout settle: simulate rigid bodies under gravity in MuJoCo, to see what moves, tilts or falls.

The floor, walls, rugs, fixed bodies, and bodies that hang, fly or are held in a frame do not move. All others are free; joined bodies
are one rigid body. The shape of a body is its convex hull, if no other body reaches into that; else each of its pieces is a shape (a
box, cylinder, ellipsoid or hull). Gravity points along -y. A body that sinks through a rug does not collide with it. Bodies that
overlap within the tolerance, or by design (a pillow in its bed), keep this overlap and push each other only from there, so that
nothing jumps; bodies that collide are pushed apart.

Mass and inertia come from the pieces, at one density. The density inside things is not known, and a layout is judged by where things
stand, not by how they are made. So a body that would topple at a tilt of some degrees (a doll, an orange) gets a lower centre of mass.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.jobs import Job
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certify.ballast import ballasted
from scenewright.scene.layout.certify.bounds import judge_bounds
from scenewright.scene.layout.certify.collision import Collisions, find_collisions
from scenewright.scene.layout.certify.evidence import Evidence, evidence_of
from scenewright.scene.layout.certify.hulls import body_points, hulls_in_the_way, piece_points, thickened
from scenewright.scene.layout.certify.solids import BoolArray
from scenewright.scene.layout.certify.support import Supported, judge_support
from scenewright.scene.layout.certify.tolerances import SUNK
from scenewright.scene.layout.model import Bodies, Problem
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind, Room, Scene
from scenewright.scene.mujoco_warnings import mujoco_warnings
from scenewright.scene.short_repr import short_repr

__all__ = ["Settled", "settle"]

SECONDS = 2.0
TIMESTEP = 0.005
DENSITY = 300.0
"""kg per cubic metre: between wood and upholstery."""

FRICTION = (0.8, 0.01, 0.01)
"""Sliding, spinning and rolling friction. A bottle on its side must not roll away for a rounding error."""

_ALL_FRICTION = 6

FALLEN_M, FALLEN_DEG = 0.05, 30.0
"""A body that drops or tilts by more than this has fallen."""

_MEETS = 1e-4
"""Metres of penetration above which it is no rounding."""

_WORLD = -1
_LEAST_MASS = 0.01
_FLAT_ON_FLOOR = (0.70710678, -0.70710678, 0.0, 0.0)


@dataclass(frozen=True, eq=False)
class Settled:
    """The bodies after `seconds` of simulated time.

    `shift`: (N,) metres that the middle of each body's box moved. `tilt`: (N,) degrees that it tilted. `free`: (N,) bool, bodies
    that could move. `fell`: full paths of those that dropped or toppled. `complete`: False where the simulation was stopped early.
    `notes`: reasons to doubt these figures.
    """

    paths: tuple[str, ...]
    shift: FloatArray
    tilt: FloatArray
    free: BoolArray
    fell: tuple[str, ...]
    seconds: float
    complete: bool = True
    notes: tuple[str, ...] = ()

    __repr__ = short_repr

    @property
    def max_shift_m(self) -> float:
        return float(self.shift.max(initial=0.0))

    @property
    def max_tilt_deg(self) -> float:
        return float(self.tilt.max(initial=0.0))

    def to_json(self) -> dict[str, object]:
        return {
            "max_shift_m": round(self.max_shift_m, 4),
            "max_tilt_deg": round(self.max_tilt_deg, 2),
            "fell": list(self.fell),
        }


def settle(
    scene: Scene,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    bodies: Bodies | None = None,
    problem: Problem | None = None,
    seconds: float = SECONDS,
    limit_s: float = 60.0,
    job: Job | None = None,
) -> Settled:
    """Simulate a scene for some seconds.

    Args:
        provider: where catalogue objects come from; without one they are their hulls.
        root: the scene folder.
        bodies: of this scene; by default those of `problem`, else of :func:`scenewright.scene.layout.bodies.reading.bodies_of`.
        problem: gives the joined bodies.
        seconds: of simulated time.
        limit_s: wall clock seconds after which the simulation stops early (``complete`` is then False).
        job: when it is cancelled, the simulation stops early too.

    Raises:
        LayoutError: a pose is not finite, or the bodies are of another scene.
    """
    if bodies is None:
        bodies = problem.bodies if problem is not None else bodies_of(scene, provider=provider, root=root)
    joined = () if problem is None else problem.joined
    evidence = evidence_of(scene, provider=provider, bodies=bodies, room=scene.room, joined=joined)
    return settle_evidence(evidence, seconds=seconds, limit_s=limit_s, job=job)


def settle_evidence(
    evidence: Evidence, *, seconds: float = SECONDS, limit_s: float = 60.0, job: Job | None = None
) -> Settled:
    """Simulate the bodies of an evidence; arguments as in :func:`settle`."""
    import mujoco

    job = job or Job()
    n, unit = len(evidence), evidence.unit
    support = judge_support(evidence)
    free = _free(evidence, support)
    shift, tilt = np.zeros(n), np.zeros(n)
    moving = np.unique(unit[free])
    if moving.size == 0:
        return Settled(evidence.bodies.path, shift, tilt, free, (), 0.0)
    steps, done = max(round(seconds / TIMESTEP), 1), 0
    try:
        with mujoco_warnings() as warnings:
            model = _Model(evidence, free, support).compile()
            data = mujoco.MjData(model)
            mujoco.mj_forward(model, data)
            row = np.array([model.body(f"b{i}").id for i in moving.tolist()])
            before, turned = data.xpos[row].copy(), data.xmat[row].reshape(-1, 3, 3).copy()
            until = time.perf_counter() + limit_s
            while done < steps and time.perf_counter() < until and not job.cancelled():
                some = min(20, steps - done)
                mujoco.mj_step(model, data, nstep=some)
                done += some
                job.progress(done / steps, "letting it settle")
    except mujoco.FatalError as error:  # so many contacts that its memory does not hold them
        why = str(error).partition("\n")[0]
        notes = (f"the scene could not be settled: MuJoCo says: {why}",)
        return Settled(evidence.bodies.path, shift, tilt, free, (), 0.0, complete=False, notes=notes)
    remarks = [f"while settling MuJoCo warns: {text}" for text in dict.fromkeys(warnings)]
    if done < steps:
        remarks.append(f"settling was stopped after {done * TIMESTEP:.2f} of {seconds:g} simulated seconds")
    after, leaning = data.xpos[row], data.xmat[row].reshape(-1, 3, 3)
    shift[moving] = np.linalg.norm(after - before, axis=1)
    upright = np.einsum("bi,bi->b", turned[:, :, 1], leaning[:, :, 1])
    tilt[moving] = np.degrees(np.arccos(np.clip(upright, -1.0, 1.0)))
    dropped = np.zeros(n, dtype=bool)
    dropped[moving] = (before - after)[:, 1] > FALLEN_M
    shift, tilt, dropped = (np.where(free, x[unit], 0) for x in (shift, tilt, dropped))
    fell = np.flatnonzero((dropped > 0) | (tilt > FALLEN_DEG))
    paths = evidence.bodies.path
    return Settled(
        paths,
        shift,
        tilt,
        free,
        tuple(paths[i] for i in fell.tolist()),
        done * TIMESTEP,
        complete=done >= steps,
        notes=tuple(remarks),
    )


def _free(evidence: Evidence, support: Supported) -> BoolArray:
    """(N,) bool, bodies that can move: neither they nor bodies joined with them are held still."""
    still = evidence.solids.filled & (evidence.rugs | evidence.bodies.fixed | evidence.aloft)
    still |= support.hung
    still_units = np.zeros(len(evidence), dtype=bool)
    np.logical_or.at(still_units, evidence.unit, still)
    return evidence.solids.filled & ~still_units[evidence.unit]


class _Model:
    """The scene as a MuJoCo model. Body i, with all joined to it, has the name ``b<i>`` and its frame at the middle of their box."""

    def __init__(self, evidence: Evidence, free: BoolArray, support: Supported) -> None:
        import mujoco

        self.mujoco = mujoco
        self.names = itertools.count()
        self.evidence, self.free, self.support = evidence, free, support
        self.solids = evidence.solids
        self.spec = mujoco.MjSpec()
        self.spec.option.gravity = [0.0, -9.81, 0.0]
        self.spec.option.timestep = TIMESTEP
        self.spec.option.integrator = mujoco.mjtIntegrator.mjINT_IMPLICITFAST
        self.spec.option.cone = mujoco.mjtCone.mjCONE_ELLIPTIC
        self.spec.option.impratio = 10.0

    def compile(self) -> Any:
        self.add_room(self.evidence.room)
        detailed = hulls_in_the_way(self.evidence)
        centre = ballasted(self.evidence)
        unit = self.evidence.unit
        for i in np.unique(unit[self.solids.filled]).tolist():
            self.add_body(i, detailed, centre[i])
        collisions = find_collisions(self.evidence)
        rugs = self.evidence.rugs
        self.exclude({(int(unit[a]), int(unit[b])) for a, b in collisions.by_design if rugs[a] != rugs[b]})
        self.exclude({(int(unit[a]), int(unit[b])) for a, b in collisions.trodden})
        model = self.spec.compile()
        return self.spec.compile() if self.let_be(model, collisions) else model

    def exclude(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Let pairs of bodies not collide with each other."""
        for one, other in sorted({(min(p), max(p)) for p in pairs}):
            self.spec.add_exclude(bodyname1=f"b{one}", bodyname2=f"b{other}")

    def let_be(self, model: Any, collisions: Collisions) -> bool:
        """Let allowed overlaps stay: shapes push each other only beyond their present depth. Pairs deeper than `SUNK` do not collide
        at all, and are welded together where one rests on the other. Returns whether there are any overlaps."""
        depth = self.depths(model)
        number, unit = self.evidence.number_of, self.evidence.unit
        wrong = {frozenset(int(unit[number[p]]) for p in v.paths) for v in collisions.violations}
        wrong |= {frozenset((_WORLD, int(unit[number[v.paths[0]]]))) for v in judge_bounds(self.evidence).violations}
        deep: set[tuple[int, int]] = set()
        for names, (by, bodies) in depth.items():
            if frozenset(bodies) in wrong:
                continue
            if by > SUNK and _WORLD not in bodies:
                deep.add((min(bodies), max(bodies)))
            else:
                self.spec.add_pair(
                    geomname1=names[0], geomname2=names[1], margin=-by, condim=_ALL_FRICTION, friction=_pair_friction()
                )
        self.exclude(deep)
        rests = {(int(unit[a]), int(unit[b])) for a, some in enumerate(self.support.below) for b in some}
        for one, other in sorted(deep):
            moves = bool(self.free[one] or self.free[other])
            if moves and ((one, other) in rests or (other, one) in rests):
                weld = self.spec.add_equality(type=self.mujoco.mjtEq.mjEQ_WELD, objtype=self.mujoco.mjtObj.mjOBJ_BODY)
                weld.name1, weld.name2 = f"b{one}", f"b{other}"
        return bool(depth)

    def depths(self, model: Any) -> dict[tuple[str, str], tuple[float, tuple[int, int]]]:
        """Names of two overlapping shapes -> their penetration depth (metres), and the numbers of their bodies."""
        data = self.mujoco.MjData(model)
        self.mujoco.mj_forward(model, data)
        depths: dict[tuple[str, str], tuple[float, tuple[int, int]]] = {}
        for contact in data.contact:
            if contact.dist > -_MEETS:
                continue
            one, other = (int(g) for g in contact.geom)
            names = (str(model.geom(one).name), str(model.geom(other).name))
            owners = (self.body_of(model, one), self.body_of(model, other))
            before = depths.get(names, (0.0, owners))[0]
            depths[names] = (max(before, -float(contact.dist)), owners)
        return depths

    def body_of(self, model: Any, geom: int) -> int:
        name = str(model.body(int(model.geom_bodyid[geom])).name)
        return _WORLD if name == "world" else int(name[1:])

    def add_room(self, room: Room | None) -> None:
        plane = self.mujoco.mjtGeom.mjGEOM_PLANE
        world = self.spec.worldbody
        world.add_geom(name="floor", type=plane, size=[0, 0, 1], quat=_FLAT_ON_FLOOR, friction=FRICTION)
        if room is None:
            return
        x, z = 0.5 * room.width, 0.5 * room.depth
        for name, position, normal in (
            ("left", [-x, 0, 0], [1, 0, 0]),
            ("right", [x, 0, 0], [-1, 0, 0]),
            ("back", [0, 0, -z], [0, 0, 1]),
            ("front", [0, 0, z], [0, 0, -1]),
        ):
            turned = _quaternion(_frame_about(np.array(normal, dtype=float)))
            world.add_geom(name=name, type=plane, size=[0, 0, 1], pos=position, quat=turned)

    def add_body(self, i: int, detailed: BoolArray, centre: FloatArray) -> None:
        members = self.evidence.members(i)
        members = members[self.solids.filled[members]]
        middle = 0.5 * (self.evidence.low[members].min(axis=0) + self.evidence.high[members].max(axis=0))
        body = self.spec.worldbody.add_body(name=f"b{i}", pos=middle)
        if self.free[i]:
            body.add_freejoint()
            mass, inertia = self.mass_of(members, centre)
            body.explicitinertial = True
            body.mass = mass
            body.ipos = centre - middle
            body.fullinertia = [inertia[k] for k in ((0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2))]
        for member in members.tolist():
            if not detailed[member]:
                self.add_mesh(body, f"h{member}", body_points(self.solids, member) - middle)
                continue
            for piece in range(int(self.solids.start[member]), int(self.solids.start[member + 1])):
                self.add_piece(body, piece, middle)

    def mass_of(self, members: IntArray, centre: FloatArray) -> tuple[float, FloatArray]:
        """The mass (kg) and the inertia (3, 3) about the centre of mass, each piece taken as its box."""
        part = self.solids.pieces_of(members)
        volume, point = (x[part] for x in self.solids.mass_points)
        mass = volume * DENSITY
        mass *= max(1.0, _LEAST_MASS / max(float(mass.sum()), 1e-300))
        size = (self.solids.high - self.solids.low)[part]
        inertia = np.diag((mass[:, None] * (np.square(size) @ (1.0 - np.eye(3)))).sum(axis=0) / 12.0)
        arm = point - centre
        inertia += (mass[:, None] * arm * arm).sum() * np.eye(3) - np.einsum("p,pi,pj->ij", mass, arm, arm)
        total = float(mass.sum())
        return total, inertia + 1e-5 * total * np.eye(3)

    def add_piece(self, body: Any, piece: int, middle: FloatArray) -> None:
        kind = PrimitiveKind(int(self.solids.kind[piece]))
        m = self.solids.world_from_unit[piece]
        lengths = np.linalg.norm(m[:3, :3], axis=0)
        axes = m[:3, :3] / lengths
        square = bool(np.abs(axes.T @ axes - np.eye(3)).max() < 1e-6)
        types = self.mujoco.mjtGeom
        at = m[:3, 3] - middle
        if square and kind == PrimitiveKind.CUBE:
            self.add_geom(body, types.mjGEOM_BOX, lengths / 2.0, at, axes)
        elif square and kind == PrimitiveKind.SPHERE:
            self.add_geom(body, types.mjGEOM_ELLIPSOID, lengths, at, axes)
        elif square and kind == PrimitiveKind.CYLINDER and abs(lengths[0] - lengths[2]) < 1e-6 * lengths[0]:
            upright = np.stack([axes[:, 2], axes[:, 0], axes[:, 1]], axis=1)
            size = np.array([lengths[0], lengths[1] / 2.0, 0.0])
            self.add_geom(body, types.mjGEOM_CYLINDER, size, at + 0.5 * m[:3, 1], upright)
        else:
            self.add_mesh(body, f"p{piece}", piece_points(self.solids, piece) - middle)

    def add_geom(self, body: Any, kind: Any, size: FloatArray, at: FloatArray, axes: FloatArray) -> None:
        if np.linalg.det(axes) < 0.0:
            axes = axes * np.array([1.0, -1.0, 1.0])
        body.add_geom(
            name=f"g{next(self.names)}",
            type=kind,
            size=np.maximum(size, 5e-4) * (size > 0),
            pos=at,
            quat=_quaternion(axes),
            friction=FRICTION,
            condim=_ALL_FRICTION,
        )

    def add_mesh(self, body: Any, name: str, points: FloatArray) -> None:
        self.spec.add_mesh(name=name, uservert=thickened(points).reshape(-1))
        mesh = self.mujoco.mjtGeom.mjGEOM_MESH
        body.add_geom(name=f"m{name}", type=mesh, meshname=name, friction=FRICTION, condim=_ALL_FRICTION)


def _pair_friction() -> list[float]:
    """Friction of a pair: sliding in two directions, spinning, rolling in two directions."""
    slide, spin, roll = FRICTION
    return [slide, slide, spin, roll, roll]


def _frame_about(normal: FloatArray) -> FloatArray:
    """(3, 3) a rotation whose third column is a unit `normal`."""
    other = np.array([0.0, 1.0, 0.0]) if abs(normal[1]) < 0.9 else np.array([1.0, 0.0, 0.0])
    first = np.cross(other, normal)
    first /= np.linalg.norm(first)
    return np.stack([first, np.cross(normal, first), normal], axis=1)


def _quaternion(rotation: FloatArray) -> FloatArray:
    """(4,) w, x, y, z."""
    import mujoco

    out = np.zeros(4)
    mujoco.mju_mat2Quat(out, np.ascontiguousarray(rotation).reshape(-1))
    return out
