"""Editors by name: our own, and those of plug-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.requests import RequestError
from scenewright.scene.plugins import installed_plugins, load_plugin

if TYPE_CHECKING:
    from scenewright.app.agent.dialogue import SceneEditor

__all__ = ["ENTRY_POINT_GROUP", "editor_names", "scene_editor"]

ENTRY_POINT_GROUP = "scenewright.editors"
_EMBEDDED = "embedded"


def editor_names() -> list[str]:
    """Names of the editors, ours first."""
    return list(dict.fromkeys((_EMBEDDED, *installed_plugins(ENTRY_POINT_GROUP))))


def scene_editor(name: str = _EMBEDDED) -> SceneEditor:
    """The editor of that name.

    Raises:
        RequestError: there is no such editor; the message lists the existing ones.
        PluginError: the plug-in cannot be loaded.
    """
    if name == _EMBEDDED:
        from scenewright.app.agent.embedded import EmbeddedEditor

        return EmbeddedEditor()
    entry = installed_plugins(ENTRY_POINT_GROUP).get(name)
    if entry is None:
        raise RequestError(f"there is no editor {name!r}: there are {', '.join(editor_names())}", field="editor")
    editor: SceneEditor = load_plugin(entry, members=("name", "turn"))
    return editor
