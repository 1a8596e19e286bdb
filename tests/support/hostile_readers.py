"""Readers of a scene folder and its neighbours under mutated files. Each file begins as a valid one; a mutation flips bits, cuts,
splices, swaps lengths, or puts in what parsers fear."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scenewright.scene.errors import ScenewrightError
from tests.support.hostile_folders import EDIT, PROGRAM, SECOND

FEARED = (
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"[" * 2_000, b"{" * 2_000, b"9" * 5_000, b"0x" + b"f" * 2_000, b"1e999", b"-1", b"nan", b"inf",
    b"NaN", b"-Infinity", b"null", b"true", b"[]", b"{}", b'""', b'"\\ud800"', b'"\\u0000"', b"a." * 300, b"[[a]]\n" * 50, b"\r\n", b"\xed\xa0\x80",
    b"../" * 30, b"/dev/zero", b"1979-05-27", b'"""', b"'''", b"\\", b"#", b"=", b",", b"]", b"}",
)  # fmt: skip


def mutated(data: bytes, draw: random.Random) -> bytes:
    """`data` after one to four mutations."""
    for _ in range(draw.randint(1, 4)):
        at = draw.randint(0, len(data))
        to = min(len(data), at + draw.choice((1, 2, 8, 64, 512)))
        kind = draw.randrange(7)
        if kind == 0 and data:
            i = min(at, len(data) - 1)
            data = data[:i] + bytes([data[i] ^ (1 << draw.randrange(8))]) + data[i + 1 :]
        elif kind == 1:
            data = data[:at]
        elif kind == 2:
            data = data[:at] + data[to:]
        elif kind == 3:
            other = draw.randint(0, len(data))
            data = data[:at] + data[other : other + (to - at)] + data[at:]
        elif kind == 4:
            data = data[:at] + draw.choice(FEARED) + data[at:]
        elif kind == 5:
            data = data[:at] + draw.choice(FEARED) + data[to:]
        else:
            data = _value_replaced(data, draw)
    return data


def _value_replaced(data: bytes, draw: random.Random) -> bytes:
    """A whole value of a line, after '=' or ':', becomes one that is feared."""
    places = [i + 1 for i, byte in enumerate(data) if byte in b"=:"]
    if not places:
        return data
    start = draw.choice(places)
    end = next((i for i in range(start, len(data)) if data[i] in b",\n}]"), len(data))
    return data[:start] + b" " + draw.choice(FEARED) + data[end:]


@dataclass(frozen=True)
class Reader:
    """A reader of one file. `make` fills an empty folder and returns the file to mutate; `read` does what a host does with it."""

    name: str
    make: Callable[[Path], Path]
    read: Callable[[Path], object]


def scene_folder(folder: Path) -> Path:
    """A scene with a history, locked assets, and a render."""
    from scenewright.scene.folder import LockedAsset, Project, RenderedFile, RenderJob

    project = Project.create(
        folder / "scene", PROGRAM, title="A room", prompt="a room", units="m", render={"width": 320}
    )
    asset = project.assets.add_bytes(b"glTF", "glb")
    project.lock_asset(
        LockedAsset("cup", (0.1, 0.1, 0.1), 0, asset, licence="CC0-1.0", details={"paint": [0.1, 0.2, 0.3]})
    )
    project.save(SECOND, author="agent", operation={**EDIT, "path": "room/cube", "by": [0.5, 0, 0]})
    project.undo()
    project.redo()
    (folder / "picture.png").write_bytes(b"png")
    project.record_render(
        [RenderedFile(folder / "picture.png", "front")], RenderJob("preview", "k" * 64, {"width": 320})
    )
    return project.folder


def _read_scene(folder: Path) -> None:
    from scenewright.scene.folder import Project

    project = Project.open(folder / "scene", writable=False)
    project.verify()
    _ = project.can_undo, project.can_redo, project.locked_assets, project.cache_key(versions={}), project.toml


def _write_scene(folder: Path) -> None:
    from scenewright.scene.folder import Project

    _read_scene(folder)
    project = Project.open(folder / "scene", timeout=1.0)
    project.configure(title="another", seed=project.seed + 1)
    project.save(PROGRAM + "# one more\n", author="person", operation=EDIT)
    project.undo()


