"""The command line: answers, exit codes, and what bad input is told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh
from typer.testing import CliRunner

import scenewright as sw
from scenewright.app.cli import app
from tests.support.command_line import MAIN, answer, answer_here, run, run_here

INTERRUPTIBLE = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
"""For a suite that runs in the background of a shell: it has inherited that interrupts are ignored."""

HEAD = "from helper import *\n"
GOOD = (
    HEAD
    + """
@register('a stool')
def stool(): return primitive_call('cylinder', {'radius': 0.2, 'p0': (0, 0, 0), 'p1': (0, 0.45, 0)}, color=(0.5, 0.3, 0.2))
@register('two stools')
def scene():
    return concat_shapes(place('stool', at=(0, 0, 0)), place('stool', at=(1, 0, 0), name='other'))  # kept
relate(near('stool', 'other'))
"""
)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "stools.py"
    path.write_text(GOOD, encoding="utf-8")
    return path


HEAVY = (
    "numpy",
    "scipy",
    "torch",
    "open3d",
    "bpy",
    "libcst",
    "trimesh",
    "gradio",
    "sentence_transformers",
    "pydantic_ai",
    "PIL",
)


@pytest.mark.parametrize("command", [[], ["generate"], ["edit"], ["edit", "move"], ["assets", "add"]])
def test_help_loads_nothing_heavy(command: list[str]) -> None:
    heavy = HEAVY if command else (*HEAVY, "pydantic")  # typer reads the options of one command with it
    code = f"import sys\nfrom scenewright.app.cli import app\ntry:\n    app({[*command, '--help']!r})\nexcept SystemExit:\n    pass\nprint([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Usage:" in done.stdout
    assert done.stdout.strip().endswith("[]")


def test_python_runs_the_package_as_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scenewright", "evaluate", "--help"], capture_output=True, text=True, check=True
    )
    assert "Usage: python -m scenewright evaluate" in done.stdout


def test_the_public_face_loads_nothing_before_it_is_used() -> None:
    code = f"import sys\nimport scenewright\nprint([m for m in (*{HEAVY!r}, 'scene', 'app', 'assets', 'renderers') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_evaluate_answers_as_promised(program: Path) -> None:
    values = answer_here("evaluate", str(program))
    assert values["root"] == "scene"
    assert values["count"] == 2
    assert values["frames"] == 1
    assert [round(v, 6) for v in values["bounds"][1]] == [1.2, 0.45, 0.2]
    primitive = values["primitives"][1]
    assert (primitive["kind"], primitive["path"]) == ("cylinder", "scene/other/cylinder")
    assert [row[3] for row in primitive["transform"]] == [1.0, 0.0, 0.0, 1.0]
    assert [c["path"] for c in values["tree"]["children"]] == ["scene/stool", "scene/other"]
    assert values["relations"][0]["paths"] == {"a": ["scene/stool"], "b": ["scene/other"]}
    assert values["warnings"] == []


SHAPES = {
    "evaluate": {"root": str, "count": int, "bounds": list, "frames": int, "primitives": list, "tree": dict, "relations": list, "warnings": list},
    "generate": {"scene": str, "program": str, "pictures": list, "layout": (dict, type(None)), "unserved": list, "seconds": float},
    "render": {"files": list, "frames": list, "renderer": str, "device": str, "seconds": float},
    "export": {"files": list, "units": (str, type(None)), "warnings": list},
    "edit": {"how": list, "paths": list, "renamed": dict, "written": (str, type(None)), "program": (str, type(None)), "warnings": list},
    "doctor": {"checks": list, "ok": bool},
    "packs": {"packs": list, "problems": list},
}  # fmt: skip
"""What each answer holds at least; these shapes are kept by later work."""


def shaped(what: str, values: dict[str, Any]) -> dict[str, Any]:
    for key, kind in SHAPES[what].items():
        assert isinstance(values[key], kind), (what, key, values[key])
    return values


def test_every_answer_has_its_shape(program: Path, tmp_path: Path) -> None:
    small = ("--width", "48", "--height", "36")
    values = shaped("evaluate", answer_here("evaluate", str(program)))
    assert np.shape(values["bounds"]) == (2, 3)
    for primitive in values["primitives"]:
        assert set(primitive) == {"kind", "path", "transform", "color"}
        assert np.shape(primitive["transform"]) == (4, 4)
    folder = str(tmp_path / "made")
    made = shaped("generate", answer_here("generate", "--from", str(program), "--out", folder, *small))
    assert (made["scene"], made["program"]) == (folder, str(Path(folder) / "program.py"))
    rendered = shaped("render", answer_here("render", str(program), "--out", str(tmp_path / "pictures"), *small))
    for frame in rendered["frames"]:
        assert set(frame) == {"file", "camera", "frame", "pass"}
        assert (frame["camera"], frame["frame"], frame["pass"]) == (0, 0, "color")
    shaped("export", answer_here("export", str(program), str(tmp_path / "a.glb")))
    printed = shaped("edit", answer_here("edit", "move", str(program), "other", "--by", "1", "0", "0"))
    assert (printed["written"], printed["how"], printed["paths"]) == (None, ["literal"], ["scene/other"])
    written = shaped("edit", answer_here("edit", "rename", folder, "other", "second"))
    assert (written["written"], written["program"], written["revision"]) == (folder, None, 2)
    assert written["renamed"]["scene/other"] == "scene/second"
    shaped("packs", answer_here("assets", "list"))


def test_doctor_says_what_works() -> None:
    done = run_here("doctor", "--json", code=None)
    values = shaped("doctor", json.loads(done.stdout))
    assert done.returncode == (0 if values["ok"] else 1)
    assert {c["name"] for c in values["checks"]} >= {
        "python",
        "confinement",
        "preview",
        "blender",
        "splats",
        "captures",
        "catalogue",
    }
    assert all(c["mend"] for c in values["checks"] if c["state"] == "missing")


def test_frames_seed_and_root(tmp_path: Path) -> None:
    path = tmp_path / "moving.py"
    path.write_text(
        HEAD
        + "import random\n@register()\ndef ball(): return primitive_call('sphere', {'radius': 1})\n@register()\ndef row(): return transform_shape(library_call('ball'), translation_matrix((random.random(), 0, 0)))\n"
        "@register_animation()\ndef roll():\n    for i in range(3):\n        yield transform_shape(library_call('ball'), translation_matrix((i, 0, 0)))\n",
        encoding="utf-8",
    )
    values = answer_here("evaluate", str(path), "--frame", "2")
    assert (values["root"], values["frames"], values["bounds"][0][0]) == ("roll", 3, 1.0)
    assert answer_here("evaluate", str(path))["bounds"][0][0] == -1.0
    assert "frame 3" in run_here("evaluate", str(path), "--frame", "3", code=3).stderr
    one, again, other = (
        answer_here("evaluate", str(path), "--root", "row", "--seed", s)["primitives"] for s in ("1", "1", "2")
    )
    assert one == again != other
    assert "rwo" in run_here("evaluate", str(path), "--root", "rwo", code=3).stderr
    drawn = answer_here(
        "render", str(path), "--all-frames", "--width", "24", "--height", "24", "--out", str(tmp_path / "film")
    )
    assert [f["frame"] for f in drawn["frames"]] == [0, 1, 2]
    assert len(set(drawn["files"])) == 3


def test_standard_input_and_replies_are_scenes_too(tmp_path: Path) -> None:
    assert answer("evaluate", "-", stdin=GOOD)["count"] == 2
    reply = tmp_path / "reply.md"
    reply.write_text(f"Here it is.\n\n```python\n{GOOD}```\nEnjoy!\n", encoding="utf-8")
    assert answer_here("evaluate", str(reply))["count"] == 2


def test_an_edit_of_a_file_prints_the_new_text(program: Path, tmp_path: Path) -> None:
    text = run_here("edit", "move", str(program), "other", "--by", "0.25", "0", "0").stdout
    assert "place('stool', at=(1.25, 0, 0), name='other'))  # kept" in text
    assert program.read_text() == GOOD
    run_here("edit", "turn", str(program), "stool", "30", "--out", str(tmp_path / "turned.py"))
    assert "turn=30" in (tmp_path / "turned.py").read_text()
    run_here("edit", "rename", str(program), "other", "second", "--in-place")
    assert "near('stool', 'second')" in program.read_text()


EDITS = {
    "move": (["--by", "0", "0", "1"], "at=(1, 0, 1)"),
    "turn": (["30"], "turn=30"),
    "scale": (["--axes", "1", "2", "1"], "adjust('other', scale=(1, 2, 1))"),
    "recolour": (["#ff0000"], "adjust('other', color=(1, 0, 0))"),
    "rename": (["second"], "near('stool', 'second')"),
    "duplicate": (["--by", "1", "0", "0", "--name", "third"], "place('stool', at=(2, 0, 0), name='third')"),
    "set-z": (["old oak"], "z=embed('old oak')"),
    "replace": (["stool"], "place('stool', at=(1, 0, 0), name='other')"),
}


@pytest.mark.parametrize("kind", EDITS)
def test_every_edit(kind: str, program: Path) -> None:
    arguments, told = EDITS[kind]
    assert told in run_here("edit", kind, str(program), "other", *arguments).stdout
    assert program.read_text() == GOOD


def test_edits_of_relations_and_of_what_is_no_file(program: Path, tmp_path: Path) -> None:
    text = run_here("edit", "add-relation", "-", "facing", "stool", "other", "weight=2", stdin=GOOD).stdout
    assert text.endswith("relate(facing('stool', 'other', weight=2.0))\n")
    assert "relate" not in run_here("edit", "drop-relation", str(program), "0").stdout
    reply = tmp_path / "reply.md"
    reply.write_text(f"So:\n\n```python\n{GOOD}```\n", encoding="utf-8")
    before = reply.read_text()
    assert "# kept" in run_here("edit", "turn", str(reply), "other", "5").stdout
    run_here("edit", "turn", str(reply), "other", "5", "--out", str(tmp_path / "out.py"))
    assert "turn=5" in (tmp_path / "out.py").read_text()
    assert "--out" in run_here("edit", "turn", str(reply), "other", "5", "--in-place", code=2).stderr
    assert reply.read_text() == before


def test_a_list_of_edits_is_made_whole_or_not_at_all(program: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    moves = [{"kind": "move", "path": "other", "by": [0, 0, 1]}, {"kind": "turn", "path": "other", "degrees": 5}]
    good.write_text(json.dumps(moves))
    bad.write_text(json.dumps([*moves, {"kind": "delete", "path": "sofa"}]))
    folder = tmp_path / "scene"
    run_here("generate", "--from", str(program), "--out", str(folder), "--width", "24", "--height", "24")
    run_here("edit", "apply", str(folder), str(bad), code=7)
    run_here("edit", "apply", str(program), str(bad), "--in-place", code=7)
    assert (folder / "program.py").read_text() == program.read_text() == GOOD
    assert len(answer_here("edit", "history", str(folder))["history"]) == 1
    assert answer_here("edit", "apply", str(folder), str(good))["how"] == ["literal", "literal"]
    assert "at=(1, 0, 1), name='other', turn=5" in (folder / "program.py").read_text()
    assert "Moved other by 1 m along z; turned other by 5°" in run_here("edit", "history", str(folder)).stdout
    run_here("edit", "undo", str(folder))  # a list is one step
    assert (folder / "program.py").read_text() == GOOD
    assert "undo" in run_here("edit", "undo", str(folder), code=9).stderr
    for text, code in (("{", 8), ("{}", 8), ('[{"kind": "shove"}]', 8)):
        bad.write_text(text)
        run_here("edit", "apply", str(folder), str(bad), code=code)
    copy = tmp_path / "copy.py"
    run_here("edit", "delete", str(folder), "other", "--out", str(copy))
    assert "other" not in copy.read_text()
    assert (folder / "program.py").read_text() == GOOD


def test_a_folder_is_edited_in_place_and_undone(program: Path, tmp_path: Path) -> None:
    folder = tmp_path / "scene"
    made = answer_here("generate", "--from", str(program), "--out", str(folder), "--width", "96", "--height", "72")
    assert Path(made["program"]).read_text() == GOOD
    assert all(Path(p).is_file() for p in made["pictures"])
    assert made["pictures"]
    assert made["layout"]["complete"]  # it holds as it is
    assert made["unserved"] == []
    assert made["seconds"] > 0
    run_here("edit", "delete", str(folder), "other")
    assert "near" not in (folder / "program.py").read_text()
    run_here("edit", "undo", str(folder))
    assert (folder / "program.py").read_text() == GOOD
    run_here("edit", "redo", str(folder))
    assert [h["operation"]["kind"] for h in answer_here("edit", "history", str(folder))["history"]] == [
        "import",
        "delete",
        "undo",
        "redo",
    ]
    rendered = answer_here("render", str(folder), "--width", "96", "--height", "72", "--passes", "color,entity")
    assert {f["pass"] for f in rendered["frames"]} >= {"color", "entity"}
    assert rendered["renderer"] == "preview"
    assert all(Path(f).is_file() for f in rendered["files"])
    assert [f["file"] for f in rendered["frames"]] == rendered["files"]
    exported = answer_here("export", str(folder), str(tmp_path / "scene.glb"))
    assert Path(exported["files"][0]).read_bytes()[:4] == b"glTF"
    assert run_here("generate", "--from", str(program), "--out", str(folder), code=9).stderr.startswith("error")


BAD = {
    "a syntax error": ("def a(:\n", 3, "line 1"),
    "an unregistered entity": (
        HEAD
        + "@register()\ndef a():\n    return library_call('chiar')\n@register()\ndef chair(): return primitive_call('cube', {'scale': 1})\n",
        3,
        "line 4",
    ),
    "a wrong keyword": (
        HEAD
        + "@register()\ndef a():\n    return library_call('b', sise=1)\n@register()\ndef b(size=1): return primitive_call('cube', {'scale': size})\n",
        3,
        "size",
    ),
    "a NaN": (
        HEAD + "@register()\ndef a():\n    return primitive_call('cube', {'scale': (1, 1, float('nan'))})\n",
        3,
        "line 4",
    ),
    "a singular matrix": (
        HEAD
        + "@register()\ndef a():\n    return transform_shape(primitive_call('cube', {'scale': 1}), scale_matrix(0, (0, 0, 0)))\n",
        3,
        "singular",
    ),
    "endless recursion": (HEAD + "@register()\ndef a():\n    return a()\n", 5, "line 4"),
    "ten million instances": (
        HEAD
        + "@register()\ndef b(): return primitive_call('cube', {'scale': 1})\n@register()\ndef a():\n    return loop(10**7, lambda i: library_call('b'))\n",
        5,
        "",
    ),
    "an empty program": ("# nothing\n", 3, "empty"),
    "deep nesting": ("x = " + "(" * 3000 + "1" + ")" * 3000 + "\n", None, "nested"),
    "a forbidden import": ("import os\n" + HEAD, 4, "line 1"),
}


@pytest.mark.parametrize(
    "what", [pytest.param(b, marks=pytest.mark.slow) if b == "ten million instances" else b for b in BAD]
)
def test_bad_programs_are_told_where_and_why(what: str, tmp_path: Path) -> None:
    source, code, hint = BAD[what]
    path = tmp_path / "bad.py"
    path.write_text(source, encoding="utf-8")
    done = run_here("evaluate", str(path), "--json", code=code)
    assert done.returncode != 0
    message = done.stderr.splitlines()[-1]
    assert message.startswith(f"error: {path}")
    assert hint in message
    assert json.loads(done.stdout)["error"]["message"] in message


@pytest.mark.slow
def test_a_loop_without_end_is_stopped_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "endless.py"
    path.write_text(
        HEAD
        + "@register()\ndef a():\n    x = 0\n    for i in range(10**9):\n        x = (x * 31 + i) % 65537 + len(str(i))\n    return concat_shapes()\n",
        encoding="utf-8",
    )
    done = run_here("evaluate", str(path), code=5)
    assert "line 5" in done.stderr or "line 6" in done.stderr


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no signals between processes")
def test_an_interrupt_ends_the_command_and_its_child(tmp_path: Path) -> None:
    path = tmp_path / "endless.py"
    path.write_text(HEAD + "@register()\ndef a():\n    while True:\n        pass\n", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE + MAIN, "evaluate", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == b"evaluating ...\n"  # it is at work
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert told == b"interrupted\n"


@pytest.mark.skipif(os.name != "posix", reason="a closed pipe is told otherwise here")
def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "many.py"
    path.write_text(
        HEAD + "@register()\ndef a(): return loop(3000, lambda i: primitive_call('cube', {'scale': 1}))\n",
        encoding="utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, "-c", MAIN, "evaluate", str(path), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    told = process.stderr.read()
    assert process.wait(60) == 141
    # a slow machine tells what it is at
    assert all(line.endswith(b"...") for line in told.splitlines()), told


def test_the_line_of_a_reply_is_told(tmp_path: Path) -> None:
    reply = tmp_path / "reply.md"
    source = BAD["an unregistered entity"][0]
    reply.write_text(f"One\n\ntwo\n\n```python\n{source}```\n", encoding="utf-8")
    done = run_here("evaluate", str(reply), "--json", code=3)
    error = json.loads(done.stdout)["error"]
    assert (error["class"], error["kind"], error["line"]) == ("ProgramError", "unknown-entity", 4)
    assert "reply.md line 9 (line 4 of its program)" in error["where"]
    assert error["where"] in done.stderr
    assert "did you mean 'chair'" in error["message"]


USAGE = {
    "no command": ["shout"],
    "no scene": ["evaluate"],
    "no text": ["generate"],
    "an empty text": ["generate", " "],
    "a text and a file": ["generate", "a chair", "--from", "PROGRAM"],
    "a file and a model": ["generate", "--from", "PROGRAM", "--model", "ollama:x"],
    "no width": ["render", "PROGRAM", "--width", "0"],
    "no samples": ["render", "PROGRAM", "--samples", "0"],
    "no seed": ["evaluate", "PROGRAM", "--seed", "x"],
    "two numbers": ["edit", "move", "PROGRAM", "other", "--by", "1", "2"],
    "no factor": ["edit", "scale", "PROGRAM", "other"],
    "two places": ["edit", "turn", "PROGRAM", "other", "5", "--out", "x.py", "--in-place"],
    "no folder": ["edit", "turn", "PROGRAM", "other", "5", "--out", "nowhere/x.py"],
    "no answers": ["query-catalogue", "chair", "-k", "0"],
}


@pytest.mark.parametrize("what", USAGE)
def test_wrong_usage_ends_with_2(what: str, program: Path) -> None:
    done = CliRunner().invoke(app, [str(program) if a == "PROGRAM" else a for a in USAGE[what]])
    assert done.exit_code == 2
    assert done.stderr
    assert program.read_text() == GOOD


REFUSED = {
    "no such edit target": (["edit", "move", "PROGRAM", "sofa", "--by", "1", "0", "0"], 7),
    "no move at all": (["edit", "move", "PROGRAM", "other"], 8),
    "no scale": (["edit", "scale", "PROGRAM", "other", "0"], 8),
    "no colour": (["edit", "recolour", "PROGRAM", "other", "purpel"], 8),
    "no colour number": (["edit", "recolour", "PROGRAM", "other", "2,0,0"], 8),
    "no relation": (["edit", "add-relation", "PROGRAM", "nearby", "stool", "other"], 8),
    "no such relation": (["edit", "drop-relation", "PROGRAM", "7"], 7),
    "no history": (["edit", "history", "PROGRAM"], 9),
    "no undo": (["edit", "undo", "PROGRAM"], 9),
    "no renderer": (["render", "PROGRAM", "--renderer", "pencil"], 12),
    "no pass": (["render", "PROGRAM", "--passes", "smell"], 12),
    "no camera": (["render", "PROGRAM", "--camera", "7"], 7),
    "no frame": (["render", "PROGRAM", "--frame", "7"], 12),
    "too large": (["render", "PROGRAM", "--width", "99999", "--height", "99999"], 12),
    "no format": (["export", "PROGRAM", "x.doc"], 1),
    "no folder": (["export", "PROGRAM", "nowhere/x.glb"], 1),
    "no object": (["generate", "--from", "ASSET"], 3),
    "no list": (["edit", "apply", "PROGRAM", "nowhere.json"], 9),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_done_has_its_own_exit_code(
    what: str, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments, code = REFUSED[what]
    asset = tmp_path / "asset.py"
    asset.write_text(HEAD + "@register()\ndef a(): return asset_call('qwzx vbnm')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    done = CliRunner().invoke(app, [{"PROGRAM": str(program), "ASSET": str(asset)}.get(a, a) for a in arguments])
    assert done.exit_code == code, done.output
    told = done.stderr.splitlines()[-1]
    assert told.startswith("error: ")
    assert "fault of Scenewright" not in told
    assert "ASSET" not in arguments or f"{asset} line 3" in told
    assert sorted(tmp_path.rglob("*")) == before
    assert program.read_text() == GOOD


def test_version() -> None:
    assert run("--version").stdout.strip() == f"scenewright {sw.__version__}"


def test_the_command_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scenewright.app.cli", "--version"], capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == f"scenewright {sw.__version__}"


def test_files_that_are_no_scene(tmp_path: Path) -> None:
    latin = tmp_path / "latin.py"
    latin.write_bytes(b"# caf\xe9\n")
    assert "UTF-8" in run_here("evaluate", str(latin), code=3).stderr
    prose = tmp_path / "prose.md"
    prose.write_text("I cannot do that.\n", encoding="utf-8")
    assert run_here("evaluate", str(prose), code=10).stderr
    assert "there is no" in run_here("evaluate", str(tmp_path / "nowhere"), code=9).stderr
    assert run_here("evaluate", "-", code=3).stderr


def test_nothing_is_left_of_a_generate_that_fails(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text(BAD["a NaN"][0], encoding="utf-8")
    run_here("generate", "--from", str(bad), "--out", str(tmp_path / "scene"), code=3)
    assert not (tmp_path / "scene").exists()


def test_refused_edits_change_nothing(program: Path) -> None:
    assert "nearest" in run_here("edit", "delete", str(program), "stol", "--in-place", code=7).stderr
    run_here("edit", "delete", str(program), "scene", "--in-place", code=8)
    assert program.read_text() == GOOD


def test_the_catalogue_is_queried() -> None:
    values = answer_here("query-catalogue", "red", "leather", "armchair")
    best = values["matches"][0]
    assert best["word"] == "armchair"
    assert len(best["size"]) == 3
    assert best["licence"]
    everything = answer_here("query-catalogue")["matches"]
    assert len(everything) >= 80
    assert all(e["word"] and e["support"] in ("floor", "wall", "ceiling", "surface", "rug") for e in everything)


@pytest.mark.slow
def test_a_text_becomes_a_scene(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    text = "an office with two desks, a red armchair and a flurbish"
    made = shaped(
        "generate", answer_here("generate", text, "--out", str(folder), "--glb", "--width", "96", "--height", "72")
    )
    assert [u["word"] for u in made["unserved"]] == ["flurbish"]
    assert all(Path(p).read_bytes().startswith(b"\x89PNG") for p in made["pictures"])
    assert (folder / "scene.glb").read_bytes().startswith(b"glTF")
    scene = sw.evaluate(folder)
    words = [e.word for e in scene.entities() if e.asset is not None]
    assert sum(w.split()[-1] == "desk" for w in words) == 2
    assert sum(w.split()[-1] == "armchair" for w in words) == 1
    assert len(words) > 6  # an office has more than what was named
    assert scene.units == "m"
    run_here(
        "edit", "replace", str(folder), next(e.path for e in scene.entities() if "armchair" in e.word), "bookshelf"
    )
    assert any(e.word == "bookshelf" for e in sw.evaluate(folder).entities())
    assert run_here("generate", text, "--out", str(folder), code=9).stderr.startswith("error")


@pytest.mark.slow
def test_a_model_that_cannot_be_reached(tmp_path: Path) -> None:
    folder = tmp_path / "scene"
    done = run_here(
        "generate",
        "a chair",
        "--model",
        "ollama:none",
        "--base-url",
        "http://127.0.0.1:9/v1",
        "--out",
        str(folder),
        code=14,
    )
    assert "127.0.0.1:9/v1 cannot be reached: the connection was refused" in done.stderr
    assert "is the server running there?" in done.stderr
    assert not folder.exists()


@pytest.mark.slow
def test_a_folder_of_meshes_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SCENEWRIGHT_CACHE", str(tmp_path / "cache"))
    models = tmp_path / "models"
    models.mkdir()
    trimesh.creation.box(extents=(0.5, 0.9, 0.5)).export(models / "gizmo_tower.glb")
    added = answer("assets", "add", str(models))
    assert Path(added["manifest"]).is_file()
    assert Path(added["sheet"]).read_bytes().startswith(b"\x89PNG")
    assert [p["word"] for p in added["proposals"]] == ["gizmo tower"]
    assert answer("query-catalogue", "gizmo", "tower")["matches"][0]["word"] == "gizmo tower"
    assert str(tmp_path / "none") in run("assets", "add", str(tmp_path / "none"), code=None).stderr


# -- from Python --------------------------------------------------------------------------------------------------------


def test_from_python(program: Path, tmp_path: Path) -> None:
    scene = sw.evaluate(program)
    assert [e.path for e in scene.entities()] == ["scene", "scene/stool", "scene/other"]
    assert sw.evaluate(GOOD).paths == scene.paths
    text = sw.edit(program, [sw.Move("other", by=(0.5, 0, 0)), {"kind": "turn", "path": "other", "degrees": 5}])
    assert "at=(1.5, 0, 0), name='other', turn=5" in text
    assert program.read_text() == GOOD
    assert sw.export(program, tmp_path / "a.glb")[0].suffix == ".glb"
    drawn = sw.render(program, out=tmp_path / "pictures", width=48, height=36)
    assert all(f.file.is_file() for f in drawn.frames)
    project = sw.Project.create(tmp_path / "folder", GOOD)
    sw.edit(project.folder, sw.Delete("other"))
    assert "other" not in (tmp_path / "folder" / "program.py").read_text()
    with pytest.raises(sw.ProgramError, match="line 1"):
        sw.evaluate("def broken(:\n")
    with pytest.raises(sw.EditError):
        sw.edit(program, sw.Delete("scene"))
    with pytest.raises(AttributeError, match="sceen"):
        sw.sceen
    assert set(sw.__all__) <= set(dir(sw))


# -- settings ---------------------------------------------------------------------------------------------------------


def test_the_environment_and_the_folder_set_the_picture_size(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PIL import Image

    folder = tmp_path / "made"
    run_here("generate", "--from", str(program), "--out", str(folder), "--width", "64", "--height", "48")
    toml = folder / "scene.toml"
    toml.write_text(toml.read_text() + "\n[render]\nwidth = 40\nheight = 30\n")
    monkeypatch.setenv("SCENEWRIGHT_RENDER_HEIGHT", "20")
    (file,) = answer_here("render", str(folder))["files"]
    assert Image.open(file).size == (40, 20)
    (file,) = answer_here("render", str(folder), "--width", "50", "--height", "60")["files"]
    assert Image.open(file).size == (50, 60)
    monkeypatch.setenv("SCENEWRIGHT_RENDER_HEIGHT", "tall")
    assert "SCENEWRIGHT_RENDER_HEIGHT" in run_here("render", str(folder), code=13).stderr


def test_the_writers_notes_are_shown(tmp_path: Path) -> None:
    crowded = "a tiny 2 m by 2 m room with two double beds"
    told = run("generate", crowded, "--out", str(tmp_path / "full"), "--no-layout").stderr
    assert "finds no place in 2 m by 2 m" in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("more", [["--json"], []])
def test_output_that_cannot_be_written_is_one_error(tmp_path: Path, more: list[str]) -> None:
    program = tmp_path / "it.py"
    program.write_text("@register()\ndef it():\n    return primitive_call('cube', {'scale': 1})\n")
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-c", MAIN, "evaluate", str(program), *more]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 70
    assert "error: standard output cannot be written: No space left on device\n" in done.stderr
    assert "Traceback" not in done.stderr
