"""``scenewright renderers``: what can draw here, and what it can be told."""

from __future__ import annotations

from scenewright.app.output import Reporter, guarded

__all__ = ["run"]


def run(*, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.renderer_options import installed_renderers

        found = installed_renderers()
        reporter.result({"renderers": [r.report() for r in found]}, "\n".join(r.text() for r in found))
