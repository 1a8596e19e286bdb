"""Calls with a missing, an unknown or one argument too many give our error, which names the argument, instead of Python's TypeError."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Collection, Mapping
from inspect import Parameter
from typing import Any, ParamSpec, TypeVar

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.printing import cut

__all__ = ["named_arguments", "named_fields"]

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

_MOST_NAME = 40
"""Characters of an unknown name that a message repeats."""


def named_arguments(
    refuse: type[ScenewrightError], *, name: str | None = None, hidden: Collection[str] = ()
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a function, so that a call whose arguments do not fit its signature raises `refuse` with the argument's name as ``field``.

    A call that fits costs nothing more: the signature is only looked at after a TypeError.

    Args:
        name: what messages call the function; None: its own name.
        hidden: arguments that messages do not list.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def checked(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return function(*args, **kwargs)
            except TypeError:
                problem = _problem(function, name or function.__name__, args, kwargs, hidden)
                if problem is None:
                    raise
                message, field = problem
                raise refuse(message).about(field) from None

        return checked

    return decorate


def named_fields(
    refuse: type[ScenewrightError], *, name: str | None = None, hidden: Collection[str] = ()
) -> Callable[[type[T]], type[T]]:
    """Decorate a class, so that :func:`named_arguments` holds for its constructor."""

    def decorate(cls: type[T]) -> type[T]:
        made: Any = cls
        made.__init__ = named_arguments(refuse, name=name or cls.__name__, hidden=hidden)(made.__init__)
        return cls

    return decorate


def _problem(
    function: Callable[..., object],
    name: str,
    args: tuple[object, ...],
    kwargs: Mapping[str, object],
    hidden: Collection[str],
) -> tuple[str, str] | None:
    """What is wrong with the arguments, and the name of the first wrong one; None if they fit the signature."""
    signature = inspect.signature(function)
    try:
        signature.bind(*args, **kwargs)
    except TypeError:
        pass
    else:
        return None
    parameters = [p for p in signature.parameters.values() if p.name not in ("self", "cls")]
    given = args[1:] if len(parameters) < len(signature.parameters) else args
    takes = ", ".join(p.name for p in parameters if p.name not in hidden)
    by_position = [p.name for p in parameters if p.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)]
    unknown = next((key for key in kwargs if key not in signature.parameters), None)
    if unknown is not None:
        return f"{name} has no argument '{cut(unknown, _MOST_NAME)}': it takes {takes}", unknown
    if len(given) > len(by_position):
        most = len(by_position)
        return (
            f"{name} takes {most} argument{'' if most == 1 else 's'} by position, and {len(given)} were given: name the others",
            "",
        )
    twice = next((key for key in by_position[: len(given)] if key in kwargs), None)
    if twice is not None:
        return f"{name} was given '{twice}' twice: once by position, once by name", twice
    have = {*by_position[: len(given)], *kwargs}
    missing = [p.name for p in parameters if p.default is Parameter.empty and p.name not in have]
    needed = " and ".join(f"'{n}'" for n in missing)
    return f"{name} needs {needed}: it takes {takes}", missing[0] if missing else ""
