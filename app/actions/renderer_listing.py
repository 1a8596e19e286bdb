"""What can draw here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenewright.app.actions.action import FreeAction, Request
from scenewright.app.renderer_options import InstalledRenderer, installed_renderers
from scenewright.scene.jobs import Job

__all__ = ["RENDERERS", "InstalledRenderers", "RenderersRequest"]


class RenderersRequest(Request):
    """Asks for all of them."""


@dataclass(frozen=True)
class InstalledRenderers:
    """By name."""

    renderers: tuple[InstalledRenderer, ...]

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {"renderers": [renderer.report() for renderer in self.renderers]}


def renderers(request: RenderersRequest, job: Job) -> InstalledRenderers:
    """All renderers, with what each draws and can be told.

    Raises:
        PluginError: one of them cannot be loaded.
    """
    return InstalledRenderers(tuple(installed_renderers()))


RENDERERS = FreeAction("renderers", "List the renderers, what each draws and can be told.", RenderersRequest, renderers)
