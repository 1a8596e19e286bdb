"""Only `scenewright` is taken from the names of a user's own modules, in an editable install and in a wheel."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.locations import REPOSITORY

OURS = ("app", "assets", "renderers", "scene")
BROKEN = "raise RuntimeError('a module of the user was imported')\n"
PROGRAM = """from scene.language import *

@register('a red cup on a table')
def cafe():
    return concat_shapes(room(3, 3), place(asset_call('table'), at=(0, 0, 0), name='table'),
                         place(asset_call('red cup'), at=(0, 0.8, 0), name='cup'))

relate(on('cup', 'table'))
"""
FACE = """
import json
import scenewright as sw
scene = sw.evaluate(open('room.py').read())
laid = sw.layout(open('room.py').read(), settle=False)
found = sw.query('room.py', 'the red cup')
print(json.dumps([len(scene.nodes), laid.report.holds, [f.path for f in found.results][:1], sw.__file__]))
"""
COMMAND_LINE = """
import contextlib, io, json, sys
from scenewright.app.cli import main
said = []
for line in ("query room.py cup", "export room.py models/cup.glb", "export room.py room.ply --splats 2000",
             "splat info room.ply", "assets add models", "render room.py --out pictures --width 64 --height 48"):
    sys.argv = ["scenewright", *line.split()]
    with contextlib.redirect_stdout(io.StringIO()) as out:
        try:
            main()
        except SystemExit as end:
            assert not end.code, line
    said.append(out.getvalue())
print(json.dumps(said))
"""
"""What each line of the command line prints; in one process, which loads what they have in common once."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with modules of a user's that bear the names of our packages, and of what we use."""
    folder = tmp_path / "mine"
    folder.mkdir()
    for name in ("app", "numpy", "torch"):
        (folder / f"{name}.py").write_text(BROKEN, encoding="utf-8")
    for name in ("assets", "scene", "renderers"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(BROKEN, encoding="utf-8")
    (folder / "scenewright").mkdir()
    (folder / "scenewright" / "room.txt").write_text("what the user keeps there", encoding="utf-8")
    (folder / "room.py").write_text(PROGRAM, encoding="utf-8")
    return folder


def run(folder: Path, *command: str, path: Path | None = None) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONSAFEPATH")}
    environment["SCENEWRIGHT_HOME"] = str(folder / "home")
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, "-P", *command], cwd=folder, env=environment, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def works_in(folder: Path, path: Path | None = None) -> str:
    """The command line, the Python face and the workers for programs, meshes, splats and pictures do their work; where from."""
    rows, holds, found, where = json.loads(run(folder, "-c", FACE, path=path))
    assert rows > 4
    assert holds
    assert found == ["cafe/cup"]
    (folder / "models").mkdir(exist_ok=True)
    said = json.loads(run(folder, "-c", COMMAND_LINE, path=path).splitlines()[-1])
    assert "cup" in said[0]
    assert list((folder / "pictures").glob("*.png"))
    return str(where)


def test_an_editable_install_works_beside_names_of_the_users(hostile: Path) -> None:
    assert Path(works_in(hostile)).resolve().is_relative_to(REPOSITORY)


@pytest.mark.slow
def test_a_wheel_works_beside_user_names_and_holds_nothing_else(hostile: Path, tmp_path: Path) -> None:
    build = "import sys; sys.path.append('src/build-backend'); import scenewright_backend as ours; ours.build_wheel(sys.argv[1])"
    copy = tmp_path / "checkout"
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=False
    ).stdout.decode()
    names = [n for n in tracked.split("\0") if n and not n.startswith("tests/")]
    if not names:
        pytest.skip("what belongs to the project is known in a checkout only")
    for name in names:
        source, target = REPOSITORY / name, copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_symlink():
            target.symlink_to(source.readlink(), target_is_directory=True)
        elif source.exists():
            target.write_bytes(source.read_bytes())
    (copy / "scenes" / "mine").mkdir(parents=True)
    (copy / "scenes" / "mine" / "program.py").write_text(PROGRAM, encoding="utf-8")
    studio = copy / "app" / "studio"
    for name in ("static/studio.js", "static/chunk-1.js", "static/.built-from", "web/node_modules/three/package.json"):
        (studio / name).parent.mkdir(parents=True, exist_ok=True)
        (studio / name).write_text("{}", encoding="utf-8")
    as_it_is = {**os.environ, "SCENEWRIGHT_PAGE": "skip"}
    subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=copy, env=as_it_is, check=True, capture_output=True
    )
    wheel = next(tmp_path.glob("*.whl"))
    installed = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(installed)]
    subprocess.run([*pip, str(wheel)], check=True)
    assert {p.name.split("-")[0] for p in installed.iterdir()} <= {"scenewright", "bin"}
    assert not list(installed.rglob("scenes"))
    page = installed / "scenewright" / "app" / "studio"
    assert {p.relative_to(page).as_posix() for p in page.rglob("*.js*")} == {"static/studio.js", "static/chunk-1.js"}
    assert Path(works_in(hostile, installed)).is_relative_to(installed)


def test_nothing_of_ours_is_imported_by_a_name_a_user_may_have() -> None:
    """In a checkout `import scene` would work, and be a second copy of the package."""
    found = []
    for package in (*OURS, "tests"):
        for file in (REPOSITORY / package).rglob("*.py"):
            relative = file.relative_to(REPOSITORY).as_posix()
            if relative.startswith(
                (
                    "app/reference/programs/",
                    "app/reference/examples/",
                    "app/agent/prompts/examples/",
                    "assets/objects/",
                    "assets/examples/",
                    "tests/data/chat/rooms/",
                    "tests/golden/",
                    "tests/queries/scenes/",
                )
            ):
                continue  # scene programs
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and not node.level:
                    names = [node.module or ""]
                found += [f"{relative}: {n}" for n in names if n.split(".")[0] in OURS]
    assert found == []
