"""Captures and archives of strangers. Each case changes a sound capture of four pictures, or makes a file in an empty folder."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.hostile.folder_corpus import DEEP, WIDE, FolderCase, bound, linked, many, nest, pipe, sparse

TASKS = "tests.support.hostile_captures"


def changed(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    """A change of a capture's ``transforms.json``."""

    def make(folder: Path) -> None:
        values = json.loads((folder / "transforms.json").read_text())
        change(values)
        (folder / "transforms.json").write_text(json.dumps(values))

    return make


def unposed(folder: Path) -> None:
    (folder / "transforms.json").unlink()


def moved_out(folder: Path, name: str) -> None:
    """What `name` is, moved out of the folder, with a link in its place."""
    outside = folder.parent / "outside"
    (folder / name).rename(outside)
    (folder / name).symlink_to(outside)


def colmap(folder: Path, **files: bytes) -> None:
    """A COLMAP model of the capture's pictures, as text, with some files replaced."""
    unposed(folder)
    model = folder / "sparse" / "0"
    model.mkdir(parents=True)
    images = "".join(f"{i} 1 0 0 0 {i} 0 3 1 {i:03}.png\n\n" for i in range(4)).encode()
    sound = {"cameras.txt": b"1 PINHOLE 64 48 60 60 32 24\n", "images.txt": images, "points3D.txt": b""}
    for name, data in {**sound, **{k.replace("_", "."): v for k, v in files.items()}}.items():
        (model / name).write_bytes(data)


def zipped(path: Path, *members: tuple[str, bytes], mode: int = 0) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)


def bomb(path: Path, name: str, said: int = 1 << 20) -> None:
    """4 GB of zeros in 4 MB. Its header says `said` bytes; the stream is one block of zeros, over and over."""
    engine = zlib.compressobj(wbits=-15)
    block = engine.compress(bytes(1 << 24)) + engine.flush(zlib.Z_FULL_FLUSH)
    packed = block * 256 + engine.flush()
    fields = (0, 8, 0, 0, 0, len(packed), said, len(name), 0)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, *fields) + name.encode()
    central = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, *fields, 0, 0, 0, 0, 0) + name.encode()
    at = len(local) + len(packed)
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1, 1, len(central), at, 0)
    path.write_bytes(local + packed + central + end)


def members(path: Path, count: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for i in range(count):
            archive.writestr(f"{i}", b"")


def twice(path: Path, name: str) -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        zipped(path, (name, b"{}"), (name, b"[]"))


def safetensors(path: Path, header: bytes, length: int | None = None) -> None:
    path.write_bytes(struct.pack("<Q", len(header) if length is None else length) + header)


def picture(width: int) -> bytes:
    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (width, width)).save(stream, "WEBP", lossless=True)
    return stream.getvalue()


def sog_folder(folder: Path, change: Callable[[Path], object]) -> None:
    """A SOG in a folder, whose pictures all are one file."""
    files = {"files": ["p.webp"]}
    box = {"mins": [0, 0, 0], "maxs": [1, 1, 1]}
    meta = {
        "version": 2, "count": 16, "means": {**box, "files": ["p.webp", "p.webp"]}, "quats": files,
        "scales": {"codebook": [0.0] * 256, **files}, "sh0": {"codebook": [0.0] * 256, **files},
    }  # fmt: skip
    (folder / "meta.json").write_text(json.dumps(meta))
    (folder / "p.webp").write_bytes(picture(4))
    change(folder)


_OPEN = f"{TASKS}:open_one"
_SPLAT = f"{TASKS}:read_splat"
_LIBRARY = f"{TASKS}:read_library"
_FIELD = f"{TASKS}:read_one_field"
_CHECKPOINT = f"{TASKS}:read_one_checkpoint"

