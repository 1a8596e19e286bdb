"""Work that takes longer than a call may: the number of a job, its progress, its result, and its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from scenewright.app.jobs import default_table
from scenewright.app.mcp_server import McpSettings, Outcome, SceneRoot, Tool, ToolCall, ToolRequest, ToolResult
from scenewright.app.mcp_server.desk import ToolDesk
from scenewright.app.mcp_server.served_scenes import ServedScenes
from scenewright.app.mcp_server.table import TOOLS
from scenewright.scene.errors import PathError
from scenewright.scene.jobs import Job

SECONDS = 0.3


class Nothing(ToolRequest):
    """No arguments."""


def slow(call: ToolCall, request: Nothing) -> Outcome:
    for step in range(100):
        call.job.tick(step / 100, f"step {step}")
        time.sleep(0.02)
    return Outcome(ToolResult(said="Done at last."))


def broken(call: ToolCall, request: Nothing) -> Outcome:
    raise ZeroDivisionError("secret detail")


def refusing(call: ToolCall, request: Nothing) -> Outcome:
    time.sleep(2 * SECONDS)
    raise PathError("there is nothing here called 'x'")


def own(name: str, run: Callable[[ToolCall, Nothing], Outcome], *, kept: bool = False) -> Tool[Nothing]:
    return Tool(name, name, f"The tool {name}.", Nothing, ToolResult, run, {}, kept=kept)


class NoWorkers(ServedScenes):
    """Scenes whose worker is never started."""

    def warm_up(self) -> None:
        pass


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ToolDesk]:
    """A desk with slow tools and little patience."""
    for tool in (own("slow", slow, kept=True), own("broken", broken), own("refusing", refusing)):
        monkeypatch.setitem(TOOLS, tool.name, tool)
    root = SceneRoot(tmp_path)
    desk = ToolDesk(McpSettings(root=tmp_path, patience=SECONDS), root, NoWorkers(root))
    yield desk
    desk.close()


def call(desk: ToolDesk, tool: str, /, **arguments: Any) -> Any:
    async def run() -> Any:
        return await desk.call(tool, arguments, None)

    return anyio.run(run)


def text(result: Any) -> str:
    return str(result.content[0].text)


def test_slow_work_is_answered_with_a_job(desk: ToolDesk) -> None:
    begun = time.monotonic()
    result = call(desk, "slow")
    assert time.monotonic() - begun < 1.5
    assert not result.is_error
    job = result.structured_content["job"]
    assert (job["state"], job["tool"]) == ("running", "slow")
    assert 0 < job["share"] < 1
    assert f"job with job={job['id']}" in text(result)
    for _ in range(30):
        result = call(desk, "job", job=job["id"])
        if result.structured_content["job"]["state"] == "finished":
            break
    assert result.structured_content["result"]["said"] == "Done at last."
    assert result.structured_content["tool"] == "slow"
    assert text(result).startswith("Done at last.")


def test_a_job_is_named_by_its_last_letters(desk: ToolDesk) -> None:
    job = call(desk, "slow").structured_content["job"]["id"]
    assert call(desk, "job", job=job[-4:]).structured_content["job"]["id"] == job


def test_a_job_is_cancelled(desk: ToolDesk) -> None:
    job = call(desk, "slow").structured_content["job"]["id"]
    result = call(desk, "job", job=job, do="cancel")
    while not result.is_error:
        result = call(desk, "job", job=job)
    assert "cancelled" in text(result)


def test_long_work_is_in_the_users_table_of_jobs(desk: ToolDesk) -> None:
    job = call(desk, "slow").structured_content["job"]["id"]
    assert default_table().get(job).kind == "mcp slow"
    default_table().cancel(job)
    result = call(desk, "job", job=job)
    while not result.is_error:
        result = call(desk, "job", job=job)
    assert "cancelled" in text(result)


def test_a_job_that_failed_says_why(desk: ToolDesk) -> None:
    job = call(desk, "refusing").structured_content["job"]["id"]
    result = call(desk, "job", job=job)
    while not result.is_error:
        result = call(desk, "job", job=job)
    assert "there is nothing here called 'x'" in text(result)


def test_a_fault_of_ours_shows_no_details(desk: ToolDesk) -> None:
    result = call(desk, "broken")
    assert result.is_error
    assert "secret detail" not in text(result)
    assert "a fault of the server" in text(result)


def test_a_call_that_is_given_up_ends_its_work(desk: ToolDesk) -> None:
    async def give_up() -> None:
        with anyio.move_on_after(0.1):
            await desk.call("slow", {}, None)

    anyio.run(give_up)
    for _ in range(50):
        views = call(desk, "job", do="list").structured_content["jobs"]
        if views[0]["state"] == "cancelled":
            return
        time.sleep(0.05)
    raise AssertionError(views)


def test_only_so_many_calls_run_at_a_time(desk: ToolDesk) -> None:
    async def many() -> list[Any]:
        results: list[Any] = []

        async def one() -> None:
            results.append(await desk.call("slow", {}, None))

        async with anyio.create_task_group() as group:
            for _ in range(14):
                group.start_soon(one)
        return results

    results = anyio.run(many)
    refused = [r for r in results if r.is_error]
    assert len(refused) == 2
    assert "calls run already" in text(refused[0])


def test_a_job_of_an_ended_server_is_told_so(desk: ToolDesk) -> None:
    with default_table().track(Job(), kind="mcp create_scene") as row:
        number = row.record.id
    result = call(desk, "job", job=number)
    assert "list_scenes shows what was made" in text(result)
