"""Contact sheets of the objects that are proposed for a folder of meshes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.renderers.preview import Tile
from scenewright.renderers.preview.contact_sheet import contact_sheet

if TYPE_CHECKING:
    from scenewright.assets import Proposal
    from scenewright.scene.jobs import Job

__all__ = ["proposals_sheet"]


def proposals_sheet(added: Proposal, out: Path, *, job: Job | None = None) -> Path:
    """Draw a labelled contact sheet of the proposed objects, each in its proposed orientation; returns its file."""
    from scenewright.assets import Catalogue, preview

    catalogue = Catalogue.default()
    tiles = [Tile(p.entry.word, p.ref, catalogue) for p in preview(added, catalogue)]
    contact_sheet(tiles, columns=min(6, max(len(tiles), 1)), job=job).save(out)
    return out
