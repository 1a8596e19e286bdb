"""A program's text as bytes, with its concrete syntax tree: finds calls, and replaces pieces without touching other bytes.

Most edits read one call of a long program. Calls are therefore found by :mod:`ast`, which is fast, and only the piece of text
that a call is gets a concrete syntax tree. The tree of the whole program is made when something around a call is asked for.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.edit_imports import ImportedNames, language_calls
from scenewright.scene.language.editing.number_shift import trimmed
from scenewright.scene.model import SourceSpan

if TYPE_CHECKING:
    import libcst as cst

__all__ = ["ProgramText", "Splice", "format_degrees", "format_length", "prepare_edits", "python_string", "text_of"]


_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Splice:
    """Bytes [start, end) become `text`."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=4)
def called_names(data: bytes) -> tuple[tuple[tuple[int, int, int, int], str], ...]:
    """All calls of a program: line, column, end line and end column, with the name of the function where it is a bare name. What was
    read last is kept, since a person edits the same text again.

    Raises:
        EditError: it is no Python.
    """
    try:
        tree = ast.parse(data)
    except (SyntaxError, ValueError) as error:
        raise EditError(f"the program cannot be edited: {error}") from None
    return tuple(
        (
            (node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or node.col_offset),
            node.func.id if isinstance(node.func, ast.Name) else "",
        )
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    )


def prepare_edits(source: str) -> None:
    """Read a program whose next edit somebody will wait for, as far as every edit reads it."""
    with suppress(EditError):  # the edit says it
        called_names(ProgramText(source).data)


