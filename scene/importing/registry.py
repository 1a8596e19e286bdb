"""Importers by file name ending: our own and those of plug-ins."""

from __future__ import annotations

from scenewright.scene.importing.importer import ENTRY_POINT_GROUP, Importer
from scenewright.scene.importing.programs import ProgramImporter
from scenewright.scene.importing.replies import ReplyImporter
from scenewright.scene.plugins import plugins_by_ending

__all__ = ["importers"]

_MEMBERS = ("name", "endings", "available", "read")


def importers() -> tuple[dict[str, Importer], list[str]]:
    """The importers by ending, where our own come first; and why plug-ins could not be loaded, a line for each."""
    return plugins_by_ending(ENTRY_POINT_GROUP, members=_MEMBERS, built_in=(ProgramImporter(), ReplyImporter()))
