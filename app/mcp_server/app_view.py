"""The viewport of the studio as an app view (extension MCP Apps): one page that a host shows beside the result of a tool.

The page is whole: it holds the viewport's script and asks nothing of the network. It gets the id of the scene with the tool's result, and
the drawing from the host as the resource ``scenewright://scenes/ID/viewport.json``. Hosts without app views show text and picture. Where
the viewport was not built with the package, there is no view, and tools say nothing of one.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mcp.server.apps import Apps

__all__ = ["VIEW_URI", "add_app_view", "app_page", "view_is_built"]

VIEW_URI = "ui://scenewright/viewport.html"

_SCRIPT = Path(__file__).parent.parent / "studio" / "static" / "standalone.js"
_PAGE = Path(__file__).parent / "app_view.html"
_MARK = "/* the viewport */"


@functools.cache
def view_is_built() -> bool:
    """Whether the package has the viewport."""
    return _SCRIPT.is_file()


def app_page() -> str:
    """The page."""
    script = _SCRIPT.read_text(encoding="utf-8").replace("</script", "<\\/script")
    return _PAGE.read_text(encoding="utf-8").replace(_MARK, script, 1)


def add_app_view(apps: Apps) -> None:
    """Let a server offer the page. It is read from disk when a host asks for it."""
    if not view_is_built():
        return
    from mcp.server.apps import APP_MIME_TYPE
    from mcp.server.mcpserver.resources import FunctionResource

    apps.add_resource(
        FunctionResource(
            uri=VIEW_URI,
            name="viewport",
            title="Viewport",
            description="Shows the scene of a result: turn, zoom and walk around.",
            mime_type=APP_MIME_TYPE,
            fn=app_page,
            meta={"ui": {"csp": {}, "prefersBorder": True}},
        )
    )
