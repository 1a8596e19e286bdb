"""Scene folders, tables of jobs, settings and packs of strangers. Each case makes one in a folder that is given to it."""

from __future__ import annotations

import hashlib
import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.hostile_folders import EDIT, PROGRAM, SECOND
from tests.support.samples import ON_ALL_INPUTS

TASKS = "tests.support.hostile_folders"


@dataclass(frozen=True)
class FolderCase:
    """`make` changes a sound scene folder (or an empty folder, for other tasks). `task`: what the host does with it.
    `refused`: the host must end in an error; else it may also do its work."""

    name: str
    task: str
    make: Callable[[Path], object]
    refused: bool = True


def sparse(path: Path, size: int = 12 << 30) -> None:
    path.unlink(missing_ok=True)
    with path.open("wb") as file:
        file.truncate(size)


def pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def bound(path: Path) -> None:
    """A socket at a path, bound from its folder since such names are short."""
    path.unlink(missing_ok=True)
    here = os.getcwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def linked(path: Path, target: str) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(target)


def journal_line(data: dict[str, Any], previous: str = "") -> tuple[bytes, str]:
    """A line of a journal with the right check, as a stranger can compute it."""
    canonical = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    check = hashlib.sha256((previous + canonical).encode()).hexdigest()[:32]
    return json.dumps({**data, "check": check}, ensure_ascii=False).encode() + b"\n", check


def journal_entry(number: int = 1, **changes: Any) -> dict[str, Any]:
    program = hashlib.sha256(PROGRAM.encode()).hexdigest()
    entry = {
        "number": number, "revision": number, "time": "2026-01-01T00:00:00+00:00", "author": "person", "name": None,
        "operation": {"kind": "create"}, "before": None, "after": {"program": program, "seed": 0, "root": None}, "target": None,
    }  # fmt: skip
    return {**entry, **changes}


def journal(folder: Path, *entries: dict[str, Any]) -> None:
    """A journal of entries that verify, with the revision of the last in scene.toml."""
    lines, check = [], ""
    for entry in entries:
        line, check = journal_line(entry, check)
        lines.append(line)
    (folder / "journal.jsonl").write_bytes(b"".join(lines))
    toml(folder, revision=len(entries))


def wide_journal(folder: Path) -> None:
    """Operations with as many values as one may have: 60 MB of them, where tests run on all inputs."""
    wide = [[]] * 49_000
    entries = (
        journal_entry(n, operation={"kind": "edit", "x": wide}, before=state() if n > 1 else None)
        for n in range(1, 301 if ON_ALL_INPUTS else 81)
    )
    journal(folder, *entries)


def toml(folder: Path, extra: str = "", *, revision: object = 1, **values: str) -> None:
    rows = {"schema": "1", "revision": str(revision), "seed": "0", **values}
    (folder / "scene.toml").write_text("".join(f"{k} = {v}\n" for k, v in rows.items()) + extra)


def state(**changes: Any) -> dict[str, Any]:
    return {"program": hashlib.sha256(PROGRAM.encode()).hexdigest(), "seed": 0, "root": None, **changes}


def many(folder: Path, count: int, name: str = "f{}") -> None:
    folder.mkdir(exist_ok=True)
    for i in range(count):
        os.close(os.open(folder / name.format(i), os.O_CREAT))


def nest(folder: Path, depth: int, leaf: str) -> None:
    """A folder nested so deep that no path names its end."""
    here = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open(leaf, os.O_CREAT, dir_fd=here))
    os.close(here)


def render_file(folder: Path, data: bytes, name: str = "r0001-preview-0.json") -> None:
    (folder / "renders").mkdir(exist_ok=True)
    (folder / "renders" / name).write_bytes(data)


def many_renders(folder: Path, count: int) -> None:
    frame = {"file": "a.png", "camera": None, "frame": 0, "pass": "color"}
    row = json.dumps(
        {
            "renderer": "x",
            "key": "k" * 12,
            "settings": {},
            "device": "cpu",
            "seconds": 1.0,
            "revision": 1,
            "program": "0",
            "seed": 0,
            "root": None,
            "frames": [frame] * 2000,
        }
    ).encode()
    for i in range(count):
        render_file(folder, row, f"r{i}.json")


