"""Readers of strangers' files, given thousands of changed files. A reader refuses a file by one of its own errors, within a second."""

from __future__ import annotations

import contextlib
import io
import json
import random
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import trimesh
from PIL import Image
from safetensors import SafetensorError

from scenewright.assets.packs.mesh_answers import scene_of_arrays
from scenewright.assets.packs.mesh_reading import bundle, furniture_library, glb
from scenewright.scene.array_files import ArrayFileError, read_array
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.pictures import PHOTOGRAPH_FORMATS, DecodeRequest, answers_of
from scenewright.scene.semantics.fields import FieldError, LanguageField, geometry_hash, read_field, write_field
from scenewright.scene.semantics.fields.codebook import fitted
from scenewright.scene.semantics.fields.field import FieldLevel
from scenewright.scene.splats.capture import open_capture
from scenewright.scene.splats.formats import write_gaussians
from scenewright.scene.splats.formats.decoding import READERS
from scenewright.scene.splats.formats.decoding.columns import Options, checked
from tests.hostile.picture_corpus import honest
from tests.support.capture_scenes import ring, write_transforms
from tests.support.hostile_pictures import glb_with_picture
from tests.support.mutations import mutated, mutated_inside, mutated_text
from tests.support.splat_cases import random_gaussians

__all__ = ["FILE_KINDS", "PICTURE_KINDS", "change_files", "change_pictures"]

PICTURE_KINDS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", *(["HEIF"] if find_spec("pillow_heif") else []))
_WANTS = ("rgba", "gray", "facts", "photograph")
_BATCH = 50
_CHILD_MEMORY = 3 << 30


def change_pictures(kind: str, first: int, count: int) -> dict[str, Any]:
    """`count` changes of a picture of a format, from seed `first`: how many are read and refused, and how many ended their child."""
    modes = {
        "HEIF": ("RGB", "L"),
        "GIF": ("P", "L"),
        "BMP": ("RGB", "P", "L"),
        "JPEG": ("RGB", "L", "CMYK"),
        "WEBP": ("RGB", "RGBA"),
    }
    outcomes = {"read": 0, "refused": 0, "broke": 0}
    for start in range(first, first + count, _BATCH):
        requests = []
        for seed in range(start, min(start + _BATCH, first + count)):
            chance = random.Random(seed)
            mode = chance.choice(modes.get(kind, ("RGB", "RGBA", "P", "L", "1", "I;16")))
            data = mutated(_picture(kind, mode), chance)
            requests.append(DecodeRequest(data, chance.choice(_WANTS), PHOTOGRAPH_FORMATS + ("GIF",), upright=True))
        for answer in answers_of(requests):
            broke = "broke the process" in answer.error or "was not decoded within" in answer.error
            outcomes["broke" if broke else "refused" if answer.error else "read"] += 1
    return outcomes


@lru_cache(maxsize=64)
def _picture(kind: str, mode: str) -> bytes:
    if kind == "HEIF":
        import pillow_heif

        stream = io.BytesIO()
        pillow_heif.from_pillow(Image.open(io.BytesIO(honest(mode=mode)))).save(stream, quality=60)
        return stream.getvalue()
    return honest(kind, mode=mode) if mode != "I;16" or kind in ("PNG", "TIFF") else honest(kind)


def _splats(suffix: str) -> Callable[[Path], bytes]:
    def make(folder: Path) -> bytes:
        path = folder / f"sound.{suffix}"
        write_gaussians(random_gaussians(200, 1), path)
        return path.read_bytes()

    return make


def _read_splats(name: str) -> Callable[[Path], object]:
    return lambda path: [checked(part, Options(drop_invalid=True)) for part in READERS[name](path, Options())]


def _glb(_folder: Path) -> bytes:
    return glb_with_picture(honest(), copies=2)


def _library(folder: Path) -> bytes:
    stream = io.BytesIO()
    box = trimesh.creation.box()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(
            "PluginFurnitureCatalog.properties", "id=test\nid#1=a\nname#1=Box\nmodel#1=/m/box.obj\nwidth#1=10\n"
        )
        archive.writestr("m/box.obj", "mtllib box.mtl\nusemtl a\n" + trimesh.exchange.obj.export_obj(box, header=""))
        archive.writestr("m/box.mtl", "newmtl a\nKd 1 0 0\nmap_Kd a.png\n")
        archive.writestr("m/a.png", honest(size=(8, 8)))
    return stream.getvalue()


def _read_library(path: Path) -> None:
    furniture_library.list_library(path, path.with_suffix(".json"), {})
    furniture_library.convert(path, path.with_suffix(".glb"), {"model": "/m/box.obj", "copyright": ""})


def _bundle(kind: str) -> Callable[[Path], bytes]:
    """A maker of the archive that a mesh of this format is given to its child in."""

    def made(_folder: Path) -> bytes:
        box = trimesh.creation.box()
        files: dict[str, bytes | str]
        if kind == "obj":
            text = trimesh.exchange.obj.export_obj(box, header="")
            files = {"m.obj": f"mtllib m.mtl\nusemtl a\n{text}", "m.mtl": "newmtl a\nKd 1 0 0\nmap_Kd a.png\nd 0.5\n"}
            files["a.png"] = honest(size=(8, 8))
        elif kind == "gltf":
            parts = trimesh.Scene(box).export(file_type="gltf")
            files = {"m.gltf": parts.pop("model.gltf"), **parts}
        else:
            files = {f"m.{kind}": box.export(file_type=kind)}
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("names.json", json.dumps(list(files)))
            for number, data in enumerate(files.values()):
                archive.writestr(str(number), data)
        return stream.getvalue()

    return made


