"""The checker finds what is wrong with a scene by its brief, whoever wrote the program, and nothing where all is right."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest

from scenewright.app.agent.brief import Brief, BriefRelation, BriefThing, asked_of_brief, brief_of_text
from scenewright.app.agent.checker import CheckedScene, FindingKind, Severity, check_program
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate_here
from tests.benchmarks.bench_checker import checked, is_found
from tests.benchmarks.planted_faults import FAULTS, PlantedRoom, clean_room, with_fault

HEAD = """from scene.language import *
def block(w, h, d, color=(0.6, 0.6, 0.6)):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}, color=color), translation_matrix((0, h / 2, 0)))
"""
CAMERA = "camera((0.5, 2.0, 2.8), (0, 0.5, -0.5), fov=70)\n"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


@pytest.fixture(scope="module")
def room(catalogue: Catalogue) -> PlantedRoom:
    return _clean_room(77, catalogue)


@functools.cache
def _clean_room(seed: int, catalogue: Catalogue) -> PlantedRoom:
    """The room of a seed, which many faults are planted in."""
    return clean_room(seed, catalogue)


@pytest.fixture
def check(catalogue: Catalogue) -> Callable[[str, str | Brief], CheckedScene]:
    def checked_of(asked: str | Brief, body: str) -> CheckedScene:
        brief = brief_of_text(asked, catalogue) if isinstance(asked, str) else asked
        source = f"{HEAD}{body}\n{CAMERA}"
        scene = evaluate_here(source, assets=catalogue)
        return check_program(source, scene, asked_of_brief(brief, catalogue), catalogue)

    return checked_of


def hall(*lines: str) -> str:
    placed = "".join(f"        place({line}),\n" for line in lines)
    return f"@register('a hall')\ndef hall():\n    return concat_shapes(\n        room(6, 5, 2.6),\n{placed}    )\n"


def kinds(seen: CheckedScene) -> set[FindingKind]:
    return {finding.kind for finding in seen.report.wrong}


class TestPlantedFaults:
    def test_a_right_room_has_no_fault(self, room: PlantedRoom, catalogue: Catalogue) -> None:
        seen = checked(room, catalogue)
        assert [f.says for f in seen.report.wrong] == []
        assert seen.report.shown == seen.report.judged > 10

    @pytest.mark.parametrize("kind", sorted(FAULTS))
    def test_each_kind_of_fault_is_found(self, kind: str, catalogue: Catalogue) -> None:
        rooms = (with_fault(_clean_room(seed, catalogue), kind, seed, catalogue) for seed in range(77, 90))
        wrong = next(each for each in rooms if each is not None)
        assert is_found(wrong, checked(wrong, catalogue))


class TestBinding:
    def test_what_a_program_builds_itself_is_found_by_its_words(self, check: Callable[..., CheckedScene]) -> None:
        built = "@register('round wooden hen house on stilts')\ndef coop():\n    return block(1, 1.2, 1)\n"
        seen = check("a hen house", built + hall("'coop', at=(0, 0, 0), name='hens'"))
        assert FindingKind.MISSING not in kinds(seen)

    def test_synonyms_of_the_catalogue_are_the_thing(self, check: Callable[..., CheckedScene]) -> None:
        seen = check("a refrigerator", hall("asset_call('fridge'), at=(0, 0, -2), name='cooler'"))
        assert seen.report.shown == 1

    def test_a_row_that_is_called_by_its_members_is_counted(self, check: Callable[..., CheckedScene]) -> None:
        row = (
            "@register('a row of stools')\ndef stools():\n"
            "    return concat_shapes(*[place(asset_call('stool'), at=(i - 1, 0, 0), name=f'stool_{i}') for i in range(3)])\n"
        )
        assert kinds(check("three stools", row + hall("'stools', at=(0, 0, 0), name='stools'"))) == set()
        assert FindingKind.COUNT in kinds(check("four stools", row + hall("'stools', at=(0, 0, 0), name='stools'")))

    def test_things_of_one_noun_are_told_apart_by_color(self, check: Callable[..., CheckedScene]) -> None:
        two = ("asset_call('red chair'), at=(-1, 0, 0), name='a'", "asset_call('blue chair'), at=(1, 0, 0), name='b'")
        assert kinds(check("a red chair and a blue chair", hall(*two))) == set()
        seen = check("a red chair and a green chair", hall(*two))
        assert "green" in " ".join(f.says for f in seen.report.wrong if f.kind is FindingKind.LOOK)

    def test_an_armchair_does_not_pass_for_a_second_chair(self, check: Callable[..., CheckedScene]) -> None:
        both = ("asset_call('chair'), at=(-1, 0, 0), name='a'", "asset_call('armchair'), at=(1, 0, 0), name='b'")
        assert kinds(check("a chair and an armchair", hall(*both))) == set()

    def test_the_whole_scene_may_be_the_thing(self, check: Callable[..., CheckedScene]) -> None:
        tower = (
            "@register('one brick')\ndef brick():\n    return block(1, 0.3, 0.5)\n"
            "@register('a brick tower')\ndef tower():\n"
            "    return concat_shapes(*[place('brick', at=(0, 0.3 * i, 0), name=f'brick_{i}') for i in range(6)])\n"
        )
        assert FindingKind.MISSING not in kinds(check("a tower", tower))


class TestFindings:
    def test_a_lamp_that_the_layout_must_lower_is_only_noted(self, check: Callable[..., CheckedScene]) -> None:
        seen = check("a desk", hall("asset_call('desk'), at=(0, 0.02, -2), name='desk'"))
        assert seen.report.passed
        assert any(f.kind is FindingKind.MOVED and f.severity is Severity.NOTE for f in seen.report.findings)

    def test_a_chair_with_its_back_to_the_desk_is_found(self, check: Callable[..., CheckedScene]) -> None:
        lines = (
            "asset_call('desk'), at=(0, 0, -2.1), name='desk'",
            "asset_call('chair'), at=(0, 0, -1.2), name='chair'",
        )
        seen = check("a desk and a chair", hall(*lines))
        assert "chair stands at desk with its back to it" in [f.says for f in seen.report.wrong]

    def test_a_wardrobe_that_faces_the_wall_is_found(self, check: Callable[..., CheckedScene]) -> None:
        seen = check("a wardrobe", hall("asset_call('wardrobe'), at=(0, 0, -2.19), turn=180, name='wardrobe'"))
        assert FindingKind.FACING in kinds(seen)

    def test_left_of_a_vase_is_left_in_the_picture(self, check: Callable[..., CheckedScene]) -> None:
        brief = Brief(
            things=(BriefThing(id="vase", noun="vase"), BriefThing(id="bowl", noun="bowl")),
            relations=(BriefRelation(subject="bowl", kind="left_of", anchors=("vase",)),),
        )
        table = "asset_call('dining table'), at=(0, 0, 0), name='table'"
        left, right = "at=(-0.4, 0.75, 0)", "at=(0.4, 0.75, 0)"
        bowl, vase = "asset_call('bowl'), {}, name='bowl'", "asset_call('vase'), {}, name='vase'"
        assert FindingKind.RELATION not in kinds(check(brief, hall(table, bowl.format(left), vase.format(right))))
        assert FindingKind.RELATION in kinds(check(brief, hall(table, bowl.format(right), vase.format(left))))

    def test_a_wall_before_the_lens_is_found(self, check: Callable[..., CheckedScene]) -> None:
        lines = (
            "asset_call('stool'), at=(0, 0, 0), name='stool'",
            "block(4, 2.5, 0.1), at=(0.5, 0, 2.35), name='panel'",
        )
        assert FindingKind.LENS in kinds(check("a stool", hall(*lines)))

    def test_what_must_not_be_there_is_found(self, check: Callable[..., CheckedScene]) -> None:
        seen = check("a room with a table and no chairs", hall("asset_call('chair'), at=(0, 0, 0), name='chair'"))
        assert FindingKind.PRESENT in kinds(seen)
        assert seen.report.rank > (0, 0, 0)

    def test_a_report_is_plain_data(self, check: Callable[..., CheckedScene]) -> None:
        told = check("a sofa", hall("asset_call('chair'), at=(0, 0, 0), name='chair'")).report.to_json()
        assert told["passed"] is False
        assert {"kind", "severity", "says", "paths"} <= set(told["findings"][0])  # type: ignore[index]


ORBIT = """@register('a moon')
def moon():
    return block(0.3, 0.3, 0.3)

