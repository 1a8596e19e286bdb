"""A third-party exporter: a table of the parts of a scene."""

from __future__ import annotations

from pathlib import Path

from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.export import Exported, refuse_target, write_attribution
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene


class TableExporter:
    name = "table"
    endings = (".tsv",)

    def available(self) -> str | None:
        return None

    def export(
        self,
        scene: Scene,
        out: Path,
        *,
        provider: AssetProvider | None = None,
        root: Path | None = None,
        job: Job | None = None,
    ) -> Exported:
        job = job or Job()
        refuse_target(out)
        job.tick(0.0, "the table")
        lines = [f"{path}\t{scene.entity(row).word}" for row, path in enumerate(scene.paths)]
        atomic.write(out, ("\n".join(lines) + "\n").encode())
        job.progress(1.0, "done")
        return Exported((out, *write_attribution(scene, out)))