def _renders(folder: Path) -> None:
    from scenewright.scene.folder import Project

    _read_scene(folder)
    Project.open(folder / "scene", writable=False).renders()


def _program(folder: Path) -> None:
    from scenewright.scene.language.running import evaluate
    from scenewright.scene.sources import read_source

    evaluate(read_source(folder / "scene").text)


def _jobs(folder: Path) -> None:
    from scenewright.app.jobs import JobTable
    from tests.support.hostile_folders import read_jobs

    read_jobs(str(folder))
    JobTable(folder).get("2026")


def _job_row(folder: Path) -> Path:
    from scenewright.app.jobs import JobRecord, JobTable
    from scenewright.scene.jobs import JobState

    JobTable(folder).write(
        JobRecord(
            "20260101-000000-0000",
            "render",
            JobState.FINISHED,
            "room",
            1.0,
            "done",
            "2026-01-01",
            "2026-01-01",
            7,
            {"files": ["a"]},
        )
    )
    return folder / "20260101-000000-0000.json"


def _settings_file(folder: Path) -> Path:
    (folder / "config.toml").write_text(
        'model = "openai:gpt"\nbase_url = "http://localhost"\nthreads = 4\nseed = 1\n\n[render]\nwidth = 640\nheight = 480\nrenderer = "preview"\n'
    )
    return folder / "config.toml"


def _settings(folder: Path) -> None:
    from tests.support.hostile_folders import read_settings

    read_settings(str(folder / "config.toml"))


def _manifest_file(folder: Path) -> Path:
    (folder / "a.glb").write_bytes(b"glTF")
    (folder / "scenewright-pack.toml").write_text(
        'schema = 1\nname = "mine"\n\n[[asset]]\nfile = "a.glb"\nword = "cup"\nsynonyms = ["mug"]\nphrase = "a cup"\ncategory = "kitchen"\n'
        'support = "surface"\nsize = [0.1, 0.1, 0.1]\nup = "+y"\nfront = "+z"\nclearance = {front = 0.1}\nup_confidence = 0.9\n'
    )
    return folder / "scenewright-pack.toml"


def _manifest(folder: Path) -> None:
    from tests.support.hostile_folders import read_pack

    read_pack(str(folder))


def _of_scene(name: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        found = sorted((scene_folder(folder)).glob(name))
        return found[0]

    return make


READERS = {
    reader.name: reader
    for reader in (
        Reader("scene.toml", _of_scene("scene.toml"), _write_scene),
        Reader("journal", _of_scene("journal.jsonl"), _write_scene),
        Reader("render", _of_scene("renders/*.json"), _renders),
        Reader("history", _of_scene("history/*.py"), _write_scene),
        Reader("program", _of_scene("program.py"), _program),
        Reader("job", _job_row, _jobs),
        Reader("settings", _settings_file, _settings),
        Reader("manifest", _manifest_file, _manifest),
    )
}


def fuzz(name: str, folder: str, seed: int, runs: int, seconds: float = 5.0) -> dict[str, int]:
    """Give a reader `runs` mutated files; returns how often it read, and how often it refused.

    Raises:
        AssertionError: a mutation took longer than `seconds`, or ended in another exception than ours; the message has its seed.
    """
    reader = READERS[name]
    home = Path(folder)
    sound = home / "sound"
    sound.mkdir()
    target = reader.make(sound).relative_to(sound)
    content = (sound / target).read_bytes()
    reader.read(_copied(sound, home / "first"))
    counts = {"read": 0, "refused": 0}
    for run in range(runs):
        place = _copied(sound, home / "given")
        (place / target).write_bytes(mutated(content, random.Random(f"{name} {seed} {run}")))
        message = "read"
        begun = time.monotonic()
        try:
            reader.read(place)
            counts["read"] += 1
        except ScenewrightError as error:
            counts["refused"] += 1
            message = str(error).strip()
        except Exception as error:
            raise AssertionError(f"{name} {seed} {run}: {type(error).__name__}: {error}") from error
        taken = time.monotonic() - begun
        assert message, f"{name} {seed} {run}: an error without a message"
        assert taken < seconds, f"{name} {seed} {run}: it took {taken:.1f} s"
    return counts


def _copied(source: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target
