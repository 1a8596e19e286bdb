"""Decodes the text of a program and parses it. Each fault gives one error with its line.

The tree holds what runs here. The body of ``if __name__ == "__main__":`` is left out, since published programs start their own
renderer there. A program without an import of the language gets ``from scene.language import *``; the name of the language in an editor,
``scenewright.scene.language``, is read as that of programs.
"""

from __future__ import annotations

import ast
import types
import warnings

from scenewright.scene.errors import BudgetError, ProgramError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.policy_names import EDITOR_MODULES, LANGUAGE_MODULES
from scenewright.scene.language.vocabulary import PROGRAM_FILE

__all__ = ["compiled", "decode", "language_is_implied", "parse", "statements_within"]

_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
"""Fields of the nodes of a tree that hold statements, or what holds them."""
_OTHER_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def decode(data: bytes) -> str:
    """The text of a UTF-8 program file, without a byte order mark. Line ends stay as they are.

    Raises:
        ProgramError: it is not UTF-8 (kind 'encoding', with the line), or it holds a null byte.
    """
    other = _OTHER_ENCODINGS.get(data[:2])
    if other is not None:
        raise ProgramError(f"the program is {other} text: save it as UTF-8", line=1, kind="encoding")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_at(data, error.start)
        raise ProgramError(
            f"the program is no UTF-8 text: byte 0x{data[error.start]:02x} at position {error.start}. Save it as UTF-8",
            line=line,
            kind="encoding",
        ) from error
    _refuse_odd_characters(text)
    return text


def _line_at(data: bytes, position: int) -> int:
    before = data[:position]
    return 1 + before.count(b"\n") + before.replace(b"\r\n", b"").count(b"\r")


def _refuse_odd_characters(text: str) -> None:
    position = text.find("\x00")
    if position >= 0:
        line = _line_at(text[:position].encode("utf-8", "replace"), position * 4)
        raise ProgramError(
            "the program contains a null character: the file is not text, or is damaged", line=line, kind="encoding"
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = 1 + text.count("\n", 0, error.start)
        raise ProgramError(
            "the program contains half a character (a lone surrogate): remove it", line=line, kind="encoding"
        ) from error


def parse(source: str, budgets: Budgets | None = None) -> ast.Module:
    """The syntax tree of a program.

    Raises:
        ProgramError: a syntax error (kind 'syntax', with line and column), or no text (kind 'encoding').
        BudgetError: too long (kind 'source'), or nested too deep for Python's own parser (kind 'nesting').
    """
    budgets = budgets or Budgets()
    size = len(source) if source.isascii() else len(source.encode("utf-8", "surrogatepass"))
    if size > budgets.source_bytes:
        raise BudgetError(
            f"the program is {size:,} bytes long, more than {budgets.source_bytes:,}: use loops and functions for what repeats",
            kind="source",
        )
    source = source.removeprefix("\ufeff")
    _refuse_odd_characters(source)
    try:
        with warnings.catch_warnings():
            # Python only warns of an invalid escape in a string.
            warnings.simplefilter("ignore")
            return _as_run_here(ast.parse(source, PROGRAM_FILE))
    except SyntaxError as error:
        if "too many" in str(error.msg):
            raise BudgetError(
                f"the program is nested too deep here ({error.msg}): split the expression",
                line=error.lineno,
                kind="nesting",
            ) from error
        column = None if error.offset is None else max(error.offset - 1, 0)
        raise ProgramError(_syntax_message(error), line=error.lineno, column=column, kind="syntax") from error
    except (RecursionError, MemoryError) as error:
        raise BudgetError(
            "the program is nested too deep for Python to read: split the longest expression",
            line=_longest_line(source),
            kind="nesting",
        ) from error


def compiled(tree: ast.Module, file: str) -> types.CodeType:
    """The code of a tree of :func:`parse`. `file`: the name that its stack frames have.

    Raises:
        ProgramError: Python refuses the text only now (kind 'syntax'), or it is nested too deep (kind 'nesting').
    """
    try:
        return compile(tree, file, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise ProgramError(f"syntax error: {getattr(error, 'msg', error)}", line=line, kind="syntax") from None
    except (RecursionError, MemoryError):
        raise ProgramError(
            "the program is nested too deep for Python to compile: split its longest expressions", kind="nesting"
        ) from None


def _as_run_here(tree: ast.Module) -> ast.Module:
    imports = [node for node in statements_within(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    for imported in imports:
        if isinstance(imported, ast.ImportFrom) and not imported.level and imported.module in EDITOR_MODULES:
            imported.module = EDITOR_MODULES[imported.module]
    for node in tree.body:
        if isinstance(node, ast.If) and _is_main_guard(node.test):
            node.body = [ast.copy_location(ast.Pass(), node.body[0])]
    says_something = any(not _is_text(node) for node in tree.body)
    if says_something and not any(map(_imports_the_language, imports)):
        first = next((i for i, n in enumerate(tree.body) if not (_is_text(n) or _is_future(n))), len(tree.body))
        names = [ast.alias("*", lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)]
        implied = ast.ImportFrom("scene.language", names, 0, lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)
        tree.body.insert(first, implied)
    return tree


def statements_within(tree: ast.AST) -> list[ast.stmt]:
    """Every statement in a tree, outer ones first. Expressions hold none, so they are not looked into."""
    found: list[ast.stmt] = []
    outer: list[ast.AST] = [tree]
    for node in outer:  # the list grows meanwhile
        for name in _BLOCKS:
            for child in getattr(node, name, ()):
                if isinstance(child, ast.stmt):
                    found.append(child)
                outer.append(child)
    return found


def language_is_implied(tree: ast.Module) -> bool:
    """Whether :func:`parse` added the import of the language to this tree."""
    return any(isinstance(node, ast.ImportFrom) and node.end_col_offset == 0 for node in tree.body)


def _is_main_guard(test: ast.expr) -> bool:
    match test:
        case (
            ast.Compare(left=ast.Name(id="__name__"), ops=[ast.Eq()], comparators=[ast.Constant(value="__main__")])
            | ast.Compare(left=ast.Constant(value="__main__"), ops=[ast.Eq()], comparators=[ast.Name(id="__name__")])
        ):
            return True
    return False


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _imports_the_language(node: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.module in LANGUAGE_MODULES
    return any(alias.name in LANGUAGE_MODULES for alias in node.names)


def _syntax_message(error: SyntaxError) -> str:
    text = (error.text or "").strip()
    shown = f": {text[:120]}" if text else ""
    return f"this is no Python: {error.msg}{shown}"


def _longest_line(source: str) -> int:
    """The longest line, from 1: most likely the one with the nesting that Python gives no line for."""
    lines = source.split("\n")
    return 1 + max(range(len(lines)), key=lambda i: len(lines[i]))
