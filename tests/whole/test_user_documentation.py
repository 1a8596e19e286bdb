"""What `help(sw.render)` and an editor say of the public names: each argument, attribute and method, and what can go wrong."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

import pytest

import scenewright as sw

NAMES = [name for name in sw.__all__ if name != "__version__"]
FUNCTIONS = [name for name in NAMES if inspect.isfunction(getattr(sw, name))]
CLASSES = [name for name in NAMES if inspect.isclass(getattr(sw, name))]


def words_of(text: str) -> set[str]:
    """Names that a docstring explains: before a colon at the start of a line, or in backticks."""
    listed = re.findall(r"^\s+(\w+(?:, \w+)*):", text, re.MULTILINE)
    return {name for names in listed for name in names.split(", ")} | set(re.findall(r"[`]([\w]+)[`]", text))


def methods(cls: type) -> Iterator[tuple[str, Callable[..., object]]]:
    for name, member in vars(cls).items():
        function = member.fget if isinstance(member, property) else member
        function = getattr(function, "func", getattr(function, "__func__", function))
        if not name.startswith("_") and inspect.isfunction(function):
            yield name, function


def is_explained(cls: type, field: str) -> bool:
    """In the docstring of the class, or in a text or comment beside the field."""
    for base in cls.__mro__:
        if not base.__module__.startswith("scenewright"):
            continue
        if re.search(
            rf"\b{field}\b", (base.__doc__ or "").partition("\n\n")[0] + " " + " ".join(words_of(base.__doc__ or ""))
        ):
            return True
        if re.search(rf'^    {field}: [^\n]*(?:#|\n    """)', inspect.getsource(base), re.MULTILINE):
            return True
    return False


def test_both_kinds_of_names_are_found() -> None:
    assert len(FUNCTIONS) + len(CLASSES) == len(NAMES)
    assert min(len(FUNCTIONS), len(CLASSES)) > 25


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_explains_its_arguments_and_errors(name: str) -> None:
    function = getattr(sw, name)
    text = inspect.getdoc(function) or ""
    assert set(inspect.signature(function).parameters) - words_of(text) == set()
    assert "\nRaises:\n" in text


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_explains_its_attributes_and_methods(name: str) -> None:
    cls = getattr(sw, name)
    text = cls.__doc__ or ""
    assert text, "the docstring is missing"
    assert not text.startswith(f"{name}("), "the docstring is the one that dataclasses make"
    assert [method for method, function in methods(cls) if not function.__doc__] == []
    named = [f.name for f in fields(cls)] if is_dataclass(cls) else list(getattr(cls, "model_fields", {}))
    assert [field for field in named if not field.startswith("_") and not is_explained(cls, field)] == []


@pytest.mark.parametrize(
    ("name", "source"), [("rasterize", "Kerbl"), ("TrainingOptions", "gsplat"), ("RasterSettings", "gsplat")]
)
def test_what_follows_a_publication_names_it(name: str, source: str) -> None:
    assert source in (inspect.getdoc(getattr(sw, name)) or "")
