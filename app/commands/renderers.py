"""``scenewright renderers``: lists the renderers with their channels and options."""

from __future__ import annotations

from scenewright.app.output import Reporter, guarded

__all__ = ["run"]


def run(*, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.renderer_listing import RENDERERS, RenderersRequest

        with reporter.job("starting renderers") as job:
            result = RENDERERS(RenderersRequest(), job=job)
        reporter.result(result.report(), "\n".join(r.text() for r in result.renderers))
