"""The studio that is attacked: two owners, what each has, and what must never come back in an answer.

Anna is the victim: her scene, session, upload and job hold the canary. Ben has logged in, too, and attacks. A stranger has no cookie.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import logging
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from scenewright.app.studio import StudioLimits, StudioServer
from scenewright.app.studio.keys import cookie_name
from tests.support.hostile_studio.contents import png
from tests.support.running_studio import running_studio
from tests.support.worker_scenes import ROW, scene_folder

__all__ = ["CANARY", "Ground", "Reply", "attacked_studio"]

CANARY = "kanarienvogel-5b1e77"
"""In all that Ben must not see."""
PASSWORD = "birnbaum-anna-93"
UPLOAD_BYTES = 3 << 20
_SECONDS = 30.0
_MOST_READ = 64 << 20
_PIECE = 1 << 16


@dataclass(frozen=True)
class Reply:
    """An answer. Status 0: the server hung up without one."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    seconds: float = 0.0

    def json(self) -> Any:
        return json.loads(self.body)


class Ground:
    """The server, and how to talk to it as it should not be talked to."""

    def __init__(self, server: StudioServer, home: Path, bait: Bait) -> None:
        self.server, self.home, self.bait = server, home, bait
        self.port = server.port
        self.cookies = {who: server.context.keys.cookie_for(f"user:{who}") for who in ("anna", "ben")}
        self.names: dict[str, str] = {"port": str(server.port), "bait": str(bait.port)}
        self.errors: list[str] = []
        self._fill()

    # -- who has what -------------------------------------------------------------------------------------------------

    def owner_home(self, who: str) -> Path:
        return self.server.context.owner_places(f"user:{who}").home

    def client(self, who: str) -> httpx.Client:
        cookie = f"{cookie_name(f'localhost:{self.port}')}={self.cookies[who]}"
        return httpx.Client(base_url=f"http://localhost:{self.port}", headers={"cookie": cookie}, timeout=60)

    def _fill(self) -> None:
        outside = self.home / "outside"
        outside.mkdir()
        (outside / "canary.txt").write_text(CANARY)
        (outside / "canary.py").write_text(f"# {CANARY}\n{ROW}")
        (outside / "canary.png").write_bytes(png(text=CANARY))
        (self.home / "studio" / "canary.txt").write_text(CANARY)
        for who, mark in (("anna", CANARY), ("ben", "ben")):
            places = self.server.context.owner_places(f"user:{who}")
            scene_folder(places.scenes / "row", f"# {mark}\n{ROW}")
            short = "" if who == "ben" else "their_"
            with self.client(who) as client:
                place = client.get("/api/places").json()["places"][0]["id"]
                session = client.post("/api/sessions", json={"place": place}).json()["id"]
                client.put(f"/api/sessions/{session}/interface", json={"values": {"mark": mark}}).raise_for_status()
                job = client.post(
                    f"/api/sessions/{session}/jobs/export",
                    json={"request": {"format": "obj"}, "command": f"export-{mark}"},
                ).json()["job"]["id"]
                headers = {"x-filename": f"{mark}.png"}
                sent = client.post("/api/uploads?kind=picture", headers=headers, content=png(text=mark))
                upload = sent.json()["upload"]["id"]
                while client.get(f"/api/jobs/{job}").json()["job"]["state"] in ("waiting", "running"):
                    time.sleep(0.05)
            ids = {"session": session, "place": place, "upload": upload, "job": job}
            self.names |= {f"{short}{name}": value for name, value in ids.items()}
        self.names |= {"outside": str(outside), "home": str(self.home)}

    # -- talking ------------------------------------------------------------------------------------------------------

    def filled(self, text: str) -> str:
        """A text with names in angle brackets, such as <their_job>, replaced by what they stand for."""
        for name, value in self.names.items():
            text = text.replace(f"<{name}>", value)
        return text

    def ask(
        self,
        method: str,
        target: str,
        headers: Iterable[tuple[str, str]] = (),
        body: bytes | Iterator[bytes] | None = None,
        *,
        who: str | None = "ben",
        host: str | None = None,
    ) -> Reply:
        """One request, written as it is said: nothing is normalised or refused on this side.

        Args:
            body: an iterator is sent in chunks.
            who: whose cookie is sent.
            host: another Host header; '' sends none.
        """
        lines = [f"{method} {self.filled(target)} HTTP/1.1"]
        host = f"localhost:{self.port}" if host is None else self.filled(host)
        if host:
            lines.append(f"Host: {host}")
        if who is not None:
            lines.append(f"Cookie: {cookie_name(f'localhost:{self.port}')}={self.cookies[who]}")
        lines += [f"{name}: {self.filled(value)}" for name, value in headers]
        if isinstance(body, bytes):
            given = {name.lower() for name, _ in headers}
            if not given & {"content-length", "transfer-encoding"}:
                lines.append(f"Content-Length: {len(body)}")
        elif body is not None:
            lines.append("Transfer-Encoding: chunked")
        head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
        return self.say(head, body, method=method)

    def say(self, head: bytes, body: bytes | Iterator[bytes] | None = None, *, method: str = "GET") -> Reply:
        """Bytes over a connection of their own, and the answer."""
        begun = time.monotonic()
        with socket.create_connection(("localhost", self.port), timeout=_SECONDS) as plain:
            # a server that answers early may close while this side still sends
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                plain.sendall(head)
                if isinstance(body, bytes):
                    plain.sendall(body)
                elif body is not None:
                    for piece in body:
                        plain.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
                    plain.sendall(b"0\r\n\r\n")
            answer = http.client.HTTPResponse(plain, method=method)
            try:
                answer.begin()
                data = answer.read(_MOST_READ)
            except (http.client.RemoteDisconnected, http.client.BadStatusLine, ConnectionResetError):
                return Reply(0, seconds=time.monotonic() - begun)
            except http.client.IncompleteRead as cut:
                data = cut.partial
            shown = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, shown, data, time.monotonic() - begun)

    def talk(self, text: bytes) -> Reply:
        """Bytes with names in them, as :meth:`ask` replaces them."""
        return self.say(self.filled(text.decode("latin-1")).encode("latin-1"))

    # -- what must hold -----------------------------------------------------------------------------------------------

    def secrets(self) -> dict[str, bytes]:
        """What no answer may hold, by what it is."""
        kept = (self.home / "studio" / "studio.secret").read_bytes()
        return {
            "the canary": CANARY.encode(),
            "the secret of the server": kept,
            "the secret in hex": kept.hex().encode(),
            "the launch key": self.server.context.keys.launch_key.encode(),
            "a password": PASSWORD.encode(),
            "a cookie of Anna": self.cookies["anna"].encode(),
            "a path of the server": str(self.home).encode(),
            "a path of the package": b"/scenewright/",
            "a path of Python": b"site-packages",
            "a traceback": b"Traceback (most recent call last)",
        }

    def elsewhere(self) -> dict[str, tuple[int, int, int]]:
        """All files that Ben must not touch: size, time and mode by path."""
        own = self.owner_home("ben")
        found = {}
        for path in sorted(self.home.rglob("*")):
            if path.is_relative_to(own):
                continue
            facts = path.lstat()
            if path.is_dir() and not path.is_symlink():
                found[str(path)] = (0, 0, facts.st_mode)
            else:
                found[str(path)] = (facts.st_size, facts.st_mtime_ns, facts.st_mode)
        return found

    def healthy(self) -> bool:
        """Whether the server answers, and Anna finds her work as it was."""
        alive = self.ask("GET", "/healthy", who=None)
        hers = self.ask("GET", "/api/sessions/<their_session>", who="anna")
        return alive.body == b"ok" and hers.status == 200 and hers.json()["interface"] == {"mark": CANARY}


