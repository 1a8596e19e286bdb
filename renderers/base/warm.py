"""Renderers that stay open between pictures: one of each kind in a process."""

from __future__ import annotations

import atexit
import threading
from importlib.metadata import EntryPoint

from scenewright.renderers.base.errors import RenderError
from scenewright.renderers.base.renderer import ENTRY_POINT_GROUP, Renderer, find_renderer
from scenewright.scene.plugins import installed_plugins

__all__ = ["close_renderers", "warm_renderer"]

_open: dict[EntryPoint, Renderer] = {}
_lock = threading.Lock()


def warm_renderer(name: str) -> Renderer:
    """The open renderer of that name. The caller must not close it: :func:`close_renderers` does, also at the end of the process.

    Raises:
        RenderError: there is no such renderer, or it cannot run here.
        PluginError: the plug-in cannot be loaded.
    """
    entry = installed_plugins(ENTRY_POINT_GROUP).get(name)
    with _lock:
        if entry is not None and entry in _open:
            return _open[entry]
        renderer = find_renderer(name)
        missing = renderer.available()
        if missing is not None:
            raise RenderError(missing)
        renderer.open()
        if entry is not None:
            _open[entry] = renderer
        return renderer


def close_renderers() -> None:
    """Close all open renderers."""
    with _lock:
        closing = [*_open.values()]
        _open.clear()
    for renderer in closing:
        renderer.close()


atexit.register(close_renderers)
