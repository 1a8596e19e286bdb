"""Output of the command line: JSON on stdout, everything for people on stderr, errors without tracebacks."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from scenewright.app.terminal.naming import with_option
from scenewright.scene.errors import ProgramError, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.model import SCHEMA
from scenewright.scene.printing import printable

__all__ = ["EXIT_INTERNAL", "EXIT_INTERRUPTED", "Reporter", "UsageError", "guarded"]

EXIT_INTERNAL = 70
EXIT_INTERRUPTED = 130
EXIT_PIPE = 141
_LAST_SECONDS = 0.75
"""Seconds between the interruption of a command by another process and its forced end."""

_QUIET_SECONDS = 2.0
"""Work that ends within these seconds shows no progress."""


class UsageError(ScenewrightError):
    """Arguments of a command exclude each other, or one is missing."""

    exit_code = 2


class Reporter:
    """Prints the result, notes, warnings, errors and progress of one command."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # characters that the terminal lacks must not end the command
                stream.reconfigure(errors="backslashreplace")

    def result(self, values: Mapping[str, Any], text: str, *, end: str = "\n") -> None:
        """Print the result: `values` as one JSON object, or `text` for people, followed by `end`."""
        if self.as_json:
            print(json.dumps({"schema": SCHEMA, **values}, ensure_ascii=False, allow_nan=False))
        elif text:
            print(text, end=end)

    def note(self, text: str) -> None:
        """Print lines for people on stderr."""
        print("\n".join(map(printable, text.split("\n"))), file=sys.stderr)

    def warnings(self, warnings: tuple[str, ...] | list[str], shown: int = 12) -> None:
        for warning in warnings[:shown]:
            self.note(f"warning: {warning}")
        if len(warnings) > shown:
            self.note(f"... and {len(warnings) - shown} more warnings")

    def error(self, error: ScenewrightError) -> None:
        if self.as_json:
            kind = getattr(error, "kind", None)
            values = {"class": type(error).__name__, "kind": kind, "message": str(error)}
            if isinstance(error, ProgramError):
                values |= {"message": error.message, "line": error.line, "column": error.column, "where": error.where}
            print(json.dumps({"schema": SCHEMA, "error": values}, ensure_ascii=False))
        self.note(f"error: {with_option(str(error), error.field, getattr(error, 'also', ()))}")

    @contextmanager
    def job(self, title: str, *, kept: str | None = None, scene: str | Path | None = None) -> Iterator[Job]:
        """A job whose progress is shown once the work has taken two seconds: as a bar on a terminal, else as a line every few seconds.
        Its log lines become notes. Ctrl-C and errors end the command at once and cancel the job, so that its threads end, too.

        Args:
            kept: the kind of the job in the table of ``scenewright jobs``; None: it is not in the table.
            scene: the scene or file that the job works on, for the table.
        """
        bar = _Bar(title)
        job = Job(bar, on_log=self.note)
        try:
            with ExitStack() as stack:
                if kept is not None:
                    self._keep(stack, job, kept, scene)
                yield job
        except BaseException:
            job.cancel()
            raise
        finally:
            bar.stop()

    def _keep(self, stack: ExitStack, job: Job, kind: str, scene: str | Path | None) -> None:
        from scenewright.app.jobs import default_table

        try:
            about = None if scene is None else str(scene)
            stack.enter_context(default_table().track(job, kind=kind, scene=about, insist=_interrupt))
        except ScenewrightError as error:
            self.note(f"note: {error}; `scenewright jobs` will not list this one")


def _interrupt() -> None:
    """End the command as Ctrl-C does, and by force if it still runs a second later. Files are still written whole or not at all."""
    timer = threading.Timer(_LAST_SECONDS, os._exit, (EXIT_INTERRUPTED,))
    timer.daemon = True
    timer.start()
    os.kill(os.getpid(), signal.SIGINT)


class _Bar:
    """Shows the progress of a job; called with its share and its current step."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.share = 0.0
        self.text = ""
        self._rich: Any = None
        self._task: Any = None
        self._last_line = time.monotonic()
        self._lock = threading.Lock()
        self._timer = threading.Timer(_QUIET_SECONDS, self._show)
        self._timer.daemon = True
        self._timer.start()
        self._shown = False

    def __call__(self, share: float, text: str) -> None:
        with self._lock:
            self.share, self.text = share, text
            if self._rich is not None:
                self._rich.update(self._task, completed=share, description=f"{self.title}: {text}")
            elif self._shown and time.monotonic() - self._last_line > _QUIET_SECONDS:
                self._line()

    def _show(self) -> None:
        with self._lock:
            self._shown = True
            if not sys.stderr.isatty():
                self._line()
                return
            from rich.console import Console
            from rich.progress import Progress

            self._rich = Progress(console=Console(stderr=True), transient=True)
            self._task = self._rich.add_task(f"{self.title}: {self.text}", total=1.0, completed=self.share)
            self._rich.start()

    def _line(self) -> None:
        self._last_line = time.monotonic()
        done = " ".join([f"{self.share:.0%}"] * (self.share > 0) + [self.text] * bool(self.text))
        print(f"{self.title}: {done}" if done else f"{self.title} ...", file=sys.stderr)

    def stop(self) -> None:
        self._timer.cancel()
        with self._lock:
            if self._rich is not None:
                self._rich.stop()


@contextmanager
def guarded(reporter: Reporter) -> Iterator[None]:
    """End the command with one message and the exit code of the error. ``SCENEWRIGHT_DEBUG=1`` shows tracebacks."""
    if os.environ.get("SCENEWRIGHT_DEBUG"):
        yield
        return
    try:
        yield
    except ScenewrightError as error:
        reporter.error(error)
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        reporter.note("interrupted")
        raise SystemExit(EXIT_INTERRUPTED) from None
    except BrokenPipeError:
        # the reader of our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(EXIT_PIPE) from None
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        reporter.error(ScenewrightError(f"{error.strerror or error}{where}"))
        raise SystemExit(EXIT_INTERNAL) from None
    except MemoryError:
        text = "the work took more memory than it may: ask for less, or make the scene smaller"
        reporter.error(ScenewrightError(text))
        raise SystemExit(EXIT_INTERNAL) from None
    except Exception as error:  # noqa: BLE001 - the last handler of the program: one line, and how to see more
        text = f"this is a fault of Scenewright: {type(error).__name__}: {error}; SCENEWRIGHT_DEBUG=1 shows where"
        reporter.error(ScenewrightError(text))
        raise SystemExit(EXIT_INTERNAL) from None
