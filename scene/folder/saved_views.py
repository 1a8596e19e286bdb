"""Views of a scene that people saved by name: the file ``views.json`` of the scene folder.

They are no part of the program: a camera of the program is one of its texts. They have no history either, and everybody who opens the
folder sees the same ones.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationError, model_validator
from pydantic_core import CoreSchema

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.lock import FolderLock, folder_errors
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import read_plain
from scenewright.scene.printing import printable
from scenewright.scene.strict_types import first_problem, strict_schema

__all__ = ["MOST_VIEWS", "VIEWS_FILE", "SavedView", "SavedViews", "ViewPose"]

VIEWS_FILE = "views.json"
MOST_VIEWS = 100
_MOST_BYTES = 128 << 10
_SCHEMA = 1
_FURTHEST = 1e6
_LOCK_SECONDS = 10.0

_Number = Annotated[float, Field(ge=-_FURTHEST, le=_FURTHEST)]
_Point = tuple[_Number, _Number, _Number]
ViewName = Annotated[str, Field(min_length=1, max_length=80)]


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return strict_schema(handler(source))  # type: ignore[no-any-return]


class ViewPose(_Kept):
    """Where somebody looks from. `eye`, `target`: metres of the world. `fov`: vertical angle in degrees; None where the view has no
    perspective: then `height` is how many metres there are from the top to the bottom of the picture."""

    eye: _Point
    target: _Point
    fov: Annotated[float, Field(ge=1.0, le=170.0)] | None = None
    height: Annotated[float, Field(gt=0.0, le=_FURTHEST)] | None = None

    @model_validator(mode="after")
    def _looks_somewhere(self) -> ViewPose:
        if (self.fov is None) == (self.height is None):
            raise ValueError("a view has either an angle of view (fov) or a height")
        if self.eye == self.target:
            raise ValueError("eye and target are the same point")
        return self


class SavedView(_Kept):
    """`id`: names it for good. `name`: of a person, one line."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]{12}$")]
    name: ViewName
    pose: ViewPose


class _File(_Kept):
    schema_: Annotated[int, Field(alias="schema", ge=1, le=_SCHEMA)]
    views: Annotated[tuple[SavedView, ...], Field(max_length=MOST_VIEWS)]


class SavedViews:
    """The saved views of one scene folder. Each change reads the file anew, holds the lock of the folder, and is there or not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def listed(self) -> tuple[SavedView, ...]:
        """The views, in the order in which they were saved.

        Raises:
            ProjectError: 'damaged': the file is none of ours; 'too-large', 'symlink', 'read'.
        """
        file = self._folder / VIEWS_FILE
        if not file.is_symlink() and not file.exists():
            return ()
        data = read_plain(file, _MOST_BYTES, "the saved views", root=self._folder)
        try:
            return _File.model_validate(parse_json(data)).views
        except (ValueError, RecursionError) as error:
            why = " ".join(first_problem(error)[2].split()) if isinstance(error, ValidationError) else str(error)
            raise ProjectError(
                f"the saved views cannot be read: {VIEWS_FILE}: {why}. Mend the file, or move it away to begin anew",
                kind="damaged",
            ) from None

    def add(self, name: str, pose: ViewPose) -> SavedView:
        """Save a view under a name; where the name is taken, a number follows it.

        Raises:
            ProjectError: 'too-large': there are too many; 'locked', 'read-only', 'write', and as :meth:`listed`.
        """
        made: list[SavedView] = []

        def with_it(views: tuple[SavedView, ...]) -> tuple[SavedView, ...]:
            if len(views) >= MOST_VIEWS:
                raise ProjectError(f"a scene keeps at most {MOST_VIEWS} views: delete some", kind="too-large")
            plain = _plain(name) or "View"
            free = _free({v.name for v in views}, plain)
            made.append(SavedView(id=_new_id({v.id for v in views}), name=free, pose=pose))
            return (*views, made[0])

        self._change(with_it)
        return made[0]

    def change(self, view: str, *, name: str | None = None, pose: ViewPose | None = None) -> None:
        """Rename a view, or let it look elsewhere.

        Raises:
            ProjectError: 'missing': there is no such view; and as :meth:`add`.
        """

        def changed(views: tuple[SavedView, ...]) -> tuple[SavedView, ...]:
            old = _find(views, view)
            others = {v.name for v in views if v.id != view}
            wanted = old.name if name is None else _free(others, _plain(name) or old.name)
            new = SavedView(id=old.id, name=wanted, pose=pose or old.pose)
            return tuple(new if v.id == view else v for v in views)

        self._change(changed)

    def drop(self, view: str) -> None:
        """Delete a view.

        Raises:
            ProjectError: as :meth:`change`.
        """

        def without(views: tuple[SavedView, ...]) -> tuple[SavedView, ...]:
            _find(views, view)
            return tuple(v for v in views if v.id != view)

        self._change(without)

    def _change(self, change: Callable[[tuple[SavedView, ...]], tuple[SavedView, ...]]) -> None:
        with folder_errors(self._folder, "save the views"), FolderLock(self._folder, _LOCK_SECONDS):
            views = change(self.listed())
            values = {"schema": _SCHEMA, "views": [v.model_dump(mode="json") for v in views]}
            atomic.write(self._folder / VIEWS_FILE, (json.dumps(values, indent=1) + "\n").encode())


def _find(views: tuple[SavedView, ...], view: str) -> SavedView:
    found = next((v for v in views if v.id == view), None)
    if found is None:
        raise ProjectError("there is no such view any more: somebody deleted it", kind="missing")
    return found


def _plain(name: str) -> str:
    """A name as one line of printable characters."""
    return printable(" ".join(name.split()))[:80].strip()


def _free(taken: set[str], wanted: str) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted[:74]} {number}"
    return name


def _new_id(taken: set[str]) -> str:
    while True:
        found = secrets.token_hex(6)
        if found not in taken:
            return found
