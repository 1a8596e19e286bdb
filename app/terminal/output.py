"""Output of the command line: JSON on stdout, everything for people on stderr, errors without tracebacks.

All output of all commands goes through a :class:`Reporter`, which makes it printable: no name and no message of a scene, a file, a model
or a user reaches the terminal with control characters, invisible characters or markup that the terminal or rich would obey.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from scenewright.app.internal_errors import as_ours, ours_only
from scenewright.app.terminal.consoles import neutral_console
from scenewright.app.terminal.naming import running_command, with_option
from scenewright.app.terminal.progress import QUIET_SECONDS, ProgressDisplay
from scenewright.scene.atomic import CannotWrite
from scenewright.scene.errors import InternalError, ProgramError, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.model import SCHEMA
from scenewright.scene.printing import json_line, printable, printable_lines

__all__ = ["EXIT_INTERNAL", "EXIT_INTERRUPTED", "Reporter", "UsageError", "guarded"]

EXIT_INTERNAL = 70
EXIT_INTERRUPTED = 130
EXIT_PIPE = 141
_LAST_SECONDS = 0.75
"""Seconds between the interruption of a command by another process and its forced end."""

_MOST_MESSAGE = 8_000
"""Characters of one message of an error."""


class UsageError(ScenewrightError):
    """Arguments of a command exclude each other, or one is missing."""

    exit_code = 2


class Reporter:
    """Prints the result, notes, warnings, errors and progress of one command."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json
        self._display: ProgressDisplay | None = None
        self._waited = False
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # characters that the terminal lacks must not end the command
                stream.reconfigure(errors="backslashreplace")

    def result(self, values: Mapping[str, Any], text: str | Sequence[str]) -> None:
        """Print the result: `values` as one JSON object, or `text` for people.

        Args:
            text: the text, or its lines. A line break within a line, such as one in a name, does not begin another.
        """
        self._stop_waiting()
        with _standard_output():
            if self.as_json:
                print(json_line({"schema": SCHEMA, **values}))
            elif text:
                print(printable_lines(text) if isinstance(text, str) else "\n".join(map(printable, text)))

    def program(self, values: Mapping[str, Any], source: str) -> None:
        """Print a program as the result: `values` as one JSON object, or `source`. A file or a pipe gets it byte for byte."""
        if self.as_json:
            self.result(values, "")
        elif sys.stdout.isatty():
            self.result(values, source.removesuffix("\n"))
        else:
            self._stop_waiting()
            with _standard_output():
                print(source, end="")

    def table(self, renderable: Any, *, to_errors: bool = False) -> None:
        """Print a table, a tree or a text of rich."""
        self._stop_waiting()
        with nullcontext() if to_errors else _standard_output():
            neutral_console(to_errors=to_errors).print(renderable)

    def note(self, text: str) -> None:
        """Print lines for people on stderr."""
        self._stop_waiting()
        print(printable_lines(text), file=sys.stderr)

    def warnings(self, warnings: tuple[str, ...] | list[str], shown: int = 12) -> None:
        for warning in warnings[:shown]:
            self.note(_below(f"warning: {warning}"))
        if len(warnings) > shown:
            self.note(f"... and {len(warnings) - shown} more warnings")

    def error(self, error: ScenewrightError) -> None:
        if self.as_json:
            kind = getattr(error, "kind", None)
            values = {"class": type(error).__name__, "kind": kind, "message": str(error)[:_MOST_MESSAGE]}
            if isinstance(error, ProgramError):
                values |= {
                    "message": error.message[:_MOST_MESSAGE],
                    "line": error.line,
                    "column": error.column,
                    "where": error.where,
                    "library": error.library,
                }
            if isinstance(error, InternalError):
                values["id"] = error.id
            with suppress(ScenewrightError), _standard_output():  # the line for people still comes
                print(json_line({"schema": SCHEMA, "error": values}))
        self.note(_below(f"error: {with_option(str(error)[:_MOST_MESSAGE], error.field, getattr(error, 'also', ()))}"))

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Say what is happening if a command has shown nothing for two seconds: libraries load, a scene is opened. The first job of the
        command, or its first output, ends it."""
        command = getattr(running_command.get(), "name", None)
        self._display = ProgressDisplay(command or "starting", quiet=QUIET_SECONDS, measured=False)
        try:
            yield
        finally:
            self._stop_waiting()

    def _stop_waiting(self) -> None:
        if self._display is not None:
            self._display.stop()
            self._waited, self._display = self._display.shown, None

    @contextmanager
    def job(self, title: str, *, kept: str | None = None, scene: str | Path | None = None) -> Iterator[Job]:
        """A job whose progress is shown once the work has taken two seconds: as a bar on a terminal, else as a line every few seconds.
        Its log lines become notes. Ctrl-C and errors end the command at once and cancel the job, so that its threads end, too.

        Args:
            kept: the kind of the job in the table of ``scenewright jobs``; None: it is not in the table.
            scene: the scene or file that the job works on, for the table.
        """
        self._stop_waiting()
        bar = ProgressDisplay(title, quiet=0.0 if self._waited else QUIET_SECONDS)
        job = Job(bar, on_log=self.note)
        try:
            with ExitStack() as stack:
                if kept is not None:
                    self._keep(stack, job, kept, scene)
                stack.enter_context(ours_only(title, system_errors=True))
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


def _below(message: str) -> str:
    """A message whose further lines are indented, so that none looks like a message of its own."""
    return message.replace("\n", "\n  ")


def _interrupt() -> None:
    """End the command as Ctrl-C does, and by force if it still runs a second later. Files are still written whole or not at all."""
    timer = threading.Timer(_LAST_SECONDS, os._exit, (EXIT_INTERRUPTED,))
    timer.daemon = True
    timer.start()
    os.kill(os.getpid(), signal.SIGINT)


@contextmanager
def guarded(reporter: Reporter) -> Iterator[None]:
    """End the command with one message and the exit code of the error. ``SCENEWRIGHT_DEBUG=1`` shows tracebacks."""
    try:
        with reporter.waiting(), _traceback_shown(reporter):
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
        ours = as_ours(error, "running a command")
        reporter.error(ours)
        raise SystemExit(ours.exit_code if isinstance(error, CannotWrite) else EXIT_INTERNAL) from None
    except Exception as error:  # noqa: BLE001 - the last handler of the program: one line, and where more is
        reporter.error(as_ours(error, "running a command"))
        raise SystemExit(EXIT_INTERNAL) from None


@contextmanager
def _standard_output() -> Iterator[None]:
    """Within the block, standard output is written, to its end.

    Raises:
        ScenewrightError: it cannot be written, since the disk is full, for example. What else is written there is dropped.
        BrokenPipeError: its reader has gone.
    """
    try:
        yield
        if sys.stdout is not None:  # it was closed by whoever started the command
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        refused = ScenewrightError(f"standard output cannot be written: {error.strerror or error}")
        refused.exit_code = EXIT_INTERNAL
        raise refused from None


@contextmanager
def _traceback_shown(reporter: Reporter) -> Iterator[None]:
    """With ``SCENEWRIGHT_DEBUG=1`` print the traceback of an exception."""
    try:
        yield
    except Exception:
        if os.environ.get("SCENEWRIGHT_DEBUG"):
            reporter.note(traceback.format_exc())
        raise
