"""Pictures of a scene before and after its layout, side by side, with what moved named below."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from scenewright.renderers.base import RenderRequest, view_cameras
from scenewright.renderers.preview import PreviewRenderer
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.model import Scene

__all__ = ["draw_side_by_side"]

SIZE = (560, 420)
_PAPER, _INK = (250, 249, 246), (40, 40, 40)
_LINE, _GAP, _COLUMNS = 15, 8, 92


def draw_side_by_side(
    panels: Sequence[tuple[str, Scene]], file: Path, provider: AssetProvider, *, size: tuple[int, int] = SIZE
) -> None:
    """Draw scenes from the view of the first of them, each with its caption.

    Args:
        panels: a caption, of one line or several, and a scene.
        file: a PNG, made with the folders above it.
    """
    width, height = size
    camera = view_cameras(panels[0][1], aspect=width / height)[:1]
    lines = [[part for line in caption.splitlines() for part in textwrap.wrap(line, _COLUMNS)] for caption, _ in panels]
    below = _GAP + _LINE * max(map(len, lines))
    sheet = Image.new("RGB", (_GAP + len(panels) * (width + _GAP), height + 2 * _GAP + below), _PAPER)
    pen = ImageDraw.Draw(sheet)
    for number, (_, scene) in enumerate(panels):
        left = _GAP + number * (width + _GAP)
        request = RenderRequest(scene, camera, width, height, samples=4, provider=provider, threads=1)
        color = PreviewRenderer().render(request).views[0].color
        assert color is not None
        sheet.paste(Image.fromarray(color), (left, _GAP))
        for k, line in enumerate(lines[number]):
            plain = re.sub(r"[^\x20-\x7e]", "?", line)  # what PIL's own font can draw
            pen.text((left, height + 2 * _GAP + k * _LINE), plain, fill=_INK)
    file.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(file)
