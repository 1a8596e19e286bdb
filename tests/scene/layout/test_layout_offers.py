"""What was written is kept: small repairs are made and told, large ones are offered, taken with ``--accept``, held off with ``--keep``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

import scenewright as sw
from scenewright.app.generating import GenerateRequest, generate
from scenewright.renderers.plan.moves import MOVED, OFFERED
from tests.support.command_line import answer_here as answer
from tests.support.command_line import run_here as run
from tests.support.scripted_models import ScriptedModel
from tests.support.study_programs import study_head

GOOD = {
    "desk": "place('desk', at=(-1, 0, 0.2), name='desk')",
    "cabinet": "place('cabinet', at=(-1, 0, -1.75), name='cabinet')",
    "shelf": "place('cabinet', at=(1.2, 0, -1.75), name='shelf')",
    "one": "place('stool', at=(1.4, 0, 0), name='one')",
    "two": "place('stool', at=(1.4, 0, 0.8), name='two')",
    "three": "place('stool', at=(0.6, 0, 0.5), name='three')",
    "cup": "place('cup', at=(-1, 0.75, 0.2), name='cup')",
}
WISHES = "against_wall('cabinet', 'back'), against_wall('shelf', 'back'), on('cup', 'desk')"
INTO_THE_WALL = {"cabinet": "place('cabinet', at=(-1, 0, -1.78), name='cabinet')"}
INTO_EACH_OTHER = {"two": "place('stool', at=(1.4, 0, 0.37), name='two')"}
AFAR = {"cup": "place('cup', at=(0.5, 2, 1.4), name='cup')"}
ACROSS = {"cabinet": "place('cabinet', at=(-1, 0, 0.2), name='cabinet')", **AFAR}
SMALL = ("--width", "48", "--height", "36")


def program(changed: dict[str, str] | None = None, relations: str = WISHES, room: str = "") -> str:
    room = room or "room(4.2, 4.0, 2.5, doors=[('front', -1.2, 0.9, 2.0)])"
    lines = ",\n        ".join([room, *{**GOOD, **(changed or {})}.values()])
    return f"{study_head(cabinet=1.2)}\n@register('a study')\ndef study():\n    return concat_shapes(\n        {lines},\n    )\n\nrelate({relations})\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "study.py"
    path.write_text(text, encoding="utf-8")
    return path


def pixels(file: Path, color: tuple[int, int, int]) -> int:
    return int((np.abs(np.asarray(Image.open(file)).astype(int) - color).max(axis=2) <= 6).sum())


# -- small repairs --------------------------------------------------------------------------------------------------------


def test_what_holds_stays_byte_for_byte(tmp_path: Path) -> None:
    path = written(tmp_path, program())
    values = answer("layout", str(path))
    assert values["program"] == path.read_text()
    assert not values["changed"]
    assert values["moved"] == []
    assert len(values["kept"]) == 7
    assert values["fidelity"]["unmoved_share"] == 1.0
    assert values["complete"]


def test_a_small_repair_is_made_and_told(tmp_path: Path) -> None:
    path, plan = written(tmp_path, program(INTO_THE_WALL)), tmp_path / "plan.png"
    values = answer("layout", str(path), "--plan", str(plan))
    (moved,) = values["moved"]
    assert moved["path"] == "study/cabinet"
    assert 0.025 <= moved["distance_m"] <= 0.06
    assert moved["turn_deg"] == 0
    assert moved["why"]
    assert moved["to"][2] - moved["from"][2] == pytest.approx(moved["distance_m"], abs=1e-3)
    assert len(values["kept"]) == 6
    assert values["offered"] is None
    assert values["complete"]
    assert pixels(plan, MOVED) > 30
    before, after = path.read_text().splitlines(), values["program"].splitlines()
    assert [a for a, b in zip(after, before, strict=True) if a != b] == [
        line for line in after if "'cabinet')," in line
    ]
    told = run("layout", str(path), "--no-settle", code=0)
    assert "moved     cabinet " in told.stderr
    assert f": {moved['why']}" in told.stderr
    assert "kept as written" in told.stderr


# -- offers ---------------------------------------------------------------------------------------------------------------


def test_a_repair_that_changes_much_is_offered(tmp_path: Path) -> None:
    path, plan = written(tmp_path, program(ACROSS)), tmp_path / "plan.png"
    before = path.read_bytes()
    values = answer("layout", str(path), "--in-place", "--plan", str(plan), code=1)
    assert path.read_bytes() == before
    assert not values["changed"]
    assert values["written"] is None
    assert values["program"] is None
    assert values["moved"] == []
    assert not values["holds"]
    offered = {m["path"]: m for m in values["offered"]["moves"]}
    assert offered["study/cabinet"]["distance_m"] > 0.5
    assert {"study/cabinet", "study/cup"} <= set(offered)
    assert values["offered"]["why"]
    assert pixels(plan, OFFERED) > 300
    path.write_text(program(AFAR), encoding="utf-8")
    done = run("layout", str(path), "--in-place", code=1)
    assert "would move cup" in done.stdout
    assert "is offered and not taken" in done.stdout
    assert f"scenewright layout {path} --accept --in-place makes the offered repair" in done.stderr


def test_small_repairs_are_taken_beside_a_large_one_offered(tmp_path: Path) -> None:
    path = written(tmp_path, program({**INTO_THE_WALL, **AFAR}))
    values = answer("layout", str(path), code=1)
    assert [m["path"] for m in values["moved"]] == ["study/cabinet"]
    assert values["moved"][0]["distance_m"] == pytest.approx(0.03, abs=5e-3)
    assert "at=(0.5, 2, 1.4), name='cup'" in values["program"]
    assert {"study/cup"} <= {m["path"] for m in values["offered"]["moves"] if m["distance_m"] > 0.5}


def test_an_offer_is_taken_in_one_step(tmp_path: Path) -> None:
    folder = tmp_path / "scene"
    path = written(tmp_path, program(AFAR))
    run("generate", "--from", str(path), "--out", str(folder), "--no-layout", *SMALL, code=0)
    offered = answer("layout", str(folder), code=1)["offered"]
    assert len(answer("edit", "history", str(folder))["history"]) == 1
    values = answer("layout", str(folder), "--accept")
    assert values["changed"]
    assert values["complete"]
    assert values["offered"] is None
    assert {m["path"] for m in values["moved"]} == {m["path"] for m in offered["moves"]}
    history = answer("edit", "history", str(folder))["history"]
    assert [(h["author"], h["operation"]["kind"]) for h in history] == [("person", "import"), ("solver", "arrange")]
    run("edit", "undo", str(folder), code=0)
    assert (folder / "program.py").read_bytes() == path.read_bytes()


def test_an_offer_from_python() -> None:
    text = program(AFAR)
    laid = sw.layout(text, settle=False)
    assert laid.source == text
    assert laid.report.offer is not None
    taken = sw.layout(text, settle=False, accept=True)
    assert taken.source == laid.report.offer.source
    assert taken.report.complete


# -- what stays -----------------------------------------------------------------------------------------------------------


def test_what_is_to_stay_stays_and_others_make_way(tmp_path: Path) -> None:
    path = written(tmp_path, program(INTO_EACH_OTHER))
    for name, other in (("one", "two"), ("two", "one")):
        values = answer("layout", str(path), "--keep", name, "--no-settle")
        assert [m["path"] for m in values["moved"]] == [f"study/{other}"]
        assert 0.02 < values["moved"][0]["distance_m"] < 0.1


def test_where_all_is_to_stay_nothing_moves(tmp_path: Path) -> None:
    path = written(tmp_path, program(INTO_EACH_OTHER))
    done = run("layout", str(path), "--in-place", "--keep", "one", "--keep", "two", "--no-settle", code=1)
    assert "study/one and study/two intersect" in done.stderr
    assert "none of these bodies may be moved" in done.stderr
    assert path.read_text() == program(INTO_EACH_OTHER)


def test_what_is_to_stay_must_be_there(tmp_path: Path) -> None:
    path = written(tmp_path, program())
    assert "study/cabinet" in run("layout", str(path), "--keep", "cabinat", code=7).stderr


def test_what_is_only_checked_takes_and_keeps_nothing() -> None:
    with pytest.raises(sw.ScenewrightError, match="moves nothing"):
        sw.layout(program(), check=True, keep="desk")


# -- relations that cannot be read ----------------------------------------------------------------------------------------


def test_a_relation_that_names_nothing_leaves_the_rest_mended(tmp_path: Path) -> None:
    path = written(tmp_path, program(INTO_THE_WALL, f"near('stol', 'desk'), {WISHES}"))
    values = answer("layout", str(path), "--in-place", code=1)
    (unread,) = values["unreadable"]
    assert unread["relation"] == "near('stol', 'desk')"
    assert unread["why"].startswith("there is no instance 'stol'")
    assert [m["path"] for m in values["moved"]] == ["study/cabinet"]
    assert values["holds"]
    assert not values["complete"]
    assert values["written"] == str(path)
    assert "1 relation cannot be read" in run("layout", str(path), code=1).stderr


# -- generate -------------------------------------------------------------------------------------------------------------


def test_generate_makes_small_repairs_in_a_step_of_its_own(tmp_path: Path) -> None:
    folder, path = tmp_path / "scene", written(tmp_path, program(INTO_THE_WALL))
    made = answer("generate", "--from", str(path), "--out", str(folder), *SMALL)
    assert made["layout"]["complete"]
    assert [m["path"] for m in made["layout"]["moved"]] == ["study/cabinet"]
    assert any(n.startswith("moved cabinet ") for n in made["notes"])
    history = answer("edit", "history", str(folder))["history"]
    assert [(h["author"], h["operation"]["kind"]) for h in history] == [("person", "import"), ("solver", "arrange")]
    assert sw.layout(folder, check=True).report.holds
    run("edit", "undo", str(folder), code=0)
    assert (folder / "program.py").read_bytes() == path.read_bytes()


def test_generate_keeps_what_only_much_would_mend(tmp_path: Path) -> None:
    folder, path = tmp_path / "scene", written(tmp_path, program(AFAR))
    done = run("generate", "--from", str(path), "--out", str(folder), "--json", *SMALL, code=0)
    made = json.loads(done.stdout)
    assert (folder / "program.py").read_bytes() == path.read_bytes()
    assert len(answer("edit", "history", str(folder))["history"]) == 1
    assert made["layout"]["offered"]["moves"]
    assert not made["layout"]["holds"]
    assert any("is offered and not taken" in n for n in made["notes"])
    assert any(n.startswith("the repair would move cup") for n in made["notes"])
    assert f"scenewright layout {folder} --accept makes the offered repair" in done.stderr


def test_a_scene_without_a_room_is_laid_out_as_well(tmp_path: Path) -> None:
    lone = f"{study_head(cabinet=1.2)}\n@register('a yard')\ndef yard(): return concat_shapes(place('stool', at=(0, 0, 0), name='stool'))\n"
    made = answer("generate", "--from", str(written(tmp_path, lone)), "--out", str(tmp_path / "b"), *SMALL)
    assert made["layout"]["complete"]
    assert made["layout"]["kept"] == ["yard/stool"]
    assert (tmp_path / "b" / "program.py").read_text() == lone


def test_first_guesses_of_the_embedded_writer_are_nobodys_wish(tmp_path: Path) -> None:
    made = generate(GenerateRequest(text="a study with a desk, a chair and a bookshelf", out=tmp_path / "scene"))
    assert made.layout is not None
    assert made.layout.report.holds
    assert made.layout.report.offer is None
    assert not any(n.startswith("moved ") for n in made.notes)


def modelled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *replies: str) -> tuple[ScriptedModel, Any]:
    model = ScriptedModel(*(f"```python\n{reply}```" for reply in replies))
    monkeypatch.setattr("scenewright.app.agent.making.model_writer.open_model", lambda *arguments, **more: model)
    request = GenerateRequest(text="a study", model="ollama:some-model", effort="quick", out=tmp_path / "scene")
    return model, generate(request)


def test_a_model_is_told_who_blocks_and_may_mend_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    model, made = modelled(monkeypatch, tmp_path, program(AFAR), program())
    assert "study/cup floats" in model.heard[1]
    assert "the smallest repair that was found changes much" in model.heard[1]
    assert "cup" in model.heard[1].split("the smallest repair")[1]
    assert made.program.read_text() == program()
    assert made.layout.report.complete


def test_a_model_that_makes_it_no_better_keeps_what_it_wrote(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    model, made = modelled(monkeypatch, tmp_path, program(AFAR), program(AFAR))
    assert len(model.heard) == 2
    assert made.program.read_text() == program(AFAR)
    assert made.layout.report.offer is not None
    assert "reply 1 is kept: the next one is no better" in made.notes


def test_small_repairs_of_a_models_scene_need_no_turn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    model, made = modelled(monkeypatch, tmp_path, program(INTO_THE_WALL))
    assert len(model.heard) == 1
    assert any(n.startswith("moved cabinet ") for n in made.notes)
    assert made.layout.report.complete
    assert made.layout.changed
