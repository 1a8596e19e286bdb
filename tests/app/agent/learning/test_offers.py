"""A scene offers what is worth keeping, and says why it does not offer the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scenewright.app.agent.learning import Offers, offers_of
from tests.support.learning_scenes import GARDEN, HEAD, open_scene


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Offers:
    return offers_of(open_scene(tmp_path_factory.mktemp("offers") / "garden"))


def reasons(offers: Offers) -> dict[str, str]:
    return {passed.name: passed.reason for passed in offers.passed_over}


def test_it_offers_things_with_their_words_and_sizes(garden: Offers) -> None:
    found = {offer.name: offer for offer in garden.offers}
    assert set(found) == {"garden_bench", "bird_house", "box_stack"}
    bench = found["garden_bench"]
    assert (bench.thing.word, bench.instances, bench.primitives) == ("garden bench", 3, 7)
    assert bench.thing.size == pytest.approx((1.5, 0.455, 0.46), abs=1e-3)
    assert bench.thing.phrase == "a garden bench of three planks"
    assert "3 times" in bench.why
    assert bench.like is None
    assert found["box_stack"].tried.cut.filled == {"count": "5"}


def test_it_says_why_the_rest_is_not_offered(garden: Offers) -> None:
    told = reasons(garden)
    assert "the whole scene" in told["garden"]
    assert "a piece of the place" in told["lawn"]
    assert "a part of the bird house" in told["perch"]
    assert "1 primitive" in told["milestone"]
    assert "none of it" in told["swing"]


def test_what_is_in_a_violation_is_not_offered(tmp_path: Path) -> None:
    floating = GARDEN.replace("place('box_stack', at=(-2, 0, 3)", "place('box_stack', at=(-2, 1, 3)")
    into = floating.replace("at=(-3 + 3 * i, 0, -2)", "at=(-3 + 1.1 * i, 0, -2)")
    told = reasons(offers_of(open_scene(tmp_path / "garden", into)))
    assert "not all is well" in told["box_stack"]
    assert "intersect" in told["garden_bench"]


def test_a_function_without_words_is_not_offered(tmp_path: Path) -> None:
    told = reasons(
        offers_of(
            open_scene(tmp_path / "g", GARDEN.replace("@register('a garden bench of three planks')", "@register()"))
        )
    )
    assert "no docstring" in told["garden_bench"]


def test_a_group_of_things_is_no_thing(tmp_path: Path) -> None:
    text = GARDEN.replace(
        "@register('a garden')",
        "@register('the corner')\ndef corner():\n    return concat_shapes(place('garden_bench', at=(-3, 0, -4)), place('bird_house', at=(0, 0, -4)))\n\n@register('a garden')",
    )
    text = text.replace("library_call('lawn'), benches,", "library_call('lawn'), benches, library_call('corner'),")
    told = reasons(offers_of(open_scene(tmp_path / "g", text)))
    assert "an arrangement of several things" in told["corner"]


def test_a_thing_on_its_own_ground_is_not_offered(tmp_path: Path) -> None:
    text = GARDEN.replace(
        "concat_shapes(bar((0, 0, 0), (0, 1.4, 0))",
        "concat_shapes(box(3.4, 0.02, 3.4, 0, 0.01, 0), bar((0, 0, 0), (0, 1.4, 0))",
    )
    told = reasons(offers_of(open_scene(tmp_path / "g", text)))
    assert "ground under it" in told["bird_house"]


def test_what_hangs_in_the_scene_rests_there(tmp_path: Path) -> None:
    text = (
        HEAD + "@register('a sunburst of wooden rays')\ndef sunburst_rays():\n"
        "    return concat_shapes(*[bar((0, 0, 0), (0.4 * math.cos(a), 0.4 * math.sin(a), 0)) for a in range(7)])\n"
        "@register('a hall')\ndef hall():\n"
        "    return concat_shapes(room(4, 4), place('sunburst_rays', at=(0, 1.3, -1.97)))\n"
    )
    (offer,) = offers_of(open_scene(tmp_path / "hall", text)).offers
    assert offer.thing.support == "wall"


def test_looking_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path / "home"))
    session = open_scene(tmp_path / "garden")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "garden").rglob("*")}
    offers_of(session)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "garden").rglob("*")} == before
    assert not os.path.lexists(tmp_path / "home" / "learned")
    assert not os.path.lexists(tmp_path / "home" / "packs.toml")
