"""The action that lifts a language field from the photographs of a capture to its Gaussians."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import Field

from scenewright.app.actions.action import FreeAction
from scenewright.app.actions.capture_reading import CaptureRequest
from scenewright.app.requests import RequestError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from scenewright.scene.semantics.fields import LanguageField, LiftedView
    from scenewright.scene.semantics.regions import Masks
    from scenewright.scene.splats import Gaussians
    from scenewright.scene.splats.capture import Capture
    from scenewright.scene.splats.capture import View as Photo

__all__ = ["CAPTURE_FIELD", "CaptureFieldRequest", "LiftedField"]

_SAM = "sam"


class CaptureFieldRequest(CaptureRequest):
    """Which Gaussians get features, and how these are lifted."""

    splats: Path
    """Splat file that was trained on the capture."""
    out: Path
    """Language field file to write, .safetensors."""
    encoder: str | None = None
    """Encoder of pictures and texts, as open_clip:MODEL/TAG; None: the default one."""
    masks: str = "superpixels"
    """Regions of the photographs: superpixels, sam or sam:MODEL."""
    levels: tuple[str, ...] = ("part", "object", "group")
    """Levels of regions: part, object, group."""
    rule: str = "geodesic_median"
    """How features of several views are combined: mean, cosine_median or geodesic_median."""
    views: int = Field(default=60, ge=1)
    """Most photographs to use; those that together show most Gaussians are chosen."""
    longest: int = Field(default=640, ge=64)
    """Longer side of the photographs, in pixels."""
    leveled: bool = True
    """The Gaussians are in the levelled world of the capture, as training writes them."""
    vote: bool = True
    """Regions of several views that show the same Gaussians vote on their features."""


@dataclass(frozen=True)
class LiftedField:
    """The written field. `views`: number of photographs that were used."""

    file: Path
    field: LanguageField
    views: int

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {
            "file": str(self.file),
            "encoder": self.field.encoder,
            "dimension": self.field.dimension,
            "levels": [level.name for level in self.field.levels],
            "gaussians": len(self.field),
            "seen": {level.name: float(level.seen.mean()) for level in self.field.levels},
            "views": self.views,
            "bytes": self.file.stat().st_size,
            "geometry": self.field.geometry,
        }


def capture_field(request: CaptureFieldRequest, job: Job) -> LiftedField:
    """Lift features of an encoder from the photographs to the Gaussians, so that texts can be compared with them.

    Raises:
        RequestError: `rule` or `masks` is unknown.
        ScenewrightError: a file cannot be used, or the encoder or mask model is not installed.
        JobCancelled: nothing is written.
    """
    from scenewright.scene.semantics.encoders import DEFAULT_PICTURE_ENCODER, picture_encoder
    from scenewright.scene.semantics.fields import (
        Aggregation,
        LanguageField,
        Lifting,
        agreed_views,
        geometry_hash,
        write_field,
    )
    from scenewright.scene.splats.formats import read_file

    if request.rule not in set(Aggregation):
        raise RequestError(f"there is no rule {request.rule!r}: there are {', '.join(Aggregation)}", field="rule")
    masked = _masks(request.masks)
    encoder = picture_encoder(request.encoder or DEFAULT_PICTURE_ENCODER)
    stored = read_file(request.splats, job=job.quiet()).gaussians
    capture = _capture(request, job.part(0.0, 0.2))
    # +y points down in splat files, and up in a levelled world
    gaussians = read_file(request.splats, y_up=True, job=job.quiet()).gaussians if capture.leveled else stored
    photos = _chosen(gaussians, capture.views(longest=request.longest, job=job.part(0.2, 0.3)), request.views)
    lifting = Lifting(gaussians, encoder.name, encoder.dimension, levels=request.levels, rule=Aggregation(request.rule))
    encoding = job.part(0.3, 0.8)
    seen = (
        _view(photo, masked, encoder, request.levels, number, len(photos), encoding)
        for number, photo in enumerate(photos)
    )
    lifting.add_views(agreed_views(gaussians, list(seen), job=job.part(0.8, 0.95)) if request.vote else seen)
    job.tick(0.95, "compressing")
    field = replace(LanguageField.of_lifting(lifting, job=job.part(0.95)), geometry=geometry_hash(stored))
    write_field(field, request.out)
    return LiftedField(request.out, field, lifting.views)


def _masks(name: str) -> Callable[[npt.NDArray[np.uint8]], Masks]:
    if name == "superpixels":
        from scenewright.scene.semantics.regions import superpixel_masks

        return superpixel_masks
    kind, _, model = name.partition(":")
    if kind != _SAM:
        raise RequestError(f"there are no masks {name!r}: there are superpixels, sam and sam:MODEL", field="masks")
    from scenewright.scene.semantics.regions import SamMasks

    return (SamMasks(model) if model else SamMasks()).masks


def _capture(request: CaptureFieldRequest, job: Job) -> Capture:
    from scenewright.scene.splats.capture import open_capture
    from scenewright.scene.splats.capture.preparing import prepare, trusted_before

    capture = open_capture(request.capture, work=request.work, images=request.images, job=job.part(0.0, 0.6))
    if not request.leveled:
        return capture
    return prepare(capture, trust_poses=trusted_before(capture), job=job.part(0.6)).capture


def _chosen(gaussians: Gaussians, photos: Sequence[Photo], most: int) -> list[Photo]:
    """At most `most` photographs: those that together show most Gaussians."""
    from scenewright.scene.semantics.fields import covering_views, visible_gaussians
    from scenewright.scene.splats import Cameras

    if len(photos) <= most:
        return list(photos)
    import numpy as np

    visible = np.concatenate([visible_gaussians(gaussians, Cameras.stacked([photo.camera])) for photo in photos])
    return [photos[k] for k in covering_views(visible, most)]


def _view(
    photo: Photo,
    masked: Callable[[npt.NDArray[np.uint8]], Masks],
    encoder: Any,
    levels: Sequence[str],
    number: int,
    count: int,
    job: Job,
) -> LiftedView:
    from scenewright.scene.semantics.fields import view_of_picture

    job.tick(number / count, f"view {number + 1} of {count}")
    hidden = None if photo.mask is None else ~photo.mask
    if photo.alpha is not None:
        empty = photo.alpha < 128
        hidden = empty if hidden is None else hidden | empty
    return view_of_picture(photo.image, photo.camera, masked(photo.image), encoder, levels=levels, hidden=hidden)


CAPTURE_FIELD = FreeAction(
    "capture_field", "Lift a language field to the Gaussians of a capture.", CaptureFieldRequest, capture_field
)
