"""Uploads: what is taken, what is refused, and that nothing is left of what is refused."""

import io
import json
import socket
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from scenewright.app.studio import StudioLimits, StudioServer
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.formats import read_gaussians, write_gaussians
from tests.support.running_studio import let_in, running_studio
from tests.support.worker_scenes import ROW, scene_folder

LIMIT = 3 << 20


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    limits = StudioLimits(upload_bytes=LIMIT, upload_files=40, disk_bytes=40 << 20)
    with running_studio(tmp_path_factory.mktemp("studio"), limits=limits) as running:
        yield running


@pytest.fixture
def client(server: StudioServer) -> Iterator[httpx.Client]:
    with let_in(server) as found:
        yield found


def raw(client: httpx.Client, kind: str, name: str, data: Any) -> httpx.Response:
    return client.post("/api/uploads", params={"kind": kind}, headers={"x-filename": name}, content=data)


def left_behind(server: StudioServer) -> list[Path]:
    uploads = server.context.owner_places("local").uploads
    return [f for f in uploads.rglob("*") if f.name.startswith(".new-")] if uploads.is_dir() else []


def png(width: int = 4, height: int = 4) -> bytes:
    rows = b"".join(b"\0" + b"\x80\x40\x20" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def splat_file(folder: Path, at: tuple[float, float, float]) -> bytes:
    count = 50
    gaussians = Gaussians.of_numpy(
        np.random.default_rng(1).normal(size=(count, 3)) * 0.2 + at,
        np.tile([1.0, 0.0, 0.0, 0.0], (count, 1)),
        np.full((count, 3), -3.0),
        np.full(count, 3.0),
        np.zeros((count, 1, 3)),
    )
    write_gaussians(gaussians, folder / "made.ply", y_up=True)
    return (folder / "made.ply").read_bytes()


def test_a_picture_is_taken_and_shown(client: httpx.Client, server: StudioServer) -> None:
    answer = raw(client, "picture", "ein%20Bild.png", png())
    assert answer.status_code == 200, answer.text
    upload = answer.json()["upload"]
    assert upload["name"] == "ein Bild.png"
    shown = client.get(f"/api/uploads/{upload['id']}/picture")
    assert shown.headers["content-type"] == "image/png"
    assert upload["id"] in [u["id"] for u in client.get("/api/uploads").json()["uploads"]]
    assert client.delete(f"/api/uploads/{upload['id']}").json() == {"ok": True}
    assert client.get(f"/api/uploads/{upload['id']}/picture").status_code == 404
    assert left_behind(server) == []


@pytest.mark.parametrize(
    ("kind", "name", "data"),
    [
        ("picture", "x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("picture", "x.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("picture", "x.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
        ("picture", "x.html", b"<html></html>"),
        ("picture", "../../x.png", b"\x89PNG\r\n\x1a\n"),
        ("picture", "/etc/x.png", b"\x89PNG\r\n\x1a\n"),
        ("picture", "..%2F..%2Fx.png", b"\x89PNG\r\n\x1a\n"),
        ("picture", "a\\b.png", b"\x89PNG\r\n\x1a\n"),
        ("splat", "x.ply", b"no ply at all"),
        ("splat", "x.ply", b"ply\nformat binary_little_endian 1.0\nelement vertex 4000000000\nend_header\n"),
        ("splat", "x.splat", b"\0" * 33),
        ("capture", "x.zip", b"PK\x03\x04 broken"),
        ("capture", "x.mp4", b"GIF89a"),
        ("scene", "x.exe", b"MZ"),
        ("scene", "x.py", b"a\0b"),
        ("asset", "x.glb", b"<html>"),
    ],
)
def test_what_is_not_what_it_says_is_refused(
    client: httpx.Client, server: StudioServer, kind: str, name: str, data: bytes
) -> None:
    before = client.get("/api/uploads").json()["uploads"]
    answer = raw(client, kind, name, data)
    assert answer.status_code in (400, 422), answer.text
    assert answer.json()["ok"] is False
    assert client.get("/api/uploads").json()["uploads"] == before
    assert left_behind(server) == []


@pytest.mark.parametrize(
    "files",
    [
        {"../out.png": png()},
        {"/etc/out.png": png()},
        {"images/a.png": png(), "images/run.sh": b"#!/bin/sh"},
        {f"{n}.png": png() for n in range(60)},
        {"bomb.json": b"0" * (200 << 20)},
        {"a.png": b"\x89PNG\r\n\x1a\n" + b"0" * (8 << 20)},
    ],
    ids=["up", "absolute", "script", "many", "bomb", "large"],
)
def test_hostile_archives_are_refused(client: httpx.Client, server: StudioServer, files: dict[str, bytes]) -> None:
    answer = raw(client, "capture", "x.zip", zipped(files))
    assert answer.status_code in (400, 413, 422), answer.text
    assert left_behind(server) == []
    assert not (server.settings.data.parent / "out.png").exists()


def test_an_upload_ends_at_its_limit(client: httpx.Client, server: StudioServer) -> None:
    sent = 0

    def long() -> Iterator[bytes]:
        nonlocal sent
        while sent < 64 << 20:
            sent += 1 << 16
            yield b"\0" * (1 << 16)

    try:
        answer = raw(client, "capture", "x.mp4", long())
        assert answer.status_code == 413
    except httpx.TransportError:  # the server has hung up while this side was still sending
        pass
    assert sent < 64 << 20
    with socket.create_connection(("localhost", server.port), timeout=30) as plain:
        cookies = "; ".join(f"{k}={v}" for k, v in client.cookies.items())
        lines = (
            "POST /api/uploads?kind=capture HTTP/1.1",
            f"host: localhost:{server.port}",
            f"cookie: {cookies}",
            f"content-length: {2 << 30}",
            "",
            "",
        )
        plain.sendall("\r\n".join(lines).encode())
        assert plain.recv(64).startswith(b"HTTP/1.1 413")
    assert left_behind(server) == []


def test_a_folder_of_a_scene_becomes_a_scene(client: httpx.Client, server: StudioServer, tmp_path: Path) -> None:
    folder = scene_folder(tmp_path / "mine")
    files = [
        ("file", (f"mine/{f.relative_to(folder)}", f.read_bytes(), "application/octet-stream"))
        for f in sorted(folder.rglob("*"))
        if f.is_file() and not f.name.startswith(".")
    ]
    answer = client.post("/api/uploads", params={"kind": "scene"}, files=files)
    assert answer.status_code == 200, answer.text
    made = opened(client, answer.json()["upload"]["id"])
    assert made["state"] == "finished", made
    place = next(p for p in client.get("/api/places").json()["places"] if p["id"] == made["made"])
    assert place["title"] == "mine"


def test_a_program_becomes_a_scene(client: httpx.Client) -> None:
    upload = raw(client, "scene", "row.py", ROW.encode()).json()["upload"]
    assert opened(client, upload["id"])["state"] == "finished"
    broken = raw(client, "scene", "row.py", b"import os\n").json()["upload"]
    failed = opened(client, broken["id"])
    assert failed["state"] == "failed"
    assert "os" in failed["error"]["message"]


def opened(client: httpx.Client, upload: str) -> dict[str, Any]:
    return ended(client, "open_upload", {"upload": upload})


def ended(client: httpx.Client, action: str, request: dict[str, Any]) -> dict[str, Any]:
    session = client.post("/api/sessions", json={}).json()["id"]
    answer = client.post(f"/api/sessions/{session}/jobs/{action}", json={"request": request}).json()
    assert answer["ok"], answer
    while True:
        job: dict[str, Any] = client.get(f"/api/jobs/{answer['job']['id']}").json()["job"]
        if job["state"] not in ("waiting", "running"):
            return job


def test_splats_become_a_scene_with_a_local_origin(client: httpx.Client, tmp_path: Path) -> None:
    upload = raw(client, "splat", "far.ply", splat_file(tmp_path, (100.0, 0.0, 50.0)))
    assert upload.status_code == 200, upload.text
    made = ended(client, "splat_scene", {"upload": upload.json()["upload"]["id"], "title": "far away"})
    assert made["state"] == "finished", made
    session = client.post("/api/sessions", json={"place": made["made"]}).json()["id"]
    state = client.get(f"/api/sessions/{session}/scene/state").json()
    (splat,) = state["splats"]
    assert splat["count"] == 50
    answer = client.get(f"/api/sessions/{session}/{splat['url']}")
    assert answer.content.startswith(b"ply")
    (tmp_path / "sent.ply").write_bytes(answer.content)
    sent = read_gaussians(tmp_path / "sent.ply").means.double().numpy()
    assert np.abs(sent).max() < 2.0
    matrix = np.array([*splat["matrix"], 0, 0, 0, 1]).reshape(4, 4)
    world = sent @ matrix[:3, :3].T + matrix[:3, 3]
    low, high = state["bounds"]
    assert (world.min(axis=0) > np.array(low) - 0.5).all()
    assert (world.max(axis=0) < np.array(high) + 0.5).all()
    converted = ended(client, "splat_convert", {"upload": upload.json()["upload"]["id"], "format": "spz"})
    assert [f["name"] for f in converted["files"]] == ["splats.spz"]


def test_the_disk_of_an_owner_is_bounded(tmp_path: Path) -> None:
    limits = StudioLimits(upload_bytes=1 << 20, disk_bytes=200_000)
    with running_studio(tmp_path, limits=limits) as small, let_in(small) as client:
        noise = np.random.default_rng(0).bytes(150_000)
        assert raw(client, "scene", "a.md", noise.replace(b"\0", b"1")).status_code == 200
        refused = raw(client, "scene", "b.md", noise.replace(b"\0", b"1"))
        assert refused.status_code == 413
        assert len(json.loads(client.get("/api/uploads").text)["uploads"]) == 1
