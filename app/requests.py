"""Typed requests, which actions and the parts below them take."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationError, model_validator
from pydantic_core import CoreSchema

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.limits import NAME_CHARACTERS
from scenewright.scene.strict_types import first_problem, plain_value, shown_value, strict_schema

_MOST_PATH = 4_096
"""Characters. No file system here takes more."""

__all__ = ["Request", "RequestError", "checked_start", "refused_request"]


class Request(BaseModel):
    """The input of an action. Its JSON schema is :meth:`model_json_schema`; the docstring below a field is its description there.
    Unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, allow_inf_nan=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of pydantic with strict single values: a text is no number, and a boolean neither."""
        return strict_schema(handler(source))  # type: ignore[no-any-return]

    def __init__(self, **values: Any) -> None:
        """
        Raises:
            RequestError: a field is missing, unknown or has a wrong value.
        """
        try:
            super().__init__(**{name: plain_value(value) for name, value in values.items()})
        except ValidationError as error:
            hidden = frozenset(name for name, field in type(self).model_fields.items() if not field.repr)
            raise refused_request(error, hidden, fields=list(type(self).model_fields)) from None

    @model_validator(mode="after")
    def _usable_paths(self) -> Self:
        for name in type(self).model_fields:
            value = getattr(self, name)
            for path in value if isinstance(value, tuple) else (value,):
                if isinstance(path, Path):
                    _refuse_path(name, str(path))
        return self


def _refuse_path(field: str, path: str) -> None:
    if len(path) > _MOST_PATH or "\0" in path:
        reason = (
            "holds a null character" if "\0" in path else f"has {len(path):,} characters, and {_MOST_PATH:,} are taken"
        )
        raise RequestError(f"{field}: the path {shown_value(path)} {reason}", field=field)


def checked_start(seed: Any, root: Any) -> tuple[int | None, str | None]:
    """The seed and the root entity of an evaluation, from Python callers.

    Raises:
        RequestError: the seed is no whole number of ordinary size, or the root no name.
    """
    start = _Start(seed=seed, root=root)
    return start.seed, start.root


class RequestError(ScenewrightError):
    """A request is not valid. `field`: the first wrong field, or '' if the request as a whole is wrong. `also`: further fields that
    the message names."""

    exit_code = 2

    def __init__(self, message: str, *, field: str = "", also: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.also = tuple(also)


class _Start(Request):
    """What an evaluation begins with."""

    seed: int | None = None
    """Random seed."""
    root: Annotated[str, Field(max_length=NAME_CHARACTERS)] | None = None
    """Entity to evaluate as the scene."""


def refused_request(
    error: ValidationError, hidden: frozenset[str] = frozenset(), *, fields: Sequence[str] = ()
) -> RequestError:
    """The error for people, from the first problem that pydantic found.

    Args:
        hidden: fields whose values are not said back, such as keys.
        fields: those that there are, for who names another.
    """
    where, kind, problem = first_problem(error)
    if where and where[0] in hidden:
        problem = problem.partition(", not ")[0]
    if kind == "extra_forbidden" and len(where) == 1 and fields:
        near = difflib.get_close_matches(where[0], fields, 1, 0.5)
        problem += f"; did you mean {near[0]}?" if near else f"; there are {', '.join(fields)}"
    field = ".".join(where)
    return RequestError(f"{field or 'the request'}: {problem}", field=field)
