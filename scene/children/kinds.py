"""What a child is, what a kind of them may take, and what a supervisor says about one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from scenewright.scene.jobs import Job

__all__ = ["Child", "ChildKind", "ChildLimits", "ChildReport"]


class Child(Protocol):
    """A process that was started and can be asked for something. How it is asked is its own affair."""

    @property
    def pid(self) -> int | None:
        """Its process; None where it is none of its own, or none at the moment."""
        ...

    def alive(self) -> bool:
        """Whether it can be asked again."""
        ...

    def close(self) -> None:
        """End it, and all that it started, at once. Closing twice, and from another thread than asks, is allowed."""
        ...


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What children of a kind may take.

    `at_once`: that live at one time, those that wait counted too; who asks for one more waits for it.
    `warm`: that are kept for their next request; 0: each ends with its one request.
    `requests`: after which one gives way to a fresh one; None: never.
    `resident_bytes`: of memory, past which one gives way as soon as it has answered; None: never.
    `idle_seconds`: that one waits for its next request before it is ended.
    `shared`: one child takes requests of several threads at a time. A job that is cancelled then does not end it.
    """

    at_once: int = 4
    warm: int = 1
    requests: int | None = None
    resident_bytes: int | None = None
    idle_seconds: float = 120.0
    shared: bool = False


S = TypeVar("S", bound=Hashable)
C = TypeVar("C", bound=Child)


@dataclass(frozen=True)
class ChildKind(Generic[S, C]):
    """`name`: of the kind, as messages say it. `start`: starts a child by its settings and returns when it can be asked; the job is
    that of who waits for it. A warm child serves those who ask for the same kind with equal settings. `harmless`: errors of who asked
    that leave the child fit for the next request; after any other one that is not shared is ended."""

    name: str
    start: Callable[[S, Job], C]
    limits: ChildLimits = field(default_factory=ChildLimits)
    harmless: tuple[type[Exception], ...] = ()


@dataclass(frozen=True, slots=True)
class ChildReport:
    """A child that lives. `users`: who work with it now. `requests`: it was lent so often. `resident_bytes`: of memory, None where
    that is not known."""

    kind: str
    pid: int | None
    users: int
    requests: int
    resident_bytes: int | None
