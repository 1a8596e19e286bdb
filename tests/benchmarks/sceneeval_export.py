"""Scenes in SceneEval's input format: `scene_{ID}.json` (sceneState, arch@1.0.2) and a GLB for each object they name.

That format has z up and objects that face -y; a model's transform maps the GLB's own coordinates (y up, facing +z) into it.
Walls run so that the room is on their right; holes are measured along them from their first point. The suite finds
`scenewright.<id>` through a data set whose folder holds `<id>/<id>.glb` and `<id>/data.json` (category, description,
materials), as its LayoutVLM reader expects them.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.assets import Catalogue
from scenewright.scene.export.gltf import glb_bytes
from scenewright.scene.geometry import scene_geometry, scene_of_asset
from scenewright.scene.model import AssetRef, NodeKind, Room, Scene

PREFIX = "scenewright"
Z_UP = np.array([[1.0, 0.0, 0.0, 0.0], [0.0, 0.0, -1.0, 0.0], [0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0]])


def write_state(number: str, scene: Scene, catalogue: Catalogue, folder: Path) -> Path:
    """Write one scene, and the objects that are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    objects = []
    for entity in scene.entities():
        if entity.kind != NodeKind.ASSET or entity.asset is None:
            continue
        model = _model(entity.asset, entity.word, catalogue, folder / "assets")
        matrix = Z_UP @ entity.world_from_local
        objects.append(
            {
                "id": str(len(objects)),
                "index": len(objects),
                "modelId": f"{PREFIX}.{model}",
                "parentId": "",
                "parentIndex": -1,
                "transform": {"rows": 4, "cols": 4, "data": matrix.T.ravel().round(9).tolist()},
            }
        )
    axes: dict[str, Any] = {"up": [0, 0, 1], "front": [0, 1, 0]}
    elements = [] if scene.room is None else _architecture(scene.room)
    state = {
        "format": "sceneState",
        "scene": {
            "version": "scene@1.0.2",
            "id": f"scene_{number}",
            "unit": 1.0,
            "assetSource": [PREFIX],
            **axes,
            "arch": {
                "version": "arch@1.0.2",
                "id": f"arch_{number}",
                "coords2d": [0, 1],
                "scaleToMeters": 1,
                "defaults": {"Wall": {"depth": 0.1, "extraHeight": 0.0}, "Floor": {"depth": 0.05}},
                "elements": elements,
                "regions": [
                    {"id": "room", "type": "Other", "walls": [e["id"] for e in elements if e["type"] == "Wall"]}
                ],
                **axes,
            },
            "object": objects,
        },
        "selected": [],
    }
    path = folder / f"scene_{number}.json"
    path.write_text(json.dumps(state, indent=1), encoding="utf-8")
    return path


def _architecture(room: Room) -> list[dict[str, Any]]:
    w, d = room.width / 2, room.depth / 2
    # x and -z are the plan's x and y; each wall from its first corner to its second, the last point of one the first of the next
    corners = {
        "back": ((-w, d), (w, d)),
        "right": ((w, d), (w, -d)),
        "front": ((w, -d), (-w, -d)),
        "left": ((-w, -d), (-w, d)),
    }
    floor = {
        "id": "floor_room",
        "type": "Floor",
        "roomId": "room",
        "depth": 0.05,
        "points": [[-w, -d, 0], [w, -d, 0], [w, d, 0], [-w, d, 0]],
    }
    out = [floor]
    for name, (first, second) in corners.items():
        direction = np.subtract(second, first) / np.linalg.norm(np.subtract(second, first))
        holes = []
        for k, o in enumerate(room.openings):
            if o.wall != name:
                continue
            middle = (o.offset, first[1]) if name in ("back", "front") else (first[0], -o.offset)
            along = float(np.subtract(middle, first) @ direction)
            box = {"min": [along - o.width / 2, o.sill], "max": [along + o.width / 2, o.sill + o.height]}
            holes.append({"id": f"{o.kind}_{k}", "type": o.kind.capitalize(), "box": box})
        out.append(
            {
                "id": f"wall_{name}",
                "type": "Wall",
                "roomId": "room",
                "height": room.height,
                "depth": 0.1,
                "points": [[*first, 0.0], [*second, 0.0]],
                "holes": holes,
            }
        )
    return out


def _model(ref: AssetRef, word: str, catalogue: Catalogue, folder: Path) -> str:
    """The name of an object's GLB, written on first use."""
    said = f"{ref.id}|{ref.node}|{ref.seed}|{ref.words}".encode() + ref.fit.tobytes() + ref.hull.tobytes()
    name = hashlib.sha256(said).hexdigest()[:32]
    path = folder / name / f"{name}.glb"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        one = scene_of_asset(ref)
        path.write_bytes(glb_bytes(one, scene_geometry(one, provider=catalogue)))
        about = {"annotations": {"category": word, "description": ref.words, "materials": []}}
        (path.parent / "data.json").write_text(json.dumps(about), encoding="utf-8")
    return name
