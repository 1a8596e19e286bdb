"""The state of one evaluation: registered entities, running calls, and what was declared beside the shapes.

One program runs at a time in a process (the confined child runs just one), so the language's functions find their
session in a module variable, as the published language finds its library.
"""

from __future__ import annotations

import difflib
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import TYPE_CHECKING, Any

from scenewright.scene.errors import BudgetError, ProgramError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.model import AssetRef, Embedding, FloatArray, Material, PlaceCall, SourceSpan, Vec3
from scenewright.scene.printing import printable
from scenewright.scene.sound_scenes import too_long, too_many

if TYPE_CHECKING:
    from scenewright.scene.language.vocabulary.registry import EntityFunction

__all__ = [
    "LIBRARY_FILE",
    "PROGRAM_FILE",
    "Call",
    "Evaluation",
    "caller_span",
    "closest",
    "current",
    "library_of",
    "running",
    "short_text",
    "user_frame",
]

PROGRAM_FILE = "program.py"
"""File name that the program's code is compiled under. Stack frames with it belong to the program."""
LIBRARY_FILE = "library:"
"""File names that the code of libraries is compiled under begin with this; the name of the library follows."""


@dataclass(slots=True)
class Call:
    """One running entity call, with the lights, cameras, relations and adjusts that it declares (`extras`). `key`: of the entity."""

    key: str
    extras: list[Any] = field(default_factory=list)


AskAsset = Callable[[str, Vec3 | None, int], AssetRef]
AskSplat = Callable[[str, str | None], AssetRef]


@dataclass
class Evaluation:
    """Everything that one evaluation collects."""

    seed: int = 0
    budgets: Budgets = field(default_factory=Budgets)
    ask_asset: AskAsset | None = None
    ask_splat: AskSplat | None = None
    registry: dict[str, EntityFunction[...]] = field(default_factory=dict)
    """The program's own entities, by name."""
    borrowed: dict[str, dict[str, EntityFunction[...]]] = field(default_factory=dict)
    """The entities of each library, by the names of the library and of the entity."""
    animation: EntityFunction[...] | None = None
    stack: list[Call] = field(default_factory=list)
    module_extras: list[Any] = field(default_factory=list)
    edges: set[tuple[str, str]] = field(default_factory=set)
    warnings: dict[str, None] = field(default_factory=dict)
    places: list[PlaceCall] = field(default_factory=list)
    embeddings: dict[Embedding, int] = field(default_factory=dict)
    materials: dict[Material, int] = field(default_factory=dict)
    assets: list[AssetRef] = field(default_factory=list)
    asset_index: dict[tuple[str, Vec3 | None, int], int] = field(default_factory=dict)
    natural_sizes: dict[tuple[str, int], FloatArray] = field(default_factory=dict)
    """Own size (3,) of each catalogue object, by words and seed, of which a call gave the largest dimension only."""
    loose_relations: dict[int, Any] = field(default_factory=dict)
    declared: Counter[str] = field(default_factory=Counter)
    calls: int = 0
    primitives: int = 0

    def warn(self, message: str, span: SourceSpan | None = None) -> None:
        """Keep a warning, once. Warnings reach the user with the scene. What the code of a library gives reason for names its file."""
        if len(self.warnings) < 500:
            place = f"line {span.line}: " if span else _place_in_library()
            self.warnings[printable(place + message)[:2000]] = None

    @property
    def extras(self) -> list[Any]:
        return self.stack[-1].extras if self.stack else self.module_extras

    def declare(self, item: Any, what: str, most: int) -> None:
        """Keep what a call declares beside the shapes, such as a light. `what`: its kind, for the message.

        Raises:
            BudgetError: the program declares more than `most` of the kind.
        """
        self.declared[what] += 1
        if self.declared[what] > most:
            raise too_many(self.declared[what], most, what)
        self.extras.append(item)

    def embedding(self, z: Embedding | None) -> int:
        return -1 if z is None else self.embeddings.setdefault(z, len(self.embeddings))

    def material(self, material: Material | None) -> int:
        return -1 if material is None else self.materials.setdefault(material, len(self.materials))

    def count_primitive(self) -> None:
        self.primitives += 1
        if self.primitives > self.budgets.primitives:
            raise BudgetError(
                f"more than {self.budgets.primitives:,} primitives were made: use fewer, or larger, parts",
                kind="primitives",
            )

    def count_call(self) -> None:
        self.calls += 1
        if self.calls > self.budgets.calls:
            raise BudgetError(
                f"more than {self.budgets.calls:,} entities were made: use fewer instances", kind="instances"
            )

    def check_rows(self, shape_total: int) -> None:
        if shape_total > self.budgets.rows:
            raise BudgetError(
                f"the scene would hold {shape_total:,} nodes, more than {self.budgets.rows:,}: use fewer instances",
                kind="instances",
            )

    def enter(self, name: str, key: str) -> Call:
        """Begin a call of the entity `name`. `key` tells it from others of the name."""
        self.count_call()
        if self.stack:
            self.edges.add((self.stack[-1].key, key))
        if len(self.stack) >= self.budgets.call_depth:
            raise BudgetError(
                f"entity calls are nested deeper than {self.budgets.call_depth}: does '{name}' call itself without end?",
                kind="depth",
            )
        call = Call(key)
        self.stack.append(call)
        return call


