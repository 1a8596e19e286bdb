"""Relations as people and models write them: what is plain is read, with a warning; what is not is told with the right form."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.editing.comparison import relation_key
from scenewright.scene.language.relations import KINDS, axis_named, corner_named, row_along, wall_named
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.vocabulary import read_relation_text
from scenewright.scene.language.vocabulary.relation_text import TextRelation
from tests.support.relation_rooms import room_of_things

PLAIN = """
from scene.language import *
@register()
def chair(): return primitive_call('cube', {'scale': 1})
@register()
def scene(): return concat_shapes(%s)
relate(%s)
"""


def plain(relations: str, shapes: str = "place('chair'), place('chair', at=(2, 0, 0), name='desk')"):
    return evaluate_here(PLAIN % (shapes, relations))


def keys(relations: str) -> list[object]:
    return [relation_key(r, {}) for r in room_of_things(relations).relations]


@pytest.mark.parametrize(
    ("written", "means", "told"),
    [
        # names and what holds them
        ("near(['chair', 'bin'], 'desk')", "near('chair', 'desk'), near('bin', 'desk')", ""),
        ("near(('chair', 'bin'), 'desk')", "near('chair', 'desk'), near('bin', 'desk')", ""),
        ("near(a='chair', b='desk')", "near('chair', 'desk')", ""),
        ("near(subject='chair', target='desk')", "near('chair', 'desk')", "'target'"),
        ("near('chair', object='desk')", "near('chair', 'desk')", "'object'"),
        ("on(item='lamp', surface='desk')", "on('lamp', 'desk')", "'surface'"),
        ("around((f'chair_{i}' for i in (1, 2)), 'table')", "around(['chair_1', 'chair_2'], 'table')", ""),
        ("around({'chair_2', 'chair_1'}, 'table')", "around(['chair_1', 'chair_2'], 'table')", ""),
        ("around(['chair_1', 'chair_2'], center='table')", "around(['chair_1', 'chair_2'], 'table')", "'center'"),
        ("around('chair_1', 'chair_2', center='table')", "around(['chair_1', 'chair_2'], 'table')", "list"),
        ("around('table', items=['chair_1', 'chair_2'])", "around(['chair_1', 'chair_2'], 'table')", ""),
        ("around('chair_1', 'table')", "around(['chair_1'], 'table')", ""),
        ("around(['chair_1', 'chair_2'], 'table', 0.5)", "around(['chair_1', 'chair_2'], 'table')", "no distance"),
        ("symmetric(['stand', 'lamp'], about='bed')", "symmetric('stand', 'lamp', 'bed')", "list"),
        # numbers
        ("near('chair', 'desk', hi=1)", "near('chair', 'desk', 0.0, 1.0)", ""),
        ("near('chair', 'desk', lo=0.2)", "near('chair', 'desk', 0.2, 1.5)", ""),
        ("near('chair', 'desk', 0.9, 0.2)", "near('chair', 'desk', 0.2, 0.9)", "swapped"),
        ("near('chair', 'desk', 2.5)", "near('chair', 'desk', 0.0, 2.5)", "greatest"),
        ("near('chair', 'desk', range=(0.1, 0.4))", "near('chair', 'desk', 0.1, 0.4)", ""),
        ("near('chair', 'desk', hi=None)", "near('chair', 'desk')", ""),
        ("next_to('chair', 'desk', lo=0.1, hi=0.4)", "near('chair', 'desk', 0.1, 0.4)", "near"),
        ("next_to('chair', 'desk', (0.1, 0.4))", "near('chair', 'desk', 0.1, 0.4)", "near"),
        ("far('chair', 'desk', min_distance=3)", "near('chair', 'desk', 3.0, 100.0)", "near"),
        ("in_front_of('chair', 'desk', distance=0.5)", "in_front_of('chair', 'desk')", "no distance"),
        ("facing('chair', 'desk', distance=2)", "facing('chair', 'desk')", "no distance"),
        ("clear('desk', gap=0.9)", "clear('desk', 0.9)", "'gap'"),
        ("clear('desk', front=True)", "clear('desk')", ""),
        ("hanging('lamp', 'table')", "hanging('lamp')", "above(a, b)"),
        ("hanging('lamp', height=1.8)", "hanging('lamp')", "left out"),
        ("hanging('picture', 'wall')", "on_wall('picture')", "on_wall"),
        ("hanging('picture', wall='left')", "on_wall('picture', wall='left')", "on_wall"),
        ("on('lamp', 'desk', offset=(0.2, 0, 0))", "on('lamp', 'desk')", "'offset'"),
        ("on('lamp', 'desk', 0.75)", "on('lamp', 'desk')", "no distance"),
        ("symmetric('stand', 'lamp', axis='x')", "symmetric('stand', 'lamp', 'room')", "'about'"),
        # walls and corners
        ("on_wall('picture', 1.5)", "on_wall('picture', height=1.5)", ""),
        ("on_wall('picture', wall='back', height=1.5)", "on_wall('picture', 1.5, 'back')", ""),
        ("on_wall('picture', 'north wall')", "on_wall('picture', wall='back')", "back"),
        ("on_wall('picture', side='left')", "on_wall('picture', wall='left')", "'side'"),
        ("against_wall('bed', 'wall_back')", "against_wall('bed', 'back')", "back"),
        ("against_wall('bed', 'room/wall_back')", "against_wall('bed', 'back')", "back"),
        ("against_wall('bed', wall='the back wall')", "against_wall('bed', 'back')", "back"),
        ("against_wall('bed', 'wall')", "against_wall('bed')", "any wall"),
        ("against_wall('bed', 'back', 0.05)", "against_wall('bed', 'back')", "no distance"),
        ("in_corner('plant', 'back left')", "in_corner('plant', 'back_left')", ""),
        ("in_corner('plant', 'left_back')", "in_corner('plant', 'back_left')", ""),
        ("in_corner('plant', 'corner')", "in_corner('plant')", ""),
        ("in_corner('plant', corner='NW')", "in_corner('plant', 'back_left')", ""),
        ("facing('chair', 'north')", "facing('chair', 'room/wall_back')", ""),
        # axes and frames
        ("aligned('desk_1', 'desk_2', axis='X')", "aligned('desk_1', 'desk_2', 'x')", "'x'"),
        ("aligned('desk_1', 'desk_2', 0)", "aligned('desk_1', 'desk_2', 'x')", "'x'"),
        ("aligned('desk_1', 'desk_2', (0, 0, 1))", "aligned('desk_1', 'desk_2', 'z')", "'z'"),
        ("aligned('desk', 'desk_1', 'desk_2', 'x')", "aligned(['desk', 'desk_1', 'desk_2'], 'x')", ""),
        ("aligned(['desk', 'desk_1'], 'desk_2', 'x')", "aligned('desk', 'desk_2', 'x'), aligned('desk_1', 'desk_2', 'x')", ""),
        ("spaced(['desk_1', 'desk_2'], axis='z')", "spaced(['desk_1', 'desk_2'], 'z')", ""),
        ("spaced('desk_1', 'desk_2', 'x')", "spaced(['desk_1', 'desk_2'], 'x')", "list"),
        ("in_row(['desk_1', 'desk_2'], along='the wall')", "in_row(['desk_1', 'desk_2'], 'wall')", "'wall'"),
        ("in_row(['desk_1', 'desk_2'], 'left')", "in_row(['desk_1', 'desk_2'], 'z')", "'z'"),
        ("left_of('chair', 'desk', frame='own')", "left_of('chair', 'desk')", ""),
        # the room
        ("near('chair', 'flat')", "near('chair', 'room')", ""),
        ("near('chair', 'scene')", "near('chair', 'room')", ""),
        ("centered('table', 'scene')", "centered('table', 'room')", ""),
        ("facing('chair', (-2.75, 0, -2.2))", "facing('chair', 'desk_1')", "point"),
        # together
        ("joined('sofa', ['lamp', 'cup'])", "joined('sofa', 'lamp', 'cup')", ""),
        ("fixed(items=['sofa', 'lamp'])", "fixed('sofa', 'lamp')", ""),
        ("fixed(objects=['sofa', 'lamp'])", "fixed('sofa', 'lamp')", ""),
        ("joined(['sofa', 'lamp'], weight=2)", "joined('sofa', 'lamp', weight=2)", ""),
        # relations as data
        ("('around', ['chair_1', 'chair_2'], 'table')", "around(['chair_1', 'chair_2'], 'table')", "tuple"),
        ("[near('chair', 'desk'), [on('lamp', 'table')]]", "near('chair', 'desk'), on('lamp', 'table')", ""),
        ("(near(n, 'desk') for n in ('chair', 'bin'))", "near('chair', 'desk'), near('bin', 'desk')", ""),
        ("near('chair', 'desk'), None", "near('chair', 'desk')", ""),
        ("'around([chair_1, chair_2], table)'", "around(['chair_1', 'chair_2'], 'table')", "text"),
        ("'the chair is next to the desk'", "next_to('chair', 'desk')", "text"),
        ("{'relation': 'aligned', 'items': ['desk_1', 'desk_2'], 'axis': 'x'}", "aligned(items=['desk_1', 'desk_2'], axis='x')", "dict"),
    ],
)  # fmt: skip
def test_variants(written: str, means: str, told: str) -> None:
    scene = room_of_things(written)
    assert [relation_key(r, {}) for r in scene.relations] == keys(means)
    assert told in " ".join(scene.warnings)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("near('chair')", "needs 'b': near(a, b, lo=0.0, hi=1.5)"),
        ("near('chair', 'desk', 0, 1, 2)", "takes 4 arguments, 5 were given"),
        ("near('chair', 'desk', 'close')", "lo of near must be a number"),
        ("near('chair', 3)", "takes the names of instances, not 3: near(a, b"),
        ("near((0, 0, 0), 'desk')", "takes the names of instances"),
        ("near('chair', 'desk', speed=2)", "has no 'speed'"),
        ("on('lamp')", "needs 'b': on(a, b)"),
        ("aligned('chair', 'desk', (1, 1, 0))", "axis of aligned must be 'x', 'y' or 'z'"),
        ("in_corner('chair', 'desk')", "corner of in_corner must be a corner: 'back_left'"),
        ("in_row(['chair', 'desk'], along='diagonal')", "along of in_row must be 'x', 'z' or 'wall'"),
        ("left_of('chair', 'desk', frame='world')", "frame of left_of must be 'view'"),
        ("on_wall('chair', 1, 2)", "takes one height and one wall"),
        ("joined()", "needs the names of things: joined(a, b, ...)"),
        ("near('chair', 'desk', weight=-1)", "must be 0 or more"),
        ("7", "relate takes relations such as"),
        ("'a chair stands idle'", "relate takes relations such as"),
    ],
)
def test_what_has_no_plain_meaning_is_told_with_the_right_form(written: str, why: str) -> None:
    with pytest.raises(ProgramError) as told:
        plain(written)
    assert why in str(told.value)


def test_what_names_nothing_is_no_error() -> None:
    scene = plain(
        "near('', 'desk'), spaced([], 'x'), around([n for n in ()], 'desk'), on('lamp', 'desk'), near('chair', 'desk')"
    )
    assert [r.kind for r in scene.relations] == ["near", "spaced", "around", "on", "near"]
    assert scene.relations[-1].paths == {"a": ("scene/chair",), "b": ("scene/desk",)}
    assert any("empty list" in w for w in scene.warnings)
    assert any("'lamp'" in w for w in scene.warnings)


def test_the_root_is_the_ground_where_there_is_no_room() -> None:
    scene = plain(
        "on('chair', 'scene'), near('desk', 'room'), on('desk', 'floor'), on('desk', 'ground'), fixed('scene')"
    )
    assert [r.paths.get("b", r.paths.get("items")) for r in scene.relations] == [("scene",)] * 5
    assert not scene.warnings


def test_an_instance_that_is_called_so_goes_before_the_room() -> None:
    scene = plain("on('chair', 'floor')", "place('chair'), place('chair', at=(0, -1, 0), name='floor')")
    assert scene.relations[0].paths["b"] == ("scene/floor",)


def test_of_two_names_the_one_that_means_several_stands_around() -> None:
    shapes = "place('chair', at=(9, 0, 0), name='desk'), place('pair'), place('pair', at=(4, 0, 0))"
    text = (PLAIN % (shapes, "around('desk', 'stool'), around('stool', 'desk')")).replace(
        "@register()\ndef scene",
        "def pair():\n    return place('chair', name='stool')\n@register()\ndef scene",
    )
    text = text.replace("def pair", "@register()\ndef pair").replace(
        "return place('chair', name='stool')",
        "return concat_shapes(place('chair', name='stool'), place('chair', at=(1, 0, 0)))",
    )
    first, second = evaluate_here(text).relations
    assert first.paths == second.paths
    assert len(first.paths["items"]) == 2
    assert first.paths["b"] == ("scene/desk",)


names = st.sampled_from(["chair", "desk_1", "a lamp"])


@given(st.lists(names, min_size=1, max_size=4), st.sampled_from(["x", "z", "wall"]), st.permutations([0, 1]))
@settings(max_examples=40, deadline=None)
def test_lists_and_keywords_and_loose_names_say_the_same(items: list[str], along: str, order: list[int]) -> None:
    keywords = [f"items={items!r}", f"along={along!r}"]
    forms = [
        f"in_row({items!r}, {along!r})",
        f"in_row({', '.join(keywords[k] for k in order)})",
        f"in_row({', '.join(map(repr, items))}, along={along!r})",
        f"in_row({', '.join(map(repr, items))}, {along!r})",
        f"{{'kind': 'in_row', 'items': {items!r}, 'along': {along!r}}}",
        f"('in_row', {items!r}, {along!r})",
        repr(f"in_row({items!r}, along={along!r})"),
    ]
    read = [plain(form).relations for form in forms]
    assert all(len(r) == 1 for r in read)
    assert all(r[0].arguments == {"items": items, "along": along} for r in read)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_documented_call_is_read_as_it_stands(data: st.DataObject) -> None:
    """Positions, keywords and any mixture of them mean the same, for every relation."""
    row = KINDS[data.draw(st.sampled_from([k for k in KINDS if KINDS[k].kind not in ("joined", "fixed")]))]
    values = {"a": "chair", "b": "desk", "items": ["chair", "desk"], "axis": "z", "along": "z", "lo": 0.25, "hi": 0.75, "height": 1.25,
              "wall": "left", "corner": "front_left", "frame": "view", "about": "scene", "front": 0.75}  # fmt: skip
    order = [p.name for p in row.parameters]
    at = data.draw(st.integers(0, len(order)))
    named = data.draw(st.permutations(order[at:]))
    call = ", ".join([*(repr(values[n]) for n in order[:at]), *(f"{n}={values[n]!r}" for n in named)])
    scene = plain(f"{row.kind}({call})")
    assert scene.relations[0].kind == row.kind
    told = {"items": ["chair", "desk"]} if "items" in order else {}
    assert dict(scene.relations[0].arguments) == {**{n: values[n] for n in order}, **told}


def test_walls_corners_and_axes_by_any_word() -> None:
    sides = {"left": "west", "right": "east", "back": "north", "front": "south"}
    for side, compass in sides.items():
        for text in (
            side,
            side.upper(),
            f"{side}_wall",
            f"wall_{side}",
            f"room/wall_{side}",
            f"the {side} wall",
            compass,
        ):
            assert wall_named(text) == side
    for across, aside in itertools.product(("back", "front"), ("left", "right")):
        for text in (
            f"{across}_{aside}",
            f"{aside}-{across}",
            f"{across} {aside} corner",
            sides[across] + sides[aside],
        ):
            assert corner_named(text) == f"{across}_{aside}", text
    assert wall_named("wardrobe") is None
    assert corner_named("left right") is None
    assert corner_named("desk") is None
    assert [axis_named(w) for w in ("x", "Y", "z-axis", 2, (0, 1, 0), "across", True)] == [
        "x",
        "y",
        "z",
        "z",
        "y",
        None,
        None,
    ]
    assert [row_along(w) for w in ("x", "y", "wall", "back", "right wall", None)] == ["x", None, "wall", "x", "z", None]


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_relation_or_none(text: str) -> None:
    read = read_relation_text(text)
    assert read is None or read.kind in KINDS


def test_names_in_text_follow_what_is_renamed() -> None:
    def follow(name: str) -> str | None:
        return {"chair": "seat", "lamp": None}.get(name, name)

    read = TextRelation("around", [["chair", "lamp", "bin"], "desk"])
    assert read.renamed(follow) == TextRelation("around", [["seat", "bin"], "desk"])
    assert TextRelation("near", ["lamp", "desk"]).renamed(follow) is None
    assert TextRelation("aligned", ["chair", "x", "x"]).renamed(lambda n: "y" if n == "x" else n) == TextRelation(
        "aligned", ["chair", "y", "x"]
    )
