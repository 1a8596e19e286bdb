"""Writers by name: our own, and those of plug-ins."""

from __future__ import annotations

from collections.abc import Callable

from scenewright.app.agent.making import ModelWriter
from scenewright.app.writers.embedded import EmbeddedWriter
from scenewright.app.writers.writer import ENTRY_POINT_GROUP, Writer
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.plugins import installed_plugins, load_plugin

__all__ = ["find_writer", "writer_names"]

_OURS: dict[str, Callable[[], Writer]] = {EmbeddedWriter.name: EmbeddedWriter, ModelWriter.name: ModelWriter}
_MEMBERS = ("name", "available", "write")


def writer_names() -> list[str]:
    """Names of the writers, ours first."""
    return list(dict.fromkeys((*_OURS, *installed_plugins(ENTRY_POINT_GROUP))))


def find_writer(name: str) -> Writer:
    """The writer of that name.

    Raises:
        ScenewrightError: there is no such writer; the message lists the existing ones.
        PluginError: the plug-in cannot be loaded.
    """
    if name in _OURS:
        return _OURS[name]()
    entry = installed_plugins(ENTRY_POINT_GROUP).get(name)
    if entry is None:
        raise ScenewrightError(f"there is no writer {name!r}: there are {', '.join(writer_names())}")
    writer: Writer = load_plugin(entry, members=_MEMBERS)
    return writer
