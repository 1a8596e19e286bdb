"""Cache keys for results derived from a scene: pictures, meshes, evaluated trees."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib import metadata
from types import MappingProxyType
from typing import Any

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.scene_toml import LockedAsset
from scenewright.scene.model import SCHEMA
from scenewright.scene.text_files import text_hash

__all__ = ["cache_key", "versions_that_matter"]


def versions_that_matter(*packages: str) -> dict[str, str]:
    """Versions that can change the result of a program (Python, numpy, Scenewright), and those of further `packages`."""
    major, minor, _ = platform.python_version_tuple()
    versions = {"python": f"{major}.{minor}"}
    for package in ("numpy", "scenewright", *packages):
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            versions[package] = "none"
    return versions


def cache_key(
    *,
    text: str,
    seed: int,
    libraries: Mapping[str, str] = MappingProxyType({}),
    locked_assets: Iterable[LockedAsset] = (),
    versions: Mapping[str, str],
    settings: Mapping[str, Any],
) -> str:
    """Hexadecimal sha256 of schema, text, libraries (sha256 by name), seed, locked assets, versions that matter and settings.

    The geometry of an asset counts, but not its author. The order of assets and settings does not count.

    Raises:
        ProjectError: 'argument': `settings` is not JSON data.
    """
    assets = sorted(
        json.dumps([a.words, a.size, a.seed, a.id, a.node, a.details], sort_keys=True, default=_plain)
        for a in locked_assets
    )
    parts = {
        "schema": SCHEMA,
        "text": text_hash(text),
        **({"libraries": dict(libraries)} if libraries else {}),
        "seed": seed,
        "assets": assets,
        "versions": dict(versions),
        "settings": dict(settings),
    }
    try:
        canonical = json.dumps(parts, sort_keys=True, separators=(",", ":"), allow_nan=False, default=_plain)
    except (TypeError, ValueError) as error:
        raise ProjectError(f"settings of a cache key must be JSON data: {error}") from None
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} {value!r} is not JSON data")
