"""What a client's model is told of an error: what is wrong, where, and what to do."""

from __future__ import annotations

from scenewright.app.mcp_server.arguments import ArgumentsRefused
from scenewright.app.mcp_server.scene_root import SceneRoot
from scenewright.scene.errors import (
    InternalError,
    JobCancelled,
    LayoutError,
    PathError,
    ProgramError,
    QueryError,
    ScenewrightError,
)
from scenewright.scene.printing import cut

__all__ = ["told"]

_MOST = 3_000

_WAYS_OUT: tuple[tuple[type[ScenewrightError], str], ...] = (
    (PathError, "read_scene and find_things give the names"),
    (ProgramError, "nothing was changed; look_up with kind=language explains the language"),
    (LayoutError, "read_scene shows what the scene has"),
    (QueryError, "say it in plain English words"),
)


def told(error: BaseException, root: SceneRoot) -> str:
    """The message for a client. Texts of scenes in it are cut and printable; folders of the machine are left out."""
    if isinstance(error, JobCancelled):
        return "it was cancelled; nothing was changed"
    if not isinstance(error, ScenewrightError):
        from scenewright.app.internal_errors import as_ours

        error = as_ours(error, "a call of a tool")
    text = cut(root.hidden(str(error)), _MOST)
    kind = getattr(error, "kind", None)
    if kind == "stale":
        return f"revision: {text}. Nothing was changed"
    if isinstance(error, ArgumentsRefused):
        return text
    if isinstance(error, InternalError):
        return f"{text} (a fault of the server, number {error.id}; the same call may work again)"
    way = next((way for of, way in _WAYS_OUT if isinstance(error, of)), "")
    return f"{text}: {way}" if way and way not in text else text
