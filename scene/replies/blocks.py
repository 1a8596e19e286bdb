"""Finds the fenced blocks of a model's reply.

A CommonMark parser fails on three things that models write: a fence indented by four spaces, a fence inside a docstring, and
a fence on the same line as prose or code. The rules here:

- a fence is three or more backticks or tildes, after any indentation, quote marks or list marker; this prefix is removed from
  all lines of its block;
- an opening fence may end a line of prose if it names Python, and code may follow the name;
- a fence without a name closes the block, unless it is inside a triple-quoted string;
- a fence with a name opens the next block, unless it is inside a triple-quoted string;
- a closing fence may end the last line of code, if the code up to there is complete Python.
"""

from __future__ import annotations

import ast
import codeop
import re
import warnings
from dataclasses import dataclass

__all__ = ["ReplyBlock", "ends_in_the_middle", "find_blocks", "parse_python", "split_lines"]

PYTHON_TAGS = frozenset({"python", "py", "python3", "py3", "ipython", "tool_code", "scene", "scenewright"})

# No two parts of these patterns may match the same blanks: a reply may hold a million blanks in one line.
_LEAD = r"(?P<lead>(?:[ \t]*+>)*+[ \t]*+(?:(?:[-*+]|\d++[.)])[ \t]++)?)"
_OPEN = re.compile(_LEAD + r"(?P<fence>`{3,}+|~{3,}+)(?P<info>[^`]*+)$")
_OPEN_AFTER_PROSE = re.compile(r"(?P<lead>)(?<!`)(?P<fence>`{3,}+)(?P<info>python3?|py)$", re.IGNORECASE)
_CLOSE = re.compile(r"(?:[ \t]*+>)*+[ \t]*+(?P<fence>`{3,}+|~{3,}+)[ \t]*+$")
_TAG = re.compile(r"[{.]*(?P<tag>[\w+#-]*)\}?[ \t]*(?P<rest>.*)$")
_LAST_WORD = re.compile(r"(?<!\w)\w++$")
_CODE = re.compile(r"(?:from|import)\s+\w|@\w|def\s+\w|#")
_MAX_TRIALS = 64


@dataclass(frozen=True)
class ReplyBlock:
    """A fenced block.

    `tag` is its language in lower case, '' if none is named. `first_line` counts from 1. `closed`: whether it has a closing
    fence. `ends_in_word`: it is not closed and ends within a line, so that its last word or number may be incomplete.
    """

    tag: str
    lines: tuple[str, ...]
    first_line: int
    closed: bool
    ends_in_word: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    @property
    def last_line(self) -> int:
        return self.first_line + max(len(self.lines), 1) - 1

    @property
    def is_python(self) -> bool:
        """Whether the block's tag names Python or is empty."""
        return self.tag in PYTHON_TAGS or not self.tag


def split_lines(text: str) -> list[str]:
    """The lines of a text, as editors count them: ended by LF, CRLF or CR."""
    return re.split(r"\r\n|\r|\n", text)


def parse_python(text: str) -> ast.Module | SyntaxError:
    """The syntax tree, or the error. Nesting too deep for Python's parser gives an error without a line."""
    return _compile(text, 0)


def _compile(text: str, flags: int) -> ast.Module | SyntaxError:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes in strings do not matter here
            tree: ast.Module = compile(text, "<reply>", "exec", flags=flags | ast.PyCF_ONLY_AST, dont_inherit=True)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error) or "nested too deep")
    return tree


def ends_in_the_middle(text: str) -> bool:
    """Whether `text` is a Python program that is cut off inside a statement, a string or a word."""
    error = parse_python(text)
    if not isinstance(error, SyntaxError):
        return False
    stripped = text.rstrip()
    if error.lineno is not None and error.lineno > stripped.count("\n"):
        return True  # the last line has an open string, half a keyword or a definition without a body
    return any(_is_incomplete(t) for t in (text, _LAST_WORD.sub("", stripped)))


