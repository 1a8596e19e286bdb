"""A studio that listens on loopback, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from scenewright.app.studio import StudioServer, StudioSettings
from tests.support.shared_templates import TEMPLATES_OF_TESTS

__all__ = ["let_in", "running_studio"]


@contextmanager
def running_studio(home: Path, *, scene: Path | None = None, **settings: Any) -> Iterator[StudioServer]:
    """A studio with its files under `home`, at a free port. It draws no pictures that no page asks for, unless a test wants them."""
    settings = {"pictures_ahead": 0, "card_seconds": None, **settings}
    given = StudioSettings(scenes=home / "scenes", data=home / "studio", port=0, **settings)
    server = StudioServer(given, scene=scene, templates=TEMPLATES_OF_TESTS)
    server.start()
    try:
        yield server
    finally:
        server.close()


@contextmanager
def let_in(server: StudioServer) -> Iterator[httpx.Client]:
    """A client that has opened the address of the studio, with its key, as a browser does."""
    with httpx.Client(base_url=f"http://localhost:{server.port}", timeout=240) as client:
        client.get(server.url, follow_redirects=False)
        yield client
