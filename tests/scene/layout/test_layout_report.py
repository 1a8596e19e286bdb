"""What is said of a layout: what moved and why, what stands as written, what cannot be read, what is offered and not taken.

Moves and offers are made by hand: what is tested is how they are told, to programs, people and models.
"""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from scenewright.app.agent.checker import Severity
from scenewright.app.agent.checker.standing import standing_findings
from scenewright.app.generating import layout_notes
from scenewright.app.layout_table import print_conflicts, print_report
from scenewright.scene.errors import PathError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import BodyMove, LayoutReport, check_scene, moved_text
from scenewright.scene.layout.changes import Offer, moves_between
from scenewright.scene.layout.feasibility.conflict import Conflict
from scenewright.scene.layout.model import Joined

HEAD = """from scene.language import *
def block(w, h, d): return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))
"""
APART = (
    "block(1.2, 0.9, 0.6), at=(-1, 0, -1.6), name='counter'",
    "block(0.7, 1.8, 0.6), at=(1, 0, 0), name='fridge'",
    "block(0.3, 0.3, 0.3), at=(1.5, 0, 1.4), name='stool'",
    "block(0.2, 0.2, 0.2), at=(-1, 0, 1.4), name='crate'",
)
ACROSS = (APART[0], "block(0.7, 1.8, 0.6), at=(-0.6, 0, -1.5), name='fridge'", *APART[2:])


def program(things: tuple[str, ...], relations: str = "") -> str:
    lines = ", ".join(["room(4.6, 4, 2.6, doors=[('front', 0, 0.9, 2.0)])", *(f"place({t})" for t in things)])
    asked = f"relate({relations})\n" if relations else ""
    return f"{HEAD}@register('a kitchen')\ndef kitchen():\n    return concat_shapes({lines})\n{asked}"


def checked(things: tuple[str, ...], relations: str = "") -> LayoutReport:
    return check_scene(evaluate_here(program(things, relations)), settle=False)


def move(name: str, by: tuple[float, float, float], why: str = "", turn: float = 0.0) -> BodyMove:
    return BodyMove(f"kitchen/{name}", (0.0, 0.0, 0.0, 0.0), (*by, turn), float(np.linalg.norm(by)), abs(turn), why)


FAR = move("fridge", (1.2, 0.0, 0.5), "counter takes its place")
NEAR = move("crate", (0.0, -0.004, 0.0), "hung 4 mm above the floor")
OFFER = Offer("the text", (FAR, move("stool", (0.3, 0, 0))), "fridge moves more than 0.5 m", ("near(stool, fridge)",))


# -- as JSON --------------------------------------------------------------------------------------------------------------


def test_the_answer_says_what_moved_and_what_stands_as_written() -> None:
    report = replace(checked(APART), moves=(FAR, NEAR))
    values = report.to_json()
    assert values["moved"] == [
        {"path": "kitchen/fridge", "from": [0, 0, 0, 0], "to": [1.2, 0, 0.5, 0], "distance_m": 1.3, "turn_deg": 0, "why": FAR.why},
        {"path": "kitchen/crate", "from": [0, 0, 0, 0], "to": [0, -0.004, 0, 0], "distance_m": 0.004, "turn_deg": 0, "why": NEAR.why},
    ]  # fmt: skip
    assert values["kept"] == ["kitchen/counter", "kitchen/stool"]
    assert values["fidelity"]["bodies"] == 4
    assert (values["fidelity"]["moved"], values["fidelity"]["closed"]) == (1, 1)
    assert values["fidelity"]["unmoved_share"] == 0.75
    assert values["fidelity"]["largest_move_m"] == 1.3
    assert values["offered"] is None
    assert values["complete"]
    assert json.loads(json.dumps(values, allow_nan=False)) == values


def test_the_answer_says_what_is_joined() -> None:
    report = checked(APART)
    joined = (Joined((0, 3), "the crate stands inside the counter"),)
    report = replace(report, problem=replace(report.problem, joined=joined))
    assert report.to_json()["joined"] == [
        {"paths": ["kitchen/counter", "kitchen/crate"], "why": "the crate stands inside the counter"}
    ]