CAPTURES: tuple[FolderCase, ...] = (
    # -- what is no plain file, and links out -------------------------------------------------------------------------
    FolderCase("transforms to a device", _OPEN, lambda f: linked(f / "transforms.json", "/dev/zero")),
    FolderCase("transforms to a file outside", _OPEN, lambda f: moved_out(f, "transforms.json")),
    FolderCase("transforms as a pipe", _OPEN, lambda f: pipe(f / "transforms.json")),
    FolderCase("transforms as a socket", _OPEN, lambda f: bound(f / "transforms.json")),
    FolderCase("sparse transforms", _OPEN, lambda f: sparse(f / "transforms.json")),
    FolderCase("pictures behind a link", _OPEN, lambda f: moved_out(f, "images")),
    FolderCase("a picture behind a link", _OPEN, lambda f: moved_out(f, "images/001.png")),
    FolderCase("a picture that is a device", _OPEN, lambda f: linked(f / "images" / "001.png", "/dev/zero")),
    FolderCase("a picture that is a pipe", _OPEN, lambda f: pipe(f / "images" / "001.png"), refused=False),
    FolderCase("a sparse picture", _OPEN, lambda f: sparse(f / "images" / "001.png")),
    FolderCase("an unposed picture that is a pipe", _OPEN, lambda f: (unposed(f), pipe(f / "images" / "001.png"))),
    FolderCase("an unposed picture that is sparse", _OPEN, lambda f: (unposed(f), sparse(f / "images" / "001.png"))),
    FolderCase("unposed pictures behind a link", _OPEN, lambda f: (unposed(f), moved_out(f, "images"))),
    FolderCase("a mask that leads out", _OPEN, lambda f: (linked(f / "m.png", "/dev/zero"), changed(lambda v: v["frames"][0].update(mask_path="m.png"))(f))),
    FolderCase("points that are a pipe", _OPEN, lambda f: (pipe(f / "p.ply"), changed(lambda v: v.update(ply_file_path="p.ply"))(f)), refused=False),
    FolderCase("points that lead out", _OPEN, lambda f: (linked(f / "p.ply", "/dev/zero"), changed(lambda v: v.update(ply_file_path="p.ply"))(f))),
    FolderCase("sparse points", _OPEN, lambda f: (sparse(f / "p.ply", 7 << 30), changed(lambda v: v.update(ply_file_path="p.ply"))(f))),
    FolderCase("a work folder that leads out", _OPEN, lambda f: linked(f / ".scenewright-capture", "/tmp")),
    FolderCase("a video that is a pipe", _OPEN, lambda f: (unposed(f), __import__("shutil").rmtree(f / "images"), pipe(f / "a.mp4"))),
    FolderCase("a video that leads out", _OPEN, lambda f: (unposed(f), __import__("shutil").rmtree(f / "images"), linked(f / "a.mp4", "/dev/zero"))),
    FolderCase("a video that is a playlist", _OPEN, lambda f: (unposed(f), __import__("shutil").rmtree(f / "images"), (f / "a.mp4").write_text("#EXTM3U\n#EXTINF:1,\n/etc/hostname\n"))),
    FolderCase("a video that lists files", _OPEN, lambda f: (unposed(f), __import__("shutil").rmtree(f / "images"), (f / "a.mp4").write_text("ffconcat version 1.0\nfile b.mp4\n"))),
    FolderCase("a model that is a pipe", _OPEN, lambda f: (colmap(f), pipe(f / "sparse/0/cameras.txt"))),
    FolderCase("a model that is a device", _OPEN, lambda f: (colmap(f), linked(f / "sparse/0/images.txt", "/dev/zero"))),
    FolderCase("a model behind a link", _OPEN, lambda f: (colmap(f), moved_out(f, "sparse"))),
    FolderCase("a sparse model", _OPEN, lambda f: (colmap(f), sparse(f / "sparse/0/points3D.txt", 7 << 30))),
    FolderCase("a sparse binary model", _OPEN, lambda f: (colmap(f), [sparse(f / "sparse/0" / n, 7 << 30) for n in ("cameras.bin", "images.bin")])),
    FolderCase("a model's name that leads out", _OPEN, lambda f: colmap(f, images_txt=b"1 1 0 0 0 0 0 3 1 ../../../../etc/hostname\n\n")),
    FolderCase("pictures of a model behind a link", _OPEN, lambda f: (colmap(f), moved_out(f, "images"))),
    # -- too many and too deep ----------------------------------------------------------------------------------------
    FolderCase("a folder nested deep", _OPEN, lambda f: (unposed(f), nest(f, 5_000, "a.png"))),
    FolderCase("many files", _OPEN, lambda f: (unposed(f), many(f / "more", 200_000)), refused=True),
    FolderCase("many numbers of models", _OPEN, lambda f: (unposed(f), many(f / "sparse", 20_000, "{}"))),
    FolderCase("a number of 5,000 digits", _OPEN, lambda f: (unposed(f), (f / "sparse" / ("9" * 250)).mkdir(parents=True))),
    FolderCase("transforms nested deep", _OPEN, lambda f: (f / "transforms.json").write_bytes(DEEP)),
    FolderCase("transforms of lists", _OPEN, lambda f: (f / "transforms.json").write_bytes(WIDE)),
    FolderCase("a matrix nested deep", _OPEN, lambda f: (f / "transforms.json").write_bytes(b'{"frames": [{"file_path": "a", "transform_matrix": ' + b"[" * 900 + b"]" * 900 + b"}]}")),
    FolderCase("a number of many digits", _OPEN, lambda f: (f / "transforms.json").write_bytes(b'{"w": ' + b"9" * 5_000 + b', "frames": []}')),
    FolderCase("a size that is not finite", _OPEN, changed(lambda v: v.update(w=float("nan")))),
    FolderCase("a path with a null", _OPEN, changed(lambda v: v["frames"][0].update(file_path="a\0b"))),
    FolderCase("a path of 5,000 characters", _OPEN, changed(lambda v: v["frames"][0].update(file_path="a/" * 2_500))),
    FolderCase("a long name", _OPEN, changed(lambda v: v["frames"][0].update(file_path="a" * 900)), refused=False),
)  # fmt: skip

