"""Lists the tools and calls them: from arguments to what crosses to the client."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import anyio
from mcp.server.mcpserver import Context
from mcp_types import CallToolResult, ContentBlock, ImageContent, ResourceLink, TextContent, ToolAnnotations
from mcp_types import Tool as ListedTool

from scenewright.app.mcp_server.app_view import VIEW_URI, view_is_built
from scenewright.app.mcp_server.arguments import read_arguments
from scenewright.app.mcp_server.errors import told
from scenewright.app.mcp_server.scene_root import SceneRoot
from scenewright.app.mcp_server.schemas import input_schema, output_schema
from scenewright.app.mcp_server.served_scenes import ServedScenes
from scenewright.app.mcp_server.settings import McpSettings
from scenewright.app.mcp_server.table import tools_of
from scenewright.app.mcp_server.tool import Outcome, Tool, ToolCall
from scenewright.app.mcp_server.tool_jobs import ToolJob, ToolJobs
from scenewright.app.mcp_server.tools.waiting import running_outcome
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job

__all__ = ["ToolDesk"]

_LOOK_SECONDS = (0.002, 0.05)
"""Between two looks whether a call is done: at first, and at most."""
_TELL_SECONDS = 0.5


class ToolDesk:
    """The tools of one server. It is made when a client first asks for them: their types take a tenth of a second to load."""

    def __init__(self, settings: McpSettings, root: SceneRoot, scenes: ServedScenes) -> None:
        self._settings, self._root, self._scenes = settings, root, scenes
        self._tools = tools_of(settings.compact)
        self._jobs = ToolJobs()
        self._warm = False
        self.listed = [_listed(tool) for tool in self._tools.values()]
        """The tools with their schemas."""

    def close(self) -> None:
        """Cancel what runs."""
        self._jobs.close()

    async def call(self, name: str, arguments: Mapping[str, Any], context: Context[Any, Any] | None) -> CallToolResult:
        """Call a tool: its result, the number of its job, or an error in words. No exception of a tool ends the call otherwise."""
        scene = arguments.get("scene")
        try:
            outcome = await self._called(name, arguments, context)
        except Exception as error:  # noqa: BLE001 - a client's model must read it, whatever it is
            return self._refused(error, scene if isinstance(scene, str) else None)
        return _result(outcome)

    async def _called(self, name: str, arguments: Mapping[str, Any], context: Context[Any, Any] | None) -> Outcome:
        tool = self._tools.get(name)
        if tool is None:
            raise ScenewrightError(f"there is no tool {name[:60]!r}: use {', '.join(self._tools)}")
        request = read_arguments(tool, arguments)
        if tool.quick:
            return await anyio.to_thread.run_sync(lambda: tool.run(self._call(Job()), request), abandon_on_cancel=True)
        self._begin_warming()
        job = self._jobs.start(
            tool.name,
            getattr(request, "scene", None),
            lambda one: tool.run(self._call(one.job), request),
            kept=tool.kept,
        )
        try:
            await self._waited(job, context)
        except BaseException:  # the client gave the call up
            job.job.cancel()
            raise
        if not job.over.is_set():
            return running_outcome(job)
        if job.error is not None:
            raise job.error
        assert job.outcome is not None
        return job.outcome

    def _call(self, job: Job) -> ToolCall:
        return ToolCall(self._settings, self._root, self._scenes, self._jobs, job)

    async def _waited(self, job: ToolJob, context: Context[Any, Any] | None) -> None:
        """Wait for a job as long as a call may take, and tell the client how far it is."""
        ends = time.monotonic() + self._settings.patience
        told_at, share = time.monotonic(), -1.0
        pause, longest = _LOOK_SECONDS
        while not job.over.is_set() and (now := time.monotonic()) < ends:
            if context is not None and now - told_at >= _TELL_SECONDS and job.share > share:
                told_at, share = now, job.share
                with suppress(Exception):  # a client that hears of no progress still gets its answer
                    await context.report_progress(share, 1.0, job.step)
            await anyio.sleep(pause)
            pause = min(1.3 * pause, longest)

    def _begin_warming(self) -> None:
        """Start what workers are forked from beside the first call, whatever that is."""
        if not self._warm:
            self._warm = True
            threading.Thread(target=self._warmed, name="start of workers", daemon=True).start()

    def _warmed(self) -> None:
        with suppress(ScenewrightError):  # the first call that needs it says why
            self._scenes.warm_up()

    def _refused(self, error: BaseException, scene: str | None) -> CallToolResult:
        text = told(error, self._root)
        kind = str(getattr(error, "kind", None) or type(error).__name__)
        meta: dict[str, Any] = {"kind": kind}
        if kind == "stale" and scene is not None and (revision := self._scenes.known_revision(scene)) is not None:
            meta["revision"] = revision
            text += f". The current revision is {revision}: read or view the scene, then repeat the change with revision={revision}"
        return CallToolResult(
            content=[TextContent(type="text", text=text)], is_error=True, _meta={"scenewright/error": meta}
        )


def _listed(tool: Tool[Any]) -> ListedTool:
    hints = ToolAnnotations(
        title=tool.title,
        read_only_hint=not tool.changes and not tool.kept,
        destructive_hint=tool.destructive,
        idempotent_hint=not tool.changes and not tool.kept,
        open_world_hint=False,
    )
    meta = {"ui": {"resourceUri": VIEW_URI}} if tool.shows and view_is_built() else None
    return ListedTool(
        name=tool.name,
        title=tool.title,
        description=tool.about,
        input_schema=input_schema(tool.request),
        output_schema=output_schema(tool.result),
        annotations=hints,
        _meta=meta,
    )


def _result(outcome: Outcome) -> CallToolResult:
    content: list[ContentBlock] = [TextContent(type="text", text=outcome.text())]
    content += [ImageContent(type="image", data=p.data, mime_type=p.mime) for p in outcome.pictures]
    content += [
        ResourceLink(type="resource_link", uri=f.uri, name=f.name, mime_type=f.mime, size=f.size) for f in outcome.links
    ]
    values = outcome.result.model_dump(mode="json", exclude_none=True)
    for name in ("warnings", "next"):  # of all results, and mostly empty
        if not values[name]:
            del values[name]
    return CallToolResult(content=content, structured_content=values, is_error=outcome.refused)
