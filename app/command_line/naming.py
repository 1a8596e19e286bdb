"""How the command line says what a field of a request is called there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

from typer.core import TyperGroup

__all__ = ["NamingGroup", "option_of", "with_option"]

_running: ContextVar[Any] = ContextVar("running", default=None)


class NamingGroup(TyperGroup):
    """A group of commands that knows which of them runs: messages name its options."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        _running.set(command)
        return name, command, rest


def option_of(field: str) -> str | None:
    """The option of the command that runs, or its argument, which gives a field of a request: the one whose parameter has the field's
    name, or that is called so. None where there is none."""
    name = field.rsplit(".", maxsplit=1)[-1]
    called = f"--{name.replace('_', '-')}"
    for parameter in getattr(_running.get(), "params", ()):
        options = [option for option in parameter.opts if option.startswith("--")]
        if called in (*parameter.opts, *parameter.secondary_opts):
            return called
        if name == parameter.name:
            return options[0] if options else (parameter.metavar or name.upper()).strip("[].")
    return None


def with_option(message: str, field: str, also: Iterable[str] = ()) -> str:
    """A message about a field, with the option that gives it: in place of the field's name where the message begins with it, else
    behind. `also`: more fields; their names are replaced wherever they stand."""
    if also:
        names = "|".join(map(re.escape, also))
        message = re.sub(rf"\b({names})\b", lambda found: option_of(found[0]) or found[0], message)
    option = option_of(field)
    if option is None:
        return message
    if message.startswith((f"{field} ", f"{field}: ")):
        return option + message[len(field) :]
    return f"{message} ({option})"