def test_a_relation_that_names_nothing_is_told_with_its_line() -> None:
    """The nearest names are told too."""
    report = checked(APART, "near('stol', 'fridge', 0, 3), near('stool', 'fridge', 0, 3)")
    (unread,) = report.to_json()["unreadable"]
    assert unread["relation"] == "near('stol', 'fridge')"
    assert (unread["number"], unread["line"], unread["in_part"]) == (1, 6, False)
    assert "kitchen/stool" in unread["why"]
    assert report.holds  # all that can be read does
    assert not report.complete
    assert report.failing == 0
    assert report.readable == 1
    assert report.summary().endswith("1 relations hold, 1 relation cannot be read")


def test_a_relation_of_which_a_part_is_read_says_so() -> None:
    report = checked(APART, "spaced(['counter', 'fridge', 'stol'], 'x')")
    (unread,) = report.unreadable
    assert unread.in_part
    assert unread.text == "spaced(['counter', 'fridge', 'stol'])"


def test_an_offer_is_told_and_not_counted_as_moves() -> None:
    report = replace(checked(ACROSS), offer=OFFER)
    values = report.to_json()
    assert values["moved"] == []
    assert len(values["kept"]) == 4
    assert [m["path"] for m in values["offered"]["moves"]] == ["kitchen/fridge", "kitchen/stool"]
    assert values["offered"]["why"] == OFFER.why
    assert values["offered"]["remaining"] == ["near(stool, fridge)"]
    assert not values["holds"]
    assert report.summary() == (
        "the layout does not hold: 1 violation; a repair that moves 2 of 4 bodies, by 1.30 m at most, "
        "and leaves 1 thing wrong, is offered and not taken"
    )


def test_what_holds_is_complete_only_where_nothing_is_offered() -> None:
    assert checked(APART).complete
    assert not replace(checked(APART), offer=OFFER).complete


# -- for people -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (move("fridge", (0.03, 0, 0.01), "was 3 cm inside the wall"), "fridge 3.2 cm: was 3 cm inside the wall"),
        (move("lamp", (0, -1.25, 0)), "lamp 1.25 m down"),
        (move("rug", (0, 0.002, 0)), "rug 2.0 mm up"),
        (move("chair", (0, 0, 0), "looked away", turn=90), "chair turned 90 degrees: looked away"),
        (move("chair", (0.5, 0, 0), turn=-30), "chair 50.0 cm, turned 30 degrees"),
    ],
)
def test_a_move_in_words(what: BodyMove, told: str) -> None:
    assert moved_text(what) == told


def test_moves_of_poses_are_told_from_where_to_where() -> None:
    report = checked(APART)
    before = report.problem.bodies.initial
    after = before.copy()
    after[1] += (0.3, 0.0, 0.4, np.pi / 2)
    (found,) = moves_between(report.problem.bodies, before, after, {1: "the door swings there"})
    assert found.before == pytest.approx((1, 0, 0, 0), abs=1e-6)
    assert found.after == pytest.approx((1.3, 0, 0.4, 90), abs=1e-6)
    assert moved_text(found) == "fridge 50.0 cm, turned 90 degrees: the door swings there"


def test_the_table_lists_what_was_kept_moved_and_joined(capsys: pytest.CaptureFixture[str]) -> None:
    report = replace(checked(APART, "near('stol', 'fridge')"), moves=(FAR, NEAR))
    report = replace(report, problem=replace(report.problem, joined=(Joined((0, 3), "the crate is in it"),)))
    print_report(report)
    told = capsys.readouterr().out.splitlines()
    assert "kept as written           2 of 4" in [line.strip() for line in told]
    assert "relations not read        1" in [line.strip() for line in told]
    assert "moved     fridge 1.30 m: counter takes its place" in told
    assert "moved     crate 4.0 mm down: hung 4 mm above the floor" in told
    assert "joined    counter, crate: the crate is in it" in told
    assert any(line.startswith("unread    line 6: near('stol', 'fridge'): ") for line in told)
    print_report(report, checked=True)
    assert "kept as written" not in capsys.readouterr().out


