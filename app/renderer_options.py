"""The installed renderers, and their options in the form of the command line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scenewright.renderers.base import RendererCapabilities, find_renderer, renderer_names
from scenewright.renderers.base.errors import RenderError

__all__ = ["InstalledRenderer", "installed_renderers", "read_settings"]


@dataclass(frozen=True, slots=True)
class InstalledRenderer:
    """A renderer. `missing`: why it cannot run here; None if it can. `schema`: the JSON schema of its options."""

    name: str
    about: str
    missing: str | None
    capabilities: RendererCapabilities
    schema: dict[str, Any]

    def report(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "about": self.about,
            "missing": self.missing,
            "capabilities": self.capabilities.to_json(),
            "options": self.schema,
        }


def installed_renderers() -> list[InstalledRenderer]:
    """All installed renderers. Some are started once, to find out whether they can run here."""
    installed = []
    for name in renderer_names():
        renderer = find_renderer(name)
        about = (type(renderer).__doc__ or "").strip().split("\n")[0]
        schema = renderer.options.model_json_schema()
        installed.append(InstalledRenderer(name, about, renderer.available(), renderer.capabilities, schema))
    return installed


def read_settings(texts: Iterable[str]) -> dict[str, Any]:
    """Read ``NAME=VALUE`` texts into a dictionary. A value is read as JSON if possible (``8``, ``false``, ``[1, 1, 0.9]``), else as text.

    Raises:
        RenderError: a text has no ``=``, or a name is given twice.
    """
    values: dict[str, Any] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        name = name.strip()
        if not sign or not name:
            raise RenderError(f"'{text}' sets nothing: an option is NAME=VALUE, such as samples=16")
        if name in values:
            raise RenderError(f"the option {name} is given twice: give it once")
        try:
            values[name] = json.loads(value)
        except (json.JSONDecodeError, RecursionError):
            values[name] = value
        except ValueError:
            raise RenderError(f"the option {name} has a number of {len(value):,} digits: give a shorter one") from None
    return values
