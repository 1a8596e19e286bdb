"""The looks of every catalogue object as a few numbers. ``python -m tests.support.catalogue_looks`` writes their table.

The table is ``tests/data/catalogue_looks.json``. It holds an object's number of leaves (primitives) and its print: four sums over the
leaves, each of the cosine of a fixed mixture of the leaf's kind, pose in metres, colour and material. A print does not depend on the
order of the leaves. It changes little when a number is rounded differently, and clearly when a leaf is moved by a millimetre, turned,
recoloured, added or removed. Run the command after an intended change of looks, and check which lines of the table change.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from scenewright.assets import index
from scenewright.assets.header import parse_header
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from tests.support.locations import DATA

TABLE = DATA / "catalogue_looks.json"
PRINTS = 4
CLOSE = 1e-4
"""Greatest difference of prints with the same looks. Rounding changes a print by 1e-9, a leaf that moves by a millimetre by 1e-2."""

_FEATURES = 1 + 12 + 3 + 4
_random = np.random.default_rng(734)
_MIXTURES = _random.normal(0, 3.0, (_FEATURES, PRINTS)) * np.repeat([1.0, 3.0, 1.0, 1.0], [1, 12, 3, 4])[:, None]
_PHASES = _random.uniform(0, 2 * np.pi, PRINTS)


def object_files() -> list[Path]:
    """The program files of all catalogue objects."""
    return sorted(p for p in index.OBJECTS.rglob("*.py") if "# /// asset" in p.read_text(encoding="utf-8"))


def key_of(path: Path) -> str:
    """The object's category and name: 'seating/sofa'."""
    return path.relative_to(index.OBJECTS).with_suffix("").as_posix()


def print_of(scene: Scene) -> list[float]:
    """The number of leaves and the `PRINTS` sums over them."""
    rows = np.asarray(scene.leaf_rows)
    poses = scene.world_from_local[rows][:, :3].reshape(len(rows), 12)
    stuffs = [scene.entity(int(row)).material for row in rows]
    materials = np.array([(m.roughness, m.metallic, m.opacity, m.emission) for m in stuffs], dtype=float)
    kinds = scene.nodes.primitive[rows, None].astype(float)
    features = np.hstack([kinds, poses, scene.nodes.color[rows], materials])
    sums = np.cos(features @ _MIXTURES + _PHASES).sum(axis=0)
    return [len(rows), *(round(float(s), 6) for s in sums)]


def names_of(path: Path) -> list[str]:
    """The names under which `looks_of` has an object and its variants."""
    key = key_of(path)
    header = parse_header(path.read_text(encoding="utf-8"), name=path.stem, where=key)
    return [key, *(f"{key} {parameter}={value}" for parameter, v in header.variants.items() for value in v.values())]


def looks_of(path: Path) -> dict[str, list[float]]:
    """The prints of an object under its key, and of each of its variants under the key with the variant."""
    text, key = path.read_text(encoding="utf-8"), key_of(path)
    found = {key: print_of(evaluate_here(text, root=path.stem))}
    for parameter, values in parse_header(text, name=path.stem, where=key).variants.items():
        for value in values.values():
            scene = evaluate_here(text, arguments={parameter: value}, root=path.stem)
            found[f"{key} {parameter}={value}"] = print_of(scene)
    return found


def write() -> None:
    """Write the table of looks."""
    looks = {name: row for path in object_files() for name, row in looks_of(path).items()}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in sorted(looks.items()))
    TABLE.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    write()
