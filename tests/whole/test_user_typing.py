"""What type checkers and editors know of a user's script and of a scene program."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from pathlib import Path

import jedi
import pytest

import scenewright as sw
from scenewright.app.actions.drawing import RenderViewsRequest
from scenewright.scene import language
from tests.support.locations import DATA, REPOSITORY, SOURCES

SCRIPTS = DATA / "typed"
EDITOR = jedi.Project(SCRIPTS, sys_path=[str(SOURCES), *sys.path])
_MYPY = """
[mypy]
strict = True
disallow_any_expr = True
"""


def checked(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A type checker, run as a user runs it beside an installed Scenewright."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    return subprocess.run(
        [sys.executable, "-P", *command], cwd=folder, env=environment, capture_output=True, text=True, timeout=600
    )


@pytest.mark.slow
def test_mypy_finds_no_error_and_no_any(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    (tmp_path / "mypy.ini").write_text(_MYPY, encoding="utf-8")
    cache = pytestconfig.cache.mkdir("mypy-of-users") if pytestconfig.cache is not None else tmp_path / "cache"
    scripts = [str(SCRIPTS / "user_script.py"), str(SCRIPTS / "user_program.py")]
    done = checked(tmp_path, "-m", "mypy", "--config-file", "mypy.ini", "--cache-dir", str(cache), *scripts)
    assert done.stdout.strip() == "Success: no issues found in 2 source files", done.stdout + done.stderr


def test_pyright_finds_no_error_in_its_strict_mode(tmp_path: Path) -> None:
    settings = {"include": [str(SCRIPTS)], "extraPaths": [str(SOURCES)], "typeCheckingMode": "strict"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    done = checked(tmp_path, "-m", "basedpyright", "-p", ".", "--pythonpath", sys.executable)
    assert "0 errors, 0 warnings" in done.stdout, done.stdout + done.stderr


def test_wrong_arguments_are_errors_for_type_checkers(tmp_path: Path) -> None:
    lines = (
        'sw.render("room", widht=64)',
        'sw.Move("chair", by=(1, 0))',
        'sw.evaluate("room").entitys()',
        'views: sw.Drawn = sw.render("room", arrays=True)',
        'place("chair", at=3)',
        'near("chair", "desk", hii=2.0)',
        'on_wall("picture", wall="left wall")',
        'room(4, 3, doors=["front"])',
    )
    text = "import scenewright as sw\nfrom scenewright.scene.language import *\n" + "\n".join(lines)
    (tmp_path / "wrong.py").write_text(text, encoding="utf-8")
    settings = {"extraPaths": [str(SOURCES)], "typeCheckingMode": "standard"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    done = checked(tmp_path, "-m", "basedpyright", "--outputjson", "-p", ".", "--pythonpath", sys.executable)
    found = {1 + e["range"]["start"]["line"] for e in json.loads(done.stdout)["generalDiagnostics"]}
    assert found == set(range(3, 3 + len(lines))), done.stdout


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("import scenewright as sw\nsw.", {"ask", "undo", "search_catalogue", "Move"}),
        ("import scenewright as sw\nsw.evaluate('room').", {"entities", "find", "to_trimesh"}),
        ("import scenewright as sw\nsw.query('room', 'a chair').", {"results", "why"}),
        ("import scenewright as sw\nsw.brief('a room').brief.", {"things", "relations"}),
        ("import scenewright as sw\nsw.runs('room').", {"runs"}),
        ("import scenewright as sw\nsw.batch('jobs.jsonl', 'out').", {"ok", "counts", "records"}),
        ("import scenewright as sw\nsw.view('room').", {"save", "html"}),
        ("import scenewright as sw\nsw.batch('jobs.jsonl', 'out', eng", {"engine="}),
        ("import scenewright as sw\nsw.generate('a room', eff", {"effort="}),
        ("import scenewright as sw\nsw.render('room', pas", {"passes="}),
        ("from scenewright.scene.language import *\npl", {"place"}),
        ("from scenewright.scene.language import *\nagainst_wall('bed', wa", {"wall="}),
        ("from scenewright.scene.language import *\nplace('bed', tu", {"turn="}),
    ],
)
def test_jedi_completes_what_a_user_types(text: str, names: set[str]) -> None:
    found = jedi.Script(text, path=SCRIPTS / "typing.py", project=EDITOR).complete()
    assert names <= {completion.name for completion in found}


def test_hovering_shows_what_functions_and_relations_do() -> None:
    for text, words in (
        ("place", "bottom centre"),
        ("against_wall", "parallel to it"),
        ("asset_call", "catalogue object"),
    ):
        script = jedi.Script(
            f"from scenewright.scene.language import *\n{text}", path=SCRIPTS / "typing.py", project=EDITOR
        )
        assert words in script.help(2, 1)[0].docstring(), text


def test_no_annotation_that_users_reach_says_any() -> None:
    """In a process of its own: which names annotations can resolve hangs on what was imported before."""
    code = "import json; from tests.support.public_annotations import annotations_with_any; print(json.dumps(annotations_with_any()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert set(json.loads(done.stdout)) <= {
        "scenewright.scene.splats.training.options.TrainingOptions.of_json: values",  # JSON of any kind, which it checks
        "scenewright.scene.splats.capture.lens.Lens.colmap_camera: return",  # of pycolmap, which has no types
    }


def test_render_takes_each_field_of_its_request() -> None:
    taken = set(inspect.signature(sw.render).parameters) - {"scene", "libraries", "arrays"}
    assert taken == set(RenderViewsRequest.model_fields)


def test_no_parameter_of_the_language_is_untyped() -> None:
    for name in language.__all__:
        function = getattr(language, name)
        if not inspect.isfunction(function) or not function.__module__.startswith("scenewright"):
            continue
        if name not in (*_OVERLOADED, *relation_names()):
            untyped = [
                p.name for p in inspect.signature(function).parameters.values() if p.annotation in (p.empty, "Any")
            ]
            assert untyped == [], name


_OVERLOADED = ("register", "register_animation", "library_call")
"""Their overloads are typed; the one function below them takes all."""


def relation_names() -> list[str]:
    from scenewright.scene.language.vocabulary import relation_calls

    return relation_calls.__all__


def test_the_program_that_checkers_read_can_be_evaluated() -> None:
    scene = sw.evaluate(SCRIPTS / "user_program.py")
    assert scene.find("lamp").path == "scene/lamp"
    assert scene.warnings == ()
