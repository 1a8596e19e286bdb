"""Relations that are given as text: "near('chair', 'desk')", "near(chair, desk, hi=1)", "the chair is near the desk"."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.relations import KINDS
from scenewright.scene.language.vocabulary.relation_forms import Given, Looks, read_arguments

__all__ = ["TextRelation", "kind_place", "plain_kind", "read_relation_text"]

_OTHER_KINDS = {word: kind for kind, row in KINDS.items() for word in row.words}
_CALL = re.compile(r"^\s*(\w+)\s*\((.*)\)\s*$", re.DOTALL)
_GONE = object()

Place = tuple[int | str, ...]
"""Where a name stands: the number or keyword of the argument, then its index in a list."""


@dataclass(frozen=True, slots=True)
class TextRelation:
    """A relation that is given as text."""

    kind: str
    arguments: list[Any]
    keywords: dict[str, Any] = field(default_factory=dict)

    def renamed(self, follow: Callable[[str], str | None]) -> TextRelation | None:
        """The relation with every name replaced by `follow(name)`, None for an instance that is gone. None where a name that the
        relation needs is gone."""
        changes: dict[Place, Any] = {}
        for places, one_of_many in self._names():
            new = [follow(name) for _, name in places]
            if None in new and not (one_of_many and any(n is not None for n in new)):
                return None
            changes.update({place: _GONE if n is None else n for (place, _), n in zip(places, new, strict=True)})
        loose = [v for (k, *inner), v in changes.items() if isinstance(k, int) and not inner and v is not _GONE]
        arguments = [v for i, a in enumerate(self.arguments) if (v := _changed(a, (i,), changes)) is not _GONE]
        if self.kind == "aligned" and _GONE in changes.values() and len(loose) == 2:
            arguments = [loose, *arguments[2:]]  # two names without a list are a and b
        return TextRelation(self.kind, arguments, {k: _changed(a, (k,), changes) for k, a in self.keywords.items()})

    def _names(self) -> Iterator[tuple[list[tuple[Place, str]], bool]]:
        """For each argument with names: their places and names, and whether it is a list, which may lose some."""
        try:
            reading = read_arguments(
                self.kind,
                [_given(a, (i,)) for i, a in enumerate(self.arguments)],
                {k: _given(a, (k,)) for k, a in self.keywords.items()},
            )
        except ProgramError:
            return
        for name in KINDS[self.kind].names:
            value = reading.values.get(name)
            if value is None:
                continue
            arguments = value if isinstance(value, tuple) else (value,)
            flat = [one for given in arguments for one in (given.items or (given,))]
            places = [(g.value, g.text) for g in flat if isinstance(g.value, tuple) and g.text is not None]
            yield places, isinstance(value, tuple) or value.looks is Looks.LIST

    def pairs(self, other: TextRelation) -> Iterator[tuple[str, str]]:
        """(name here, name in `other`) for each pair of names at the same position that differ."""
        for old, new in zip(_texts(self), _texts(other), strict=False):
            if old != new:
                yield old, new

    def __str__(self) -> str:
        shown = [*map(repr, self.arguments), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"{self.kind}({', '.join(shown)})"


def _given(value: Any, place: Place) -> Given:
    if isinstance(value, str):
        return Given(place, Looks.NAME, value)
    if isinstance(value, list):
        items = tuple(_given(v, (*place, i)) for i, v in enumerate(value))
        figures = bool(items) and all(i.looks is Looks.NUMBER for i in items)
        return Given(place, Looks.NUMBERS if figures else Looks.LIST, None, items)
    numeric = isinstance(value, (int, float)) and not isinstance(value, bool)
    return Given(place, Looks.NUMBER if numeric else Looks.OTHER)


def _changed(value: Any, place: Place, changes: dict[Place, Any]) -> Any:
    if isinstance(value, list):
        return [v for i, one in enumerate(value) if (v := _changed(one, (*place, i), changes)) is not _GONE]
    return changes.get(place, value)


def _texts(relation: TextRelation) -> list[str]:
    flat: list[str] = []
    for value in (*relation.arguments, *relation.keywords.values()):
        flat.extend(v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str))
    return flat


def plain_kind(word: str) -> str | None:
    """The kind of relation that a word means, also in another spelling; None where it means none."""
    plain = re.sub(r"[\s-]+", "_", word.strip().lower())
    plain = _OTHER_KINDS.get(plain, plain)
    return plain if plain in KINDS else None


def kind_place(item: Sequence[Any]) -> int | None:
    """Index of the kind in a tuple such as ('on', 'lamp', 'desk'), 0 or 1; an exact name counts before a variant. None: no kind."""
    places = [k for k, word in enumerate(item[:2]) if isinstance(word, str) and plain_kind(word)]
    return next((k for k in places if item[k] in KINDS), places[0] if places else None)


def read_relation_text(text: str) -> TextRelation | None:
    """The relation that a text means; None where it means none."""
    call = _CALL.match(text)
    if call and (kind := plain_kind(call[1])):
        try:
            parsed = ast.parse(f"f({call[2]})", mode="eval").body
            assert isinstance(parsed, ast.Call)
            keywords = {k.arg: _literal(k.value) for k in parsed.keywords if k.arg is not None}
            return TextRelation(kind, [_literal(a) for a in parsed.args], keywords)
        except (SyntaxError, ValueError):
            return TextRelation(kind, [part.strip().strip("'\"") for part in call[2].split(",")])
    words = text.split()
    for width in (3, 2, 1):
        for i in range(1, len(words) - width + 1):
            kind = plain_kind("_".join(words[i : i + width]))
            a, b = words[:i], words[i + width :]
            a = [w for w in a if w not in ("is", "are", "the", "a")] or a
            b = [w for w in b if w not in ("the", "a")] or b
            if kind and a:
                return TextRelation(kind, ["_".join(a), *(["_".join(b)] if b else [])])
    return None


def _literal(node: ast.expr) -> Any:
    """The value of an argument; a bare name is the name of an instance.

    Raises:
        ValueError: the argument is computed.
    """
    if isinstance(node, ast.Name) and node.id not in ("None", "True", "False"):
        return node.id
    if isinstance(node, ast.Subscript):  # chair[1]
        return ast.unparse(node)
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return [_literal(e) for e in node.elts]
    return ast.literal_eval(node)
