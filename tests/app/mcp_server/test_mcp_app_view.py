"""The app view in a browser, within a host that gives a page as little as hosts do: no origin, no network, the default policy."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from scenewright.app.mcp_server.app_view import VIEW_URI, view_is_built
from tests.support.browser_fixtures import browser, browser_process, page, pages, pytest_runtest_call
from tests.support.raw_mcp import RawHttp

__all__ = ["browser", "browser_process", "page", "pages", "pytest_runtest_call"]

pytestmark = pytest.mark.skipif(not view_is_built(), reason="the viewport was not built: make page")

POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "media-src 'self' data:; connect-src 'none'"
)

HOST = """<!doctype html><body style="margin:0">
<iframe id="view" sandbox="allow-scripts" style="border:0;width:900px;height:440px"></iframe>
<script>
window.said = [];
const frame = document.getElementById("view");
addEventListener("message", async (event) => {
  if (event.source !== frame.contentWindow) return;
  const message = event.data;
  const post = (values) => frame.contentWindow.postMessage({ jsonrpc: "2.0", ...values }, "*");
  said.push(message.method ?? "answer");
  if (message.method === "ui/initialize") {
    post({ id: message.id, result: { protocolVersion: "2026-01-26", hostInfo: { name: "host", version: "1" },
           hostCapabilities: {}, hostContext: { theme: "light" } } });
  } else if (message.method === "ui/notifications/initialized") {
    post({ method: "ui/notifications/tool-result", params: window.first });
  } else if (message.method === "resources/read" || message.method === "tools/call") {
    try {
      post({ id: message.id, result: await window.forward(message.method, message.params) });
    } catch (error) {
      post({ id: message.id, error: { code: -32603, message: String(error.message) } });
    }
  }
});
</script>"""


@pytest.fixture
def shown(page: Page, mcp: RawHttp) -> Callable[[dict[str, Any]], Page]:
    """Shows the view with a tool's result. The host hands its requests on to the server."""
    read = mcp.request("resources/read", {"uri": VIEW_URI})["result"]["contents"][0]
    assert read["mimeType"] == "text/html;profile=mcp-app"
    html = read["text"].replace("<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{POLICY}">', 1)

    def forward(method: str, params: dict[str, Any]) -> Any:
        answer = mcp.request(method, params)
        if "error" in answer:
            raise RuntimeError(answer["error"]["message"])
        return answer["result"]

    def show(first: dict[str, Any]) -> Page:
        page.set_content(HOST)
        page.expose_function("forward", forward)
        page.evaluate(
            "([first, html]) => { window.first = first; document.getElementById('view').srcdoc = html; }", [first, html]
        )
        return page

    return show


def told(page: Page) -> str:
    return str(page.frames[1].evaluate("document.getElementById('told').textContent"))


def test_the_view_draws_the_scene_of_a_result(shown: Callable[[dict[str, Any]], Page]) -> None:
    page = shown({"content": [], "structuredContent": {"said": "", "scene": "study"}})
    page.wait_for_function("() => said.includes('resources/read')")
    frame = page.frames[1]
    frame.wait_for_function("() => window.scenewright?.viewport !== undefined", timeout=60_000)
    assert told(page) == ""
    assert frame.locator("canvas").count() >= 1
    assert page.evaluate("said")[:2] == ["ui/initialize", "ui/notifications/initialized"]
    held = json.loads(str(frame.evaluate("document.getElementById('scene-state').textContent")))
    assert any(node["path"].endswith("/armchair") for node in held["nodes"])


def test_the_view_waits_for_a_job(shown: Callable[[dict[str, Any]], Page], mcp: RawHttp) -> None:
    mcp.tool("read_scene", scene="study")
    job = mcp.tool("job", do="list")["structuredContent"]["jobs"][0]["id"]
    page = shown(
        {"content": [], "structuredContent": {"said": "Still at work", "job": {"id": job, "state": "running"}}}
    )
    page.frames[1].wait_for_function("() => window.scenewright?.viewport !== undefined", timeout=60_000)
    assert "tools/call" in page.evaluate("said")


@pytest.mark.parametrize("values", [{"scene": "gone"}, {"said": "There are no jobs."}])
def test_the_view_says_why_it_shows_nothing(shown: Callable[[dict[str, Any]], Page], values: dict[str, Any]) -> None:
    page = shown({"content": [], "structuredContent": values})
    text = "there is no scene" if "scene" in values else values["said"]
    page.frames[1].wait_for_function(f"() => document.getElementById('told').textContent.includes({json.dumps(text)})")
