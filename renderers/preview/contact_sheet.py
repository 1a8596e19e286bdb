"""Contact sheets: many small previews in one picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.renderers.base import RenderRequest, default_camera
from scenewright.renderers.preview.renderer import PreviewRenderer
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.geometry import scene_of_asset
from scenewright.scene.jobs import Job
from scenewright.scene.model import AssetRef, Scene

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["Tile", "contact_sheet"]

_LABEL = 18
_MARGIN = 6
_PAPER = (246, 245, 243)
_INK = (60, 60, 60)


@dataclass(frozen=True, slots=True)
class Tile:
    """One picture of a sheet: a scene, or an object with the provider of its geometry."""

    label: str
    content: Scene | AssetRef
    provider: AssetProvider | None = None


def contact_sheet(
    tiles: Iterable[Tile],
    *,
    columns: int = 8,
    size: int = 200,
    labels: bool = True,
    samples: int | None = None,
    job: Job | None = None,
) -> Image:
    """Draw all tiles, each `size` x `size` pixels, from left to right and top to bottom.

    Raises:
        RenderError: the preview renderer cannot run here.
        JobCancelled: the job was cancelled.
    """
    from PIL import Image as Pictures
    from PIL import ImageDraw

    job = (job or Job()).part(name="the contact sheet")
    listed = list(tiles)
    step_x, step_y = size + _MARGIN, size + _MARGIN + (_LABEL if labels else 0)
    rows = -(-len(listed) // columns)
    sheet = Pictures.new("RGB", (columns * step_x + _MARGIN, max(rows, 1) * step_y + _MARGIN), _PAPER)
    pen = ImageDraw.Draw(sheet)
    renderer = PreviewRenderer()
    for number, tile in enumerate(listed):
        job.tick(number / len(listed), tile.label)
        scene = tile.content if isinstance(tile.content, Scene) else scene_of_asset(tile.content)
        camera = default_camera(scene, aspect=1.0)
        request = RenderRequest(scene, (camera,), size, size, samples=samples, provider=tile.provider)
        picture = renderer.render(request).views[0].color
        assert picture is not None
        x, y = _MARGIN + (number % columns) * step_x, _MARGIN + (number // columns) * step_y
        sheet.paste(Pictures.fromarray(picture), (x, y))
        if labels:
            pen.text((x + 2, y + size + 2), tile.label[: size // 7], fill=_INK)
    return sheet
