"""The commands of the MCP server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenewright.app.command_line.options import Json

__all__ = ["mcp_app"]

mcp_app = typer.Typer(help="Serve the tools to MCP clients, or print their configuration.", invoke_without_command=True)

Root = Annotated[
    Path | None,
    typer.Option("--root", metavar="FOLDER", help="Folder of the scenes; default: scenewright-scenes in your home."),
]
Compact = Annotated[bool, typer.Option("--compact", help="Offer six tools with short schemas, for small models.")]


@mcp_app.callback()
def serve(
    context: typer.Context,
    root: Root = None,
    compact: Compact = False,
    http: Annotated[bool, typer.Option("--http", help="Serve over HTTP instead of standard input and output.")] = False,
    host: Annotated[
        str, typer.Option("--host", help="Address to listen at. Others than this machine need a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port to listen at; 0: any free one.")] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="Further name of this server, as clients call it."),
    ] = None,
) -> None:
    """Serve the tools to an MCP client. Without --http the client starts this command, and speaks over its standard input and output."""
    if context.invoked_subcommand is not None:
        return
    from scenewright.app.commands.mcp import run

    run(root, compact=compact, http=http, host=host, port=port, names=name or ())


@mcp_app.command()
def config(
    client: Annotated[str, typer.Argument(metavar="CLIENT", help="Name of the client, or 'list'.")],
    root: Root = None,
    compact: Compact = False,
    url: Annotated[str, typer.Option("--url", help="Address of a server over HTTP that runs already.")] = "",
    json_: Json = False,
) -> None:
    """Print the configuration for a client, to paste."""
    from scenewright.app.commands.mcp import show_config

    show_config(client, root, compact=compact, url=url, as_json=json_)
