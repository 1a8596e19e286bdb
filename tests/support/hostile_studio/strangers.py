"""Ids of what somebody else has, and ids that nobody has."""

from __future__ import annotations

from typing import Any

from tests.support.hostile_studio.case import Case, asks, posts

__all__ = ["IDS"]

_TRIES = "see or change the work of somebody else"
_GONE = (404,)


def _get(name: str, target: str) -> Case:
    return asks(f"theirs-{name}", _TRIES, target, statuses=_GONE)


def _post(name: str, target: str, values: Any, method: str = "POST") -> Case:
    return posts(f"theirs-{name}", _TRIES, target, values, method=method, statuses=_GONE)


def _job(name: str, action: str, request: dict[str, Any]) -> Case:
    """A job of Ben that names what is Anna's."""
    return _post(f"in-{name}", f"/api/sessions/<session>/jobs/{action}", {"request": request})


_SESSION = "/api/sessions/<their_session>"

IDS = [
    _get("session", _SESSION),
    _get("scene", f"{_SESSION}/scene/state"),
    _get("source", f"{_SESSION}/scene/source"),
    _get("drawing", f"{_SESSION}/scene/drawing"),
    _get("splats", f"{_SESSION}/scene/splats/0"),
    _get("history", f"{_SESSION}/history"),
    _get("change", f"{_SESSION}/history/1"),
    _get("gallery", f"{_SESSION}/gallery"),
    _get("card", "/api/places/<their_place>/picture"),
    _get("job", "/api/jobs/<their_job>"),
    _get("log", "/api/jobs/<their_job>/log"),
    _get("result", "/api/jobs/<their_job>/result"),
    _get("file", "/api/jobs/<their_job>/files/0"),
    _get("preview", "/api/jobs/<their_job>/preview"),
    _get("picture", "/api/uploads/<their_upload>/picture"),
    _post("shapes", f"{_SESSION}/scene/shapes", {"keys": []}),
    _post("things", f"{_SESSION}/scene/things", {"paths": ["row/a"]}),
    _post("edit", f"{_SESSION}/scene/edit", {"edits": [{"kind": "move", "path": "row/a", "by": [1, 0, 0]}]}),
    _post("program", f"{_SESSION}/scene/program", {"text": "# gone"}),
    _post("step", f"{_SESSION}/scene/step", {"what": "undo"}),
    _post("action", f"{_SESSION}/scene/actions/evaluate", {"request": {}}),
    _post("interface", f"{_SESSION}/interface", {"values": {"a": 1}}, "PUT"),
    _get("views", f"{_SESSION}/views"),
    _post("view", f"{_SESSION}/views", {"name": "a", "pose": {"eye": [1, 1, 1], "target": [0, 0, 0], "fov": 50}}),
    _post("view-change", f"{_SESSION}/views/aaaaaaaaaaaa", {"name": "b"}, "PUT"),
    asks("theirs-view-delete", _TRIES, f"{_SESSION}/views/aaaaaaaaaaaa", method="DELETE", statuses=_GONE),
    _post("place-in-a-new-session", "/api/sessions", {"place": "<their_place>"}),
    _post("start", f"{_SESSION}/jobs/layout", {"request": {}}),
    _post("cancel", "/api/jobs/<their_job>/cancel", {}),
    _post("again", "/api/jobs/<their_job>/again", {}),
    posts("theirs-stop", _TRIES, "/api/jobs/<their_job>/stop", {}),
    _get("chat", f"{_SESSION}/chat"),
    _post("chat-turn", f"{_SESSION}/chat", {"text": "remove a"}),
    _post("chat-stop", f"{_SESSION}/chat/stop", {}),
    asks("theirs-chat-delete", _TRIES, f"{_SESSION}/chat", method="DELETE", statuses=_GONE),
    asks("theirs-delete", _TRIES, "/api/uploads/<their_upload>", method="DELETE", statuses=_GONE),
    _job("open-upload", "open_upload", {"upload": "<their_upload>"}),
    _job("capture", "capture_train", {"upload": "<their_upload>"}),
    _job("splats", "splat_convert", {"upload": "<their_upload>"}),
    _job("assets", "add_assets", {"upload": "<their_upload>"}),
    _job("training", "capture_field", {"training": "<their_job>"}),
    _job("lifted", "field_query", {"lifted": "<their_job>", "queries": ["a"]}),
    asks("forged-session", "guess a session", "/api/sessions/" + "a" * 24, statuses=_GONE),
    asks("forged-job", "guess a job", "/api/jobs/20260101-000000-0000", statuses=_GONE),
    asks("forged-upload", "guess an upload", "/api/uploads/" + "0" * 24 + "/picture", statuses=_GONE),
    asks("forged-place", "guess a scene", "/api/places/" + "0" * 20 + "/picture", statuses=_GONE),
    asks("session-in-capitals", "have an id read in two ways", "/api/sessions/" + "A" * 24, statuses=_GONE),
]  # fmt: skip
