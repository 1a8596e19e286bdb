"""Contact sheets of the objects that are proposed for a folder of meshes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.renderers.preview import Tile
from scenewright.renderers.preview.contact_sheet import contact_sheet

if TYPE_CHECKING:
    from scenewright.assets import Proposal
    from scenewright.scene.jobs import Job

__all__ = ["asset_picture", "proposals_sheet"]


def proposals_sheet(added: Proposal, out: Path, *, job: Job | None = None) -> Path:
    """Draw a labelled contact sheet of the proposed objects, each in its proposed orientation; returns its file."""
    from scenewright.assets import Catalogue, preview

    catalogue = Catalogue.default()
    tiles = [Tile(p.entry.word, p.ref, catalogue) for p in preview(added, catalogue)]
    contact_sheet(tiles, columns=min(6, max(len(tiles), 1)), job=job).save(out)
    return out


def asset_picture(key: str, size: int, *, job: Job | None = None) -> bytes:
    """A PNG of an object of the catalogue, `size` x `size` pixels, on a transparent ground.

    Raises:
        AssetError: there is no such object, or its file cannot be read.
        RenderError: the preview renderer cannot run here.
        JobCancelled: the job was cancelled.
    """
    import io

    from PIL import Image

    from scenewright.assets import Catalogue
    from scenewright.renderers.base import RenderRequest, default_camera, warm_renderer
    from scenewright.scene.geometry import scene_of_asset

    catalogue = Catalogue.default()
    entry = catalogue.entry(key)
    pack = next(pack for pack in catalogue.packs if pack.name == entry.pack)
    scene = scene_of_asset(catalogue.instance(pack, entry))
    camera = default_camera(scene, aspect=1.0)
    request = RenderRequest(scene, (camera,), size, size, provider=catalogue, background="transparent")
    picture = warm_renderer("preview").render(request, job=job).views[0].color
    assert picture is not None
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "PNG")
    return stream.getvalue()
