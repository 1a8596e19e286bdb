"""The TOML header of a catalogue object: its names, its support, and the parameters that can be changed.

The header is a comment block in the manner of PEP 723::

    # /// asset
    # word = "armchair"
    # synonyms = ["easy chair", "club chair"]
    # stands_for = ["chaise longue"]         # other things, drawn as this one while the catalogue has none of their own
    # category = "seating"
    # support = "floor"                      # floor | wall | ceiling | surface | rug
    # clearance = {front = 0.6}              # metres that stay free: front, back, left, right
    # colors = ["fabric"]                    # parameters of the root function that are colours; the first is the main
    # materials = ["legs"]                   # parameters that are surface words
    # [variants]                             # parameter -> {words that choose a value = value}
    # seats = {"loveseat" = 2, "three seater" = 3}
    # [joints.door]                          # parts named door turn: by a hinge at their left | right | outer | handle | top |
    # hinge = "left"                         # bottom | back side (:class:`scenewright.scene.model.PartJoint`)
    # reach = 110                            # degrees
    # riders = ["knob"]                      # what moves along
    # encloses = false                       # no space behind it (default: there is one)
    # [joints.drawer]                        # without hinge: parts named drawer slide to the front
    # reach = 0.8                            # share of their depth
    # ///
    ...
    @register("an upholstered armchair with rounded arms")
    def armchair(*, width=0.85, fabric=(0.55, 0.25, 0.2), legs="oak", seats=1):

The root function is the registered function with the file's name, else the last registered one. Each of its parameters has a
literal default. The header need not repeat the root function: its phrase is that of the object, and its defaults are the colours
(sRGB in [0, 1]; None: that of the surface) and the surfaces. A header may still have its own ``phrase``, and tables ``[colors]`` and
``[materials]`` of parameters and defaults. A word of `synonyms` that is also a variant's
word ('loveseat') finds the object and chooses the variant.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from scenewright.assets.toml_tables import toml_table
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.vocabulary import RGB, find_surface
from scenewright.scene.model import HINGE_SIDES, PartJoint

__all__ = [
    "SUPPORTS",
    "AssetHeader",
    "Clearance",
    "RegisteredFunction",
    "RootFunction",
    "Variant",
    "joint_lines",
    "parse_header",
    "read_clearance",
    "read_root",
    "registered_functions",
    "replace_defaults",
    "root_parameters",
    "split_header",
]

SUPPORTS = ("floor", "wall", "ceiling", "surface", "rug")
_MOST_VALUES = 10_000
OUR_LICENCE = "Apache-2.0"
OUR_AUTHOR = "The Scenewright authors"

Variant = bool | int | float | str
Clearance = Mapping[str, float]

_BLOCK = re.compile(r"(?m)^# /// asset[ \t]*\r?\n(?P<body>(?:^#(?:| .*)\r?\n)+?)^# ///[ \t]*\r?$\n?")
_SIDES = ("front", "back", "left", "right")
_KEYS = {
    "word", "synonyms", "stands_for", "phrase", "category", "support", "clearance", "colors", "materials", "variants",
    "joints", "licence", "author", "source", "title",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AssetHeader:
    """A parsed header. Colours are sRGB in [0, 1], or None for the colour of the surface; clearances are in metres."""

    word: str
    phrase: str
    category: str
    support: str = "floor"
    synonyms: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()
    clearance: Clearance = field(default_factory=dict)
    colors: Mapping[str, RGB | None] = field(default_factory=dict)
    materials: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[str, Mapping[str, Variant]] = field(default_factory=dict)
    joints: tuple[PartJoint, ...] = ()
    licence: str = OUR_LICENCE
    author: str = OUR_AUTHOR
    source: str = ""
    title: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The word and its synonyms, without `stands_for`."""
        return (self.word, *self.synonyms)


