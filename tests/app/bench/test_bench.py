"""What the bench measures and reports, and that the README still says what it claims."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from scenewright.app.bench import CLAIMS, PARTS, BenchReport, Figure, run_benches, write_report
from scenewright.app.bench.report import MeasuredPart
from scenewright.app.requests import RequestError
from tests.support.command_line import run
from tests.support.locations import REPOSITORY


def test_the_readme_says_what_is_claimed() -> None:
    readme = re.sub(r"\s+", " ", (REPOSITORY / "README.md").read_text(encoding="utf-8"))
    assert [c.says for c in CLAIMS if c.says not in readme] == []
    assert {c.part for c in CLAIMS} <= set(PARTS)


@pytest.mark.parametrize(
    ("figure", "ratio"),
    [
        (Figure("a", 2.0, "s", 6.0, "b"), 3.0),
        (Figure("a", 6.0, "%", 2.0, "b", lower_is_better=False), 3.0),
        (Figure("a", 6.0, "dB", 2.0, "b", lower_is_better=False), None),
        (Figure("a", 0.0, "", 2.0, "b"), None),
        (Figure("a", 2.0), None),
    ],
)
def test_a_ratio_over_one_is_better(figure: Figure, ratio: float | None) -> None:
    assert figure.ratio == ratio
    assert Figure.from_json(json.loads(json.dumps(figure.to_json()))) == figure


def report(*parts: MeasuredPart) -> BenchReport:
    return BenchReport({"cores": "2"}, "quick", 2, parts, 1.0)


def test_a_claim_that_fails_here_is_told(tmp_path: Path) -> None:
    good = MeasuredPart("export", (Figure("meshes of the GLB that carry the path of their entity", 100.0, "%"),), 1.0)
    bad = MeasuredPart("export", (Figure("meshes of the GLB that carry the path of their entity", 99.0, "%"),), 1.0)
    assert report(good).ok
    assert not report(bad).ok
    page, data = write_report(report(bad), tmp_path / "new" / "folder")
    assert "| **no** |" in page.read_text(encoding="utf-8")
    told = json.loads(data.read_text(encoding="utf-8"))
    assert [c["holds"] for c in told["claims"] if c["part"] == "export"] == [False]
    assert None in [c["holds"] for c in told["claims"]]


def test_a_part_that_breaks_is_named_and_costs_no_other() -> None:
    broken = MeasuredPart("render", (), 1.0, "no | display\nhere")
    text = report(broken, MeasuredPart("start", (Figure("a", 1.0, "s", 2.0, "b"),), 1.0)).markdown()
    assert "Not measured: no \\| display here" in text
    assert "| a | 1 s | 2 s | b | 2 |" in text
    assert not report(broken).ok


def test_an_unknown_part_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="layout"):
        run_benches(["lay-out"])
    out = tmp_path / "file"
    out.write_text("mine", encoding="utf-8")
    done = run("bench", "start", "--out", str(out), code=None)
    assert done.returncode != 0
    assert out.read_text(encoding="utf-8") == "mine"


@pytest.mark.slow
def test_the_start_and_the_files_are_measured(tmp_path: Path) -> None:
    values = json.loads(run("bench", "start", "export", "--out", str(tmp_path), "--json", code=None).stdout)
    assert {name: part["problem"] for name, part in values["parts"].items()} == {"start": None, "export": None}
    shown = values["parts"]["start"]["figures"][0]
    assert 0.0 < shown["baseline"] < shown["value"]
    assert [c["holds"] for c in values["claims"] if c["part"] == "export"] == [True]
    assert (tmp_path / "bench.md").is_file()
