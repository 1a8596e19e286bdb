"""A stand-in for the evaluator: runs the source as Python and returns its variable `result`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewright.scene.language.vocabulary import PROGRAM_FILE


def run(request: dict[str, Any], ask: Callable[[dict[str, Any]], dict[str, Any]]) -> bytes:
    namespace: dict[str, Any] = {"ask": ask, "request": request, "result": b""}
    exec(compile(request["source"], PROGRAM_FILE, "exec"), namespace)
    result = namespace["result"]
    return result if isinstance(result, bytes) else repr(result).encode()