@dataclass(frozen=True, slots=True)
class RootFunction:
    """The phrase of the root function, and its parameters with their defaults, which a header may leave out."""

    phrase: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RegisteredFunction:
    """An entity function of a text. `needs_arguments`: whether a parameter has no default."""

    name: str
    phrase: str
    needs_arguments: bool


def registered_functions(text: str) -> list[RegisteredFunction]:
    """The entity functions of a text, in its order; of those with one name the last.

    Raises:
        AssetError: it is no Python that can be read.
    """
    try:
        functions = {f.name: f for f in _registered(ast.parse(text))}
    except SyntaxError as error:
        raise AssetError(f"line {error.lineno}: {error.msg}") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise AssetError(f"it cannot be read as Python: {error}") from error
    found = []
    for function in functions.values():
        args = function.args
        given = len(args.posonlyargs) + len(args.args) - len(args.defaults)
        found.append(RegisteredFunction(function.name, _phrase(function), given > 0 or None in args.kw_defaults))
    return found


def split_header(text: str) -> tuple[str, str]:
    """The TOML of the header and the program text without it.

    Raises:
        AssetError: the text has no ``# /// asset`` block, or several.
    """
    blocks = list(_BLOCK.finditer(text))
    if len(blocks) != 1:
        count = "no" if not blocks else "more than one"
        raise AssetError(f"{count} '# /// asset' block: an object's file has one, closed by '# ///'")
    block = blocks[0]
    toml = "".join(line[2:] if line.startswith("# ") else line[1:] for line in block["body"].splitlines(keepends=True))
    return toml, text[: block.start()] + text[block.end() :]


def parse_header(
    text: str, *, name: str = "", where: str = "the file", root: RootFunction | None = None
) -> AssetHeader:
    """The header of an object's program text.

    Args:
        text: the program with its header.
        name: the file's name without suffix, for the root function; '': the last registered function is the root.
        where: the name of the file in messages.
        root: the root function, if known; None: it is read from the text if the header needs it.

    Raises:
        AssetError: the header is missing, is not TOML, or has a wrong value; the message names `where`.
    """
    try:
        toml, _ = split_header(text)
        return _from_mapping(
            toml_table(toml.encode(), most=_MOST_VALUES), cache(lambda: read_root(text, name) if root is None else root)
        )
    except ValueError as error:
        raise AssetError(f"{where}: the asset header is not TOML: {error}") from error
    except AssetError as error:
        raise AssetError(f"{where}: {error}") from error


def _from_mapping(data: Mapping[str, Any], root: Callable[[], RootFunction]) -> AssetHeader:
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        raise AssetError(f"unknown key {unknown[0]!r} in the asset header; known are {', '.join(sorted(_KEYS))}")
    phrase = data["phrase"] if "phrase" in data else root().phrase
    for key, value in (("word", data.get("word")), ("phrase", phrase), ("category", data.get("category"))):
        if not isinstance(value, str) or not value.strip():
            instead = ', or its root function one: @register("...")' if key == "phrase" else ""
            raise AssetError(f'the asset header needs {key} = "..."{instead}')
    support = data.get("support", "floor")
    if support not in SUPPORTS:
        raise AssetError(f"support = {support!r}: it is one of {', '.join(SUPPORTS)}")
    return AssetHeader(
        word=data["word"].strip(),
        phrase=phrase.strip(),
        category=data["category"].strip(),
        support=support,
        synonyms=_words(data, "synonyms"),
        stands_for=_words(data, "stands_for"),
        clearance=read_clearance(data.get("clearance", {})),
        colors={name: _color(name, value) for name, value in _table(data, "colors", root).items()},
        materials={name: _material(name, value) for name, value in _table(data, "materials", root).items()},
        variants={name: _variant(name, value) for name, value in _table(data, "variants").items()},
        joints=tuple(_joint(name, value) for name, value in _table(data, "joints").items()),
        **{key: str(data[key]) for key in ("licence", "author", "source", "title") if key in data},
    )


