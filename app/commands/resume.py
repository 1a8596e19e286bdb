"""``scenewright resume``: goes on from a stage of a run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.agent.runs import StageName
    from scenewright.app.writers.writer import AgentEffort

__all__ = ["run"]


def run(
    scene: Path,
    *,
    run: str | None,
    after: StageName | None,
    source: str | None,
    out: Path | None,
    model: str | None,
    base_url: str | None,
    effort: AgentEffort | None,
    seed: int | None,
    bounds: Mapping[str, Any],
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.run_resuming import RESUME, ResumeRequest
        from scenewright.app.commands.generate import tell_generated

        request = ResumeRequest(
            scene=scene,
            run=run,
            after=after,
            source=source,
            out=out,
            model=model,
            base_url=base_url,
            effort=effort,
            seed=seed,
            **bounds,
        )
        with reporter.job("generating", kept="generate") as job:
            generated = RESUME(request, job=job)
        tell_generated(reporter, generated)