@register('a hall')
def orbit_hall(at=0.0):
    return concat_shapes(
        room(8, 8, 3),
        place(block(0.6, 1, 0.6), at=(0, 0, 0), name='post'), place('moon', at=({x}, {y}, 1), name='moon'))

@register_animation('it goes round')
def going():
    for k in range(12):
        yield library_call('orbit_hall', at=k / 11)
"""


FARM = """
@register('a meadow')
def meadow():
    return transform_shape(block(12, 0.1, 6), translation_matrix((0, -0.1, 0)))

@register('a cart')
def cart():
    return block(1, 0.5, 0.6)

@register('a wall')
def wall():
    return transform_shape(block(0.3, 1, 3), translation_matrix((2, 0, 0)))

@register('a farm')
def farm(at=0.0):
    moved = transform_shape(library_call('cart'), translation_matrix({path}))
    return concat_shapes(library_call('meadow'), moved, library_call('wall'))

@register_animation('the cart moves')
def going():
    for k in range(8):
        yield farm(at=k / 7)
"""
MILL = """
@register('a sail')
def sail():
    return transform_shape(block(0.3, 1.6, 0.05), translation_matrix((0, 0.2, 0.75)))

@register('a tower')
def tower():
    return block(1.4, 4, 1.4)

@register('a mill')
def mill(at=0.0):
    sails = [
        transform_shape(library_call('sail'), translation_matrix((0, 3, 0)) @ rotation_matrix(at + k * math.pi / 2, (0, 0, 1), (0, 0, 0)))
        for k in range(4)
    ]
    return concat_shapes(library_call('tower'), *sails)

