from .client_configs import CLIENTS, client_config
from .http_guard import HttpGuard
from .reference import tool_tables, write_tool_tables
from .scene_root import SceneRoot
from .serving import mcp_missing, serve_http, serve_stdio
from .settings import McpSettings
from .table import COMPACT_TOOLS, TOOLS
from .tool import Outcome, Tool, ToolCall, ToolRequest, ToolResult

__all__ = [
    "CLIENTS",
    "COMPACT_TOOLS",
    "TOOLS",
    "HttpGuard",
    "McpSettings",
    "Outcome",
    "SceneRoot",
    "Tool",
    "ToolCall",
    "ToolRequest",
    "ToolResult",
    "client_config",
    "mcp_missing",
    "serve_http",
    "serve_stdio",
    "tool_tables",
    "write_tool_tables",
]
