"""``scenewright renderers``: lists the renderers with their channels and options."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.renderer_options import InstalledRenderer

__all__ = ["run"]


def run(*, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.renderer_listing import RENDERERS, RenderersRequest

        with reporter.job("starting renderers") as job:
            found = RENDERERS(RenderersRequest(), job=job)
        reporter.result(found.report(), [line for r in found.renderers for line in _lines(r)])


def _lines(renderer: InstalledRenderer) -> list[str]:
    """For people: a line on what it is, one on what it draws, and one for each option."""
    can = renderer.capabilities
    flags = [
        word
        for word, has in (
            ("animation", can.animation),
            ("transparent background", can.alpha),
            ("captures", can.captures),
            ("needs a GPU", can.needs_gpu),
        )
        if has
    ]
    lines = [renderer.name if renderer.missing is None else f"{renderer.name}  (not here: {renderer.missing})"]
    lines.append(f"  draws    {', '.join(can.channel_names)}")
    lines.append(f"  can      {', '.join(flags)}")
    for name, option in renderer.schema["properties"].items():
        default = "" if option.get("default") is None else f" [{json.dumps(option['default'])}]"
        lines.append(f"  --option {name}={default} {option.get('description', '')}".rstrip())
    return lines
