"""``scenewright export``: writes a scene's geometry to a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from scenewright.app.terminal.output import Reporter, guarded

__all__ = ["run"]

_MOST_LISTED = 6


def run(
    where: str,
    out: Path,
    *,
    frame: int,
    splats: int | None,
    lit: bool,
    physics: bool,
    seed: int | None,
    root: str | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.exporting import EXPORT, ExportRequest
        from scenewright.app.terminal.process import open_with_settings

        session, _ = open_with_settings(where, {"seed": seed, "root": root}, reporter)
        request = ExportRequest(out=out, frame=frame, splats=splats, lit=lit, physics=physics)
        with reporter.job("exporting", kept="export", scene=where) as job:
            written = EXPORT(session, request, job=job)
        reporter.warnings(written.warnings)
        export_warnings = written.warnings[len(session.scene.warnings) :]
        values = {
            "files": [str(f) for f in written.files],
            "units": session.scene.units,
            "warnings": list(export_warnings),
        }
        reporter.result(values, _listed(written.files))


def _listed(files: Sequence[Path]) -> list[str]:
    """Lines that name files; of a folder with many of them only how many it has."""
    beside = files[0].parent
    counts = Counter(file.parent for file in files)
    lines = [str(file) for file in files if file.parent == beside or counts[file.parent] <= _MOST_LISTED]
    lines += [
        f"{folder}/ ({count:,} files)" for folder, count in counts.items() if folder != beside and count > _MOST_LISTED
    ]
    return lines