def _is_incomplete(text: str) -> bool:
    error = _compile(text, codeop.PyCF_ALLOW_INCOMPLETE_INPUT)  # type: ignore[attr-defined]
    return isinstance(error, SyntaxError) and "incomplete input" in str(error.msg)


def _inside_string(lines: list[str]) -> bool:
    error = parse_python("\n".join(lines) + "\n")
    return isinstance(error, SyntaxError) and "unterminated triple-quoted" in str(error.msg)


def find_blocks(lines: list[str]) -> list[ReplyBlock]:
    """The fenced blocks of a reply's lines, in order. Only the last can lack its closing fence."""
    scanner = _Scanner(lines)
    blocks: list[ReplyBlock] = []
    at = 0
    while at < len(lines):
        fenced = "```" in lines[at] or "~~~" in lines[at]
        opening = (_OPEN.match(lines[at]) or _OPEN_AFTER_PROSE.search(lines[at].rstrip())) if fenced else None
        if opening is None:
            at += 1
            continue
        block, at = scanner.block(at, opening)
        blocks.append(block)
    return blocks


class _Scanner:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._trials = 0  # number of parses; it is limited, for texts that consist of fences

    def block(self, at: int, opening: re.Match[str]) -> tuple[ReplyBlock, int]:
        """The block that opens at line index `at`, and the index of the line after it."""
        fence, lead = opening["fence"], opening["lead"]
        tag_match = _TAG.match(opening["info"].strip())
        tag, rest = (tag_match["tag"].lower(), tag_match["rest"]) if tag_match else ("", "")
        body: list[str] = []
        first = at + 2
        if _CODE.match(rest):  # code on the line of the fence
            body.append(rest)
            first = at + 1
        elif _CODE.match(opening["info"].strip()):
            body.append(opening["info"].strip())
            tag, first = "", at + 1
        passed: tuple[int, int] | None = None  # a fence skipped as part of a string: its index, and the lines before it
        i = at + 1
        while i < len(self._lines):
            line = self._lines[i]
            closing = _CLOSE.match(line)
            if closing is not None and closing["fence"].startswith(fence):
                if not self._try_inside_string(body):
                    return ReplyBlock(tag, tuple(body), first, True), i + 1
                passed = passed or (i, len(body))
            elif (
                (nested := _OPEN.match(line)) is not None and nested["fence"][0] == fence[0] and nested["info"].strip()
            ):
                if not self._try_inside_string(body):
                    return ReplyBlock(tag, tuple(body), first, True), i
            elif (
                line.rstrip().endswith(fence) and line.strip("`~ \t") and fence[0] not in line.rstrip().rstrip(fence[0])
            ):
                whole = [*body, _without(line, lead).rstrip().rstrip(fence[0])]
                if self._try_whole(whole):
                    return ReplyBlock(tag, tuple(whole), first, True), i + 1
            body.append(_without(line, lead))
            i += 1
        if passed is not None:  # the string never ended, so the fence was not part of it
            index, count = passed
            return ReplyBlock(tag, tuple(body[:count]), first, True), index + 1
        ends_in_word = bool(body) and re.search(r"\w$", body[-1]) is not None
        while body and not body[-1].strip():
            body.pop()
        return ReplyBlock(tag, tuple(body), first, False, ends_in_word), i

    def _try_inside_string(self, body: list[str]) -> bool:
        if not any('"""' in line or "'''" in line for line in body):
            return False
        self._trials += 1
        return self._trials <= _MAX_TRIALS and _inside_string(body)

    def _try_whole(self, body: list[str]) -> bool:
        self._trials += 1
        return self._trials <= _MAX_TRIALS and not isinstance(parse_python("\n".join(body) + "\n"), SyntaxError)


def _without(line: str, lead: str) -> str:
    """A line of a block without the prefix of the fence: quote marks, then the same indentation."""
    quotes = lead.count(">")
    for _ in range(quotes):
        line = re.sub(r"^[ \t]*> ?", "", line, count=1)
    width = len(lead) if not quotes else len(lead[lead.rindex(">") + 1 :].removeprefix(" "))
    blank = len(line) - len(line.lstrip(" \t"))
    return line[min(width, blank) :]
