"""The files that a page of the viewport needs to show a scene: ``python -m tests.support.viewport_fixture SCENE FOLDER``.

It writes ``state.json``, ``drawing.safetensors`` and ``shapes.safetensors`` (all meshes and textures), so that the viewport can be looked
at without a server of the studio.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from safetensors import safe_open

from scenewright.app.session import Session
from scenewright.app.viewing import drawing_bytes, scene_state, shapes_bytes

__all__ = ["write_fixture"]


def write_fixture(session: Session, folder: Path) -> None:
    """Write the state, the drawing and the shapes of an open scene."""
    folder.mkdir(parents=True, exist_ok=True)
    geometry = session.derived.geometry()
    state = scene_state(session.scene, geometry, session.source, session.revision)
    (folder / "state.json").write_text(json.dumps(state))
    drawing = folder / "drawing.safetensors"
    drawing.write_bytes(drawing_bytes(session.scene, geometry, session.revision))
    with safe_open(drawing, "np") as file:
        head = json.loads(file.metadata()["head"])
    (folder / "shapes.safetensors").write_bytes(shapes_bytes(geometry, [*head["meshes"], *head["textures"]]))


if __name__ == "__main__":
    opened = Session.open(sys.argv[1])
    try:
        write_fixture(opened, Path(sys.argv[2]))
    finally:
        opened.close()
