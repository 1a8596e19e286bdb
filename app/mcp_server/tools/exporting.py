"""The tool that writes a scene to a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from scenewright.app.film_paths import FilmPath
from scenewright.app.mcp_server.said import data_line, lines_of
from scenewright.app.mcp_server.settings import is_loopback
from scenewright.app.mcp_server.tool import FileLink, Outcome, SceneId, Tool, ToolCall, ToolRequest, ToolResult
from scenewright.scene.errors import ProjectError

__all__ = ["EXPORTS", "EXPORT_SCENE", "FILMS", "FORMATS", "exported_file"]

EXPORTS = "exports"
"""Folder within that of the scene."""

FORMATS = {
    "glb": "model/gltf-binary",
    "html": "text/html",
    "obj": "model/obj",
    "ply": "model/ply",
    "stl": "model/stl",
    "blend": "application/x-blender",
    "fbx": "application/octet-stream",
    "usdz": "model/vnd.usdz+zip",
    "xml": "application/xml",
    "urdf": "application/xml",
    "graph.json": "application/json",
    "spz": "application/octet-stream",
}
"""Formats by their endings, with their types; spz holds Gaussians."""

FILMS = {"mp4": "video/mp4", "webp": "image/webp", "gif": "image/gif"}
"""Formats of films."""

_FILM = {"width": 480, "height": 360, "fps": 12.0}
"""Small enough to be drawn within some minutes."""

_BESIDE = {"json": "application/json", "png": "image/png", "yaml": "application/yaml"}
"""Types of files that are written beside them."""

_GAUSSIANS = 200_000


class ExportArguments(ToolRequest):
    """What to write."""

    scene: SceneId
    """Id of the scene."""
    format: Literal[
        "glb", "html", "obj", "ply", "stl", "blend", "fbx", "usdz", "xml", "urdf", "graph.json", "spz", "mp4", "webp", "gif"
    ] = "glb"  # fmt: skip
    """glb: for most 3D programs; html: for browsers; obj, ply, stl: triangles; blend, fbx (extra blender); usdz (extra usd): OpenUSD; xml
    (MuJoCo), urdf: for simulators; graph.json: boxes and relations; spz: Gaussian splats; mp4 (extra film), webp, gif: films."""
    camera: FilmPath = "orbit"
    """Of a film; walk, pan: in rooms."""
    physics: bool = False
    """usdz alone: rigid bodies, colliders, joints."""
    frame: Annotated[int, Field(ge=0, le=100_000)] = 0
    """Frame of an animation, from 0."""


class ExportedFile(BaseModel):
    """A file that was written."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    file: str
    """Where it lies: a path of the user's machine, or below the folder of scenes where the server runs elsewhere."""
    uri: str
    """The resource that holds it."""
    bytes: int


class ExportAnswer(ToolResult):
    """The files."""

    files: list[ExportedFile] = Field(default_factory=list)


def export_scene(call: ToolCall, request: ExportArguments) -> Outcome:
    """Export into the scene's own folder."""
    scene = call.open(request.scene)
    ending = request.format.removeprefix(".")
    folder = scene.folder / EXPORTS
    if folder.is_symlink():
        raise ProjectError(f"{EXPORTS} of this scene is a link that leads elsewhere: remove it first", kind="write")
    folder.mkdir(exist_ok=True)
    values: dict[str, Any] = {"out": str(folder / f"{scene.id}.{ending}")}
    if ending in FILMS:
        report = scene.run("film", {**values, **_FILM, "path": request.camera}, job=call.job)
    else:
        values["frame"] = request.frame
        if request.physics:
            values["physics"] = True
        if ending == "spz":
            values |= {"splats": _GAUSSIANS, "lit": True}
        report = scene.run("export", values, job=call.job)
    result = ExportAnswer(scene=scene.id, revision=scene.revision, warnings=lines_of(report["warnings"]))
    outcome = Outcome(result)
    written = list(map(Path, report["files"]))
    for path in written:
        if path.parent != folder:  # meshes of a simulator, in a folder of their own
            continue
        uri = f"scenewright://scenes/{scene.id}/{EXPORTS}/{path.name}"
        size = path.stat().st_size
        shown = str(path) if is_loopback(call.settings.host) else f"{scene.id}/{EXPORTS}/{path.name}"
        result.files.append(ExportedFile(file=data_line(shown, 1_000), uri=uri, bytes=size))
        outcome.links.append(FileLink(uri, path.name, _type_of(path), size))
    below = len(written) - len(result.files)
    more = f", and {below:,} files of meshes in folders beside" if below else ""
    result.said = f"Wrote {', '.join(f.file for f in result.files)}{more}."
    return outcome


def _type_of(path: Path) -> str:
    """The type of a file by its ending."""
    return {**_BESIDE, **FORMATS, **FILMS}.get(path.suffix[1:], "text/plain")


def exported_file(folder: Path, name: str) -> Path | None:
    """A file that was exported from the scene of a folder, by its name; None where there is none."""
    place = folder / EXPORTS
    if not place.is_dir() or place.is_symlink():
        return None
    return next((f for f in place.iterdir() if f.name == name and f.is_file() and not f.is_symlink()), None)


EXPORT_SCENE = Tool(
    "export_scene",
    "Export a scene",
    "Write a scene to a file for other programs, or a film, in its own folder.",
    ExportArguments,
    ExportAnswer,
    export_scene,
    {"scene": "reading_corner", "format": "glb"},
    kept=True,
    aliases={"type": "format", "ending": "format", "as": "format"},
)
