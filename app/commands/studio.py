"""``scenewright studio``: serves the studio and opens it in a browser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, guarded
from scenewright.scene.errors import ScenewrightError

if TYPE_CHECKING:
    from scenewright.app.studio import StudioModels

__all__ = ["run"]


def run(
    scene: Path | None,
    *,
    host: str,
    port: int,
    browser: bool,
    auth: Sequence[str],
    open_to_anyone: bool,
    names: Sequence[str],
    visitors_gib: float,
    model: str | None,
    base_url: str | None,
    any_model: bool | None,
    scenes: Path | None,
) -> None:
    reporter = Reporter(False)
    with guarded(reporter):
        _require()
        from scenewright.app.folder_places import SCENES
        from scenewright.app.studio import StudioLimits, StudioServer, StudioSettings
        from scenewright.scene.data_dir import current_data_dir

        settings = StudioSettings(
            scenes=(scenes or SCENES).absolute(),
            data=current_data_dir().data / "studio",
            host=host,
            port=port,
            users=dict(map(_user, auth)),
            open_to_anyone=open_to_anyone,
            names=tuple(names),
            models=_models(model, base_url, any_model, alone=not auth and not open_to_anyone),
            limits=StudioLimits(visitors_bytes=int(visitors_gib * (1 << 30))),
        )
        server = StudioServer(settings, scene=None if scene is None else _folder(scene, reporter))
        reporter.result({"url": server.url}, [f"The studio is at {server.url}", "Ctrl-C ends it."])
        if browser:
            import threading
            import webbrowser

            # the socket listens already: the page waits until the server answers
            threading.Thread(target=webbrowser.open, args=(server.url,), daemon=True).start()
        server.run()


def _require() -> None:
    from importlib.util import find_spec

    if find_spec("gradio") is None:
        raise ScenewrightError("the studio's packages are not installed here: pip install --upgrade scenewright")


def _models(model: str | None, base_url: str | None, any_model: bool | None, *, alone: bool) -> StudioModels:
    """The language models that people may use.

    Args:
        alone: only the user of this machine reaches the studio. Others get a model only where one is named for them: each answer may cost.

    Raises:
        ScenewrightError: the model has no such name, or a setting is wrong.
    """
    from scenewright.app.studio import StudioModels
    from scenewright.scene.settings import resolve_settings

    if alone:
        settings = resolve_settings({"model": model, "base_url": base_url}).values
        model, base_url = settings.model, settings.base_url
    models = StudioModels(model, base_url, alone if any_model is None else any_model)
    if model is not None:
        models.chosen(None)
    return models


def _user(given: str) -> tuple[str, str]:
    name, colon, password = given.partition(":")
    if not colon or not name or not password:
        raise ScenewrightError("--auth takes USER:PASSWORD, with a colon between the two")
    return name, password


def _folder(scene: Path, reporter: Reporter) -> Path:
    """The scene folder to show: a single file becomes one, beside the user's other scenes."""
    if scene.is_dir():
        from scenewright.scene.folder import Project

        Project.open(scene, writable=False)
        return scene
    from scenewright.app.actions.generating import GENERATE, GenerateSceneRequest

    with reporter.job("making a scene folder") as job:
        made = GENERATE(GenerateSceneRequest(source=str(scene), layout=False, renderers=()), job=job)
    reporter.note(f"{scene} is now a scene folder: {made.folder}")
    return made.folder
