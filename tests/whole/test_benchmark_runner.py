"""What the runner of the benchmarks makes of how a bench ends."""

from __future__ import annotations

import pytest

from tests.benchmarks import run


@pytest.fixture(autouse=True)
def _found(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


def ending(tmp_path, code: int, *, figures: bool) -> run.Bench:
    """A bench that writes figures or not, says something on standard error, and ends with a code."""
    script = tmp_path / "bench_made_up.py"
    lines = ["import sys, pathlib", "print('says why', file=sys.stderr)"]
    lines += ["pathlib.Path(sys.argv[-1]).write_text('{\"speed\": 1}')"] if figures else []
    script.write_text("\n".join([*lines, f"sys.exit({code})"]), encoding="utf-8")
    return run.Bench(script.stem)


def test_what_lacks_something_is_left_out_with_the_reason(tmp_path):
    with pytest.raises(run.LeftOut, match="says why"):
        run.run_bench(ending(tmp_path, run.NOT_AT_HAND, figures=False), ())


@pytest.mark.parametrize(("code", "figures"), [(1, True), (1, False), (0, False)])
def test_a_claim_that_does_not_hold_or_no_figures_is_a_failure(tmp_path, code, figures):
    found, problem = run.run_bench(ending(tmp_path, code, figures=figures), ())
    assert found == ({"speed": 1} if figures else None)
    assert problem == "says why"


def test_figures_are_read(tmp_path):
    assert run.run_bench(ending(tmp_path, 0, figures=True), ()) == ({"speed": 1}, None)


def test_a_run_with_something_left_out_names_it_and_succeeds(tmp_path, monkeypatch, capsys):
    bench = ending(tmp_path, run.NOT_AT_HAND, figures=False)
    monkeypatch.setattr(run, "BENCHES", {"one": bench})
    monkeypatch.setattr("sys.argv", ["run", "--quick"])
    assert run.main() == 0
    assert "left out: one (says why)" in capsys.readouterr().out
