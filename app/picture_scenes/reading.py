"""One picture of a few plain things becomes a scene program: ground, segments, shapes, camera, colours, and what remains unexplained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from scenewright.app.picture_fitting.picture_file import reduced
from scenewright.app.picture_scenes.doubts import hidden_feet, plain_share
from scenewright.app.picture_scenes.evidence import PictureEvidence
from scenewright.app.picture_scenes.ground import Backdrop, lab_of, plain_backdrop
from scenewright.app.picture_scenes.heights import first_look
from scenewright.app.picture_scenes.looks import looks_of
from scenewright.app.picture_scenes.manner import FREE, Manner
from scenewright.app.picture_scenes.scene_text import NamedThing, named_things, scene_text
from scenewright.app.picture_scenes.search import Explained, explain, resettled
from scenewright.app.picture_scenes.segments import Segments, colour_segments, tint_trust
from scenewright.app.picture_scenes.shadow_things import told_shadows
from scenewright.app.picture_scenes.shadows import CastShadows
from scenewright.app.picture_scenes.showing import depths, shown_numbers
from scenewright.app.picture_scenes.surroundings import PictureSurroundings, surroundings_of
from scenewright.scene.jobs import Job
from scenewright.scene.model import Array, Camera
from scenewright.scene.pictures import PictureError
from scenewright.scene.short_repr import short_repr

__all__ = ["FoundThing", "PictureScene", "scene_of_picture"]

_SIDE = 320
"""Pixels of the longer side of a picture as it is looked at."""
_SHADE, _SURE_DARK, _SURE_UNSHADED, _SURELY = 12.0, 26.0, 12.0, 18.0
"""Lightness (CIELAB) below the ground's: of what may be a shadow; of what may be none, before shadows are known and after; and how much
more makes that sure."""
_CROWDED = 0.6
"""Share of a picture that stands out from the ground, above which there is no plain ground."""
_POOR = 0.25
"""Share of what stands out that may stay unexplained without a note."""
_HOPELESS = 0.5
"""The same share, from which a scene of what was found would not be one of the picture."""
_PLAIN, _ALMOST_PLAIN = 0.68, 0.8
"""Share of things that is as plain things are, below which a picture whose things are not known to be plain is refused, or has a note."""
_MOST_SEGMENTS = 120
_DEEP = 18.0
"""Lightness by which a known shadow darkens the ground where what is darker still says little."""
_SHADOW_TRUST = 0.1
"""Of what was found to be a shadow."""
_GROUND_CHROMA, _GROUND_LIGHT = 7.0, 8.0
"""In CIELAB: what differs from the ground by less looks like it."""


@dataclass(frozen=True)
class FoundThing:
    """One thing of a picture.

    Attributes:
        name: as in the program. `shape`: cube, sphere or cylinder. `color`: what its colour is called.
        at, size, turn: in the scene; degrees. `metal`: whether it shines like metal.
        sure: 0 to 1, how well its outline agrees with the picture. `metal_sure`: the probability of metal.
        box: left, top, right and bottom of it in the picture, as shares.
        crop: its part of the picture, relative to the scene folder.
    """

    name: str
    shape: str
    color: str
    metal: bool
    at: tuple[float, float, float]
    size: tuple[float, float, float]
    turn: float
    sure: float
    metal_sure: float
    box: tuple[float, float, float, float]
    crop: str


@dataclass(frozen=True, eq=False)
class PictureScene:
    """What a picture shows. `program`: the scene program. `unexplained`: share of what stands out from the ground that no thing explains.
    `picture`: (H, W, 3) as it was looked at."""

    program: str
    things: tuple[FoundThing, ...]
    camera: Camera
    notes: tuple[str, ...]
    unexplained: float
    picture: npt.NDArray[np.uint8]

    __repr__ = short_repr

    def crop(self, thing: FoundThing, picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
        """The part of a picture (H, W, 3), in any size, that shows a thing."""
        height, width = picture.shape[:2]
        left, top, right, bottom = thing.box
        rows = slice(int(top * height), max(int(np.ceil(bottom * height)), int(top * height) + 1))
        columns = slice(int(left * width), max(int(np.ceil(right * width)), int(left * width) + 1))
        return picture[rows, columns]


def scene_of_picture(
    picture: npt.NDArray[np.uint8], *, manner: Manner = FREE, crops: bool = True, job: Job | None = None
) -> PictureScene:
    """The scene that a picture (H, W, 3), sRGB, shows: boxes, balls and cylinders on a ground of one colour.

    Args:
        manner: what is known before: the lens, and the sizes and colours that there are.
        crops: each thing of the program refers to its part of the picture as ``crops/NAME.png``.

    Raises:
        PictureError: nothing can be told apart from the ground.
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="looking at the picture")
    small = np.ascontiguousarray(reduced(picture, _SIDE))
    job.tick(0.02, "telling ground and things apart")
    lab = lab_of(small)
    backdrop = plain_backdrop(lab)
    _refuse_crowded(backdrop.foreground)  # before it is cut into thousands of pieces
    segments = colour_segments(small, backdrop)
    _refuse_crowded(segments.foreground, len(segments.all))
    evidence = _evidence(segments, backdrop)
    # shadows may have been taken for things, and dark things for shadows
    first, shadows = first_look(segments, evidence, lab[..., 0], backdrop, manner, job=job.part(0.05, 0.3))
    backdrop = backdrop.shaded(shadows.lit)
    segments = colour_segments(small, backdrop)
    evidence = _evidence(segments, backdrop)
    found = explain(segments, evidence, lab[..., 0], first.view, job=job.part(0.3, 0.8))
    shadows, dark, cast = told_shadows(found, segments, backdrop)
    if cast:
        evidence = replace(evidence, trust=np.where(dark, np.minimum(evidence.trust, _SHADOW_TRUST), evidence.trust))
        things = tuple(t for k, t in enumerate(found.things) if k not in cast)
        found = resettled(segments, evidence, lab[..., 0], replace(found, things=things), job=job.part(0.8, 0.95))
        shadows, _, _ = told_shadows(found, segments, backdrop)
    if not found.things:
        raise PictureError(
            "no plain thing could be told apart from the ground: a picture of a few boxes, balls or cylinders on a ground of one "
            "colour, seen from somewhat above, can be read without a language model"
        )
    job.tick(0.95, "colours and materials")
    plain = 1.0 if manner.sizes else plain_share(found.things, found.view, evidence, lab)
    if plain < _PLAIN:
        raise PictureError(
            f"the picture shows more than plain things: {1.0 - plain:.0%} of what stands out from the ground differs from the boxes, balls "
            "and cylinders that come nearest. Furniture, plants, people and patterns can be read with a language model (--model)"
        )
    scene = _scene(found, segments, small, lab, backdrop, evidence, shadows, crops=crops)
    if scene.unexplained > _HOPELESS:
        raise PictureError(
            f"{scene.unexplained:.0%} of what stands out from the ground is no box, ball or cylinder: without a language model only plain "
            "things on a ground of one colour can be read"
        )
    if plain < _ALMOST_PLAIN:
        almost = (
            f"{1.0 - plain:.0%} of what stands out from the ground differs from these plain things: it may show others"
        )
        scene = replace(scene, notes=(*scene.notes, almost))
    return scene


