"""Files of a room: seconds, bytes, and what they keep of the entities."""

from __future__ import annotations

import json
import struct
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.app.bench.figures import BenchSize, Figure
from scenewright.app.bench.rooms import open_room

__all__ = ["measure"]


def measure(size: BenchSize) -> list[Figure]:
    from scenewright.scene.export.files import export_geometry

    taken, plain, ours_bytes, plain_bytes, known = [], [], 0, 0, []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "room.glb"
        for number in range(size.of(1, 6)):
            with open_room(size.rooms, number) as session:
                other = session.scene.to_trimesh()  # also loads the meshes of the catalogue
                begun = time.perf_counter()
                export_geometry(session.scene, file, provider=session.assets, root=session.folder)
                taken.append(time.perf_counter() - begun)
                paths = session.scene.paths
            ours_bytes += file.stat().st_size
            known += _meshes_known(file, paths)
            begun = time.perf_counter()
            data = other.export(file_type="glb")
            plain.append(time.perf_counter() - begun)
            plain_bytes += len(data)
    return [
        Figure("a room as GLB, mean", float(np.mean(taken)), "s", float(np.mean(plain)), "trimesh's own exporter"),
        Figure(
            "size of the GLB of a room, mean",
            ours_bytes / len(taken) / 1e6,
            "MB",
            plain_bytes / len(taken) / 1e6,
            "trimesh's own exporter",
        ),
        Figure(
            "meshes of the GLB that carry the path of their entity",
            100.0 * float(np.mean(known)),
            "%",
            lower_is_better=False,
        ),
    ]


def _meshes_known(file: Path, paths: Sequence[str]) -> list[bool]:
    """For each mesh of a GLB, by its JSON chunk alone: whether its node, or the nearest one above it that says so, names its entity by the
    row of the node table and by its path."""
    data = file.read_bytes()
    (length,) = struct.unpack_from("<I", data, 12)
    nodes: list[dict[str, Any]] = json.loads(data[20 : 20 + length])["nodes"]
    above = {child: number for number, node in enumerate(nodes) for child in node.get("children", ())}

    def known(number: int | None) -> bool:
        while number is not None:
            told = nodes[number].get("extras", {})
            if "id" in told:
                row, path = int(told["id"]), str(told["path"])
                return 0 <= row < len(paths) and f"{path}/".startswith(f"{paths[row]}/")
            number = above.get(number)
        return False

    return [known(number) for number, node in enumerate(nodes) if "mesh" in node]
