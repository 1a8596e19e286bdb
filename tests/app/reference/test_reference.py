"""The reference of the Scene Language: complete, true to the code, and shown by its programs."""

from __future__ import annotations

import inspect

import numpy as np
import pytest

from scenewright.app.actions.table import run_action
from scenewright.app.reference import (
    EXAMPLES,
    Entry,
    EntryKind,
    all_entries,
    find_entry,
    picture_names,
    reference_pages,
)
from scenewright.app.requests import RequestError
from scenewright.assets import Catalogue
from scenewright.scene import language
from scenewright.scene.language.relations import KINDS
from scenewright.scene.language.running import LibraryFolder, LibraryShelf, evaluate_here
from scenewright.scene.language.vocabulary import LIGHT_KINDS
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.relations import constraints_of, holds
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.model import Room, Scene
from tests.support.locations import REPOSITORY
from tests.support.samples import some_of

DOCS = REPOSITORY / "docs" / "reference"
MOST_BYTES = 1_500_000
"""Of all pictures together."""

READ_ANYWAY = {"variants", "others", "ignored", "args", "_rest", "_axes"}
"""Parameters for what models write from memory."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in(evaluate=lambda source, seed: evaluate_here(source, seed=seed))


def callables() -> set[str]:
    """Every function that a program gets by its one import."""
    found = {name: getattr(language, name) for name in language.__all__}
    return {name for name, value in found.items() if inspect.isroutine(value) and "scenewright" in value.__module__}


def holding(scene: Scene) -> list[bool]:
    """Whether each relation of a scene holds as its poses are written."""
    bodies = bodies_of(scene)
    constraints, unread = constraints_of(scene, bodies)
    assert not unread
    nothing = np.full(len(bodies), -1, dtype=np.int32)
    room = scene.room or Room(40.0, 40.0, 4.0)  # open ground
    problem = Problem(bodies, room, constraints, nothing, nothing.copy(), unread=unread)
    values = residuals(problem, problem.bodies.initial)
    return [bool(holds(c, value)) for c, value in zip(constraints, values, strict=True)]


def test_the_pages_are_what_the_code_says():
    """Write them anew with ``scenewright reference --write docs/reference``."""
    pages = reference_pages()
    assert {file.name for file in DOCS.glob("*.md")} == set(pages)
    for name, text in pages.items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, name


def test_each_program_has_a_small_picture():
    files = {file.name: file for file in (DOCS / "pictures").iterdir()}
    assert set(files) == set(picture_names())
    assert all(file.read_bytes().startswith(b"\x89PNG\r\n") for file in files.values())
    assert sum(file.stat().st_size for file in files.values()) < MOST_BYTES


def test_links_between_pages_lead_somewhere():
    pages = reference_pages()
    for name, text in pages.items():
        for link in {part.split(")")[0] for part in text.split("](")[1:]}:
            file, _, anchor = link.partition("#")
            assert (DOCS / file).exists(), (name, link)
            if anchor:
                heads = {
                    line.lstrip("# ").lower().replace(" ", "-") for line in pages[file].splitlines() if line[:1] == "#"
                }
                assert anchor in heads, (name, link)


def test_everything_that_a_program_can_call_has_an_entry():
    assert callables() <= set(all_entries())
    assert set(KINDS) == {name for name, entry in all_entries().items() if entry.kind is EntryKind.RELATION}
    assert set(LIGHT_KINDS) == {line.name for line in all_entries()["lights"].arguments}


@pytest.mark.parametrize("name", sorted(n for n, e in all_entries().items() if e.kind is EntryKind.FUNCTION))
def test_each_argument_of_a_function_is_explained(name: str):
    entry = all_entries()[name]
    taken = {p for p in inspect.signature(getattr(language, name)).parameters if p not in READ_ANYWAY}
    explained = {a.name for a in entry.arguments}
    assert taken <= explained
    assert all(a.meaning.endswith(".") and len(a.meaning) > 10 for a in entry.arguments)
    assert entry.meaning[0].endswith(".")
    assert entry.returns
    assert "_rest" not in entry.calls[0]


def test_each_entry_shows_a_program_of_its_own():
    for name, entry in all_entries().items():
        assert entry.program, name
        called = name if entry.kind in (EntryKind.FUNCTION, EntryKind.RELATION) else ""
        assert f"{called}(" in entry.program, name
        if entry.kind is EntryKind.PRIMITIVE:
            assert repr(name) in entry.program
    assert len({entry.program for entry in all_entries().values()}) == len(all_entries())


def test_programs_evaluate_cleanly_and_relations_hold(catalogue: Catalogue):
    for name, entry in some_of(list(all_entries().items()), 40):
        scene = evaluate_here(entry.program, assets=catalogue)
        if name == "splat_call":  # the capture is a file of the user
            assert "capture.ply" in scene.warnings[0]
            continue
        assert scene.warnings == (), name
        assert scene.leaf_rows.size, name
        assert all(holding(scene)), name
        if entry.kind is EntryKind.RELATION:
            assert name in {relation.kind for relation in scene.relations}


def test_examples_evaluate_cleanly_and_relations_hold(catalogue: Catalogue):
    assert len(EXAMPLES) == 11
    for name, example in EXAMPLES.items():
        beside = LibraryShelf([LibraryFolder(example.path.parent if not example.folder else example.path)])
        scene = evaluate_here(example.program, assets=catalogue, libraries=beside)
        assert scene.warnings == (), name
        assert all(holding(scene)), name
        assert max(example.frames) < scene.frames
    assert scene.frames > 1
    assert all(example.path.exists() for example in EXAMPLES.values())


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("place", "place"),
        (" Place( ", "place"),
        ("@register", "register"),
        ("beside", "next_to"),
        ("to the left of", "left_of"),
        ("spot", "lights"),
        ("roughness", "materials"),
        ("sunset", "environments"),
        ("leather", "surfaces"),
    ],
)
def test_an_entry_is_found_by_other_words_for_it(written: str, found: str):
    assert find_entry(written).name == found


@pytest.mark.parametrize(
    ("written", "near"),
    [("plce", "place"), ("rotate_matrix", "rotation_matrix"), ("kitchn", "kitchen"), ("in_frontof", "in_front_of")],
)
def test_an_unknown_name_is_answered_by_the_nearest(written: str, near: str):
    with pytest.raises(RequestError, match=near) as caught:
        find_entry(written)
    assert caught.value.field == "name"


@pytest.mark.parametrize("name", ["", "\x1b[31m", "x" * 100_000, "../../etc/passwd", "__init__"])
def test_a_strange_name_is_refused_in_a_short_message(name: str):
    with pytest.raises(RequestError) as caught:
        run_action(None, "reference", {"name": name})
    assert len(str(caught.value)) < 400
    assert "\x1b" not in str(caught.value)


def test_the_action_gives_index_entry_and_example():
    index = run_action(None, "reference", {}).report()
    assert {e["name"] for e in index["entries"]} == set(all_entries())
    assert {e["name"] for e in index["examples"]} == set(EXAMPLES)
    near = run_action(None, "reference", {"name": "near"}).report()["entry"]
    assert near["arguments"][3] == {"name": "hi", "default": "1.5", "meaning": "Metres."}
    assert "It holds within 1 cm." in near["facts"]
    chair = run_action(None, "reference", {"name": "Chair"}).report()["entry"]
    assert chair["program"] == EXAMPLES["chair"].program


def test_entries_say_sizes_units_and_where_things_lie():
    def text(entry: Entry) -> str:
        return " ".join((*entry.meaning, *entry.facts, *(a.meaning for a in entry.arguments)))

    entries = all_entries()
    assert "metres" in text(entries["room"])
    assert "largest dimension" in text(entries["asset_call"])
    assert "radians" in text(entries["rotation_matrix"])
    assert "degrees" in text(entries["place"])
    assert "centred on the origin" in text(entries["cube"])
    assert "watts" in text(entries["lights"])
    assert "oak" in text(entries["surfaces"])
    assert entries["room"].calls[0].startswith("room(width, depth, height=2.7, doors=()")
