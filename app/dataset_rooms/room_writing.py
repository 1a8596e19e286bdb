"""Makes and draws the room of an index, and writes it with its labels into a folder: what one job of a data set does.

The folder holds ``room.json``, and for a room that is taken ``program.py`` and for each view, by its number such as ``000000``, the
pictures of :mod:`scenewright.app.dataset_rooms.view_pictures` and ``000000.view.json``.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.app.dataset_rooms.chances import stream
from scenewright.app.dataset_rooms.dataset_recipe import DatasetRecipe
from scenewright.app.dataset_rooms.layout_signatures import layout_signature
from scenewright.app.dataset_rooms.room_making import MadeRoom, RoomTries, make_room
from scenewright.app.dataset_rooms.room_plans import plan_room
from scenewright.app.dataset_rooms.taxonomy import Taxonomy, shipped_taxonomy
from scenewright.app.dataset_rooms.view_facts import view_facts
from scenewright.app.dataset_rooms.view_labels import bop_pose, camera_json, labels_of
from scenewright.app.dataset_rooms.view_pictures import picture_files
from scenewright.app.dataset_rooms.view_questions import view_questions
from scenewright.assets.user_recipes import recipe_book
from scenewright.renderers.base import Pinhole, RenderedView, RenderRequest, warm_renderer
from scenewright.scene import atomic
from scenewright.scene.export import credits_of
from scenewright.scene.jobs import Job
from scenewright.scene.semantics.scene_graph import SceneGraph

__all__ = ["ROOM_FILE", "WrittenRoom", "view_name", "write_room"]

ROOM_FILE = "room.json"
_SCHEMA = 1
_PASSES = ("color", "depth", "normal", "entity")
_SURFACES = "albedo"
"""The pass by which colours of surfaces are told. Where a renderer has none, the preview draws it: it needs no light."""
_MADE = 0.5
"""Share of the progress when the room stands, before it is drawn."""
_RELATIONS = frozenset(
    {"on", "inside", "under", "above", "next_to", "left_of", "right_of", "in_front_of", "behind", "facing", "hanging"}
)


@dataclass(frozen=True)
class WrittenRoom:
    """What became of an index. `accepted`: whether there is a room. `views`: how many pictures it has."""

    folder: Path
    index: int
    accepted: bool
    views: int
    rejected: tuple[str, ...]
    seconds: float

    def report(self) -> dict[str, Any]:
        """All of it as JSON values."""
        return {
            "folder": str(self.folder), "index": self.index, "accepted": self.accepted, "views": self.views,
            "rejected": list(self.rejected), "seconds": round(self.seconds, 3),
        }  # fmt: skip


def view_name(number: int) -> str:
    """Of the files of a view."""
    return f"{number:06d}"


def write_room(recipe: DatasetRecipe, index: int, folder: Path, *, job: Job | None = None) -> WrittenRoom:
    """Make, draw and label a room, and write it.

    Args:
        folder: is made; what it holds is not looked at.

    Raises:
        DatasetError: a package of the extra ``dataset`` is not installed.
        RenderError: the renderer cannot run here.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    begun, cpu = time.monotonic(), time.process_time()
    taxonomy = shipped_taxonomy()
    folder.mkdir(parents=True, exist_ok=True)
    scratch = folder / "scenes"
    try:
        tries = make_room(recipe, taxonomy, index, scratch, job=job.part(0.0, _MADE))
        views = [] if tries.room is None else _drawn(recipe, tries.room, folder, job.part(_MADE, 1.0))
        values = _room_values(recipe, taxonomy, index, tries, views)
        if tries.room is not None:
            atomic.write(folder / "program.py", tries.room.session.source.encode(), durable=False)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    values["seconds"] = round(time.monotonic() - begun, 3)
    values["cpu_seconds"] = round(time.process_time() - cpu, 3)
    atomic.write(folder / ROOM_FILE, _json(values), durable=False)
    rejected = tuple(rejection.reason for rejection in tries.rejections)
    return WrittenRoom(folder, index, tries.room is not None, len(views), rejected, time.monotonic() - begun)


def _drawn(recipe: DatasetRecipe, room: MadeRoom, folder: Path, job: Job) -> list[str]:
    """Draw and label all views of a room; returns their names."""
    picture = recipe.picture
    request = RenderRequest(
        scene=room.scene,
        cameras=room.cameras,
        width=picture.width,
        height=picture.height,
        samples=picture.samples if picture.renderer != "preview" else None,
        options={"samples": picture.samples} if picture.renderer == "preview" and picture.samples else {},
        passes=_PASSES,
        seed=room.plan.seed,
        provider=room.session.assets,
        root=room.session.folder,
    )
    renderer = warm_renderer(picture.renderer)
    if _SURFACES in [channel.name for channel in renderer.capabilities.channels]:
        request = replace(request, passes=(*_PASSES, _SURFACES))
    result = renderer.render(request, job=job.part(0.0, 0.8))
    albedo = [view.channels.get(_SURFACES) for view in result.views]
    if any(one is None for one in albedo):
        plain = replace(request, passes=(_SURFACES,), samples=None, options={})
        albedo = [view[_SURFACES] for view in warm_renderer("preview").render(plain, job=job.quiet()).views]
    graph = room.session.derived.graph(room.scene)
    names = []
    for number, (view, surfaces) in enumerate(zip(result.views, albedo, strict=True)):
        job.tick(0.8 + 0.2 * number / len(result.views), "labels")
        names.append(view_name(number))
        _write_view(recipe, room, graph, view, surfaces, number, folder)
    return names


