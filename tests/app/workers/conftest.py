"""Workers for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenewright.app.workers import RemoteSession, SceneWorkers, WorkerLimits
from tests.support.shared_templates import TEMPLATES_OF_TESTS
from tests.support.worker_scenes import scene_folder


@pytest.fixture(scope="package")
def workers() -> Iterator[SceneWorkers]:
    made = SceneWorkers(WorkerLimits(workers_per_owner=100), templates=TEMPLATES_OF_TESTS)
    yield made
    made.close()


@pytest.fixture
def session(workers: SceneWorkers, tmp_path: Path) -> Iterator[RemoteSession]:
    opened = workers.open(scene_folder(tmp_path / "scene"), owner="anna", data_dir=tmp_path / "data")
    yield opened
    opened.close()
