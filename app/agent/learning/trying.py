"""Tries a function alone: its library is evaluated without the rest of the program, and must give the same geometry to the last bit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.agent.learning.cutting import CannotCut, CutEntity, ProgramBlocks
from scenewright.scene.errors import ProgramError
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Material, NodeKind, PrimitiveKind, Scene
from scenewright.scene.printing import cut
from scenewright.scene.short_repr import short_repr

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["TriedEntity", "called_inside", "same_geometry", "try_entity"]

_MOST_TOLD = 200


@dataclass(frozen=True, eq=False)
class TriedEntity:
    """A function that stands alone. `scene`: what its library gives."""

    cut: CutEntity
    scene: Scene

    __repr__ = short_repr


def try_entity(session: Session, blocks: ProgramBlocks, name: str, *, job: Job | None = None) -> TriedEntity:
    """Cut a function out of the program of a session, and evaluate it alone.

    Raises:
        CannotCut: it cannot stand alone; the reason says why.
        JobCancelled: the job was cancelled.
    """
    alone = blocks.cut(name, called_inside(session.scene, name))
    whole = _evaluated(session, blocks.with_defaults(name, alone.filled), name, whole=True, job=job)
    _refuse_what_stays(whole)
    scene = _evaluated(session, alone.text, name, whole=False, job=job)
    if not same_geometry(scene, whole):
        raise CannotCut("alone it looks otherwise than in its program: something else there changes it")
    return TriedEntity(alone, scene)


def called_inside(scene: Scene, name: str) -> set[str]:
    """The entities that instances of an entity have inside."""
    found: set[str] = set()
    for entity in scene.entities():
        if entity.kind is NodeKind.ENTITY and entity.word == name:
            found |= {inner.word for inner in entity.descendants() if inner.kind is NodeKind.ENTITY}
    return found


def _evaluated(session: Session, text: str, name: str, *, whole: bool, job: Job | None) -> Scene:
    """Only the whole program has catalogues, libraries and the files of its folder."""
    try:
        return evaluate(
            text,
            seed=session.seed,
            root=name,
            assets=session.assets if whole else None,
            splats=session.folder if whole else None,
            libraries=session.libraries.shelf if whole else None,
            job=job,
        )
    except ProgramError as error:
        raise CannotCut(f"alone it fails: {cut(error.message, _MOST_TOLD)}") from error


def _refuse_what_stays(scene: Scene) -> None:
    """
    Raises:
        CannotCut: it has something inside that an object of a library cannot have.
    """
    kinds = set(scene.nodes.kind.tolist())
    if NodeKind.ROOM in kinds:
        raise CannotCut("it has the room of the scene in it")
    if NodeKind.SPLAT in kinds:
        raise CannotCut("it has a piece of a capture in it")
    if NodeKind.ASSET in kinds:
        own = np.isin(scene.nodes.primitive, [PrimitiveKind.MESH, PrimitiveKind.NONE], invert=True).any()
        raise CannotCut(
            "it has objects of the catalogue in it, which come from there, and not from a library"
            if own
            else "it has no geometry of its own: it places objects of the catalogue"
        )
    used = {int(i) for i in scene.nodes.material if i >= 0}
    pictures = any(scene.materials[i].texture for i in used) or any(z.image for z in scene.embeddings)
    if pictures:
        raise CannotCut("it uses a picture of the scene folder, which a library does not have")


def same_geometry(a: Scene, b: Scene) -> bool:
    """Whether two scenes have the same tree with the same shapes, poses and looks, to the last bit."""
    if len(a) != len(b):
        return False
    for column in ("parent", "kind", "primitive", "parent_from_local", "color"):
        if getattr(a.nodes, column).tobytes() != getattr(b.nodes, column).tobytes():
            return False
    return _looks(a) == _looks(b)


def _looks(scene: Scene) -> list[tuple[str, Material | None]]:
    """The word and the material of every node."""
    rows = zip(scene.nodes.word.tolist(), scene.nodes.material.tolist(), strict=True)
    return [(scene.strings[word], None if material < 0 else scene.materials[material]) for word, material in rows]
