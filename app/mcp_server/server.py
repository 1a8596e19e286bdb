"""The tools behind the SDK's server, for both protocols and all transports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mcp.server import CacheHint, MCPServer
from mcp.server.apps import Apps
from mcp.server.mcpserver import Context
from mcp_types import CallToolResult, Tool

from scenewright.app.mcp_server.app_view import add_app_view, view_is_built
from scenewright.app.mcp_server.resources import add_resources
from scenewright.app.mcp_server.said import DATA_RULE
from scenewright.app.mcp_server.scene_root import SceneRoot
from scenewright.app.mcp_server.served_scenes import ServedScenes
from scenewright.app.mcp_server.settings import McpSettings
from scenewright.app.version import __version__

if TYPE_CHECKING:
    from scenewright.app.mcp_server.desk import ToolDesk

__all__ = ["SceneServer"]

_TELEMETRY = "telemetry"
"""In the name of the SDK's middleware that would report each message to OpenTelemetry."""

_LIST_MS = 3_600_000

_INSTRUCTIONS = (
    "Scenewright makes 3D scenes. A scene is a program; everything else follows from it. Make one with create_scene, look at it with "
    "view_scene, change it with tell_scene (one request in English){exact}, and take changes back with step_scene. Each result names the "
    "scene's id and its revision: give both with the next change. A change that builds on an older revision is refused; read or view the "
    "scene again then. Work that takes long is answered with a job number: ask the tool job for its result. World: metres, y up, objects "
    "face +z. {checks}"
)
_EXACT = " or edit_scene (exact edits by name)"
_CHECKS = "Believe check_scene and ask_scene, which count and measure, rather than your eyes. "


class SceneServer(MCPServer[Any]):
    """The server. Whoever runs it closes it afterwards."""

    def __init__(self, settings: McpSettings) -> None:
        self._settings, self._root = settings, SceneRoot(settings.root)
        self._scenes = ServedScenes(self._root)
        self._desk: ToolDesk | None = None
        apps = Apps()
        add_app_view(apps)
        exact, checks = ("", "") if settings.compact else (_EXACT, _CHECKS)
        super().__init__(
            "scenewright",
            title="Scenewright",
            description="Make, change, check and look at 3D scenes.",
            instructions=_INSTRUCTIONS.format(exact=exact, checks=checks) + DATA_RULE,
            version=__version__,
            extensions=[apps] if view_is_built() else (),
            cache_hints={"tools/list": CacheHint(ttl_ms=_LIST_MS)},  # it stays as it is
            log_level="CRITICAL",  # its lines quote arguments
        )
        self.middleware[:] = [m for m in self.middleware if _TELEMETRY not in type(m).__name__.lower()]
        add_resources(self, self._scenes, self._root)

    def close(self) -> None:
        """End all work and all workers."""
        if self._desk is not None:
            self._desk.close()
        self._scenes.close()

    async def list_tools(self) -> list[Tool]:
        """The tools with their schemas."""
        return self._tools().listed

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult:
        """Call a tool; see :meth:`ToolDesk.call`."""
        return await self._tools().call(name, arguments, context)

    def _tools(self) -> ToolDesk:
        if self._desk is None:
            from scenewright.app.mcp_server.desk import ToolDesk

            self._desk = ToolDesk(self._settings, self._root, self._scenes)
        return self._desk
