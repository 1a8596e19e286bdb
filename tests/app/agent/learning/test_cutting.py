"""A function is cut out of its program with all that it needs and nothing else, and gives the same alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.app.agent.learning import CannotCut, ProgramBlocks
from scenewright.app.agent.learning.trying import same_geometry, try_entity
from scenewright.scene.errors import PolicyError
from scenewright.scene.language.running import evaluate
from tests.support.learning_scenes import BENCH, GARDEN, HEAD, open_scene

TEXT = "from scene.language import *\n"


def test_what_it_needs_comes_along_and_nothing_else() -> None:
    cut = ProgramBlocks(GARDEN).cut("garden_bench")
    assert set(cut.helpers) == {"bar", "box"}
    assert "SIZES['board'] = 0.14" in cut.text
    assert "# a round bar" in cut.text
    assert BENCH.strip() in cut.text
    for other in ("UNUSED", "names", "import math", "bird_house", "lawn", "light(", "camera("):
        assert other not in cut.text


def test_entities_that_it_calls_by_name_come_along() -> None:
    cut = ProgramBlocks(GARDEN).cut("bird_house")
    assert "def perch" in cut.text
    assert "import math" in cut.text
    assert "def garden_bench" not in cut.text


@pytest.mark.parametrize("name", ["garden_bench", "bird_house", "box_stack", "lawn"])
def test_alone_it_is_the_same_to_the_last_bit(name: str, tmp_path: Path) -> None:
    session = open_scene(tmp_path / "garden")
    tried = try_entity(session, ProgramBlocks(session.source), name)
    assert same_geometry(tried.scene, evaluate(tried.cut.text, root=name))
    whole = evaluate(ProgramBlocks(session.source).with_defaults(name, tried.cut.filled), root=name)
    assert tried.scene.nodes.parent_from_local.tobytes() == whole.nodes.parent_from_local.tobytes()
    assert tried.scene.nodes.color.tobytes() == whole.nodes.color.tobytes()


def test_missing_arguments_come_from_a_plain_call() -> None:
    cut = ProgramBlocks(GARDEN).cut("box_stack")
    assert cut.filled == {"count": "5"}
    assert "def box_stack(count=5, side=0.2):" in cut.text
    text = (
        TEXT
        + "H = 2\n@register('p')\ndef post(h: float, *, w):\n    return primitive_call('cube', {'scale': (w, h, w)})\n"
        + "@register()\ndef all_of():\n    return concat_shapes(post(H + 1, w=0.1))\n"
    )
    assert "def post(h: float = H + 1, *, w=0.1):" in ProgramBlocks(text).cut("post").text
    assert "H = 2" in ProgramBlocks(text).cut("post").text


def test_arguments_that_only_the_run_knows_are_a_reason() -> None:
    text = (
        TEXT
        + "@register('p')\ndef post(h):\n    return primitive_call('cube', {'scale': (1, h, 1)})\n"
        + "@register()\ndef row():\n    return loop(3, lambda i: post(i + 1))\n"
    )
    with pytest.raises(CannotCut, match="it needs h"):
        ProgramBlocks(text).cut("post")


def test_computed_names_are_found_in_what_was_seen(tmp_path: Path) -> None:
    text = (
        TEXT
        + "".join(
            f"@register('{n}')\ndef {n}():\n    return primitive_call('sphere', {{'radius': {r}}})\n"
            for n, r in (("big", 0.3), ("small", 0.1), ("other", 0.5))
        )
        + "@register('a pair')\ndef pair():\n    return concat_shapes(*[library_call(f'{n}') for n in ('big', 'sma' + 'll')])\n"
        + "@register()\ndef scene():\n    return concat_shapes(pair(), place('other', at=(2, 0, 0)))\n"
    )
    session = open_scene(tmp_path / "scene", text)
    tried = try_entity(session, ProgramBlocks(text), "pair")
    assert "def small" in tried.cut.text
    assert "def other" not in tried.cut.text


def test_statements_on_one_line_stay_together() -> None:
    text = TEXT + "A = 1; B = 2\n@register('c')\ndef c():\n    return primitive_call('cube', {'scale': A})\n"
    assert "A = 1; B = 2" in ProgramBlocks(text).cut("c").text


def test_changes_of_a_constant_come_along() -> None:
    text = (
        TEXT
        + "COLORS = []\nCOLORS.append((1, 0, 0))\nfor i in range(2):\n    COLORS.append((0, i, 0))\n"
        + "@register('c')\ndef c():\n    return primitive_call('cube', {'scale': 1}, color=COLORS[2])\n"
    )
    cut = ProgramBlocks(text).cut("c")
    assert "COLORS.append((0, i, 0))" in cut.text
    assert evaluate(cut.text, root="c").nodes.color[1].tolist() == [0, 1, 0]


def test_odd_line_ends_and_separators_move_nothing() -> None:
    text = '"""A\x0cscene\u2028of\x1clines."""\r\n' + GARDEN.replace("\n", "\r\n")
    assert ProgramBlocks(text).cut("garden_bench").text == ProgramBlocks(GARDEN).cut("garden_bench").text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("    return asset_call('chair')\n", "no geometry of its own"),
        (
            "    return concat_shapes(asset_call('chair'), primitive_call('cube', {'scale': 1}))\n",
            "objects of the catalogue in it",
        ),
        ("    return room(4, 4)\n", "the room of the scene"),
        (
            "    return primitive_call('cube', {'scale': 1}, material={'texture': 'renders/x.png'})\n",
            "a picture of the scene folder",
        ),
    ],
)
def test_what_only_the_scene_has_is_a_reason(body: str, reason: str, tmp_path: Path) -> None:
    text = f"{TEXT}@register('a thing')\ndef thing():\n{body}"
    session = open_scene(tmp_path / "scene", text)
    with pytest.raises(CannotCut, match=reason):
        try_entity(session, ProgramBlocks(text), "thing")


def test_a_library_of_the_user_is_a_reason(tmp_path: Path) -> None:
    text = f"{TEXT}from oak import plank\n@register('a shelf')\ndef shelf():\n    return plank()\n"
    with pytest.raises(CannotCut, match="the library 'oak'"):
        ProgramBlocks(text).cut("shelf")


def test_a_changed_world_is_a_reason(tmp_path: Path) -> None:
    text = (
        f"{TEXT}import random\n@register('a')\ndef thing():\n"
        "    return primitive_call('cube', {'scale': 0.1 + random.random()})\n"
        "drawn = [random.random() for _ in range(3)]\n"
    )
    session = open_scene(tmp_path / "scene", text)
    with pytest.raises(CannotCut, match="otherwise than in its program"):
        try_entity(session, ProgramBlocks(text), "thing")


def test_the_language_refuses_what_it_always_refuses() -> None:
    text = f"{TEXT}import os\n@register('a')\ndef thing():\n    return primitive_call('cube', {{'scale': len(os.getcwd())}})\n"
    cut = ProgramBlocks(text).cut("thing")
    with pytest.raises(PolicyError, match="'os'"):
        evaluate(cut.text, root="thing")


def test_a_name_that_the_program_lacks_is_a_reason() -> None:
    for name in ("nothing", "bar", "../../etc/passwd", ""):
        with pytest.raises(CannotCut, match="registers no function"):
            ProgramBlocks(HEAD).cut(name)
    with pytest.raises(CannotCut, match="cannot be read"):
        ProgramBlocks("def (")