ARCHIVES: tuple[FolderCase, ...] = (
    FolderCase("a splat that is a pipe", _SPLAT, lambda f: pipe(f / "given.ply")),
    FolderCase("a splat that is sparse", _SPLAT, lambda f: sparse(f / "given.ply", 1 << 40)),
    FolderCase("a splat that is a device", _SPLAT, lambda f: linked(f / "given.ply", "/dev/zero")),
    FolderCase("a bundle with a name that is absolute", _SPLAT, lambda f: zipped(f / "given.sog", ("/meta.json", b"{}"))),
    FolderCase("a bundle with a name that leads out", _SPLAT, lambda f: zipped(f / "given.sog", ("a/../../meta.json", b"{}"))),
    FolderCase("a bundle with a link", _SPLAT, lambda f: zipped(f / "given.sog", ("meta.json", b"/etc/hostname"), mode=stat.S_IFLNK | 0o777)),
    FolderCase("a bundle with a device", _SPLAT, lambda f: zipped(f / "given.sog", ("meta.json", b""), mode=stat.S_IFCHR | 0o666)),
    FolderCase("a bundle with a name twice", _SPLAT, lambda f: twice(f / "given.sog", "meta.json")),
    FolderCase("a bundle of zeros", _SPLAT, lambda f: bomb(f / "given.sog", "meta.json")),
    FolderCase("a bundle of 100,000 members", _SPLAT, lambda f: members(f / "given.sog", 100_000)),
    FolderCase("a bundle nested deep", _SPLAT, lambda f: zipped(f / "given.sog", ("meta.json", DEEP))),
    FolderCase("a folder of pictures that are pipes", _SPLAT, lambda f: ((f / "given").mkdir(), sog_folder(f / "given", lambda g: pipe(g / "p.webp")))),
    FolderCase("a folder of sparse pictures", _SPLAT, lambda f: ((f / "given").mkdir(), sog_folder(f / "given", lambda g: sparse(g / "p.webp", 1 << 40)))),
    FolderCase("a folder of pictures that lead out", _SPLAT, lambda f: ((f / "given").mkdir(), sog_folder(f / "given", lambda g: linked(g / "p.webp", "/dev/zero")))),
    FolderCase("a folder whose meta.json is a pipe", _SPLAT, lambda f: ((f / "given").mkdir(), sog_folder(f / "given", lambda g: pipe(g / "meta.json")))),
    FolderCase("a library that is a pipe", _LIBRARY, lambda f: pipe(f / "given.sh3f")),
    FolderCase("a library that is sparse", _LIBRARY, lambda f: sparse(f / "given.sh3f")),
    FolderCase("a library of zeros", _LIBRARY, lambda f: bomb(f / "given.sh3f", "PluginFurnitureCatalog.properties")),
    FolderCase("a library of 100,000 members", _LIBRARY, lambda f: members(f / "given.sh3f", 100_000)),
    FolderCase("a library with a name twice", _LIBRARY, lambda f: twice(f / "given.sh3f", "PluginFurnitureCatalog.properties")),
    FolderCase("a library with a link", _LIBRARY, lambda f: zipped(f / "given.sh3f", ("PluginFurnitureCatalog.properties", b"x"), mode=stat.S_IFLNK | 0o777)),
    FolderCase("a field that is a pipe", _FIELD, lambda f: pipe(f / "given.safetensors")),
    FolderCase("a field that is sparse", _FIELD, lambda f: sparse(f / "given.safetensors", 3 << 30)),
    FolderCase("a field with a long header", _FIELD, lambda f: safetensors(f / "given.safetensors", b"{", 1 << 60)),
    FolderCase("a field nested deep", _FIELD, lambda f: safetensors(f / "given.safetensors", json.dumps({"__metadata__": {"scenewright.field": DEEP.decode()}}).encode())),
    FolderCase("a checkpoint that is a pipe", _CHECKPOINT, lambda f: pipe(f / "given.safetensors")),
    FolderCase("a checkpoint that is a device", _CHECKPOINT, lambda f: linked(f / "given.safetensors", "/dev/zero")),
    FolderCase("a checkpoint nested deep", _CHECKPOINT, lambda f: safetensors(f / "given.safetensors", json.dumps({"__metadata__": {"scenewright.training": DEEP.decode()}}).encode())),
)  # fmt: skip