def _words(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    words = data.get(key, [])
    if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
        raise AssetError(f"{key} is a list of words")
    return tuple(w.strip() for w in words)


def _table(data: Mapping[str, Any], key: str, root: Callable[[], RootFunction] | None = None) -> Mapping[str, Any]:
    """The parameters of a table with their values. For a list of names, the values are the defaults of the `root`."""
    value = data.get(key, {})
    if isinstance(value, list) and root is not None:
        if not all(isinstance(name, str) for name in value):
            raise AssetError(
                f"{key} is a list of parameters of the root function, or a table of them and their defaults"
            )
        parameters = root().parameters
        unknown = [name for name in value if name not in parameters]
        if unknown:
            raise AssetError(
                f"{key}: {unknown[0]!r} is no parameter of the root function; it has {', '.join(parameters)}"
            )
        return {name: parameters[name] for name in value}
    if not isinstance(value, dict):
        raise AssetError(f"[{key}] is a table of parameters")
    for name in value:
        if not name.isidentifier():
            raise AssetError(f"[{key}] {name!r} is no parameter name")
    return value


def read_clearance(value: Any) -> dict[str, float]:
    """Read clearances in metres by side; sides with 0 are left out.

    Raises:
        AssetError: the value is no table of sides and metres.
    """
    if not isinstance(value, dict) or set(value) - set(_SIDES):
        raise AssetError("clearance = {front = 0.6}: metres by side, of front, back, left, right")
    out: dict[str, float] = {}
    for side in _SIDES:
        metres = value.get(side, 0.0)
        if isinstance(metres, bool) or not isinstance(metres, int | float) or not 0 <= metres <= 5:
            raise AssetError(f"clearance {side} = {metres!r}: metres from 0 to 5")
        if metres:
            out[side] = float(metres)
    return out


def _joint(part: str, value: Any) -> PartJoint:
    if not isinstance(value, dict) or set(value) - {"hinge", "reach", "riders", "encloses"}:
        raise AssetError(f"[joints.{part}] has hinge, reach, riders and encloses")
    hinge, reach, encloses = value.get("hinge"), value.get("reach"), value.get("encloses", True)
    if hinge is not None and hinge not in HINGE_SIDES:
        raise AssetError(f"[joints.{part}] hinge = {hinge!r}: it is one of {', '.join(HINGE_SIDES)}; a slide has none")
    most = 1.0 if hinge is None else 180.0
    if isinstance(reach, bool) or not isinstance(reach, int | float) or not 0 < reach <= most:
        unit = "the share of its depth that a slide opens by" if hinge is None else "degrees"
        raise AssetError(f"[joints.{part}] reach = {reach!r}: {unit}, above 0 and at most {most:g}")
    if not isinstance(encloses, bool):
        raise AssetError(f"[joints.{part}] encloses = {encloses!r}: it is true or false")
    return PartJoint(part, hinge, float(reach), _words(value, "riders"), encloses)


def joint_lines(joints: Sequence[PartJoint]) -> list[str]:
    """The tables of a header that say the same as `joints`, line by line."""
    lines: list[str] = []
    for joint in joints:
        lines.append(f"[joints.{joint.part}]")
        if joint.hinge is not None:
            lines.append(f"hinge = {json.dumps(joint.hinge)}")
        lines.append(f"reach = {joint.reach!r}")
        if joint.riders:
            lines.append(f"riders = {json.dumps(joint.riders)}")
        if not joint.encloses:
            lines.append("encloses = false")
    return lines


def _color(name: str, value: Any) -> RGB | None:
    if value is None:
        return None
    if (
        isinstance(value, list | tuple)
        and len(value) == 3
        and all(isinstance(c, int | float) and 0 <= c <= 1 for c in value)
    ):
        return (float(value[0]), float(value[1]), float(value[2]))
    raise AssetError(f"[colors] {name} = {value!r}: three numbers from 0 to 1")


def _material(name: str, value: Any) -> str:
    if isinstance(value, str) and find_surface(value) is not None:
        return value
    raise AssetError(
        f'[materials] {name} = {value!r}: a surface word such as "oak" (scene/language/vocabulary/surfaces.py)'
    )


def _variant(name: str, value: Any) -> dict[str, Variant]:
    if isinstance(value, dict) and value and all(isinstance(v, bool | int | float | str) for v in value.values()):
        return dict(value)
    raise AssetError(f"[variants] {name} = {value!r}: a table of words and the values that they choose")


# -- the root function --------------------------------------------------------------------------------------------


def _registered(module: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                called = decorator.func if isinstance(decorator, ast.Call) else decorator
                if isinstance(called, ast.Name) and called.id == "register":
                    yield node


def _root(text: str, name: str) -> ast.FunctionDef:
    try:
        functions = list(_registered(ast.parse(text)))
    except SyntaxError as error:
        raise AssetError(f"{name}, line {error.lineno}: {error.msg}") from error
    if not functions:
        raise AssetError(f"no function of {name} is registered")
    return next((f for f in functions if f.name == name), functions[-1])


def _defaults(function: ast.FunctionDef) -> dict[str, ast.expr]:
    args = function.args
    positional = [*args.posonlyargs, *args.args]
    pairs: list[tuple[ast.arg, ast.expr | None]] = list(
        zip(positional, [None] * (len(positional) - len(args.defaults)) + list(args.defaults), strict=True)
    )
    pairs += list(zip(args.kwonlyargs, args.kw_defaults, strict=True))
    missing = [a.arg for a, default in pairs if default is None]
    if missing:
        raise AssetError(f"parameter {missing[0]!r} of {function.name}() has no default")
    return {a.arg: default for a, default in pairs if default is not None}


def _phrase(function: ast.FunctionDef) -> str:
    """The phrase of a function in ``@register``, else its docstring."""
    for decorator in function.decorator_list:
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "register":
            phrases = [*decorator.args[:1], *(k.value for k in decorator.keywords if k.arg == "docstring")]
            if phrases and isinstance(phrases[0], ast.Constant) and isinstance(phrases[0].value, str):
                return phrases[0].value
    return ast.get_docstring(function) or ""


def read_root(text: str, name: str) -> RootFunction:
    """The phrase and the parameters of the root function of the file `name`.

    Raises:
        AssetError: see :func:`root_parameters`.
    """
    return RootFunction(_phrase(_root(text, name)), root_parameters(text, name))


def root_parameters(text: str, name: str) -> dict[str, Any]:
    """Parameters of the root function of the file `name` and their literal defaults, in order.

    Raises:
        AssetError: the text is not Python, no function is registered, or a default is missing or no literal.
    """
    out: dict[str, Any] = {}
    for parameter, node in _defaults(_root(text, name)).items():
        try:
            out[parameter] = ast.literal_eval(node)
        except ValueError as error:
            raise AssetError(f"the default of {parameter!r} of {name}() is no literal") from error
    return out


def replace_defaults(text: str, name: str, arguments: Mapping[str, Any]) -> str:
    """The program with the root function's defaults set to `arguments`; every other byte stays.

    Raises:
        AssetError: the root function has no such parameter.
    """
    nodes = _defaults(_root(text, name))
    unknown = sorted(set(arguments) - set(nodes))
    if unknown:
        raise AssetError(f"{name}() has no parameter {unknown[0]!r}; it has {', '.join(nodes)}")
    lines = text.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    data = bytearray(text.encode())
    spans: Sequence[tuple[int, int, str]] = sorted(
        (
            starts[nodes[p].lineno - 1] + nodes[p].col_offset,
            starts[(nodes[p].end_lineno or 1) - 1] + (nodes[p].end_col_offset or 0),
            repr(value),
        )
        for p, value in arguments.items()
    )
    for start, end, value in reversed(spans):
        data[start:end] = value.encode()
    return data.decode()
