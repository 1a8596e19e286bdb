"""The errors that users of the core meet. Each message says what is wrong, where, and what to do."""

from __future__ import annotations

from typing import Self

__all__ = [
    "BudgetError",
    "CaptureError",
    "ConfinementError",
    "EditError",
    "InternalError",
    "JobCancelled",
    "LayoutError",
    "PathError",
    "PolicyError",
    "ProgramError",
    "ProjectError",
    "QueryError",
    "ReplyError",
    "ScenewrightError",
    "SettingsError",
    "SplatError",
]


class ScenewrightError(Exception):
    """Base of every error that Scenewright raises on purpose. `exit_code` is what the command line ends with. `field`: the
    wrong field of a request, '' where there is none; the command line names the option of that field."""

    exit_code = 1
    field: str = ""

    def about(self, field: str) -> Self:
        """This error, with the field of the request that is wrong."""
        self.field = field
        return self


class InternalError(ScenewrightError):
    """Something went wrong that is no fault of the input: a fault of Scenewright, or of the machine. `id` names the entry in the log
    that has the details."""

    exit_code = 70

    def __init__(self, message: str, *, id: str) -> None:
        super().__init__(message)
        self.message = message
        self.id = id


class ProgramError(ScenewrightError):
    """The program is wrong: syntax, an unknown entity, a bad argument, an exception while it ran.

    `line` counts from 1 in the program's own text, or in that of `library`, the name of the library that is wrong; None where it has no
    line. `kind` is a stable short name
    ('syntax', 'unknown-entity', 'argument', 'singular', 'empty', 'runtime', 'recursion', 'encoding', 'root', 'library' ...).
    """

    exit_code = 3

    def __init__(
        self, message: str, *, line: int | None = None, column: int | None = None, kind: str = "runtime"
    ) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.kind = kind
        self.field = "root" if kind == "root" else ""
        self.library: str | None = None
        self.where: str | None = None
        """The line in the user's file, such as a reply, as text; set by code that knows the file."""

    def __str__(self) -> str:
        if self.where is not None:
            return f"{self.where}: {self.message}"
        if self.library is not None:
            return f"{self.library}.py{'' if self.line is None else f' line {self.line}'}: {self.message}"
        return f"line {self.line}: {self.message}" if self.line is not None else self.message


class PolicyError(ProgramError):
    """The program uses a construct that is refused before it runs (an import, a dunder attribute ...)."""

    exit_code = 4


class BudgetError(ProgramError):
    """The program exceeded a budget: time, memory, instances, primitives, depth or output."""

    exit_code = 5


class ConfinementError(ProgramError):
    """The kernel stopped the confined child, the child died, or confinement cannot be set up here."""

    exit_code = 6


class PathError(ScenewrightError):
    """A path names no instance, or several where one is needed."""

    exit_code = 7


class EditError(ScenewrightError):
    """An edit cannot be made without changing something else. Nothing was changed."""

    exit_code = 8


class ProjectError(ScenewrightError):
    """A scene folder cannot be read, or a command on it is stale or blocked by a lock.

    `kind` is a stable short name ('missing', 'not-a-scene', 'incomplete', 'damaged', 'newer-schema', 'stale', 'locked',
    'read-only', 'read', 'write', 'exists', 'symlink', 'sparse', 'too-large', 'forked', 'nothing-to-undo', 'nothing-to-redo', 'asset',
    'argument').
    """

    exit_code = 9

    def __init__(self, message: str, *, kind: str = "argument") -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind


class ReplyError(ScenewrightError):
    """A model's reply holds no program ('no-program'), or one that is cut off ('cut-off').

    `line` counts from 1 in the reply; None where the error has no line.
    """

    exit_code = 10

    def __init__(self, message: str, *, kind: str = "no-program", line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind
        self.line = line


class LayoutError(ScenewrightError):
    """A scene has no layout problem that could be solved. Relations that cannot hold together are not an error but conflicts
    in the report.

    `kind` is a stable short name ('no-room', 'size', 'too-many', 'crowded', 'cycle').
    """

    exit_code = 17

    def __init__(self, message: str, *, kind: str = "size") -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind


class JobCancelled(ScenewrightError):
    """Work was cancelled, or reached its deadline (:class:`scenewright.scene.jobs.Job`).

    `kind`: 'cancelled' or 'deadline'.
    """

    exit_code = 130

    def __init__(self, message: str, *, kind: str = "cancelled") -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind


class SettingsError(ScenewrightError):
    """A setting has a value that cannot be used; the message says where the value came from."""

    exit_code = 13


class SplatError(ScenewrightError):
    """Gaussians, a file of them, or a training cannot be used; the message says which file and field, and what to do."""

    exit_code = 18


class CaptureError(SplatError):
    """Photographs, a video or the cameras beside them cannot be used."""

    exit_code = 19


class QueryError(ScenewrightError):
    """A query of a scene cannot be read or answered: it is empty, too long, or in a language that is not understood."""

    exit_code = 20
