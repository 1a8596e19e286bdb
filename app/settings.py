"""Opens a scene with its settings, from the caller, the environment, the scene folder and the user's file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.scene.data_dir import DataDir, using_data_dir
from scenewright.scene.settings import ResolvedSettings, resolve_settings

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["open_scene"]


def open_scene(
    where: str | Path, given: Mapping[str, Any], *, writable: bool = False, data_dir: DataDir | None = None
) -> tuple[Session, ResolvedSettings]:
    """Open a scene, with the seed and root of the settings.

    Args:
        given: settings by the names of :class:`scenewright.scene.settings.Settings`; they override all others.
        data_dir: the places of the scene's user; None: of the user that the caller works for.

    Raises:
        ProjectError, ProgramError, ReplyError: it cannot be read.
        SettingsError: a value cannot be used; the message says where it is set.
    """
    from scenewright.app.session import Session

    with using_data_dir(data_dir):
        session = Session.open(where, writable=writable, data_dir=data_dir)
        toml = None if session.project is None else session.project.toml
        resolved = resolve_settings(given, scene=toml)
    session.seed, session.root = resolved.values.seed, resolved.values.root
    session.use_libraries(resolved.values.libraries)
    return session, resolved