def locked(count: int) -> str:
    return "".join(f'[[assets]]\nwords = "w{i}"\nid = "{i:064x}"\n' for i in range(count))


def job(folder: Path, number: str = "1", **changes: Any) -> None:
    row = {
        "schema": 1,
        "id": number,
        "kind": "render",
        "state": "finished",
        "begun": "2026-01-01T00:00:00.000+00:00",
        **changes,
    }
    (folder / f"{number}.json").write_text(json.dumps(row))


DEEP = b"[" * 100_000
WIDE = b"[" + b"[]," * 5_000_000 + b"1]"

_READ = f"{TASKS}:read_scene"
_VERIFY = f"{TASKS}:verify_scene"
_EDIT = f"{TASKS}:edit_scene"
_EVALUATE = f"{TASKS}:evaluate_scene"
_EXPORT = f"{TASKS}:export_scene"
_SOURCE = f"{TASKS}:source_of"
_JOBS = f"{TASKS}:read_jobs"
_SETTINGS = f"{TASKS}:read_settings"
_PACK = f"{TASKS}:read_pack"
_PROPOSE = f"{TASKS}:propose_pack"
_TRIANGLE = "mtllib a.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nusemtl a\nf 1 2 3\n"
_GLTF = (
    '{"asset":{"version":"2.0"},"buffers":[{"uri":"../../../../etc/passwd","byteLength":36},{"uri":"/dev/zero","byteLength":9}],'
    '"bufferViews":[{"buffer":0,"byteLength":36}],"accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"}],'
    '"meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],"nodes":[{"mesh":0}],"scenes":[{"nodes":[0]}],"scene":0}'
)

