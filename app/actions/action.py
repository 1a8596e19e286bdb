"""What an action is: something that a person can do, as data in and a typed result out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from scenewright.app.session import Session
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job

__all__ = ["Action", "FreeAction", "Request", "RequestError", "SceneAction"]


class Request(BaseModel):
    """What an action is asked. Its JSON schema is :meth:`model_json_schema`; the text below a field is its description there. Unknown
    fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    def __init__(self, **values: Any) -> None:
        """
        Raises:
            RequestError: a field is missing, unknown, or not what it must be.
        """
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise _refused(error) from None


class RequestError(ScenewrightError):
    """A request does not say what it must. `field`: the first field that is wrong, '' for the whole; `also`: others that the message
    names."""

    exit_code = 2

    def __init__(self, message: str, *, field: str = "", also: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.also = tuple(also)


def _refused(error: ValidationError) -> RequestError:
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    said = str(first["msg"])
    return RequestError(f"{field or 'the request'}: {said[:1].lower()}{said[1:]}", field=field)


R = TypeVar("R", bound=Request)
T = TypeVar("T")


@dataclass(frozen=True)
class Action(Generic[R, T]):
    """What both kinds have in common. `about`: one line for people. The function of an action prints nothing and reads no settings of
    the machine."""

    name: str
    about: str
    request: type[R]

    def read(self, values: dict[str, Any]) -> R:
        """The request that some JSON says.

        Raises:
            RequestError: a field is missing, unknown, or not what it must be.
        """
        try:
            return self.request.model_validate(values)
        except ValidationError as error:
            raise _refused(error) from None

    def schema(self) -> dict[str, Any]:
        """JSON schema of its request."""
        return self.request.model_json_schema()

    def _job(self, job: Job | None) -> Job:
        return job or Job(name=f"the {self.name.replace('_', ' ')}")


@dataclass(frozen=True)
class SceneAction(Action[R, T], Generic[R, T]):
    """Done with an open scene. `changes`: whether it changes the scene."""

    run: Callable[[Session, R, Job], T]
    changes: bool = False

    def __call__(self, session: Session, request: R, *, job: Job | None = None) -> T:
        job = self._job(job)
        with session.working(job):
            return self.run(session, request, job)


@dataclass(frozen=True)
class FreeAction(Action[R, T], Generic[R, T]):
    """Done without an open scene. `makes_scene`: its result has the `folder` of a new one, which can be opened."""

    run: Callable[[R, Job], T]
    makes_scene: bool = False

    def __call__(self, request: R, *, job: Job | None = None) -> T:
        return self.run(request, self._job(job))
