"""Jobs that call a function at each check for cancellation."""

from __future__ import annotations

import threading
from collections.abc import Callable

from scenewright.scene.jobs import Job, Progress

__all__ = ["asking"]


class _Asking(threading.Event):
    def __init__(self, ask: Callable[[], bool]) -> None:
        super().__init__()
        self.ask = ask

    def is_set(self) -> bool:
        return super().is_set() or self.ask()


def asking(ask: Callable[[], bool], on_progress: Progress | None = None) -> Job:
    """A job that counts as cancelled when `ask` returns True."""
    return Job(on_progress, event=_Asking(ask))
