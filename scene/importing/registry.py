"""Importers by the ending of a file's name: our own, and those that plug-ins bring."""

from __future__ import annotations

from scenewright.scene.importing.importer import ENTRY_POINT_GROUP, Importer
from scenewright.scene.importing.programs import ProgramImporter
from scenewright.scene.importing.replies import ReplyImporter
from scenewright.scene.plugins import plugins_by_ending

__all__ = ["importers"]

_MEMBERS = ("name", "endings", "available", "read")


def importers() -> tuple[dict[str, Importer], list[str]]:
    """The importers by ending, ours first; and of the plug-ins that cannot be loaded why."""
    return plugins_by_ending(ENTRY_POINT_GROUP, members=_MEMBERS, built_in=(ProgramImporter(), ReplyImporter()))
