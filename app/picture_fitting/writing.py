"""Writes what a picture says about a scene into its program, as one step that can be undone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.app.picture_fitting.fitting import Fit, fit_picture
from scenewright.app.picture_fitting.state import FitChange
from scenewright.app.picture_fitting.units import Unit
from scenewright.app.room_views import with_views
from scenewright.app.session import Session
from scenewright.app.session.drafting import Draft
from scenewright.renderers.base import RenderRequest, view_cameras, warm_renderer
from scenewright.scene.colorspace import srgb_from_linear
from scenewright.scene.errors import EditError, PathError
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Edit, Move, Recolour, Scale, Turn
from scenewright.scene.model import Camera, Scene
from scenewright.scene.short_repr import short_repr

__all__ = ["Fitted", "FittedThing", "fit_session"]

_MOVED, _TURNED, _SCALED, _COLORED = 0.001, 0.4, 0.004, 0.012
"""Of the distance to the eye, degrees, a share, sRGB: smaller changes are not written."""
_FITTING = 0.75
"""Share of the progress when all is fitted and is to be written."""
_WORSE = 0.05
"""dB that a written program may be worse than the one before it; beyond, nothing is kept."""


@dataclass(frozen=True)
class FittedThing:
    """What changed of a thing. `moved`: along the axes of the world. `turned`: degrees. `scaled`: a factor. `color`: its new sRGB colour;
    None: as it was. `problem`: why it stays as it was; '' where it does not."""

    path: str
    moved: tuple[float, float, float]
    turned: float
    scaled: float
    color: tuple[float, float, float] | None
    problem: str = ""


@dataclass(frozen=True, eq=False)
class Fitted:
    """The result of a fit.

    Attributes:
        things: those that changed, or could not.
        camera_before, camera: the camera, before and now.
        changed: whether the program is another; `source`: its text; `revision`: of the scene now.
        notes: remarks for people.
        psnr_before, psnr_after: dB between the picture and the drawing of the program, longer side 256.
        beside: (H, 3 W, 3) the drawing before, the picture, the drawing after.
    """

    things: tuple[FittedThing, ...]
    camera_before: Camera
    camera: Camera
    psnr_before: float
    psnr_after: float
    changed: bool
    source: str
    revision: int
    beside: npt.NDArray[np.uint8]
    notes: tuple[str, ...] = ()

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """All of it as JSON values."""
        return {
            "changed": self.changed,
            "psnr_before": round(self.psnr_before, 2),
            "psnr_after": round(self.psnr_after, 2),
            "camera": {"eye": list(self.camera.eye), "target": list(self.camera.target), "fov": self.camera.fov},
            "things": [
                {
                    "path": t.path, "moved": [round(v, 4) for v in t.moved], "turned": round(t.turned, 2),
                    "scaled": round(t.scaled, 4), "color": None if t.color is None else [round(v, 4) for v in t.color],
                    "problem": t.problem,
                }
                for t in self.things
            ],
            "revision": self.revision,
            "notes": list(self.notes),
        }  # fmt: skip


def fit_session(
    session: Session,
    picture: npt.NDArray[np.uint8],
    *,
    number: int = 0,
    move_camera: bool = True,
    job: Job | None = None,
) -> Fitted:
    """Fit an open scene to a picture (H, W, 3) of it, and keep it as one step.

    Args:
        number: of the camera that the picture was taken with.
        move_camera: False: that camera is exact.

    Raises:
        PathError: there is no such camera.
        StaleChange: somebody else changed the scene meanwhile.
        JobCancelled: nothing was changed.
    """
    job = job or Job()
    draft = Draft(session)
    scene = draft.before
    height, width = picture.shape[:2]
    cameras = view_cameras(scene, aspect=width / height)
    if not 0 <= number < len(cameras):
        raise PathError(f"there is no camera {number}: the scene has {len(cameras)}, counted from 0").about("camera")
    fit = fit_picture(
        scene, picture, cameras[number], move_camera=move_camera, assets=session.assets, root=session.folder,
        job=job.part(0.0, _FITTING),
    )  # fmt: skip
    things = _written(draft, fit, job.part(_FITTING, 0.95))
    notes = [f"not seen in the picture, so left where it is: {path}" for path in fit.hidden]
    source, after = draft.source, draft.scene
    if move_camera and not scene.cameras:
        notes.append("the program states no camera: the camera that was fitted is not kept")
    elif move_camera:
        source = with_views(source, after, {number: fit.camera}, decimals=4)
        if source != draft.source:
            after = draft.evaluate_text(source)
        elif source == draft.source_before:
            notes.append("the camera is not written as a call of its own: it stays as it is")
    shots = [
        _drawn(session, s, c, width, height)
        for s, c in ((scene, cameras[number]), (after, _camera(after, number, fit)))
    ]
    small = _shrunk(picture, shots[0])
    before_db, after_db = (_psnr(shot, small) for shot in shots)
    changed = source != draft.source_before
    if changed and after_db < before_db - _WORSE:
        notes.append("nothing was kept: the scene would look less like the picture than before")
        changed, source, after_db, shots[1] = False, draft.source_before, before_db, shots[0]
        things = []
    if changed:
        job.tick(0.97, "saving")
        operation = {"kind": "fit", "camera": number, "edits": [dict(o) for o in draft.operations]}
        session.take(
            source,
            after,
            author="agent",
            name="picture",
            operation=operation,
            based_on=draft.base,
            renamed=draft.renamed,
        )
        session.keep_assets()
    return Fitted(
        tuple(things), cameras[number], fit.camera if changed else cameras[number], before_db, after_db, changed, source,
        session.revision, np.concatenate([shots[0], small, shots[1]], axis=1), tuple(notes),
    )  # fmt: skip


def _camera(scene: Scene, number: int, fit: Fit) -> Camera:
    return scene.cameras[number] if number < len(scene.cameras) else fit.camera


def _drawn(session: Session, scene: Scene, camera: Camera, width: int, height: int) -> npt.NDArray[np.uint8]:
    factor = min(256.0 / max(width, height), 1.0)
    request = RenderRequest(
        scene, cameras=(camera,), width=max(round(width * factor), 1), height=max(round(height * factor), 1),
        provider=session.assets, root=session.folder,
    )  # fmt: skip
    drawn = warm_renderer("preview").render(request).views[0].color
    assert drawn is not None
    return np.asarray(drawn)[..., :3]


def _shrunk(picture: npt.NDArray[np.uint8], like: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    from scenewright.app.picture_fitting.picture_file import reduced

    return reduced(picture, max(like.shape[:2]))


def _psnr(one: npt.NDArray[np.uint8], other: npt.NDArray[np.uint8]) -> float:
    off = (one.astype(np.float64) - other.astype(np.float64)) / 255.0
    return -10.0 * math.log10(max(float((off * off).mean()), 1e-10))


def _written(draft: Draft, fit: Fit, job: Job) -> list[FittedThing]:
    """Write the changes of all things; one that cannot be written stays as it is, with the reason."""
    found = []
    eye = np.array(fit.before.eye)
    for number, (unit, change) in enumerate(zip(fit.units, fit.changes, strict=True)):
        job.progress(number / max(len(fit.units), 1), f"writing {unit.path}")
        edits = _edits(draft.before, unit, change, float(np.linalg.norm(unit.base - eye)))
        if not edits:
            continue
        problem = ""
        try:
            draft.apply(edits, job=job.quiet())
        except EditError as error:
            problem = str(error)
        color = next((e.color for e in edits if isinstance(e, Recolour)), None)
        found.append(
            FittedThing(
                unit.path, change.by, math.degrees(change.turn), math.exp(change.scale),
                None if color is None or isinstance(color, str) else color, problem,
            )
        )  # fmt: skip
    return found


def _edits(scene: Scene, unit: Unit, change: FitChange, far: float) -> Sequence[Edit]:
    edits: list[Edit] = []
    if abs(math.exp(change.scale) - 1.0) > _SCALED:
        edits.append(Scale(unit.path, math.exp(change.scale), alone=True))
    if abs(math.degrees(change.turn)) > _TURNED:
        edits.append(Turn(unit.path, math.degrees(change.turn), about="middle", alone=True))
    if math.hypot(*change.by) > _MOVED * far:
        edits.append(Move(unit.path, by=change.by, alone=True))
    if unit.one_color:
        before = np.asarray(srgb_from_linear(unit.body.albedo[0]))
        after = np.asarray(srgb_from_linear(np.clip(unit.body.albedo[0] * np.array(change.gain), 0.0, 1.0)))
        if float(np.abs(after - before).max()) > _COLORED:
            red, green, blue = (round(float(v), 4) for v in after)
            edits.append(Recolour(unit.path, (red, green, blue)))
    return edits
