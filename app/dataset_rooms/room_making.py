"""Makes the room of an index: draws it, has it written and laid out, and draws it anew while its certificate does not hold."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.dataset_rooms.camera_sampling import sample_cameras
from scenewright.app.dataset_rooms.chances import stream
from scenewright.app.dataset_rooms.dataset_recipe import DatasetRecipe
from scenewright.app.dataset_rooms.held_out import held_out_keys, training_catalogue
from scenewright.app.dataset_rooms.navigability import RoomAccess, room_access
from scenewright.app.dataset_rooms.room_plans import DrawnPlan, plan_room
from scenewright.app.dataset_rooms.room_rays import RoomRays
from scenewright.app.dataset_rooms.room_things import RoomThings, things_of
from scenewright.app.dataset_rooms.taxonomy import Taxonomy
from scenewright.app.generate_request import GenerateRequest
from scenewright.app.generating import generate
from scenewright.assets import Catalogue
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.layout import Certificate
from scenewright.scene.model import Camera, Scene, Vec3

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["MadeRoom", "Rejection", "make_room", "relit"]

_LAMP = re.compile(r"^(light\('ceiling',.*?intensity=)([\d.]+)(, color=)\(([^)]*)\)", re.MULTILINE)
_ENVIRONMENT = re.compile(r"^environment\('[^'\n]*'\)", re.MULTILINE)
_COOL: Vec3 = (0.95, 0.98, 1.0)
_CANDLE: Vec3 = (1.0, 0.78, 0.52)


@dataclass(frozen=True)
class Rejection:
    """A room that was drawn and not taken. `reason`: a short name: a kind of violation (collision, bounds, support, door, window), fell,
    navigable, views, held out, not made. `detail`: for people."""

    attempt: int
    reason: str
    detail: str

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"attempt": self.attempt, "reason": self.reason, "detail": self.detail}


@dataclass(frozen=True, eq=False)
class MadeRoom:
    """A room that is taken, with its cameras."""

    plan: DrawnPlan
    session: Session = field(repr=False)
    scene: Scene = field(repr=False)
    certificate: Certificate = field(repr=False)
    access: RoomAccess
    things: RoomThings = field(repr=False)
    rays: RoomRays = field(repr=False)
    cameras: tuple[Camera, ...]


@dataclass
class RoomTries:
    """What became of an index. `room`: None if it was given up. `view_faults`: cameras that were tried in vain, by the reason."""

    room: MadeRoom | None
    rejections: list[Rejection]
    view_faults: Counter[str]


def make_room(
    recipe: DatasetRecipe, taxonomy: Taxonomy, index: int, folder: Path, *, job: Job | None = None
) -> RoomTries:
    """Make a room.

    Args:
        folder: for scene folders, one for each attempt; those of rejected ones are removed.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    rejections: list[Rejection] = []
    faults: Counter[str] = Counter()
    for attempt in range(recipe.accept.attempts):
        share = attempt / recipe.accept.attempts
        job.tick(share, f"room {index}" + (f", attempt {attempt + 1}" if attempt else ""))
        plan = plan_room(recipe, index, attempt)
        out = folder / f"scene-{attempt}"
        try:
            made = _tried(recipe, taxonomy, plan, out, faults, job.part(share, share + 1.0 / recipe.accept.attempts))
        except JobCancelled:
            raise
        except ScenewrightError as error:
            made = Rejection(attempt, "not made", str(error))
        if isinstance(made, MadeRoom):
            return RoomTries(made, rejections, faults)
        rejections.append(made)
        shutil.rmtree(out, ignore_errors=True)
    return RoomTries(None, rejections, faults)


def _tried(
    recipe: DatasetRecipe, taxonomy: Taxonomy, plan: DrawnPlan, out: Path, faults: Counter[str], job: Job
) -> MadeRoom | Rejection:
    whole = Catalogue.default()
    catalogue = whole if plan.split == "test" else training_catalogue(recipe, whole)
    request = GenerateRequest(text=plan.text, seed=plan.seed, dress=plan.dress, out=out)
    generated = generate(request, assets=catalogue, looked_at=False, job=job.part(0.0, 0.8))
    session = generated.session
    if generated.layout is None:
        return Rejection(plan.attempt, "not made", "; ".join(generated.notes) or "it could not be laid out")
    with session.working(job.quiet()):
        source = relit(session.source, plan)
        if source != session.source:
            session.take(source, session.evaluate_text(source), author="agent", operation={"kind": "light"})
        scene = session.scene
    report = generated.layout.report
    wrong = _wrong(recipe, plan, scene, report.certificate, report.fell, whole)
    if wrong is not None:
        return wrong
    assert scene.room is not None
    assert report.certificate.walkable is not None
    access = room_access(report.certificate, scene.room)
    if access.reached < recipe.accept.navigable or access.doors < 1.0:
        detail = f"a robot reaches {100 * access.reached:.0f} % of the free floor from the door"
        return Rejection(plan.attempt, "navigable", detail)
    things = things_of(scene, taxonomy)
    rays = RoomRays(session.derived.graph_geometry(scene), things)
    sampled = sample_cameras(
        recipe.camera,
        recipe.views,
        recipe.picture.width / recipe.picture.height,
        room=scene.room,
        walkable=report.certificate.walkable,
        things=things,
        rays=rays,
        random=stream(recipe.seed, plan.index, plan.attempt, "cameras"),
    )
    faults.update(sampled.faults)
    if len(sampled.cameras) < recipe.views:
        told = ", ".join(f"{count} {reason}" for reason, count in sampled.faults.most_common())
        return Rejection(plan.attempt, "views", f"{len(sampled.cameras)} of {recipe.views} views show enough; {told}")
    return MadeRoom(plan, session, scene, report.certificate, access, things, rays, sampled.cameras)


def _wrong(
    recipe: DatasetRecipe,
    plan: DrawnPlan,
    scene: Scene,
    certificate: Certificate,
    fell: tuple[str, ...],
    catalogue: Catalogue,
) -> Rejection | None:
    """Why the layout of a room is not taken; None where it is."""
    if scene.room is None or certificate.walkable is None:
        return Rejection(plan.attempt, "not made", "it has no room")
    if certificate.violations:
        first = certificate.violations[0]
        return Rejection(plan.attempt, str(first.kind.value), first.message)
    if fell:
        return Rejection(plan.attempt, "fell", f"{fell[0]} drops or topples")
    if plan.split != "test":
        held = held_out_keys(recipe, catalogue)
        found = next((asset.source for asset in scene.assets if asset.source in held), None)
        if found is not None:
            return Rejection(plan.attempt, "held out", f"{found} is for tests alone")
    return None


def relit(source: str, plan: DrawnPlan) -> str:
    """A program of the embedded writer with the light of a plan: the strength and colour of its lamp on the ceiling, and its
    surroundings."""

    def lamp(found: re.Match[str]) -> str:
        strength = float(found[2]) * plan.lamp
        color = [round(a + (b - a) * plan.warmth, 3) for a, b in zip(_COOL, _CANDLE, strict=True)]
        return f"{found[1]}{round(strength, 3):g}{found[3]}({', '.join(f'{c:g}' for c in color)})"

    text = _LAMP.sub(lamp, source)
    return _ENVIRONMENT.sub(f"environment({plan.environment!r})", text) if plan.environment else text