@register_animation('the sails turn')
def turning():
    for k in range(6):
        yield mill(at=k / 4)
"""


class TestMotion:
    @staticmethod
    def findings(catalogue: Catalogue, body: str, *, moves: bool = False) -> list[str]:
        source = HEAD + body + "camera((3, 3, 5), (0, 0, 0))\n"
        scene, asked = evaluate_here(source, assets=catalogue), asked_of_brief(Brief(), catalogue)
        seen = check_program(source, scene, asked, catalogue, moves=moves)
        return [f.says for f in seen.report.wrong if f.kind is FindingKind.MOTION]

    def test_what_moves_freely_is_right(self, catalogue: Catalogue) -> None:
        assert self.findings(catalogue, ORBIT.format(x="2 - 4 * at", y="0"), moves=True) == []

    def test_what_collides_on_its_way_is_found(self, catalogue: Catalogue) -> None:
        path = ORBIT.format(x="2 - 4 * at", y="0").replace(", 1), name='moon'", ", 0.35), name='moon'")
        (told,) = self.findings(catalogue, path)
        assert told.startswith("in frame ")
        assert "intersect" in told

    def test_what_floats_on_its_way_is_found(self, catalogue: Catalogue) -> None:
        assert any("floats" in told for told in self.findings(catalogue, ORBIT.format(x="2", y="at")))

    @pytest.mark.parametrize(
        ("path", "told"), [("(3 * at, 0, 0)", "intersect"), ("(0, at, 0)", "floats"), ("(0, 0, at)", "")]
    )
    def test_what_moves_outdoors_is_no_part_of_its_ground(self, path: str, told: str, catalogue: Catalogue) -> None:
        found = self.findings(catalogue, FARM.format(path=path), moves=True)
        assert len(found) == bool(told) or told == "floats"
        assert all(told in says for says in found)

    def test_sails_are_a_part_of_their_windmill(self, catalogue: Catalogue) -> None:
        assert self.findings(catalogue, MILL, moves=True) == []

    def test_an_animation_without_motion_is_found(self, catalogue: Catalogue) -> None:
        assert "nothing moves" in self.findings(catalogue, ORBIT.format(x="2", y="0"))[0]

    def test_a_still_scene_that_should_move_is_found(self, catalogue: Catalogue) -> None:
        still = ORBIT.format(x="2", y="0").split("@register_animation")[0]
        assert "nothing moves" in self.findings(catalogue, still, moves=True)[0]
        assert self.findings(catalogue, still) == []
