"""Writes replacements and whole functions into a program's text; all other text stays byte for byte."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from scenewright.app.agent.model_editor.answer import FunctionText, TextReplacement
from scenewright.scene.errors import EditError
from scenewright.scene.printing import cut

__all__ = ["with_functions", "with_replacements"]


def with_replacements(source: str, replacements: Sequence[TextReplacement]) -> str:
    """The program with exact changes, one after the other.

    Raises:
        EditError: a text does not occur, or more than once.
    """
    for replacement in replacements:
        count = source.count(replacement.old)
        if count != 1:
            shown = cut(replacement.old, 200)
            raise EditError(
                f"the text {shown!r} occurs {count} times in the program, and must occur once: "
                + ("copy it as it stands there" if count == 0 else "give more of what stands around it")
            )
        source = source.replace(replacement.old, replacement.new)
    return source


def with_functions(source: str, functions: Sequence[FunctionText]) -> str:
    """The program with functions rewritten, and new ones before the first that it has.

    Raises:
        EditError: the program, or the source of a function, is no such Python.
    """
    if not functions:
        return source
    try:
        module = cst.parse_module(source)
    except cst.ParserSyntaxError as error:
        raise EditError(f"the program cannot be parsed: {error.message}") from None
    body = list(module.body)
    for given in functions:
        statement = _function_of(given)
        at = next(
            (k for k, s in enumerate(body) if isinstance(s, cst.FunctionDef) and s.name.value == given.name), None
        )
        if at is not None:
            old = body[at]
            assert isinstance(old, cst.FunctionDef)
            body[at] = statement.with_changes(leading_lines=old.leading_lines)
            continue
        first = next((k for k, s in enumerate(body) if isinstance(s, cst.FunctionDef | cst.ClassDef)), len(body))
        blank = [cst.EmptyLine(indent=False), cst.EmptyLine(indent=False)]
        body.insert(first, statement.with_changes(leading_lines=blank))
    return module.with_changes(body=body).code


def _function_of(given: FunctionText) -> cst.FunctionDef:
    """
    Raises:
        EditError: the text is not one function of this name.
    """
    try:
        parsed = cst.parse_module(given.source.strip() + "\n")
    except cst.ParserSyntaxError as error:
        raise EditError(f"the function {given.name} cannot be parsed: {error.message}") from None
    if len(parsed.body) != 1 or not isinstance(parsed.body[0], cst.FunctionDef):
        raise EditError(f"the source of {given.name} must be one function with its decorators, and nothing else")
    if parsed.body[0].name.value != given.name:
        raise EditError(f"the source of {given.name} defines {parsed.body[0].name.value}")
    return parsed.body[0]
