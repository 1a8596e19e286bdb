"""The HTTP client of all models, and what it sees of each answer.

The SDKs of the providers word the same fault in different ways, and keep from us what a message needs most: the address, and what came
instead of an answer. So their requests go through a client of ours, which notes that. It follows no redirect (a key would go along), and
reads no more of an answer than any answer needs.
"""

from __future__ import annotations

import json
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from scenewright.app.language_models.names import ModelPlace

if TYPE_CHECKING:
    import httpx2

__all__ = ["MOST_BYTES", "SIGHT", "WireView", "open_client"]

MOST_BYTES = 32_000_000
"""Bytes of an answer, unpacked."""
_HEAD = 4_000
"""Characters of an answer that are kept for messages."""
_CONNECT_SECONDS = 10.0


@dataclass(slots=True)
class WireView:
    """What was seen of one request. `status`: 0 where no answer came. `head`: the beginning of an answer. `is_json`: whether the
    whole answer is JSON."""

    place: ModelPlace | None = None
    sent: bool = False
    status: int = 0
    content_type: str = ""
    location: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    head: str = ""
    is_json: bool = False
    too_large: bool = False
    failure: Exception | None = None
    recorded: Any = None
    """The exchange that a replay answers with; None: the request is sent now."""
    asked: list[Any] = field(default_factory=list)
    """What is new in the request, as the transcript keeps it, and the `instructions` with it."""
    instructions: str = ""


SIGHT: ContextVar[WireView | None] = ContextVar("scenewright_model_sight", default=None)
"""The sight of the request that is under way. Whoever sends a request puts an empty one here."""


class TooLargeAnswer(Exception):
    """An answer is larger than any answer of a model."""


def open_client(place: ModelPlace) -> httpx2.AsyncClient:
    """A client for the model at `place`. Proxies of the environment are used, as by other programs, but not to this machine itself."""
    import httpx2

    timeout = httpx2.Timeout(None, connect=_CONNECT_SECONDS)
    # a model thinks longer than a connection takes, and one that was kept may be dead by the next request
    limits = httpx2.Limits(max_keepalive_connections=0)
    client: httpx2.AsyncClient = _client_class()(
        place,
        timeout=timeout,
        limits=limits,
        follow_redirects=False,
        trust_env=not place.on_this_machine,
        headers={"Accept-Encoding": "identity"},
    )
    return client


@cache
def _client_class() -> Any:
    import httpx2

    class ModelClient(httpx2.AsyncClient):
        """Notes in :data:`SIGHT` what it sees, and reads each answer whole, within :data:`MOST_BYTES`."""

        def __init__(self, place: ModelPlace, **settings: Any) -> None:
            super().__init__(**settings)
            self._place = place

        async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
            sight = SIGHT.get() or WireView()
            sight.place, sight.sent = self._place, True
            timeout = dict(request.extensions.get("timeout") or {})
            timeout["connect"] = min(timeout.get("connect") or _CONNECT_SECONDS, _CONNECT_SECONDS)
            request.extensions = {**request.extensions, "timeout": timeout}
            request.headers["Accept-Encoding"] = "identity"  # the SDKs ask for packed answers, which cost more to bound
            try:
                options |= {"stream": True, "follow_redirects": False}
                response = await super().send(request, **options)
                try:
                    body = await _body(response)
                finally:
                    await response.aclose()
            except TooLargeAnswer as error:
                sight.too_large, sight.failure = True, error
                raise
            except Exception as error:
                sight.failure = error
                raise
            body = _without_lone_surrogates(body)
            _note(sight, response, body)
            headers = [(k, v) for k, v in response.headers.multi_items() if k.lower() not in _PACKING]
            return httpx2.Response(
                response.status_code, headers=headers, content=body, request=request, extensions=response.extensions
            )

    return ModelClient


_PACKING = ("content-encoding", "content-length", "transfer-encoding")


async def _body(response: httpx2.Response) -> bytes:
    pieces: list[bytes] = []
    size = 0
    async for piece in response.aiter_bytes():
        size += len(piece)
        if size > MOST_BYTES:
            raise TooLargeAnswer(f"more than {MOST_BYTES:,} bytes")
        pieces.append(piece)
    return b"".join(pieces)


def _without_lone_surrogates(body: bytes) -> bytes:
    """JSON whose texts can be written: an escape may stand for half of a character, which is none."""
    if b"\\ud" not in body.lower():
        return body
    try:
        return json.dumps(json.loads(body), ensure_ascii=False).encode("utf-8", "replace")
    except (ValueError, RecursionError):
        return body


def _note(sight: WireView, response: httpx2.Response, body: bytes) -> None:
    sight.status = response.status_code
    sight.content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    sight.location = response.headers.get("location", "")
    sight.headers = {
        k.lower(): v for k, v in response.headers.items() if k.lower() in ("retry-after", "retry-after-ms")
    }
    sight.head = body[: 4 * _HEAD].decode("utf-8", "replace")[:_HEAD]
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        sight.is_json = False
    else:
        sight.is_json = True
