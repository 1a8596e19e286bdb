"""The packages of the extra ``dataset``, loaded when they are first needed."""

from __future__ import annotations

import importlib
from types import ModuleType

from scenewright.app.dataset_rooms.errors import DatasetError

__all__ = ["load_extra"]


def load_extra(module: str) -> ModuleType:
    """A module of a package of the extra ``dataset``.

    Raises:
        DatasetError: 'extra': it is not installed; the message says how to install it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = module.split(".", maxsplit=1)[0]
        raise DatasetError(f"data sets need {package}: pip install 'scenewright[dataset]'", kind="extra") from error