_current: list[Evaluation] = []


def current() -> Evaluation:
    """The evaluation of the program that is running.

    Raises:
        ProgramError: no program is running. The functions of the language work inside an evaluated program only.
    """
    if not _current:
        raise ProgramError(
            "this function of the Scene Language works inside a program only: pass the program's text to scenewright.evaluate(...)",
            kind="session",
        )
    return _current[-1]


@contextmanager
def running(session: Evaluation) -> Iterator[Evaluation]:
    _current.append(session)
    try:
        yield session
    finally:
        _current.pop()
        if not _current:  # no code of these programs runs again
            _positions.clear()
            _spans.clear()


def short_text(value: Any, most: int, what: str) -> str:
    """A value as text. `what` names it in the message, with its article.

    Raises:
        BudgetError: it has more than `most` characters.
    """
    text = str(value)
    if len(text) > most:
        raise too_long(text, most, what)
    return text


def closest(word: str, known: Sequence[str], n: int = 3, cutoff: float = 0.5) -> str:
    """``; did you mean 'a' or 'b'?`` for a message; '' where no known word is similar."""
    near = difflib.get_close_matches(word[:200], known, n=n, cutoff=cutoff)
    return f"; did you mean {' or '.join(repr(w) for w in near)}?" if near else ""


_Position = tuple[int | None, int | None, int | None, int | None]
_positions: dict[int, tuple[CodeType, list[_Position]]] = {}
"""By the id of the code object, which the value keeps alive. Hashing the object itself is slow for long functions."""
_spans: dict[tuple[int, int], SourceSpan] = {}


def span_of(frame: FrameType) -> SourceSpan:
    """Where the call that a stack frame is executing stands in the text."""
    code = frame.f_code
    key = (id(code), frame.f_lasti)
    span = _spans.get(key)
    if span is None:
        if id(code) not in _positions:
            _positions[id(code)] = (code, list(code.co_positions()))
        line, end_line, column, end_column = _positions[id(code)][1][frame.f_lasti // 2]
        line = line or frame.f_lineno
        span = _spans[key] = SourceSpan(line, column or 0, end_line or line, end_column or 0)
    return span


def library_of(file: str) -> str | None:
    """The library whose code is compiled under this file name; None for any other code."""
    return file.removeprefix(LIBRARY_FILE) if file.startswith(LIBRARY_FILE) else None


def user_frame(frame: FrameType | None) -> FrameType | None:
    """The innermost frame of the program or of a library, from `frame` outwards."""
    while frame is not None:
        file = frame.f_code.co_filename
        if file == PROGRAM_FILE or file.startswith(LIBRARY_FILE):
            return frame
        frame = frame.f_back
    return None


def caller_span() -> SourceSpan | None:
    """Where the innermost running call of the program stands in its text; None outside a program, and in the code of a library, which
    is no part of that text."""
    frame = user_frame(sys._getframe(1))
    return None if frame is None or frame.f_code.co_filename != PROGRAM_FILE else span_of(frame)


def _place_in_library() -> str:
    """``chairs.py line 4: `` where the code of a library is running, else ''."""
    frame = user_frame(sys._getframe(1))
    library = None if frame is None else library_of(frame.f_code.co_filename)
    return "" if frame is None or library is None else f"{library}.py line {frame.f_lineno}: "
