"""Finds the value of each setting: a flag, else the environment, else ``scene.toml``, else the user's file, else a default.

A setting ``render.width`` is ``--width`` as a flag, ``SCENEWRIGHT_RENDER_WIDTH`` in the environment, and ``width`` in the table
``[render]`` of both files. Settings that name a program, an address or a path on this machine are never read from a
``scene.toml``: people share scene folders, and a folder must not decide what runs here. Keys of model providers are not
settings; they stay in the environment, under the providers' own names.
"""

from __future__ import annotations

import enum
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from scenewright.scene.data_dir import current_data_dir
from scenewright.scene.errors import ProjectError, SettingsError
from scenewright.scene.plain_data import parse_toml, shown
from scenewright.scene.plain_files import read_plain

__all__ = ["ENVIRONMENT_PREFIX", "Origin", "ResolvedSettings", "Settings", "resolve_settings", "user_settings_file"]

ENVIRONMENT_PREFIX = "SCENEWRIGHT_"
_MOST_BYTES = 1 << 20
_MOST_VALUES = 10_000
# Variables for tests and developers, and the level of confinement, which no file may weaken.
_ONLY_VARIABLES = frozenset({"SCENEWRIGHT_DATA", "SCENEWRIGHT_REPLIES", "SCENEWRIGHT_DEBUG", "SCENEWRIGHT_KERNEL"})


class Origin(enum.StrEnum):
    """Source of a value."""

    FLAG = "flag"
    ENVIRONMENT = "environment"
    SCENE = "scene.toml"
    USER = "user file"
    DEFAULT = "default"


@dataclass(frozen=True)
class _Place:
    """Key of a setting in files and variables. `expected`: the expected value, for messages. `from_scene`: whether a scene folder may
    set it."""

    key: str
    expected: str
    from_scene: bool = False

    @property
    def variable(self) -> str:
        return ENVIRONMENT_PREFIX + self.key.replace(".", "_").upper()


def _whole(value: Any) -> Any:
    """A whole number as variables and files write it; 1.0 and true are refused."""
    if isinstance(value, bool | float):
        raise ValueError("no whole number")
    return value


def _folders(value: Any) -> Any:
    """Folders as variables write them, joined like those of PATH, or as files do, in a list."""
    if isinstance(value, str):
        value = [folder for folder in value.split(os.pathsep) if folder.strip()]
    return tuple(value) if isinstance(value, list) else value


_Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1)]
_WholeNumber = Annotated[int, BeforeValidator(_whole)]
_Count = Annotated[int, BeforeValidator(_whole), Field(ge=1)]
_Folders = Annotated[tuple[_Text, ...], BeforeValidator(_folders), Field(max_length=100)]
_A_COUNT = "a whole number of at least 1"


class Settings(BaseModel):
    """All settings with their defaults. Where the default is None, the code that uses the setting chooses."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    seed: Annotated[_WholeNumber, _Place("seed", "a whole number", from_scene=True)] = 0
    root: Annotated[_Text | None, _Place("root", "a text", from_scene=True)] = None
    renderer: Annotated[_Text, _Place("render.renderer", "a text", from_scene=True)] = "preview"
    width: Annotated[_Count, _Place("render.width", _A_COUNT, from_scene=True)] = 960
    """Of pictures, in pixels."""
    height: Annotated[_Count, _Place("render.height", _A_COUNT, from_scene=True)] = 720
    """Of pictures, in pixels."""
    samples: Annotated[_Count | None, _Place("render.samples", _A_COUNT, from_scene=True)] = None
    """Rays a pixel."""
    model: Annotated[_Text | None, _Place("model", "a text")] = None
    """provider:name of the language model that writes programs."""
    base_url: Annotated[_Text | None, _Place("base_url", "a text")] = None
    """Address of an OpenAI-compatible server."""
    threads: Annotated[_Count | None, _Place("threads", _A_COUNT)] = None
    """Most threads of BLAS, OpenMP, numba and torch."""
    memory: Annotated[_Count | None, _Place("memory", _A_COUNT)] = None
    """Most memory of one command, in GB. What needs more ends with an error."""
    blender: Annotated[_Text | None, _Place("blender", "a text")] = None
    """'bpy', or the path of an installed Blender."""
    blender_device: Annotated[_Text | None, _Place("blender_device", "a text")] = None
    """The device that Cycles renders on."""
    cache: Annotated[_Text | None, _Place("cache", "a text")] = None
    """Folder for cached results, which can be computed again."""
    home: Annotated[_Text | None, _Place("home", "a text")] = None
    """Folder of the user's own catalogue objects."""
    libraries: Annotated[_Folders, _Place("libraries", "a list of folders")] = ()
    """Folders with libraries that programs import, besides those beside the program."""


