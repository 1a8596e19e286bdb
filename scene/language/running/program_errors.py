"""Turns whatever a program raises into one ProgramError with its line, worded for the language where it can be."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any

from scenewright.scene.errors import BudgetError, ProgramError, ScenewrightError
from scenewright.scene.language.vocabulary import PROGRAM_FILE, closest, form_of, library_of
from scenewright.scene.printing import printable

__all__ = ["locate", "program_errors", "text_of"]

_WRONG_CALL = re.compile(r"(\w+)\(\) (?:got|missing|takes)\b")
_SHOWN = 500
"""Most characters of an exception's own message."""
_LANGUAGE = __package__.rpartition(".")[0] + "."
"""Modules of the language begin with this."""


@contextmanager
def program_errors(namespace: Mapping[str, Any]) -> Iterator[None]:
    """Turn whatever a program raises inside the context into a ProgramError. `namespace` holds the program's names."""
    try:
        yield
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:
        program_error = _as_program_error(error, namespace)
        if program_error is error:
            raise
        raise program_error from error


def _as_program_error(error: BaseException, namespace: Mapping[str, Any]) -> ProgramError:
    made = error if isinstance(error, ProgramError) else _worded(error, _namespace(error.__traceback__) or namespace)
    locate(made, error.__traceback__)
    return made


def _worded(error: BaseException, namespace: Mapping[str, Any]) -> ProgramError:
    """The error, without its line, for what is no ProgramError. `namespace` holds the names where it was raised."""
    if isinstance(error, ScenewrightError):
        return ProgramError(str(error), kind="asset")
    if isinstance(error, RecursionError):
        return BudgetError("a function of the program calls itself without end", kind="recursion")
    if isinstance(error, MemoryError):
        return BudgetError(
            "the program needs more memory than its budget: use fewer or smaller arrays and lists", kind="memory"
        )
    if isinstance(error, SystemExit):
        return ProgramError("the program calls exit: it must run to its last line", kind="runtime")
    if isinstance(error, NameError) and isinstance(error.name, str):
        hint = closest(error.name, list(namespace), cutoff=0.65) or closest(error.name, dir(builtins), cutoff=0.8)
        return ProgramError(f"the name '{error.name}' is not defined{hint}", kind="name")
    return ProgramError(text_of(error) + _right_form(error, namespace), kind="runtime")


def _right_form(error: BaseException, namespace: Mapping[str, Any]) -> str:
    """The form of a function of the language, where the error is a call with wrong arguments; else ''."""
    wrong = _WRONG_CALL.match(str(error)) if type(error) is TypeError else None
    function = namespace.get(wrong[1]) if wrong else None
    if not (callable(function) and str(getattr(function, "__module__", "")).startswith(_LANGUAGE)):
        return ""
    return f"; the form is {form_of(function)}"


def text_of(error: BaseException) -> str:
    """Type and message of an exception. A program's own exception may have no message, or raise when it is asked for it."""
    name = type(error).__name__
    try:
        words = str(error)[:_SHOWN]
    except Exception:  # noqa: BLE001 - whatever a program's __str__ raises
        words = ""
    return printable(f"{name}: {words}" if words else name)


def locate(error: ProgramError, trace: TracebackType | None) -> None:
    """Say where an error was raised, unless it says so itself: line and library of the innermost frame of the program or a library. For
    one in a library, the message says which line of the program led there."""
    if error.line is not None:
        return
    by_program: int | None = None
    for frame, line in _user_frames(trace):
        error.library, error.line = library_of(frame.f_code.co_filename), line
        by_program = line if error.library is None else by_program
    if error.library is not None and by_program is not None:
        error.message = f"{error.message} (reached from line {by_program} of the program)"


def _user_frames(trace: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    """The frames of the program and of libraries in a traceback, outermost first, each with its line."""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file == PROGRAM_FILE or library_of(file) is not None:
            yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _namespace(trace: TracebackType | None) -> Mapping[str, Any] | None:
    """The names of the text where an error was raised."""
    frames = list(_user_frames(trace))
    return frames[-1][0].f_globals if frames else None
