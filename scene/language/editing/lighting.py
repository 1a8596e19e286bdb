"""The light of a program in its text: the words of its ``environment``, and the numbers of its ``light`` calls."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.program_text import ProgramText, Splice, python_string
from scenewright.scene.model import SourceSpan

__all__ = ["with_environment", "with_light_values"]


def with_environment(source: str, words: str) -> tuple[str, int, str, str]:
    """The program whose surroundings are some words. One that states none gets a call at its end.

    Returns:
        The text, the line that changed, and the piece of it before and after.

    Raises:
        EditError: the program states its surroundings otherwise than by one text.
    """
    text = ProgramText(source)
    calls = _calls(text, "environment")
    new = python_string(words)
    if not calls:
        call = f"environment({new})"
        end = "" if source.endswith("\n") or not source else "\n"
        return f"{source}{end}{call}\n", source.count("\n") + 1 + len(end), "", call
    given = [*calls[-1].args, *(k.value for k in calls[-1].keywords)]
    line = calls[-1].lineno
    if len(given) != 1 or not (isinstance(given[0], ast.Constant) and isinstance(given[0].value, str)):
        raise EditError(f"the program does not state its environment as one text: change it in line {line} by hand")
    return *_replaced(text, given[0], new), new


def with_light_values(source: str, span: SourceSpan | None, values: Mapping[str, str]) -> tuple[str, int, str, str]:
    """The program in which one call of ``light`` has other keywords.

    Args:
        span: of the call.
        values: Python text of each keyword.

    Returns:
        The text, the line that changed, and the call before and after.

    Raises:
        EditError: it is no call in the text, or says a keyword by something else than a plain value.
    """
    text = ProgramText(source)
    at = None if span is None else (span.line, span.column)
    call = next((c for c in _calls(text, "light") if (c.lineno, c.col_offset) == at), None)
    if call is None:
        raise EditError("the program makes a light where no call of it stands in the text: change it by hand")
    stated = {k.arg: k.value for k in call.keywords}
    splices, added = [], []
    for key, value in values.items():
        if key not in stated:
            added.append(f"{key}={value}")
            continue
        try:
            ast.literal_eval(stated[key])
        except ValueError:
            raise EditError(
                f"the {key} of the light in line {call.lineno} is no plain value: change it by hand"
            ) from None
        splices.append(Splice(*_ends(text, stated[key]), value))
    if added:
        last = _ends(text, [*call.args, *(k.value for k in call.keywords)][-1])[1]
        splices.append(Splice(last, last, f", {', '.join(added)}"))
    start, end = _ends(text, call)
    result = text.spliced(splices)
    grown = len(ProgramText(result).data) - len(text.data)
    return result, call.lineno, text.data[start:end].decode(), ProgramText(result).data[start : end + grown].decode()


def _calls(text: ProgramText, name: str) -> list[ast.Call]:
    """The calls of a function by its bare name, in the order of the text."""
    tree = ast.parse(text.data)
    found = [
        n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == name
    ]
    return sorted(found, key=lambda call: (call.lineno, call.col_offset))


def _ends(text: ProgramText, node: ast.expr) -> tuple[int, int]:
    start = text.offset(node.lineno, node.col_offset)
    return start, text.offset(node.end_lineno or node.lineno, node.end_col_offset or 0)


def _replaced(text: ProgramText, node: ast.expr, new: str) -> tuple[str, int, str]:
    start, end = _ends(text, node)
    return text.spliced([Splice(start, end, new)]), node.lineno, text.data[start:end].decode()
