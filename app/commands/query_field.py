"""``scenewright query SPLATS TEXT --field FILE``: what a sentence means among captured Gaussians."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.field_views import ChosenView, ViewWish, around, chosen_view
from scenewright.app.output import Reporter, UsageError, guarded
from scenewright.app.querying import QueryPictures, answers_report, told

if TYPE_CHECKING:
    from scenewright.scene.model import FloatArray
    from scenewright.scene.semantics.queries.captured_query import CapturedAnswer, CapturedQuery
    from scenewright.scene.splats.cameras import Cameras

__all__ = ["run"]


def run(
    where: Path,
    queries: Sequence[str],
    *,
    field: Path,
    top_k: int | None,
    threshold: float | None,
    without: Sequence[str],
    view: ViewWish,
    pictures: QueryPictures,
    refused: Sequence[str],
    as_json: bool,
) -> None:
    """`refused`: options that were given and mean something for programs only."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        if refused:
            raise UsageError(f"{' and '.join(refused)} cannot be asked of a field: a program's scene has them")
        from scenewright.scene.semantics.encoders import text_encoder
        from scenewright.scene.semantics.fields.field_files import read_field
        from scenewright.scene.semantics.queries.answers import checked_query
        from scenewright.scene.semantics.queries.captured_query import CapturedQuery
        from scenewright.scene.splats.formats import read_file

        asked = [checked_query(q) for q in queries]
        pictures.check_places()
        view.check()
        with reporter.job("asking") as job:
            job.progress(0.0, "reading")
            held = read_field(field)
            up = np.diag([1.0, -1.0, -1.0, 1.0])  # files are y down, as trained
            engine = CapturedQuery(
                read_file(where, job=job.quiet()).gaussians, held, text_encoder(held.encoder), world_from_file=up
            )
            job.progress(0.3, "comparing")
            seen = _main_view(engine, view)
            found = [
                engine.ask(query, top_k=top_k, threshold=threshold, without=without, view=seen, job=job.quiet())
                for query in asked
            ]
            chosen = None
            if pictures:
                things = [thing for one in found for thing in one.things]
                chosen = chosen_view(
                    engine, things, view, width=pictures.width, height=pictures.height, job=job.part(0.3, 0.9)
                )
            job.progress(0.9, "drawing")
            files = _drawn(engine, found, pictures, chosen) if chosen is not None else []
        report = answers_report(found, files)
        lines = told([f.answer for f in found], files)
        if chosen is not None:
            report["view"] = chosen.to_json()
            lines = f"{lines}\nseen {chosen.name}"
        reporter.result(report, lines)


def _main_view(engine: CapturedQuery, view: ViewWish) -> tuple[FloatArray, FloatArray]:
    """Eye and target of the view that left and right are seen in: the one that is given, else from around the whole."""
    if view.eye is not None and view.target is not None:
        return np.array(view.eye), np.array(view.target)
    camera: Cameras = around(engine, view.camera or 0, 64, 64)
    eye = camera.positions[0].double().numpy()
    return eye, eye + camera.camera_from_world[0, 2, :3].double().numpy()


def _drawn(
    engine: CapturedQuery, found: Sequence[CapturedAnswer], pictures: QueryPictures, view: ChosenView
) -> list[Path]:
    """Pictures of one view."""
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
            Image.fromarray(make()).save(file)
            files.append(file)
    return files
