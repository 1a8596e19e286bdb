"""The actions that add a folder of meshes and libraries as a pack of objects, and remove it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.actions.action import FreeAction
from scenewright.app.requests import Request
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.assets import Proposal

__all__ = ["ADD_ASSETS", "REMOVE_ASSETS", "AddAssetsRequest", "AddedAssets", "RemoveAssetsRequest", "RemovedAssets"]


class AddAssetsRequest(Request):
    """Which folder to add."""

    folder: Path
    """Folder of GLB, glTF, OBJ, PLY and STL files, and of libraries: .py files with entity functions."""
    in_folder: bool = False
    """Write the manifest into the folder; else it is kept with the user's data."""
    sheet: Path | None = None
    """Contact sheet to write; None: beside the manifest."""
    draw: bool = True
    """Draw a contact sheet with each object in its proposed orientation."""


@dataclass(frozen=True)
class AddedAssets:
    """The proposed entries, which the user can correct in the manifest. `sheet`: the contact sheet; None if none was drawn."""

    proposal: Proposal
    sheet: Path | None

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {
            "manifest": str(self.proposal.manifest),
            "proposals": [p.to_json() for p in self.proposal.proposals],
            "libraries": [library.to_json() for library in self.proposal.libraries],
            "sheet": None if self.sheet is None else str(self.sheet),
            "problems": list(self.proposal.problems),
            "passed_over": list(self.proposal.passed_over),
        }


def add_assets(request: AddAssetsRequest, job: Job) -> AddedAssets:
    """Propose words, size, up axis and front of each mesh of a folder, and its libraries with their entities, and use the folder as a pack.

    Raises:
        ScenewrightError: there is no such folder, or nothing in it can be used.
    """
    from scenewright.assets import add_folder

    added = add_folder(request.folder, in_folder=request.in_folder, job=job.part(0.0, 0.9))
    sheet = None
    if request.draw and (added.proposals or any(library.entities for library in added.libraries)):
        from scenewright.app.asset_sheets import proposals_sheet

        job.tick(0.9, "drawing the contact sheet")
        sheet = proposals_sheet(added, request.sheet or _beside(added), job=job.part(0.9))
    return AddedAssets(added, sheet)


def _beside(added: Proposal) -> Path:
    """The contact sheet beside the manifest: in the folder only where that was asked for."""
    assert added.manifest is not None
    if added.manifest.parent == added.folder:
        return added.folder / "contact_sheet.png"
    return added.manifest.with_suffix(".png")


class RemoveAssetsRequest(Request):
    """Which pack to remove."""

    pack: str
    """The folder that was added, or the name of its pack."""


@dataclass(frozen=True)
class RemovedAssets:
    """The folder whose objects are no longer in the catalogue, and the manifest, which stays for when it is added again."""

    folder: Path
    manifest: Path

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {"folder": str(self.folder), "manifest": str(self.manifest)}


def remove_assets(request: RemoveAssetsRequest, job: Job) -> RemovedAssets:
    """Take the objects of a folder out of the catalogue. Scenes that use them keep their own copies; no file is deleted.

    Raises:
        ScenewrightError: no such folder was added.
    """
    from scenewright.assets import unregister

    return RemovedAssets(*unregister(request.pack))


ADD_ASSETS = FreeAction(
    "add_assets", "Add a folder of meshes and libraries as a pack of objects.", AddAssetsRequest, add_assets
)
REMOVE_ASSETS = FreeAction(
    "remove_assets", "Remove a pack of objects that was added.", RemoveAssetsRequest, remove_assets
)
