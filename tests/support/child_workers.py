"""Children that open strangers' files, with another script in the place of their own."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from scenewright.scene.children.parser.host import answer_of


def run_instead(monkeypatch: pytest.MonkeyPatch, module: ModuleType, worker: Path) -> None:
    """Let `module`, which asks its child by :func:`answer_of`, start the script `worker`."""

    def asked(_own: Path, *given: Any, **named: Any) -> dict[str, Any]:
        return answer_of(worker, *given, **named)

    monkeypatch.setattr(module, "answer_of", asked)
