"""The action that adds a folder of meshes as a pack of objects."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.actions.action import FreeAction
from scenewright.app.requests import Request
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.assets import Proposal

__all__ = ["ADD_ASSETS", "AddAssetsRequest", "AddedAssets"]


class AddAssetsRequest(Request):
    """Which folder to add."""

    folder: Path
    """Folder of GLB files."""
    sheet: Path | None = None
    """Contact sheet to write; None: ``contact_sheet.png`` in the folder."""
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
            "sheet": None if self.sheet is None else str(self.sheet),
            "problems": list(self.proposal.problems),
        }


def add_assets(request: AddAssetsRequest, job: Job) -> AddedAssets:
    """Propose words, size, up axis and front of each mesh of a folder, and use the folder as a pack.

    Raises:
        ScenewrightError: there is no such folder, or nothing in it can be used.
    """
    from scenewright.assets import add_folder

    added = add_folder(request.folder, job=job.part(0.0, 0.9))
    sheet = None
    if request.draw and added.proposals:
        from scenewright.app.asset_sheets import proposals_sheet

        job.tick(0.9, "drawing the contact sheet")
        sheet = proposals_sheet(added, request.sheet or request.folder / "contact_sheet.png", job=job.part(0.9))
    return AddedAssets(added, sheet)


ADD_ASSETS = FreeAction("add_assets", "Add a folder of meshes as a pack of objects.", AddAssetsRequest, add_assets)
