"""Pictures of the objects that a folder is proposed to hold."""

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
    """A labelled sheet of the objects that a folder was proposed to hold, each standing and facing as proposed."""
    from scenewright.assets import Catalogue, preview

    catalogue = Catalogue.default()
    tiles = [Tile(p.entry.word, p.ref, catalogue) for p in preview(added, catalogue)]
    contact_sheet(tiles, columns=min(6, max(len(tiles), 1)), job=job).save(out)
    return out
