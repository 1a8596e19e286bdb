"""One attack: what is sent, and which answers are clear ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.support.hostile_studio.ground import Ground, Reply

__all__ = ["REFUSED", "TAKEN", "Case", "asks", "does", "posts", "talks"]

REFUSED = frozenset(range(400, 500))
TAKEN = frozenset({*REFUSED, 200, 202, 204, 206, 303, 304, 307})
"""Answers to what is odd and harmless."""
JSON = ("Content-Type", "application/json")

Send = Callable[[Ground], Iterable[Reply]]


@dataclass(frozen=True)
class Case:
    """`name`: of no other case. `tries`: what it is after. `statuses`: answers that are right; 0: the server hangs up."""

    name: str
    tries: str
    send: Send
    statuses: frozenset[int] = REFUSED


def does(name: str, tries: str, send: Send, statuses: Iterable[int] = REFUSED) -> Case:
    """An attack of several steps."""
    return Case(name, tries, send, frozenset(statuses))


def asks(
    name: str,
    tries: str,
    target: str,
    *headers: tuple[str, str],
    method: str = "GET",
    body: bytes | Callable[[], Iterator[bytes]] | None = None,
    who: str | None = "ben",
    host: str | None = None,
    statuses: Iterable[int] = REFUSED,
) -> Case:
    """One request."""

    def send(ground: Ground) -> list[Reply]:
        given = body() if callable(body) else body
        return [ground.ask(method, target, headers, given, who=who, host=host)]

    return Case(name, tries, send, frozenset(statuses))


def posts(
    name: str,
    tries: str,
    target: str,
    values: Any,
    *headers: tuple[str, str],
    method: str = "POST",
    statuses: Iterable[int] = REFUSED,
    who: str | None = "ben",
) -> Case:
    """JSON values, or the bytes that stand for them."""

    def send(ground: Ground) -> list[Reply]:
        body = values if isinstance(values, bytes) else ground.filled(json.dumps(values)).encode()
        return [ground.ask(method, target, [JSON, *headers], body, who=who)]

    return Case(name, tries, send, frozenset(statuses))


def talks(name: str, tries: str, text: bytes, statuses: Iterable[int] = REFUSED) -> Case:
    """Bytes that may be no HTTP at all."""
    return Case(name, tries, lambda ground: [ground.talk(text)], frozenset(statuses))