def _refuse_crowded(foreground: Array[np.bool_], segments: int = 0) -> None:
    share = float(foreground.mean())
    if share > _CROWDED or segments > _MOST_SEGMENTS:
        raise PictureError(
            f"the picture has no plain ground ({share:.0%} of it stands out from any): a few plain things on a ground of one colour "
            "can be read without a language model"
        )


def _evidence(segments: Segments, backdrop: Backdrop) -> PictureEvidence:
    neutral = np.isin(segments.labels, [k for k, segment in enumerate(segments.all) if segment.hue is None])
    off, sure = np.abs(backdrop.lightness), _SURE_DARK
    if backdrop.shade is not None:  # what is no known shadow
        off, sure = np.maximum(backdrop.lightness, -backdrop.lightness - 1.5 * backdrop.shade), _SURE_UNSHADED
    certain = np.clip((off - sure) / _SURELY, 0.1, 1.0)
    if backdrop.shade is not None:
        certain *= np.clip(1.3 - backdrop.shade / _DEEP, 0.15, 1.0)
    certain = np.where(backdrop.bleached, 1.0, certain)
    trust = np.where(neutral, certain, tint_trust(backdrop))
    shade = (segments.labels < 0) & (backdrop.lightness < -_SHADE)
    return PictureEvidence(segments.labels, neutral, trust, shade)


