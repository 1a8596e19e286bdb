"""Whether a scene from the wire is one that the evaluator could have built. A program owns the channel that its scene comes through."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from scenewright.scene.language.relations import KINDS, REQUIRED, WALLS, RelationKind, Takes
from scenewright.scene.language.vocabulary import LIGHT_KINDS
from scenewright.scene.model import Material, NodeKind, NodeTable, PrimitiveKind, Relation, Scene, Support
from scenewright.scene.printing import is_printable

__all__ = ["require_possible_scene"]

_SUPPORTS = ("", *Support)
_FILE_ID = re.compile(r"[0-9a-f]{64}")
_MOST_WARNINGS = 1_000
_WARNING_CHARACTERS = 2_000
_HULL_POINTS = 256
_TEXT_CHARACTERS = 2_000
"""Of a licence, an author, a source or a title."""


def require_possible_scene(scene: Scene) -> None:
    """Check what types alone do not say: names of kinds, references between the parts, and the form of the tree.

    Raises:
        ValueError: something in it is impossible; the message names it.
    """
    for table in (scene.nodes, *scene.later_frames):
        _check_rows(scene, table)
    _check_room(scene)
    for light in scene.lights:
        _need(light.kind in LIGHT_KINDS, f"a light of kind {light.kind!r}")
        _need(light.scope is None or light.scope in scene._path_index, "a light of no instance")
        _need(light.direction is None or any(light.direction), "a light that shines nowhere")
        _need(all(0.0 <= c <= 1.0 for c in light.color), "the colour of a light")
        _need(light.size is None or min(light.size) >= 0.0, "the size of a light")
    for camera in scene.cameras:
        _need(camera.scope is None or camera.scope in scene._path_index, "a camera of no instance")
    for material in scene.materials:
        _check_material(material)
    for ref in scene.assets:
        _need(ref.id == "" or _FILE_ID.fullmatch(ref.id) is not None, "the file of an object")
        _need(ref.support in _SUPPORTS, f"support {ref.support!r}")
        _need(len(ref.hull) <= _HULL_POINTS, "the number of points of a hull")
        _need(ref.size is None or min(ref.size) > 0.0, "the size of an object")
        _need(ref.fit[3].tolist() == [0.0, 0.0, 0.0, 1.0], "the fit of an object")
        texts = (ref.words, ref.id, ref.node or "", ref.licence, ref.author, ref.source, ref.title)
        _need(max(map(len, texts)) <= _TEXT_CHARACTERS, "the length of a text of an object")
    for relation in scene.relations:
        _check_relation(scene, relation)
    for adjust in scene.adjusts:
        _need(adjust.resolved is None or isinstance(adjust.resolved, str), "the instance of an adjust")
        _need(-1 <= adjust.z < len(scene.embeddings), "the identity of an adjust")
        _need(adjust.pose is None or np.shape(adjust.pose) == (4, 4), "the pose of an adjust")
        if adjust.material is not None:
            _check_material(adjust.material)
        _need(adjust.color is None or all(0.0 <= c <= 1.0 for c in adjust.color), "the colour of an adjust")
    _need(len(scene.warnings) <= _MOST_WARNINGS, "the number of warnings")
    _need(all(len(w) <= _WARNING_CHARACTERS for w in scene.warnings), "the length of a warning")


def _need(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(f"{what} is impossible")


def _check_rows(scene: Scene, table: NodeTable) -> None:
    affine = (table.parent_from_local[:, 3] == np.array([0.0, 0.0, 0.0, 1.0])).all()
    _need(bool(affine), "a transform that is not affine")
    _need(int(table.word.min()) >= 0 and int(table.name.min()) >= 0, "a node without a word")
    _need(int(table.ordinal.min()) >= 0, "a negative index")
    _need(int(table.span.min()) >= -1, "a place in the text before its beginning")
    holds_mesh = table.primitive == PrimitiveKind.MESH
    holds_splat = table.primitive == PrimitiveKind.SPLAT
    _need(bool((holds_mesh == (table.kind == NodeKind.ASSET)).all()), "an object that is no mesh")
    _need(bool((holds_splat == (table.kind == NodeKind.SPLAT)).all()), "a capture that is no splat")
    _need(bool((table.asset[holds_mesh | holds_splat] >= 0).all()), "an object without an entry")
    leaf = table.primitive != PrimitiveKind.NONE
    _need(not leaf[table.parent[1:]].any(), "a part of a primitive")
    for index in np.unique(table.name).tolist():
        name = scene.strings[index]
        _need(bool(name) and is_printable(name) and not set("/[]") & set(name), f"the name {name[:40]!r}")


def _check_room(scene: Scene) -> None:
    room = scene.room
    if room is None:
        return
    _need(room.path in scene._path_index, "a room of no instance")
    for opening in room.openings:
        _need(opening.kind in ("door", "window"), f"an opening of kind {opening.kind!r}")
        _need(opening.wall in WALLS, f"wall {opening.wall!r}")
        _need(opening.width > 0.0 and opening.height > 0.0 and opening.sill >= 0.0, "the size of an opening")


def _check_material(material: Material) -> None:
    shares = (material.roughness, material.metallic, material.opacity)
    _need(all(0.0 <= v <= 1.0 for v in shares), "a number of a material")
    _need(material.texture is None or is_printable(material.texture), "the texture of a material")


def _check_relation(scene: Scene, relation: Relation) -> None:
    row: RelationKind | None = KINDS.get(relation.kind)
    if row is None:
        raise ValueError(f"relation {relation.kind!r} is impossible")
    takes = {p.name: p.takes for p in row.parameters} | ({"items": Takes.NAMES} if row.or_items else {})
    _need(relation.arguments.keys() <= takes.keys(), f"an argument of {relation.kind}")
    for name, value in relation.arguments.items():
        _need(_fits(value, takes[name]), f"{name} of {relation.kind}")
    _need(relation.paths.keys() <= takes.keys(), f"a path of {relation.kind}")
    named = {path for paths in relation.paths.values() for path in paths}
    _need(named <= scene._path_index.keys(), f"an instance of {relation.kind}")
    _need(relation.scope is None or relation.scope in scene._path_index, f"the scope of {relation.kind}")
    _need(relation.weight >= 0.0, f"the weight of {relation.kind}")
    _check_required(row, relation.arguments)


def _check_required(row: RelationKind, arguments: Mapping[str, Any]) -> None:
    if row.or_items and "items" in arguments:
        return
    missing = [p.name for p in row.parameters if p.default is REQUIRED and p.name not in arguments]
    _need(not missing, f"{row.kind} without {', '.join(missing)}")


def _fits(value: Any, takes: Takes) -> bool:
    if takes is Takes.NUMBER:
        return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))
    if isinstance(value, list):
        return all(isinstance(v, str) for v in value)
    return value is None or isinstance(value, str)
