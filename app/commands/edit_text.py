"""``scenewright edit text``: replaces the program of a scene folder."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.terminal.output import Reporter, guarded
from scenewright.scene.errors import ProjectError

__all__ = ["run"]


def run(where: str, file: Path, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.program_writing import WRITE_PROGRAM, WriteProgramRequest
        from scenewright.app.terminal.process import open_with_settings
        from scenewright.scene.text_files import MAX_TEXT_BYTES, decode_text, read_file

        text = decode_text(read_file(file, MAX_TEXT_BYTES, "the program"), str(file))
        session, _ = open_with_settings(where, {}, reporter, writable=True)
        if session.project is None:
            raise ProjectError(f"{where} is no scene folder: write the file itself", kind="not-a-scene")
        with reporter.job("evaluating the new program") as job:
            written = WRITE_PROGRAM(session, WriteProgramRequest(text=text), job=job)
        reporter.warnings(written.warnings)
        same = f"the program is the same as before; the scene is at revision {written.revision}"
        done = f"the program is that of {file}; the scene is at revision {written.revision}"
        reporter.result(written.report(), done if written.changed else same)
