"""Scenewright from Python: ``import scenewright as sw``.

``sw.generate(text)``, ``sw.evaluate(source)``, ``sw.edit(source, ...)``, ``sw.layout(scene)``, ``sw.render(scene)``,
``sw.export(scene, file)``, ``sw.query(scene, "the red cup on the desk")``. Splats: ``sw.read_gaussians(file)``,
``sw.rasterize(gaussians, cameras)``, ``sw.open_capture(folder)``, ``sw.Trainer(views)``.
Everything loads when it is first used; importing this module costs nothing.
"""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path
from typing import Any

_NAMES = {
    "generate": "app.api",
    "evaluate": "app.api",
    "edit": "app.api",
    "layout": "app.api",
    "render": "app.api",
    "export": "app.api",
    "query": "app.api",
    "Scene": "scene.model",
    "Entity": "scene.model",
    "Project": "scene.project",
    "ScenewrightError": "scene.errors",
    "ProgramError": "scene.errors",
    "EditError": "scene.errors",
    "Move": "scene.language.edits",
    "Turn": "scene.language.edits",
    "Scale": "scene.language.edits",
    "Recolour": "scene.language.edits",
    "Rename": "scene.language.edits",
    "Duplicate": "scene.language.edits",
    "Delete": "scene.language.edits",
    "Replace": "scene.language.edits",
    "SetZ": "scene.language.edits",
    "AddRelation": "scene.language.edits",
    "DropRelation": "scene.language.edits",
    "Arrange": "scene.language.edits",
    "Placement": "scene.language.edits",
    "Gaussians": "scene.splats.gaussians",
    "Cameras": "scene.splats.cameras",
    "RasterSettings": "scene.splats.images",
    "rasterize": "scene.splats.rasterize",
    "read_gaussians": "scene.splats.formats",
    "write_gaussians": "scene.splats.formats",
    "open_capture": "scene.splats.capture",
    "Trainer": "scene.splats.training.trainer",
    "TrainingOptions": "scene.splats.training.options",
    "SplatError": "scene.errors",
    "CaptureError": "scene.errors",
    "QueryError": "scene.errors",
    "__version__": "app.version",
}

__all__ = [*_NAMES]  # noqa: PLE0604

_HERE = Path(__file__).resolve().parent


def _check_not_shadowed() -> None:
    """`scene`, `renderers`, `assets` and `app` are common names: say it where another one stands before ours.

    Raises:
        ImportError: another package of the name is found first; the message says where and how to go on.
    """
    for name in ("scene", "renderers", "assets", "app"):
        spec = importlib.util.find_spec(name)
        if spec is None:
            raise ImportError(f"Scenewright's package '{name}' is not installed: install scenewright again")
        places = [Path(p).resolve() for p in spec.submodule_search_locations or ()]
        origin = Path(spec.origin).resolve() if spec.origin else None
        found = places[0] if places else origin
        if found is None or found.parent != _HERE or not places:
            raise ImportError(
                f"another '{name}' hides Scenewright's: {found or 'a built-in module'} comes before {_HERE / name}. "
                f"Run from another folder, take {found.parent if found else 'it'} off PYTHONPATH, or put {_HERE} first"
            )


def __getattr__(name: str) -> Any:
    if name not in _NAMES:
        raise AttributeError(f"module 'scenewright' has no attribute {name!r}")
    _check_not_shadowed()
    value = getattr(importlib.import_module(_NAMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
