"""Extracts the program from a model's raw reply.

The rules:

1. Lines ``key: value`` above a line ``---`` are a header, not part of the program. Text between ``<think>`` and ``</think>`` is
   ignored, and so is text before an unmatched ``</think>``.
2. A reply that is Python as a whole is the program. A reply that is JSON is searched for a string that holds a program.
3. Of several fenced blocks, later ones take precedence. A block replaces the former ones if it is a program by itself (it
   imports the language, or registers every entity that the program had) and needs nothing from them. It is joined with them if
   it registers entities, defines functions, or assigns names that they have or need: its definitions replace those of the same
   name. Blocks with only ``light``, ``camera``, ``environment``, ``relate`` and ``adjust`` are joined as well. Examples of use,
   and blocks that omit code ("# ... as before"), are left out.
4. A block that does not parse or is cut off counts only if there is no other. If it ends in the middle, the reply is cut off;
   otherwise it is returned unchanged, and its evaluation will report the error. The notes list what was left out.
5. A last block without its closing fence is used, with a note, if it is complete: it parses, does not end inside a word, binds
   all its names, each entity returns something, and one entity contains the others. Otherwise the reply is cut off.
6. Without fences, the program runs from the first line of code to the last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenewright.scene.errors import ReplyError
from scenewright.scene.plain_data import parse_json
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
    """A program, and the lines of the reply that it comes from.

    `reply_lines[i]` is the reply's line (from 1) that the program's line i + 1 comes from. `header` holds the lines
    ``key: value`` above ``---``; `notes` say what was chosen, joined and left out.
    """

    source: str
    reply_lines: tuple[int, ...]
    header: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def reply_line(self, line: int) -> int:
        """The reply's line for a line of the program, both from 1. A line past the end gives that of the last line."""
        return self.reply_lines[min(max(line, 1), len(self.reply_lines)) - 1]


def extract_program(reply: str, *, where: str = "the reply") -> ReplyProgram:
    """The program in a reply. The module's docstring has the rules. `where` names the reply in errors.

    Raises:
        ReplyError: 'no-program': there is none; 'cut-off': it ends in the middle, at the error's line.
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
        in_json = _in_json(whole, where, 1 + next(i for i, line in enumerate(lines) if line.strip()))
        if in_json is not None:
            return ReplyProgram(in_json.source, in_json.reply_lines, header, in_json.notes)
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
        in_json = _in_json(block.text, where, block.first_line)
        if in_json is not None:
            return ReplyProgram(in_json.source, in_json.reply_lines, header, in_json.notes)
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


# -- text around the program --------------------------------------------------------------------------------------------


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
    """The lines with the model's thoughts (``<think>``) blanked.

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
    """The lines with ``[PYTHON]`` and ``[/PYTHON]``, which some models write around code, turned into fences."""
    marks = ((line, _MARK.fullmatch(line)) for line in lines)
    return [line if mark is None else "```" if mark["end"] else "```python" for line, mark in marks]


def _no_program(lines: list[str], blocks: list[ReplyBlock], where: str) -> ReplyError:
    begins = next((line.strip() for line in lines if line.strip()), "")
    beginning = begins if len(begins) <= 80 else begins[:77] + "..."
    if blocks:
        spans = ", ".join(f"{b.first_line}-{b.last_line}" + (f" ({b.tag})" if b.tag else "") for b in blocks[:6])
        reason = f"none of its {len(blocks)} fenced blocks is a scene program (lines {spans})"
        line: int | None = blocks[0].first_line
    else:
        reason, line = "it has neither a fenced block nor lines of code", None
    return ReplyError(
        f"{where} holds no program: {reason}. It begins: {beginning!r}. A program registers an entity: @register('a chair') above "
        "def chair(): ...",
        line=line,
    )


# -- JSON ---------------------------------------------------------------------------------------------------------------


def _in_json(text: str, where: str, line: int) -> ReplyProgram | None:
    """The program in the last string of a JSON value that holds one. All its lines map to the line where the JSON begins.

    Raises:
        ReplyError: 'cut-off': the JSON ends in the middle of a program.
    """
    try:
        value = parse_json(text.encode("utf-8", "surrogatepass"), strict=False)
    except ValueError:
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
            program = extract_program(candidate, where=where)
        except ReplyError as error:
            cut = cut or error.kind == "cut-off"
            continue
        note = f"the program stands in JSON that begins in line {line}"
        return ReplyProgram(program.source, (line,) * len(program.reply_lines), {}, (note, *program.notes))
    if cut:
        raise ReplyError(
            f"{where} is cut off: the program in the JSON that begins in line {line} ends in the middle. Ask again with room for "
            "a longer answer",
            kind="cut-off",
            line=line,
        )
    return None


def _strings(value: Any) -> list[str]:
    """All strings in a JSON value, in order."""
    strings: list[str] = []
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            strings.append(item)
        elif isinstance(item, Mapping):
            waiting.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            waiting.extend(reversed(item))
    return strings
