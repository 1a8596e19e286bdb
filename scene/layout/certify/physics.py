"""Letting a layout settle: rigid bodies under gravity in MuJoCo, to see what moves, tilts or falls.

Floor, walls, rugs, what hangs, and what is fixed stand still; everything else is free. A body that nothing reaches into is its
convex hull; of the others each piece is convex by itself (boxes, cylinders and ellipsoids as such, the rest as hulls). The
world stays y up: gravity points along -y. Bodies that intersect by design (a chair whose feet sink through a rug) take no
notice of each other.

Mass and inertia come from the pieces, of one density. What this would topple on level ground at a nudge of some degrees (a
doll on its feet, an orange) gets a lower centre of mass: what things weigh inside is not known, and a layout is judged
by where it puts them, not by how they are made.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from scene.asset_provider import AssetProvider
from scene.layout.bodies.reading import bodies_of
from scene.layout.certify.ballast import ballasted
from scene.layout.certify.collision import find_collisions
from scene.layout.certify.evidence import Evidence, evidence_of
from scene.layout.certify.hulls import body_points, hulls_in_the_way, piece_points, thickened
from scene.layout.certify.solids import BoolArray
from scene.layout.model import Bodies, Problem, Support
from scene.model import FloatArray, PrimitiveKind, Room, Scene

__all__ = ["Settled", "settle"]

SECONDS = 2.0
TIMESTEP = 0.005
DENSITY = 300.0
"""kg per cubic metre: between wood and upholstery."""

FRICTION = (0.8, 0.01, 0.01)
"""Sliding, spinning, rolling. A bottle on its side does not roll away for a rounding error."""

_ALL_FRICTION = 6

FALLEN_M, FALLEN_DEG = 0.05, 30.0
"""A body that drops further, or tilts further, has fallen."""

_LEAST_MASS = 0.01
_FLAT_ON_FLOOR = (0.70710678, -0.70710678, 0.0, 0.0)


@dataclass(frozen=True, eq=False)
class Settled:
    """What became of each body after `seconds` of simulated time.

    `shift`: (N,) metres that the middle of its box moved. `tilt`: (N,) degrees that its upright leans. `free`: (N,) bodies
    that could move. `fell`: full paths of those that dropped or toppled. `complete`: False where the time ran out. `notes`:
    what speaks against these figures.
    """

    paths: tuple[str, ...]
    shift: FloatArray
    tilt: FloatArray
    free: BoolArray
    fell: tuple[str, ...]
    seconds: float
    complete: bool = True
    notes: tuple[str, ...] = ()

    @property
    def max_shift_m(self) -> float:
        return float(self.shift.max(initial=0.0))

    @property
    def max_tilt_deg(self) -> float:
        return float(self.tilt.max(initial=0.0))

    def to_json(self) -> dict[str, Any]:
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
) -> Settled:
    """Simulate a scene for some seconds.

    Args:
        provider: where catalogue objects come from; without one their hulls stand for them.
        root: the scene folder.
        bodies: of this scene; by default those of `problem`, else of :func:`scene.layout.bodies.reading.bodies_of`.
        problem: whose joined bodies move as one.
        seconds: simulated.
        limit_s: wall clock after which the simulation stops short, and says so in ``complete``.

    Raises:
        LayoutError: a pose is not finite, or the bodies are of another scene.
    """
    if bodies is None:
        bodies = problem.bodies if problem is not None else bodies_of(scene, provider=provider, root=root)
    joined = () if problem is None else problem.joined
    evidence = evidence_of(scene, provider=provider, bodies=bodies, room=scene.room, joined=joined)
    return settle_evidence(evidence, seconds=seconds, limit_s=limit_s)


def settle_evidence(evidence: Evidence, *, seconds: float = SECONDS, limit_s: float = 60.0) -> Settled:
    """The same for what a certificate has gathered already."""
    import mujoco

    kinds = evidence.bodies.support
    still = (
        evidence.rugs | ~evidence.judged | np.array([k in (Support.WALL, Support.CEILING) for k in kinds], dtype=bool)
    )
    n = len(evidence)
    shift, tilt = np.zeros(n), np.zeros(n)
    free = ~still
    moving = np.flatnonzero(free)
    if moving.size == 0:
        return Settled(evidence.bodies.path, shift, tilt, free, (), 0.0)
    steps, done = max(round(seconds / TIMESTEP), 1), 0
    with _warnings() as warnings:
        model = _Model(evidence, free).compile()
        data = mujoco.MjData(model)
        mujoco.mj_forward(model, data)
        row = np.array([model.body(f"b{i}").id for i in moving.tolist()])
        before, turned = data.xpos[row].copy(), data.xmat[row].reshape(-1, 3, 3).copy()
        until = time.perf_counter() + limit_s
        while done < steps and time.perf_counter() < until:
            some = min(20, steps - done)
            mujoco.mj_step(model, data, nstep=some)
            done += some
    notes = [f"while settling MuJoCo warns: {text}" for text in dict.fromkeys(warnings)]
    if done < steps:
        notes.append(f"settling was stopped after {done * TIMESTEP:.2f} of {seconds:g} simulated seconds")
    after, leaning = data.xpos[row], data.xmat[row].reshape(-1, 3, 3)
    shift[moving] = np.linalg.norm(after - before, axis=1)
    upright = np.einsum("bi,bi->b", turned[:, :, 1], leaning[:, :, 1])
    tilt[moving] = np.degrees(np.arccos(np.clip(upright, -1.0, 1.0)))
    dropped = np.zeros(n, dtype=bool)
    dropped[moving] = (before - after)[:, 1] > FALLEN_M
    fell = np.flatnonzero(dropped | (tilt > FALLEN_DEG))
    paths = evidence.bodies.path
    return Settled(
        paths,
        shift,
        tilt,
        free,
        tuple(paths[i] for i in fell.tolist()),
        done * TIMESTEP,
        complete=done >= steps,
        notes=tuple(notes),
    )


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What MuJoCo warns of meanwhile. Without a handler it writes that to a file in the current folder."""
    import mujoco

    told: list[str] = []
    before = mujoco.get_mju_user_warning()
    mujoco.set_mju_user_warning(told.append)
    try:
        yield told
    finally:
        mujoco.set_mju_user_warning(before)


