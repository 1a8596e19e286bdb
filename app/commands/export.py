"""``scenewright export``: a scene's geometry as a file."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.output import Reporter, guarded

__all__ = ["run"]


def run(
    where: str,
    out: Path,
    *,
    frame: int,
    splats: int | None,
    lit: bool,
    seed: int | None,
    root: str | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.exporting import export_scene
        from scenewright.app.settings import open_with_settings

        session, _ = open_with_settings(where, {"seed": seed, "root": root}, reporter)
        with reporter.job("exporting") as job:
            job.progress(0.0, "evaluating")
            scene = session.scene
            written = export_scene(
                scene,
                out,
                frame=frame,
                splats=splats,
                lit=lit,
                assets=session.assets,
                folder=session.folder,
                job=job.part(0.3),
            )
        reporter.warnings([*scene.warnings, *written.warnings])
        values = {"files": [str(f) for f in written.files], "units": scene.units, "warnings": list(written.warnings)}
        reporter.result(values, "\n".join(str(f) for f in written.files))
