"""The sessions of pages. The id of one stands in the page's address; what it holds is on disk, so that it outlives page and server."""

from __future__ import annotations

import json
import re
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from scenewright.app.requests import RequestError
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import names_in, read_plain

__all__ = ["PageSession", "SessionStore"]

_SCHEMA = 1
_ID = re.compile(r"[a-z0-9]{24}\Z")
_MOST_BYTES = 512 << 10
_MOST_INTERFACE = 64 << 10


@dataclass(frozen=True, slots=True)
class PageSession:
    """`place`: id of the scene that it shows. `interface`: what the page wants to find again (selection, open tabs, views), as JSON values.
    `chat`: the dialogue about the scene, by place."""

    id: str
    created: float
    used: float
    place: str | None = None
    interface: Mapping[str, Any] = field(default_factory=dict)
    chat: Mapping[str, Any] = field(default_factory=dict)


_READER = TypeAdapter(PageSession)


class SessionStore:
    """The sessions of one owner, one file each."""

    def __init__(self, folder: Path, most: int) -> None:
        self._folder, self._most = folder, most
        self._lock = threading.Lock()

    def create(self, place: str | None = None) -> PageSession:
        """A new session. The ones that were used least recently are forgotten when there are too many."""
        now = time.time()
        # 24 of 32 characters: nobody guesses the session of somebody else
        name = "".join(secrets.choice("abcdefghijklmnopqrstuvwxyz234567") for _ in range(24))
        session = PageSession(name, now, now, place)
        with self._lock:
            self._folder.mkdir(parents=True, exist_ok=True)
            kept = sorted(self._files(), key=lambda f: f.stat().st_mtime)
            for file in kept[: max(len(kept) + 1 - self._most, 0)]:
                file.unlink(missing_ok=True)
            self._write(session)
        return session

    def latest(self, place: str | None) -> PageSession | None:
        """The session that showed a place last; None where none does."""
        with self._lock:
            for file in sorted(self._files(), key=lambda f: f.stat().st_mtime, reverse=True):
                try:
                    session = self._read(file.stem)
                except ProjectError:
                    continue
                if session.place == place:
                    return session
        return None

    def get(self, name: str) -> PageSession:
        """
        Raises:
            ProjectError: 'missing': the owner has no such session.
        """
        with self._lock:
            return self._read(name)

    def change(self, name: str, **values: Any) -> PageSession:
        """Change fields of a session.

        Raises:
            ProjectError: 'missing': there is none; 'too-large': it would hold too much.
        """
        with self._lock:
            session = replace(self._read(name), used=time.time(), **values)
            if len(_plain_json(session.interface)) > _MOST_INTERFACE:
                raise ProjectError(
                    f"a page may keep {_MOST_INTERFACE:,} characters about how it looks, not more", kind="too-large"
                )
            self._write(session)
            return session

    def _read(self, name: str) -> PageSession:
        if not _ID.match(name):
            raise ProjectError("this address holds no session of the studio", kind="missing")
        file = self._folder / f"{name}.json"
        try:
            values = parse_json(read_plain(file, _MOST_BYTES, "the session", root=self._folder))
            if not isinstance(values, dict):
                raise ValueError("it is no object")
            values.pop("schema", None)
            return replace(_READER.validate_python({**values, "id": name}), id=name)
        except (ProjectError, ValueError, ValidationError) as error:
            raise ProjectError(
                "this session is not known here: open the studio's first page", kind="missing"
            ) from error

    def _write(self, session: PageSession) -> None:
        data = json.dumps({"schema": _SCHEMA, **asdict(session)}, allow_nan=False).encode()
        if len(data) > _MOST_BYTES:
            raise ProjectError(f"a session may take {_MOST_BYTES:,} bytes, not {len(data):,}", kind="too-large")
        atomic.write(self._folder / f"{session.id}.json", data, durable=False)

    def _files(self) -> list[Path]:
        names = names_in(self._folder, "the sessions", most=20_000)
        return [self._folder / n for n in names if _ID.match(n.removesuffix(".json"))]


def _plain_json(values: Mapping[str, Any]) -> bytes:
    """Values of a page as JSON text that can be read again.

    Raises:
        RequestError: a number is not finite, or they are nested too deep.
    """
    try:
        data = json.dumps(values, allow_nan=False).encode()
        parse_json(data)
    except (ValueError, RecursionError) as error:
        raise RequestError(f"values: they cannot be kept: {error}", field="values") from None
    return data
