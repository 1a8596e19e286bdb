"""The group of commands that answers wrong usage, and the names of command line options for the fields of requests, for messages."""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from typing import Any

import typer
from typer.core import TyperGroup

from scenewright.app.internal_errors import as_ours

__all__ = ["NamingGroup", "option_of", "with_option"]

_running: ContextVar[Any] = ContextVar("running", default=None)


_USAGE_ERRORS = tuple(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")
"""The base of typer's errors about usage. Older typer has it from click, newer from a copy of its own, which is no public name."""


class NamingGroup(TyperGroup):
    """A group of commands that remembers which command runs, so that messages can name its options. Wrong usage is answered as any other
    error: as JSON where the command was asked for JSON, and printable."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **options: Any) -> Any:
        given = list(sys.argv[1:] if args is None else args)
        try:
            with warnings.catch_warnings():
                warnings.showwarning = _show_warning
                code = super().main(args, *others, **{**options, "standalone_mode": False})
        except _USAGE_ERRORS as error:
            self._refuse(error, "--json" in given)
            code = getattr(error, "exit_code", 2)
        except typer.Abort:
            code = 1
        except Exception as error:  # noqa: BLE001 - a fault before the command itself began
            from scenewright.app.terminal.output import EXIT_INTERNAL, Reporter

            Reporter("--json" in given).error(as_ours(error, "starting a command"))
            code = EXIT_INTERNAL
        if not options.get("standalone_mode", True):
            return code
        sys.exit(code if isinstance(code, int) else 0)

    def _refuse(self, error: Any, as_json: bool) -> None:
        from scenewright.app.terminal.output import Reporter, UsageError

        context, message = getattr(error, "ctx", None), error.format_message()
        reporter = Reporter(as_json)
        if context is not None and context.get_usage() in message:  # no arguments at all: the message is the help
            reporter.note(message)
            return
        if context is not None:
            reporter.note(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.")
        reporter.error(UsageError(message))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        _running.set(command)
        return name, command, rest


def _show_warning(message: Warning | str, *_: Any, **__: Any) -> None:
    """A warning of Python as a line of the command, where a file's name or a program's words in it are printable."""
    from scenewright.app.terminal.output import Reporter

    Reporter(as_json=False).warnings([str(message)])


def option_of(field: str) -> str | None:
    """The option or argument of the running command that sets a field of a request: the option with that name, or the parameter
    with that name. None if the command has neither."""
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
