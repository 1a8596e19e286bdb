"""Editors by name: our own, and those of plug-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.requests import RequestError
from scenewright.scene.plugins import installed_plugins, load_plugin

if TYPE_CHECKING:
    from scenewright.app.agent.dialogue import SceneEditor

__all__ = ["ENTRY_POINT_GROUP", "editor_names", "scene_editor"]

ENTRY_POINT_GROUP = "scenewright.editors"
_EMBEDDED, _MODEL = "embedded", "model"


def editor_names() -> list[str]:
    """Names of the editors, ours first."""
    return list(dict.fromkeys((_EMBEDDED, _MODEL, *installed_plugins(ENTRY_POINT_GROUP))))


def scene_editor(name: str = _EMBEDDED, *, model: str | None = None, base_url: str | None = None) -> SceneEditor:
    """The editor of that name.

    Args:
        model, base_url: name and server of a language model, for the editor 'model'.

    Raises:
        RequestError: there is no such editor; the message lists the existing ones. Or 'model' has no model.
        PluginError: the plug-in cannot be loaded.
    """
    if name == _MODEL:
        from scenewright.app.agent.model_editor import ModelEditor
        from scenewright.app.language_models import FORM

        if model is None:
            raise RequestError(f"the editor 'model' needs the name of one: {FORM}", field="model")
        return ModelEditor(model, base_url=base_url)
    if name == _EMBEDDED:
        from scenewright.app.agent.embedded import EmbeddedEditor

        return EmbeddedEditor()
    entry = installed_plugins(ENTRY_POINT_GROUP).get(name)
    if entry is None:
        raise RequestError(f"there is no editor {name!r}: there are {', '.join(editor_names())}", field="editor")
    editor: SceneEditor = load_plugin(entry, members=("name", "turn"))
    return editor
