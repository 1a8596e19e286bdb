"""``scenewright query SPLATS TEXT --field FILE``: what a sentence means among captured Gaussians."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.output import Reporter, UsageError, guarded
from app.querying import QueryPictures, answers_report, told

if TYPE_CHECKING:
    from scene.semantics.queries.captured_query import CapturedAnswer, CapturedQuery

__all__ = ["run"]

_VIEWS = 8
"""Around the splats; --camera numbers them."""


def run(
    where: Path,
    queries: Sequence[str],
    *,
    field: Path,
    top_k: int | None,
    threshold: float | None,
    pictures: QueryPictures,
    refused: Sequence[str],
    as_json: bool,
) -> None:
    """`refused`: options that were given and mean something for programs only."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        if refused:
            raise UsageError(f"{' and '.join(refused)} cannot be asked of a field: a program's scene has them")
        from scene.semantics.encoders import text_encoder
        from scene.semantics.fields.field_files import read_field
        from scene.semantics.queries.answers import checked_query
        from scene.semantics.queries.captured_query import THRESHOLD, CapturedQuery
        from scene.splats.formats import read_file

        asked = [checked_query(q) for q in queries]
        pictures.check_places()
        if pictures and not 0 <= pictures.camera < _VIEWS:
            raise UsageError(f"there is no view {pictures.camera}: {_VIEWS} go around the splats, counted from 0")
        with reporter.progress("asking") as progress:
            progress(0.0, "reading")
            held = read_field(field)
            engine = CapturedQuery(read_file(where).gaussians, held, text_encoder(held.encoder))
            least = THRESHOLD if threshold is None else threshold
            found = [engine.ask(query, top_k=top_k, threshold=least) for query in asked]
            files = _drawn(engine, found, least, pictures) if pictures else []
        answers = [f.answer for f in found]
        reporter.result(answers_report(answers, files), told(answers, files))


def _drawn(
    engine: CapturedQuery, found: Sequence[CapturedAnswer], threshold: float, pictures: QueryPictures
) -> list[Path]:
    """Pictures of one of the views around the splats."""
    from PIL import Image

    from app.commands.splat_view import Turntable, fitted_cameras
    from app.query_pictures import heat_picture, mask_picture, palette_picture
    from scene.splats.rasterize import rasterize

    camera = fitted_cameras(
        engine.gaussians,
        Turntable(
            views=1,
            azimuth=360.0 * pictures.camera / _VIEWS,
            elevation=20.0,
            width=pictures.width,
            height=pictures.height,
        ),
    )
    drawn = rasterize(engine.gaussians, camera).color
    assert drawn is not None
    color = (drawn[0].clamp(0.0, 1.0).numpy() * 255.0 + 0.5).astype(np.uint8)
    fits = []
    for one in found:
        values = engine.relevancy_picture(one.answer.query, one.level, camera)
        shown = (values >= engine.least(one.relevancy, threshold)) & (not one.answer.none)
        fits.append(np.where(shown, values, 0.0))
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
