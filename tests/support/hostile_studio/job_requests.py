"""Jobs that name files, carry keys, or ask for results that are not there; and scene folders that hold more than files."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.hostile_studio.case import REFUSED, TAKEN, Case, asks, does, posts
from tests.support.hostile_studio.ground import Ground, Reply
from tests.support.worker_scenes import ROW

__all__ = ["FOLDERS", "JOBS", "KEY", "ended_job"]

KEY = "sk-geheim-0451af"
"""A key of a model provider. It stands in no file and in no answer."""
_START = "/api/sessions/<session>/jobs"
_JSON = [("Content-Type", "application/json")]


def _job(name: str, action: str, request: Any, **more: Any) -> Case:
    return posts(
        f"job-{name}", "have a job read, write or ask elsewhere", f"{_START}/{action}", {"request": request, **more}
    )


def _keyed(name: str, action: str, body: Any) -> Case:
    return posts(f"key-{name}", "have a key kept or said back", f"{_START}/{action}", body)


def ended_job(ground: Ground, action: str, body: Any, *, follow: bool = True) -> list[Reply]:
    """Start a job, wait for its end, and give all that can be read of it."""
    started = ground.ask("POST", f"{_START}/{action}", _JSON, ground.filled(json.dumps(body)).encode())
    if started.status != 200 or not follow:
        return [started]
    job = started.json()["job"]["id"]
    ends = time.monotonic() + 60
    while (view := ground.ask("GET", f"/api/jobs/{job}")).json()["job"]["state"] in ("waiting", "running"):
        assert time.monotonic() < ends, view.body
        time.sleep(0.03)
    read = [ground.ask("GET", f"/api/jobs/{job}/{part}") for part in ("log", "result", "files/0", "files/7", "preview")]
    return [started, view, *read]


def _runs(name: str, tries: str, action: str, body: Any) -> Case:
    return does(f"job-{name}", tries, lambda ground: ended_job(ground, action, body), TAKEN)


JOBS = [
    _job("render-out", "render", {"out": "<outside>/x.png"}),
    _job("render-option-of-a-stranger", "render", {"renderer": "luxcore", "options": {"scene_file": "<outside>/canary.txt"}}),
    _job("render-billions", "render", {"width": 10**9, "height": 10**9}),
    _job("render-nan", "render", {"noise": "NaN"}),
    _job("render-camera-true", "render", {"cameras": [True]}),
    _job("render-eye-of-texts", "render", {"view": {"eye": ["a", 0, 0], "target": [0, 0, 0]}}),
    _job("export-format-path", "export", {"format": "../../x"}),
    _job("export-format-html", "export", {"format": "<svg>"}),
    _job("export-out", "export", {"out": "<outside>/x.glb"}),
    _job("layout-plan", "layout", {"plan": "<outside>/x.png"}),
    _job("layout-effort", "layout", {"effort": 1e308}),
    _job("generate-out", "generate", {"text": "a room", "out": "<outside>/x"}),
    _job("generate-source", "generate", {"source": "<outside>/canary.txt"}),
    _job("generate-of-nothing", "generate", {}),
    _job("generate-long", "generate", {"text": "a chair " * 50_000}),
    _job("generate-seed", "generate", {"text": "a room", "seed": 2**200}),
    _job("generate-ask-bait", "generate", {"text": "a room", "model": "ollama:x", "base_url": "http://127.0.0.1:<bait>/v1"}),
    _job("generate-ask-file", "generate", {"text": "a room", "model": "openai:x", "base_url": "file:///etc/passwd"}),
    _job("generate-ask-local", "generate", {"text": "a room", "model": "vllm:x"}),
    _job("train-upload-path", "capture_train", {"upload": "../../../outside"}),
    _job("train-out", "capture_train", {"upload": "<upload>", "out": "<outside>"}),
    _job("convert-files", "splat_convert", {"files": ["<outside>/canary.txt"]}),
    _job("convert-picture", "splat_convert", {"upload": "<upload>"}),
    _job("field-job-path", "capture_field", {"training": "../../x"}),
    _job("unknown", "../../x", {}),
    _job("private", "__class__", {}),
    _job("benchmark", "evaluate", {"program": "<outside>/canary.py"}),
    posts("job-request-list", "break a check by a type", f"{_START}/render", {"request": []}),
    posts("job-nan-in-request", "keep what cannot be read again", f"{_START}/render", b'{"request": {"options": {"a": NaN}}}'),
    posts("job-surrogates-in-request", "keep what cannot be given back", f"{_START}/render", {"request": {"renderer": "\ud800"}}),
    posts("job-deep", "exhaust the stack", f"{_START}/render", b'{"request": {"a": ' + b"[" * 900 + b"]" * 900 + b"}}"),
    posts("job-again-of-nothing", "start what never was", "/api/jobs/20260101-000000-0000/again", {}),
    asks("job-file-beyond", "read past the files of a job", "/api/jobs/<job>/files/99"),
    _runs("of-a-missing-renderer", "have an error say where the server lies", "render", {"request": {"renderer": "<img src=x>"}}),
    _runs("with-markup", "have a result run in the page", "generate", {"request": {"program": "from scene.language import *\n@register('<script>window.hostile=1</script>')\ndef a():\n    return primitive_call('cube', {'scale': 1})\n", "layout": False}}),
    _runs("that-reads-a-file", "have a program read a file", "generate", {"request": {"program": "from scene.language import *\nraise ValueError(open('../../outside/canary.txt').read())\n", "layout": False}}),
    _keyed("as-unknown-field", "generate", {"request": {"text": "a room", "api_key": KEY}}),
    _keyed("where-none-is-needed", "render", {"request": {}, "key": KEY}),
    _keyed("not-a-text", "generate", {"request": {"text": "a room"}, "key": [KEY]}),
    _keyed("with-newline", "generate", {"request": {"text": "a room"}, "key": KEY + "\r\nX: y"}),
    _keyed("long", "generate", {"request": {"text": "a room"}, "key": KEY * 100}),
    _keyed("for-a-local-server", "generate", {"request": {"text": "a room", "model": "ollama:x", "base_url": "http://127.0.0.1:<bait>"}, "key": KEY}),
    posts("key-in-again", "have a key kept or said back", "/api/jobs/<job>/again", {"key": KEY}),
]  # fmt: skip


def _planted(plant: Callable[[Path, Path], None]) -> Callable[[Ground], list[Reply]]:
    """Ask for all that shows a scene folder in which somebody left what is no file."""

    def send(ground: Ground) -> list[Reply]:
        scenes = ground.server.context.owner_places("user:ben").scenes
        folder = scenes / "planted"
        folder.mkdir()
        try:
            plant(folder, Path(ground.names["outside"]))
            replies = [ground.ask("GET", "/api/places")]
            found = [p["id"] for p in replies[0].json()["places"] if p["title"] not in ("row", "scene")]
            for place in found:
                started = ground.ask("POST", "/api/sessions", _JSON, json.dumps({"place": place}).encode())
                session = started.json()["id"]
                replies += [started, ground.ask("GET", f"/api/places/{place}/picture")]
                parts = ("scene/state", "scene/source", "scene/drawing", "history", "gallery", "gallery/a.png")
                replies += [ground.ask("GET", f"/api/sessions/{session}/{part}") for part in parts]
            return replies
        finally:
            for path in sorted(folder.rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
            folder.rmdir() if not folder.is_symlink() else folder.unlink()

    return send


def _folder(name: str, tries: str, plant: Callable[[Path, Path], None]) -> Case:
    return does(f"folder-{name}", tries, _planted(plant), (*REFUSED, 200))


def _program_link(folder: Path, outside: Path) -> None:
    (folder / "program.py").symlink_to(outside / "canary.py")


def _title_link(folder: Path, outside: Path) -> None:
    (folder / "program.py").write_text(ROW)
    (folder / "scene.toml").symlink_to(outside / "canary.txt")


def _title_pipe(folder: Path, _outside: Path) -> None:
    (folder / "program.py").write_text(ROW)
    os.mkfifo(folder / "scene.toml")


def _renders_link(folder: Path, outside: Path) -> None:
    (folder / "program.py").write_text(ROW)
    (folder / "renders").symlink_to(outside)


def _picture_link(folder: Path, outside: Path) -> None:
    (folder / "program.py").write_text(ROW)
    (folder / "renders").mkdir()
    (folder / "renders" / "a.png").symlink_to(outside / "canary.png")


def _picture_gone(folder: Path, _outside: Path) -> None:
    (folder / "program.py").write_text(ROW)
    (folder / "renders").mkdir()
    (folder / "renders" / "a.png").symlink_to("nowhere.png")


def _picture_pipe(folder: Path, _outside: Path) -> None:
    (folder / "program.py").write_text(ROW)
    (folder / "renders").mkdir()
    os.mkfifo(folder / "renders" / "a.png")


def _picture_page(folder: Path, _outside: Path) -> None:
    (folder / "program.py").write_text(ROW)
    (folder / "renders").mkdir()
    (folder / "renders" / "a.png").write_bytes(b"<!doctype html><script>window.hostile=1</script>")


def _loop(folder: Path, _outside: Path) -> None:
    (folder / "program.py").write_text(ROW)
    (folder / "renders").symlink_to(folder)
    (folder / "journal").symlink_to(folder / "journal")


FOLDERS = [
    _folder("program-is-a-link", "have a link read as a program", _program_link),
    _folder("settings-are-a-link", "have a link read as settings", _title_link),
    _folder("settings-are-a-pipe", "have the server wait for a pipe", _title_pipe),
    _folder("renders-are-a-link", "have a folder outside shown as renders", _renders_link),
    _folder("picture-is-a-link", "have a picture outside shown", _picture_link),
    _folder("picture-is-gone", "break the list of pictures", _picture_gone),
    _folder("picture-is-a-pipe", "have the server wait for a pipe", _picture_pipe),
    _folder("picture-is-a-page", "have a page sent as a picture", _picture_page),
    _folder("links-in-a-circle", "have the server follow links for ever", _loop),
]
