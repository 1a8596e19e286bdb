"""The base classes of actions: a typed request in, a typed result out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from scenewright.app.requests import Request, RequestError, refused_request
from scenewright.app.session import Session
from scenewright.scene.jobs import Job
from scenewright.scene.strict_types import plain_value, shown_value

__all__ = ["Action", "FreeAction", "SceneAction"]


R = TypeVar("R", bound=Request)
T = TypeVar("T")


@dataclass(frozen=True)
class Action(Generic[R, T]):
    """The base of both kinds of action. `about`: one line that describes it. The function of an action prints nothing and reads no
    settings of the machine."""

    name: str
    about: str
    request: type[R]

    def read(self, values: dict[str, Any]) -> R:
        """The request from JSON values.

        Raises:
            RequestError: a field is missing, unknown or has a wrong value.
        """
        if not isinstance(values, Mapping) or not all(isinstance(name, str) for name in values):
            raise RequestError(
                f"{self.name}: the request must be an object with named fields, not {shown_value(values)}"
            )
        try:
            return self.request.model_validate(plain_value(dict(values)))
        except ValidationError as error:
            raise refused_request(error) from None

    def schema(self) -> dict[str, Any]:
        """The JSON schema of the request."""
        return self.request.model_json_schema()

    def _job(self, job: Job | None) -> Job:
        return job or Job(name=f"the {self.name.replace('_', ' ')}")


@dataclass(frozen=True)
class SceneAction(Action[R, T], Generic[R, T]):
    """An action on an open scene. `changes`: whether it changes the scene."""

    run: Callable[[Session, R, Job], T]
    changes: bool = False

    def __call__(self, session: Session, request: R, *, job: Job | None = None) -> T:
        job = self._job(job)
        with session.working(job):
            session.refresh_libraries()
            return self.run(session, request, job)


@dataclass(frozen=True)
class FreeAction(Action[R, T], Generic[R, T]):
    """An action that needs no open scene. `makes_scene`: it creates a scene, and its result has the new scene's `folder`."""

    run: Callable[[R, Job], T]
    makes_scene: bool = False

    def __call__(self, request: R, *, job: Job | None = None) -> T:
        return self.run(request, self._job(job))
