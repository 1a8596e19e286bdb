"""The action that queries captured Gaussians by their language field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from pydantic import Field, model_validator

from scenewright.app.actions.action import FreeAction
from scenewright.app.field_views import ChosenView, ViewWish, around, chosen_view
from scenewright.app.querying import QueryPictures, answers_report
from scenewright.app.requests import Request
from scenewright.scene import atomic
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.model import FloatArray
    from scenewright.scene.semantics.queries.capture import CapturedAnswer, CapturedQuery
    from scenewright.scene.splats import Cameras

__all__ = ["FIELD_QUERY", "FieldQueried", "FieldQueryRequest"]


class FieldQueryRequest(Request):
    """Queries, the Gaussians to search, and pictures to draw of the results."""

    splats: Path
    """The splat file."""
    field: Path
    """The language field of the splats, .safetensors."""
    queries: tuple[str, ...] = Field(min_length=1)
    """Queries in English."""
    without: tuple[str, ...] = ()
    """Leave out results that fit one of these better."""
    top_k: int | None = Field(default=None, ge=1)
    """Most results of a query."""
    threshold: float | None = Field(default=None, ge=0.0, le=1.0)
    """Least relevancy of a result; None: calibrated from the field."""
    view: ViewWish = ViewWish()
    """View for pictures, and for left and right."""
    pictures: QueryPictures = QueryPictures()
    """Pictures to draw of the results."""

    @model_validator(mode="after")
    def _view_makes_sense(self) -> Self:
        self.view.check()
        return self


@dataclass(frozen=True, eq=False)
class FieldQueried:
    """One answer a query. `files`: the pictures. `view`: their camera; None if no picture was drawn."""

    answers: tuple[CapturedAnswer, ...]
    files: tuple[Path, ...]
    view: ChosenView | None

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        report = answers_report(self.answers, self.files)
        return report if self.view is None else {**report, "view": self.view.to_json()}


def field_query(request: FieldQueryRequest, job: Job) -> FieldQueried:
    """Find the groups of Gaussians that sentences describe, best first, with scores and boxes; none if nothing fits.

    Raises:
        QueryError: a query is empty, too long or not English.
        RequestError: a picture cannot be written to its file.
        ScenewrightError: a file cannot be read, or the field belongs to other splats.
        CaptureError: the capture to draw from cannot be used.
        JobCancelled: no picture is written.
    """
    from scenewright.scene.semantics.encoders import text_encoder
    from scenewright.scene.semantics.fields import read_field
    from scenewright.scene.semantics.queries import checked_query
    from scenewright.scene.semantics.queries.capture import CapturedQuery
    from scenewright.scene.splats.formats import read_file

    queries = [checked_query(q) for q in request.queries]
    view, pictures = request.view, request.pictures
    pictures.check_places()
    job.tick(0.0, "reading")
    field = read_field(request.field)
    up = np.diag([1.0, -1.0, -1.0, 1.0])  # +y points down in splat files
    gaussians = read_file(request.splats, job=job.quiet()).gaussians
    engine = CapturedQuery(gaussians, field, text_encoder(field.encoder), world_from_file=up)
    job.tick(0.3, "comparing")
    seen = _main_view(engine, view)
    found = [
        engine.ask(
            q, top_k=request.top_k, threshold=request.threshold, without=request.without, view=seen, job=job.quiet()
        )
        for q in queries
    ]
    if not pictures:
        return FieldQueried(tuple(found), (), None)
    things = [thing for one in found for thing in one.things]
    chosen = chosen_view(engine, things, view, width=pictures.width, height=pictures.height, job=job.part(0.3, 0.9))
    job.tick(0.9, "drawing")
    return FieldQueried(tuple(found), tuple(_drawn(engine, found, pictures, chosen)), chosen)


def _main_view(engine: CapturedQuery, view: ViewWish) -> tuple[FloatArray, FloatArray]:
    """Eye and target of the view that defines left and right: that of the request, else one around the splats."""
    if view.eye is not None and view.target is not None:
        return np.array(view.eye), np.array(view.target)
    camera: Cameras = around(engine, view.camera or 0, 64, 64)
    eye = camera.positions[0].double().numpy()
    return eye, eye + camera.camera_from_world[0, 2, :3].double().numpy()


def _drawn(
    engine: CapturedQuery, found: Sequence[CapturedAnswer], pictures: QueryPictures, view: ChosenView
) -> list[Path]:
    """Draw the pictures of one view; returns their files."""
    from PIL import Image

    from scenewright.app.query_pictures import heat_picture, mask_picture, palette_picture
    from scenewright.scene.splats.rasterize import rasterize

    drawn = rasterize(engine.gaussians, view.camera, threads=engine.threads).color
    assert drawn is not None
    color = (drawn[0].clamp(0.0, 1.0).numpy() * 255.0 + 0.5).astype(np.uint8)
    fits = [engine.relevancy_picture(one, view.camera).astype(np.float64) for one in found]
    made = (
        (pictures.mask, lambda: mask_picture(fits[0])),
        (pictures.heat, lambda: heat_picture(color, fits[0])),
        (pictures.palette, lambda: palette_picture(color, fits)),
    )
    files = []
    for file, make in made:
        if file is not None:
            with atomic.writing(file):
                Image.fromarray(make()).save(file)
            files.append(file)
    return files


FIELD_QUERY = FreeAction(
    "field_query", "Find the captured Gaussians that a sentence describes.", FieldQueryRequest, field_query
)
