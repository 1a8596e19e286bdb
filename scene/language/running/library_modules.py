"""The libraries of one evaluation as modules. Each runs once, when it is first imported, within the evaluation of the program."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.running.source import compiled, parse
from scenewright.scene.language.vocabulary import BROUGHT_NAMES, LIBRARY_FILE, EntityFunction, Evaluation, closest
from scenewright.scene.model import LibraryUse

__all__ = ["LibraryModules"]


class LibraryModules:
    """The modules of one run. `texts`: of the libraries, by name; they were checked before."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """
        Raises:
            ProgramError: Python refuses a text only when it is compiled; `library` says which.
        """
        self._codes = {name: _code(name, text) for name, text in texts.items()}
        self._modules: dict[str, types.ModuleType] = {}
        self._builtins: dict[str, Any] = {}

    def builtins(self, session: Evaluation, visible: Mapping[str, Any]) -> dict[str, Any]:
        """The builtins for the program and its libraries: those that are `visible`, with an import that finds the libraries."""
        self._modules = {}
        self._builtins = dict(visible)
        if not self._codes:
            return self._builtins
        other = visible["__import__"]

        def importing(
            name: str,
            globals: Mapping[str, Any] | None = None,
            locals: Mapping[str, Any] | None = None,
            fromlist: Sequence[str] | None = (),
            level: int = 0,
        ) -> Any:
            if level or name not in self._codes:
                return other(name, globals, locals, fromlist, level)
            module = self._modules.get(name) or self._run(name, session)
            if fromlist:
                _check_names(module, fromlist, globals or {}, session)
            return module

        self._builtins["__import__"] = importing
        return self._builtins

    def _run(self, name: str, session: Evaluation) -> types.ModuleType:
        module = types.ModuleType(name)
        space = vars(module)
        space |= {"__file__": f"{name}.py", "__builtins__": self._builtins}
        session.borrowed.setdefault(name, {})
        declared, count = session.extras, len(session.extras)
        animation, session.animation = session.animation, None
        try:
            exec(self._codes[name], space)  # noqa: S102 - as the program itself; confinement is the child's
        finally:
            session.animation = animation
        if len(declared) > count:
            del declared[count:]
            session.warn(
                f"{name}.py declares lights, cameras, relations or the like outside of a function: they are left out, since importing "
                "a library changes no scene. Declare them in a function that the program calls"
            )
        space.setdefault("__all__", _public(space))
        self._modules[name] = module
        return module

    def uses(self, session: Evaluation) -> tuple[LibraryUse, ...]:
        """The libraries of the run with the entities that the program can call by their own names."""
        out = []
        for name in sorted(self._codes):
            own = session.borrowed.get(name, {})
            entities = tuple(sorted(n for n in own if n not in session.registry))
            out.append(LibraryUse(name, entities))
        return tuple(out)


def _code(name: str, text: str) -> types.CodeType:
    try:
        return compiled(parse(text), LIBRARY_FILE + name)
    except ProgramError as error:
        error.library = name
        raise


@cache
def _language() -> Mapping[str, Any]:
    from scenewright.scene import language

    return MappingProxyType({name: getattr(language, name) for name in language.__all__})


def _public(space: Mapping[str, Any]) -> list[str]:
    """What ``from library import *`` brings: its names without an underscore in front, but neither modules, nor what the language brings,
    nor short names such as `T` that programs have from it for types."""
    language = _language()
    return [
        name
        for name, value in space.items()
        if not name.startswith("_")
        and name not in BROUGHT_NAMES
        and not isinstance(value, types.ModuleType)
        and value is not language.get(name)
    ]


def _check_names(
    module: types.ModuleType, names: Sequence[str], importer: Mapping[str, Any], session: Evaluation
) -> None:
    """Raise unless a module has the names that are imported from it. A star must not take names of the language."""
    space = vars(module)
    if "*" not in names:
        missing = next((name for name in names if name not in space), None)
        if missing is not None:
            near = closest(missing, [n for n in space["__all__"] if isinstance(n, str)])
            raise ProgramError(f"the library '{module.__name__}' has no {missing!r}{near}", kind="library")
        return
    listed = space["__all__"]
    if not isinstance(listed, (list, tuple)) or not all(isinstance(n, str) and n in space for n in listed):
        raise ProgramError(
            f"__all__ of the library '{module.__name__}' is no list of names that the library has: correct it",
            kind="library",
        )
    language = _language()
    for name in listed:
        if name in language and space[name] is not language[name]:
            raise ProgramError(
                f"the library '{module.__name__}' has a {name!r} of its own, and {name!r} is a name of the language, which "
                f"`import *` must not replace: rename it in {module.__name__}.py, or import the names that are needed",
                kind="library",
            )
        before = importer.get(name)
        if isinstance(before, EntityFunction) and before is not space[name]:
            whose = "the program" if before.library is None else f"the library {before.library}"
            session.warn(f"the import of everything from '{module.__name__}' replaces the '{name}' of {whose}")
