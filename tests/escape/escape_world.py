"""What the corpus tries to reach: a canary file, listeners on the loopback, a marker that a process would leave, a
secret in the environment. And the three ways to run a program at it."""

from __future__ import annotations

import base64
import json
import os
import pickle
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from scenewright.scene.children.kernel import KernelLevel
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.sandbox import Sandbox
from tests.escape.escape_corpus import PRELOADED, Effect, Escape
from tests.support.locations import REPOSITORY, SOURCES

BOUND = 20.0
"""Seconds that an unconfined program gets to show its effect; it is ended when it has."""
STILL_THERE = 1.0
"""Seconds after which a program that only waits has shown that it does."""
BUDGETS = Budgets(wall_seconds=0.8, cpu_seconds=2, memory_bytes=256 << 20, output_bytes=1 << 20)
_BURNT = 0.35
_TAKEN = 500 << 20
_FLOOD = 4 << 20

ROOT = """

from scene.language import *

@register()
def innocent():
    return primitive_call('cube', {'scale': 1.0})
"""
BORROWER = """
from scene.language import *
import borrowed

@register()
def borrower():
    return library_call(borrowed.innocent)
"""


@dataclass
class Outcome:
    """What became of one run."""

    reached: bool
    """The escape had its effect."""
    error: ScenewrightError | None = None
    seconds: float = 0.0
    detail: dict[str, Any] = field(default_factory=dict)


class _RunsCode:
    """A pickle that starts a process when it is loaded."""

    def __init__(self, marker: str) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch {self.marker}",)


