"""Where a setting comes from: a flag, else the environment, else ``scene.toml``, else the user's own file, else a default.

A setting ``render.width`` is ``--width`` as a flag, ``SCENEWRIGHT_RENDER_WIDTH`` in the environment, and ``width`` in the table
``[render]`` of both files. Settings that name a program, an address or a place on this machine are never taken from a
``scene.toml``: folders are passed on, and a folder must not decide what runs here. Keys of model providers are no settings
at all; they stay in the environment, under the providers' own names.
"""

from __future__ import annotations

import enum
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from scenewright.scene.errors import SettingsError

__all__ = ["ENVIRONMENT_PREFIX", "Origin", "ResolvedSettings", "Settings", "resolve_settings", "user_settings_file"]

ENVIRONMENT_PREFIX = "SCENEWRIGHT_"
# For tests, for developers, and the confinement's own, which no file may weaken.
_ONLY_VARIABLES = frozenset({"SCENEWRIGHT_DATA", "SCENEWRIGHT_REPLIES", "SCENEWRIGHT_DEBUG", "SCENEWRIGHT_KERNEL"})


class Origin(enum.StrEnum):
    """Who set a value."""

    FLAG = "flag"
    ENVIRONMENT = "environment"
    SCENE = "scene.toml"
    USER = "user file"
    DEFAULT = "default"


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text")
    return value.strip()


def _whole_number(minimum: int | None = None) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        expected = "a whole number" if minimum is None else f"a whole number of at least {minimum}"
        if isinstance(value, str):
            try:
                value = int(value.strip())
            except ValueError:
                raise ValueError(expected) from None
        if not isinstance(value, int) or isinstance(value, bool) or (minimum is not None and value < minimum):
            raise ValueError(expected)
        return value

    return read


def _setting(default: Any, key: str, read: Callable[[Any], Any], *, from_scene: bool = False) -> Any:
    return field(default=default, metadata={"key": key, "read": read, "from_scene": from_scene})


@dataclass(frozen=True)
class Settings:
    """Every setting, with its default. Where None is the default, the part that uses it decides."""

    seed: int = _setting(0, "seed", _whole_number(), from_scene=True)
    root: str | None = _setting(None, "root", _text, from_scene=True)
    renderer: str = _setting("preview", "render.renderer", _text, from_scene=True)
    width: int = _setting(960, "render.width", _whole_number(1), from_scene=True)
    """Of pictures, in pixels."""
    height: int = _setting(720, "render.height", _whole_number(1), from_scene=True)
    samples: int | None = _setting(None, "render.samples", _whole_number(1), from_scene=True)
    """Rays a pixel."""
    model: str | None = _setting(None, "model", _text)
    """provider:name of the language model that writes programs."""
    base_url: str | None = _setting(None, "base_url", _text)
    """Address of an OpenAI-compatible server."""
    threads: int | None = _setting(None, "threads", _whole_number(1))
    """Caps BLAS, OpenMP, numba and torch together."""
    blender: str | None = _setting(None, "blender", _text)
    """'bpy', or an installed Blender to use in its place."""
    blender_device: str | None = _setting(None, "blender_device", _text)
    """What Cycles renders on."""
    cache: str | None = _setting(None, "cache", _text)
    """Folder of what is derived and can be made again."""
    home: str | None = _setting(None, "home", _text)
    """Folder of what the user added to the catalogues."""


@dataclass(frozen=True)
class ResolvedSettings:
    """Settings, and for each by its key where its value came from: an origin, and in words which variable or file."""

    values: Settings
    origins: Mapping[str, tuple[Origin, str]]
    notes: tuple[str, ...] = ()
    """What was found and not used, with the reason: a name that is no setting, one that a folder may not set."""

    def as_environment(self) -> dict[str, str]:
        """What is set for this machine, as variables: for the parts, and the processes, that read it there."""
        return {
            _variable(setting): str(getattr(self.values, setting.name))
            for setting in fields(Settings)
            if not setting.metadata["from_scene"] and self.origins[_key(setting)][0] is not Origin.DEFAULT
        }


def user_settings_file() -> Path:
    """The user's own settings: ``config.toml`` in the folder that the system has for such files."""
    import platformdirs

    return Path(platformdirs.user_config_dir("scenewright", appauthor=False)) / "config.toml"


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
        SettingsError: a value that cannot be used, or a user's file that cannot be read; the message says where it stands.
    """
    known = {f.name: f for f in fields(Settings)}
    for name in flags:
        if name not in known:
            raise SettingsError(f"there is no setting {name!r}: there are {', '.join(known)}")
    variables = os.environ if environment is None else environment
    path = user_settings_file() if user_file is None else user_file
    user = _read_user_file(path)
    values: dict[str, Any] = {}
    origins: dict[str, tuple[Origin, str]] = {}
    notes: list[str] = []
    for name, setting in known.items():
        key, variable = _key(setting), _variable(setting)
        candidates: list[tuple[Origin, str, Any]] = [
            (Origin.FLAG, f"--{name.replace('_', '-')}", flags.get(name)),
            (Origin.ENVIRONMENT, variable, variables.get(variable) or None),
            (Origin.SCENE, f"{key} in scene.toml", _look_up(scene or {}, key)),
            (Origin.USER, f"{key} in {path}", _look_up(user, key)),
        ]
        values[name], origins[key] = _default(setting), (Origin.DEFAULT, "default")
        found = False
        for origin, where, raw in candidates:
            if raw is None:
                continue
            if origin is Origin.SCENE and not setting.metadata["from_scene"]:
                notes.append(f"{where} is not used: a scene folder may not set it; set {variable} or your own settings")
                continue
            try:
                value = setting.metadata["read"](raw)
            except ValueError as error:
                raise SettingsError(f"{where} is {error}, not {raw!r}") from None
            if not found:
                values[name], origins[key], found = value, (origin, where), True
    variable_names = {_variable(setting) for setting in known.values()} | _ONLY_VARIABLES
    notes += [
        f"{variable} is no setting: it is not used"
        for variable in sorted(variables)
        if variable.startswith(ENVIRONMENT_PREFIX) and variable not in variable_names
    ]
    keys = {_key(setting) for setting in known.values()}
    notes += [f"{key} in {path} is no setting: it is not used" for key in _flat(user) if key not in keys]
    return ResolvedSettings(Settings(**values), origins, tuple(notes))


def _key(setting: Field[Any]) -> str:
    return str(setting.metadata["key"])


def _variable(setting: Field[Any]) -> str:
    return ENVIRONMENT_PREFIX + _key(setting).replace(".", "_").upper()


def _default(setting: Field[Any]) -> Any:
    assert setting.default is not MISSING
    return setting.default


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
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"your settings cannot be read: {path}: {error}") from error
