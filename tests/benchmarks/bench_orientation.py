"""How often the way that a strange mesh stands is guessed right, and whether the confidences mean what they say.

    python -m tests.benchmarks.bench_orientation [--pieces N] [--json FILE]

Pieces of the installed Sweet Home 3D libraries, whose makers say how they stand, are turned into the frames in which meshes
are usually exported: glTF's own, Blender's raw one (+z up, -y front), and glTF's with the front along +x or -z. Pieces that
look the same from several sides (a vase, a round table) are counted apart: for them a front is a matter of words.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np

from scenewright.assets import Catalogue
from scenewright.assets.orientation import guess_front, guess_up, upright_matrix
from scenewright.assets.packs import SweetHome3DPack, installed_libraries, read_mesh
from scenewright.assets.packs.mesh_reading.facts import shape_facts
from tests.benchmarks.run import NOT_AT_HAND

FRAMES = {"glTF": ("+y", "+z"), "Blender": ("+z", "-y"), "front +x": ("+y", "+x"), "front -z": ("+y", "-z")}


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pieces", type=int, default=60)
    parser.add_argument("--json", type=Path, default=None, help="write the figures there")
    options = parser.parse_args()
    if not installed_libraries():
        print("Sweet Home 3D's furniture is not installed (apt-get install sweethome3d-furniture)", file=sys.stderr)
        return NOT_AT_HAND
    ours = Catalogue.built_in()
    pack = SweetHome3DPack()
    floor = [e for e in pack.entries() if e.support in {"floor", "wall"} and e.category not in {"vehicles", "openings"}]
    order = np.random.default_rng(0).permutation(len(floor))[: options.pieces]
    rows: list[dict[str, Any]] = []
    for entry in (floor[i] for i in sorted(order.tolist())):
        stored = pack.store(entry, {})
        whole = read_mesh(stored.data).to_geometry()
        upright = np.eye(4)
        upright[:3, :3] = stored.upright
        whole.apply_transform(upright)
        match = next(iter(ours.find(entry.word, k=1, meaning=False)), None)
        known = None if match is None else match.entry.size
        category = entry.category if match is None else match.entry.category
        plain = shape_facts(whole)
        extent = np.subtract(plain["high"], plain["low"])
        round_ = plain["mirror"]["x"] < 0.03 and plain["mirror"]["z"] < 0.03 and abs(extent[0] / extent[2] - 1) < 0.1
        for name, (up, front) in FRAMES.items():
            turned = whole.copy()
            matrix = np.eye(4)
            matrix[:3, :3] = upright_matrix(up, front).T
            turned.apply_transform(matrix)
            facts = shape_facts(turned)
            found_up, up_confidence = guess_up(facts, known)
            found_front, front_confidence = guess_front(facts, up, known, category)
            rows.append(
                {"word": entry.word, "frame": name, "known": known is not None, "round": bool(round_), "up": found_up == up,
                 "front": found_front == front, "up_confidence": up_confidence, "front_confidence": front_confidence}
            )  # fmt: skip
    figures: dict[str, Any] = {"pieces": len(order), "threads": 1, "frames": {}}
    for name in FRAMES:
        some = [r for r in rows if r["frame"] == name]
        sided = [r for r in some if not r["round"]]
        figures["frames"][name] = {
            "up": round(float(np.mean([r["up"] for r in some])), 3),
            "front": round(float(np.mean([r["front"] for r in sided])), 3), "sided": len(sided),
        }  # fmt: skip
    for kind in ("up", "front"):
        sure = [r for r in rows if r[f"{kind}_confidence"] >= 0.8 and not (kind == "front" and r["round"])]
        figures[f"{kind}_right_when_sure"] = round(float(np.mean([r[kind] for r in sure])), 3) if sure else None
        figures[f"{kind}_share_sure"] = round(len(sure) / len(rows), 3)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
