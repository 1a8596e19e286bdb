"""``cameras.json``: the cameras of a set of pictures and what is in them, beside the pictures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.renderers.base import CAMERA_CONVENTIONS, RenderedView, RenderError, camera_numbers, depth_range
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.model import SCHEMA, Scene
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import read_plain

__all__ = ["CAMERA_FILE", "PictureSet", "refuse_camera_file", "view_values", "write_cameras"]

CAMERA_FILE = "cameras.json"
_MOST_BYTES = 64 << 20
"""Of a file that is there already."""


@dataclass(frozen=True)
class PictureSet:
    """Pictures of one scene that stand together in a folder. `scene`: the name of the scene. `program`: sha256 of its text and
    of its libraries.
    `views`: the JSON values of each view, see :func:`view_values`. `entities`: the table of
    :func:`scenewright.app.entity_table.entity_table`; None if no pass ``entity`` was drawn."""

    scene: str
    program: str
    views: tuple[dict[str, Any], ...]
    entities: list[dict[str, Any]] | None


def view_values(
    scene: Scene, renderer: str, number: int, view: RenderedView, files: Mapping[str, str]
) -> dict[str, Any]:
    """One view as JSON values: which camera, frame and renderer, the numbers of the camera, and its files.

    Args:
        scene: the scene in the view's frame.
        number: number of the camera in the scene.
        files: names of the files by channel.
    """
    some = next(iter(view.channels.values()))
    height, width = some.shape[:2]
    near, far = depth_range(scene, view.camera, view.depth)
    return {
        "camera": number,
        "frame": view.frame,
        "renderer": renderer,
        **camera_numbers(view.camera, width, height, near=near, far=far),
        "files": dict(files),
    }


def refuse_camera_file(folder: Path) -> None:
    """Refuse a folder whose ``cameras.json`` is not ours, before anything is drawn: other programs use the name, too.

    Raises:
        RenderError: it is there and was made by another program, or cannot be read.
    """
    _present(folder)


def write_cameras(folder: Path, pictures: PictureSet) -> tuple[Path, str | None]:
    """Write ``cameras.json`` into a folder. Views of the same program that were drawn there before stay, unless the same camera, frame and
    renderer is among these.

    Returns:
        the file, and a note if the cameras of another scene were replaced; else None.
    """
    before = _present(folder)
    note = None
    views: list[dict[str, Any]] = list(pictures.views)
    entities = pictures.entities
    if before is not None and before["program"] == pictures.program and before["scene"] == pictures.scene:
        views, entities = _joined(before, views, entities)
    elif before is not None:
        note = (
            f"{CAMERA_FILE} in {folder} described pictures of {before['scene']!r} or of an older program, and now describes the new ones: "
            "draw each scene into a folder of its own"
        )
    values = {
        "schema": SCHEMA,
        "scene": pictures.scene,
        "program": pictures.program,
        "conventions": CAMERA_CONVENTIONS,
        "views": views,
    } | ({} if entities is None else {"entities": entities})
    file = folder / CAMERA_FILE
    atomic.write(file, _lines(values).encode("utf-8"))
    return file, note


def _lines(values: Mapping[str, Any]) -> str:
    """JSON with a line for each view and each entity, for people and line tools."""

    def told(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)

    def member(name: str, value: Any) -> str:
        if not isinstance(value, list):
            return f"{told(name)}: {told(value)}"
        return f"{told(name)}: [\n " + ",\n ".join(map(told, value)) + "\n]"

    return "{\n" + ",\n".join(member(*item) for item in values.items()) + "\n}\n"


def _joined(
    before: dict[str, Any], views: Sequence[dict[str, Any]], entities: list[dict[str, Any]] | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]] | None]:
    new = {_key(view) for view in views}
    kept = [view for view in before["views"] if _key(view) not in new]
    every = sorted([*kept, *views], key=_key)
    known = before.get("entities")
    if known is None or entities is None:
        return every, known if entities is None else entities
    by_number = {(one.get("frame", 0), one["id"]): one for one in (*known, *entities)}
    return every, [by_number[number] for number in sorted(by_number)]


def _key(view: dict[str, Any]) -> tuple[str, int, int]:
    return view["renderer"], view["camera"], view["frame"]


def _present(folder: Path) -> dict[str, Any] | None:
    """The values of the file that is there already; None without one."""
    file = folder / CAMERA_FILE
    if not file.exists() and not file.is_symlink():
        return None
    try:
        values = parse_json(read_plain(file, _MOST_BYTES, "the file of cameras", root=folder))
        json.dumps(values, allow_nan=False)  # what is kept is written again, and JSON has no NaN
    except (ProjectError, ValueError) as error:
        raise RenderError(f"{file} cannot be read ({error}): draw into another folder, or move it away") from None
    if not _is_ours(values):
        raise RenderError(f"{file} is of another program: draw into another folder, or move it away")
    return dict(values)


def _is_ours(values: Any) -> bool:
    if not (isinstance(values, dict) and values.get("schema") == SCHEMA):
        return False
    views, entities = values.get("views"), values.get("entities", [])
    return (
        isinstance(values.get("scene"), str)
        and isinstance(values.get("program"), str)
        and _are_rows(views, {"renderer": str, "camera": int, "frame": int})
        and _are_rows(entities, {"id": int})
        and all(isinstance(one.get("frame", 0), int) for one in entities)
    )


def _are_rows(values: Any, fields: Mapping[str, type]) -> bool:
    return isinstance(values, list) and all(
        isinstance(one, dict) and all(isinstance(one.get(name), kind) for name, kind in fields.items())
        for one in values
    )
