"""A capture in the studio: uploaded, trained with a preview, ended early, and made a scene."""

import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from scenewright.app.studio import StudioServer
from tests.support.photographs import photographs, write_capture
from tests.support.running_studio import let_in, running_studio

FEW = {"trust_poses": True, "max_gaussians": 2_000, "sh_degree": 0, "preview_seconds": 1.0, "sweep_points": True}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    with running_studio(tmp_path_factory.mktemp("studio")) as running:
        yield running


@pytest.fixture(scope="module")
def client(server: StudioServer) -> Iterator[httpx.Client]:
    with let_in(server) as found:
        yield found


@pytest.fixture(scope="module")
def upload(client: httpx.Client, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = write_capture(tmp_path_factory.mktemp("made") / "shots", photographs(8))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for file in sorted(f for f in folder.rglob("*") if f.is_file()):
            archive.write(file, f"shots/{file.relative_to(folder)}")
    answer = client.post(
        "/api/uploads", params={"kind": "capture"}, headers={"x-filename": "shots.zip"}, content=stream.getvalue()
    )
    assert answer.status_code == 200, answer.text
    return str(answer.json()["upload"]["id"])


def start(client: httpx.Client, action: str, request: dict[str, Any]) -> str:
    session = client.post("/api/sessions", json={}).json()["id"]
    answer = client.post(f"/api/sessions/{session}/jobs/{action}", json={"request": request})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["job"]["id"])


def ended(client: httpx.Client, job: str) -> dict[str, Any]:
    ends = time.monotonic() + 200
    while True:
        found: dict[str, Any] = client.get(f"/api/jobs/{job}").json()["job"]
        if found["state"] not in ("waiting", "running"):
            return found
        assert time.monotonic() < ends, found
        time.sleep(0.05)


@pytest.mark.slow
def test_a_training_shows_previews_and_keeps_its_end(client: httpx.Client, upload: str) -> None:
    job = start(client, "capture_train", {"upload": upload, "iterations": 100_000, **FEW})
    ends = time.monotonic() + 200
    while not (found := client.get(f"/api/jobs/{job}").json()["job"])["preview"]:
        assert found["state"] in ("waiting", "running"), found
        assert time.monotonic() < ends
        time.sleep(0.05)
    assert client.get(f"/api/jobs/{job}/preview").content.startswith(b"ply")
    assert found["stops"]
    client.post(f"/api/jobs/{job}/stop")
    done = ended(client, job)
    assert done["state"] == "finished", done
    assert client.get(f"/api/jobs/{job}/result").json()["stopped"] == "cancelled"
    assert done["files"][0]["name"] == "scene.ply"
    made = ended(client, start(client, "splat_scene", {"training": job, "title": "shots"}))
    assert made["state"] == "finished", made
    session = client.post("/api/sessions", json={"place": made["made"]}).json()["id"]
    assert len(client.get(f"/api/sessions/{session}/scene/state").json()["splats"]) == 1
    resumed = ended(client, start(client, "capture_train", {"upload": upload, "resume": job, "iterations": 1}))
    assert resumed["state"] in ("finished", "failed")
    assert client.get(f"/api/jobs/{job}/files/0").status_code == 200


def test_a_training_is_given_up_at_once(client: httpx.Client, upload: str) -> None:
    job = start(client, "capture_train", {"upload": upload, "iterations": 100_000, **FEW})
    while client.get(f"/api/jobs/{job}").json()["job"]["share"] == 0.0:
        time.sleep(0.02)
    begun = time.monotonic()
    client.post(f"/api/jobs/{job}/cancel")
    assert ended(client, job)["state"] == "cancelled"
    assert (
        time.monotonic() - begun < 4.0
    )  # 1.5 s of it for work that does not listen, on a machine with much else to do


def test_splats_of_a_training_that_made_none_are_missing(client: httpx.Client, upload: str, tmp_path: Path) -> None:
    session = client.post("/api/sessions", json={}).json()["id"]
    request = {"training": "20200101-000000-abcd"}
    answer = client.post(f"/api/sessions/{session}/jobs/splat_scene", json={"request": request})
    assert answer.status_code == 404
