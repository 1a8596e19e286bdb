"""Entities: functions that a program registers and calls, and its animation."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterable
from typing import Any, Generic, ParamSpec, overload

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.annotations import as_embedding
from scenewright.scene.language.vocabulary.argument_types import ShapeLike, Words
from scenewright.scene.language.vocabulary.evaluation import (
    PROGRAM_FILE,
    Evaluation,
    caller_span,
    closest,
    current,
    library_of,
    short_text,
    user_frame,
)
from scenewright.scene.language.vocabulary.shapes import Node, Part, Shape, as_shape
from scenewright.scene.language.vocabulary.vectors import shown
from scenewright.scene.limits import NAME_CHARACTERS, PHRASE_CHARACTERS
from scenewright.scene.model import Embedding, NodeKind, SourceSpan

__all__ = ["EntityFunction", "call_entity", "library_call", "lookup", "register", "register_animation", "returned"]

Parameters = ParamSpec("Parameters")


class EntityFunction(Generic[Parameters]):
    """A registered function. Calling it makes an instance, as ``library_call`` with its name does."""

    def __init__(self, function: Callable[..., Any], phrase: str | None, animation: bool = False) -> None:
        self.function = function
        self.name = short_text(function.__name__, NAME_CHARACTERS, "the name of an entity")
        self.phrase = _shortened(phrase, self.name)
        self.animation = animation
        self.signature = inspect.signature(function)
        functools.update_wrapper(self, function)

    @overload
    def __call__(self, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Shape: ...
    @overload
    def __call__(self, *args: object, z: Words, **kwargs: object) -> Shape: ...
    def __call__(self, *args: Any, **kwargs: Any) -> Shape:
        return call_entity(self, args, kwargs, caller_span())

    @property
    def line(self) -> int | None:
        """First line of the function in the program or its library, from 1; None for a function from elsewhere."""
        file, line = self._place
        return line if file == PROGRAM_FILE or library_of(file) is not None else None

    @property
    def library(self) -> str | None:
        """The library that has the function; None for one of the program."""
        return library_of(self._place[0])

    @property
    def key(self) -> str:
        """Tells it from an entity of the same name in the program or in another library."""
        return self.name if self.library is None else f"{self.library}.{self.name}"

    @functools.cached_property
    def _place(self) -> tuple[str, int]:
        code = getattr(inspect.unwrap(self.function), "__code__", None)
        return ("", 0) if code is None else (code.co_filename, code.co_firstlineno)

    @property
    def needs_arguments(self) -> bool:
        return any(
            p.default is p.empty and p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)
            for p in self.signature.parameters.values()
        )

    def has_own(self, z: Any) -> bool:
        """Whether this `z` is the value of a parameter of that name, such as a coordinate, and not an identity."""
        return self.takes("z") and z is not None and not isinstance(z, Embedding | str)

    def takes(self, keyword: str) -> bool:
        parameters = self.signature.parameters
        return keyword in parameters or any(p.kind is p.VAR_KEYWORD for p in parameters.values())


def _shortened(phrase: str | None, name: str) -> str | None:
    """The phrase up to its limit: what a program says of an entity may be an essay, and its first sentences describe it."""
    if phrase is None or len(phrase) <= PHRASE_CHARACTERS:
        return phrase
    current().warn(f"the phrase of '{name}' is {len(phrase):,} characters long: it was cut to {PHRASE_CHARACTERS:,}")
    return phrase[:PHRASE_CHARACTERS]


@overload
def register(docstring: Callable[Parameters, ShapeLike]) -> EntityFunction[Parameters]: ...
@overload
def register(
    docstring: str | None = None, **ignored: object
) -> Callable[[Callable[Parameters, ShapeLike]], EntityFunction[Parameters]]: ...
def register(docstring: Any = None, **ignored: object) -> Any:
    """Decorator that registers an entity function: its name is the word of the entity, `docstring` its longer phrase.

    Further keywords of the published language (``check`` ...) are accepted and have no effect.

    Args:
        docstring: a phrase that says more than the name does. None: the function's own docstring, if it has one.

    Returns:
        the function as an entity: calling it makes an instance.
    """
    if callable(docstring) and not isinstance(docstring, str):  # @register without parentheses
        return _register(docstring, None)
    phrase = None if docstring is None else str(docstring)

    def decorate(function: Callable[..., Any]) -> EntityFunction[...]:
        return _register(function, phrase)

    return decorate


def _register(function: Callable[..., Any], phrase: str | None) -> EntityFunction[...]:
    session = current()
    if isinstance(function, EntityFunction):
        function = function.function
    if not callable(function) or not hasattr(function, "__name__"):
        raise ProgramError("@register stands above a function: @register('phrase') def name(): ...", kind="argument")
    entity: EntityFunction[...] = EntityFunction(function, phrase or inspect.getdoc(function))
    registry = session.registry if entity.library is None else session.borrowed.setdefault(entity.library, {})
    if entity.name in registry:
        session.warn(f"'{entity.name}' is registered twice: the later one counts", caller_span())
        del registry[entity.name]
    registry[entity.name] = entity
    if entity.library is None and session.borrowed:
        frame = user_frame(sys._getframe(1))
        before = None if frame is None else frame.f_globals.get(entity.name)
        if isinstance(before, EntityFunction) and before.library is not None:
            text = f"'{entity.name}' is also an entity of the library {before.library}: here the name means that of the program"
            session.warn(text, caller_span())
    return entity


@overload
def register_animation(docstring: Callable[Parameters, Iterable[ShapeLike]]) -> EntityFunction[Parameters]: ...
@overload
def register_animation(
    docstring: str | None = None, **ignored: object
) -> Callable[[Callable[Parameters, Iterable[ShapeLike]]], EntityFunction[Parameters]]: ...
def register_animation(docstring: Any = None, **ignored: object) -> Any:
    """Decorator for a generator that yields one shape a frame; at most one in a program.

    Args:
        docstring: a phrase that describes it. None: the function's own docstring, if it has one.

    Returns:
        the generator as the animation of the program.

    Raises:
        ProgramError: the program has an animation already.
    """

    def decorate(function: Callable[..., Any]) -> EntityFunction[...]:
        session = current()
        if session.animation is not None:
            raise ProgramError(
                f"a program has at most one animation: '{session.animation.name}' is registered already",
                kind="argument",
            )
        session.animation = EntityFunction(function, phrase, animation=True)
        return session.animation

    if callable(docstring) and not isinstance(docstring, str):
        function, phrase = docstring, None
        return decorate(function)
    phrase = None if docstring is None else str(docstring)
    return decorate


def lookup(name: Any) -> EntityFunction[...]:
    """The registered function of that name, else the one with that phrase, as in the published language.

    A name means what it means where the call stands: an entity of the same text, else one that the text imports under this name, else
    one of the program, else the last one of any library.

    Raises:
        ProgramError: there is none; the message names the closest.
    """
    if isinstance(name, EntityFunction):
        return name
    session = current()
    entity = _named(session, name) or _of_phrase(session, name) if isinstance(name, str) else None
    if entity is None:
        names = [*session.registry, *(n for own in session.borrowed.values() for n in own)]
        known = ", ".join(sorted(names)[:12]) or "none"
        near = closest(str(name), names) or f"; registered are: {known}"
        raise ProgramError(f"there is no entity {shown(name)}{near}", kind="unknown-entity")
    return entity


def _named(session: Evaluation, name: str) -> EntityFunction[...] | None:
    if not session.borrowed:
        return session.registry.get(name)
    frame = user_frame(sys._getframe(1))
    library = None if frame is None else library_of(frame.f_code.co_filename)
    own = session.registry if library is None else session.borrowed.get(library, {})
    if name in own:
        return own[name]
    imported = None if frame is None else frame.f_globals.get(name)
    if isinstance(imported, EntityFunction):
        return imported
    registries = (session.registry, *reversed(session.borrowed.values()))
    return next((registry[name] for registry in registries if name in registry), None)


def _of_phrase(session: Evaluation, words: str) -> EntityFunction[...] | None:
    """The entity whose phrase is `words`, or begins with `words` and a semicolon; None where there is none."""
    registries = (session.registry, *session.borrowed.values())
    entities = [e for registry in registries for e in registry.values() if e.phrase]
    exact = [e for e in entities if e.phrase == words]
    matches = exact or [e for e in entities if e.phrase and e.phrase.partition(";")[0] == words]
    if not matches:
        return None
    current().warn(f"entity {shown(words)} was read as '{matches[0].name}', which has this phrase", caller_span())
    return matches[0]


@overload
def library_call(func_name: str | EntityFunction[...], /, *args: object, **kwargs: object) -> Shape: ...
@overload
def library_call(*, func_name: str | EntityFunction[...], **kwargs: object) -> Shape: ...
def library_call(*args: Any, **kwargs: Any) -> Shape:
    """``library_call(func_name, **kwargs)``: one instance of an entity.

    Args:
        func_name: name of a registered function.
        kwargs: arguments of that function, and ``z=embed(...)`` for its identity.

    Returns:
        a shape with this instance as its one part.

    Raises:
        ProgramError: there is no such entity, or it does not take these arguments.
    """
    if not args:
        if "func_name" not in kwargs:
            raise ProgramError(
                "library_call needs the name of an entity: library_call('chair', width=0.5)", kind="argument"
            )
        args = (kwargs.pop("func_name"),)
    return call_entity(lookup(args[0]), args[1:], kwargs, caller_span())


def returned(result: Any, entity: EntityFunction[...], verb: str = "returns") -> Shape:
    """The result of an entity's function as a shape. `verb` says in messages how the function gave it.

    Raises:
        ProgramError: it is not a shape; with the line of the function.
    """
    if isinstance(result, Shape):
        return result
    try:
        return as_shape(result, f"what '{entity.name}' {verb}")
    except ProgramError as error:
        if type(error) is ProgramError and error.line is None:
            error.line, error.library = entity.line, entity.library
        raise


def call_entity(
    entity: EntityFunction[...],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    span: SourceSpan | None,
    name: str | None = None,
    place: int = -1,
) -> Shape:
    """Run an entity function and wrap what it returns as one node.

    Args:
        span: the call in the program's text.
        name: of the instance, as ``place`` gives it.
        place: index of the ``place`` call in the evaluation; -1 where it was not placed.

    Raises:
        ProgramError: the arguments do not fit the function, or it returns something that is not a shape.
    """
    session = current()
    z: Embedding | None = None
    if "z" in kwargs and not entity.has_own(kwargs["z"]):
        z = as_embedding(kwargs["z"])
        kwargs = {**kwargs, "z": z}
        if not entity.takes("z"):
            del kwargs["z"]
    try:
        entity.signature.bind(*args, **kwargs)
    except TypeError as error:
        wrong = [k for k in kwargs if not entity.takes(k)]
        parameters = list(entity.signature.parameters)
        takes = f"takes {', '.join(parameters)}" if parameters else "takes no arguments"
        if wrong:
            text = f"'{entity.name}' has no parameter {wrong[0]!r}{closest(wrong[0], parameters)}; it {takes}"
        else:
            text = f"'{entity.name}': {error}; it {takes}"
        raise ProgramError(text, kind="argument") from None
    call = session.enter(entity.name, entity.key)
    try:
        result = entity.function(*args, **kwargs)
        shape = returned(result, entity)
    finally:
        session.stack.pop()
    node = Node(
        NodeKind.ENTITY,
        entity.name,
        phrase=entity.phrase,
        parts=shape.parts(),
        z=session.embedding(z),
        span=span,
        extras=call.extras,
        total=1 + shape.total,
    )
    session.check_rows(node.total)
    return Shape((Part(node, None, name, place),), total=node.total)