def test_the_table_lists_what_is_offered(capsys: pytest.CaptureFixture[str]) -> None:
    offer = replace(OFFER, moves=tuple(move(f"thing_{k}", (2.0 - 0.1 * k, 0, 0)) for k in range(13)))
    print_report(replace(checked(ACROSS), offer=offer))
    told = capsys.readouterr().out
    assert "offer     a repair that moves 13 of 4 bodies, by 2.00 m at most" in told
    assert "would move thing_0 2.00 m" in told
    assert "... and 3 moves more" in told
    assert "thing_12" not in told
    assert "would leave: near(stool, fridge)" in told
    assert "--" not in told  # how it is taken is the command's to say
    print_conflicts(replace(checked(ACROSS), offer=OFFER))
    assert "would move fridge 1.30 m" in capsys.readouterr().err


def test_the_notes_of_a_new_scene() -> None:
    small = replace(checked(APART), moves=(NEAR,))
    assert layout_notes(small, changed=True, written=True) == ["moved crate 4.0 mm down: hung 4 mm above the floor"]
    assert layout_notes(small, changed=True, written=False) == []  # first guesses are nobody's wish
    notes = layout_notes(replace(checked(ACROSS), offer=OFFER), changed=False, written=True)
    assert "is offered and not taken" in notes[0]
    assert notes[1].startswith("as it is: kitchen/counter and kitchen/fridge intersect")
    assert "the repair would move fridge 1.30 m: counter takes its place" in notes
    assert notes[-1] == "the repair would leave: near(stool, fridge)"
    many = replace(small, moves=tuple(move(f"t{k}", (0.02, 0, 0)) for k in range(9)))
    assert layout_notes(many, changed=True, written=True)[-1] == "moved 3 more"


# -- for models -----------------------------------------------------------------------------------------------------------


def findings(report: LayoutReport, least: Severity = Severity.FAULT) -> str:
    """What a model is told of a report, a line for each finding."""
    return "\n".join(f"{f.says} | {f.advice}" for f in standing_findings(report) if f.severity >= least)


def test_a_model_is_not_asked_about_what_was_mended() -> None:
    report = replace(checked(APART), moves=(NEAR,))
    assert findings(report) == ""
    assert "the layout moved crate 4.0 mm down: hung 4 mm above the floor" in findings(report, Severity.NOTE)


def test_a_model_is_told_what_is_wrong_and_what_mending_it_takes() -> None:
    report = checked(ACROSS, "near('stol', 'fridge'), against_wall('stool', 'left')")
    told = findings(replace(report, offer=OFFER, moves=(NEAR,)), Severity.NOTE)
    assert "kitchen/counter and kitchen/fridge intersect" in told
    assert "line 6: near('stol', 'fridge') cannot be read" in told
    assert "there is no instance 'stol'; the nearest: kitchen/stool" in told
    assert "against_wall(stool, left wall) does not hold: stool is" in told
    assert "fridge moves more than 0.5 m" in told
    assert "fridge 1.30 m: counter takes its place, from (0.00, 0.00, 0.00)" in told
    assert "would still leave: near(stool, fridge)" in told


def test_a_model_is_told_who_is_in_a_conflict() -> None:
    conflict = Conflict((0, 1), (), "both want the corner", ("drop in_corner(counter)",), proved=False)
    report = replace(checked(APART), conflicts=(conflict,))
    (told,) = standing_findings(report)
    assert told.says == "cannot hold together: both want the corner (no place was found)"
    assert told.paths == ("kitchen/counter", "kitchen/fridge")
    assert told.advice == "drop in_corner(counter)"


# -- what stays -----------------------------------------------------------------------------------------------------------


def test_names_of_what_stays_are_found() -> None:
    from scenewright.app.layout import kept_paths

    scene = evaluate_here(program((*APART, "block(0.2, 0.2, 0.2), at=(0, 0, 1), name='crate'")))
    assert kept_paths(scene, ["fridge", "crate"]) == ("kitchen/fridge", "kitchen/crate")
    assert kept_paths(scene, []) == ()
    with pytest.raises(PathError, match=r"'frige'.*kitchen/fridge"):
        kept_paths(scene, ["frige"])