class ProgramText:
    """One version of a program's text.

    Raises:
        EditError: the text cannot be parsed.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._mark = source[: source.startswith("\ufeff")]  # no position counts a byte order mark
        self.data = source[len(self._mark) :].encode()
        self._pieces: dict[tuple[int, int], cst.Call] = {}
        self._piece_spans: dict[cst.CSTNode, tuple[int, int]] = {}
        self._piece_parents: dict[cst.CSTNode, cst.CSTNode] = {}

    @cached_property
    def _wrapper(self) -> cst.MetadataWrapper:
        import libcst as cst

        try:
            return cst.MetadataWrapper(cst.parse_module(self.data), unsafe_skip_copy=True)
        except cst.ParserSyntaxError as error:
            raise EditError(f"the program cannot be edited: {error}") from None

    @property
    def module(self) -> cst.Module:
        return self._wrapper.module

    @cached_property
    def _spans(self) -> dict[cst.CSTNode, tuple[int, int]]:
        from libcst.metadata import ByteSpanPositionProvider

        found = self._wrapper.resolve(ByteSpanPositionProvider)
        return {node: (span.start, span.start + span.length) for node, span in found.items()}

    @cached_property
    def _parents(self) -> dict[cst.CSTNode, cst.CSTNode]:
        return _parents_below(self.module)

    def span(self, node: cst.CSTNode) -> tuple[int, int]:
        """Byte offsets [start, end) of a node, without surrounding parentheses and white space."""
        found = self._piece_spans.get(node)
        return self._spans[node] if found is None else found

    def text(self, node: cst.CSTNode) -> str:
        start, end = self.span(node)
        return self.data[start:end].decode()

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        found = self._piece_parents.get(node)
        if found is None and node in self._piece_spans:
            node = self._calls_by_span[
                self._piece_spans[node]
            ]  # a separately parsed call: look it up in the tree of the program
        return self._parents.get(node) if found is None else found

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        here = self.parent(node)
        while here is not None:
            yield here
            here = self.parent(here)

    # -- calls --------------------------------------------------------------------------------------------------------

    @cached_property
    def _call_names(self) -> dict[tuple[int, int], str]:
        """Byte spans of all calls, in the order of the text, with the name of the function where it is a bare name."""
        found = {(self.offset(*at[:2]), self.offset(*at[2:])): name for at, name in called_names(self.data)}
        return dict(sorted(found.items()))

    def _call(self, span: tuple[int, int]) -> cst.Call:
        """The syntax tree of one call, cached."""
        import libcst as cst
        from libcst.metadata import ByteSpanPositionProvider

        found = self._pieces.get(span)
        if found is not None:
            return found
        start, end = span
        # in parentheses any call is a valid statement, whatever its line breaks
        wrapper = cst.MetadataWrapper(cst.parse_module(b"(" + self.data[start:end] + b")"), unsafe_skip_copy=True)
        statement = cst.ensure_type(wrapper.module.body[0], cst.SimpleStatementLine)
        parsed = cst.ensure_type(cst.ensure_type(statement.body[0], cst.Expr).value, cst.Call)
        call = parsed.with_changes(lpar=(), rpar=())
        spans = wrapper.resolve(ByteSpanPositionProvider)
        self._piece_spans |= {n: (start - 1 + s.start, start - 1 + s.start + s.length) for n, s in spans.items()}
        self._piece_spans[call] = span
        self._piece_parents |= _parents_below(call)
        self._pieces[span] = call
        return call

    @cached_property
    def _calls_by_span(self) -> dict[tuple[int, int], cst.Call]:
        """Calls in the tree of the whole program, by their spans."""
        import libcst as cst

        return {span: node for node, span in self._spans.items() if isinstance(node, cst.Call)}

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in _LINE_END.finditer(self.data))]

    def line_start(self, offset: int) -> int:
        """Byte offset of the start of the line that holds an offset."""
        return self._line_starts[bisect_right(self._line_starts, offset) - 1]

    def line_end(self, line: int) -> int:
        """Byte offset of the end of a line; lines count from 1."""
        return self._line_starts[line] if line < len(self._line_starts) else len(self.data)

    def offset(self, line: int, column: int) -> int:
        """Byte offset of a position as :mod:`ast` counts it."""
        return self._line_starts[line - 1] + column

    def call_at(self, span: SourceSpan | None) -> cst.Call | None:
        """The call at a span of the evaluated scene, with a syntax tree of its own; None where there is none."""
        key = self._key(span)
        return self._call(key) if key in self._call_names else None

    def call_in_program(self, span: SourceSpan | None) -> cst.Call | None:
        """The call at a span, in the tree of the whole program, which nested calls share."""
        key = self._key(span)
        return self._calls_by_span[key] if key in self._call_names else None

    def _key(self, span: SourceSpan | None) -> tuple[int, int]:
        """Byte offsets of a span; (-1, -1) where it does not lie in this text."""
        if span is None or span.line < 1 or span.end_line > len(self._line_starts):
            return -1, -1
        return self.offset(span.line, span.column), self.offset(span.end_line, span.end_column)

    def calls_named(self, *names: str) -> list[cst.Call]:
        """Calls of functions by one of these bare names, in the order of the text."""
        return [self._call(span) for span, name in self._call_names.items() if name in names]

    @property
    def newline(self) -> str:
        """The first line end of the text."""
        first = _LINE_END.search(self.data)
        return first[0].decode() if first else "\n"

    @cached_property
    def _imported(self) -> ImportedNames:
        return ImportedNames.of(self.data.decode())

    def spliced(self, splices: Iterable[Splice]) -> str:
        """The text with pieces replaced, and an import of the names that they need; all other bytes stay.

        Raises:
            EditError: two pieces overlap.
        """
        changes = list(splices)
        called = language_calls(s.text for s in changes)
        statement = self._imported.missing(called) if called else None
        if statement is not None:
            at = self.line_end(self._imported.line)
            changes.append(Splice(at, at, f"{statement}{self.newline}"))
        return self._mark + self._joined(changes)

    def _joined(self, splices: Iterable[Splice]) -> str:
        ordered = sorted(splices, key=lambda s: (s.start, s.end))
        out: list[bytes] = []
        at = 0
        for s in ordered:
            if s.start < at:
                raise EditError("two changes of one edit overlap in the text")
            out += [self.data[at : s.start], s.text.encode()]
            at = s.end
        out.append(self.data[at:])
        return b"".join(out).decode()

    def piece(self, node: cst.CSTNode, splices: Iterable[Splice]) -> str:
        """The text of a node with some of its pieces replaced."""
        start, end = self.span(node)
        outside = [Splice(0, start, ""), Splice(end, len(self.data), "")]
        return self._joined([*outside, *splices])

    # -- arguments ----------------------------------------------------------------------------------------------------

    def argument(self, call: cst.Call, names: Iterable[str], position: int | None) -> cst.Arg | None:
        """The argument with one of the keywords `names`, or at `position`; None where it is missing or starred."""
        wanted = set(names)
        for arg in call.args:
            if arg.keyword is not None and arg.keyword.value in wanted:
                return arg
        if position is None:
            return None
        plain = []
        for arg in call.args:
            if arg.star:
                break
            if arg.keyword is None:
                plain.append(arg)
        return plain[position] if position < len(plain) else None

    def has_star(self, call: cst.Call) -> bool:
        return any(arg.star for arg in call.args)

    def insert_argument(self, call: cst.Call, text: str) -> Splice:
        """The change that adds the argument `text` behind the last."""
        _, end = self.span(call)
        close = end - 1
        assert self.data[close : close + 1] == b")"
        if not call.args:
            return Splice(close, close, text)
        _, last = self.whole_span(call.args[-1].value)
        return Splice(last, last, f", {text}")

    def whole_span(self, node: cst.BaseExpression) -> tuple[int, int]:
        """Span of an expression with the parentheses around it."""
        start, end = self.span(node)
        before, behind = getattr(node, "lpar", ()), getattr(node, "rpar", ())
        return (self.span(before[0])[0] if before else start), (self.span(behind[-1])[1] if behind else end)

    def whole_text(self, node: cst.BaseExpression) -> str:
        start, end = self.whole_span(node)
        return self.data[start:end].decode()

    def removed_from_list(self, gone: Sequence[cst.CSTNode], siblings: Sequence[cst.CSTNode]) -> list[Splice]:
        """Changes that remove some of `siblings` (arguments of a call, elements of a list), with their commas."""
        leaving = [any(s is g for g in gone) for s in siblings]
        splices = []
        i = 0
        while i < len(siblings):
            j = i
            while j < len(siblings) and leaving[j]:
                j += 1
            if j > i:
                splices.append(self._run_removed(siblings, i, j))
            i = j + 1
        return splices

    def _run_removed(self, siblings: Sequence[cst.CSTNode], first: int, stop: int) -> Splice:
        start = self.element_span(siblings[first])[0]
        if stop < len(siblings):
            return Splice(start, self.element_span(siblings[stop])[0], "")
        end = self.element_span(siblings[-1])[1]
        if first > 0:
            return Splice(self.element_span(siblings[first - 1])[1], end, "")
        tail = re.match(rb"\s*,", self.data[end:])
        return Splice(start, end + (tail.end() if tail else 0), "")

    def element_span(self, element: cst.CSTNode) -> tuple[int, int]:
        """Span of an argument of a call or an element of a list, with its keyword or star and without its comma."""
        import libcst as cst

        value = element.value if isinstance(element, (cst.Arg, cst.Element, cst.StarredElement)) else element
        start, end = self.whole_span(value)  # type: ignore[arg-type]
        if isinstance(element, cst.StarredElement):
            start = self.span(element)[0]
        if isinstance(element, cst.Arg) and (element.star or element.keyword is not None):
            start = self.span(element)[0]
        return start, end

    def statement_span(self, node: cst.CSTNode) -> tuple[int, int]:
        """Bytes of the whole lines of the statement around a node, with their line end."""
        import libcst as cst

        return self.lines_of(next(n for n in (node, *self.ancestors(node)) if isinstance(n, cst.SimpleStatementLine)))

    def lines_of(self, statement: cst.CSTNode) -> tuple[int, int]:
        """Bytes of the whole lines of a statement, with the last line end."""
        start, end = self.span(statement)
        starts = [*self._line_starts, len(self.data)]
        return starts[bisect_right(starts, start) - 1], starts[bisect_left(starts, end, lo=1)]

    def is_alone(self, node: cst.CSTNode) -> bool:
        """Whether the statement around a node shares its lines with no other statement."""
        import libcst as cst

        line = next((n for n in self.ancestors(node) if isinstance(n, cst.SimpleStatementLine)), None)
        return line is not None and len(line.body) == 1


def _parents_below(root: cst.CSTNode) -> dict[cst.CSTNode, cst.CSTNode]:
    """The parent of each node of a tree except the root. This is ten times as fast as the provider of libcst."""
    import libcst as cst

    found: dict[cst.CSTNode, cst.CSTNode] = {}
    stack = [root]
    while stack:
        node = stack.pop()
        for name in node.__dataclass_fields__:
            value = getattr(node, name)
            below = value if isinstance(value, (list, tuple)) else (value,)
            children = [c for c in below if isinstance(c, cst.CSTNode)]
            found.update(dict.fromkeys(children, node))
            stack.extend(children)
    return found


# -- numbers and strings ----------------------------------------------------------------------------------------------


def format_length(value: float, *, keep_point: bool = False) -> str:
    """A length as text, with at most 4 decimals."""
    return trimmed(f"{value:.4f}", keep_point=keep_point)


def format_degrees(value: float, *, keep_point: bool = False) -> str:
    """An angle in degrees as text, with at most 2 decimals."""
    return trimmed(f"{value:.2f}", keep_point=keep_point)


def python_string(text: str) -> str:
    """`text` as a Python literal, in single quotes where nothing has to be escaped."""
    return repr(text)


def text_of(node: cst.SimpleString) -> str:
    """The value of a string literal."""
    value = node.evaluated_value
    return value if isinstance(value, str) else value.decode()
