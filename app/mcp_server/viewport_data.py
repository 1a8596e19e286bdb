"""The data of one scene for the viewport, as JSON text: its state, and its drawing and shapes in base64."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from scenewright.scene.errors import ScenewrightError

if TYPE_CHECKING:
    from scenewright.app.workers import RemoteSession

__all__ = ["viewport_data"]

MOST_BYTES = 24 << 20
_MOST_HEAD = 4 << 20


def viewport_data(remote: RemoteSession) -> str:
    """The data. Its parts are of one revision, or the scene is read again.

    Raises:
        ScenewrightError: the scene cannot be drawn, is too large, or changes all the time.
    """
    for _ in range(3):
        state = json.loads(remote.state())
        drawing = remote.drawing()
        head = _head(drawing)
        if head.get("revision") != state.get("revision"):
            continue
        shapes = remote.shapes([*head.get("meshes", []), *head.get("textures", [])])
        if len(drawing) + len(shapes) > MOST_BYTES:
            raise ScenewrightError(
                f"the scene is too large for the app view ({(len(drawing) + len(shapes)) >> 20} MiB): view_scene draws it"
            )
        notes = ["captures made of Gaussian splats are not shown here"] if state.get("splats") else []
        # the page asks for nothing but what it gets here, and changes nothing
        state |= {"source": "", "splats": [], "canUndo": False, "canRedo": False}
        return json.dumps(
            {
                "revision": state["revision"],
                "notes": notes,
                "state": state,
                "drawing": base64.b64encode(drawing).decode("ascii"),
                "shapes": base64.b64encode(shapes).decode("ascii"),
            },
            separators=(",", ":"),
        )
    raise ScenewrightError("the scene changes all the time: look again later")


def _head(drawing: bytes) -> dict[str, Any]:
    """The head of a drawing: see :mod:`scenewright.app.viewing.drawing`. Workers are not trusted: what is no head is refused.

    Raises:
        ScenewrightError: it has none.
    """
    length = int.from_bytes(drawing[:8], "little")
    try:
        if not 0 < length <= min(_MOST_HEAD, len(drawing) - 8):
            raise ValueError("it is cut off")
        head = json.loads(json.loads(drawing[8 : 8 + length])["__metadata__"]["head"])
        if not isinstance(head, dict):
            raise TypeError("it is no object")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ScenewrightError(f"the drawing of the scene cannot be read: {error}") from error
    return head
