"""Exceptions that are not ours become one structured error with an id, and the log has the details.

Each face uses :func:`ours_only` or :func:`as_ours`: the command line, the commands and events of a session, the jobs, the Python
functions. A message to a stranger never has a traceback; the log of the user, which nobody else can read, has it.
"""

from __future__ import annotations

import logging
import os
import secrets
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from filelock import FileLock, Timeout

from scenewright.app.hidden_keys import without_keys
from scenewright.scene.atomic import CannotWrite, refusal_of
from scenewright.scene.errors import InternalError, ScenewrightError
from scenewright.scene.printing import printable_lines

__all__ = ["as_ours", "lacks_memory", "log_file", "ours_only"]

_LACKS_MEMORY = ("allocate memory", "unable to allocate", "out of memory", "bad_alloc", "failed to map segment")
"""How libraries in C++ (torch, MuJoCo, Open3D) and the loader of libraries say what Python calls a MemoryError."""

MOST_BYTES = 1 << 20
"""Bytes of the log before it is rotated."""
_KEPT = 3
"""Older logs that are kept beside it."""
_MOST_FRAMES = 40
_MOST_LINE = 400
"""Characters of a line of the log. A message may quote a whole program."""
_MOST_LINES = 400
_LOCK_SECONDS = 1.0


def log_file() -> Path:
    """The log of internal errors, in the user's data folder."""
    from scenewright.assets import data_folder

    return data_folder() / "logs" / "errors.log"


@contextmanager
def ours_only(doing: str, *, system_errors: bool = False) -> Iterator[None]:
    """Within the block, an exception that is not ours becomes one of ours. `doing`: what the block does, for the log.

    KeyboardInterrupt, SystemExit and the cancellation of a task are no errors and pass.

    Args:
        system_errors: errors of the operating system (OSError) pass, too, for callers who handle them.

    Raises:
        ScenewrightError: see :func:`as_ours`.
    """
    try:
        yield
    except ScenewrightError:
        raise
    except OSError as error:
        if system_errors:
            raise
        raise as_ours(error, doing) from error
    except Exception as error:
        raise as_ours(error, doing) from error


def lacks_memory(error: BaseException | None) -> bool:
    """Whether an exception that is not ours says that memory could not be had."""
    if error is None or isinstance(error, ScenewrightError):
        return False
    return isinstance(error, MemoryError) or any(words in str(error)[:2000].lower() for words in _LACKS_MEMORY)


def as_ours(error: BaseException, doing: str) -> ScenewrightError:
    """`error` itself if it is one of ours; one with the same words if it is of the operating system (no such file); one that
    names the file if it cannot be written; for lack of
    memory one that says so; else an
    InternalError, whose details are in the log. The same exception always gives the same error, so that one fault has one id at all
    faces."""
    if isinstance(error, ScenewrightError):
        return error
    if isinstance(error, CannotWrite):
        return refusal_of(error)
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        return ScenewrightError(f"{error.strerror or error}{where}")
    if lacks_memory(error):
        lack = ScenewrightError("the work took more memory than it may: ask for less, or make the scene smaller")
        lack.exit_code = InternalError.exit_code
        return lack
    known = getattr(error, "__scenewright_error__", None)
    if isinstance(known, InternalError):
        return known
    number = secrets.token_hex(3)
    ours = InternalError(
        f"something went wrong inside Scenewright (id {number}); {_logged(error, doing, number)}", id=number
    )
    with suppress(AttributeError, TypeError):  # an exception class with slots takes no attribute
        error.__scenewright_error__ = ours  # type: ignore[attr-defined]
    return ours


def _logged(error: BaseException, doing: str, number: str) -> str:
    """Write the details to the log. Returns the end of the message: where they are, or why they are nowhere."""
    try:
        file = log_file()
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        text = f"id {number}, process {os.getpid()}, while {doing}\n{_details(error)}"
        record = logging.LogRecord("scenewright", logging.ERROR, "", 0, text, None, None)
        with FileLock(file.with_suffix(".lock"), timeout=_LOCK_SECONDS, mode=0o600):
            handler = _PrivateLog(file, maxBytes=MOST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
            handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
            try:
                handler.emit(record)
            finally:
                handler.close()
    except (OSError, Timeout) as failure:
        reason = getattr(failure, "strerror", None) or "it is in use"
        return f"it was {type(error).__name__}, and the log cannot be written ({reason})"
    except MemoryError:
        return f"it was {type(error).__name__}, and there was not enough memory for the log"
    return f"the log {file} has the details"


def _details(error: BaseException) -> str:
    """The traceback with short lines, without the values of keys in the environment."""
    lines = without_keys("".join(traceback.format_exception(error, limit=-_MOST_FRAMES))).splitlines()
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES // 2], "...", *lines[-_MOST_LINES // 2 :]]
    return printable_lines("\n".join(line[:_MOST_LINE] for line in lines))


class _PrivateLog(RotatingFileHandler):
    """A log that only the user can read, and that is never written through a link."""

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        return os.fdopen(os.open(self.baseFilename, flags, 0o600), "a", encoding="utf-8", errors="backslashreplace")

    def handleError(self, record: logging.LogRecord) -> None:
        raise  # noqa: PLE0704 - logging calls this within the handler of the exception
