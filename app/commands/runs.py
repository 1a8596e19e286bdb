"""``scenewright runs``: lists what language models did on a scene, and shows one run."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.actions.run_reading import ShownRun
    from scenewright.app.agent.runs import RunSummary

__all__ = ["listed", "replay_one", "show"]

_WIDTH = 100
_ID = 22
_MOST_ASKED = 64
"""Characters of a request in the table."""
_MOST_SAID = 400
"""Characters of a message for people."""


def listed(scene: Path, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.run_reading import RUNS, RunsRequest

        found = RUNS(RunsRequest(scene=scene))
        if as_json:
            reporter.result(found.report(), "")
        elif found.runs:
            reporter.table(_table(found.runs))
        else:
            reporter.note(f"{scene} keeps no runs: what a language model does on a scene is kept there")
        for run in found.runs:
            if run.problem:
                reporter.note(f"warning: {run.problem}")


def _table(runs: tuple[RunSummary, ...]) -> Any:
    from rich.table import Table

    rows = [_row(run) for run in runs if not run.problem]
    table = Table(box=None, pad_edge=False)
    table.add_column("run", min_width=_ID)
    for number, head in enumerate(("did", "outcome", "rounds", "tokens", "seconds", "cost"), 1):
        width = max([len(head), *(len(row[number]) for row in rows)])
        table.add_column(head, justify="left" if number < 3 else "right", min_width=width, no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return table


def _row(run: RunSummary) -> tuple[str, ...]:
    asked = textwrap.shorten(run.request, _MOST_ASKED, placeholder=" ...")
    numbers = (str(run.rounds), f"{run.spent.tokens:,}", f"{run.seconds:.1f}", money(run.spent.money))
    return (f"{run.id}\n{asked}", run.kind, run.outcome, *numbers)


def money(dollars: float | None) -> str:
    """Dollars for people; '?' where no price is known."""
    return "?" if dollars is None else f"${dollars:.4f}" if dollars < 0.1 else f"${dollars:.2f}"


def show(scene: Path, run: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.run_reading import SHOW_RUN, ShowRunRequest

        shown = SHOW_RUN(ShowRunRequest(scene=scene, run=run))
        reporter.result(shown.report(), _page(shown))


def replay_one(scene: Path, run: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.run_reading import REPLAY_RUN, ReplayRunRequest

        with reporter.job("replaying") as job:
            made = REPLAY_RUN(ReplayRunRequest(scene=scene, run=run), job=job)
        reporter.warnings(made.notes)
        verdict = "the same program" if made.same else "another program than the run had kept"
        reporter.result(made.report(), f"{made.run}: {made.rounds} rounds again, {verdict}")


def _page(shown: ShownRun) -> list[str]:
    record, spent = shown.record, shown.record.spent
    lines = [f"{record.id}  {record.kind}, {record.outcome}{f': {record.message}' if record.message else ''}"]
    lines += textwrap.wrap(record.request, _WIDTH, initial_indent="  asked    ", subsequent_indent="           ")
    lines += [
        f"  {role or 'model':<8} {name}{_version(record.prompt_versions.get(role))}"
        for role, name in record.models.items()
    ]
    lines.append(f"  began    {record.started}, took {record.seconds:.1f} s")
    lines.append(
        f"  used     {spent.requests} requests, {spent.input_tokens:,} + {spent.output_tokens:,} tokens, {money(spent.money)}"
    )
    for each in record.rounds:
        lines.append(f"  round {each.number:<3}{'kept  ' if each.kept else '      '}{each.checks}")
    for stage, file in shown.stages():
        lines.append(f"  stage    {stage.name:<10} {stage.checks}; {file}")
    for number, turn in enumerate(shown.turns(_MOST_SAID), 1):
        lines += ["", *_turn(number, turn)]
    lines += ["", *(f"note: {note}" for note in record.transcript.notes)] if record.transcript.notes else []
    return [*lines, "", f"whole messages: {shown.folder / 'transcript.json'}"]


def _version(version: str | None) -> str:
    return f" (prompt {version})" if version else ""


def _turn(number: int, turn: dict[str, Any]) -> list[str]:
    tokens = f"{turn['input_tokens']:,} + {turn['output_tokens']:,} tokens"
    again = f", sent {turn['tries']} times" if turn["tries"] > 1 else ""
    ended = f", ended by {turn['finish_reason']}" if turn["finish_reason"] not in (None, "stop", "tool_call") else ""
    lines = [
        f"{number}. {turn['role'] or 'model'}: {tokens}, {turn['seconds']:.1f} s, {money(turn['cost'])}{again}{ended}"
    ]
    lines += textwrap.wrap(turn["said"], _WIDTH, initial_indent="   > ", subsequent_indent="     ")
    lines += textwrap.wrap(turn["answered"], _WIDTH, initial_indent="   < ", subsequent_indent="     ")
    if turn["error"]:
        lines += textwrap.wrap(turn["error"], _WIDTH, initial_indent="   ! ", subsequent_indent="     ")
    return lines
