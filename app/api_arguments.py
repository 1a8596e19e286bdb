"""The arguments of the Python functions of :mod:`scenewright.app.api`: what users hand in becomes requests and sessions, or an error that
names the argument."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from os import PathLike
from pathlib import Path
from typing import ParamSpec, TypeAlias, TypeVar

from scenewright.app.internal_errors import ours_only
from scenewright.app.requests import Request, RequestError
from scenewright.app.session import Session
from scenewright.scene.argument_values import path_argument
from scenewright.scene.errors import ProjectError
from scenewright.scene.named_arguments import named_arguments
from scenewright.scene.sources import SceneSource, SourceKind
from scenewright.scene.strict_types import shown_value

__all__ = ["Folders", "face", "flag", "given", "is_listed", "request_of", "session_of"]

Folders: TypeAlias = str | Path | Iterable[str | Path]
"""One folder, or several."""

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
Q = TypeVar("Q", bound=Request)


def face(doing: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a function for users: every error but one of the operating system is ours. `doing`: what it does, for the log."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        checked = named_arguments(RequestError)(function)

        @wraps(function)
        def called(*args: P.args, **kwargs: P.kwargs) -> R:
            with ours_only(doing, system_errors=True):
                return checked(*args, **kwargs)

        return called

    return decorate


def request_of(kind: type[Q], names: Mapping[str, str] | None = None, /, **values: object) -> Q:
    """A request from arguments of any type, which it checks. `names`: the argument for each field that is called otherwise here.

    Raises:
        RequestError: a value is wrong; ``field`` is the argument.
    """
    try:
        return kind(**values)
    except RequestError as error:
        argument = (names or {}).get(error.field)
        if argument is None:
            raise
        problem = error.message.removeprefix(f"{error.field}: ")
        raise RequestError(f"{argument}: {problem}", field=argument) from None


def given(value: T, argument: str) -> T:
    """An argument that must not be None, although its field may be."""
    if value is None:
        raise RequestError(f"{argument}: give one, not None", field=argument)
    return value


def flag(value: object, argument: str) -> bool:
    if not isinstance(value, bool):
        raise RequestError(f"{argument}: must be true or false, not {shown_value(value)}", field=argument)
    return value


def is_listed(values: object) -> bool:
    """Whether values come several; a single one, of whatever type, is left to the request to read or refuse."""
    return isinstance(values, Iterable) and not isinstance(values, (str, bytes))


def session_of(
    scene: str | Path,
    *,
    seed: int | None = None,
    root: str | None = None,
    writable: bool = False,
    libraries: Folders = (),
) -> Session:
    folders = [libraries] if isinstance(libraries, (str, PathLike)) or not is_listed(libraries) else list(libraries)
    checked = [path_argument(folder, "libraries", RequestError) for folder in folders]
    missing = next((folder for folder in checked if not folder.is_dir()), None)
    if missing is not None:
        raise RequestError(f"libraries: there is no folder {missing}", field="libraries")
    if isinstance(scene, str) and "\n" in scene:  # a path has no line break, so this is the text of a program
        session = Session(SceneSource(scene, SourceKind.STDIN, None), seed=seed, root=root)
    else:
        try:
            session = Session.open(scene, seed=seed, root=root, writable=writable)
        except ProjectError as error:
            raise error.about(error.field or "scene") from None
    if checked:
        session.use_libraries(checked)
    return session
