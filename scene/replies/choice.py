"""Chooses the blocks of a model's reply that make its program. The rules are in :mod:`scenewright.scene.replies.reading`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.errors import ReplyError
from scenewright.scene.replies.blocks import ReplyBlock
from scenewright.scene.replies.joining import Line, join
from scenewright.scene.replies.pieces import Piece, read_piece, speaks_the_language
from scenewright.scene.replies.typing import retyped

__all__ = ["ReplyChoice", "cut_off"]

_CODE_START = re.compile(
    r"(?:from\s+[\w.]+\s+import\b|import\s+\w+(?:\s+as\s+\w+)?(?:\s*,\s*\w+)*\s*(?:#.*)?$|@register|def\s+\w+\s*\(|[A-Z][A-Z0-9_]*\s*=\s*\S)"
)


def cut_off(lines: Sequence[Line], where: str) -> ReplyError:
    """The error for a program that ends in the middle of its last line."""
    text, number = next(((t, n) for t, n in reversed(lines) if t.strip()), ("", 1))
    quoted_line = text.strip() if len(text.strip()) <= 100 else text.strip()[:97] + "..."
    return ReplyError(
        f"{where} is cut off: its program ends in the middle, in line {number}: {quoted_line!r}. Ask again with room for a longer "
        "answer, or for the rest",
        kind="cut-off",
        line=number,
    )


class ReplyChoice:
    """The program built from the blocks of a reply, one after the other."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.notes: list[str] = []
        self.broken: list[tuple[list[Line], Piece]] = []
        self._lines: list[Line] = []
        self._piece: Piece | None = None

    def program(self) -> list[Line] | None:
        """The program's lines; None if no block has been a program so far."""
        return self._lines if self._piece is not None and self._piece.speaks else None

    def consider(self, block: ReplyBlock) -> None:
        """Replace the program by a block, join them, or leave the block out. Later blocks take precedence."""
        lines = [(line, block.first_line + i) for i, line in enumerate(block.lines)]
        piece = read_piece(block.text)
        if piece.error is not None:
            lines, piece = self._mended(lines, piece)
        if not (block.is_python or (piece.speaks and piece.whole)) or not any(line.strip() for line, _ in lines):
            return
        place = f"lines {block.first_line}-{block.last_line}"
        if piece.error is not None:
            if piece.speaks:
                why = "it is cut off" if piece.cut_off else f"it is not valid Python ({piece.error.msg})"
                self._leave_out(lines, piece, f"a later block ({place}) was left out: {why}")
            return
        before = self._lines, self._piece, list(self.notes)
        self._take(lines, piece, place)
        if not block.closed and self._lines != before[0]:
            whole = read_piece(_text(self._lines), closed=False)
            if whole.cut_off or block.ends_in_word:
                whole = replace(whole, cut_off=True)
                self._lines, self._piece, self.notes = before
                self._leave_out(lines, whole, f"a later block ({place}) was left out: it is cut off")
            else:
                self.notes.append(f"the last block ({place}) has no closing fence; it is complete, and was taken")

    def _mended(self, lines: list[Line], piece: Piece) -> tuple[list[Line], Piece]:
        """The lines of a piece that does not parse, dedented or with plain quotes and blanks, if that makes it parse."""
        dedented, plain = _dedented(lines), [(retyped(text), number) for text, number in lines]
        for again in (dedented, plain, _dedented(plain)):
            piece_again = read_piece(_text(again))
            if piece_again.whole:
                if again is not dedented and piece_again.speaks:
                    self.notes.append("typographic quotes and blanks in the code were read as plain ones")
                return again, piece_again
        return lines, piece

    def _leave_out(self, lines: list[Line], piece: Piece, note: str) -> None:
        self.broken.append((lines, piece))
        if self.program() is not None:
            self.notes.append(note)

    def require_end(self) -> None:
        """Raise if the program needs a later block that is cut off.

        Raises:
            ReplyError: 'cut-off'.
        """
        if not self.broken:
            return
        lines, piece = self.broken[-1]
        comes_later = lines[0][1] > self._lines[-1][1]
        if piece.cut_off and comes_later and read_piece(_text(self._lines), closed=False).cut_off:
            raise cut_off(lines, self.where)

    def _take(self, lines: list[Line], piece: Piece, place: str) -> None:
        current = self._piece
        if current is None:
            if piece.speaks or piece.defines:
                self._lines, self._piece = lines, piece
            return
        needs = piece.needs & (current.defines | current.entities)
        renews = piece.imports_language or piece.entities >= current.entities
        if piece.leaves_out and current.is_program:
            self.notes.append(f"a later block ({place}) was left out: it omits some of its own code")
        elif piece.is_program and renews and not needs:
            if current.is_program:
                self.notes.append(f"a later block ({place}) replaces the program before it")
            self._lines, self._piece = lines, piece
        elif (
            piece.entities
            or piece.only_notes
            or piece.defines_functions
            or piece.defines & (current.defines | current.needs)
            or not current.is_program
        ):
            before_code = not piece.entities and not piece.only_notes and not needs
            joined = join(self._lines, lines, before_code=before_code)
            if joined is None:
                self.notes.append(f"a later block ({place}) was left out: it cannot be joined with the program")
                return
            self.notes.append(f"a later block ({place}) was joined with the program before it")
            self._lines, self._piece = joined, read_piece(_text(joined))
        else:
            self.notes.append(f"a later block ({place}) was left out: it is no part of the program")

    def consider_bare(self, lines: list[str], blocks: Sequence[ReplyBlock]) -> None:
        """Take code outside of all blocks as the program."""
        inside = {i for b in blocks for i in range(b.first_line - 2, b.first_line + len(b.lines) + 1)}
        start = next((i for i, t in enumerate(lines) if i not in inside and _CODE_START.match(retyped(t))), None)
        if start is None:
            return
        end = min((i for i in inside if i > start), default=len(lines))
        code = [(line, i + 1) for i, line in enumerate(lines)][start:end]
        if not speaks_the_language(_text(code)):
            return
        piece = read_piece(_text(code))
        while not piece.whole and piece.error is not None and piece.error.lineno is not None:
            cut = _prose_from(code, piece.error.lineno - 1)
            if cut is None:
                break
            shorter = read_piece(_text(code[:cut]))
            if not shorter.speaks:
                break
            code, piece = code[:cut], shorter
        if piece.error is not None:
            code, piece = self._mended(code, piece)
        if piece.whole:
            self._take(code, piece, f"lines {start + 1}-{start + len(code)}")
        else:
            self.broken.append((code, piece))


def _prose_from(code: list[Line], error: int) -> int | None:
    """The index of the line where prose follows the code: an unindented line below a blank one, at or before the line of the
    syntax error. None if the error is not in such a paragraph."""
    for i in range(min(error, len(code) - 1), 0, -1):
        text = code[i][0]
        if text.strip() and not text[0].isspace() and not code[i - 1][0].strip():
            return None if _CODE_START.match(text) or text.startswith(("@", ")", "]", "}", "#")) else i
        if not text.strip() and i < error:
            return None
    return None


def _dedented(lines: list[Line]) -> list[Line]:
    """The lines without their common indentation."""
    shared = min((len(t) - len(t.lstrip()) for t, _ in lines if t.strip()), default=0)
    return [(text[shared:], number) for text, number in lines]


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line for line, _ in lines) + "\n"
