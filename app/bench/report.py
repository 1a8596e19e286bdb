"""The report of a bench: as Markdown for people, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.app.bench.claims import CLAIMS, ReadmeClaim
from scenewright.app.bench.figures import Figure
from scenewright.app.bench.parts import PARTS
from scenewright.scene import atomic
from scenewright.scene.model import SCHEMA

__all__ = ["BenchReport", "MeasuredPart", "figure_text", "write_report"]


@dataclass(frozen=True, slots=True)
class MeasuredPart:
    """`problem`: why it has no figures; '' where it has."""

    name: str
    figures: tuple[Figure, ...]
    seconds: float
    problem: str = ""


@dataclass(frozen=True, slots=True)
class BenchReport:
    """What was measured. `machine`: see :func:`~scenewright.app.bench.machine.machine_facts`. `tier`: quick or full. `seconds`: in all."""

    machine: Mapping[str, str]
    tier: str
    threads: int
    parts: tuple[MeasuredPart, ...]
    seconds: float

    @property
    def ok(self) -> bool:
        """Whether each part was measured, and no claim that was measured fails."""
        return not any(part.problem for part in self.parts) and False not in (holds for _, _, holds in self.claims())

    def claims(self) -> list[tuple[ReadmeClaim, Figure | None, bool | None]]:
        """Each claim with its figure and whether it holds here; None where its part was not measured."""
        measured = {part.name: part.figures for part in self.parts}
        out: list[tuple[ReadmeClaim, Figure | None, bool | None]] = []
        for claim in CLAIMS:
            figure = next((f for f in measured.get(claim.part, ()) if claim.figure in f.name), None)
            out.append((claim, figure, None if figure is None else claim.holds(figure)))
        return out

    def to_json(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "machine": dict(self.machine),
            "tier": self.tier,
            "threads": self.threads,
            "seconds": round(self.seconds, 1),
            "ok": self.ok,
            "parts": {
                part.name: {
                    "seconds": round(part.seconds, 1),
                    "problem": part.problem or None,
                    "figures": [figure.to_json() for figure in part.figures],
                }
                for part in self.parts
            },
            "claims": [
                {
                    "says": claim.says,
                    "part": claim.part,
                    "figure": None if figure is None else figure.name,
                    "holds": holds,
                }
                for claim, figure, holds in self.claims()
            ],
        }

    def markdown(self) -> str:
        lines = ["# What this machine does", "", f"Tier: {self.tier}. Measured in {self.seconds:.0f} s.", ""]
        lines += ["| | |", "|---|---|", *(f"| {name} | {_cell(value)} |" for name, value in self.machine.items()), ""]
        for part in self.parts:
            lines += [f"## {part.name}: {PARTS[part.name].about}", ""]
            if part.problem:
                lines += [f"Not measured: {_cell(part.problem)}", ""]
                continue
            lines += ["| figure | here | baseline | against | times as good |", "|---|---:|---:|---|---:|"]
            for figure in part.figures:
                ratio = "" if figure.ratio is None else f"{figure.ratio:.3g}"
                baseline = "" if figure.baseline is None else figure_text(figure.baseline, figure.unit)
                cells = (figure.name, figure_text(figure.value, figure.unit), baseline, figure.against, ratio)
                lines.append(f"| {' | '.join(map(_cell, cells))} |")
            lines += ["", f"{part.seconds:.0f} s.", ""]
        lines += ["## What the README says", "", "| sentence | figure | here | holds |", "|---|---|---:|---|"]
        for claim, figure, holds in self.claims():
            here = "" if figure is None else figure_text(figure.value, figure.unit)
            told = {None: "not measured", True: "yes", False: "**no**"}[holds]
            lines.append(f"| {_cell(claim.says)} | {_cell(claim.figure)} | {here} | {told} |")
        return "\n".join(lines) + "\n"


def figure_text(value: float, unit: str) -> str:
    """A value with its unit, to three digits."""
    number = f"{value:,.0f}" if value == round(value) or abs(value) >= 1_000 else f"{value:.3g}"
    return f"{number} {unit}".strip()


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def write_report(report: BenchReport, folder: Path) -> tuple[Path, Path]:
    """Write ``bench.md`` and ``bench.json`` into a folder.

    Raises:
        CannotWrite: they cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    page, data = folder / "bench.md", folder / "bench.json"
    atomic.write(page, report.markdown().encode())
    atomic.write(data, (json.dumps(report.to_json(), indent=1) + "\n").encode())
    return page, data
