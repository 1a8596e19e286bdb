"""The contact sheet of a batch: one small picture of each result that has one."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.batch.manifest import ManifestRecord
from scenewright.app.batch.stores import LocalStore, RemoteStore
from scenewright.scene.pictures import PictureError, load_picture
from scenewright.scene.printing import printable

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["write_contact_sheet"]

_MOST = 400
"""Pictures on a sheet. Of more results, evenly spread ones are shown."""
_WIDTH, _HEIGHT, _LABEL, _MARGIN = 240, 180, 18, 6
_PAPER, _INK = (246, 245, 243), (60, 60, 60)


def write_contact_sheet(
    store: LocalStore | RemoteStore, finished: Sequence[ManifestRecord], folder: Path, part: int, parts: int
) -> str | None:
    """Write ``contact_sheet.png`` beside the results. Results without pictures are left out; one whose picture cannot be read, too.

    Args:
        folder: of the batch on this machine.
        part, parts: which part of a batch this is; the sheet of a part has its number in its name.

    Returns:
        where it is; None: no result has a picture.
    """
    step = max(len(finished) / _MOST, 1.0)
    chosen = [finished[int(n * step)] for n in range(min(len(finished), _MOST))]
    tiles: list[tuple[str, Image]] = []
    with tempfile.TemporaryDirectory() as fetched:
        for record in chosen:
            file = store.picture(record.folder, Path(fetched))
            if file is not None and (picture := _small(file)) is not None:
                tiles.append((record.label, picture))
    if not tiles:
        return None
    name = "contact_sheet.png" if parts == 1 else f"contact_sheet-{part}-of-{parts}.png"
    place = folder / name
    _sheet(tiles).save(place)
    if isinstance(store, RemoteStore):
        store.put_file(place, name)
        return f"{store.url}/{name}"
    return str(place)


def _small(file: Path) -> Image | None:
    from PIL import Image as Pictures

    try:
        pixels = load_picture(file.parent, file.name)
    except PictureError:
        return None
    picture = Pictures.fromarray(pixels[..., :3])
    picture.thumbnail((_WIDTH, _HEIGHT))
    return picture


def _sheet(tiles: Sequence[tuple[str, Image]]) -> Image:
    from PIL import Image as Pictures
    from PIL import ImageDraw

    columns = min(math.ceil(math.sqrt(len(tiles))), 12)
    rows = math.ceil(len(tiles) / columns)
    step_x, step_y = _WIDTH + _MARGIN, _HEIGHT + _LABEL + _MARGIN
    sheet = Pictures.new("RGB", (columns * step_x + _MARGIN, rows * step_y + _MARGIN), _PAPER)
    pen = ImageDraw.Draw(sheet)
    for number, (label, picture) in enumerate(tiles):
        x, y = _MARGIN + (number % columns) * step_x, _MARGIN + (number // columns) * step_y
        sheet.paste(picture, (x + (_WIDTH - picture.width) // 2, y + (_HEIGHT - picture.height) // 2))
        pen.text((x + 2, y + _HEIGHT + 3), printable(label)[:38], fill=_INK)
    return sheet