def _scene(
    found: Explained,
    segments: Segments,
    picture: npt.NDArray[np.uint8],
    lab: npt.NDArray[np.float64],
    backdrop: Backdrop,
    evidence: PictureEvidence,
    shadows: CastShadows,
    *,
    crops: bool,
) -> PictureScene:
    looks = looks_of(found.things, found.view, picture, lab, backdrop)
    words = [look.color_name or _color_word(look.color) for look in looks]
    named = named_things(found.things, looks, words)
    shown = shown_numbers(depths(found.things, found.view, 1), found.view)
    camera = found.view.manner.camera(found.view.pitch, found.view.distance)
    standing = (backdrop.chroma > _GROUND_CHROMA) | (np.abs(backdrop.lightness) > _GROUND_LIGHT)
    things = tuple(
        _found(t, word, shown == k, evidence.of(t.thing.segments), standing)
        for k, (t, word) in enumerate(zip(named, words, strict=True))
    )
    around = surroundings_of(picture, backdrop, found.view, found.things, shadows.main_lamps)
    missing = (shown < 0) & segments.foreground
    unexplained = float(
        (missing * evidence.trust).sum() / max(float((segments.foreground * evidence.trust).sum()), 1.0)
    )
    return PictureScene(
        scene_text(named, camera, around, crops=crops),
        things,
        camera,
        (*_notes(things, missing, unexplained, around), *_foot_notes(things, hidden_feet(found.things, found.view))),
        unexplained,
        picture,
    )


def _found(
    t: NamedThing, word: str, shown: Array[np.bool_], own: Array[np.bool_], standing: Array[np.bool_]
) -> FoundThing:
    """A thing. `shown`, `own`: (H, W) what it covers, and its segments. `standing`: (H, W) what does not look like the ground."""
    height, width = shown.shape
    rows, columns = np.nonzero(shown) if shown.any() else np.nonzero(own)
    box = (
        float(columns.min() / width), float(rows.min() / height), float((columns.max() + 1) / width),
        float((rows.max() + 1) / height),
    )  # fmt: skip
    both = float((shown & own & standing).sum())
    sure = both / max(float(shown.sum()), 1.0)
    thing = t.thing
    turn = float(np.degrees(thing.turn) % 90.0) if thing.turns else 0.0
    at = (thing.at[0], 0.0, thing.at[1])
    return FoundThing(
        t.name,
        thing.shape,
        word,
        t.look.metal,
        at,
        thing.size,
        turn,
        round(sure, 3),
        round(t.look.metal_sure, 3),
        box,
        t.crop,
    )


def _notes(
    things: Sequence[FoundThing], missing: Array[np.bool_], unexplained: float, around: PictureSurroundings
) -> tuple[str, ...]:
    notes = ["lengths are up to a factor, and the lens is a guess: one picture tells neither"]
    if around.lamps:
        count = len(around.lamps)
        notes.append(
            f"{count} lamp{'s' * (count != 1)} placed by the shadows: how far away, how large and how strong is a guess"
        )
    else:
        notes.append("no shadow tells where the light comes from: it is left as it is without lamps")
    unsure = [t.name.replace("_", " ") for t in things if t.sure < 0.75]
    if unsure:
        notes.append(f"not sure of {', '.join(unsure)}: the outline agrees with the picture in parts only")
    if unexplained > _POOR:
        pieces, count = ndimage.label(missing)
        sizes = np.bincount(pieces.ravel())[1:]
        large = int((sizes > 40).sum())
        notes.append(
            f"{unexplained:.0%} of what stands out from the ground is no box, ball or cylinder that was found "
            f"({large} piece{'s' * (large != 1)} of {count})"
        )
    return tuple(notes)


def _foot_notes(things: Sequence[FoundThing], hidden: Sequence[tuple[int, int]]) -> list[str]:
    names = [t.name.replace("_", " ") for t in things]
    return [
        f"the foot of {names[thing]} is hidden: it is taken to stand on the ground behind {names[other]}, but may stand on it"
        for thing, other in hidden
    ]


def _color_word(color: tuple[float, float, float]) -> str:
    from scenewright.scene.semantics.words.color_names import color_name

    return color_name(color)
