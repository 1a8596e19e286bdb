"""Loads open3d without its plots in a browser: dash and plotly take half of the time, and nothing here draws with them."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from scenewright.renderers.base import RenderError, install_command, missing_libraries

__all__ = ["load_open3d", "open3d_problem"]

_PLOTS = "open3d.visualization.draw_plotly"
_PLOTTING = ("get_plotly_fig", "draw_plotly", "draw_plotly_server")


def load_open3d() -> Any:
    """The open3d package. Its functions that plot in a browser load what they need when they are called.

    Raises:
        RenderError: it is not installed, or a system library that it needs is missing. The message says what to install.
    """
    try:
        with _without_plots():
            import open3d
    except (ImportError, OSError) as error:
        raise RenderError(f"the preview renderer cannot start: {open3d_problem() or error}") from error
    return open3d


def open3d_problem() -> str | None:
    """None where open3d can be loaded, else one line that says what to install. Does not load it."""
    if importlib.util.find_spec("open3d") is None:
        return "open3d is not installed: pip install open3d"
    missing = missing_libraries("open3d")
    if not missing:
        return None
    command = install_command(["open3d"], missing)
    return f"open3d needs {', '.join(missing)}" + (f": {command}" if command else "")


@contextmanager
def _without_plots() -> Iterator[None]:
    """Within it, open3d's module of plots is one whose functions load the true one."""
    if "open3d" in sys.modules or _PLOTS in sys.modules:
        yield
        return
    later = ModuleType(_PLOTS)
    for name in _PLOTTING:
        setattr(later, name, _plot(name))
    sys.modules[_PLOTS] = later
    try:
        yield
    finally:
        if sys.modules.get(_PLOTS) is later:
            del sys.modules[_PLOTS]


def _plot(name: str) -> Callable[..., Any]:
    def called(*given: Any, **named: Any) -> Any:
        return getattr(importlib.import_module(_PLOTS), name)(*given, **named)

    called.__name__ = name
    return called
