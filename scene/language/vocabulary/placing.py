"""``place``, ``asset_call`` and ``splat_call``: calls that make and place instances."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from scenewright.scene.asset_provider import TURNED_WORDS, stored_node
from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.annotations import as_embedding
from scenewright.scene.language.vocabulary.argument_types import ShapeLike, Vector, Words
from scenewright.scene.language.vocabulary.evaluation import caller_span, current, short_text
from scenewright.scene.language.vocabulary.measuring import measure
from scenewright.scene.language.vocabulary.registry import EntityFunction, call_entity, lookup
from scenewright.scene.language.vocabulary.shapes import Node, Part, Shape, as_shape
from scenewright.scene.language.vocabulary.variants import synonyms
from scenewright.scene.language.vocabulary.vectors import number, shown, vec3
from scenewright.scene.limits import NAME_CHARACTERS, PLACES, WORDS_CHARACTERS
from scenewright.scene.model import AssetRef, FloatArray, NodeKind, PlaceCall, PrimitiveKind, SourceSpan, Vec3
from scenewright.scene.printing import is_printable
from scenewright.scene.sound_scenes import too_many

__all__ = ["KEYWORD_VARIANTS", "asset_call", "place", "splat_call"]

KEYWORD_VARIANTS = {
    "position": "at", "pos": "at", "location": "at", "offset": "at", "translation": "at",
    "rotation": "turn", "rotate": "turn", "yaw": "turn", "angle": "turn", "rot": "turn", "label": "name",
}  # fmt: skip
_NOWHERE: Vec3 = (0.0, 0.0, 0.0)
"""Default of `at`. It is compared by identity, so that an origin which the program writes counts as written."""

FORM = "place(what, at=(x, y, z), turn=degrees, name='...')"


def place(
    what: str | EntityFunction[...] | ShapeLike,
    at: Vector = _NOWHERE,
    turn: float = 0.0,
    name: str | None = None,
    **kwargs: object,
) -> Shape:
    """Put a registered entity, or a shape, at a point and turn it about +y.

    The bottom centre of its bounding box, measured before turning, comes to `at` (3,). `turn` is right-handed, in degrees,
    about +y through that point. Both are in the frame of the running entity. Further keywords go to the entity.

    Args:
        what: the name of a registered entity, or a shape.
        at: where the middle of its bottom comes to stand, (x, y, z) in scene units. Without it the layout chooses the place.
        turn: degrees about +y, right-handed: 90 turns what faces +z toward +x.
        name: what the instance is called in paths and relations. None: the word of the entity.
        kwargs: arguments of the entity, and ``z=embed(...)`` for its identity.

    Returns:
        the placed shape. An instance gets no new node; any other shape becomes a group.

    Raises:
        ProgramError: there is no such entity, a keyword is wrong, or `name` contains '/', '[' or ']'.
    """
    session = current()
    span = caller_span()
    entity = lookup(what) if isinstance(what, (str, EntityFunction)) else None
    for key in [k for k in kwargs if k in KEYWORD_VARIANTS and not (entity and entity.takes(k))]:
        session.warn(f"'{key}' of place was read as '{KEYWORD_VARIANTS[key]}': {FORM}", span)
        value: Any = kwargs.pop(key)
        given: dict[str, Any] = {"at": at, "turn": turn, "name": name, KEYWORD_VARIANTS[key]: value}
        at, turn, name = given["at"], given["turn"], given["name"]
    label = _label(name)
    if entity is not None:
        z = None if entity.has_own(kwargs.get("z")) else as_embedding(kwargs.get("z"))
        shape = call_entity(entity, (), kwargs, span)
    else:
        z = as_embedding(kwargs.pop("z", None))
        if kwargs:
            raise ProgramError(
                f"place has no keyword {sorted(kwargs)[0]!r} for a shape: only an entity that is placed by name takes more; {FORM}",
                kind="argument",
            )
        shape = as_shape(what, "what of place")
    point, degrees = _point(at, span), _degrees(turn, span)
    parts = shape.parts()
    pose = _pose(_standing_box(shape, parts), point, degrees)
    only = parts[0] if len(parts) == 1 and parts[0].node.kind != NodeKind.PRIMITIVE else None
    placed = pose if only is None or only.matrix is None else pose @ only.matrix
    index = len(session.places)
    if index >= PLACES:
        raise too_many(index + 1, PLACES, "calls of place")
    session.places.append(PlaceCall(span or SourceSpan(0, 0, 0, 0), point, degrees, pose, placed, at is not _NOWHERE))
    zi = session.embedding(z)
    if only is not None:
        own_z = zi if zi >= 0 and entity is None else only.z
        return Shape((Part(only.node, placed, label or only.name, index, own_z),), total=shape.total)
    node = Node(NodeKind.GROUP, label or "group", parts=parts, z=zi, span=span, total=1 + shape.total)
    session.check_rows(node.total)
    return Shape((Part(node, pose, label, index),), total=node.total)


def _label(name: Any) -> str | None:
    if name is None:
        return None
    text = short_text(name, NAME_CHARACTERS, "the name of place").strip()
    if not text or any(c in text for c in "/[]") or not is_printable(text):
        raise ProgramError(
            f"name {shown(name)} of place is empty, or contains '/', '[', ']' or a character that does not print",
            kind="argument",
        )
    return text


def _point(at: Any, span: SourceSpan | None) -> Vec3:
    if hasattr(at, "__len__") and not isinstance(at, dict) and len(at) == 2:
        current().warn("at of place has two numbers: they were read as (x, z) on the floor", span)
        at = (at[0], 0.0, at[1])
    return vec3(at, "at of place")


def _degrees(turn: Any, span: SourceSpan | None) -> float:
    if np.ndim(turn) == 1 and len(turn) == 3 and not turn[0] and not turn[2]:
        current().warn(f"turn of place has three angles: only the one about +y was used; {FORM}", span)
        turn = turn[1]
    return number(turn, "turn of place, in degrees about +y,")


def _standing_box(shape: Shape, parts: Sequence[Part]) -> FloatArray:
    """What a shape stands by: its box. An object of the catalogue with a part turned stands as it does at rest, on the origin."""
    refs = current().assets
    only = parts[0] if len(parts) == 1 and parts[0].matrix is None else None
    if only is not None and only.node.asset >= 0 and TURNED_WORDS.search(refs[only.node.asset].words):
        return np.array([[-1.0, 0.0, -1.0], [1.0, 1.0, 1.0]])
    return measure(shape)


def _pose(box: FloatArray, at: Vec3, degrees: float) -> FloatArray:
    """frame_from_shape (4, 4)."""
    lo, hi = box
    cx, cy, cz = (lo[0] + hi[0]) / 2.0, lo[1], (lo[2] + hi[2]) / 2.0
    quarter = degrees % 360.0
    exact = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}.get(quarter)
    c, s = exact or (math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))
    return np.array(
        [
            [c, 0.0, s, at[0] - (c * cx + s * cz)],
            [0.0, 1.0, 0.0, at[1] - cy],
            [-s, 0.0, c, at[2] - (-s * cx + c * cz)],
            [0.0, 0.0, 0.0, 1.0],
        ]
    )


@synonyms(words="query description text prompt name object", size="scale dimensions")
def asset_call(words: str, size: float | Vector | None = None, seed: int = 0, z: Words | None = None) -> Shape:
    """The catalogue object that fits `words` best. Its bottom centre is at the origin, and it faces +z.

    It is scaled to fill `size` (width, height, depth); one number sets its largest dimension and keeps its proportions.
    The words ``asset:<hash>`` and ``asset:<hash>#<node>`` name a stored file of the scene folder.

    Args:
        words: what it is, in English, such as 'red leather armchair'.
        size: (width, height, depth) in metres, which it fills exactly; one number is its largest dimension, and its proportions stay.
            None: the object's own size.
        seed: chooses among objects that fit equally well.
        z: its identity, as ``embed`` makes it. None: that of its parent.

    Returns:
        a shape with the object as its one part.

    Raises:
        ProgramError: there are no words, the size is not positive, the budget of distinct assets is spent, or no
            catalogue has such an object.
    """
    session = current()
    text = " ".join(str(words).split()) if isinstance(words, str) else ""
    if not text:
        raise ProgramError("asset_call needs words: asset_call('red leather armchair')", kind="argument")
    if len(text) > WORDS_CHARACTERS:
        raise ProgramError(
            f"the words of asset_call are {len(text):,} characters long: name the object in {WORDS_CHARACTERS} or fewer",
            kind="argument",
        )
    wanted: Vec3 | None = None
    seed = int(number(seed, "seed of asset_call"))
    if size is not None:
        alone = np.ndim(size) == 0 and not isinstance(size, dict)
        wanted = (number(size, "size of asset_call"),) * 3 if alone else vec3(size, "size of asset_call")
        if min(wanted) <= 0.0:
            raise ProgramError(
                f"size of asset_call is {wanted}: (width, height, depth) must be positive", kind="argument"
            )
        if alone:
            wanted = _in_proportion(text, wanted[0], seed)
    index = _asset(text, wanted, seed)
    zi = session.embedding(as_embedding(z))
    session.count_call()
    called = stored_node(text) or text
    node = Node(
        NodeKind.ASSET,
        called,
        phrase=called,
        primitive=PrimitiveKind.MESH,
        z=zi,
        asset=index,
        span=caller_span(),
        total=1,
    )
    return Shape((Part(node),), total=1)


def _in_proportion(text: str, largest: float, seed: int) -> Vec3:
    """The size of an object whose largest dimension is `largest` metres, in its own proportions."""
    session = current()
    key = (text, seed)
    natural = session.natural_sizes.get(key)
    if natural is None:
        if session.ask_asset is None:
            return (largest, largest, largest)  # _asset raises for this next
        hull = session.ask_asset(text, None, seed).hull
        natural = np.ptp(hull, axis=0) if len(hull) else np.ones(3)
        session.natural_sizes[key] = natural
    w, h, d = np.maximum(np.round(natural * (largest / max(float(natural.max()), 1e-9)), 4), 1e-4).tolist()
    return (w, h, d)


def _asset(text: str, size: Vec3 | None, seed: int) -> int:
    session = current()
    key = (text, size, seed)
    found = session.asset_index.get(key)
    if found is None:
        if session.ask_asset is None:
            raise ProgramError(f"asset_call({text!r}): this evaluation has no catalogue to search", kind="asset")
        if len(session.assets) >= session.budgets.assets:
            raise ProgramError(
                f"more than {session.budgets.assets:,} distinct assets: use fewer words, sizes or seeds", kind="assets"
            )
        found = session.asset_index[key] = len(session.assets)
        ref = session.ask_asset(text, size, seed)
        if ref.note:
            session.warn(f"asset_call({text!r}): {ref.note}", caller_span())
        session.assets.append(replace(ref, note=""))
    return found


def splat_call(source: str, part: int | None = None, z: Words | None = None) -> Shape:
    """Gaussian splats of a capture in the scene folder, or of its segment number `part`.

    The bounding box is that of the visible Gaussians, as the host measures them. Where it cannot, it is the unit cube, with a warning.

    Args:
        source: path of a splat file inside the scene folder, such as 'capture.ply'.
        part: number of one segment of the file. None: all of it.
        z: its identity, as ``embed`` makes it. None: that of its parent.

    Returns:
        a shape with the Gaussians as its one part.

    Raises:
        ProgramError: there is no file name, it leads out of the scene folder, or the budget of distinct assets is spent.
    """
    session = current()
    text = short_text(source, WORDS_CHARACTERS, "the file of splat_call").strip() if source else ""
    if not text:
        raise ProgramError("splat_call needs a file of the scene folder: splat_call('capture.ply')", kind="argument")
    if text.startswith("/") or ".." in text.replace("\\", "/").split("/") or ":" in text[:3]:
        raise ProgramError(f"splat_call({text!r}): the path must lie inside the scene folder", kind="path")
    node_name = None if part is None else str(int(number(part, "part of splat_call")))
    key = (f"splat:{text}#{node_name or ''}", None, 0)
    index = session.asset_index.get(key)
    if index is None:
        if len(session.assets) >= session.budgets.assets:
            raise ProgramError(f"more than {session.budgets.assets:,} distinct assets: use fewer splats", kind="assets")
        index = session.asset_index[key] = len(session.assets)
        plain = AssetRef(text, None, 0, "", np.zeros((0, 3)), node=node_name, source=text)
        ref = (
            replace(plain, note="its Gaussians cannot be measured in this evaluation")
            if session.ask_splat is None
            else session.ask_splat(text, node_name)
        )
        if ref.note:
            session.warn(f"splat_call({text!r}): {ref.note}; its box is the unit cube", caller_span())
        session.assets.append(replace(ref, note=""))
    session.count_call()
    word = text.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    node = Node(
        NodeKind.SPLAT, word, primitive=PrimitiveKind.SPLAT, z=session.embedding(as_embedding(z)), asset=index,
        span=caller_span(), total=1,
    )  # fmt: skip
    return Shape((Part(node),), total=1)
