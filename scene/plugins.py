"""Loads the plug-ins of other packages from the entry points of a group."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from scenewright.scene.errors import ScenewrightError

__all__ = ["PluginError", "installed_plugins", "load_plugin", "plugins_by_ending"]


class PluginError(ScenewrightError):
    """An installed plug-in cannot be used. The message names it, its package and the fault."""


def installed_plugins(group: str) -> dict[str, EntryPoint]:
    """The entry points of a group by name, sorted. Of several with the same name the first one counts."""
    found: dict[str, EntryPoint] = {}
    for entry in entry_points(group=group):
        found.setdefault(entry.name, entry)
    return dict(sorted(found.items()))


def load_plugin(entry: EntryPoint, *, members: tuple[str, ...] = ()) -> Any:
    """The object of an entry point, which names a class or function to call without arguments.

    Args:
        members: attributes that the object must have.

    Raises:
        PluginError: it cannot be imported or made, or lacks a member.
    """
    try:
        plugin = entry.load()()
    except Exception as error:
        raise PluginError(f"{_named(entry)} cannot be loaded: {type(error).__name__}: {error}") from error
    missing = [name for name in members if not hasattr(plugin, name)]
    if missing:
        raise PluginError(f"{_named(entry)} has no {', '.join(missing)}: it was written for another version")
    return plugin


def plugins_by_ending(
    group: str, *, members: tuple[str, ...], built_in: Iterable[Any] = ()
) -> tuple[dict[str, Any], list[str]]:
    """The objects of a group by each of their file name `endings`, and a message for each plug-in that cannot be loaded.

    A broken plug-in does not affect the others; callers show the messages where an ending is missing. Of several objects for one
    ending the first counts: built-in ones come first, then plug-ins by name.
    """
    plugins, problems = [*built_in], []
    for entry in installed_plugins(group).values():
        try:
            plugins.append(load_plugin(entry, members=members))
        except PluginError as error:
            problems.append(str(error))
    found: dict[str, Any] = {}
    for plugin in plugins:
        for ending in plugin.endings:
            found.setdefault(ending, plugin)
    return found, problems


def _named(entry: EntryPoint) -> str:
    package = "" if entry.dist is None else f", of the package {entry.dist.name},"
    return f"the plug-in {entry.name!r} of {entry.group}{package}"
