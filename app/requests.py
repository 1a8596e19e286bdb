"""Typed requests, which actions and the parts below them take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from scenewright.scene.errors import ScenewrightError

__all__ = ["Request", "RequestError", "refused_request"]


class Request(BaseModel):
    """The input of an action. Its JSON schema is :meth:`model_json_schema`; the docstring below a field is its description there.
    Unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    def __init__(self, **values: Any) -> None:
        """
        Raises:
            RequestError: a field is missing, unknown or has a wrong value.
        """
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise refused_request(error) from None


class RequestError(ScenewrightError):
    """A request is not valid. `field`: the first wrong field, or '' if the request as a whole is wrong. `also`: further fields that
    the message names."""

    exit_code = 2

    def __init__(self, message: str, *, field: str = "", also: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.also = tuple(also)


def refused_request(error: ValidationError) -> RequestError:
    """The error for people, from the first problem that pydantic found."""
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    message = str(first["msg"])
    return RequestError(f"{field or 'the request'}: {message[:1].lower()}{message[1:]}", field=field)
