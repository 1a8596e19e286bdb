"""The progress of work on standard error: nothing for two seconds, then a bar on a terminal, else a line every few seconds."""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from scenewright.app.terminal.consoles import neutral_progress
from scenewright.scene.printing import printable

__all__ = ["QUIET_SECONDS", "ProgressDisplay", "RemainingTime"]

QUIET_SECONDS = 2.0
"""Work that ends within these seconds shows no progress."""

_LINE_SECONDS = 5.0
"""Seconds between two lines where there is no terminal."""


class RemainingTime:
    """The time that work will still take, from how fast it went lately."""

    _WINDOW = 30.0
    """Seconds that count."""
    _LEAST_SECONDS, _LEAST_SHARE = 3.0, 0.01
    """So much of the work must have been seen before anything is said."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, float]] = deque()

    def add(self, now: float, share: float) -> None:
        """The share, 0 to 1, that is finished at a time in seconds."""
        self._seen.append((now, share))
        while len(self._seen) > 2 and now - self._seen[1][0] > self._WINDOW:
            self._seen.popleft()

    def seconds(self, now: float) -> float | None:
        """Seconds that remain; None if there is too little to go by."""
        if not self._seen:
            return None
        (begin, before), (_, share) = self._seen[0], self._seen[-1]
        if now - begin < self._LEAST_SECONDS or share - before < self._LEAST_SHARE:
            return None
        return (1.0 - share) * (now - begin) / (share - before)

    def told(self, now: float) -> str:
        """Such as 'about 40 s left'; '' if nobody knows."""
        left = self.seconds(now)
        if left is None or left < 1.0:
            return ""
        if left < 90.0:
            return f"about {max(round(left / 5.0) * 5, 5) if left > 10.0 else round(left)} s left"
        return f"about {round(left / 60.0)} min left" if left < 5_400.0 else f"about {left / 3600.0:.1f} h left"


class ProgressDisplay:
    """Shows the progress of work; called with its share, 0 to 1, and its current step."""

    def __init__(
        self,
        title: str,
        *,
        quiet: float = QUIET_SECONDS,
        measured: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """
        Args:
            quiet: seconds from now for which nothing is shown.
            measured: the work has a share; otherwise only its title is shown.
        """
        self.title = title
        self.shown = False
        self._share, self._text = 0.0, ""
        self._measured = measured
        self._clock = clock
        self._left = RemainingTime()
        self._rich: Any = None
        self._task: Any = None
        self._stopped = False
        self._last_line = clock()
        self._lock = threading.Lock()
        self._timer = threading.Timer(quiet, self._show)
        self._timer.daemon = True
        self._timer.start()

    def __call__(self, share: float, text: str) -> None:
        with self._lock:
            self._share, self._text = share, printable(text)
            self._left.add(self._clock(), share)
            if self._rich is not None:
                self._rich.update(self._task, completed=share, description=f"{self.title}: {self._text}")
            elif self.shown and self._clock() - self._last_line > _LINE_SECONDS:
                self._line()

    def stop(self) -> None:
        """Show nothing any more. Stopping twice is allowed."""
        self._timer.cancel()
        with self._lock:
            self._stopped = True
            if self._rich is not None:
                self._rich.stop()
                self._rich = None

    def _show(self) -> None:
        with self._lock:
            if self._stopped:
                return
            self.shown = True
            if not sys.stderr.isatty():
                self._line()
                return
            self._rich = neutral_progress(measured=self._measured)
            title = f"{self.title}: {self._text}" if self._measured else f"{self.title} ..."
            self._task = self._rich.add_task(title, total=1.0 if self._measured else None, completed=self._share)
            self._rich.start()

    def _line(self) -> None:
        self._last_line = self._clock()
        done = " ".join([f"{self._share:.0%}"] * (self._share > 0) + [self._text] * bool(self._text))
        left = self._left.told(self._last_line)
        line = f"{self.title}: {done}" if done else f"{self.title} ..."
        print(f"{line}, {left}" if left else line, file=sys.stderr)
