"""Small pictures of pictures. A confined child decodes each once; the result is kept beside the owner's other files."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import Response

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.pictures import DecodeRequest, answers_of
from scenewright.scene.plain_files import read_plain

if TYPE_CHECKING:
    from scenewright.app.studio.context import StudioContext

__all__ = ["SIZES", "thumbnail"]

SIZES = (128, 256, 480, 960)
"""Longest sides, in pixels. Others become the next larger one, so that nobody fills the disk with sizes."""
_MOST_PICTURE = 64 << 20
_MOST_KEPT = 16 << 20
_HEADERS = {"cache-control": "private, max-age=0, must-revalidate"}


def thumbnail(context: StudioContext, owner: str, file: Path, root: Path, size: int) -> Response:
    """A small PNG of a picture.

    Raises:
        ProjectError: 'missing': there is no such picture, or it cannot be read.
    """
    side = next((s for s in SIZES if s >= size), SIZES[-1])
    data = read_plain(file, _MOST_PICTURE, "the picture", root=root)
    folder = context.owner_places(owner).home / "thumbnails"
    kept = folder / f"{hashlib.sha256(data).hexdigest()[:32]}-{side}.png"
    if kept.is_file():
        small = read_plain(kept, _MOST_KEPT, "the small picture", root=folder)
    else:
        small = _smaller(data, side)
        folder.mkdir(parents=True, exist_ok=True)
        atomic.write(kept, small, durable=False)
    return Response(small, media_type="image/png", headers=_HEADERS)


def _smaller(data: bytes, side: int) -> bytes:
    from PIL import Image

    answer = answers_of([DecodeRequest(data, "rgba")])[0]
    if answer.pixels is None:
        raise ProjectError(f"the picture cannot be shown: {answer.error}", kind="missing")
    stream = io.BytesIO()
    picture = Image.fromarray(answer.pixels)
    if (answer.pixels[..., 3] == 255).all():
        picture = picture.convert("RGB")
    picture.thumbnail((side, side))
    picture.save(stream, "PNG")
    return stream.getvalue()
