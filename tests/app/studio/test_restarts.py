"""A server that is killed in the midst of jobs, and started again."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import psutil
import pytest

from tests.support.running_studio import let_in, running_studio
from tests.support.worker_scenes import scene_folder

SERVE = """
import sys
from pathlib import Path
from scenewright.app.studio import StudioLimits, StudioServer, StudioSettings
home = Path(sys.argv[1])
limits = StudioLimits(jobs=1)
server = StudioServer(StudioSettings(scenes=home / "scenes", data=home / "studio", port=0, limits=limits))
print(server.url, flush=True)
server.run()
"""


@pytest.mark.slow
def test_what_a_killed_server_leaves_is_found_and_begun_again(tmp_path: Path) -> None:
    scene_folder(tmp_path / "scenes" / "row")
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(tmp_path)], stdout=subprocess.PIPE, text=True, env=os.environ.copy()
    )
    assert process.stdout is not None
    url = process.stdout.readline().strip()
    try:
        with httpx.Client(base_url=url.partition("?")[0], timeout=60) as client:
            while True:
                try:
                    client.get(url, follow_redirects=False)
                    break
                except httpx.ConnectError:
                    time.sleep(0.05)
            place = client.get("/api/places").json()["places"][0]["id"]
            session = client.post("/api/sessions", json={"place": place}).json()["id"]
            client.put(f"/api/sessions/{session}/interface", json={"values": {"selected": ["row/a"]}})
            slow = {"request": {"width": 1600, "height": 1200, "samples": 400}}
            quick = {"request": {"width": 32, "height": 24}}
            running, waiting = (
                client.post(f"/api/sessions/{session}/jobs/render", json=body).json()["job"]["id"]
                for body in (slow, quick)
            )
            while not client.get(f"/api/jobs/{running}").json()["job"]["share"]:
                time.sleep(0.05)
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert not psutil.wait_procs(children, timeout=10)[1]
    finally:
        process.kill()
    with running_studio(tmp_path) as server, let_in(server) as client:
        jobs = {job["id"]: job for job in client.get("/api/jobs").json()["jobs"]}
        assert [jobs[j]["state"] for j in (running, waiting)] == ["lost", "lost"]
        assert "start it again" in jobs[running]["error"]["message"]
        found = client.get(f"/api/sessions/{session}").json()
        assert found["scene"]["id"] == place
        assert found["interface"] == {"selected": ["row/a"]}
        again = client.post(f"/api/jobs/{waiting}/again", json={}).json()["job"]["id"]
        while (job := client.get(f"/api/jobs/{again}").json()["job"])["state"] in ("waiting", "running"):
            time.sleep(0.05)
        assert job["state"] == "finished", json.dumps(job)
        assert len(client.get(f"/api/sessions/{session}/gallery").json()["renders"]) == 1
