"""What a notebook shows of a scene that is the last value of a cell: the viewer; a picture where that would be too large."""

from __future__ import annotations

import base64
import html
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.viewing.scene_view import SceneView
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.inline_pictures import inline_jpeg
from scenewright.scene.model import Scene
from scenewright.scene.short_repr import short_repr

if TYPE_CHECKING:
    from scenewright.renderers.base import RenderedView

__all__ = ["MOST_INLINE", "NotebookDisplay"]

MOST_INLINE = 24 << 20
"""Bytes of a page that a cell holds: notebooks keep it, and open slowly with several larger ones."""

_HEIGHT = 480
_WIDTH, _LINES = 720, 540
"""Pixels of the picture."""


@dataclass(frozen=True, eq=False)
class NotebookDisplay:
    """What :class:`scenewright.scene.model.Scene` asks to be shown: the catalogues and the scene folder of a session's scenes."""

    provider: AssetProvider | None = None
    root: Path | None = None
    most: int = MOST_INLINE
    """Bytes of the page, above which a picture is shown."""

    __repr__ = short_repr

    def view(self, scene: Scene, *, height: int = _HEIGHT) -> SceneView:
        """The viewer with the first frame of a scene, however large. `height`: of its frame in a notebook, in pixels.

        Raises:
            ScenewrightError: the page would be larger than browsers open, or the viewport was not built with this package.
        """
        from scenewright.app.viewing.html_exporter import scene_page

        page = scene_page(scene.frame(0), provider=self.provider, root=self.root)
        return SceneView(page.data, height=height, title=scene.root_name or "scene", warnings=page.warnings)

    def html(self, scene: Scene) -> str:
        """The viewer in a frame; a picture, with the reason, where the viewer is too large for a notebook or was not built."""
        try:
            view = self.view(scene)
        except ScenewrightError as error:
            return self._pictured(scene, str(error))
        size = len(view.html)
        if size <= self.most:
            return view._repr_html_()
        return self._pictured(
            scene,
            f"the viewer has {size / 1e6:.0f} MB, more than {self.most / 1e6:.0f}: sw.view(scene) shows it all the same, "
            "and sw.view(scene).save('scene.html') makes a file of it",
        )

    def jpeg(self, scene: Scene) -> bytes:
        """A picture by the scene's first camera; without one, of the whole scene."""
        color = self._drawn(scene).color
        assert color is not None
        picture = inline_jpeg([color])
        assert picture is not None
        return picture

    def _drawn(self, scene: Scene) -> RenderedView:
        from scenewright.renderers.base import RenderRequest, view_cameras, warm_renderer

        request = RenderRequest(
            scene=scene,
            cameras=view_cameras(scene, aspect=_WIDTH / _LINES)[:1],
            width=_WIDTH,
            height=_LINES,
            seed=scene.seed,
            provider=self.provider,
            root=self.root,
        )
        return warm_renderer("preview").render(request).views[0]

    def _pictured(self, scene: Scene, why: str) -> str:
        data = base64.b64encode(self.jpeg(scene)).decode()
        name = html.escape(scene.root_name or "scene")
        return (
            f'<figure style="margin: 0"><img src="data:image/jpeg;base64,{data}" alt="{name}">'
            f"<figcaption>A picture, since {html.escape(why)}.</figcaption></figure>"
        )
