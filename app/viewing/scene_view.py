"""A scene to look at in a notebook: the standalone page in a frame, without a server."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.requests import RequestError
from scenewright.app.viewing.page_frames import page_frame
from scenewright.scene import atomic
from scenewright.scene.argument_values import path_argument
from scenewright.scene.export import refuse_target

__all__ = ["SceneView"]


class SceneView:
    """A scene as a page that holds all it shows. A notebook shows it in place of the last value of a cell.

    Attributes:
        html: the whole page.
        height: pixels of the frame in a notebook.
        warnings: what the page does not show as the scene has it.
    """

    def __init__(self, page: bytes, *, height: int, title: str, warnings: tuple[str, ...] = ()) -> None:
        self.html = page.decode("utf-8")
        self.height, self.warnings = height, warnings
        self._title = title

    def __repr__(self) -> str:
        return f"SceneView({self._title!r}, {len(self.html) / 1e6:.1f} MB)"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return page_frame(self.html, title=self._title, height=self.height)

    def save(self, path: str | Path) -> Path:
        """Write the page to a file that any browser opens.

        Raises:
            ScenewrightError: the file cannot be written.
        """
        file = path_argument(path, "path", RequestError)
        refuse_target(file)
        atomic.write(file, self.html.encode("utf-8"))
        return file
