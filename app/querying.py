"""Queries of a session's scene: the parts that the command line, Python and the studio share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import Field

from scenewright.app.picture_places import refuse_picture
from scenewright.app.requests import Request
from scenewright.scene import atomic
from scenewright.scene.errors import PathError
from scenewright.scene.semantics.encoders import DEFAULT_TEXT_ENCODER, text_encoder, text_encoder_missing

if TYPE_CHECKING:
    from scenewright.app.session import Session
    from scenewright.renderers.base import RenderedView
    from scenewright.scene.jobs import Job
    from scenewright.scene.model import Camera
    from scenewright.scene.semantics.queries import Answer, Found, SceneQuery

__all__ = ["QueryPictures", "answer_lines", "answers_report", "draw_answers", "query_camera", "scene_query"]


class Reports(Protocol):
    """An answer that can be printed: that of a scene, or that of a field, which has boxes."""

    def to_json(self) -> dict[str, Any]: ...


class QueryPictures(Request):
    """Which pictures of the results to draw, and their files."""

    mask: Path | None = None
    """Mask picture: white where the first query has results."""
    heat: Path | None = None
    """Heat picture: how well each pixel fits the first query."""
    palette: Path | None = None
    """Picture of all queries, each in a color."""
    width: int = Field(default=960, ge=1, le=16_384)
    """Width in pixels."""
    height: int = Field(default=720, ge=1, le=16_384)
    """Height in pixels."""

    def __bool__(self) -> bool:
        return any(f is not None for f in (self.mask, self.heat, self.palette))

    def check_places(self) -> None:
        """
        Raises:
            RequestError: see :func:`scenewright.app.picture_places.refuse_picture`.
        """
        for field, file in (("mask", self.mask), ("heat", self.heat), ("palette", self.palette)):
            if file is not None:
                refuse_picture(file, field, (".png", ".jpg", ".jpeg", ".webp"))


def query_camera(session: Session, number: int = 0, *, aspect: float = 4.0 / 3.0) -> Camera:
    """A camera of the scene; the default view if the program has none.

    Raises:
        PathError: there is no such camera.
    """
    views = session.derived.views(aspect)
    if not 0 <= number < len(views):
        raise PathError(f"there is no camera {number}: the scene has {len(views)}, counted from 0")
    return views[number]


def answers_report(answers: Sequence[Reports], files: Sequence[Path]) -> dict[str, Any]:
    """The values for ``--json``: one answer directly, several in a list."""
    reports = [answer.to_json() for answer in answers]
    whole = reports[0] if len(reports) == 1 else {"queries": reports}
    return {**whole, "files": [str(f) for f in files]}


def answer_lines(answers: Sequence[Answer], files: Sequence[Path]) -> list[str]:
    """The answers and files as lines for people."""
    lines = []
    for answer in answers:
        lines.append(f"{answer.query}:" if not answer.none else f"{answer.query}: nothing here ({answer.why})")
        lines += [f"  {f.score:.2f}  {f.path}  ({'; '.join(t for t in _remarks(f) if t)})" for f in answer.results]
    return [*lines, *map(str, files)]


def _remarks(found: Found) -> tuple[str, str]:
    """What a result is, if it has no path of its own, and the reason."""
    return (found.words if found.row < 0 else "", found.reason)


def scene_query(session: Session, *, camera: Camera | None = None) -> tuple[SceneQuery, str | None]:
    """The query engine of a scene, and a message if descriptions cannot be compared; else None."""
    missing = text_encoder_missing(DEFAULT_TEXT_ENCODER)
    encoder = None if missing is not None else text_encoder(DEFAULT_TEXT_ENCODER)
    view = camera or query_camera(session)
    message = None if missing is None else f"descriptions that name nothing find nothing here: {missing}"
    return session.derived.query(view, encoder), message


def draw_answers(
    session: Session, answers: Sequence[Answer], wanted: QueryPictures, *, camera: int = 0, job: Job | None = None
) -> list[Path]:
    """Draw pictures of the first answer, and the palette of all answers; returns their files. `camera`: number of the camera.

    Raises:
        PathError: the camera does not exist. RenderError: the view cannot be drawn. JobCancelled: the job was cancelled.
    """
    from PIL import Image

    from scenewright.app.query_pictures import heat_picture, mask_picture, palette_picture, relevance

    view = _drawn(session, wanted, camera, job)
    assert view.entity is not None
    assert view.color is not None
    fits = [relevance(session.scene, view.entity, answer.results) for answer in answers]
    made: list[tuple[Path | None, Any]] = [
        (wanted.mask, lambda: mask_picture(fits[0])),
        (wanted.heat, lambda: heat_picture(view.color, fits[0])),
        (wanted.palette, lambda: palette_picture(view.color, fits)),
    ]
    files = []
    for file, make in made:
        if file is not None:
            with atomic.writing(file):
                Image.fromarray(make()).save(file)
            files.append(file)
    return files


def _drawn(session: Session, wanted: QueryPictures, number: int, job: Job | None) -> RenderedView:
    from scenewright.renderers.base import RenderRequest, warm_renderer

    camera = query_camera(session, number, aspect=wanted.width / wanted.height)
    request = RenderRequest(
        scene=session.scene,
        cameras=(camera,),
        width=wanted.width,
        height=wanted.height,
        passes=("color", "entity"),
        seed=session.seed,
        provider=session.assets,
        root=session.folder,
    )
    return warm_renderer("preview").render(request, job=job).views[0]
