"""Gradio's routes: those that are closed, sessions of others, and values that name files."""

from __future__ import annotations

import json
from typing import Any

from tests.support.hostile_studio.case import REFUSED, TAKEN, Case, asks, does, posts
from tests.support.hostile_studio.ground import Ground, Reply
from tests.support.hostile_studio.job_requests import KEY

__all__ = ["GRADIO", "opened_by_anna"]

_API = "/gradio/gradio_api"
_HERS, _HIS = "annas5hash", "bens5hash"
_JSON = [("Content-Type", "application/json")]
_CLOSED = "reach one of Gradio's own routes for files, servers or pages"


def _closed(name: str, path: str, method: str = "GET") -> Case:
    body = b"{}" if method == "POST" else None
    return asks(f"gradio-{name}", _CLOSED, f"/gradio/{path}", method=method, body=body, statuses=(404,))


def opened_by_anna(ground: Ground) -> None:
    """Anna names a session of Gradio, which is hers from then on."""
    body = {"data": [], "fn_index": _number(ground, "scenes"), "session_hash": _HERS}
    joined = ground.ask("POST", f"{_API}/queue/join", _JSON, json.dumps(body).encode(), who="anna")
    assert joined.status == 200, joined.body


def _number(ground: Ground, name: str) -> int:
    """The number of an endpoint."""
    config = ground.ask("GET", "/gradio/config", who="anna").json()
    return next(int(d["id"]) for d in config["dependencies"] if d["api_name"] == name)


def _forged(name: str, target: str, values: Any = None, method: str = "POST") -> Case:
    tries = "use the session of somebody else"
    if method == "GET":
        return asks(f"gradio-session-{name}", tries, f"{_API}/{target}", statuses=(403,))
    return posts(f"gradio-session-{name}", tries, f"{_API}/{target}", values, statuses=(403,))


def _call(name: str, tries: str, endpoint: str, data: list[Any]) -> Case:
    """A call of an endpoint, and its answer."""

    def send(ground: Ground) -> list[Reply]:
        body = ground.filled(json.dumps({"data": data})).encode()
        started = ground.ask("POST", f"{_API}/call/{endpoint}", _JSON, body)
        if started.status != 200:
            return [started]
        event = started.json()["event_id"]
        told = ground.ask("GET", f"{_API}/call/{endpoint}/{event}")
        # an error is part of the stream
        return [started, Reply(422, told.headers, told.body) if b"event: error" in told.body else told]

    return does(f"gradio-call-{name}", tries, send, TAKEN)


def _file(path: str) -> dict[str, Any]:
    return {"path": path, "meta": {"_type": "gradio.FileData"}, "orig_name": "a.txt"}


