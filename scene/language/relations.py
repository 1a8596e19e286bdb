"""Relations: what a program asks of the layout. Their meaning (residuals) belongs to the layout solver."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scene.errors import ProgramError
from scene.language.session import caller_span, closest, current
from scene.language.shapes import Shape, nothing
from scene.language.vectors import number
from scene.model import SourceSpan

__all__ = [
    "CONSTRUCTORS",
    "NAME_PARAMETERS",
    "SIGNATURES",
    "RelationCall",
    "plain_kind",
    "read_relation_text",
    "relate",
]


@dataclass(frozen=True, slots=True)
class Signature:
    """One kind of relation: its parameters in order with defaults; `names` are those that hold names of instances."""

    parameters: tuple[tuple[str, Any], ...]
    names: tuple[str, ...]
    many: tuple[str, ...] = ()


_REQUIRED = object()
_PAIR = (("a", _REQUIRED), ("b", _REQUIRED))
_AB = ("a", "b")

SIGNATURES: dict[str, Signature] = {
    "on": Signature(_PAIR, _AB),
    "inside": Signature(_PAIR, _AB),
    "under": Signature(_PAIR, _AB),
    "above": Signature(_PAIR, _AB),
    "hanging": Signature((("a", _REQUIRED),), ("a",)),
    "on_wall": Signature((("a", _REQUIRED), ("height", None)), ("a",)),
    "against_wall": Signature((("a", _REQUIRED), ("wall", None)), ("a",)),
    "in_corner": Signature((("a", _REQUIRED),), ("a",)),
    "next_to": Signature(_PAIR, _AB),
    "near": Signature((*_PAIR, ("lo", 0.0), ("hi", 1.5)), _AB),
    "across": Signature(_PAIR, _AB),
    "far": Signature(_PAIR, _AB),
    "left_of": Signature((*_PAIR, ("frame", None)), _AB),
    "right_of": Signature((*_PAIR, ("frame", None)), _AB),
    "in_front_of": Signature((*_PAIR, ("frame", None)), _AB),
    "behind": Signature((*_PAIR, ("frame", None)), _AB),
    "facing": Signature(_PAIR, _AB),
    "aligned": Signature((*_PAIR, ("axis", _REQUIRED)), _AB),
    "parallel": Signature(_PAIR, _AB),
    "centered": Signature(_PAIR, _AB),
    "around": Signature((("items", _REQUIRED), ("b", _REQUIRED)), ("items", "b"), ("items",)),
    "spaced": Signature((("items", _REQUIRED), ("axis", _REQUIRED)), ("items",), ("items",)),
    "symmetric": Signature((("a", _REQUIRED), ("b", _REQUIRED), ("about", _REQUIRED)), ("a", "b", "about")),
    "clear": Signature((("a", _REQUIRED), ("front", 0.6)), ("a",)),
}
NAME_PARAMETERS = {kind: s.names for kind, s in SIGNATURES.items()}
_KIND_VARIANTS = {
    "on_top_of": "on", "on_top": "on", "atop": "on", "in": "inside", "within": "inside", "below": "under", "beneath": "under",
    "over": "above", "beside": "next_to", "adjacent": "next_to", "close_to": "near", "opposite": "across", "across_from": "across",
    "left": "left_of", "right": "right_of", "front_of": "in_front_of", "front": "in_front_of", "back_of": "behind", "faces": "facing",
    "face": "facing", "facing_towards": "facing", "aligned_with": "aligned", "parallel_to": "parallel", "centred": "centered",
    "hang": "hanging", "hung": "hanging", "corner": "in_corner", "wall": "against_wall", "mounted": "on_wall", "far_from": "far",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RelationCall:
    """A relation as it was written, before names are resolved. Name arguments are strings, shapes or lists of them."""

    kind: str
    arguments: Mapping[str, Any]
    weight: float = 1.0
    hard: bool = False
    span: SourceSpan | None = None
    nodes: Mapping[str, Any] = field(default_factory=dict)


def _form(kind: str) -> str:
    s = SIGNATURES[kind]
    parts = [n if d is _REQUIRED else f"{n}={d!r}" for n, d in s.parameters]
    return f"{kind}({', '.join(parts)}, weight=1.0, hard=False)"


def _make(kind: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> RelationCall:
    session = current()
    span = caller_span()
    signature = SIGNATURES[kind]
    order = [n for n, _ in signature.parameters]
    weight, hard = kwargs.pop("weight", 1.0), bool(kwargs.pop("hard", False))
    variants = {
        "item": "items",
        "objects": "items",
        "target": "b",
        "reference": "b",
        "min": "lo",
        "min_distance": "lo",
        "max": "hi",
        "max_distance": "hi",
        "distance": "hi",
        "within": "hi",
        "gap": "front",
    }
    values: dict[str, Any] = {}
    extra = list(args)
    # f(a, b, c, ...) of an arrangement written without its list: around('x', 'y', 'table')
    if signature.many and len(extra) > len(order) and all(isinstance(e, (str, Shape)) for e in extra):
        session.warn(f"the items of {kind} go into a list: {_form(kind)}", span)
        keep = len(order) - 1
        extra = [extra[: len(extra) - keep], *extra[len(extra) - keep :]]
    if len(extra) > len(order):
        raise ProgramError(
            f"{kind} takes {len(order)} arguments, {len(extra)} were given: {_form(kind)}", kind="argument"
        )
    values.update(zip(order, extra, strict=False))
    for key, value in kwargs.items():
        plain = key if key in order else variants.get(key, key)
        if plain not in order:
            raise ProgramError(f"{kind} has no {key!r}{closest(key, order)}: {_form(kind)}", kind="argument")
        if plain != key:
            session.warn(f"'{key}' of {kind} was read as '{plain}': {_form(kind)}", span)
        values[plain] = value
    for name, default in signature.parameters:
        if name not in values:
            if default is _REQUIRED:
                raise ProgramError(f"{kind} needs '{name}': {_form(kind)}", kind="argument")
            values[name] = default
    for name in signature.names:
        values[name] = _names(values[name], name in signature.many, kind, span)
    for name in ("lo", "hi", "front", "height"):
        if values.get(name) is not None:
            values[name] = number(values[name], f"{name} of {kind}")
    if kind == "near" and values["lo"] > values["hi"]:
        session.warn("near has lo over hi: they were swapped", span)
        values["lo"], values["hi"] = values["hi"], values["lo"]
    if "axis" in values and str(values["axis"]) not in ("x", "y", "z"):
        raise ProgramError(f"axis of {kind} is 'x', 'y' or 'z', not {values['axis']!r}", kind="argument")
    if values.get("frame") is not None and values["frame"] != "view":
        raise ProgramError(f"frame of {kind} is 'view' (the main camera's screen) or left out", kind="argument")
    if values.get("wall") is not None:
        values["wall"] = str(values["wall"]).removeprefix("room/").removeprefix("wall_").removesuffix("_wall").strip()
    w = number(weight, f"weight of {kind}")
    if w < 0.0:
        raise ProgramError(f"weight of {kind} is {w:g}: it must be 0 or more", kind="argument")
    call = RelationCall(kind, values, w, hard, span)
    session.loose_relations[id(call)] = call
    return call


def _names(value: Any, many: bool, kind: str, span: SourceSpan | None) -> Any:
    """A name, or a list of names, as a program gives them; shapes stay for the tree to find."""
    session = current()
    if isinstance(value, Shape):
        session.warn(f"{kind} was given a shape: write the name of the instance", span)
        return [value] if many else value
    if isinstance(value, str):
        text = value.strip()
        if not text:
            raise ProgramError(f"{kind} was given an empty name", kind="argument")
        return [text] if many else text
    name = getattr(value, "name", None)
    if callable(value) and isinstance(name, str):  # an entity function
        return [name] if many else name
    if isinstance(value, (list, tuple, set, frozenset)) and value:
        flat = [_names(v, False, kind, span) for v in (sorted(value) if isinstance(value, (set, frozenset)) else value)]
        if many:
            return flat
        if len(flat) == 1:
            return flat[0]
        return flat
    raise ProgramError(
        f"{kind} takes the names of instances, not {type(value).__name__}: {_form(kind)}", kind="argument"
    )


def _constructor(kind: str) -> Callable[..., RelationCall]:
    def make(*args: Any, **kwargs: Any) -> RelationCall:
        return _make(kind, args, kwargs)

    make.__name__ = make.__qualname__ = kind
    make.__doc__ = f"``{_form(kind)}``"
    return make


CONSTRUCTORS: dict[str, Callable[..., RelationCall]] = {kind: _constructor(kind) for kind in SIGNATURES}


def relate(*relations: Any) -> Shape:
    """What the layout must respect. Relations come from ``on(...)``, ``near(...)`` and so on.

    Raises:
        ProgramError: something is no relation; the message shows the form.
    """
    session = current()
    for item in relations:
        if isinstance(item, (list, tuple)) and not (item and isinstance(item[0], str)):
            relate(*item)
            continue
        call = item if isinstance(item, RelationCall) else _read(item)
        session.loose_relations.pop(id(call), None)
        session.extras.append(call)
    return nothing()


_TEXT_CALL = re.compile(r"^\s*(\w+)\s*\((.*)\)\s*$", re.DOTALL)


def _read(item: Any) -> RelationCall:
    """A relation written as text, as ('on', 'lamp', 'desk'), or as a dict."""
    span = caller_span()
    if isinstance(item, (list, tuple)) and len(item) >= 2 and all(isinstance(i, str) for i in item[:2]):
        words = list(item)
        for at in (0, 1):
            kind = plain_kind(str(words[at]))
            if kind:
                current().warn(f"a relation was given as a tuple: write {_form(kind)}", span)
                return _make(kind, tuple(words[:at] + words[at + 1 :]), {})
    if isinstance(item, Mapping):
        fields = dict(item)
        kind = plain_kind(str(fields.pop("kind", fields.pop("type", fields.pop("relation", "")))))
        if kind:
            current().warn(f"a relation was given as a dict: write {_form(kind)}", span)
            return _make(kind, (), {str(k): v for k, v in fields.items()})
    if isinstance(item, str):
        found = read_relation_text(item)
        if found:
            kind, args = found
            current().warn(f"relation {item!r} was given as text: write {_form(kind)}", span)
            return _make(kind, tuple(args), {})
    raise ProgramError(
        f"relate takes relations such as on('lamp', 'desk') or near('chair', 'desk', 0, 0.5), not {item!r:.80}",
        kind="argument",
    )


def plain_kind(word: str) -> str | None:
    """The relation that a word or a plain variant of one means; None: it is none."""
    plain = re.sub(r"[\s-]+", "_", word.strip().lower())
    plain = _KIND_VARIANTS.get(plain, plain)
    return plain if plain in SIGNATURES else None


def read_relation_text(text: str) -> tuple[str, list[Any]] | None:
    """Kind and arguments of a relation given as text: "near('chair', 'desk')", "near(chair, desk)", "chair near desk"."""
    call = _TEXT_CALL.match(text)
    if call and (kind := plain_kind(call[1])):
        try:
            parsed = ast.parse(f"f({call[2]})", mode="eval").body
            assert isinstance(parsed, ast.Call)
            return kind, [a.id if isinstance(a, ast.Name) else ast.literal_eval(a) for a in parsed.args]
        except (SyntaxError, ValueError):
            return kind, [part.strip().strip("'\"") for part in call[2].split(",")]
    words = text.split()
    for width in (3, 2, 1):
        for i in range(1, len(words) - width + 1):
            kind = plain_kind("_".join(words[i : i + width]))
            a, b = words[:i], words[i + width :]
            a = [w for w in a if w not in ("is", "the", "a")] or a
            b = [w for w in b if w not in ("the", "a")] or b
            if kind and a:
                return kind, ["_".join(a), *(["_".join(b)] if b else [])]
    return None
