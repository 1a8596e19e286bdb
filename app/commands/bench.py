"""``scenewright bench``: measures this machine and writes a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scenewright.app.terminal.output import Reporter, guarded

__all__ = ["run"]


def run(only: Sequence[str], out: Path, *, full: bool, threads: int | None, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from rich.table import Table

        from scenewright.app.bench import run_benches, write_report
        from scenewright.app.bench.report import figure_text
        from scenewright.app.requests import RequestError

        if out.exists() and not out.is_dir():
            raise RequestError(f"{out} is a file: name a folder for the report", field="out")
        with reporter.job("measuring") as job:
            report = run_benches(only, full=full, threads=threads, job=job)
        page, data = write_report(report, out)
        if as_json:
            reporter.result(report.to_json(), "")
        else:
            for part in report.parts:
                table = Table(title=f"{part.name}, {part.seconds:.0f} s", title_justify="left")
                for head in ("figure", "here", "baseline", "times as good"):
                    table.add_column(head, justify="left" if head == "figure" else "right")
                for figure in part.figures:
                    baseline = "" if figure.baseline is None else f"{figure_text(figure.baseline, figure.unit)}"
                    ratio = "" if figure.ratio is None else f"{figure.ratio:.3g}"
                    table.add_row(figure.name, figure_text(figure.value, figure.unit), baseline, ratio)
                if part.problem:
                    table.add_row(f"not measured: {part.problem}")
                reporter.table(table)
            wrong = [f"does not hold here: {claim.says!r}" for claim, _, holds in report.claims() if holds is False]
            reporter.result({}, [*wrong, f"report: {page}", f"data: {data}"])
        if not report.ok:
            raise SystemExit(1)