class World:
    """A context manager; one for all programs. Everything lies in a folder of its own and on the loopback."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="escape-"))
        self.secret = secrets.token_hex(16)
        self.env_name = "SCENEWRIGHT_CANARY"
        self._hits = 0
        self._markers = 0
        self._stop = False
        (self.folder / "canary.txt").write_text(self.secret + "\n")
        np.save(self.folder / "canary.npy", np.array([self.secret]))
        (self.folder / f"named-{self.secret}").touch()
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", 0))
        self.unix = socket.socket(socket.AF_UNIX)
        self.unix.bind(str(self.folder / "socket"))
        self.unix.listen()
        self.abstract = socket.socket(socket.AF_UNIX)
        self.abstract.bind("\0" + self.secret)
        self.abstract.listen()
        for listener in (self.tcp, self.unix, self.abstract, self.udp):
            listener.settimeout(0.1)
            threading.Thread(target=self._listen, args=(listener,), daemon=True).start()
        os.environ[self.env_name] = self.secret  # the host holds it, so that a leak out of the sandbox shows
        self.sandbox = Sandbox(modules=PRELOADED)
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        here = Path(__file__).resolve()
        environment["PYTHONPATH"] = os.pathsep.join([str(SOURCES), str(REPOSITORY), os.environ.get("PYTHONPATH", "")])
        self._baseline = subprocess.Popen(
            [sys.executable, str(here.with_name("escape_baseline.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
            cwd=self.folder,
        )
        assert self._baseline.stdout is not None
        assert json.loads(self._baseline.stdout.readline())["ready"]

    def __enter__(self) -> World:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop = True
        self.sandbox.close()
        del os.environ[self.env_name]
        assert self._baseline.stdin is not None
        self._baseline.stdin.close()
        self._baseline.wait(10)
        for listener in (self.tcp, self.unix, self.abstract, self.udp):
            listener.close()
        shutil.rmtree(self.folder)

    def _listen(self, listener: socket.socket) -> None:
        while not self._stop:
            try:
                if listener is self.udp:
                    listener.recv(100)
                else:
                    listener.accept()[0].close()
            except TimeoutError:
                continue
            except OSError:
                return
            self._hits += 1

    def _prepare(self, escape: Escape) -> tuple[str, Path, Path]:
        self._markers += 1
        marker = self.folder / f"marker-{self._markers}"
        victim = self.folder / f"victim-{self._markers}"
        victim.write_text("alive")
        payload = self.folder / f"payload-{self._markers}.npy"
        with payload.open("wb") as file:
            pickle.dump(_RunsCode(str(marker)), file)
        names = {
            "@CANARY@": repr(str(self.folder / "canary.txt")),
            "@CANARY_NPY@": repr(str(self.folder / "canary.npy")),
            "@FOLDER@": repr(str(self.folder)),
            "@MARKER@": repr(str(marker)),
            "@VICTIM@": repr(str(victim)),
            "@PAYLOAD@": repr(str(payload)),
            "@UNIX@": repr(str(self.folder / "socket")),
            "@ABSTRACT@": repr("\0" + self.secret),
            "@PORT@": str(self.tcp.getsockname()[1]),
            "@UDP@": str(self.udp.getsockname()[1]),
            "@ENV@": repr(self.env_name),
            "@NAME@": self.env_name,
        }
        source = escape.source
        for name, value in names.items():
            source = source.replace(name, value)
        return source + ("" if escape.whole else ROOT), marker, victim

    def _reached(self, escape: Escape, before: int, marker: Path, victim: Path, texts: list[bytes]) -> bool:
        match escape.effect:
            case Effect.SECRET:
                return any(self.secret.encode() in text for text in texts)
            case Effect.CONNECTION:
                deadline = time.monotonic() + 0.3
                while self._hits == before and time.monotonic() < deadline:
                    time.sleep(0.01)
                return self._hits > before
            case Effect.MARKER:
                return marker.exists() or marker.is_symlink()
            case Effect.VICTIM:
                return not victim.exists() or victim.read_text() != "alive" or (victim.stat().st_mode & 0o777) == 0o606
            case Effect.WORD:
                return any(b"REACHED" in text for text in texts)
            case _:
                return False

    def unconfined(self, escape: Escape) -> Outcome:
        """Run it with nothing in its way."""
        source, marker, victim = self._prepare(escape)
        before = self._hits
        assert self._baseline.stdin is not None
        assert self._baseline.stdout is not None
        started = time.monotonic()
        enough = {Effect.CPU: {"cpu": _BURNT}, Effect.MEMORY: {"peak": _TAKEN}, Effect.FLOOD: {"printed": _FLOOD}}
        bound = STILL_THERE if escape.effect is Effect.TIME else BOUND
        order = {"source": source, "bound": bound, "enough": enough.get(escape.effect, {})}
        self._baseline.stdin.write(json.dumps(order) + "\n")
        self._baseline.stdin.flush()
        answer = json.loads(self._baseline.stdout.readline())
        seconds = time.monotonic() - started
        output = base64.b64decode(answer.pop("output"))
        reached = {
            Effect.CPU: answer["running"] and answer["cpu"] >= _BURNT,
            Effect.TIME: answer["running"],
            Effect.MEMORY: answer["peak"] > _TAKEN,
            Effect.FLOOD: answer["printed"] > _FLOOD,
            Effect.CRASH: answer["signal"] is not None,
        }.get(escape.effect)
        if reached is None:
            reached = self._reached(escape, before, marker, victim, [output])
        return Outcome(reached, seconds=seconds, detail={**answer, "output": output[-300:].decode("utf-8", "replace")})

    def confined(self, escape: Escape, *, policy: bool, as_library: bool = False) -> Outcome:
        """Run it in the sandbox, with the policy or with the kernel and the budgets alone.

        `as_library`: an innocent program imports it.
        """
        source, marker, victim = self._prepare(escape)
        request: dict[str, Any] = {"source": source}
        if as_library:
            request = {"source": BORROWER, "libraries": True}
        before = self._hits
        printed: list[str] = []
        error: ScenewrightError | None = None
        result = b""
        started = time.monotonic()
        try:
            result = self.sandbox.run(
                request,
                answer=(lambda _: {"text": source}) if as_library else None,
                budgets=BUDGETS,
                kernel=KernelLevel.FULL,
                policy=policy,
                printed=printed.append,
            )
        except ScenewrightError as raised:
            error = raised
        seconds = time.monotonic() - started
        texts = [result, str(error).encode(), *(p.encode() for p in printed)]
        bomb = escape.effect in {Effect.CPU, Effect.TIME, Effect.MEMORY, Effect.FLOOD, Effect.CRASH}
        # A bomb has done its harm where its run went through, or was still going past its budget.
        reached = error is None if bomb else self._reached(escape, before, marker, victim, texts)
        return Outcome(reached, error, seconds, {"printed": "".join(printed)[-300:]})
