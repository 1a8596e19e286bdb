"""``scenewright doctor``: checks what works on this machine, and names the command that fixes each problem."""

from __future__ import annotations

from dataclasses import asdict

from scenewright.app.doctor.check import Check
from scenewright.app.doctor.drawing import drawing_checks
from scenewright.app.doctor.machine import machine_checks
from scenewright.app.doctor.meaning import meaning_checks
from scenewright.app.doctor.services import service_checks
from scenewright.app.terminal.output import Reporter, guarded

__all__ = ["checks", "run"]


def checks(*, offline: bool = False) -> list[Check]:
    """Run all checks, in the order in which they are shown. `offline`: try no address of a language model."""
    return [*machine_checks(), *drawing_checks(), *meaning_checks(), *service_checks(offline=offline)]


def run(*, offline: bool, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        with reporter.job("checking"):
            results = checks(offline=offline)
        lines = []
        for check in results:
            mark = {"ok": "ok  ", "missing": "MISS", "note": "note"}[check.state]
            lines.append(f"{mark} {check.name:<14} {check.found}")
            if check.state != "ok" and check.enables:
                lines.append(f"     {'':<14} enables {check.enables}")
            if check.mend:
                lines.append(f"     {'':<14} -> {check.mend}")
        missing = [c.name for c in results if c.state == "missing"]
        lines.append("everything works" if not missing else f"does not work: {', '.join(missing)}")
        reporter.result({"checks": [asdict(c) for c in results], "ok": not missing}, lines)
        if missing:
            raise SystemExit(1)
