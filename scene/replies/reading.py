"""The program in a model's raw reply.

Which text counts:

1. Lines ``key: value`` above a line ``---`` are a header, no program. Text between ``<think>`` and ``</think>`` does not
   count, nor does what stands before a ``</think>`` that nothing opened.
2. A reply that is Python as a whole is the program. One that is JSON is searched for a text that holds a program.
3. Of several fenced blocks the later counts: a block that can stand by itself (it imports the language, or registers every
   entity that the program had) and needs nothing of the former ones replaces them. Another block that registers
   entities, defines functions, or gives values to names that they have or need, is joined with them: its definitions
   replace those of the same name. So are blocks of nothing but ``light``, ``camera``, ``environment``, ``relate`` and
   ``adjust``. Examples of use, and blocks that leave code out ("# ... as before"), neither replace nor join.
4. A block that does not parse, or is cut off, counts only when there is no other: if it ends in the middle, the reply is cut
   off, else it is handed on as it is, for the evaluation to name the error. What was left out is said in the notes.
5. A last block without its closing fence is taken when it is complete (it parses, does not end in a word that may go on,
   knows all its names, each entity gives something, and one entity holds the others), with a note; else the reply is cut
   off.
6. Without fences, the program is what runs from the first line of code to the last.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenewright.scene.errors import ReplyError
from scenewright.scene.replies.blocks import ReplyBlock, find_blocks, split_lines
from scenewright.scene.replies.choice import ReplyChoice, cut_off
from scenewright.scene.replies.joining import Line
from scenewright.scene.replies.pieces import read_piece, speaks_the_language
from scenewright.scene.text_files import normalise

__all__ = ["ReplyProgram", "extract_program"]

_HEADER_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):(?:\s+(?P<value>.*))?$")
_THOUGHT = r"(?:think|thinking|thought|thoughts|reasoning|reflection|analysis|scratchpad)"
_THOUGHT_START = re.compile(rf"\s*<{_THOUGHT}>", re.IGNORECASE)
_THOUGHT_END = re.compile(rf"</{_THOUGHT}>", re.IGNORECASE)
_MARK = re.compile(r"[ \t]*+\[(?P<end>/?)(?:PYTHON|CODE)\][ \t]*+")
_MAX_HEADER = 30
_MAX_BLOCKS = 200


@dataclass(frozen=True)
class ReplyProgram:
    """A program and where in its reply it stands.

    `reply_lines[i]` is the reply's line (from 1) that the program's line i + 1 comes from. `header` holds the lines
    ``key: value`` above ``---``; `notes` say what was chosen, joined and left out.
    """

    source: str
    reply_lines: tuple[int, ...]
    header: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def reply_line(self, line: int) -> int:
        """The reply's line of a line of the program, both from 1; of a line past the end, the last one's."""
        return self.reply_lines[min(max(line, 1), len(self.reply_lines)) - 1]


def extract_program(reply: str, *, where: str = "the reply") -> ReplyProgram:
    """The program in a reply; `where` names the reply in errors. The rules are in the module's text.

    Raises:
        ReplyError: 'no-program': there is none; 'cut-off': it ends in the middle, with the line where it does.
        ProgramError: 'encoding': the text holds what no UTF-8 file can.
    """
    text = normalise(reply)
    if not text.strip():
        raise ReplyError(f"{where} is empty: it holds no program")
    lines, header = _without_header(split_lines(text))
    whole = "\n".join(lines)
    if speaks_the_language(whole) and read_piece(whole).is_program:
        first = next(i for i, line in enumerate(lines) if line.strip())
        kept = [(line, i + 1) for i, line in enumerate(lines)][first:]
        return _program(kept, header, ())
    if whole.lstrip()[:1] in ("{", "["):
        found = _in_json(whole, where, 1 + next(i for i, line in enumerate(lines) if line.strip()))
        if found is not None:
            return ReplyProgram(found.source, found.reply_lines, header, found.notes)
    lines = _with_plain_fences(_without_thoughts(lines, where))
    blocks = find_blocks(lines)
    choice = ReplyChoice(where)
    if len(blocks) > _MAX_BLOCKS:
        choice.notes.append(f"only the last {_MAX_BLOCKS} of {len(blocks)} fenced blocks were looked at")
    for block in blocks[-_MAX_BLOCKS:]:
        choice.consider(block)
    if (chosen := choice.program()) is not None:
        choice.require_end()
        return _program(chosen, header, choice.notes)
    for block in reversed(blocks[-_MAX_BLOCKS:]):
        found = _in_json(block.text, where, block.first_line)
        if found is not None:
            return ReplyProgram(found.source, found.reply_lines, header, found.notes)
    if not choice.broken:
        choice.consider_bare(lines, blocks)
        if (chosen := choice.program()) is not None:
            return _program(chosen, header, choice.notes)
    if choice.broken:
        lines_as_they_are, piece = choice.broken[-1]
        if piece.cut_off:
            raise cut_off(lines_as_they_are, where)
        return _program(lines_as_they_are, header, choice.notes)
    raise _no_program(lines, blocks, where)


def _program(lines: Sequence[Line], header: Mapping[str, str], notes: Sequence[str]) -> ReplyProgram:
    kept = list(lines)
    while len(kept) > 1 and not kept[-1][0].strip():
        kept.pop()
    return ReplyProgram(
        "\n".join(line for line, _ in kept) + "\n", tuple(number for _, number in kept), header, tuple(notes)
    )


# -- what is no program -------------------------------------------------------------------------------------------------


def _without_header(lines: list[str]) -> tuple[list[str], dict[str, str]]:
    """The lines with the header blanked, and the header."""
    header: dict[str, str] = {}
    for i, line in enumerate(lines[:_MAX_HEADER]):
        if line.rstrip() == "---":
            if i == 0:
                continue
            return ([""] * (i + 1) + lines[i + 1 :], header) if header else (lines, {})
        match = _HEADER_LINE.match(line.rstrip())
        if match is not None:
            header[match["key"].strip().lower()] = (match["value"] or "").strip()
        elif line.strip():
            break
    return lines, {}


def _without_thoughts(lines: list[str], where: str) -> list[str]:
    """The lines with what the model only thought blanked.

    Raises:
        ReplyError: 'cut-off': a thought has no end.
    """
    result = list(lines)
    begin: int | None = None
    closed_one = False
    last_start = max((i for i, line in enumerate(lines) if _THOUGHT_START.match(line)), default=-1)
    for i, line in enumerate(lines):
        if begin is None and _THOUGHT_START.match(line):
            begin = i
        end = _THOUGHT_END.search(line)
        if end is None or (begin is None and closed_one):
            continue
        if begin is None and i < last_start:
            continue
        for k in range(begin or 0, i):
            result[k] = ""
        result[i] = line[end.end() :]
        begin, closed_one = None, True
    if begin is not None:
        last = max((i for i, line in enumerate(lines) if line.strip()), default=begin)
        raise ReplyError(
            f"{where} is cut off inside the model's thoughts, which begin in line {begin + 1}: ask again with room for a longer "
            "answer",
            kind="cut-off",
            line=last + 1,
        )
    return result


def _with_plain_fences(lines: list[str]) -> list[str]:
    """The lines with the marks that some models set around code, ``[PYTHON]`` and ``[/PYTHON]``, as fences."""
    marks = ((line, _MARK.fullmatch(line)) for line in lines)
    return [line if mark is None else "```" if mark["end"] else "```python" for line, mark in marks]


def _no_program(lines: list[str], blocks: list[ReplyBlock], where: str) -> ReplyError:
    begins = next((line.strip() for line in lines if line.strip()), "")
    shown = begins if len(begins) <= 80 else begins[:77] + "..."
    if blocks:
        spans = ", ".join(f"{b.first_line}-{b.last_line}" + (f" ({b.tag})" if b.tag else "") for b in blocks[:6])
        what = f"none of its {len(blocks)} fenced blocks is a scene program (lines {spans})"
        line: int | None = blocks[0].first_line
    else:
        what, line = "it has neither a fenced block nor lines of code", None
    return ReplyError(
        f"{where} holds no program: {what}. It begins: {shown!r}. A program registers an entity: @register('a chair') above "
        "def chair(): ...",
        line=line,
    )


# -- JSON ---------------------------------------------------------------------------------------------------------------


def _in_json(text: str, where: str, line: int) -> ReplyProgram | None:
    """The program in the last text of a JSON value that holds one; every line of it maps to where the value begins.

    Raises:
        ReplyError: 'cut-off': the JSON ends in the middle of a program.
    """
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        stripped = text.strip()
        opens = re.match(r"[\[{]\s*(?:\{\s*)?\"", stripped) is not None and stripped[-1] not in "}]"
        if opens and speaks_the_language(text.replace("\\n", "\n")):
            number = line + stripped.count("\n")
            raise ReplyError(
                f"{where} is cut off: its JSON ends in the middle of a program, in line {number}. Ask again with room for a "
                "longer answer",
                kind="cut-off",
                line=number,
            ) from None
        return None
    cut = False
    for candidate in reversed(_strings(value)):
        if not speaks_the_language(candidate):
            continue
        try:
            found = extract_program(candidate, where=where)
        except ReplyError as error:
            cut = cut or error.kind == "cut-off"
            continue
        note = f"the program stands in JSON that begins in line {line}"
        return ReplyProgram(found.source, (line,) * len(found.reply_lines), {}, (note, *found.notes))
    if cut:
        raise ReplyError(
            f"{where} is cut off: the program in the JSON that begins in line {line} ends in the middle. Ask again with room for "
            "a longer answer",
            kind="cut-off",
            line=line,
        )
    return None


def _strings(value: Any) -> list[str]:
    """Every text in a JSON value, in the order in which they stand."""
    found: list[str] = []
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, Mapping):
            waiting.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            waiting.extend(reversed(item))
    return found
