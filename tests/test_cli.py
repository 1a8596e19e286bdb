"""The command line as a process: answers, exit codes, and what bad input is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

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


def run(*arguments: str, stdin: str | bytes = "", code: int | None = 0) -> subprocess.CompletedProcess[str]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    raw = subprocess.run(
        [sys.executable, "-c", "from app.cli import main; main()", *arguments],
        input=data,
        capture_output=True,
        timeout=120,
    )
    done = subprocess.CompletedProcess(raw.args, raw.returncode, raw.stdout.decode(), raw.stderr.decode())
    assert "Traceback" not in done.stderr, done.stderr
    if code is not None:
        assert done.returncode == code, done.stderr + done.stdout
    return done


def answer(*arguments: str, **more: Any) -> dict[str, Any]:
    values = json.loads(run(*arguments, "--json", **more).stdout)
    assert values["schema"] == 1
    return values


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "stools.py"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_help_loads_nothing_heavy() -> None:
    code = "import sys\nfrom app.cli import app\ntry:\n    app(['--help'])\nexcept SystemExit:\n    pass\nprint(sorted(m for m in ('numpy', 'torch', 'open3d', 'bpy', 'libcst', 'trimesh', 'gradio') if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


def test_evaluate_answers_as_promised(program: Path) -> None:
    values = answer("evaluate", str(program))
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


def test_standard_input_and_replies_are_scenes_too(tmp_path: Path) -> None:
    assert answer("evaluate", "-", stdin=GOOD)["count"] == 2
    reply = tmp_path / "reply.md"
    reply.write_text(f"Here it is.\n\n```python\n{GOOD}```\nEnjoy!\n", encoding="utf-8")
    assert answer("evaluate", str(reply))["count"] == 2


def test_an_edit_of_a_file_prints_the_new_text(program: Path, tmp_path: Path) -> None:
    text = run("edit", "move", str(program), "other", "--by", "0.25", "0", "0").stdout
    assert "place('stool', at=(1.25, 0, 0), name='other'))  # kept" in text
    assert program.read_text() == GOOD
    run("edit", "turn", str(program), "stool", "30", "--out", str(tmp_path / "turned.py"))
    assert "turn=30" in (tmp_path / "turned.py").read_text()
    run("edit", "rename", str(program), "other", "second", "--in-place")
    assert "near('stool', 'second')" in program.read_text()


def test_a_folder_is_edited_in_place_and_undone(program: Path, tmp_path: Path) -> None:
    folder = tmp_path / "scene"
    made = answer("generate", "--from", str(program), "--out", str(folder), "--width", "96", "--height", "72")
    assert Path(made["program"]).read_text() == GOOD
    assert all(Path(p).is_file() for p in made["pictures"])
    assert made["pictures"]
    assert made["layout"] is None
    assert made["unserved"] == []
    assert made["seconds"] > 0
    run("edit", "delete", str(folder), "other")
    assert "near" not in (folder / "program.py").read_text()
    run("edit", "undo", str(folder))
    assert (folder / "program.py").read_text() == GOOD
    run("edit", "redo", str(folder))
    assert [h["operation"]["kind"] for h in answer("edit", "history", str(folder))["history"]] == [
        "import",
        "delete",
        "undo",
        "redo",
    ]
    rendered = answer("render", str(folder), "--width", "96", "--height", "72", "--passes", "color,entity")
    assert {f["pass"] for f in rendered["frames"]} >= {"color", "entity"}
    assert rendered["renderer"] == "preview"
    assert all(Path(f).is_file() for f in rendered["files"])
    assert [f["file"] for f in rendered["frames"]] == rendered["files"]
    exported = answer("export", str(folder), str(tmp_path / "scene.glb"))
    assert Path(exported["files"][0]).read_bytes()[:4] == b"glTF"
    assert run("generate", "--from", str(program), "--out", str(folder), code=9).stderr.startswith("error")


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


@pytest.mark.parametrize("what", BAD)
def test_bad_programs_are_told_where_and_why(what: str, tmp_path: Path) -> None:
    source, code, hint = BAD[what]
    path = tmp_path / "bad.py"
    path.write_text(source, encoding="utf-8")
    done = run("evaluate", str(path), code=code)
    assert done.returncode != 0
    assert hint in done.stderr
    assert done.stderr.count("\n") <= 3
    told = json.loads(run("evaluate", str(path), "--json", code=code).stdout)
    assert told["error"]["message"]


@pytest.mark.slow
def test_a_loop_without_end_is_stopped_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "endless.py"
    path.write_text(
        HEAD + "@register()\ndef a():\n    for i in range(10**9):\n        pass\n    return concat_shapes()\n",
        encoding="utf-8",
    )
    done = run("evaluate", str(path), code=5)
    assert "line" in done.stderr


def test_files_that_are_no_scene(tmp_path: Path) -> None:
    latin = tmp_path / "latin.py"
    latin.write_bytes(b"# caf\xe9\n")
    assert "UTF-8" in run("evaluate", str(latin), code=3).stderr
    prose = tmp_path / "prose.md"
    prose.write_text("I cannot do that.\n", encoding="utf-8")
    assert run("evaluate", str(prose), code=10).stderr
    assert "there is no" in run("evaluate", str(tmp_path / "nowhere"), code=9).stderr
    assert run("evaluate", "-", code=3).stderr


def test_nothing_is_left_of_a_generate_that_fails(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text(BAD["a NaN"][0], encoding="utf-8")
    run("generate", "--from", str(bad), "--out", str(tmp_path / "scene"), code=3)
    assert not (tmp_path / "scene").exists()


def test_refused_edits_change_nothing(program: Path) -> None:
    assert "nearest" in run("edit", "delete", str(program), "stol", "--in-place", code=7).stderr
    run("edit", "delete", str(program), "scene", "--in-place", code=8)
    assert program.read_text() == GOOD


def test_the_catalogue_is_queried() -> None:
    values = answer("query-catalogue", "red", "leather", "armchair")
    best = values["matches"][0]
    assert best["word"] == "armchair"
    assert len(best["size"]) == 3
    assert best["licence"]


def test_another_scene_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "scene").mkdir()
    (tmp_path / "scene" / "__init__.py").write_text("", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\nimport scenewright as sw\ntry:\n    sw.evaluate\nexcept ImportError as error:\n    print(error)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert str(tmp_path / "scene") in done.stdout
    assert "hides" in done.stdout