class _Model:
    """The scene as a MuJoCo model; body i is called ``b<i>`` and has its frame at the middle of its box."""

    def __init__(self, evidence: Evidence, free: BoolArray) -> None:
        import mujoco

        self.mujoco = mujoco
        self.evidence, self.free = evidence, free
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
        for i in np.flatnonzero(self.solids.filled).tolist():
            self.add_body(i, bool(detailed[i]), centre[i])
        for one, other in find_collisions(self.evidence).by_design:
            self.spec.add_exclude(bodyname1=f"b{one}", bodyname2=f"b{other}")
        return self.spec.compile()

    def add_room(self, room: Room | None) -> None:
        plane = self.mujoco.mjtGeom.mjGEOM_PLANE
        world = self.spec.worldbody
        world.add_geom(type=plane, size=[0, 0, 1], quat=_FLAT_ON_FLOOR, friction=FRICTION)
        if room is None:
            return
        x, z = 0.5 * room.width, 0.5 * room.depth
        for position, normal in (
            ([-x, 0, 0], [1, 0, 0]),
            ([x, 0, 0], [-1, 0, 0]),
            ([0, 0, -z], [0, 0, 1]),
            ([0, 0, z], [0, 0, -1]),
        ):
            world.add_geom(
                type=plane, size=[0, 0, 1], pos=position, quat=_quaternion(_frame_about(np.array(normal, dtype=float)))
            )

    def add_body(self, i: int, detailed: bool, centre: FloatArray) -> None:
        middle = 0.5 * (self.evidence.low[i] + self.evidence.high[i])
        body = self.spec.worldbody.add_body(name=f"b{i}", pos=middle)
        if self.free[i]:
            body.add_freejoint()
            mass, inertia = self.mass_of(i, centre)
            body.explicitinertial = True
            body.mass = mass
            body.ipos = centre - middle
            body.fullinertia = [inertia[k] for k in ((0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2))]
        if not detailed:
            self.add_mesh(body, f"h{i}", body_points(self.solids, i) - middle)
            return
        for piece in range(int(self.solids.start[i]), int(self.solids.start[i + 1])):
            self.add_piece(body, piece, middle)

    def mass_of(self, i: int, centre: FloatArray) -> tuple[float, FloatArray]:
        """kg, and the (3, 3) inertia about the centre of mass: each piece as the box about it."""
        part = slice(int(self.solids.start[i]), int(self.solids.start[i + 1]))
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
        body.add_geom(type=mesh, meshname=name, friction=FRICTION, condim=_ALL_FRICTION)


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
