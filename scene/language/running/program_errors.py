"""Turns whatever a program raises into one ProgramError with its line, worded for the language where it can be."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from scenewright.scene.errors import BudgetError, ProgramError, ScenewrightError
from scenewright.scene.language.vocabulary import PROGRAM_FILE, closest, form_of
from scenewright.scene.printing import printable

__all__ = ["program_errors", "program_line", "text_of"]

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
    line = program_line(error.__traceback__)
    if isinstance(error, ProgramError):
        error.line = error.line if error.line is not None else line
        return error
    if isinstance(error, ScenewrightError):
        return ProgramError(str(error), line=line, kind="asset")
    if isinstance(error, RecursionError):
        return BudgetError("a function of the program calls itself without end", line=line, kind="recursion")
    if isinstance(error, MemoryError):
        return BudgetError(
            "the program needs more memory than its budget: use fewer or smaller arrays and lists",
            line=line,
            kind="memory",
        )
    if isinstance(error, SystemExit):
        return ProgramError("the program calls exit: it must run to its last line", line=line, kind="runtime")
    if isinstance(error, NameError) and isinstance(error.name, str):
        hint = closest(error.name, list(namespace), cutoff=0.65) or closest(error.name, dir(builtins), cutoff=0.8)
        return ProgramError(f"the name '{error.name}' is not defined{hint}", line=line, kind="name")
    text = text_of(error)
    return ProgramError(text + _right_form(error, namespace), line=line, kind="runtime")


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


def program_line(trace: TracebackType | None) -> int | None:
    """The line of the program's innermost frame in a traceback; None where it has no frame there."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == PROGRAM_FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
