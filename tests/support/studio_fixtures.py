"""Fixtures of journeys in the studio: a server for the module, a scene folder of a test's own, and a page that shows it.

``conftest.py`` of a folder imports them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.running_studio import running_studio
from tests.support.studio_pages import OFFICE, StudioPage

__all__ = ["folder", "server", "studio"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    with running_studio(tmp_path_factory.mktemp("studio")) as running:
        yield running


@pytest.fixture
def folder(server: StudioServer, tmp_path: Path) -> Path:
    folder = server.settings.scenes / tmp_path.name
    Project.create(folder, OFFICE, title=tmp_path.name)
    return folder


@pytest.fixture
def studio(server: StudioServer, page: Page, folder: Path) -> StudioPage:
    return StudioPage.opened(page, server.url, folder)
