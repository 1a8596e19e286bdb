"""The group of commands that answers wrong usage and faults before a command begins. `--help` loads nothing that is slow to load, so
that the output is imported when something is to be said."""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from scenewright.app.internal_errors import as_ours
from scenewright.app.terminal.naming import running_command

__all__ = ["NamingGroup"]

_NEGATIVE = re.compile(r"-(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")

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

        context, message = getattr(error, "ctx", None), error.format_message().replace(": Value error, ", ": ")
        reporter = Reporter(as_json)
        if context is not None and context.get_usage() in message:  # no arguments at all: the message is the help
            reporter.note(message)
            return
        if context is not None:
            reporter.note(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.")
        reporter.error(UsageError(message))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        running_command.set(command)
        return name, command, rest if hasattr(command, "commands") else _numbers_apart(rest, command.params)


def _numbers_apart(args: list[str], parameters: Sequence[Any]) -> list[str]:
    """The arguments of a command, in which a negative number that no option takes is no option itself: behind ``--``, where typer reads
    it as what it is."""
    takes = {name: 0 if p.is_flag else p.nargs for p in parameters if p.param_type_name == "option" for name in p.opts}
    options: list[str] = []
    plain: list[str] = []
    waiting = list(args)
    while waiting and waiting[0] != "--":
        word = waiting.pop(0)
        if word in takes:
            options += [word, *waiting[: takes[word]]]
            waiting = waiting[takes[word] :]
        else:
            (options if word.startswith("-") and word != "-" and not _NEGATIVE.fullmatch(word) else plain).append(word)
    if not any(map(_NEGATIVE.fullmatch, plain)):
        return args
    return [*options, "--", *plain, *waiting[1:]]


def _show_warning(message: Warning | str, *_: Any, **__: Any) -> None:
    """A warning of Python as a line of the command, where a file's name or a program's words in it are printable."""
    from scenewright.app.terminal.output import Reporter

    Reporter(as_json=False).warnings([str(message)])
