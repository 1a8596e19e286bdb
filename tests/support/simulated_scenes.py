"""Exported scenes in MuJoCo: how far things drift, how joints sweep, and how open the inside of containers is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mujoco
import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import FloatArray, Scene
from scenewright.scene.physics import BodyJoint, ColliderShape, JointKind, PhysicsModel, RigidBody

UP = np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]])
ARTICULATED = (
    "cabinet", "chest", "chest freezer", "chest of drawers", "closed toy chest", "console table", "desk", "dishwasher", "display cabinet",
    "door", "dresser", "dryer", "filing cabinet", "floating media console", "floating nightstand", "floating vanity", "fridge", "hutch",
    "kitchen cabinet", "kitchen island", "kitchen sink", "L-shaped desk", "locker", "microwave", "mini fridge", "nightstand", "safe",
    "sideboard", "storage box", "stove", "tool chest", "TV stand", "vanity", "vanity table", "wall cabinet", "wall oven", "wardrobe",
    "washing machine", "window", "wine fridge", "writing desk",
)  # fmt: skip
"""Objects of the catalogue with joints."""


def scene_of(words: str, provider: AssetProvider) -> Scene:
    """A scene of one catalogue object at the origin."""
    text = f"from scene.language import *\n@register('a scene')\ndef scene():\n    return place(asset_call({words!r}), at=(0, 0, 0), name='thing')\n"
    return evaluate_here(text, assets=provider)


# -- containers -----------------------------------------------------------------------------------------------------------


def _inside(body: RigidBody, frame: FloatArray, points: FloatArray) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """(P,) bool, which points (P, 3) of the world are in a collider of a body that stands at `frame`."""
    out = np.zeros(len(points), dtype=bool)
    for collider in body.colliders:
        at = (
            np.append(points, np.ones((len(points), 1)), axis=1) @ np.linalg.inv(frame @ collider.body_from_collider).T
        )[:, :3]
        a, b, c = collider.size
        if collider.shape is ColliderShape.BOX:
            out |= (np.abs(at) <= [a, b, c]).all(axis=1)
        elif collider.shape is ColliderShape.SPHERE:
            out |= np.linalg.norm(at, axis=1) <= a
        elif collider.shape is ColliderShape.CYLINDER:
            out |= (np.hypot(at[:, 0], at[:, 2]) <= a) & (np.abs(at[:, 1]) <= b)
        else:
            corners = collider.vertices[collider.faces]
            normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
            out |= (at @ normal.T <= np.einsum("fi,fi->f", normal, corners[:, 0])).all(axis=1)
    return out


def _box(body: RigidBody, to_frame: FloatArray) -> FloatArray:
    """(2, 3) of a body's colliders in a frame; `to_frame`: (4, 4) frame_from_body."""
    low, high = np.full(3, np.inf), np.full(3, -np.inf)
    for collider in body.colliders:
        m = to_frame @ collider.body_from_collider
        points = (
            collider.vertices
            if len(collider.vertices)
            else np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) * collider.size
        )
        at = points @ m[:3, :3].T + m[:3, 3]
        low, high = np.minimum(low, at.min(axis=0)), np.maximum(high, at.max(axis=0))
    return np.array([low, high])


def openness(model: PhysicsModel, joint: BodyJoint, samples: int = 2000) -> float:
    """The share of the space behind a shut door or below a shut lid, or in a shut drawer, that no collider of its thing takes.

    The space is the box between the panel (an eighth in from its sides) and the back of the thing (an eighth before it).
    """
    parent, child = model.bodies[joint.parent], model.bodies[joint.child]
    shut = joint.world_motion(0.0) @ child.world_from_body
    own = np.linalg.inv(parent.world_from_body)
    part, whole = _box(child, own @ shut), _box(parent, np.eye(4))
    low, high = part.copy()
    side = np.ptp(part, axis=0) / 8.0
    axis = np.abs(own[:3, :3] @ joint.axis).round(3)
    opens_up = (
        joint.kind is JointKind.REVOLUTE
        and (own @ joint.world_motion(0.2) @ shut @ [*child.centre, 1.0])[1] - (own @ shut @ [*child.centre, 1.0])[1]
        > 0.03
        and axis[0] == 1.0
    )
    if joint.kind is JointKind.PRISMATIC:
        # the panel is at the front: what is behind it
        low, high = low + side, high - [side[0], side[1], 0.045 + side[2] / 2.0]
    elif opens_up and part[0, 1] > whole[1, 1] - 0.1:
        low, high = (
            np.array([low[0], whole[0, 1], low[2]]) + side,
            np.array([high[0], part[0, 1], high[2]]) - [side[0], 0.02, side[2]],
        )
        low[1] = whole[0, 1] + 0.12 * (part[0, 1] - whole[0, 1])
    else:
        back = part[0, 2]
        low = np.array([low[0] + side[0], low[1] + side[1], whole[0, 2] + (back - whole[0, 2]) / 8.0])
        high = np.array([high[0] - side[0], high[1] - side[1], back - 0.01])
    points = np.random.default_rng(0).uniform(low, high, (samples, 3))
    at = points @ parent.world_from_body[:3, :3].T + parent.world_from_body[:3, 3]
    taken = np.zeros(samples, dtype=bool)
    for k, body in enumerate(model.bodies):
        if joint.parent in (k, body.parent):
            frame = (
                body.world_from_body
                if k == joint.parent
                else model.joints[body.joint].world_motion(0.0) @ body.world_from_body
            )
            taken |= _inside(body, frame, at)
    return float(1.0 - taken.mean())


