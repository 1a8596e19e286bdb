"""A child process, its kind, the limits of a kind, and the report of a supervisor on a child."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job

__all__ = ["Child", "ChildKind", "ChildLimits", "ChildReport", "ChildTooLarge", "ChildrenClosed"]


class ChildTooLarge(ScenewrightError):
    """A child was ended at once, since it and what it started took more memory than its kind may."""

    kind = "memory"


class ChildrenClosed(ScenewrightError):
    """The children were all ended while this one was still starting."""

    kind = "closed"


class Child(Protocol):
    """A started process that serves requests. Each kind of child has its own methods for these."""

    @property
    def pid(self) -> int | None:
        """Its process id; None where it has no process of its own, or none at the moment."""
        ...

    def alive(self) -> bool:
        """Whether it can serve another request."""
        ...

    def close(self) -> None:
        """End it, and everything that it started, at once. Closing twice, and from any thread, is allowed."""
        ...


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """Limits of the children of a kind.

    `at_once`: most children at one time, idle ones included; a further caller waits.
    `warm`: most idle children that are kept for later requests; 0: each child ends after one request.
    `requests`: requests after which a child is replaced; None: no limit.
    `resident_bytes`: memory past which a child is ended after its answer; None: no limit.
    `most_bytes`: memory of a child with all that it started, past which it is ended at once, in the midst of its work: its borrowers
    get :class:`ChildTooLarge`. It is looked at ten times a second. None: no limit.
    `idle_seconds`: time after which an idle child is ended.
    `shared`: whether one child serves several threads at a time. A cancelled job then does not end it.
    """

    at_once: int = 4
    warm: int = 1
    requests: int | None = None
    resident_bytes: int | None = None
    most_bytes: int | None = None
    idle_seconds: float = 120.0
    shared: bool = False


S = TypeVar("S", bound=Hashable)
C = TypeVar("C", bound=Child)


@dataclass(frozen=True)
class ChildKind(Generic[S, C]):
    """One kind of child. `name`: for messages. `start`: starts a child with settings and returns when it is ready; the job is that of
    the waiting caller. A warm child serves callers of the same kind with equal settings. `harmless`: errors in the block of a caller
    after which the child is kept; after any other error a child that is not shared is ended."""

    name: str
    start: Callable[[S, Job], C]
    limits: ChildLimits = field(default_factory=ChildLimits)
    harmless: tuple[type[Exception], ...] = ()


@dataclass(frozen=True, slots=True)
class ChildReport:
    """A living child. `users`: number of current borrowers. `requests`: how often it was lent. `resident_bytes`: its memory, None
    where that is not known."""

    kind: str
    pid: int | None
    users: int
    requests: int
    resident_bytes: int | None