SCENES: tuple[FolderCase, ...] = (
    # -- what is no plain file ----------------------------------------------------------------------------------------
    *(
        FolderCase(f"{kind} {name}", task, lambda f, make=make, name=name: make(f / name))
        for kind, make in (("pipe", pipe), ("sparse", sparse), ("socket", bound))
        for name, task in (("scene.toml", _READ), ("program.py", _READ), ("journal.jsonl", _READ), ("journal.jsonl", _EDIT))
    ),
    *(
        FolderCase(f"{name} to {target}", _READ, lambda f, name=name, target=target: linked(f / name, target))
        for name, target in (
            ("scene.toml", "/dev/zero"), ("program.py", "/etc/hostname"), ("journal.jsonl", "/dev/zero"), ("program.py", "program.py"),
            ("journal.jsonl", "../outside"),
        )
    ),
    FolderCase("lock is a pipe", _EDIT, lambda f: pipe(f / "lock")),
    FolderCase("lock is the program", _EDIT, lambda f: linked(f / "lock", "program.py")),
    FolderCase("lock.json is a pipe", _EDIT, lambda f: pipe(f / "lock.json")),
    FolderCase("history is a pipe", _EDIT, lambda f: ((f / "history").rename(f / "was"), pipe(f / "history"))),
    FolderCase("a past text is a pipe", _VERIFY, lambda f: [pipe(p) for p in (f / "history").iterdir()], refused=False),
    FolderCase("a past text leads out", _VERIFY, lambda f: [linked(p, "/dev/zero") for p in (f / "history").iterdir()], refused=False),
    FolderCase("a render is a pipe", _READ, lambda f: (render_file(f, b""), pipe(f / "renders" / "r0001-preview-0.json"))),
    FolderCase("a render is sparse", _READ, lambda f: (render_file(f, b""), sparse(f / "renders" / "r0001-preview-0.json"))),
    FolderCase("a render is a device", _READ, lambda f: (render_file(f, b""), linked(f / "renders" / "r0001-preview-0.json", "/dev/zero"))),
    FolderCase("an asset is a pipe", _VERIFY, lambda f: (f / "assets").mkdir(exist_ok=True) or pipe(f / "assets" / f"{0:064x}.glb"), refused=False),
    FolderCase("an asset is sparse", _VERIFY, lambda f: (f / "assets").mkdir(exist_ok=True) or sparse(f / "assets" / f"{0:064x}.glb", 1 << 40), refused=False),
    FolderCase("an asset is a device", _VERIFY, lambda f: (f / "assets").mkdir(exist_ok=True) or linked(f / "assets" / f"{0:064x}.glb", "/dev/zero"), refused=False),
    # -- too many and too deep ----------------------------------------------------------------------------------------
    FolderCase("many renders", _READ, lambda f: many(f / "renders", 30_000, "r{}.json")),
    FolderCase("many large renders", _READ, lambda f: many_renders(f, 1500)),
    FolderCase("many assets", _VERIFY, lambda f: (many(f / "assets", 30_000), toml(f, locked(2000)))),
    FolderCase("many files", _EDIT, lambda f: many(f, 30_000), refused=False),
    FolderCase("a render nested deep", _READ, lambda f: render_file(f, DEEP)),
    FolderCase("a render of lists", _READ, lambda f: render_file(f, WIDE)),
    FolderCase("a render of wrong types", _READ, lambda f: render_file(f, b'{"renderer": 1, "key": [], "settings": 3, "device": {}, "seconds": "x", "revision": [], "program": 0, "seed": null, "root": [], "frames": [{"file": "../../x", "camera": {}, "frame": [], "pass": 1}]}')),
    FolderCase("a render that is a number", _READ, lambda f: render_file(f, b"7")),
    # -- scene.toml ---------------------------------------------------------------------------------------------------
    FolderCase("toml of lists", _READ, lambda f: toml(f, "x = " + "[" * 100_000)),
    FolderCase("toml of many lists", _READ, lambda f: toml(f, "x = [" + "[]," * 5_000_000 + "]")),
    FolderCase("toml of dots", _READ, lambda f: toml(f, "x." * 30_000 + "y = 1")),
    FolderCase("toml of deep tables", _READ, lambda f: toml(f, "[" + "x." * 3_000 + "y]\na = 1")),
    FolderCase("a huge hexadecimal seed", _READ, lambda f: toml(f, seed="0x" + "f" * 100_000)),
    FolderCase("a huge decimal seed", _READ, lambda f: toml(f, seed="9" * 5_000)),
    FolderCase("a deep title", _READ, lambda f: toml(f, "[title." + "x." * 3_000 + "y]\na = 1")),
    FolderCase("a huge title of the wrong type", _READ, lambda f: toml(f, 'title = ["' + "x" * 3_000_000 + '"]')),
    FolderCase("a size that is no number", _READ, lambda f: toml(f, '[[assets]]\nwords = "w"\nid = "x"\nsize = [nan, inf, true]')),
    FolderCase("a size of huge integers", _READ, lambda f: toml(f, '[[assets]]\nwords = "w"\nid = "x"\nsize = [' + "9" * 400 + ", 1, 1]")),
    FolderCase("a clearance that is no number", _READ, lambda f: toml(f, '[[assets]]\nwords = "w"\nid = "x"\nclearance = [nan, 0, 0, 0]')),
    FolderCase("deep details", _READ, lambda f: toml(f, '[[assets]]\nwords = "w"\nid = "x"\n' + "details." + "x." * 3_000 + "y = 1")),
    FolderCase("many assets to edit", _EDIT, lambda f: toml(f, locked(40_000)), refused=False),
    FolderCase("many tables to edit", _EDIT, lambda f: toml(f, "".join(f"[t{i}]\n" for i in range(55_000))), refused=False),
    FolderCase("keys of 99 parts to edit", _EDIT, lambda f: toml(f, "".join("a." * 98 + f"b{i} = 1\n" for i in range(900)))),
    FolderCase("keys of two parts to edit", _EDIT, lambda f: toml(f, "".join(f"a.b{i} = 1\n" for i in range(900)))),
    FolderCase("tables of one parent to edit", _EDIT, lambda f: toml(f, "".join(f"[ a .'b{i}' ]\n[z{i}]\n" for i in range(900)))),
    FolderCase("dotted keys on one line to edit", _EDIT, lambda f: toml(f, "x = {" + ", ".join(f'"a".b.c.b{i} = 1' for i in range(900)) + "}")),
    FolderCase("tables of an asset to edit", _EDIT, lambda f: toml(f, '[[assets]]\nwords = "w"\nid = "x"\n' + "".join(f"[assets.details.a{i}]\n" for i in range(900)))),
    FolderCase("as many dotted keys as are taken", _EDIT, lambda f: toml(f, "".join("a." * 9 + f"b{i} = 1\n" for i in range(10))), refused=False),
    FolderCase("a revision beyond all", _EDIT, lambda f: ((f / "journal.jsonl").unlink(), toml(f, revision=10**30)), refused=False),
    FolderCase("a date as root", _READ, lambda f: toml(f, root="1979-05-27")),
    # -- journal.jsonl ------------------------------------------------------------------------------------------------
    FolderCase("a journal nested deep", _READ, lambda f: (f / "journal.jsonl").write_bytes(DEEP + b"\n" + b"{}\n")),
    FolderCase("a journal of lists", _READ, lambda f: (f / "journal.jsonl").write_bytes(WIDE * 8 + b"\n{}\n")),
    FolderCase("a journal of empty lines", _READ, lambda f: (f / "journal.jsonl").write_bytes(b"\n" * 50_000_000)),
    FolderCase("a journal without a line", _READ, lambda f: (f / "journal.jsonl").write_bytes(b"x" * 400_000_000)),
    FolderCase("a journal that is a number", _READ, lambda f: (f / "journal.jsonl").write_bytes(b"7\n7\n")),
    FolderCase("an operation nested deep", _READ, lambda f: journal(f, journal_entry(operation={"kind": "create", "x": json.loads("[" * 900 + "]" * 900)}))),
    FolderCase("a journal of wide operations", _EDIT, wide_journal, refused=False),
    FolderCase("an undo of nothing", _READ, lambda f: journal(f, journal_entry(), journal_entry(2, operation={"kind": "undo"}, before=state(), target=1))),
    FolderCase("a redo of nothing", _EDIT, lambda f: journal(f, journal_entry(), journal_entry(2, operation={"kind": "redo"}, before=state(), target=1))),
    FolderCase("an operation without a kind", _READ, lambda f: journal(f, journal_entry(operation={}))),
    FolderCase("an operation that is text", _READ, lambda f: journal(f, journal_entry(operation="create"))),
    FolderCase("a program that leads out", _VERIFY, lambda f: journal(f, journal_entry(), journal_entry(2, operation=EDIT, before=state(program="../../../etc/x"), after=state()))),
    FolderCase("a program that is no text", _VERIFY, lambda f: journal(f, journal_entry(), journal_entry(2, operation=EDIT, before=state(program=["x"]), after=state()))),
    FolderCase("a seed that is text", _EDIT, lambda f: journal(f, journal_entry(), journal_entry(2, operation=EDIT, before=state(seed="x"), after=state()))),
    FolderCase("a root that is a list", _EDIT, lambda f: journal(f, journal_entry(), journal_entry(2, operation=EDIT, before=state(root=[1]), after=state()))),
    FolderCase("a revision that is text", _READ, lambda f: journal(f, journal_entry(revision="1"))),
    FolderCase("a name that is a list", _READ, lambda f: journal(f, journal_entry(name=[[]]))),
    FolderCase("revisions that go back", _READ, lambda f: journal(f, journal_entry(), journal_entry(2, revision=-5, operation=EDIT, before=state(), after=state()))),
    # -- program.py ---------------------------------------------------------------------------------------------------
    FolderCase("a program of 17 MB", _READ, lambda f: (f / "program.py").write_bytes(b"#" * (17 << 20))),
    FolderCase("a program in UTF-16", _READ, lambda f: (f / "program.py").write_bytes(SECOND.encode("utf-16"))),
    FolderCase("a program with a null", _READ, lambda f: (f / "program.py").write_bytes(b"x = 1\n\0")),
    FolderCase("a program nested deep", _EVALUATE, lambda f: (f / "program.py").write_text("x = " + "(" * 5_000)),
    FolderCase("a splat that is a pipe", _EXPORT, lambda f: (pipe(f / "s.ply"), (f / "program.py").write_text(splat("s.ply"))), refused=False),
    FolderCase("a splat that is sparse", _EXPORT, lambda f: (sparse(f / "s.ply"), (f / "program.py").write_text(splat("s.ply"))), refused=False),
    FolderCase("a splat that leads out", _EXPORT, lambda f: (linked(f / "s.ply", "/dev/zero"), (f / "program.py").write_text(splat("s.ply"))), refused=False),
    FolderCase("a splat beside pipes", _EXPORT, lambda f: (pipe(f / "a.webp"), sparse(f / "b.webp"), (f / "meta.json").write_text("{}"), (f / "program.py").write_text(splat("meta.json"))), refused=False),
)  # fmt: skip


