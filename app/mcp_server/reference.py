"""The tables of tools in ``docs/mcp.md``, made from the tools: ``python -m scenewright.app.mcp_server.reference docs/mcp.md``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from scenewright.app.mcp_server.table import COMPACT_TOOLS, TOOLS
from scenewright.app.mcp_server.tool import Tool
from scenewright.scene import atomic

__all__ = ["tool_tables", "write_tool_tables"]

_BEGIN, _END = "<!-- tools: made by scenewright.app.mcp_server.reference -->", "<!-- end of tools -->"


def tool_tables() -> str:
    """A table of all tools with their arguments, and the six of the compact set."""
    rows = ["| tool | what it does | arguments |", "|---|---|---|"]
    rows += [f"| `{t.name}` | {t.about} | {_arguments(t)} |" for t in TOOLS.values()]
    compact = ", ".join(f"`{t.name}` ({', '.join(t.request.model_fields)})" for t in COMPACT_TOOLS.values())
    return "\n".join([*rows, "", f"With `--compact`: {compact}."])


def write_tool_tables(file: Path) -> None:
    """Put the tables into a page, between their marks."""
    text = file.read_text(encoding="utf-8")
    before, _, rest = text.partition(_BEGIN)
    after = rest.partition(_END)[2]
    atomic.write(file, f"{before}{_BEGIN}\n\n{tool_tables()}\n\n{_END}{after}".encode())


def _arguments(tool: Tool[Any]) -> str:
    fields = tool.request.model_fields
    return ", ".join(f"**{n}**" if f.is_required() else n for n, f in fields.items()) or "none"


if __name__ == "__main__":
    write_tool_tables(Path(sys.argv[1]))
