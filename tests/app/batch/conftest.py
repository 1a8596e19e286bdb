"""A scene and a witness for tests of batches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from scenewright.app.batch import BatchDone, BatchOptions, run_batch
from scenewright.app.batch.job_lines import lines_of
from scenewright.scene.children import Supervisor
from tests.support.batch_witness import install_witness
from tests.support.worker_scenes import scene_folder


@dataclass
class BatchPlace:
    """A folder with a scene ``row``, where batches run. `site`: folder of the witness. `log`: what it writes."""

    folder: Path
    site: Path
    log: Path
    templates: Supervisor

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def run(self, *jobs: dict[str, Any], out: str | None = None, **how: Any) -> BatchDone:
        """Run jobs. `out`: a URL for the results; None: the folder."""
        lines, problems = lines_of(jobs)
        options = BatchOptions(**{"workers": 1, **how})
        return run_batch(
            lines, out or str(self.out), options, base=self.folder, problems=problems, templates=self.templates
        )


@pytest.fixture(scope="package")
def witness_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BatchPlace]:
    """What all batches of this folder share: the witness, and the process that workers are forked from, which finds it."""
    folder = tmp_path_factory.mktemp("witness")
    site = install_witness(folder / "site", folder / "log.txt")
    with closing(Supervisor()) as templates:
        yield BatchPlace(folder, site, folder / "log.txt", templates)


@pytest.fixture
def place(witness_place: BatchPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BatchPlace:
    for told in (witness_place.log, witness_place.log.with_suffix(".crashed")):
        told.unlink(missing_ok=True)
    monkeypatch.syspath_prepend(str(witness_place.site))
    scene_folder(tmp_path / "row")
    return replace(witness_place, folder=tmp_path)