def splat(name: str) -> str:
    return (
        PROGRAM.replace(
            "return primitive_call(", f"return concat_shapes(splat_call('{name}'), primitive_call("
        ).rstrip()
        + ")\n"
    )


OTHERS: tuple[FolderCase, ...] = (
    FolderCase("a job that is a pipe", _JOBS, lambda f: pipe(f / "1.json"), refused=False),
    FolderCase("a job that is sparse", _JOBS, lambda f: sparse(f / "1.json"), refused=False),
    FolderCase("a job that is a device", _JOBS, lambda f: linked(f / "1.json", "/dev/zero"), refused=False),
    FolderCase("a log that is a pipe", _JOBS, lambda f: (job(f), pipe(f / "1.log")), refused=False),
    FolderCase("a log that leads out", _JOBS, lambda f: (job(f), linked(f / "1.log", "/dev/zero")), refused=False),
    FolderCase("a lock that is a pipe", _JOBS, lambda f: (job(f, state="running"), pipe(f / "1.lock")), refused=False),
    FolderCase("a job nested deep", _JOBS, lambda f: (f / "1.json").write_bytes(DEEP), refused=False),
    FolderCase("a job of lists", _JOBS, lambda f: (f / "1.json").write_bytes(WIDE), refused=False),
    FolderCase("jobs of wrong types", _JOBS, lambda f: (job(f), job(f, "2", begun=7), job(f, "3", begun=[[]], id={})), refused=False),
    FolderCase("a job that names another", _JOBS, lambda f: job(f, "1", id="../../x", state="running"), refused=False),
    FolderCase("a state that does not exist", _JOBS, lambda f: job(f, state=["x"]), refused=False),
    FolderCase("many jobs", _JOBS, lambda f: many(f, 30_000, "{}.json"), refused=False),
    FolderCase("settings that are a pipe", _SETTINGS, lambda f: pipe(f / "config.toml")),
    FolderCase("settings that are sparse", _SETTINGS, lambda f: sparse(f / "config.toml")),
    FolderCase("settings that are a device", _SETTINGS, lambda f: linked(f / "config.toml", "/dev/zero")),
    FolderCase("settings nested deep", _SETTINGS, lambda f: (f / "config.toml").write_text("x." * 3_000 + "y = 1")),
    FolderCase("settings of lists", _SETTINGS, lambda f: (f / "config.toml").write_text("x = " + "[" * 100_000)),
    FolderCase("settings with a huge number", _SETTINGS, lambda f: (f / "config.toml").write_text("seed = " + "9" * 5_000)),
    FolderCase("settings with a huge hexadecimal", _SETTINGS, lambda f: (f / "config.toml").write_text("seed = 0x" + "f" * 50_000)),
    FolderCase("settings of the wrong types", _SETTINGS, lambda f: (f / "config.toml").write_text("seed = [1]\nrender = 3")),
    FolderCase("a reply that is a pipe", _SOURCE, lambda f: pipe(f / "reply.md")),
    FolderCase("a reply that is sparse", _SOURCE, lambda f: sparse(f / "reply.md")),
    FolderCase("a reply that is a device", _SOURCE, lambda f: linked(f / "reply.md", "/dev/zero")),
    FolderCase("a reply of JSON nested deep", _SOURCE, lambda f: (f / "reply.json").write_bytes(DEEP)),
    FolderCase("a reply of JSON lists", _SOURCE, lambda f: (f / "reply.json").write_bytes(WIDE)),
    FolderCase("a manifest that is a pipe", _PACK, lambda f: pipe(f / "scenewright-pack.toml")),
    FolderCase("a manifest that is sparse", _PACK, lambda f: sparse(f / "scenewright-pack.toml")),
    FolderCase("a manifest nested deep", _PACK, lambda f: (f / "scenewright-pack.toml").write_text("x = " + "[" * 100_000)),
    FolderCase("a manifest of wrong types", _PACK, lambda f: (f / "scenewright-pack.toml").write_text("asset = 3\nname = [1]"), refused=False),
    FolderCase("a manifest of odd rows", _PACK, lambda f: (f / "scenewright-pack.toml").write_text('asset = [1, "x", {file = "\\u0000", word = "w"}, {file = "' + "x" * 5000 + '", word = "w"}]'), refused=False),
    FolderCase("a pack's object that is a pipe", _PACK, lambda f: pipe(f / "a.py"), refused=False),
    FolderCase("a pack's object that is sparse", _PACK, lambda f: sparse(f / "a.py"), refused=False),
    FolderCase("a pack's object that leads out", _PACK, lambda f: linked(f / "a.py", "/dev/zero"), refused=False),
    FolderCase("a pack's folder that is deep", _PACK, lambda f: nest(f, 5_000, "a.py"), refused=False),
    FolderCase("a pack of 200,000 files", _PACK, lambda f: many(f, 200_000, "{}.txt"), refused=False),
    FolderCase("a pack's header nested deep", _PACK, lambda f: (f / "a.py").write_text("# /// asset\n# x = " + "[" * 100_000 + "\n# ///\n"), refused=False),
    FolderCase("meshes below a deep folder", _PROPOSE, lambda f: nest(f, 5_000, "a.glb")),
    FolderCase("a mesh that is a pipe", _PROPOSE, lambda f: pipe(f / "a.glb"), refused=True),
    FolderCase("a mesh that is sparse", _PROPOSE, lambda f: sparse(f / "a.glb"), refused=False),
    FolderCase("a mesh that leads out", _PROPOSE, lambda f: linked(f / "a.glb", "/dev/zero")),
    FolderCase("an OBJ whose materials are a pipe", _PROPOSE, lambda f: ((f / "a.obj").write_text(_TRIANGLE), pipe(f / "a.mtl")), refused=False),
    FolderCase("an OBJ whose materials are sparse", _PROPOSE, lambda f: ((f / "a.obj").write_text(_TRIANGLE), sparse(f / "a.mtl")), refused=False),
    FolderCase("an OBJ whose materials lead out", _PROPOSE, lambda f: ((f / "a.obj").write_text(_TRIANGLE), linked(f / "a.mtl", "/dev/zero")), refused=False),
    FolderCase("a glTF that names the host's files", _PROPOSE, lambda f: (f / "a.gltf").write_text(_GLTF), refused=False),
    FolderCase("an OBJ that names 100,000 libraries", _PROPOSE, lambda f: (f / "a.obj").write_text(_TRIANGLE + "".join(f"mtllib {n}.mtl\n" for n in range(100_000))), refused=False),
    FolderCase("an STL that is sparse", _PROPOSE, lambda f: sparse(f / "a.stl"), refused=False),
    FolderCase("a PLY of a header without end", _PROPOSE, lambda f: (f / "a.ply").write_bytes(b"ply\nformat ascii 1.0\n" + b"comment x\n" * 3_000_000), refused=False),
    FolderCase("a licence that is a pipe", _PROPOSE, lambda f: ((f / "a.glb").write_bytes(b"glTF"), pipe(f / "LICENSE")), refused=False),
)  # fmt: skip
