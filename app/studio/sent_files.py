"""Files as answers: pictures are shown, everything else is saved. Nothing that a browser would run is ever sent as such."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote

from starlette.responses import FileResponse, Response

from scenewright.scene.errors import ProjectError
from scenewright.scene.pictures import picture_format
from scenewright.scene.plain_files import inside_folder, read_plain

__all__ = ["sent_file", "sent_picture"]

_MOST_PICTURE = 64 << 20
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_CACHED = {"cache-control": "private, max-age=0, must-revalidate"}


def sent_picture(file: Path, root: Path) -> Response:
    """A picture, shown in the page. Its type is that of its content.

    Raises:
        ProjectError: 'missing': it is not there, or is no picture.
    """
    data = read_plain(file, _MOST_PICTURE, "the picture", root=root)
    media = _TYPES.get(picture_format(data[:16]))
    if media is None:
        raise ProjectError(f"{file.name} is no picture", kind="missing")
    return Response(data, media_type=media, headers=_CACHED)


def sent_file(file: Path, name: str, root: Path) -> Response:
    """A file to save, whatever it holds. `name`: for people.

    Raises:
        ProjectError: 'missing': it is not there.
    """
    place = inside_folder(file, root, "the file")
    if not place.is_file() or os.path.islink(file):
        raise ProjectError(f"{name} is not there any more", kind="missing")
    plain = re.sub(r"[^A-Za-z0-9._-]+", "_", name) or "file"
    shown = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return FileResponse(place, media_type="application/octet-stream", headers={"content-disposition": shown, **_CACHED})