# -- MuJoCo -----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sweep:
    """`penetration`: metres, the deepest over the sweep. `against`: the names of the two bodies there. `outward`: metres that the moving part's
    centre goes toward its thing's front, and up."""

    joint: str
    penetration: float
    against: tuple[str, str]
    forward: float
    upward: float


def load(path: Path) -> Any:
    """An exported file as a model of MuJoCo."""
    return mujoco.MjModel.from_xml_path(str(path))


def _tree(m: Any, body: int) -> set[int]:
    """All bodies that hang on the same body of the world."""
    return {b for b in range(1, m.nbody) if m.body_rootid[b] == m.body_rootid[body]}


def sweep(m: Any, joint: int, steps: int = 13, things: set[int] | None = None) -> Sweep:
    """Turn one joint through its range, all others shut, and look for penetrations with the rest of its thing.

    Args:
        things: bodies that belong to the thing; None: those of the same tree.
    """
    d = mujoco.MjData(m)
    child = int(m.jnt_bodyid[joint])
    moving = [g for g in range(m.ngeom) if m.geom_bodyid[g] == child and (m.geom_contype[g] or m.geom_conaffinity[g])]
    rest = [
        g
        for g in range(m.ngeom)
        if int(m.geom_bodyid[g]) in (things or _tree(m, child))
        and m.geom_bodyid[g] != child
        and (m.geom_contype[g] or m.geom_conaffinity[g])
    ]
    worst, against = 0.0, ("", "")
    low, high = m.jnt_range[joint]
    centres = []
    for q in np.linspace(low, high, steps):
        d.qpos[m.jnt_qposadr[joint]] = q
        for other in range(m.njnt):
            if m.jnt_type[other] in (2, 3) and other != joint:
                d.qpos[m.jnt_qposadr[other]] = 0.0
        mujoco.mj_kinematics(m, d)
        mujoco.mj_comPos(m, d)
        centres.append(d.xipos[child].copy())
        a, b = d.geom_xpos[moving], d.geom_xpos[rest]
        near = (
            np.linalg.norm(a[:, None] - b[None], axis=2) <= m.geom_rbound[moving][:, None] + m.geom_rbound[rest][None]
        )
        for i, k in zip(*np.nonzero(near), strict=True):
            away = mujoco.mj_geomDistance(m, d, moving[i], rest[k], 0.0, None)
            if -away > worst:
                worst, against = (
                    -away,
                    (
                        m.body(child).name,
                        m.body(int(m.geom_bodyid[rest[k]])).name
                        + f" at {q:.3f} {m.geom_size[moving[i]].round(3)} {m.geom_size[rest[k]].round(3)}",
                    ),
                )
    moved = centres[steps // 2] - centres[0]
    return Sweep(m.joint(joint).name, float(worst), against, float(-moved[1]), float(moved[2]))


def first_contacts(m: Any) -> dict[tuple[str, str], float]:
    """Metres by which two bodies are in each other where a scene begins, the deepest contact of each pair by their names."""
    d = mujoco.MjData(m)
    mujoco.mj_forward(m, d)
    out: dict[tuple[str, str], float] = {}
    for contact in d.contact[: d.ncon]:
        a, b = sorted(m.body(int(m.geom_bodyid[g])).name for g in (contact.geom1, contact.geom2))
        out[a, b] = max(out.get((a, b), 0.0), -float(contact.dist))
    return out


@dataclass(frozen=True)
class Run:
    """`drift`: metres by body, of its centre of mass. `fastest`: rad/s, of any hinge."""

    drift: dict[str, float]
    fastest: float


def _shut_what_is_blocked(m: Any, d: Any, hinges: list[int]) -> None:
    """Turn hinges back, by steps of their range, until their bodies are in nothing."""
    for _ in range(10):
        mujoco.mj_forward(m, d)
        deep = {int(m.geom_bodyid[g]) for c in d.contact[: d.ncon] if c.dist < -1e-3 for g in (c.geom1, c.geom2)}
        blocked = [j for j in hinges if int(m.jnt_bodyid[j]) in deep]
        if not blocked:
            return
        for j in blocked:
            low, high = m.jnt_range[j]
            at = m.jnt_qposadr[j]
            d.qpos[at] = low + max((d.qpos[at] - low) - 0.06 * (high - low), 0.0)


def simulate(
    m: Any, seconds: float = 2.0, opened: float | None = None, positions: dict[str, float] | None = None
) -> Run:
    """Let a scene be. `opened`: share of their range at which hinges are let go, or less where something is in their way: a door cannot stand
    in a wall. `positions`: of joints, at the beginning."""
    d = mujoco.MjData(m)
    hinges = [j for j in range(m.njnt) if m.jnt_type[j] == 3]
    for name, q in (positions or {}).items():
        d.qpos[m.jnt_qposadr[m.joint(name).id]] = q
    if opened is not None:
        for j in hinges:
            low, high = m.jnt_range[j]
            d.qpos[m.jnt_qposadr[j]] = low + opened * (high - low)
        _shut_what_is_blocked(m, d, hinges)
    mujoco.mj_forward(m, d)
    free = [int(m.jnt_bodyid[j]) for j in range(m.njnt) if m.jnt_type[j] == 0]
    start = d.xipos.copy()
    fastest = 0.0
    for _ in range(int(seconds / m.opt.timestep)):
        mujoco.mj_step(m, d)
        if hinges:
            fastest = max(fastest, float(np.abs(d.qvel[m.jnt_dofadr[hinges]]).max()))
    drift = np.linalg.norm(d.xipos - start, axis=1)
    return Run({m.body(b).name: float(drift[b]) for b in free}, fastest)
