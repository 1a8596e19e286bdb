"""``scenewright layout``: repairs the layout of a scene, or checks it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.terminal.output import Reporter, UsageError, guarded

if TYPE_CHECKING:
    from scenewright.app.actions.arranging import LayoutRequest
    from scenewright.app.layout import LaidOut
    from scenewright.app.session import Session

__all__ = ["DOES_NOT_HOLD", "run"]

DOES_NOT_HOLD = 1
"""Exit code if nothing failed, but there are violations, an offered repair, or a relation that cannot be read."""

_CHANGED = {
    "literal": "places of single things",
    "adjust": "adjust lines, one for each thing that no place call puts",
    "numbers": "numbers of loops and arithmetic",
}


def run(
    where: str,
    *,
    check: bool,
    plan: Path | None,
    out: Path | None,
    in_place: bool,
    settle: bool,
    accept: bool,
    keep: Sequence[str],
    seed: int | None,
    root: str | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.arranging import LAYOUT, LayoutRequest
        from scenewright.app.commands.edit import refuse_outputs
        from scenewright.app.picture_places import refuse_picture
        from scenewright.app.terminal.process import open_with_settings
        from scenewright.scene.errors import LayoutError

        if check and (out is not None or in_place):
            raise UsageError("--check changes nothing: leave out --out and --in-place")
        if check and (accept or keep):
            raise UsageError("--check moves nothing: leave out --accept and --keep")
        refuse_outputs(out, in_place)
        if plan is not None:
            refuse_picture(plan, "plan")
        request = LayoutRequest(
            check=check, settle=settle, accept=accept, keep=tuple(keep), save=out is None, plan=plan
        )
        writable = out is None and not check
        session, _ = open_with_settings(where, {"seed": seed, "root": root}, reporter, writable=writable)
        refuse_outputs(out, in_place, session)
        with reporter.job("certifying" if check else "laying out", kept="layout", scene=where) as job:
            job.progress(0.0, "evaluating")
            laid = LAYOUT(session, request, job=job)
        report = laid.report
        untouched = check or laid.stays
        written = None if untouched else _written(session, out, in_place)
        _print_result(reporter, session, laid, written, request, None if untouched else session.source)
        if report.offer is not None and not check:
            options = {"--out": out, "--seed": seed, "--root": root}
            words = [word for option, value in options.items() if value is not None for word in (option, str(value))]
            words += [word for path in keep for word in ("--keep", path)] + ["--in-place"] * in_place
            reporter.note(
                f"{shlex.join(['scenewright', 'layout', where, '--accept', *words])} makes the offered repair"
            )
        if report.conflicts and not check:
            raise SystemExit(LayoutError.exit_code)
        if not report.complete:
            raise SystemExit(DOES_NOT_HOLD)


def _written(session: Session, out: Path | None, in_place: bool) -> Path | None:
    """Write the new program; returns its file or folder, or None if it is only printed."""
    from scenewright.scene import atomic
    from scenewright.scene.text_files import encode_text

    if out is None and session.folder is not None:
        return session.folder
    file = out if out is not None else session.origin.path if in_place else None
    if file is not None:
        atomic.write(file, encode_text(session.source))
    return file


def _print_result(
    reporter: Reporter,
    session: Session,
    laid: LaidOut,
    written: Path | None,
    request: LayoutRequest,
    program: str | None,
) -> None:
    from scenewright.app.layout_table import print_conflicts, print_report

    report, plan = laid.report, request.plan
    printed = program is not None and written is None
    values: dict[str, Any] = {
        **report.to_json(),
        "how": laid.how,
        "changed": laid.changed,
        "written": None if written is None else str(written),
        "revision": None if session.project is None else session.project.revision,
        "program": program if printed else None,
        "plan": None if plan is None else str(plan),
        "warnings": list(session.scene.warnings),
    }
    failed = not request.check and bool(report.conflicts) and not laid.changed
    reporter.warnings([*session.scene.warnings, *(report.notes if failed else values["notes"])])
    lines = [report.summary()]
    if laid.changed:
        lines.append(f"changed  {' and '.join(_CHANGED[how] for how in laid.how.split(' and '))}")
    if written is not None:
        lines.append(f"{'written to' if laid.changed else 'nothing to change in'} {written}")
    if plan is not None:
        lines.append(f"plan     {plan}")
    if reporter.as_json:
        reporter.result(values, "")
        reporter.note(lines[0])
    elif failed:  # the table would describe a scene that was not laid out
        print_conflicts(report)
        for line in lines:
            reporter.note(line)
    else:  # only the program goes to standard output, so that it can be piped
        print_report(report, to_errors=printed, checked=request.check)
        if program is not None and printed:
            for line in lines:
                reporter.note(line)
            reporter.program(values, program.rstrip("\n") + "\n")
        else:
            reporter.result(values, lines)
