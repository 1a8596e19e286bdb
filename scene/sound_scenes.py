"""Whether a scene keeps to the limits, and whether its numbers can be drawn and measured.

The evaluator asks this of what a program built, and :func:`scenewright.scene.language.running.wire.decode_scene` of what a process sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene import limits
from scenewright.scene.errors import BudgetError, ProgramError
from scenewright.scene.model import (
    Adjust,
    AssetRef,
    Camera,
    Embedding,
    Environment,
    IntArray,
    Light,
    NodeTable,
    Relation,
    Scene,
    SourceSpan,
)
from scenewright.scene.printing import is_printable

__all__ = ["require_short_paths", "require_sound_scene", "too_long", "too_many"]

_NEAREST = 1e-9
"""Least distance of a camera from its target, as a share of the larger of their coordinates and 1."""


def too_many(count: int, most: int, what: str, line: int | None = None) -> BudgetError:
    """The error of a scene that holds `count` of `what` where `most` are allowed."""
    return BudgetError(f"the scene has {count:,} {what}, more than {most:,}: use fewer", line=line, kind="limit")


def too_long(text: str, most: int, what: str, line: int | None = None) -> BudgetError:
    """The error of a text of more than `most` characters. `what` names it, with its article."""
    return BudgetError(
        f"{what} is {len(text):,} characters long, more than {most:,}: {text[:40]!r}...; write a shorter one",
        line=line,
        kind="limit",
    )


def require_sound_scene(scene: Scene) -> None:
    """Check a finished scene.

    Raises:
        BudgetError: it holds more than the limits allow; with a line where one is known.
        ProgramError: a pose is not finite, too far, or singular; a camera looks at its own place; a number is out of range.
    """
    _check_counts(scene)
    _check_texts(scene)
    for table in (scene.nodes, *scene.later_frames):
        require_short_paths(scene, table)
        _check_poses(scene, table)
    for camera in scene.cameras:
        _check_camera(camera)
    for light in scene.lights:
        _check_light(light)
    if scene.room is not None:
        r = scene.room
        lengths = [r.width, r.depth, r.height, *(v for o in r.openings for v in (o.width, o.height))]
        others = [v for o in r.openings for v in (o.offset, o.sill)]
        if not (_within(lengths) and _within(others) and min(lengths) > 0.0):
            raise ProgramError(
                f"the room is {r.width:g} x {r.depth:g} x {r.height:g}: its sides, doors and windows need positive lengths "
                f"of at most {limits.WORLD_REACH:g}",
                kind="non-finite",
            )
    for ref in scene.assets:
        _check_asset(ref)


# -- counts and texts -----------------------------------------------------------------------------------------------------


def _check_counts(scene: Scene) -> None:
    listed: tuple[tuple[Sequence[Any], int, str], ...] = (
        (scene.cameras, limits.CAMERAS, "cameras"),
        (scene.lights, limits.LIGHTS, "lights"),
        (scene.relations, limits.RELATIONS, "relations"),
        (scene.adjusts, limits.ADJUSTS, "adjusts"),
        (scene.places, limits.PLACES, "calls of place"),
        (scene.materials, limits.MATERIALS, "different materials"),
        (scene.embeddings, limits.EMBEDDINGS, "different identities"),
        (() if scene.room is None else scene.room.openings, limits.OPENINGS, "doors and windows"),
    )
    for items, most, what in listed:
        if len(items) > most:
            raise too_many(len(items), most, what, _line(getattr(items[most], "span", None)))
    textures = {m.texture for m in scene.materials if m.texture is not None}
    if len(textures) > limits.TEXTURES:
        raise too_many(len(textures), limits.TEXTURES, "textures")
    rows = sum(len(table) for table in (scene.nodes, *scene.later_frames))
    if rows > limits.FRAME_ROWS:
        raise too_many(rows, limits.FRAME_ROWS, "nodes in all its frames")


def _check_texts(scene: Scene) -> None:
    total = sum(map(len, scene.strings))
    if total > limits.TEXTS_CHARACTERS:
        raise BudgetError(
            f"the names and words of the scene are {total:,} characters long, more than {limits.TEXTS_CHARACTERS:,}: "
            "use shorter or fewer ones",
            kind="limit",
        )
    for text in scene.strings:
        if len(text) > limits.PHRASE_CHARACTERS:
            raise too_long(text, limits.PHRASE_CHARACTERS, "a phrase of the scene")
    for material in scene.materials:
        _check_words(material.texture, limits.WORDS_CHARACTERS, "the name of a texture")
        if material.texture is not None and not is_printable(material.texture):
            raise ProgramError(
                f"the texture {material.texture[:80]!r} holds a character that does not print: name a file of the scene folder",
                kind="argument",
            )
        if not 0.0 <= material.emission <= limits.WORLD_REACH:
            raise ProgramError(f"the emission of a material is {material.emission:g}", kind="non-finite")
    for embedding in scene.embeddings:
        _check_identity(embedding)
    if scene.environment is not None:
        _check_surroundings(scene.environment)
    for relation in scene.relations:
        _check_relation(relation)
    for adjust in scene.adjusts:
        _check_adjust(adjust)
    _check_words(scene.root_name, limits.NAME_CHARACTERS, "the name of the root")


def _check_identity(embedding: Embedding) -> None:
    _check_words(embedding.words, limits.PHRASE_CHARACTERS, "the words of an identity")
    _check_words(embedding.image, limits.WORDS_CHARACTERS, "the picture of an identity")
    _check_words(embedding.token, limits.WORDS_CHARACTERS, "the token of an identity")


def _check_surroundings(environment: Environment) -> None:
    _check_words(environment.words, limits.PHRASE_CHARACTERS, "the text of environment")
    _check_words(environment.image, limits.WORDS_CHARACTERS, "the picture of environment")


def _check_relation(relation: Relation) -> None:
    names = sum(_characters(value) for value in relation.arguments.values())
    if names > limits.RELATION_CHARACTERS:
        raise BudgetError(
            f"the names in one relation ({relation.kind}) are {names:,} characters long, more than "
            f"{limits.RELATION_CHARACTERS:,}: name fewer things",
            line=_line(relation.span),
            kind="limit",
        )

    numbers = [v for v in relation.arguments.values() if isinstance(v, (int, float))]
    if not _within([relation.weight, *numbers]):
        raise ProgramError(
            f"a number of a relation ({relation.kind}) is past all reach ({limits.WORLD_REACH:g})",
            line=_line(relation.span),
            kind="non-finite",
        )


def _characters(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    return sum(map(_characters, value)) if isinstance(value, (list, tuple)) else 0


def _check_adjust(adjust: Adjust) -> None:
    line = _line(adjust.span)
    _check_words(adjust.path, limits.RELATION_CHARACTERS, "the path of an adjust", line)
    _check_words(adjust.words, limits.PHRASE_CHARACTERS, "the text in words of an adjust", line)
    scales = adjust.scale if isinstance(adjust.scale, tuple) else (adjust.scale,)
    if not _within([*adjust.move, adjust.turn, *scales, *np.ravel(adjust.pose or 0.0)]):
        raise ProgramError(
            f"a number of an adjust is past all reach ({limits.WORLD_REACH:g})", line=line, kind="non-finite"
        )


def _check_words(text: str | None, most: int, what: str, line: int | None = None) -> None:
    if text is not None and len(text) > most:
        raise too_long(text, most, what, line)


# -- the tree -------------------------------------------------------------------------------------------------------------


def require_short_paths(scene: Scene, table: NodeTable) -> None:
    """Check the depth of a frame's tree and the lengths of its names and paths, before anybody writes the paths.

    Raises:
        BudgetError: it is too deep, or a name or all paths together are too long.
    """
    lengths = np.array([len(s) for s in scene.strings], dtype=np.int64)
    depth, characters = _depth_and_characters(table, lengths)
    deepest = int(depth.argmax())
    if depth[deepest] > limits.TREE_DEPTH:
        raise BudgetError(
            f"instances are nested {int(depth[deepest]):,} deep, more than {limits.TREE_DEPTH}: nest fewer groups and entities",
            line=_row_line(table, int(table.parent[deepest])),
            kind="limit",
        )
    names = lengths[table.name]
    longest = int(names.argmax())
    if names[longest] > limits.NAME_CHARACTERS:
        name = scene.strings[int(table.name[longest])]
        raise too_long(name, limits.NAME_CHARACTERS, "the name of an instance", _row_line(table, longest))
    total = int(characters.sum())
    if total > limits.PATHS_CHARACTERS:
        raise BudgetError(
            f"the paths of all instances are {total:,} characters long, more than {limits.PATHS_CHARACTERS:,}: "
            "use shorter names, or nest less",
            line=_row_line(table, int(table.parent[int(characters.argmax())])),
            kind="limit",
        )


def _depth_and_characters(table: NodeTable, lengths: IntArray | npt.NDArray[np.int64]) -> tuple[Any, Any]:
    """(N,) depth of every row, the root's is 1, and (N,) characters of its full path, without indices.

    Each round adds what is known of the ancestor that a row points to, and points twice as far: the rounds are as many as the
    digits of the depth.
    """
    parent = table.parent.astype(np.int64)
    depth = np.ones(len(parent), dtype=np.int64)
    characters = lengths[table.name] + 1
    above = parent
    while (rows := np.flatnonzero(above >= 0)).size:
        ancestors = above[rows]
        step = depth[ancestors], characters[ancestors], above[ancestors]
        depth[rows] += step[0]
        characters[rows] += step[1]
        above = above.copy()
        above[rows] = step[2]
    return depth, characters


def _check_poses(scene: Scene, table: NodeTable) -> None:
    """Valid poses may still have an invalid product."""
    shown = scene if table is scene.nodes else replace(scene, nodes=table, frames=1, later_frames=())
    with np.errstate(all="ignore"):
        world = shown.world_from_local
        reach = np.abs(world).max(axis=(1, 2))
        far = ~(reach <= limits.WORLD_REACH)  # NaN counts as too far
        lengths = np.linalg.norm(world[:, :3, :3], axis=1)
        flat = (lengths < limits.SMALLEST).any(axis=1)
        flat |= np.abs(np.linalg.det(world[:, :3, :3] / np.where(lengths > 0.0, lengths, 1.0)[:, None, :])) < 1e-12
    wrong = np.flatnonzero(far | flat)
    if not wrong.size:
        return
    row = int(wrong[0])
    what = f"stands past all reach ({limits.WORLD_REACH:g} units)" if far[row] else "is flattened"
    raise ProgramError(
        f"'{shown.paths[row]}' {what}: its transforms multiply to this. Use fewer or smaller scales and distances",
        line=_row_line(table, row),
        kind="non-finite" if far[row] else "singular",
    )


def _row_line(table: NodeTable, row: int) -> int | None:
    """The line of the call that made a row, or of the nearest call around it."""
    while row >= 0:
        line = int(table.span[row, 0])
        if line > 0:
            return line
        row = int(table.parent[row])
    return None


# -- numbers --------------------------------------------------------------------------------------------------------------


def _within(values: Sequence[float] | npt.NDArray[np.float64]) -> bool:
    """Whether all numbers are finite and in reach."""
    return all(abs(float(v)) <= limits.WORLD_REACH for v in np.asarray(values, dtype=np.float64).reshape(-1))


def _check_camera(camera: Camera) -> None:
    line = _line(camera.span)
    if not (_within(camera.eye) and _within(camera.target)):
        raise ProgramError(
            f"a camera stands or looks past all reach ({limits.WORLD_REACH:g} units)", line=line, kind="non-finite"
        )
    apart = max(abs(a - b) for a, b in zip(camera.eye, camera.target, strict=True))
    if apart <= _NEAREST * max(1.0, *map(abs, camera.eye)):
        raise ProgramError(
            "the eye and the target of a camera are the same point in the world: an instance around it is scaled to nothing",
            line=line,
            kind="singular",
        )
    if not 1.0 <= camera.fov <= 170.0:
        raise ProgramError(
            f"fov of camera is {camera.fov:g}: it goes from 1 to 170 degrees", line=line, kind="argument"
        )


def _check_light(light: Light) -> None:
    numbers = [light.intensity, *light.color, *(light.position or ()), *(light.direction or ()), *(light.size or ())]
    if not _within(numbers) or light.intensity < 0.0:
        raise ProgramError(
            f"a {light.kind} light has a number past all reach ({limits.WORLD_REACH:g}), or a negative intensity",
            line=_line(light.span),
            kind="non-finite",
        )


def _check_asset(ref: AssetRef) -> None:
    numbers: list[float] = [*ref.clearance, *(ref.size or ())]
    if not (_within(numbers) and _within(ref.hull) and _within(ref.fit)) or min(numbers) < 0.0:
        raise ProgramError(
            f"asset_call({ref.words[:80]!r}): its size is not positive, or past all reach ({limits.WORLD_REACH:g} units)",
            kind="non-finite",
        )


def _line(span: SourceSpan | None) -> int | None:
    return span.line if span is not None and span.line > 0 else None
