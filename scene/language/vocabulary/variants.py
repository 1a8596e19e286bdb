"""Other names of keywords that people and models write. They are read with a warning."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any, TypeVar

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.evaluation import caller_span, current

__all__ = ["form_of", "synonyms"]

_F = TypeVar("_F", bound=Callable[..., Any])


def form_of(function: Callable[..., Any]) -> str:
    """The call of a function of the language as text: name and parameters, with defaults and without types."""
    signature = inspect.signature(function)
    shown = [
        p.replace(annotation=p.empty)
        for p in signature.parameters.values()
        if p.kind is not p.VAR_KEYWORD and not p.name.startswith("_")
    ]
    return f"{function.__name__}{signature.replace(parameters=shown, return_annotation=signature.empty)}"


def synonyms(**others: str) -> Callable[[_F], _F]:
    """Decorator: gives the other names of each keyword, as words in one string.

    The decorated function raises ProgramError where a call gives a keyword under two of its names.
    """
    plain = {other: keyword for keyword, names in others.items() for other in names.split()}

    def decorate(function: _F) -> _F:
        @functools.wraps(function)
        def read(*args: Any, **kwargs: Any) -> Any:
            for other in [key for key in kwargs if key in plain]:
                keyword = plain[other]
                if keyword in kwargs:
                    raise ProgramError(
                        f"{function.__name__} was given both {other!r} and {keyword!r}, which mean the same: {form_of(function)}",
                        kind="argument",
                    )
                current().warn(
                    f"'{other}' of {function.__name__} was read as '{keyword}': {form_of(function)}", caller_span()
                )
                kwargs[keyword] = kwargs.pop(other)
            return function(*args, **kwargs)

        return read  # type: ignore[return-value]

    return decorate
