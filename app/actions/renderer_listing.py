"""The action that lists the installed renderers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenewright.app.actions.action import FreeAction
from scenewright.app.renderer_options import InstalledRenderer, installed_renderers
from scenewright.app.requests import Request
from scenewright.scene.jobs import Job

__all__ = ["RENDERERS", "InstalledRenderers", "RenderersRequest"]


class RenderersRequest(Request):
    """Lists all renderers; it has no fields."""


@dataclass(frozen=True)
class InstalledRenderers:
    """All installed renderers, ours first."""

    renderers: tuple[InstalledRenderer, ...]

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {"renderers": [renderer.report() for renderer in self.renderers]}


def renderers(request: RenderersRequest, job: Job) -> InstalledRenderers:
    """All installed renderers with their channels and options.

    Raises:
        PluginError: a renderer cannot be loaded.
    """
    return InstalledRenderers(tuple(installed_renderers()))


RENDERERS = FreeAction("renderers", "List the renderers with their channels and options.", RenderersRequest, renderers)
