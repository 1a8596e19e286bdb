"""What the authors of question sets see of a scene: every entity with its words, box, front, color and parent, as text.

``python -m tests.queries.listing SCENE ...``, each a program, a reply or a scene folder. Nothing of `scene.semantics` is used:
the truth of a question set must not come from what it tests.
"""

from __future__ import annotations

import sys

import numpy as np

from scenewright.app.session import Session
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.geometry import SceneGeometry, scene_geometry, standing_boxes
from scenewright.scene.model import Entity, FloatArray, Scene


def main() -> int:
    for name in sys.argv[1:]:
        session = Session.open(name)
        print(listing(session.scene, session.assets))
    return 0


def listing(scene: Scene, assets: AssetProvider) -> str:
    """A line an entity, below its parent. Box: its middle, and width x height x depth along its own axes, metres; front:
    degrees from +z toward +x; color: sRGB in 0..255, the mean over the surface of all that it holds, and each color of a
    catalogue object's parts with their words."""
    geometry = scene_geometry(scene, provider=assets)
    areas = _areas(geometry)
    entities = list(scene.entities())
    poses, sizes = standing_boxes(scene, [e.index for e in entities])
    lines = [f"{len(entities)} entities; units {scene.units}; room {scene.room}; main camera {scene.cameras[:1]}"]
    for entity, pose, size in zip(entities, poses, sizes, strict=True):
        held = (geometry.entity >= entity.index) & (geometry.entity < scene.subtree_end(entity.index))
        lines.append(f"{entity.path}  [{entity.kind.name.lower()}] {_words(entity)}")
        middle = pose[:3] + (0.0, size[1] / 2.0, 0.0)
        shown = [
            f"middle {_numbers(middle)}",
            "size {:.2f} x {:.2f} x {:.2f}".format(*size),
            f"front {np.degrees(pose[3]):.0f}",
        ]
        if held.any():
            weights = areas[held] / max(areas[held].sum(), 1e-12)
            shown.append(f"color {_rgb(weights @ geometry.color[held])}")
        lines.append("    " + " · ".join(shown))
        if entity.index in geometry.assets:
            lines.append(f"    parts: {_parts(geometry, entity.index)}")
    return "\n".join(lines)


def _words(entity: Entity) -> str:
    said = [f"word {entity.word!r}"]
    if entity.phrase:
        said.append(f"phrase {entity.phrase!r}")
    if entity.asset is not None:
        said.append(f"catalogue object {entity.asset.title!r} for {entity.asset.words!r}")
    if entity.embedding is not None and entity.embedding.words:
        said.append(f"z {entity.embedding.words!r}")
    return ", ".join(said)


def _areas(geometry: SceneGeometry) -> FloatArray:
    """(I,) about how much surface each instance has: that of its box."""
    out = np.zeros(len(geometry))
    for i in range(len(geometry)):
        sides = np.ptp(geometry.meshes[geometry.mesh[i]].vertices, axis=0)
        a, b, c = sides * np.linalg.norm(geometry.world_from_mesh[i, :3, :3], axis=0)
        out[i] = a * b + b * c + c * a
    return out


def _parts(geometry: SceneGeometry, row: int) -> str:
    seen: dict[str, None] = {}
    for i in np.flatnonzero((geometry.entity == row) & (geometry.part >= 0)).tolist():
        seen.setdefault(f"{geometry.parts[geometry.part[i]].word} {_rgb(geometry.color[i])}")
    return ", ".join(list(seen)[:12])


def _numbers(values: FloatArray) -> str:
    return "(" + ", ".join(f"{v:.2f}" for v in values) + ")"


def _rgb(color: FloatArray) -> str:
    return "({:.0f}, {:.0f}, {:.0f})".format(*(np.asarray(color) * 255))


if __name__ == "__main__":
    raise SystemExit(main())
