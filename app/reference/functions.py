"""Entries of the functions of the language, from their signatures and docstrings.

A docstring has sections in Google's style. Its ``Args`` name the documented arguments; a signature has further parameters where the
language reads what models write from memory. An argument whose default is None must be given, unless its text says what None means.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

from docstring_parser import Docstring, DocstringStyle, parse

from scenewright.app.reference.entry import Argument, Entry, EntryKind
from scenewright.app.reference.programs import program_of
from scenewright.scene import language
from scenewright.scene.language.relations import KINDS

__all__ = ["function_entries", "language_functions"]

_HEADINGS = {
    "registry": "Entities",
    "shapes": "Shapes",
    "primitives": "Primitives",
    "placing": "Placing and objects",
    "matrices": "Poses",
    "measuring": "Measuring",
    "rooms": "The room",
    "surfaces": "Looks",
    "colors": "Looks",
    "annotations": "Identity, light, cameras, adjusts",
    "relations": "Relations",
}
"""The heading of each module of the vocabulary."""

_LANGUAGE = "scenewright.scene.language."


def language_functions() -> dict[str, Callable[..., Any]]:
    """The functions that a program gets by its one import, by name, in the order of the reference; relations have entries of their own."""
    found = {}
    for name in language.__all__:
        value = getattr(language, name)
        if inspect.isfunction(value) and value.__module__.startswith(_LANGUAGE) and name not in KINDS:
            found[name] = value
    order = list(_HEADINGS)
    return dict(sorted(found.items(), key=lambda item: (order.index(_module(item[1])), _line(item[1]))))


def function_entries() -> Iterator[Entry]:
    """One entry for each function."""
    for name, function in language_functions().items():
        text = inspect.getdoc(function) or ""
        documented = parse(text, DocstringStyle.GOOGLE)
        arguments = tuple(_arguments(function, documented))
        returns = documented.returns
        yield Entry(
            name,
            EntryKind.FUNCTION,
            _HEADINGS[_module(function)],
            (_call(name, function, arguments),),
            tuple(_paragraphs(name, text)),
            arguments,
            returns="" if returns is None else _sentence(_returned(returns.type_name, returns.description)),
            refused=tuple(_sentence(r.description) for r in documented.raises),
            program=program_of(name),
        )


def _module(function: Callable[..., Any]) -> str:
    return function.__module__.rsplit(".", 1)[-1]


def _line(function: Callable[..., Any]) -> int:
    return inspect.unwrap(function).__code__.co_firstlineno


def _arguments(function: Callable[..., Any], documented: Docstring) -> Iterator[Argument]:
    parameters = inspect.signature(function).parameters
    for given in documented.params:
        meaning = _sentence(given.description)
        parameter = parameters.get(given.arg_name)
        default = None if parameter is None else parameter.default
        needed = parameter is None or default is parameter.empty or (default is None and "None:" not in meaning)
        yield Argument(given.arg_name, meaning, None if needed else repr(default))


def _call(name: str, function: Callable[..., Any], arguments: tuple[Argument, ...]) -> str:
    parameters = inspect.signature(function).parameters
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    written, keywords = [], False
    for argument in arguments:
        parameter = parameters.get(argument.name)
        if parameter is not None and parameter.kind is parameter.KEYWORD_ONLY and not keywords:
            written.append("*")
            keywords = True
        star = "" if parameter is None else stars.get(parameter.kind, "")
        default = "" if argument.default is None else f"={argument.default}"
        written.append(f"{star}{argument.name}{default}")
    at = "@" if name.startswith("register") else ""
    return f"{at}{name}({', '.join(written)})"


def _paragraphs(name: str, text: str) -> Iterator[str]:
    """The text before the sections. A call of the function at its beginning is left out, since the entry shows it."""
    text = re.split(r"^(?:Args|Returns|Raises):$", text, maxsplit=1, flags=re.MULTILINE)[0]
    text = re.sub(rf"^``{name}\([^`]*\)``: ", "", text.strip())
    for paragraph in re.split(r"\n\s*\n", text):
        yield _sentence(" ".join(paragraph.split()))


def _returned(kind: str | None, text: str | None) -> str:
    """A colon in the first line of a returned value divides it for the parser; here it is put together again."""
    return f"{kind}: {text}" if kind else text or ""


def _sentence(text: str | None) -> str:
    """The text in one line, with one kind of quotes around code, a capital and a full stop."""
    plain = " ".join((text or "").split()).replace("``", "`")
    if not plain:
        return ""
    begin = plain[0] if plain.startswith("sRGB") else plain[0].upper()
    return begin + plain[1:] + ("" if plain.endswith((".", "!", "?")) else ".")
