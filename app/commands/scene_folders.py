"""``scenewright rename`` and ``scenewright copy``."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.terminal.output import Reporter, guarded

__all__ = ["copy", "rename"]


def rename(scene: Path, title: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.scene_folders import RENAME_SCENE, RenameSceneRequest

        named = RENAME_SCENE(RenameSceneRequest(scene=scene, title=title))
        reporter.result(named.report(), f"{named.folder} is called '{named.title}' now")


def copy(scene: Path, out: Path, *, title: str | None, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.scene_folders import COPY_SCENE, CopySceneRequest

        made = COPY_SCENE(CopySceneRequest(scene=scene, out=out, title=title))
        reporter.result(made.report(), f"the copy '{made.title}' is in {made.folder}")
