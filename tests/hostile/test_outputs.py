"""No name, message or text of a stranger reaches a terminal, a log or an exported file as anything but text."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from scenewright.scene.export.text_fields import clean_json, clean_line, clean_word
from tests.hostile.text_corpus import UNSAFE_NAMES, UNSAFE_TOGETHER
from tests.support.hostile_host import HostileHost
from tests.support.locations import REPOSITORY

TASK = "tests.support.hostile_texts:command_line"

PROGRAM = """from scene.language import *
@register({phrase})
def thing():
    return primitive_call('cube', {{'scale': (1, 1, 1)}}, color=(1, 0, 0))
@register()
def room_of_things():
    return concat_shapes(place('thing', at=(0, 0, 0), name={name}), place('thing', at=(3, 0, 0), z=embed({phrase})))
"""


def _program(said: str, name: str = "lamp") -> str:
    """A scene whose things are described by `said`. The language itself refuses such names of instances."""
    return PROGRAM.format(name=ascii(name), phrase=ascii(f"a thing called {said}"))


COMMANDS: dict[str, list[str]] = {
    "evaluate": ["evaluate", "{scene.py}"],
    "evaluate names": ["evaluate", "{named.py}"],
    "evaluate as JSON": ["evaluate", "{scene.py}", "--json"],
    "check the layout": ["layout", "{scene.py}", "--check"],
    "query": ["query", "{scene.py}", "NAME"],
    "query as JSON": ["query", "{scene.py}", "NAME", "--json"],
    "query a thing": ["query", "{scene.py}", "thing"],
    "the graph as text": ["ask", "{scene.py}", "how many things are there?", "--text"],
    "the graph as JSON": ["ask", "{scene.py}", "how many NAME?", "--text", "--json"],
    "search the catalogue": ["query-catalogue", "NAME"],
    "edit": ["edit", "move", "{scene.py}", "NAME", "--by", "1", "0", "0"],
    "edit as JSON": ["edit", "rename", "{scene.py}", "thing", "NAME", "--json"],
    "a file of edits": ["edit", "apply", "{scene.py}", "{edits.json}"],
    "a command that is none": ["NAME"],
    "an option that is none": ["evaluate", "--NAME", "--json"],
    "a scene that is none": ["evaluate", "NAME.py"],
    "a job that is none": ["jobs", "show", "NAME"],
    "assets that are none": ["assets", "add", "NAME"],
    "a program that fails": ["evaluate", "{failing.py}"],
    "a program that warns": ["evaluate", "{warning.py}"],
}


SLOW = ("check the layout", "a program that warns", "query a thing", "edit as JSON")
"""Commands that take over a second and print through the same functions as others; three kinds of names are enough for them."""


@pytest.mark.parametrize("kind", UNSAFE_TOGETHER)
def test_every_command_prints_names_as_text(kind: str, host: HostileHost) -> None:
    name = UNSAFE_TOGETHER[kind]
    files = {
        "scene.py": _program(name),
        "named.py": _program(name, name),
        "edits.json": json.dumps([{"kind": name, "path": name}]),
        "failing.py": f"from scene.language import *\nraise ValueError({name!a})\n",
        "warning.py": _program("x").replace("    return concat", f"    relate(near({name!a}, 'x'))\n    return concat"),
    }
    for title, arguments in COMMANDS.items():
        if title in SLOW and kind not in ("codes of terminals", "lines and columns", "markup"):
            continue
        given = [a.replace("NAME", name) for a in arguments]
        done = host.attempt(TASK, given, files)
        assert done.outcome == "done", (title, done)
        printed = done.value
        assert printed["unsafe"] == [], (title, printed)
        assert "Traceback" not in printed["err"], (title, printed)
        assert "went wrong inside" not in printed["err"], (title, printed)
        assert not any(line.startswith("error: all is well") for line in printed["err"].splitlines())
        if "--json" in arguments:
            assert len(printed["out"].splitlines()) == 1, title
            assert json.loads(printed["out"])["schema"] == 1
    assert host.starts == 1


@pytest.mark.parametrize("kind", [k for k in UNSAFE_TOGETHER if k not in ("NUL", "surrogate")])
def test_files_and_jobs_are_listed_by_printable_names(kind: str, host: HostileHost) -> None:
    """Names of the objects in a folder, and rows of the table of jobs, which any program of the user may write."""
    name = UNSAFE_TOGETHER[kind]
    solid = "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\nf 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n"
    safe = name.replace("/", "_")
    files = {f"{safe}.obj": solid, f"{safe} LICENCE.txt": f"CC0 {name}"}
    for title, arguments in (
        ("assets add", ["assets", "add", "{folder}", "--no-sheet"]),
        ("as JSON", ["assets", "add", "{folder}", "--json", "--no-sheet"]),
    ):
        printed = host.attempt(TASK, arguments, files).value
        assert printed["unsafe"] == [], (title, printed)
    listed = host.attempt("tests.support.hostile_texts:list_jobs", name).value
    assert listed["code"] == 0
    assert listed["unsafe"] == []
    assert "forged" not in [line.split(":")[0] for line in listed["out"].splitlines()]


def test_wrong_usage_is_answered_in_json_too(host: HostileHost) -> None:
    for arguments in (["evaluate", "--json"], ["shout", "--json"], ["render", "x", "--width", "wide", "--json"]):
        printed = host.attempt(TASK, arguments, {}).value
        assert printed["code"] == 2
        error = json.loads(printed["out"])["error"]
        assert error["class"] == "UsageError"
        assert error["kind"] is None
        assert error["message"]


@pytest.mark.parametrize("kind", UNSAFE_NAMES)
def test_exported_files_hold_names_as_fields(kind: str, host: HostileHost) -> None:
    done = host.attempt("tests.support.hostile_exports:export_all", _program(UNSAFE_NAMES[kind]), UNSAFE_NAMES[kind])
    assert done.outcome == "done", done
    assert done.value["obj words"] == ["#", "f", "mtllib", "o", "usemtl", "v", "vn", "vt"]
    assert done.value["libraries"] == 1
    assert done.value["unsafe"] == []


def test_a_name_is_one_word_of_a_line_based_file() -> None:
    for name in (*UNSAFE_NAMES.values(), "a # b", "a\\\\", "", "  "):
        word = clean_word(name)
        assert word
        assert word.isprintable()
        assert not any(c.isspace() or c in "#\\" for c in word)
        assert clean_line(name).isprintable()
    assert clean_word("room/desk 2/drawer[3]") == "room/desk_2/drawer[3]"
    assert json.loads(clean_json({"a\x1b": ["b\u202e\nc", 1.5, None]})) == {"a\\x1b": ["b\\u202e\nc", 1.5, None]}


def test_only_the_terminal_layer_prints() -> None:
    # the last two run by themselves: the build of the page, and a confined child that answers its host
    allowed = {
        *("app/terminal", "app/contact_sheets.py", "app/system_check.py"),
        *("app/studio/page_build.py", "app/studio/unpack_worker.py"),
    }
    found = []
    for file in sorted((REPOSITORY / "app").rglob("*.py")):
        place = file.relative_to(REPOSITORY).as_posix()
        if any(place.startswith(one) for one in allowed):
            continue
        found += [f"{place}:{line}" for line in _prints(file) if place != "app/cli.py"]
    assert found == []


def _prints(file: Path) -> list[int]:
    """Lines that print, write to a standard stream or make a console of rich."""
    lines = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in ("print", "typer.echo", "typer.secho", "Console") or called.startswith(
                ("sys.stdout.", "sys.stderr.")
            ):
                lines.append(node.lineno)
    return lines
