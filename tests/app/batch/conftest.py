"""A scene and a witness for tests of batches."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scenewright.app.batch import BatchDone, BatchOptions, run_batch
from scenewright.app.batch.job_lines import lines_of
from tests.support.batch_witness import install_witness
from tests.support.worker_scenes import scene_folder


@dataclass
class BatchPlace:
    """A folder with a scene ``row``, where batches run. `log`: what the witness writes."""

    folder: Path
    log: Path

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def run(self, *jobs: dict[str, Any], out: str | None = None, **how: Any) -> BatchDone:
        """Run jobs. `out`: a URL for the results; None: the folder."""
        lines, problems = lines_of(jobs)
        options = BatchOptions(**{"workers": 1, **how})
        return run_batch(lines, out or str(self.out), options, base=self.folder, problems=problems)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BatchPlace:
    log = tmp_path / "log.txt"
    monkeypatch.syspath_prepend(str(install_witness(tmp_path / "site", log)))
    scene_folder(tmp_path / "row")
    return BatchPlace(tmp_path, log)