def _places() -> dict[str, _Place]:
    return {
        name: next(item for item in field.metadata if isinstance(item, _Place))
        for name, field in Settings.model_fields.items()
    }


@dataclass(frozen=True)
class ResolvedSettings:
    """Settings, and for each key the origin of its value: the kind, and the variable or file in words."""

    values: Settings
    origins: Mapping[str, tuple[Origin, str]]
    notes: tuple[str, ...] = ()
    """Ignored settings with the reason: the name is unknown, or a scene folder may not set it."""

    def as_environment(self) -> dict[str, str]:
        """The settings of this machine as environment variables, for code and child processes that read them there."""
        return {
            place.variable: _as_variable(getattr(self.values, name))
            for name, place in _places().items()
            if not place.from_scene and self.origins[place.key][0] is not Origin.DEFAULT
        }


def _as_variable(value: Any) -> str:
    return os.pathsep.join(value) if isinstance(value, tuple) else str(value)


def user_settings_file() -> Path:
    """The user's own settings: ``config.toml`` in the folder that the system has for such files, or in that of the user whom this
    thread works for (:mod:`scenewright.scene.data_dir`)."""
    return current_data_dir().settings


def resolve_settings(
    flags: Mapping[str, Any] = MappingProxyType({}),
    *,
    environment: Mapping[str, str] | None = None,
    scene: Mapping[str, Any] | None = None,
    user_file: Path | None = None,
) -> ResolvedSettings:
    """Find the value of every setting.

    Args:
        flags: by the names of :class:`Settings`; None: the flag was not given.
        environment: None: this process's.
        scene: the content of a ``scene.toml`` (:attr:`scenewright.scene.folder.project.Project.toml`); None: there is no folder.
        user_file: None: :func:`user_settings_file`. It need not be there.

    Raises:
        SettingsError: a value cannot be used, or the user's file cannot be read; the message names its source.
    """
    known = _places()
    for name in flags:
        if name not in known:
            raise SettingsError(f"there is no setting {name!r}: there are {', '.join(known)}")
    variables = os.environ if environment is None else environment
    path = user_settings_file() if user_file is None else user_file
    user = _read_user_file(path)
    values: dict[str, Any] = {}
    origins: dict[str, tuple[Origin, str]] = {}
    notes: list[str] = []
    for name, place in known.items():
        candidates: list[tuple[Origin, str, Any]] = [
            (Origin.FLAG, f"--{name.replace('_', '-')}", flags.get(name)),
            (Origin.ENVIRONMENT, place.variable, variables.get(place.variable) or None),
            (Origin.SCENE, f"{place.key} in scene.toml", _look_up(scene or {}, place.key)),
            (Origin.USER, f"{place.key} in {path}", _look_up(user, place.key)),
        ]
        origins[place.key] = (Origin.DEFAULT, "default")
        for origin, where, raw in candidates:
            if raw is None:
                continue
            if origin is Origin.SCENE and not place.from_scene:
                notes.append(
                    f"{where} is not used: a scene folder may not set it; set {place.variable} or your own settings"
                )
                continue
            try:
                value = getattr(Settings.model_validate({name: raw}), name)
            except ValidationError:
                raise SettingsError(f"{where} is {place.expected}, not {shown(raw)}") from None
            if name not in values:
                values[name], origins[place.key] = value, (origin, where)
    variable_names = {place.variable for place in known.values()} | _ONLY_VARIABLES
    notes += [
        f"{variable} is no setting: it is not used"
        for variable in sorted(variables)
        if variable.startswith(ENVIRONMENT_PREFIX) and variable not in variable_names
    ]
    keys = {place.key for place in known.values()}
    notes += [f"{key} in {path} is no setting: it is not used" for key in _flat(user) if key not in keys]
    return ResolvedSettings(Settings(**values), origins, tuple(notes))


def _look_up(tree: Mapping[str, Any], key: str) -> Any:
    value: Any = tree
    for part in key.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def _flat(tree: Mapping[str, Any], prefix: str = "") -> list[str]:
    keys: list[str] = []
    for name, value in tree.items():
        keys += _flat(value, f"{prefix}{name}.") if isinstance(value, Mapping) else [prefix + name]
    return keys


def _read_user_file(path: Path) -> dict[str, Any]:
    try:
        return parse_toml(read_plain(path, _MOST_BYTES, "the file of your settings"), most=_MOST_VALUES)
    except ProjectError as error:
        if error.kind == "missing":
            return {}
        raise SettingsError(f"your settings cannot be read: {error.message}") from error
    except ValueError as error:
        raise SettingsError(f"your settings cannot be read: {path}: {error}") from error
