"""Options of renderers: a typed model with a JSON schema for each renderer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scenewright.renderers.base.errors import RenderError
from scenewright.scene.strict_types import shown_value

if TYPE_CHECKING:
    from scenewright.renderers.base.renderer import RenderRequest

__all__ = ["RendererOptions", "read_options"]


class RendererOptions(BaseModel):
    """The options that every renderer has. A renderer adds its own in a subclass. The JSON schema is :meth:`model_json_schema`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    threads: Annotated[int | None, Field(ge=1, description="Number of CPU threads; default: all usable cores.")] = None


Options = TypeVar("Options", bound=RendererOptions)


def read_options(model: type[Options], request: RenderRequest, renderer: str) -> Options:
    """The options of a request as the renderer's own model.

    Args:
        renderer: the renderer's name, for the message.

    Raises:
        RenderError: an option is unknown (the message lists the known ones), or has a wrong value.
    """
    given = request.options
    if isinstance(given, RendererOptions) and not isinstance(given, model):
        raise RenderError(f"{renderer} takes {model.__name__}: it was given {type(given).__name__}")
    values = given.model_dump(exclude_unset=True) if isinstance(given, RendererOptions) else dict(given)
    for name in ("samples", "threads", "time_limit", "noise"):
        short = getattr(request, name)
        if short is not None and values.setdefault(name, short) != short:
            raise RenderError(f"{name} is {short} in the request and {values[name]} in its options: give one value")
    return _checked(model, values, renderer)


def _checked(model: type[Options], values: Mapping[str, Any], renderer: str) -> Options:
    for name in values:
        if name not in model.model_fields:
            raise RenderError(f"{renderer} has no option {name!r}: it has {', '.join(model.model_fields)}")
    try:
        return model(**values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        message = str(first["msg"])
        name = str(first["loc"][0]) if first["loc"] else ""
        what = f"{name} of {renderer} is {shown_value(values.get(name))}" if name else f"the options of {renderer}"
        raise RenderError(f"{what}: {message[:1].lower()}{message[1:]}") from None