class Bait(threading.Thread):
    """A listener of this machine that a server may be sent to. Nobody should come."""

    def __init__(self) -> None:
        super().__init__(name="bait", daemon=True)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.visits = 0

    def run(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                visitor, _ = self._socket.accept()
                self.visits += 1
                visitor.close()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


class _Errors(logging.Handler):
    """Keeps what the server logs about failures of its own."""

    def __init__(self, kept: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage().startswith("Invalid UTF-8"):  # said of a client, with the reader's exception
            return
        reason = record.exc_info[1] if record.exc_info else None
        self._kept.append(f"{record.getMessage()} {reason!r}")


@contextlib.contextmanager
def attacked_studio(home: Path) -> Iterator[Ground]:
    """A studio with logins and small limits, and what its owners have."""
    limits = StudioLimits(
        upload_bytes=UPLOAD_BYTES, upload_files=40, disk_bytes=60 << 20, streams=24, pause_seconds=2.0
    )
    bait = Bait()
    bait.start()
    users = {"anna": PASSWORD, "ben": "pear"}
    loggers = [logging.getLogger(name) for name in ("uvicorn.error", "asyncio", "websockets", "scenewright")]
    try:
        with running_studio(home, users=users, limits=limits) as server:
            ground = Ground(server, home, bait)
            handler = _Errors(ground.errors)
            for logger in loggers:
                logger.addHandler(handler)
            try:
                yield ground
            finally:
                for logger in loggers:
                    logger.removeHandler(handler)
    finally:
        bait.close()
