"""Replaces the script of child processes that parse untrusted files."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from scenewright.scene.children.parser.host import answer_of


def run_instead(monkeypatch: pytest.MonkeyPatch, module: ModuleType, worker: Path) -> None:
    """Make `module`, which asks its child through :func:`answer_of`, start the script `worker` instead."""

    def asked(_own: Path, *given: Any, **named: Any) -> dict[str, Any]:
        return answer_of(worker, *given, **named)

    monkeypatch.setattr(module, "answer_of", asked)
