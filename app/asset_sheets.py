"""Contact sheets of the objects that are proposed for a folder of meshes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.renderers.preview import Tile
from scenewright.renderers.preview.contact_sheet import contact_sheet

if TYPE_CHECKING:
    from scenewright.assets import Proposal
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.jobs import Job
    from scenewright.scene.model import Scene

__all__ = ["asset_picture", "proposals_sheet", "scene_picture", "scenes_sheet"]


def proposals_sheet(added: Proposal, out: Path, *, job: Job | None = None) -> Path:
    """Draw a labelled contact sheet of the proposed objects, each in its proposed orientation; returns its file."""
    from scenewright.assets import Catalogue, preview

    catalogue = Catalogue.default()
    tiles = [Tile(p.entry.word, p.ref, catalogue) for p in preview(added, catalogue)]
    contact_sheet(tiles, columns=min(6, max(len(tiles), 1)), job=job).save(out)
    return out


def scenes_sheet(things: Sequence[tuple[str, Scene]], out: Path, *, job: Job | None = None) -> Path:
    """Draw a contact sheet of scenes that are single things, each with its label; returns its file."""
    tiles = [Tile(label, scene) for label, scene in things]
    contact_sheet(tiles, columns=min(6, max(len(tiles), 1)), job=job).save(out)
    return out


def asset_picture(key: str, size: int, *, job: Job | None = None) -> bytes:
    """A PNG of an object of the catalogue, `size` x `size` pixels, on a transparent ground.

    Raises:
        AssetError: there is no such object, or its file cannot be read.
        RenderError: the preview renderer cannot run here.
        JobCancelled: the job was cancelled.
    """
    from scenewright.assets import Catalogue
    from scenewright.scene.geometry import scene_of_asset

    catalogue = Catalogue.default()
    entry = catalogue.entry(key)
    pack = next(pack for pack in catalogue.packs if pack.name == entry.pack)
    return scene_picture(scene_of_asset(catalogue.instance(pack, entry)), size, catalogue, job=job)


def scene_picture(scene: Scene, size: int, provider: AssetProvider | None = None, *, job: Job | None = None) -> bytes:
    """A PNG of a scene that is a single thing, `size` x `size` pixels, on a transparent ground.

    Raises:
        RenderError: the preview renderer cannot run here.
        JobCancelled: the job was cancelled.
    """
    import io

    from PIL import Image

    from scenewright.renderers.base import RenderRequest, default_camera, warm_renderer

    camera = default_camera(scene, aspect=1.0)
    request = RenderRequest(scene, (camera,), size, size, provider=provider, background="transparent")
    picture = warm_renderer("preview").render(request, job=job).views[0].color
    assert picture is not None
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "PNG")
    return stream.getvalue()
