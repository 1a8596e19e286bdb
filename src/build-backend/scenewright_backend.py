"""setuptools, which builds the studio's page first. See PEP 517 and ``app/studio/page_build.py``.

The page is built for a wheel and for an editable install, not for a source distribution: that holds the sources of the page. Node from
PyPI is a requirement of the build only where the machine has none and the page has to be made.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from setuptools import build_meta
from setuptools.build_meta import (
    build_sdist,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

_ROOT = Path(__file__).resolve().parents[2]
_STUDIO = _ROOT / "src" / "scenewright" / "app" / "studio"

_Settings = dict[str, Any]


def _load_page_build() -> ModuleType:
    """By its path: what the package itself imports is not installed here."""
    spec = importlib.util.spec_from_file_location("scenewright_page_build", _STUDIO / "page_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


_page_build = _load_page_build()
_place = _page_build.PagePlace(_STUDIO.resolve())


def get_requires_for_build_wheel(config_settings: _Settings | None = None) -> list[str]:
    return [*build_meta.get_requires_for_build_wheel(config_settings), *_node_where_needed()]


def get_requires_for_build_editable(config_settings: _Settings | None = None) -> list[str]:
    return [*build_meta.get_requires_for_build_editable(config_settings), *_node_where_needed()]


def build_wheel(
    wheel_directory: str, config_settings: _Settings | None = None, metadata_directory: str | None = None
) -> str:
    _build_page()
    # setuptools keeps what an earlier build left there, and the names of the page's parts change with their content
    for left in (_ROOT / "build").glob("lib*/scenewright/app/studio/static"):
        shutil.rmtree(left)
    built: str = build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)
    return built


def build_editable(
    wheel_directory: str, config_settings: _Settings | None = None, metadata_directory: str | None = None
) -> str:
    _build_page()
    built: str = build_meta.build_editable(wheel_directory, config_settings, metadata_directory)
    return built


def _node_where_needed() -> list[str]:
    needed = _place.must_build() and _page_build.find_node() is None
    return [_page_build.NODE_PACKAGE] if needed else []


def _build_page() -> None:
    try:
        _place.build()
    except _page_build.PageBuildError as error:
        raise SystemExit(f"error: {error}") from None  # the message alone: a traceback tells a user nothing
