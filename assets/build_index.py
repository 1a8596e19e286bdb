"""Builds the shipped index of our own objects: ``python -m scenewright.assets.build_index``.

Objects with unchanged files keep their records, so a run after one edit takes seconds; ``--all`` measures all objects.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.assets import index
from scenewright.assets.geometry import GeometryStore, geometry_key
from scenewright.assets.header import AssetHeader, Variant, parse_header, read_root
from scenewright.assets.packs import frozen_program, natural_size
from scenewright.assets.retrieval import last_noun
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import SCHEMA, FloatArray, Scene
from scenewright.scene.semantics.encoders import text_encoder

__all__ = ["build", "main", "stale_objects"]

# Two surfaces with different colours: they look different if the colour of a parameter is visible.
_PROBES = ("chrome", "mahogany")


def stale_objects() -> list[str]:
    """Paths of objects whose records are missing or outdated, and of records without an object."""
    known = index.shipped_index().objects
    now = {p.relative_to(index.OBJECTS).as_posix(): _sha256(p) for p in _files()}
    changed = [path for path, digest in now.items() if known.get(path, {}).get("sha256") != digest]
    return sorted({*changed, *(set(known) - set(now))})


def _files() -> list[Path]:
    return sorted(p for p in index.OBJECTS.rglob("*.py") if "# /// asset" in p.read_text(encoding="utf-8"))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_text(encoding="utf-8").encode()).hexdigest()


def _record(path: Path, geometry: GeometryStore, hulls: dict[str, FloatArray]) -> dict[str, Any]:
    relative = path.relative_to(index.OBJECTS).as_posix()
    text = path.read_text(encoding="utf-8")
    root = read_root(text, path.stem)
    header, parameters = parse_header(text, where=relative, root=root), root.parameters
    source = header.source or f"scenewright/{relative.removesuffix('.py')}"

    def measure(arguments: Mapping[str, Any]) -> FloatArray:
        stored = frozen_program(text, path.stem, arguments, header, source)
        hull = geometry.hull(stored, 0)
        hulls[geometry_key(stored, 0)] = hull.astype(np.float32)
        return hull

    size = natural_size(measure({}))
    keys = [geometry_key(frozen_program(text, path.stem, {}, header, source), 0)]
    for parameter, values in header.variants.items():
        for value in dict.fromkeys(_hashable(v) for v in values.values()):
            if value != _hashable(parameters.get(parameter)):
                stored = frozen_program(text, path.stem, {parameter: value[1]}, header, source)
                measure({parameter: value[1]})
                keys.append(geometry_key(stored, 0))
    painted = [m for m in header.materials if m in parameters and _paints(text, path.stem, header, m)]
    return {
        "sha256": hashlib.sha256(text.encode()).hexdigest(), "size": [round(v, 6) for v in size],
        "phrase": root.phrase, "parameters": parameters, "painted": painted, "hulls": keys,
    }  # fmt: skip


def _hashable(value: Variant | None) -> tuple[str, Any]:
    return (type(value).__name__, value)  # True and 1 are different values


def _paints(text: str, name: str, header: AssetHeader, parameter: str) -> bool:
    """Whether the colour of a surface parameter is visible."""
    looks = [
        evaluate_here(frozen_program(text, name, {parameter: probe}, header, "").data.decode()).nodes.color
        for probe in _PROBES
    ]
    return looks[0].shape != looks[1].shape or not np.array_equal(looks[0], looks[1], equal_nan=True)


def _evaluate(source: str, seed: int) -> Scene:
    return evaluate_here(source, seed=seed)


def build(*, everything: bool = False, say: Callable[[str], None] = lambda line: None) -> list[str]:
    """Update the shipped index; returns the errors of objects that could not be measured. `say`: gets progress messages."""
    known = index.ShippedIndex() if everything else index.shipped_index()
    geometry = GeometryStore(_evaluate, shipped=known.hulls)
    objects: dict[str, Any] = {}
    hulls: dict[str, FloatArray] = {}
    texts: set[str] = set()
    problems: list[str] = []
    for path in _files():
        relative = path.relative_to(index.OBJECTS).as_posix()
        try:
            record = known.objects.get(relative)
            if record is None or record["sha256"] != _sha256(path) or not set(record["hulls"]) <= set(known.hulls):
                say(f"measuring {relative}")
                record = _record(path, geometry, hulls)
            else:
                hulls.update({k: known.hulls[k] for k in record["hulls"]})
            objects[relative] = record
            header = parse_header(path.read_text(encoding="utf-8"), name=path.stem, where=relative)
            texts.update((*header.words, *(last_noun(w) for w in header.words), header.phrase))
        except AssetError as error:
            problems.append(f"{relative}: {error}")
    words = sorted(texts)
    rest = [w for w in words if w not in known.vectors]
    say(f"{len(words)} texts, {len(rest)} to encode")
    fresh = dict(zip(rest, text_encoder().encode(rest), strict=True)) if rest else {}
    vectors = np.stack([fresh[w] if w in fresh else known.vectors[w] for w in words]).astype(np.float16)
    _write(objects, hulls, words, vectors)
    index.shipped_index.cache_clear()
    return problems


def _write(
    objects: Mapping[str, Any], hulls: Mapping[str, FloatArray], words: list[str], vectors: npt.NDArray[np.float16]
) -> None:
    from safetensors.numpy import save

    records = {"schema": SCHEMA, "version": index.INDEX_VERSION, "words": words, "objects": objects}
    tensors = {f"hull/{k}": np.ascontiguousarray(v, dtype=np.float32) for k, v in sorted(hulls.items())}
    atomic.write(index.ARRAYS, save({**tensors, "vectors": vectors}))
    lines = json.dumps(records, indent=1, sort_keys=True, ensure_ascii=False)
    atomic.write(index.RECORDS, (lines + "\n").encode())


def main() -> int:
    """Command line of the script."""
    parser = argparse.ArgumentParser(description="Update the shipped index of the catalogue.")
    parser.add_argument("--all", action="store_true", help="measure all objects again")
    problems = build(everything=parser.parse_args().all, say=lambda line: print(line, file=sys.stderr))
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
