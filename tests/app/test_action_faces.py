"""What holds for all actions, and that the command line does nothing to a scene beside them."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import grimp
import pytest
import typer

from scenewright.app import commands
from scenewright.app.actions import Action, FreeAction, RequestError, SceneAction
from scenewright.app.actions.table import ACTIONS, run_action
from scenewright.app.cli import app

TERMINAL = {"argparse", "click", "rich", "typer"}

OF_COMMANDS = {
    "ask": "ask",
    "assets add": "add_assets",
    "assets list": "packs",
    "assets remove": "remove_assets",
    "capture field": "capture_field",
    "chat": "chat",
    "capture info": "capture_info",
    "capture prepare": "capture_prepare",
    "capture program": "capture_program",
    "capture train": "capture_train",
    "copy": "copy_scene",
    "dataset": "dataset_room",
    "dress": "dress",
    "edit history": "history",
    "edit redo": "step",
    "edit text": "write_program",
    "edit undo": "step",
    "evaluate": "evaluate",
    "export": "export",
    "film": "film",
    "fit": "fit",
    "import": "generate",
    "furnish": "furnish",
    "generate": "generate",
    "layout": "layout",
    "learn": "learn_offers",
    "learned": "learned",
    "query": "query",
    "query-catalogue": "search_catalogue",
    "render": "render",
    "recipes add": "add_recipe",
    "recipes list": "recipes",
    "recipes remove": "remove_recipe",
    "recipes show": "show_recipe",
    "rearrange": "rearrange",
    "reference": "reference",
    "rename": "rename_scene",
    "renderers": "renderers",
    "resume": "resume",
    "runs": "runs",
    "brief": "brief",
    "restyle": "restyle",
    "splat convert": "splat_convert",
    "splat info": "splat_info",
    "splat view": "splat_view",
    "tidy": "tidy",
}
"""Commands by the action that does their work; of ``edit`` the others are edits."""

WITHOUT = {
    "batch": "it runs any actions, as jobs",
    "bench": "it measures this machine",
    "benchmark query": "it measures Scenewright, and does nothing to a scene",
    "doctor": "it is about the machine",
    "mcp config": "it is about programs of this machine",
    "studio": "it serves all actions to a browser",
    "jobs cancel": "it is about processes of this machine",
    "jobs follow": "it is about processes of this machine",
    "jobs list": "it is about processes of this machine",
    "jobs show": "it is about processes of this machine",
}
"""Commands without an action, with the reason."""

SECOND = {
    "field_query": "query, with a field of splats in place of a program",
    "learn_entity": "learn, with the function to save",
    "remove_learned": "learned, with the one to remove",
    "show_run": "runs, with the id of one",
    "replay_run": "runs, with the id of one and --replay",
}
"""Actions that share a command with another."""


def leaves(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Commands by their words."""
    if hasattr(command, "commands"):
        for name, inner in command.commands.items():
            yield from leaves(inner, (*path, name))
    else:
        yield " ".join(path), command


COMMANDS = dict(leaves(typer.main.get_command(app)))
OPTIONS = {o for command in COMMANDS.values() for p in command.params for o in p.opts if o.startswith("--")}


@cache
def modules_of_actions() -> dict[str, ast.Module]:
    """All of ours that actions import, at any depth and wherever they do, as syntax trees."""
    graph = grimp.build_graph("scenewright", exclude_type_checking_imports=True, cache_dir=None)
    table = "scenewright.app.actions.table"
    found = {}
    for module in sorted({table, *graph.find_upstream_modules(table)}):
        spec = importlib.util.find_spec(module)
        assert spec is not None
        assert spec.origin is not None
        found[module] = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    return found


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Each schema of an object with fields, of the request and of what is inside of it."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


@pytest.mark.parametrize("action", ACTIONS.values(), ids=list(ACTIONS))
def test_every_field_says_what_it_is(action: Action[Any, Any]) -> None:
    schemas = [action.schema(), *(s for s in objects(action.schema().get("$defs", {})))]
    for schema in schemas:
        assert schema["additionalProperties"] is False
        for name, field in schema.get("properties", {}).items():
            assert field.get("description", "").strip().endswith("."), (schema["title"], name)


@pytest.mark.parametrize("action", ACTIONS.values(), ids=list(ACTIONS))
def test_every_request_refuses_what_it_does_not_know(action: Action[Any, Any]) -> None:
    with pytest.raises(RequestError) as caught:
        action.read({"no_such_field": 1})
    assert caught.value.field in {"no_such_field", *action.request.model_fields}
    assert action.request.model_config["extra"] == "forbid"
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", action.name)


@pytest.mark.parametrize("action", ACTIONS.values(), ids=list(ACTIONS))
def test_every_action_says_what_it_takes_and_gives(action: SceneAction[Any, Any] | FreeAction[Any, Any]) -> None:
    names = [p.annotation for p in inspect.signature(action.run).parameters.values()]
    before = ["Session"] if isinstance(action, SceneAction) else []
    assert names == [*before, action.request.__name__, "Job"]
    assert inspect.signature(action.run).return_annotation not in (inspect.Signature.empty, "Any", "None", "dict")
    assert inspect.getdoc(action.run)


def test_an_action_on_a_scene_needs_an_open_one() -> None:
    with pytest.raises(RequestError, match="query needs an open scene"):
        run_action(None, "query", {"queries": ["a lamp"]})
    found = run_action(None, "search_catalogue", {"words": "armchair", "number": 2})
    assert 1 <= len(found.report()["matches"]) <= 2


def test_actions_know_no_terminal_and_no_environment() -> None:
    for module, tree in modules_of_actions().items():
        if not module.startswith("scenewright.app."):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                assert not {a.name.split(".")[0] for a in node.names} & TERMINAL, module
            elif isinstance(node, ast.ImportFrom):
                assert (node.module or "").split(".")[0] not in TERMINAL, module
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"print", "input", "breakpoint"}, (module, node.lineno)


def test_nothing_that_actions_import_writes_the_environment() -> None:
    for module, tree in modules_of_actions().items():
        for node in ast.walk(tree):
            written: list[ast.expr] = []
            if isinstance(node, ast.Assign | ast.Delete):
                written = [t.value for t in node.targets if isinstance(t, ast.Subscript)]
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr in {"putenv", "unsetenv"}:
                    written = [ast.parse("os.environ", mode="eval").body]
                elif node.func.attr in {"update", "setdefault", "pop", "clear"}:
                    written = [node.func.value]
            assert "os.environ" not in {ast.unparse(w) for w in written}, (module, node.lineno)


def test_no_message_names_an_option_of_the_command_line() -> None:
    assert "--trust-poses" in OPTIONS
    for module, tree in modules_of_actions().items():
        docs = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                named = set(re.findall(r"--[a-z][a-z-]*", node.value)) & OPTIONS
                assert not named, (module, node.lineno, named)


def test_every_command_about_a_scene_is_an_action() -> None:
    edits = {c: "edit" for c in COMMANDS if c.startswith("edit ") and c not in OF_COMMANDS}
    of_commands = {**OF_COMMANDS, **edits}
    assert set(of_commands) | set(WITHOUT) == set(COMMANDS)
    assert not set(of_commands) & set(WITHOUT)
    assert set(of_commands.values()) | set(SECOND) == set(ACTIONS)


def test_every_command_asks_its_action() -> None:
    folder = Path(commands.__file__).parent
    names = {
        node.id
        for file in folder.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name)
    }
    assert [a.request.__name__ for a in ACTIONS.values() if a.request.__name__ not in names] == []
