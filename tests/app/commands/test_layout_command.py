"""``scenewright layout``: what it writes and reports, and what bad input is told. The program stays as it was."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import scenewright as sw
from tests.support.command_line import answer_here as answer
from tests.support.command_line import run_here as run
from tests.support.study_programs import study_head

ROOM = "room(4.2, 4.0, 2.5, doors=[('front', 1.2, 0.9, 2.0)])"
MESSY = (
    "place('desk', at=(0, 0, 0), name='desk'),  # in the middle\n"
    "        place('stool', at=(0.55, 0, 0.2), name='stool'),\n"
    "        place('cabinet', at=(2.0, 0, 1), name='cabinet'),\n"
    "        place('cup', at=(0.5, 2, 0.4), name='cup')"
)
WISHES = "against_wall('cabinet', 'back'), on('cup', 'desk'), near('stool', 'desk', 0, 0.5)"
KEYS = {
    "collision_free": bool, "in_bounds": bool, "placed": int, "requested": int, "relations": list, "support": float, "navigable": float,
    "clearance": float, "settle": dict, "seconds": float, "conflicts": list, "complete": bool, "moved": list, "kept": list,
    "joined": list, "unreadable": list, "fidelity": dict, "offered": type(None), "slight": list,
}  # fmt: skip


def program(body: str, relations: str = "", room: str = ROOM) -> str:
    parts = ",\n        ".join(p for p in (room, body) if p)
    text = f"{study_head(cabinet=1.7)}\n@register('a study')\ndef study():\n    return concat_shapes(\n        {parts},\n    )\n"
    return text + (f"\nrelate({relations})\n" if relations else "")


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    path = tmp_path / "study.py"
    path.write_text(program(MESSY, WISHES), encoding="utf-8")
    return path


@pytest.fixture
def impossible(tmp_path: Path) -> Path:
    names = ("pantry", "wardrobe", "bookcase")
    body = ",\n        ".join(f"place('cabinet', at=({k}, 0, 0), name='{n}')" for k, n in enumerate(names))
    path = tmp_path / "walls.py"
    path.write_text(program(body, ", ".join(f"against_wall('{n}', 'back')" for n in names)), encoding="utf-8")
    return path


# -- what it does -------------------------------------------------------------------------------------------------------


def test_a_file_is_left_and_the_new_text_printed(messy: Path) -> None:
    before = messy.read_bytes()
    done = run("layout", str(messy), "--accept", code=0)
    assert messy.read_bytes() == before
    assert "# in the middle" in done.stdout
    assert done.stdout != before.decode()
    assert "4 of 4 bodies placed" in done.stderr
    again = messy.with_name("again.py")
    again.write_text(done.stdout, encoding="utf-8")
    checked = answer("layout", str(again), "--check")
    assert checked["holds"]
    assert checked["program"] is None


def test_the_answer_has_the_shape_that_is_promised(messy: Path, tmp_path: Path) -> None:
    values = answer("layout", str(messy), "--accept", "--plan", str(tmp_path / "plan.png"))
    assert {key: type(values[key]) for key in KEYS} == KEYS
    assert (values["collision_free"], values["in_bounds"]) == (True, True)
    assert (values["placed"], values["requested"]) == (4, 4)
    assert values["conflicts"] == []
    assert {k: type(v) for k, v in values["settle"].items()} == {
        "max_shift_m": float,
        "max_tilt_deg": float,
        "fell": list,
    }
    assert len(values["relations"]) == 3
    for relation in values["relations"]:
        assert {k: type(v) for k, v in relation.items()} == {
            "text": str,
            "satisfied": bool,
            "residual": float,
            "reason": str,
        }
        assert relation["satisfied"]
    for share in ("support", "navigable", "clearance"):
        assert 0.0 <= values[share] <= 1.0
    assert values["seconds"] > 0
    assert values["how"] == "literal"
    assert "study" in values["program"]
    assert Image.open(tmp_path / "plan.png").width == 1200


def test_check_changes_nothing_and_says_what_does_not_hold(messy: Path) -> None:
    before = messy.read_bytes()
    values = answer("layout", str(messy), "--check", code=1)
    assert messy.read_bytes() == before
    assert not values["holds"]
    assert not values["collision_free"]
    assert {v["kind"] for v in values["violations"]} >= {"collision", "support"}
    assert [r["satisfied"] for r in values["relations"]] == [False, False, True]
    assert all(r["reason"] for r in values["relations"] if not r["satisfied"])
    told = run("layout", str(messy), "--check", "--no-settle", code=1).stdout
    assert "desk" in told
    assert "stool" in told
    assert "settling" not in told


def test_the_text_goes_where_it_is_sent(messy: Path, tmp_path: Path) -> None:
    before = messy.read_bytes()
    out = tmp_path / "new.py"
    assert answer("layout", str(messy), "--accept", "--out", str(out), "--no-settle")["written"] == str(out)
    assert messy.read_bytes() == before
    assert answer("layout", str(messy), "--accept", "--in-place", "--no-settle")["written"] == str(messy)
    assert messy.read_bytes() == out.read_bytes() != before


def test_a_folder_is_updated_in_one_step_by_the_solver(messy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "scene"
    run(
        "generate", "--from", str(messy), "--out", str(folder), "--no-layout", "--width", "48", "--height", "36", code=0
    )
    text = folder / "program.py"
    before = text.read_bytes()
    copy = tmp_path / "copy.py"
    run("layout", str(folder), "--accept", "--out", str(copy), "--no-settle", code=0)
    assert text.read_bytes() == before != copy.read_bytes()
    values = answer("layout", str(folder), "--accept")
    assert values["written"] == str(folder)
    assert values["changed"]
    assert text.read_bytes() == copy.read_bytes()
    history = answer("edit", "history", str(folder))["history"]
    assert [(h["author"], h["operation"]["kind"]) for h in history] == [("person", "import"), ("solver", "arrange")]
    assert {p["path"] for p in history[-1]["operation"]["poses"]} >= {"study/cabinet", "study/cup"}
    again = answer("layout", str(folder))
    assert not again["changed"]
    assert len(answer("edit", "history", str(folder))["history"]) == 2
    run("edit", "undo", str(folder), code=0)
    assert text.read_bytes() == before


def test_generate_can_leave_everything_where_it_is(messy: Path, tmp_path: Path) -> None:
    small = ("--width", "48", "--height", "36")
    made = answer("generate", "--from", str(messy), "--out", str(tmp_path / "a"), "--no-layout", *small)
    assert made["layout"] is None
    assert (tmp_path / "a" / "program.py").read_bytes() == messy.read_bytes()


def test_what_conflicts_is_named_with_ways_out(impossible: Path, tmp_path: Path) -> None:
    before = impossible.read_bytes()
    values = answer("layout", str(impossible), "--in-place", "--plan", str(tmp_path / "plan.png"), code=17)
    assert impossible.read_bytes() == before
    (conflict,) = values["conflicts"]
    assert sorted(conflict["bodies"]) == ["study/bookcase", "study/pantry", "study/wardrobe"]
    assert len(conflict["relations"]) == 3
    assert "5.10 m" in conflict["says"]
    assert "4.20 m" in conflict["says"]
    assert len(conflict["ways_out"]) >= 3
    assert not values["changed"]
    assert values["program"] is None
    assert (tmp_path / "plan.png").is_file()
    done = run("layout", str(impossible), code=17)
    assert done.stdout == ""
    assert "5.10 m" in done.stderr
    assert "way out" in done.stderr


def test_a_folder_that_cannot_be_laid_out_stays_as_it_was(impossible: Path, tmp_path: Path) -> None:
    folder = tmp_path / "scene"
    small = ("--width", "48", "--height", "36")
    made = answer("generate", "--from", str(impossible), "--out", str(folder), *small)
    assert made["layout"]["conflicts"]
    assert any("way" in n and "5.10 m" in n for n in made["notes"])
    assert not made["layout"]["holds"]
    steps = len(answer("edit", "history", str(folder))["history"])
    as_generated = (folder / "program.py").read_bytes()
    run("layout", str(folder), code=17)
    assert (folder / "program.py").read_bytes() == as_generated
    assert len(answer("edit", "history", str(folder))["history"]) == steps


def test_standard_input_is_laid_out(messy: Path) -> None:
    done = run("layout", "-", "--accept", "--no-settle", code=0, stdin=messy.read_text())
    assert done.stdout.startswith("from scene.language import *")


def test_a_layout_is_the_same_every_time(messy: Path) -> None:
    first, second = (answer("layout", str(messy), "--accept", "--no-settle")["program"] for _ in range(2))
    assert first == second
    assert first != messy.read_text()


# -- from Python --------------------------------------------------------------------------------------------------------


def test_what_is_wrong_beside_a_conflict_is_mended_and_shown(tmp_path: Path) -> None:
    names = ("pantry", "wardrobe", "bookcase")
    places = [f"place('cabinet', at=({k}, 0, 0), name='{n}')" for k, n in enumerate(names)]
    places.append("place('stool', at=(-1.5, 0.05, 1.5), name='stool')")
    path = tmp_path / "walls.py"
    wishes = ", ".join(f"against_wall('{n}', 'back')" for n in names)
    path.write_text(program(",\n        ".join(places), wishes), encoding="utf-8")
    done = run("layout", str(path), code=17)
    assert "at=(-1.5, 0.0, 1.5), name='stool'" in done.stdout
    assert "laid out but for this" in done.stderr
    assert "5.10 m" in done.stderr
    assert "stool" in done.stderr
    values = answer("layout", str(path), "--in-place", code=17)
    assert values["changed"]
    assert [m["path"] for m in values["moved"]] == ["study/stool"]
    assert "at=(-1.5, 0.0, 1.5), name='stool'" in path.read_text()


def test_layout_from_python(messy: Path, impossible: Path, tmp_path: Path) -> None:
    text = messy.read_text()
    found = sw.layout(text, check=True, settle=False)
    assert not found.report.holds
    assert found.source == text
    laid = sw.layout(text, settle=False, accept=True, plan=tmp_path / "plan.png")
    assert laid.report.holds
    assert laid.changed
    assert sw.layout(laid.source, check=True).report.holds
    assert np.asarray(Image.open(tmp_path / "plan.png")).ndim == 3
    stuck = sw.layout(impossible, settle=False)
    assert stuck.report.conflicts
    assert stuck.source == impossible.read_text()
    assert json.dumps(stuck.to_json(), allow_nan=False)


# -- bad input ----------------------------------------------------------------------------------------------------------

STOOL = "place('stool', at=(0, 0, 0), name='stool')"
DESK = "place('desk', at=(1, 0, 0), name='desk')"
NAN = "float('nan')"
BAD: dict[str, tuple[str, int, tuple[str, ...]]] = {
    "an object larger than the room": (program("place('cabinet', name='cabinet')", room="room(1.5, 1.5, 2.5)"), 17, ("cabinet", "1.70 m", "1.50 m")),
    "an object higher than the room": (program("place('cabinet', name='cabinet')", room="room(4, 4, 0.8)"), 17, ("cabinet", "1.00 m", "0.80 m")),
    "a room of no size": (program(STOOL, room="room(0, 4, 2.5)"), 3, ("room", "positive")),
    "a room next to nothing": (program(STOOL, room="room(0.01, 0.01, 0.01)"), 17, ("0.01 m", "at least")),
    "a name that is not there": (program(f"{STOOL}, {DESK}", "near('stol', 'desk')"), 1, ("'stol'", "study/stool", "1 relation cannot be read")),
    "a circle of two": (program(f"{STOOL}, {DESK}", "on('stool', 'desk'), on('desk', 'stool')"), 17, ("circle", "stool", "desk")),
    "a circle of three": (
        program(f"{STOOL}, {DESK}, place('cup', name='cup')", "on('stool', 'desk'), on('desk', 'cup'), on('cup', 'stool')"),
        17,
        ("circle", "cup"),
    ),
    "a thing on itself": (program(STOOL, "on('stool', 'stool')"), 1, ("stool", "1 relation cannot be read")),
    "five thousand objects": (
        program("*[place('cup', at=(0.1 * (k % 70) - 3.5, 0, 0.1 * (k // 70) - 3.5), name='cup') for k in range(5000)]", room="room(8, 8, 2.5)"),
        17,
        ("5,000", "4,000"),
    ),
    "a door wider than its wall": (program(STOOL, room="room(3, 3, 2.5, doors=[('front', 0, 9.0, 2.0)])"), 17, ("door", "front", "3.00 m")),
    "a room of NaN": (program(STOOL, room=f"room(3, {NAN}, 2.5)"), 3, ("nan", "finite")),
    "a place of NaN": (program(f"place('stool', at=({NAN}, 0, 0))"), 3, ("nan", "finite")),
    "an object of NaN": (program(f"place(primitive_call('cube', {{'scale': (1, {NAN}, 1)}}))"), 3, ("nan", "finite")),
    "a door of NaN": (program(STOOL, room=f"room(3, 3, 2.5, doors=[('front', 0, {NAN}, 2.0)])"), 3, ("nan", "finite")),
    "a relation of NaN": (program(f"{STOOL}, {DESK}", f"near('stool', 'desk', {NAN}, 1)"), 3, ("nan", "finite")),
    "a room of negative size": (program(STOOL, room="room(-3, 4, 2.5)"), 3, ("room", "positive")),
    "an object of infinite size": (program("place(primitive_call('cube', {'scale': (1, float('inf'), 1)}))"), 3, ("inf", "finite")),
    "an object of a hundred kilometres": (program("place(primitive_call('cube', {'scale': (1e6, 1, 1e6)}), name='big')"), 17, ("big", "finite size")),
    "a scale of NaN": (program(f"transform_shape(library_call('stool'), scale_matrix({NAN}, (0, 0, 0)))"), 3, ("nan", "finite")),
    "a circle of fifty": (
        program("*[place('stool', name=f's{k}') for k in range(50)]", "*[on(f's{k}', f's{(k + 1) % 50}') for k in range(50)]"),
        17,
        ("circle",),
    ),
    "a heap that the floor cannot hold": (
        program("*[place('stool', name=f's{k}') for k in range(900)]", room="room(6, 6, 3)"),
        17,
        ("m2", "more cover"),
    ),
    "sides that exclude each other": (
        program(f"{STOOL}, {DESK}", "left_of('stool', 'desk'), right_of('stool', 'desk')"),
        17,
        ("left_of", "right_of", "cannot both hold"),
    ),
    "further than the room is wide": (program(f"{STOOL}, {DESK}", "near('stool', 'desk', 40, 50)"), 17, ("stool", "desk")),
    "more than the floor holds": (
        program("*[place('cabinet', name='cabinet') for _ in range(9)]", room="room(2.2, 2.2, 2.5)"),
        17,
        ("m2", "room"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_told_and_leaves_the_program(what: str, tmp_path: Path) -> None:
    text, code, told = BAD[what]
    path = tmp_path / "bad.py"
    path.write_text(text, encoding="utf-8")
    done = run("layout", str(path), "--in-place", code=code)
    assert path.read_text(encoding="utf-8") == text
    for part in told:
        assert part in done.stderr + done.stdout, done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.py"]


USAGE: dict[str, tuple[str, ...]] = {
    "check and out": ("--check", "--out", "new.py"),
    "check and in place": ("--check", "--in-place"),
    "check and accept": ("--check", "--accept"),
    "check and keep": ("--check", "--keep", "desk"),
    "out and in place": ("--out", "new.py", "--in-place"),
    "a plan that is no PNG": ("--plan", "plan.svg"),
    "a plan in no folder": ("--plan", "nowhere/plan.png"),
    "an output in no folder": ("--out", "nowhere/new.py"),
}


@pytest.mark.parametrize("what", USAGE)
def test_wrong_usage_ends_with_2(what: str, messy: Path) -> None:
    before = messy.read_bytes()
    run("layout", str(messy), *USAGE[what], code=2)
    assert messy.read_bytes() == before
