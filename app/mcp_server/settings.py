"""How one MCP server is set up."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["LOOPBACK", "TOKEN_VARIABLE", "McpSettings", "default_root", "is_loopback"]

TOKEN_VARIABLE = "SCENEWRIGHT_MCP_TOKEN"  # noqa: S105 - the name of the variable, not what it holds
"""Environment variable with the token that clients over HTTP must send."""

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def default_root() -> Path:
    """The folder of scenes where nobody names one. A client starts the server in any folder, often in ``/``."""
    return Path.home() / "scenewright-scenes"


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    return host in LOOPBACK


@dataclass(frozen=True, slots=True)
class McpSettings:
    """`root`: the folder of all scenes. `compact`: six tools for small models. `host`, `port`, `names`: of a server over HTTP, and further
    names that clients call it by. `token`: what clients over HTTP must send; '': nothing, which only a loopback address allows. `patience`:
    seconds after which a call that still works is answered with the number of its job."""

    root: Path
    compact: bool = False
    host: str = "127.0.0.1"
    port: int = 8765
    names: tuple[str, ...] = ()
    token: str = field(default="", repr=False)
    patience: float = 7.0
