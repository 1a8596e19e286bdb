"""A brief says what a text asks for; it can be edited as JSON, and what cannot be meant is refused where it stands."""

from __future__ import annotations

import pytest

from scenewright.app.agent.brief import Brief, BriefThing, asked_of_brief, brief_of_text, read_brief
from scenewright.app.requests import RequestError
from scenewright.assets import Catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


def test_a_text_becomes_things_relations_and_a_room(catalogue: Catalogue) -> None:
    brief = brief_of_text("a large study with two red chairs facing a tall oak bookshelf and no rug", catalogue)
    assert brief.room.kind == "study"
    assert brief.room.size == "large"
    things = {thing.id: thing for thing in brief.things}
    assert (things["chair"].count, things["chair"].attributes) == (2, "red")
    assert things["bookshelf"].phrase == "tall oak bookshelf"
    (relation,) = [r for r in brief.relations if r.kind == "facing"]
    assert (relation.subject, relation.anchors) == ("chair", ("bookshelf",))
    assert brief.absent == ("rug",)


def test_what_a_recipe_adds_is_not_asked_for(catalogue: Catalogue) -> None:
    assert brief_of_text("a kitchen", catalogue).things == ()


def test_a_plural_without_a_number_is_two_or_more(catalogue: Catalogue) -> None:
    (thing,) = brief_of_text("a hall with statues", catalogue).things
    assert (thing.count, thing.at_least) == (2, True)
    (thing,) = brief_of_text("a shop with at least ten vases", catalogue).things
    assert (thing.count, thing.at_least) == (10, True)


def test_things_of_one_noun_have_ids_of_their_own(catalogue: Catalogue) -> None:
    brief = brief_of_text("a red chair and a blue chair", catalogue)
    assert [thing.id for thing in brief.things] == ["red_chair", "blue_chair"]


def test_json_there_and_back(catalogue: Catalogue) -> None:
    brief = brief_of_text("a desk with a lamp on it, facing the window", catalogue)
    assert read_brief(brief.model_dump_json(exclude_defaults=True)) == brief


def test_what_the_catalogue_says_comes_with_it(catalogue: Catalogue) -> None:
    brief = Brief(things=(BriefThing(id="s", noun="sofa", attributes="red"),))
    (thing,) = asked_of_brief(brief, catalogue).things
    assert "sofa" in thing.titles
    assert thing.reading.colors == ("red",)
    assert thing.usual is not None
    assert thing.names == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "this is no brief"),
        ('{"things": [{"id": "a", "noun": "chair"}, {"id": "a", "noun": "table"}]}', "'a' stands twice"),
        ('{"things": [{"id": "a", "noun": ""}]}', "things.0.noun"),
        (
            '{"things": [{"id": "a", "noun": "x"}], "relations": [{"subject": "b", "kind": "on", "anchors": ["a"]}]}',
            "names 'b'",
        ),
        (
            '{"things": [{"id": "a", "noun": "x"}], "relations": [{"subject": "a", "kind": "on"}]}',
            "neither anchors nor a place",
        ),
        ('{"things": [{"id": "a", "noun": "x", "count": 0}]}', "things.0.count"),
        ('{"colour": "red"}', "colour"),
    ],
)
def test_what_is_no_brief_is_refused(text: str, told: str) -> None:
    with pytest.raises(RequestError, match=told):
        read_brief(text)
