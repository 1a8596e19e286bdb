"""Fixtures of journeys in the studio: a server for the process, a scene folder of a test's own, and a page that shows it.

The page is one person's, who goes from the scene of one test to that of the next: a page of its own takes twice as long. A test that is
about a new person's page opens it with ``page`` or ``pages``. ``conftest.py`` of a folder imports them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.browser_fixtures import BrowserProcess
from tests.support.browser_pages import BrowserPages
from tests.support.kept_studio import KeptStudio
from tests.support.running_studio import running_studio
from tests.support.studio_pages import OFFICE, StudioPage

__all__ = ["folder", "kept_studio", "open_scene", "server", "shared_server", "studio"]


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    with running_studio(tmp_path_factory.mktemp("studio")) as running:
        yield running


@pytest.fixture(scope="module")
def server(shared_server: StudioServer) -> StudioServer:
    """A module that wants a studio with other settings has a fixture of this name."""
    return shared_server


@pytest.fixture(scope="session")
def kept_studio(browser_process: BrowserProcess) -> Iterator[KeptStudio]:
    kept = KeptStudio()
    yield kept
    with browser_process.used():
        kept.close()


@pytest.fixture
def folder(server: StudioServer, tmp_path: Path) -> Path:
    folder = server.settings.scenes / tmp_path.name
    Project.create(folder, OFFICE, title=tmp_path.name)
    return folder


@pytest.fixture
def studio(server: StudioServer, pages: BrowserPages, kept_studio: KeptStudio, folder: Path) -> StudioPage:
    return kept_studio.show(pages, server, folder)


@pytest.fixture
def open_scene(
    server: StudioServer, pages: BrowserPages, kept_studio: KeptStudio, tmp_path: Path
) -> Callable[[str], StudioPage]:
    """Makes a scene of a program, where ``folder`` would be, and shows it."""

    def opened(program: str) -> StudioPage:
        folder = server.settings.scenes / tmp_path.name
        Project.create(folder, program, title=tmp_path.name)
        return kept_studio.show(pages, server, folder)

    return opened
