"""What a program declares beside its shapes: identities, lights, cameras, the environment and adjusts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.argument_types import Color, LightKind, Matrix, SurfaceFields, Vector, Words
from scenewright.scene.language.vocabulary.evaluation import caller_span, closest, current, short_text
from scenewright.scene.language.vocabulary.materials import read_material
from scenewright.scene.language.vocabulary.shapes import Shape, nothing
from scenewright.scene.language.vocabulary.surfaces import surface
from scenewright.scene.language.vocabulary.variants import synonyms
from scenewright.scene.language.vocabulary.vectors import color3, matrix4, number, shown, vec3
from scenewright.scene.lights import LAMP_WATTS, PANEL, POINT_RADIUS, RELATIVE_LIMIT, SPOT_OUTER_DEGREES
from scenewright.scene.limits import (
    ADJUSTS,
    CAMERAS,
    LIGHTS,
    PHRASE_CHARACTERS,
    RELATION_CHARACTERS,
    WORDS_CHARACTERS,
)
from scenewright.scene.model import Adjust, Camera, Embedding, Environment, Light, Vec3

__all__ = [
    "LIGHT_KINDS",
    "LIGHT_MEANINGS",
    "Targeted",
    "adjust",
    "as_embedding",
    "camera",
    "embed",
    "environment",
    "light",
]

_POWER = f"`intensity` up to {RELATIVE_LIMIT:g} is a factor on a common lamp of {LAMP_WATTS:g} W; a greater number is its power in watts."
LIGHT_MEANINGS = {
    "sun": "Parallel light from far away. `intensity` is the irradiance of a surface that faces it, in W/m2.",
    "point": f"A ball, {200 * POINT_RADIUS:g} cm wide, that shines from `at` in all directions. {_POWER}",
    "spot": f"A lamp that shines from `at` within {SPOT_OUTER_DEGREES:g} degrees about `direction`, and fades toward the edge. {_POWER}",
    "area": f"A panel at `at`, {100 * PANEL:g} cm square without `size`, that shines to one side, along `direction`. {_POWER}",
    "ceiling": f"An area light that shines straight down. {_POWER}",
    "ambient": "Light from everywhere. `intensity` is its radiance in W/m2/sr.",
}
LIGHT_KINDS = tuple(LIGHT_MEANINGS)
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

    Give it as ``z=`` to any call that makes an instance. An instance without its own z has that of its parent.

    Args:
        words: what this one looks like, in English. None: no words.
        image: path of a picture inside the scene folder. None: no picture.
        token: name of an identity that is stored elsewhere. None: no token.

    Returns:
        the identity, for ``z=``.

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

    Args:
        kind: 'sun', 'point', 'spot', 'area', 'ceiling' or 'ambient'; see the entry ``lights``.
        at: where it stands, (x, y, z). None: a sun and ambient light have no place.
        direction: where it shines, (x, y, z) of any length. None: a sun shines obliquely from above, others straight down.
        target: the point that it shines at, (x, y, z), in place of a direction. None: `direction` counts.
        intensity: how strong it is, 0 or more; the unit depends on the kind, see the entry ``lights``.
        color: sRGB, three numbers from 0 to 1.
        size: width and depth of an area light, or one number for both; the diameter of the ball of a point or spot light. Scene
            units, which are metres in a scene with a room. None: that of a common lamp, see the entry ``lights``.

    Returns:
        an empty shape, which may stand among others.

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

    Args:
        eye: where the camera stands, (x, y, z).
        target: the point in the middle of its picture, (x, y, z).
        fov: vertical angle of view in degrees, from 1 to 170.

    Returns:
        an empty shape, which may stand among others.

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
    """Surroundings of the scene: words, or the path of a picture in the scene folder. The last call counts.

    Args:
        words_or_hdri: words about the light and the sky, such as 'soft morning light' (see the entry ``environments``), or the path of
            a panorama inside the scene folder (.hdr, .exr, .png, .jpg, .webp).

    Returns:
        an empty shape, which may stand among others.
    """
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
    material: SurfaceFields | str | None = None,
) -> Shape:
    """Change one instance after the tree is built, in the frame of its parent.

    It scales about the bottom centre of the instance, then turns there (degrees about +y), then moves; `pose` (4, 4) is
    applied last. Edits write this where no number of the text decides the pose of that instance alone.

    Args:
        path: of the instance in the tree before any adjust, such as 'desk/drawer[1]'.
        move: (x, y, z) in scene units, in the frame of its parent.
        turn: degrees about +y, right-handed.
        scale: one factor, or three along the axes.
        pose: matrix (4, 4). None: no further transform.
        color: sRGB for all of its primitives. None: they keep their colours.
        remove: whether the instance is taken away.
        words: a new word and phrase for it. None: it keeps its own.
        z: a new identity, as ``embed`` makes it. None: it keeps its own.
        material: what it is made of: a name that ``surface`` knows, such as 'walnut', which brings its colour where `color` is None, or
            a dict as ``primitive_call`` takes it. An object of the catalogue takes it where it takes a colour. None: it keeps its own.

    Returns:
        an empty shape, which may stand among others.

    Raises:
        ProgramError: a material that nobody knows, a scale of 0, a singular pose, or a value that is not a number.
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
    made: object = material
    if isinstance(material, str):
        named, made = surface(material)
        color = named if color is None else color
    session.declare(
        Adjust(
            path=short_text(path, RELATION_CHARACTERS, "the path of adjust").strip(),
            move=vec3(move, "move of adjust"),
            turn=number(turn, "turn of adjust"),
            scale=factor,
            pose=None if matrix is None else tuple(tuple(row) for row in matrix.tolist()),
            color=None if color is None else color3(color, "color of adjust"),
            material=read_material(made),
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
