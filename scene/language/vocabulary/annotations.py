"""What a program declares beside its shapes: identities, lights, cameras, the environment and adjusts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.argument_types import Color, LightKind, Matrix, Vector, Words
from scenewright.scene.language.vocabulary.evaluation import caller_span, closest, current, short_text
from scenewright.scene.language.vocabulary.shapes import Shape, nothing
from scenewright.scene.language.vocabulary.variants import synonyms
from scenewright.scene.language.vocabulary.vectors import color3, matrix4, number, shown, vec3
from scenewright.scene.limits import (
    ADJUSTS,
    CAMERAS,
    LIGHTS,
    PHRASE_CHARACTERS,
    RELATION_CHARACTERS,
    WORDS_CHARACTERS,
)
from scenewright.scene.model import Adjust, Camera, Embedding, Environment, Light, Vec3

__all__ = ["LIGHT_KINDS", "Targeted", "adjust", "as_embedding", "camera", "embed", "environment", "light"]

LIGHT_KINDS = ("sun", "point", "spot", "area", "ceiling", "ambient")
_LIGHT_VARIANTS = {
    "directional": "sun", "sunlight": "sun", "distant": "sun", "lamp": "point", "bulb": "point", "omni": "point",
    "spotlight": "spot", "panel": "area", "rect": "area", "rectangle": "area", "window": "area", "ceiling_lamp": "ceiling",
    "overhead": "ceiling", "sky": "ambient", "environment": "ambient", "hemisphere": "ambient",
}  # fmt: skip
_PICTURES = (".png", ".jpg", ".jpeg", ".hdr", ".exr", ".webp")


@dataclass(frozen=True, slots=True)
class Targeted:
    """A light or camera, and the point `target` (3,) that it looks at, both in the frame of the call that made it."""

    item: Light | Camera
    target: Vec3 | None = None


@synonyms(words="text description prompt phrase")
def embed(words: str | None = None, image: str | None = None, token: str | None = None) -> Embedding:
    """An identity z: words, a picture in the scene folder, or a token that names a stored identity.

    Raises:
        ProgramError: none of the three was given.
    """
    if words is None and image is None and token is None:
        raise ProgramError("embed needs words, an image or a token: embed('worn red leather')", kind="argument")
    given = (
        (words, PHRASE_CHARACTERS, "words"),
        (image, WORDS_CHARACTERS, "image"),
        (token, WORDS_CHARACTERS, "token"),
    )
    return Embedding(*(None if v is None else short_text(v, most, f"{name} of embed") for v, most, name in given))


def as_embedding(value: Any) -> Embedding | None:
    """The Embedding that a program gives as `z=`. Plain words are read with a warning.

    Raises:
        ProgramError: it is neither an identity nor words.
    """
    if value is None or isinstance(value, Embedding):
        return value
    if isinstance(value, str):
        current().warn(f"z was given as text: write z=embed({shown(value)})", caller_span())
        return Embedding(words=short_text(value, PHRASE_CHARACTERS, "the text of z"))
    raise ProgramError(f"z must be embed('words ...'), not {type(value).__name__}", kind="argument")


@synonyms(kind="type")
def light(
    kind: LightKind = "point",
    at: Vector | None = None,
    direction: Vector | None = None,
    target: Vector | None = None,
    intensity: float = 1.0,
    color: Color = (1.0, 1.0, 1.0),
    size: float | Sequence[float] | None = None,
    **variants: object,
) -> Shape:
    """A light in the frame of the running call. It shines along `direction` (3,), or at the point `target` (3,).

    Raises:
        ProgramError: the kind or a keyword is unknown, or a value is not a number.
    """
    session = current()
    span = caller_span()
    others: dict[str, Any] = variants
    for key, value in others.items():
        if key in ("position", "pos", "location"):
            at = value
        elif key in ("energy", "power", "strength", "brightness"):
            intensity = value
            session.warn(f"'{key}' of light was read as intensity", span)
        elif key in ("radius", "name", "angle", "temperature"):
            session.warn(f"light has no {key!r}: it was left out", span)
        else:
            raise ProgramError(
                f"light has no {key!r}: light(kind, at, direction, target, intensity, color, size)", kind="argument"
            )
    word = str(kind).strip().lower()
    plain = _LIGHT_VARIANTS.get(word, word)
    if plain not in LIGHT_KINDS:
        raise ProgramError(
            f"there is no light {kind!r}: use {', '.join(LIGHT_KINDS)}{closest(word, LIGHT_KINDS)}", kind="argument"
        )
    if plain in ("point", "spot", "area", "ceiling") and at is None:
        session.warn(f"a {plain} light needs at=(x, y, z): it was put at (0, 2.5, 0)", span)
        at = (0.0, 2.5, 0.0)
    item = Light(
        kind=plain,
        position=None if at is None else vec3(at, "at of light"),
        direction=None if direction is None else vec3(direction, "direction of light"),
        intensity=max(number(intensity, "intensity of light"), 0.0),
        color=color3(color, "color of light"),
        size=_size2(size),
        span=span,
    )
    aimed = Targeted(item, None if target is None else vec3(target, "target of light"))
    session.declare(aimed, "lights", LIGHTS)
    return nothing()


def _size2(size: Any) -> tuple[float, float] | None:
    if size is None:
        return None
    if np.ndim(size) == 0:
        s = abs(number(size, "size of light"))
        return s, s
    values = [abs(number(v, "size of light")) for v in size]
    if len(values) not in (2, 3):
        raise ProgramError("size of light is a number or (width, depth)", kind="argument")
    return values[0], values[-1]


def camera(eye: Vector | None = None, target: Vector | None = None, fov: float = 50.0, **variants: object) -> Shape:
    """A view from `eye` (3,) toward `target` (3,); `fov` is the vertical angle in degrees. The first camera is the main one.

    Raises:
        ProgramError: eye or target is missing, both are the same point, or `fov` lies outside [1, 170].
    """
    session = current()
    span = caller_span()
    others: dict[str, Any] = variants
    for key, value in others.items():
        if key in ("position", "pos", "at", "location", "origin"):
            eye = value
        elif key in ("look_at", "lookat", "to"):
            target = value
        else:
            session.warn(f"camera has no {key!r}: it was left out", span)
    if eye is None or target is None:
        raise ProgramError(
            "camera needs an eye and a target: camera((3, 1.6, 3), (0, 0.8, 0), fov=50)", kind="argument"
        )
    e, t = vec3(eye, "eye of camera"), vec3(target, "target of camera")
    if max(abs(a - b) for a, b in zip(e, t, strict=True)) < 1e-9:
        raise ProgramError("eye and target of camera are the same point", kind="argument")
    angle = number(fov, "fov of camera")
    if not 1.0 <= angle <= 170.0:
        raise ProgramError(
            f"fov of camera is {angle:g}: it is the vertical angle in degrees, from 1 to 170", kind="argument"
        )
    session.declare(Targeted(Camera(eye=e, target=t, fov=angle, span=span), t), "cameras", CAMERAS)
    return nothing()


def environment(words_or_hdri: str | None = None, **variants: object) -> Shape:
    """Surroundings of the scene: words, or the path of a picture in the scene folder. The last call counts."""
    given = words_or_hdri if words_or_hdri is not None else next(iter(variants.values()), "")
    text = short_text(given, PHRASE_CHARACTERS, "the text of environment").strip()
    if not text:
        raise ProgramError("environment needs words or a picture: environment('soft morning light')", kind="argument")
    is_picture = text.lower().endswith(_PICTURES)
    if is_picture:
        short_text(text, WORDS_CHARACTERS, "the picture of environment")
    current().extras.append(Environment(image=text) if is_picture else Environment(words=text))
    return nothing()


@synonyms(path="name", move="translate translation", turn="rotate rotation", color="colour", remove="delete")
def adjust(
    path: str,
    move: Vector = (0.0, 0.0, 0.0),
    turn: float = 0.0,
    scale: float | Vector = 1.0,
    pose: Matrix | None = None,
    color: Color | None = None,
    remove: bool = False,
    words: str | None = None,
    z: Words | None = None,
) -> Shape:
    """Change one instance after the tree is built, in the frame of its parent.

    It scales about the bottom centre of the instance, then turns there (degrees about +y), then moves; `pose` (4, 4) is
    applied last. Edits write this where no number of the text decides the pose of that instance alone.

    Raises:
        ProgramError: a scale of 0, a singular pose, or a value that is not a number.
    """
    if not isinstance(path, str) or not path.strip():
        raise ProgramError(
            "adjust needs the path of an instance: adjust('desk/drawer[1]', move=(0, 0, 0.2))", kind="argument"
        )
    session = current()
    factor: float | Vec3 = number(scale, "scale of adjust") if np.ndim(scale) == 0 else vec3(scale, "scale of adjust")
    if min(abs(f) for f in (factor if isinstance(factor, tuple) else (factor,))) < 1e-9:
        raise ProgramError("scale of adjust is 0: use remove=True to take an instance away", kind="singular")
    matrix = None if pose is None else matrix4(pose, "pose of adjust")
    session.declare(
        Adjust(
            path=short_text(path, RELATION_CHARACTERS, "the path of adjust").strip(),
            move=vec3(move, "move of adjust"),
            turn=number(turn, "turn of adjust"),
            scale=factor,
            pose=None if matrix is None else tuple(tuple(row) for row in matrix.tolist()),
            color=None if color is None else color3(color, "color of adjust"),
            remove=bool(remove),
            words=None if words is None else short_text(words, PHRASE_CHARACTERS, "words of adjust"),
            z=session.embedding(as_embedding(z)),
            span=caller_span(),
        ),
        "adjusts",
        ADJUSTS,
    )
    return nothing()


def in_world(item: Targeted, world_from_call: Any, scope: str | None) -> Light | Camera:
    """A light or camera in the world frame. `world_from_call` (4, 4) is the pose of the instance whose call made it."""

    def point(p: Vec3) -> Vec3:
        x, y, z = world_from_call[:3, :3] @ np.array(p) + world_from_call[:3, 3]
        return float(x), float(y), float(z)

    found = item.item
    if isinstance(found, Camera):
        assert item.target is not None
        return replace(found, eye=point(found.eye), target=point(item.target), scope=scope)
    position = None if found.position is None else point(found.position)
    direction = found.direction
    if item.target is not None:
        origin = found.position if found.position is not None else (0.0, 0.0, 0.0)
        direction = tuple(t - o for t, o in zip(item.target, origin, strict=True))  # type: ignore[assignment]
    if direction is not None:
        d = world_from_call[:3, :3] @ np.array(direction)
        length = float(np.linalg.norm(d))
        direction = (0.0, -1.0, 0.0) if length < 1e-12 else tuple(float(c) for c in d / length)  # type: ignore[assignment]
    return replace(found, position=position, direction=direction, scope=scope)
