"""What a server says of a fault, and what its address and the proxies of the environment suggest to do."""

from __future__ import annotations

import json
import os
import re
from typing import Any
from urllib.parse import urlsplit

from scenewright.app.hidden_keys import without_keys
from scenewright.app.language_models.names import ModelPlace
from scenewright.app.language_models.wire import WireView
from scenewright.scene.printing import cut

__all__ = [
    "MOST_SAID",
    "address_remedy",
    "as_text",
    "is_web_page",
    "proxy_words",
    "quoted",
    "retry_after",
    "said",
    "server_remedy",
]

MOST_SAID = 240
"""Characters of what a server says."""


def said(sight: WireView) -> str:
    """What a server says of a fault, in its JSON or as plain text."""
    text = sight.head.strip()
    if not text or is_web_page(sight):
        return ""
    try:
        found = _message_in(json.loads(text))
    except (ValueError, RecursionError):
        found = "" if text.startswith(("{", "[")) else text
    return found


def _message_in(value: Any) -> str:
    """The message in an error body: {"error": {"message": ...}}, {"error": ...}, {"detail": ...} and the like, and its code."""
    if isinstance(value, list):
        return next((m for m in map(_message_in, value[:3]) if m), "")
    if not isinstance(value, dict):
        return value if isinstance(value, str) else ""
    for name in ("error", "message", "detail", "msg"):
        inner = _message_in(value.get(name))
        if inner:
            code = value.get("code")
            return f"{inner} [{code}]" if isinstance(code, str) and code not in inner else inner
    return ""


def as_text(body: object) -> str:
    if isinstance(body, str):
        return body
    try:
        return json.dumps(body)
    except (TypeError, ValueError):
        return str(body)


def quoted(words: str) -> str:
    return f'"{cut(without_keys(words), MOST_SAID)}"'


def is_web_page(sight: WireView) -> bool:
    return (
        "html" in sight.content_type or re.match(r"\s*<(!doctype|html|head|body|\?xml)", sight.head, re.I) is not None
    )


def retry_after(sight: WireView) -> float | None:
    """Seconds that a server asks to wait: a number, or a date."""
    try:
        if "retry-after-ms" in sight.headers:
            return max(float(sight.headers["retry-after-ms"]) / 1000.0, 0.0)
        value = sight.headers["retry-after"]
    except (KeyError, ValueError):
        return None
    try:
        seconds = float(value)
    except ValueError:
        return _seconds_until(value)
    return max(seconds, 0.0) if seconds == seconds else None  # noqa: PLR0124 - NaN


def _seconds_until(date: str) -> float | None:
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    try:
        then = parsedate_to_datetime(date)
    except (ValueError, TypeError):
        return None
    return max((then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds(), 0.0)


def server_remedy(place: ModelPlace) -> str:
    if place.local:
        return "is the server running there? Start it, or give the address that it has"
    return "is there a network, and does a firewall or proxy let it through?"


def address_remedy(place: ModelPlace) -> str:
    if not place.local:
        return "does a proxy stand in between?"
    path = urlsplit(f"http://{place.address}").path
    hint = "" if path.endswith("/v1") or place.provider in ("anthropic", "google") else ", which mostly ends in /v1"
    return f"is this the address of its model interface{hint}?"


def proxy_words(place: ModelPlace) -> str:
    """Which proxy of the environment a request goes through, if any may be meant."""
    from urllib.request import getproxies, proxy_bypass

    known = set(getproxies()) & {"http", "https", "all"}
    if not place.host or place.on_this_machine or not known or proxy_bypass(place.host):
        return ""
    named = [n for n in os.environ if n.lower() in ("http_proxy", "https_proxy", "all_proxy")]
    return f" (by way of the proxy of {' or '.join(sorted(named))})" if named else ""
