"""Many people in one studio: concurrent scripted sessions, the errors they meet, how long they wait, and what memory the server takes.

python -m tests.benchmarks.bench_studio_sessions [--sessions N] [--minutes M] [--json FILE]

Each session has a scene of its own, and as a page does it reads state and drawing, listens to events, edits, takes back, asks and
queries, with pauses of a second. Memory is that of the server's process and of all below it, read every five seconds. The server is flat
where the mean of the last third is at most a tenth above that of the second minute.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import psutil
from websockets.sync.client import connect

from tests.benchmarks.figures import give, options
from tests.support.worker_scenes import scene_folder

SERVER = """
import sys
from pathlib import Path
from scenewright.app.studio import StudioServer, StudioSettings
server = StudioServer(StudioSettings(scenes=Path(sys.argv[1]), data=Path(sys.argv[2]), port=0))
print(server.url, flush=True)
server.run()
"""
PAUSE = 1.0


class ScriptedPerson(threading.Thread):
    """One session: does what a page does until it is told to stop."""

    def __init__(self, url: str, place: str, number: int, over: threading.Event) -> None:
        super().__init__(daemon=True)
        self._over, self._random, self._place, self._url = over, random.Random(number), place, url
        self.errors: list[str] = []
        self.seconds: dict[str, list[float]] = {}
        self.steps = 0

    def run(self) -> None:
        address = self._url.partition("?")[0].rstrip("/")
        with httpx.Client(base_url=address, timeout=60) as client:
            client.get(self._url)
            session = client.post("/api/sessions", json={"place": self._place}).json()["id"]
            scene = f"/api/sessions/{session}/scene"
            cookie = "; ".join(f"{k}={v}" for k, v in client.cookies.items())
            stream = address.replace("http", "ws", 1) + f"/api/sessions/{session}/events"
            with connect(stream, additional_headers={"cookie": cookie}, origin=address) as socket:
                threading.Thread(target=self._listen, args=(socket,), daemon=True).start()
                acts: list[tuple[str, Callable[[], httpx.Response]]] = [
                    ("state", lambda: client.get(f"{scene}/state")),
                    ("drawing", lambda: client.get(f"{scene}/drawing")),
                    ("edit", lambda: client.post(f"{scene}/edit", json={"edits": [self._move()]})),
                    ("edit", lambda: client.post(f"{scene}/edit", json={"edits": [self._move()]})),
                    ("undo", lambda: client.post(f"{scene}/step", json={"what": "undo"})),
                    (
                        "query",
                        lambda: client.post(f"{scene}/actions/query", json={"request": {"queries": ["the block"]}}),
                    ),
                    (
                        "ask",
                        lambda: client.post(
                            f"{scene}/actions/ask", json={"request": {"question": "how many blocks are there?"}}
                        ),
                    ),
                ]
                self._do("edit", acts[2][1])
                while not self._over.wait(PAUSE * self._random.uniform(0.5, 1.5)):
                    self._do(*self._random.choice(acts))

    def _do(self, name: str, act: Callable[[], httpx.Response]) -> None:
        begun = time.perf_counter()
        try:
            answer = act()
        except httpx.HTTPError as error:
            self.errors.append(f"{name}: {type(error).__name__}: {error}")
            return
        self.seconds.setdefault(name, []).append(time.perf_counter() - begun)
        if answer.status_code != 200 and "nothing to undo" not in answer.text:
            self.errors.append(f"{name}: {answer.status_code} {answer.text[:200]}")

    def _listen(self, socket: Any) -> None:
        for text in socket:
            self.steps += '"scene_step"' in text

    def _move(self) -> dict[str, Any]:
        return {"kind": "move", "path": self._random.choice("abc"), "by": [0, 0, self._random.choice((-0.1, 0.1))]}


def megabytes(process: psutil.Process) -> float:
    """Proportional memory of a process and all below it, so that shared pages count once."""
    total = 0
    for each in (process, *process.children(recursive=True)):
        try:
            total += each.memory_full_info().pss
        except psutil.Error:
            continue
    return total / 1e6


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--sessions", type=int, default=20, metavar="N")
    parser.add_argument("--minutes", type=float, default=5.0, metavar="M")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        for number in range(given.sessions):
            scene_folder(home / "scenes" / f"scene_{number}")
        command = [sys.executable, "-c", SERVER, str(home / "scenes"), str(home / "studio")]
        environment = {**os.environ, "SCENEWRIGHT_HOME": str(home / "data")}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
            try:
                assert server.stdout is not None
                figures = measured(server.stdout.readline().strip(), given.sessions, given.minutes, server.pid)
            finally:
                server.terminate()
                server.wait(20)
    give(figures, given.json)
    return 1 if figures["errors"] or not figures["flat"] else 0


def measured(url: str, sessions: int, minutes: float, server: int) -> dict[str, Any]:
    time.sleep(1.0)
    client = httpx.Client()
    client.get(url)
    places = client.get(f"{url.partition('?')[0]}api/places").json()["places"][:sessions]
    over = threading.Event()
    people = [ScriptedPerson(url, place["id"], number, over) for number, place in enumerate(places)]
    for person in people:
        person.start()
    memory: list[tuple[float, float]] = []
    begun = time.monotonic()
    process = psutil.Process(server)
    while (now := time.monotonic() - begun) < minutes * 60:
        memory.append((now, megabytes(process)))
        time.sleep(5.0)
    alive = client.get(f"{url.partition('?')[0]}healthy").text == "ok"
    over.set()
    for person in people:
        person.join(30)
    seconds: dict[str, list[float]] = {}
    for person in people:
        for act, values in person.seconds.items():
            seconds.setdefault(act, []).extend(values)
    second = [m for at, m in memory if 60 <= at < 120] or [m for _, m in memory[: len(memory) // 2 + 1]]
    last = [m for _, m in memory[-max(len(memory) // 3, 1) :]]
    errors = [error for person in people for error in person.errors] + ([] if alive else ["the server does not answer"])
    return {
        "sessions": len(people),
        "minutes": minutes,
        "requests": sum(map(len, seconds.values())),
        "steps heard": sum(person.steps for person in people),
        "errors": errors[:20],
        "median ms": {act: round(1000 * statistics.median(values), 1) for act, values in sorted(seconds.items())},
        "p95 ms": {
            act: round(1000 * sorted(values)[int(0.95 * (len(values) - 1))], 1)
            for act, values in sorted(seconds.items())
        },
        "MB in the second minute": round(statistics.mean(second)),
        "MB in the last third": round(statistics.mean(last)),
        "MB most": round(max(m for _, m in memory)),
        "flat": statistics.mean(last) <= 1.1 * statistics.mean(second),
    }


if __name__ == "__main__":
    sys.exit(main())