def _read_bundle(path: Path) -> None:
    bundle.inspect_bundle(path, path, {"final": True})
    bundle.convert_bundle(path, path.with_suffix(".glb"), {"final": True})


def _array(_folder: Path) -> bytes:
    stream = io.BytesIO()
    np.save(stream, np.arange(60, dtype=np.float32).reshape(20, 3))
    return stream.getvalue()


def _field(folder: Path) -> bytes:
    gaussians = random_gaussians(60, 0)
    features = np.random.default_rng(0).normal(size=(60, 8)).astype(np.float32)
    features /= np.linalg.norm(features, axis=1, keepdims=True)
    field = LanguageField("fixed", 8, (FieldLevel("object", fitted(features, words=8)),), geometry_hash(gaussians))
    write_field(field, folder / "sound.safetensors")
    return (folder / "sound.safetensors").read_bytes()


def _arrays(folder: Path) -> bytes:
    (folder / "m.glb").write_bytes(_glb(folder))
    glb.write_arrays(glb.load_glb(folder / "m.glb"), folder / "m.safetensors")
    return (folder / "m.safetensors").read_bytes()


def _transforms(folder: Path) -> bytes:
    return write_transforms(folder, ring(3)).read_bytes()


def _colmap(folder: Path) -> bytes:
    write_transforms(folder, ring(3)).unlink()
    lines = "\n".join(f"{i + 1} 1 0 0 0 0 {i} 3 1 {i:03d}.png\n10 10 1 20 20 -1" for i in range(3))
    (folder / "cameras.txt").write_text("1 OPENCV 64 48 60 61 32 24 0.01 0 0 0\n")
    (folder / "points3D.txt").write_text("".join(f"{i} {i} 1 2 10 20 30 0.5 1 0 2 0\n" for i in range(1, 9)))
    return lines.encode()


_IN_CHILDREN: dict[str, tuple[str, Callable[[Path], bytes], Callable[[Path], object]]] = {
    "glb": ("m.glb", _glb, lambda path: glb.write_arrays(glb.load_glb(path), path.with_suffix(".out"))),
    "furniture library": ("m.sh3f", _library, _read_library),
    **{f"mesh {kind}": ("m.zip", _bundle(kind), _read_bundle) for kind in bundle.FORMATS},
    **{
        f"splats {name}": (f"m.{suffix}", _splats(suffix), _read_splats(name))
        for name, suffix in (
            ("ply", "ply"), ("compressed.ply", "compressed.ply"), ("splat", "splat"), ("spz", "spz"), ("sog", "sog"), ("gltf", "glb"),
        )
    },
}  # fmt: skip
"""Readers that run in a child: name of the file, how a sound one is made, and the reader. Any exception is an answer of theirs."""
_IN_HOST: dict[str, tuple[str, Callable[[Path], bytes], Callable[[Path], object], tuple[type[Exception], ...]]] = {
    "array": ("m.npy", _array, lambda path: read_array(path, most_bytes=1 << 20), (ArrayFileError,)),
    "field": ("m.safetensors", _field, read_field, (FieldError,)),
    "arrays of a mesh": (
        "m.out", _arrays, scene_of_arrays, (ValueError, KeyError, TypeError, IndexError, OSError, RecursionError, SafetensorError),
    ),
    "transforms": ("transforms.json", _transforms, lambda path: open_capture(path.parent), (ScenewrightError,)),
    "colmap": ("images.txt", _colmap, lambda path: open_capture(path.parent), (ScenewrightError,)),
}  # fmt: skip
"""Readers of the host itself: the same, with the errors that their callers handle."""
_TEXTS = ("transforms", "colmap")
FILE_KINDS = (*_IN_CHILDREN, *_IN_HOST)


def change_files(kind: str, first: int, count: int) -> dict[str, Any]:
    """`count` changes of a file of a kind, from seed `first`: how many are read and refused, the slowest in seconds, and what came out
    of a reader of the host that is none of its errors."""
    outcomes: dict[str, Any] = {"read": 0, "refused": 0, "slowest": 0.0, "faults": []}
    child = kind in _IN_CHILDREN
    name, make, read = (_IN_CHILDREN if child else _IN_HOST)[kind][:3]  # type: ignore[index]
    expected: tuple[type[Exception], ...] = (Exception,) if child else _IN_HOST[kind][3]
    with tempfile.TemporaryDirectory() as place, _bounded(child), np.errstate(all="ignore"):
        folder = Path(place)
        sound = make(folder)
        for seed in range(first, first + count):
            chance = random.Random(seed)
            change = mutated_inside if seed % 2 else mutated
            changed = mutated_text(sound.decode(), chance).encode() if kind in _TEXTS else change(sound, chance)
            (folder / name).write_bytes(changed)
            began = time.process_time()
            try:
                read(folder / name)
                outcomes["read"] += 1
            except expected:
                outcomes["refused"] += 1
            except Exception as error:  # noqa: BLE001 - this is what the changes look for
                outcomes["faults"].append([seed, f"{type(error).__name__}: {error}"[:300]])
            outcomes["slowest"] = max(outcomes["slowest"], time.process_time() - began)
    outcomes["faults"] = outcomes["faults"][:5]
    return outcomes


@contextlib.contextmanager
def _bounded(child: bool) -> Any:
    """The memory of a child, for readers that run in one: too much is a MemoryError there, too."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if child:
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + _CHILD_MEMORY, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