GRADIO = [
    _closed("upload", "gradio_api/upload", "POST"),
    _closed("upload-old", "upload", "POST"),
    _closed("file", "gradio_api/file=/etc/passwd"),
    _closed("file-old", "file=/etc/passwd"),
    _closed("file-slash", "gradio_api/file/etc/passwd"),
    _closed("proxy", "gradio_api/proxy=http://127.0.0.1/"),
    _closed("component-server", "gradio_api/component_server", "POST"),
    _closed("stream", "gradio_api/stream/a/b/c/playlist.m3u8"),
    _closed("run", "gradio_api/run/predict", "POST"),
    _closed("api", "gradio_api/api/predict", "POST"),
    _closed("upload-progress", "gradio_api/upload_progress?upload_id=a"),
    _closed("monitoring", "monitoring"),
    _closed("deep-link", "gradio_api/deep_link?session_hash=a"),
    _closed("vibe-edit", "gradio_api/vibe-edit", "POST"),
    _closed("vibe-code", "gradio_api/vibe-code/"),
    _closed("reload", "gradio_api/dev/reload"),
    _closed("token", "gradio_api/token"),
    _closed("runs", "gradio_api/runs"),
    _closed("recording", "gradio_api/process_recording", "POST"),
    _closed("component", "gradio_api/custom_component/a/client/b/..%2f..%2fetc%2fpasswd"),
    _closed("static", "static/..%2f..%2froutes.py"),
    _closed("assets", "assets/index.js"),
    _closed("page", ""),
    _closed("login", "login", "POST"),
    _closed("mcp", "gradio_api/mcp/sse"),
    asks("gradio-up-from-config", _CLOSED, "/gradio/config/../gradio_api/file=/etc/passwd", statuses=REFUSED),
    asks("gradio-up-from-call", _CLOSED, f"{_API}/call/..%2ffile=%2fetc%2fpasswd", statuses=REFUSED),
    asks("gradio-without-cookie", "call an endpoint as a stranger", f"{_API}/call/scenes", method="POST", body=b'{"data": []}', who=None, statuses=(401,)),
    _forged("data", f"queue/data?session_hash={_HERS}", method="GET"),
    _forged("data-second-of-two", f"queue/data?session_hash={_HIS}&session_hash={_HERS}", method="GET"),
    _forged("data-first-of-two", f"queue/data?session_hash={_HERS}&session_hash={_HIS}", method="GET"),
    _forged("data-encoded", "queue/data?session%5Fhash=annas5has%68", method="GET"),
    _forged("heartbeat", f"heartbeat/{_HERS}", method="GET"),
    _forged("join", "queue/join", {"data": [], "fn_index": 0, "session_hash": _HERS}),
    _forged("join-behind-the-query", f"queue/join?session_hash={_HIS}", {"data": [], "fn_index": 0, "session_hash": _HERS}),
    _forged("join-twice", "queue/join", f'{{"data": [], "fn_index": 0, "session_hash": "{_HIS}", "session_hash": "{_HERS}"}}'.encode()),
    _forged("join-in-utf-16", "queue/join", json.dumps({"data": [], "fn_index": 0, "session_hash": _HERS}).encode("utf-16")),
    _forged("cancel", "cancel", {"session_hash": _HERS, "fn_index": 0, "event_id": "0"}),
    _forged("call", "call/scenes", {"data": [], "session_hash": _HERS}),
    posts("gradio-join-without-session", "be nobody", f"{_API}/queue/join", {"data": [], "fn_index": 0}),
    posts("gradio-join-negative", "call what is no endpoint", f"{_API}/queue/join", {"data": [], "fn_index": -1, "session_hash": _HIS}),
    posts("gradio-join-huge", "call what is no endpoint", f"{_API}/queue/join", {"data": [], "fn_index": 10**20, "session_hash": _HIS}),
    posts("gradio-join-session-object", "have a session that is no text", f"{_API}/queue/join", {"data": [], "fn_index": 0, "session_hash": {"a": 1}}),
    posts("gradio-join-broken", "break the reader", f"{_API}/queue/join", b'{"data": '),
    posts("gradio-join-deep", "exhaust the stack", f"{_API}/queue/join", b"[" * 100_000),
    posts("gradio-call-unknown", "call what is no endpoint", f"{_API}/call/__init__", {"data": []}),
    posts("gradio-call-without-data", "break the reader", f"{_API}/call/scenes", {}),
    asks("gradio-event-of-nobody", "hear the answer to somebody else", f"{_API}/call/scenes/" + "0" * 32, statuses=TAKEN),
    _call("file-as-scene", "have a file read as a value", "history", [_file("<outside>/canary.txt")]),
    _call("address-as-scene", "have the server fetch an address", "history", [{"url": "http://127.0.0.1:<bait>/", "path": "http://127.0.0.1:<bait>/", "meta": {"_type": "gradio.FileData"}}]),
    _call("files-as-queries", "have a file read as a value", "query", ["row", [_file("/etc/passwd")]]),
    _call("scene-of-anna", "use the scene of somebody else", "history", ["<their_place>"]),
    _call("scene-path", "open a folder by its path", "history", ["<outside>"]),
    _call("job-of-anna", "see the job of somebody else", "job", ["<their_job>", False]),
    _call("log-of-anna", "see the job of somebody else", "job_log", ["<their_job>"]),
    _call("cancel-of-anna", "cancel the job of somebody else", "cancel_job", ["<their_job>"]),
    _call("start-with-path", "have a job write elsewhere", "start_job", ["export", {"out": "<outside>/x.glb"}, "row"]),
    _call("key-in-fields", "have a key kept or said back", "start_job", ["generate", {"text": "a room", "api_key": KEY}, ""]),
    _call("too-few-values", "break the reader", "query", []),
    _call("markup", "have markup run in a client", "start_job", ["<img src=x onerror=window.hostile=1>", {}, ""]),
]  # fmt: skip
