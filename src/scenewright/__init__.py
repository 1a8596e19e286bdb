"""Scenewright from Python: ``import scenewright as sw``.

``sw.generate(text)``, ``sw.evaluate(source)``, ``sw.edit(source, ...)``, ``sw.layout(scene)``, ``sw.render(scene)``,
``sw.export(scene, file)``, ``sw.query(scene, "the red cup on the desk")``. Splats: ``sw.read_gaussians(file)``,
``sw.rasterize(gaussians, cameras)``, ``sw.open_capture(folder)``, ``sw.Trainer(views)``.
Everything loads when it is first used; importing this module costs nothing.
"""

from __future__ import annotations

import importlib
from typing import Any

_NAMES = {
    "generate": "scenewright.app.api",
    "evaluate": "scenewright.app.api",
    "edit": "scenewright.app.api",
    "layout": "scenewright.app.api",
    "render": "scenewright.app.api",
    "export": "scenewright.app.api",
    "query": "scenewright.app.api",
    "Scene": "scenewright.scene.model",
    "Entity": "scenewright.scene.model",
    "Project": "scenewright.scene.folder.project",
    "ScenewrightError": "scenewright.scene.errors",
    "ProgramError": "scenewright.scene.errors",
    "EditError": "scenewright.scene.errors",
    "Move": "scenewright.scene.language.editing.edits",
    "Turn": "scenewright.scene.language.editing.edits",
    "Scale": "scenewright.scene.language.editing.edits",
    "Recolour": "scenewright.scene.language.editing.edits",
    "Rename": "scenewright.scene.language.editing.edits",
    "Duplicate": "scenewright.scene.language.editing.edits",
    "Delete": "scenewright.scene.language.editing.edits",
    "Replace": "scenewright.scene.language.editing.edits",
    "SetZ": "scenewright.scene.language.editing.edits",
    "AddRelation": "scenewright.scene.language.editing.edits",
    "DropRelation": "scenewright.scene.language.editing.edits",
    "Arrange": "scenewright.scene.language.editing.edits",
    "Placement": "scenewright.scene.language.editing.edits",
    "Gaussians": "scenewright.scene.splats.gaussians",
    "Cameras": "scenewright.scene.splats.cameras",
    "RasterSettings": "scenewright.scene.splats.images",
    "rasterize": "scenewright.scene.splats.rasterize",
    "read_gaussians": "scenewright.scene.splats.formats",
    "write_gaussians": "scenewright.scene.splats.formats",
    "open_capture": "scenewright.scene.splats.capture",
    "Trainer": "scenewright.scene.splats.training.trainer",
    "TrainingOptions": "scenewright.scene.splats.training.options",
    "SplatError": "scenewright.scene.errors",
    "CaptureError": "scenewright.scene.errors",
    "QueryError": "scenewright.scene.errors",
    "__version__": "scenewright.app.version",
}

__all__ = [*_NAMES]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    if name not in _NAMES:
        raise AttributeError(f"module 'scenewright' has no attribute {name!r}")
    value = getattr(importlib.import_module(_NAMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
