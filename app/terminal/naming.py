"""The names of command line options for the fields of requests, for messages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

__all__ = ["option_of", "running_command", "with_option"]

running_command: ContextVar[Any] = ContextVar("running command", default=None)
"""The command that runs, as typer has it."""


def option_of(field: str) -> str | None:
    """The option or argument of the running command that sets a field of a request: the option with that name, or the parameter
    with that name. None if the command has neither."""
    name = field.rsplit(".", maxsplit=1)[-1]
    called = f"--{name.replace('_', '-')}"
    for parameter in getattr(running_command.get(), "params", ()):
        options = [option for option in parameter.opts if option.startswith("--")]
        if called in (*parameter.opts, *parameter.secondary_opts):
            return called
        if name == parameter.name:
            return options[0] if options else (parameter.metavar or name.upper()).strip("[].")
    return None


def with_option(message: str, field: str, also: Iterable[str] = ()) -> str:
    """The message with the option that sets `field`. If the message begins with the field's name, the option replaces it; otherwise
    the option is appended. `also`: further fields, whose names are replaced wherever they stand."""
    if also:
        names = "|".join(map(re.escape, also))
        message = re.sub(rf"\b({names})\b", lambda found: option_of(found[0]) or found[0], message)
    option = option_of(field)
    if option is None:
        return message
    if message.startswith((f"{field} ", f"{field}: ")):
        return option + message[len(field) :]
    return f"{message} ({option})"