def _write_view(
    recipe: DatasetRecipe,
    room: MadeRoom,
    graph: SceneGraph,
    view: RenderedView,
    surfaces: npt.NDArray[np.float32],
    number: int,
    folder: Path,
) -> None:
    pinhole = Pinhole.of(view.camera, recipe.picture.width, recipe.picture.height)
    color, depth, entity = view["color"], view["depth"], view["entity"]
    instance, category = room.things.instance_picture(entity), room.things.category_picture(entity)
    labels = labels_of(room.things, instance, depth, pinhole, room.rays)
    files = picture_files(color, depth, view["normal"], instance, category, pinhole.camera_from_world)
    facts = view_facts(labels, color, surfaces, depth, graph, _room_names(room))
    plan = room.plan
    random = stream(recipe.seed, plan.index, plan.attempt, "questions", number)
    questions = view_questions(facts, pinhole.width, recipe.questions.each, random)
    shown = {label.thing.id for label in labels}
    things = []
    for label in labels:
        rotation, place = bop_pose(label.thing, pinhole)
        things.append(
            {
                **label.to_json(),
                "cam_R_m2c": [round(v, 9) for v in rotation.reshape(-1).tolist()],
                "cam_t_m2c": [round(v, 4) for v in place.tolist()],
            }
        )
    values = {
        "schema": _SCHEMA,
        "room": plan.name,
        "view": number,
        "split": plan.split,
        "camera": {
            **camera_json(pinhole),
            "eye": view.camera.eye,
            "target": view.camera.target,
            "fov": view.camera.fov,
        },
        "things": things,
        "relations": [one for one in _relations(room, graph) if one["a"] in shown and one.get("b", one["a"]) in shown],
        "questions": [question.to_json() for question in questions],
    }
    for ending, data in files.items():
        atomic.write(folder / f"{view_name(number)}.{ending}", data, durable=False)
    atomic.write(folder / f"{view_name(number)}.view.json", _json(values), durable=False)


def _room_names(room: MadeRoom) -> list[str]:
    """Classes that one may ask for in vain: those of the room, and what the recipe of its kind may have."""
    recipe = recipe_book().of_kind(room.plan.kind)
    names = {thing.name for thing in room.things.things}
    return sorted(names if recipe is None else names | {line.thing for line in recipe.lines})


def _room_values(
    recipe: DatasetRecipe, taxonomy: Taxonomy, index: int, tries: RoomTries, views: Sequence[str]
) -> dict[str, Any]:
    room = tries.room
    values: dict[str, Any] = {
        "schema": _SCHEMA,
        "index": index,
        "accepted": room is not None,
        "plan": plan_room(recipe, index).to_json() if room is None else room.plan.to_json(),
        "rejections": [rejection.to_json() for rejection in tries.rejections],
        "view_faults": dict(sorted(tries.view_faults.items())),
        "taxonomy": {"version": taxonomy.version, "sha256": taxonomy.sha256},
        "views": list(views),
    }
    if room is None:
        return values
    assert room.scene.room is not None
    size = room.scene.room
    certificate = room.certificate
    return {
        **values,
        "room": {
            "width": size.width, "depth": size.depth, "height": size.height,
            "openings": [
                {"kind": o.kind, "wall": o.wall, "offset": o.offset, "width": o.width, "height": o.height, "sill": o.sill} for o in
                size.openings
            ],
        },
        "access": room.access.to_json(),
        "equilibrium": {
            "certified": certificate.certified, "bodies": certificate.requested, "supported": round(certificate.support, 4),
            "settle": None if certificate.settle is None else certificate.settle.to_json(),
        },
        "signature": layout_signature(room.things, size),
        "things": [thing.to_json() for thing in room.things.things],
        "relations": _relations(room, room.session.derived.graph(room.scene)),
        "cameras": [{"eye": c.eye, "target": c.target, "fov": c.fov} for c in room.cameras],
        "credits": [asdict(credit) for credit in credits_of(room.scene)],
    }  # fmt: skip


def _relations(room: MadeRoom, graph: SceneGraph) -> list[dict[str, Any]]:
    """The relations of the scene graph between things of the room, by their ids. Left, right, in front and behind are those of the second
    thing, whose front they go by."""
    id_of_row = {thing.row: thing.id for thing in room.things.things}
    ids = [id_of_row.get(node.row, 0) for node in graph.nodes]
    out: list[dict[str, Any]] = []
    for edge in graph.edges:
        if edge.kind in _RELATIONS and edge.c < 0 and ids[edge.a] and (edge.b < 0 or ids[edge.b]):
            one: dict[str, Any] = {"kind": edge.kind, "a": ids[edge.a]}
            if edge.b >= 0:
                one["b"] = ids[edge.b]
            out.append({**one, "degree": round(edge.degree, 3)})
    return out


def _json(values: dict[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, allow_nan=False).encode()
