"""Which bodies are joined by design, and which only stand wrong."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.bodies.aloft import aloft
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.layout.joining import joined_bodies
from scenewright.scene.model import Scene
from tests.support.table_programs import block, program, scene_of

ROOM = "room(6, 6, 3)"


def groups(parts: str, after: str = "", room: str = "", assets: Catalogue | None = None) -> dict[frozenset[str], str]:
    scene = scene_of(f"return concat_shapes({room + ', ' if room else ''}{parts})", after, assets)
    return found_in(scene, assets)


def found_in(scene: Scene, assets: Catalogue | None = None) -> dict[frozenset[str], str]:
    problem = problem_of(scene, bodies_of(scene, provider=assets))
    names = [p.partition("/")[2] for p in problem.bodies.path]
    return {frozenset(names[b] for b in g.bodies): g.why for g in joined_bodies(scene, problem, provider=assets)}


def rod(name: str, radius: float, height: float, at: tuple[float, float, float]) -> str:
    made = f"primitive_call('cylinder', {{'radius': {radius}, 'p0': (0, 0, 0), 'p1': (0, {height}, 0)}})"
    return f"place({made}, at={at}, name={name!r})"


def ball(name: str, radius: float, at: tuple[float, float, float]) -> str:
    return f"place(primitive_call('sphere', {{'radius': {radius}}}), at={at}, name={name!r})"


COUNTER = block("counter", (2, 0.9, 0.6), (0, 0, 0))
GROUND = block("ground", (20, 0.2, 20), (0, -0.2, 0))
SHELL = "place(concat_shapes(*[box(2, 4, 0.1, (0, 0, z)) for z in (-1, 1)], *[box(0.1, 4, 2, (x, 0, 0)) for x in (-1, 1)]), at=(0, 0, 0), name='{}')"
TOP = "place(concat_shapes(box(1.2, 0.04, 1.2, (0, 0.7, 0)), *[box(0.06, 0.7, 0.06, (x, 0, z)) for x in (-0.5, 0.5) for z in (-0.5, 0.5)]), at=(0, 0, 0), name='table')"
PAPER = "place(concat_shapes(*[box(0.03, 0.03, 6, (x, 0, 0)) for x in (-0.3, 0.3)], box(0.8, 0.015, 6)), at=(0, 0, 0), name='{}')"


@pytest.mark.parametrize(("parts", "names", "why"), [
    (f"{COUNTER}, {block('sink', (0.5, 0.2, 0.4), (0, 0.71, 0))}", ("counter", "sink"), "sits in"),
    (f"{COUNTER}, {block('doodah', (0.5, 0.2, 0.4), (0, 0.75, 0))}", ("counter", "doodah"), "sits in"),
    (f"{GROUND}, {rod('post', 0.05, 1.0, (2, -0.15, 2))}, {block('b', (1, 1, 1), (-2, 0, 0))}", None, ""),
    (f"{GROUND}, {block('mound', (3, 0.8, 3), (0, 0, 0))}, {rod('signpost', 0.05, 1.2, (0, 0.3, 0))}", ("mound", "signpost"), ""),
    (f"{rod('cake', 0.15, 0.12, (0, 0, 0))}, {rod('candle', 0.006, 0.08, (0.05, 0.08, 0))}", ("cake", "candle"), "sits in"),
    (f"{TOP}, {rod('parasol', 0.03, 2.4, (0, 0, 0))}", ("table", "parasol"), ""),
    (f"{block('doodah', (3, 0.2, 2), (0, 0.5, 0))}, {rod('whatsit', 0.1, 3, (0.5, 0.2, 0.2))}", ("doodah", "whatsit"), "runs through"),
    (f"{SHELL.format('tower')}, {block('stair', (1.93, 3.5, 1.5), (0, 0, 0))}", ("tower", "stair"), ""),
    (f"{SHELL.format('doodah')}, {block('whatsit', (1.93, 3.5, 1.5), (0, 0, 0))}", ("doodah", "whatsit"), "stands inside"),
    (f"{block('train', (0.5, 0.4, 1.5), (0, 0.02, 0))}, {PAPER.format('track')}", ("track", "train"), "runs on"),
    (f"{ball('rock', 0.6, (0, 0, 0))}, {ball('cliff', 2, (1.5, 0, 0))}", ("rock", "cliff"), "grow into"),
    (f"{block('wall', (4, 3, 0.5), (0, 0, 0))}, {rod('tower', 1, 4, (2, 0, 0))}", ("wall", "tower"), "built into"),
    (f"{block('water', (9, 0.3, 9), (0, 0, 0))}, {block('rowing_boat', (1, 0.5, 2), (0, 0.2, 0))}", ("water", "rowing_boat"), "is in"),
    (f"{rod('bollard', 0.1, 0.6, (0, 0, 0))}, {block('rope', (2, 0.03, 0.03), (1, 0.4, 0))}", ("bollard", "rope"), "tied to"),
    (f"{block('facade', (4, 3, 0.3), (0, 0, 0))}, {block('doodah', (1, 0.4, 0.1), (0, 2, 0.2))}", ("facade", "doodah"), "fastened to"),
    ("box(1, 1, 1), library_call('mug'), box(0.4, 0.4, 0.4, (0, 8, 0))", ("cube", "mug", "cube[1]"), "is composed of"),
])  # fmt: skip
def test_what_is_joined(parts: str, names: tuple[str, ...] | None, why: str) -> None:
    found = groups(parts)
    if names is None:
        assert any("post" in g for g in found)
        return
    assert set(found) == {frozenset(names)}
    assert why in next(iter(found.values()))
    assert next(iter(found.values())).startswith("the ")


@pytest.mark.parametrize("parts", [
    f"{COUNTER}, {rod('lamp', 0.08, 0.4, (0, 0.87, 0))}",
    f"{COUNTER}, {rod('vase', 0.08, 0.3, (0, 0.84, 0))}",
    f"{COUNTER}, {block('book', (0.2, 0.03, 0.3), (0, 0.88, 0))}",
    f"{COUNTER}, {block('mug', (0.1, 0.1, 0.1), (0, 0.9, 0))}",
    f"{COUNTER}, {block('doodah', (0.4, 0.3, 0.4), (0, 0.7, 0.3))}",
    f"{TOP}, place('chair', at=(0, 0, 0.55), turn=180)",
    f"{TOP}, place('chair', at=(0, 0, 0.75), turn=180)",
    f"{TOP}, {block('stool', (0.3, 0.45, 0.3), (0, 0, 0))}",
    f"{TOP}, {block('crate', (0.5, 0.5, 0.5), (0.45, 0, 0.45))}",
    f"{block('sofa', (2, 0.8, 0.9), (0, 0, 0))}, {block('armchair', (0.9, 0.8, 0.9), (1.3, 0, 0))}",
    f"{block('crate', (0.5, 0.5, 0.5), (0, 0, 0))}, {block('crate', (0.5, 0.5, 0.5), (0.45, 0, 0))}",
    f"{rod('barrel', 0.3, 0.8, (0, 0.02, 0))}, {rod('barrel', 0.3, 0.8, (0.55, 0.02, 0))}",
    f"{GROUND}, {block('chair', (0.5, 0.9, 0.5), (0, -0.01, 0))}",
    "place('bookcase'), place('book', at=(0, 0.5, 0))",
    "place('bookcase'), place('mug', at=(0, 0.52, 0))",
    f"{SHELL.format('tower')}, {block('stair', (1, 3.5, 1), (0, 0, 0))}",
    f"{SHELL.format('pavilion')}, {block('doodah', (0.8, 0.7, 0.8), (0.58, 0, 0))}",
])  # fmt: skip
@pytest.mark.parametrize("room", ["", ROOM])
def test_what_only_stands_wrong_is_not(parts: str, room: str) -> None:
    head = "\n@register()\ndef bookcase():\n    return concat_shapes(*[box(0.02, 2, 0.3, (x, 0, 0)) for x in (-0.45, 0.45)], *[box(0.9, 0.02, 0.3, (0, y, 0)) for y in (0, 0.5, 1, 1.5, 1.98)])\n\n@register()\ndef book():\n    return box(0.03, 0.25, 0.2)\n"
    if "bookcase" in parts:
        text = program(f"return concat_shapes({room + ', ' if room else ''}{parts})").replace(
            "@register()\ndef scene", head + "@register()\ndef scene"
        )
        assert found_in(evaluate_here(text)) == {}
        return
    assert groups(parts, room=room) == {}


def test_indoors_plants_keep_apart_and_rocks_do_not() -> None:
    plants = f"{ball('plant', 0.5, (0, 0, 0))}, {ball('plant', 0.5, (0.9, 0, 0))}"
    assert len(groups(plants)) == 1
    assert groups(plants, room=ROOM) == {}
    assert len(groups(plants.replace("plant", "rock"), room=ROOM)) == 1


def test_what_hangs_on_what_hangs_is_fastened_to_it() -> None:
    board = block("peg_board", (1.6, 0.9, 0.02), (0, 1.2, -2.99))
    saw = block("doodah", (0.1, 0.5, 0.02), (0, 1.4, -2.968))
    assert set(groups(f"{board}, {saw}", room=ROOM)) == {frozenset({"peg_board", "doodah"})}
    vase = block("vase", (0.1, 0.2, 0.02), (0, 1.4, -2.968))
    assert groups(f"{board}, {vase}", room=ROOM) == {}


def test_what_the_program_says_is_joined() -> None:
    parts = "place('chair', at=(0, 0, 0)), place('chair', at=(2, 0, 0)), place('mug', at=(4, 0, 0)), place('table', at=(-2, 0, 0))"
    found = groups(parts, "relate(joined('chair', 'chair[1]'), embedded_in('mug', 'table'))", ROOM)
    assert set(found) == {frozenset({"chair", "chair[1]"}), frozenset({"mug", "table"})}
    assert all("the program says" in why for why in found.values())


def test_pairs_that_share_a_body_are_one_group() -> None:
    rocks = ", ".join(ball("rock", 0.6, (x, 0, 0)) for x in range(7))
    found = groups(rocks)
    assert len(found) == 1
    assert len(next(iter(found))) == 7
    assert next(iter(found.values())).endswith("; and 2 more")


def test_which_of_a_group_may_meet() -> None:
    boats = [block("boat", (1, 0.5, 2), (x, 0.2, 0)) for x in (0, 0.8)]
    scene = scene_of(f"return concat_shapes({block('water', (9, 0.3, 9), (0, 0, 0))}, {boats[0]}, {boats[1]})")
    found = joined_bodies(scene, problem_of(scene, bodies_of(scene)))
    assert [(g.bodies, g.pairs) for g in found] == [((0, 1, 2), ((0, 1), (0, 2)))]


@pytest.mark.parametrize("parts", [
    "place(asset_call('sofa'), at=(0, 0, 0)), place(asset_call('coffee table'), at=(0, 0, 0.4))",
    "place(asset_call('bookcase'), at=(0, 0, 0)), place(asset_call('stack of books'), at=(0, 0.35, 0))",
    "place(asset_call('desk'), at=(0, 0, 0)), place(asset_call('office chair'), at=(0, 0, 0.2))",
    "place(asset_call('double bed'), at=(0, 0, 0)), place(asset_call('wardrobe'), at=(0.5, 0, 0))",
    "place('table', at=(0, 0, 0)), place(asset_call('floor lamp'), at=(0.1, 0, 0))",
    "place('table', at=(0, 0, 0)), place(asset_call('vase'), at=(0.1, 0.69, 0))",
    "place('table', at=(0, 0, 0)), place(asset_call('table lamp'), at=(0.1, 0.72, 0))",
    "place('table', at=(0, 0, 0)), place(asset_call('dining chair'), at=(0, 0, 0.35), turn=180)",
])  # fmt: skip
def test_things_of_the_catalogue_are_no_parts_of_others(parts: str, catalogue: Catalogue) -> None:
    assert groups(parts, room=ROOM, assets=catalogue) == {}


def test_what_is_in_the_air() -> None:
    scene = scene_of(
        f"""
        return concat_shapes({GROUND}, {ball("sun", 1, (5, 9, 5))}, {ball("bird", 0.1, (0, 2, 0))}, {ball("crate", 0.1, (1, 2, 0))},
            {block("shed", (2, 2, 2), (-4, 0, 0))}, {ball("bird", 0.1, (-4, 2.1, 0))}, {ball("bird", 0.1, (-4, 2.6, 0))},
            {ball("red_kite", 0.2, (3, 0, 3))}, {ball("fish", 0.2, (3, 1, -3))})
        """
    )
    bodies = bodies_of(scene)
    names = [p.partition("/")[2] for p in bodies.path]
    assert [n for n, up in zip(names, aloft(scene, bodies).tolist(), strict=True) if up] == [
        "sun",
        "bird",
        "bird[2]",
        "fish",
    ]


MODEL_WRITER = {
    "30-tea-room": [],
    "31-loft-kitchen": [],
    "27-plant-nursery": [],
    "26-jenga": [],
    "28-chessboard": [],
    "35-classroom-twenty": [],
    "33-restaurant": [],
    "29-library": [],
    "36-lighthouse": [{"cliff", "lighthouse"}],
}


@pytest.mark.skipif("SCENEWRIGHT_REPLIES" not in os.environ, reason="SCENEWRIGHT_REPLIES is not set")
@pytest.mark.parametrize("name", list(MODEL_WRITER))
def test_replies_of_models(name: str, catalogue: Catalogue) -> None:
    text = (Path(os.environ["SCENEWRIGHT_REPLIES"]) / "model_writer" / f"{name}.md").read_text(encoding="utf-8")
    source = max(re.findall(r"```(?:python)?\n(.*?)```", text, re.DOTALL), key=len)
    found = found_in(evaluate_here(source, assets=catalogue), catalogue)
    assert [set(g) for g in found] == MODEL_WRITER[name]
