"""``scenewright brief``: shows what a request asks for, as a brief that can be edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.agent.brief import Brief

__all__ = ["run"]


def run(text: str, *, model: str | None, base_url: str | None, out: Path | None, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.briefing import BRIEF, BriefRequest
        from scenewright.app.terminal.process import settings_for_machine
        from scenewright.scene import atomic
        from scenewright.scene.text_files import encode_text

        settings = settings_for_machine({"model": model, "base_url": base_url}, reporter)
        request = BriefRequest(text=text, model=settings.model, base_url=settings.base_url)
        with reporter.job("planning") as job:
            briefed = BRIEF(request, job=job)
        reporter.warnings(briefed.notes)
        lines = _lines(briefed.brief)
        if out is not None:
            atomic.write(out, encode_text(briefed.brief.model_dump_json(exclude_defaults=True, indent=2) + "\n"))
            lines.append(f"brief    {out}")
        reporter.result({**briefed.report(), "out": None if out is None else str(out)}, lines)


def _lines(brief: Brief) -> list[str]:
    """The brief for people."""
    room = brief.room
    size = " by ".join(f"{v:g} m" for v in (room.width, room.depth) if v is not None)
    place = ", ".join(said for said in (room.size, room.kind, size, "outdoors" if room.outdoor else "") if said)
    lines = [f"place    {place or 'not said'}"]
    lines += [
        f"thing    {'at least ' if thing.at_least else ''}{thing.count} x {thing.phrase}"
        f"{f' with {chr(44).join(thing.holds)}' if thing.holds else ''}"
        for thing in brief.things
    ]
    for relation in brief.relations:
        anchors = " and ".join(relation.anchors) or f"the {relation.place or 'others'}"
        detail = f" ({relation.detail})" if relation.detail else ""
        lines.append(f"holds    {relation.subject} {relation.kind.replace('_', ' ')} {anchors}{detail}")
    lines += [f"not      {noun}" for noun in brief.absent]
    said = (("style", brief.style), ("light", brief.light), ("camera", brief.camera), ("motion", brief.motion))
    lines += [f"{name:<9}{words}" for name, words in said if words]
    return lines
