"""The certificate of a text's clauses tells what the scene shows: scenes that show it, and the same scenes with something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from scenewright.app.writers.embedded.composer import compose
from tests.support.composed_rooms import catalogue
from tests.support.judged_clauses import clause, judged, judged_program, moved, stood_in_for, swapped, turned, without

STUDY = "A study with a red desk, a brass lamp on the desk, two stools beside the desk and a tall bookcase against the back wall."


def test_a_scene_that_shows_its_text_is_said_to() -> None:
    certificate = judged(STUDY)
    assert [c.says for c in certificate.missing] == []
    assert clause(certificate, "two stools").shown
    assert clause(certificate, "the desk is red").shown
    assert clause(certificate, "the lamp is on the desk").shown
    assert clause(certificate, "the bookcase is against the back wall").shown
    assert clause(certificate, "the bookcase is tall").shown


def test_a_lamp_beside_the_desk_is_not_on_it() -> None:
    certificate = judged(STUDY, moved("lamp", 1.4, 0.0, 1.2))
    told = clause(certificate, "the lamp is on the desk")
    assert told.shown is False
    assert "stands on the floor" in told.why
    assert "m from the" in told.why
    assert clause(certificate, "a lamp").shown  # it is there all the same


def test_colors_are_seen_and_not_read_in_the_program() -> None:
    """The program still calls the desk red, by its name and its identity."""
    certificate = judged(STUDY, swapped("desk", "blue desk"))
    told = clause(certificate, "the desk is red")
    assert told.shown is False
    assert "blue" in told.why
    assert any(u["word"] == "red desk" and "blue" in u["reason"] for u in certificate.unserved())


def test_things_are_counted_in_the_scene() -> None:
    certificate = judged(STUDY, without("stool", which=1))
    assert clause(certificate, "two stools").shown is False
    assert clause(certificate, "two stools").why == "there is one"


def test_another_thing_of_the_same_name_is_told_of() -> None:
    certificate = judged(STUDY, swapped("bookcase", "sofa"))
    told = clause(certificate, "a bookcase")
    assert told.shown is False
    assert told.instead == "a sofa"
    assert {"word": "bookcase", "reason": "a sofa stands in for it", "instead": "a sofa"} in certificate.unserved()


@pytest.mark.parametrize(
    ("text", "says", "change"),
    [
        ("A room with a sofa and a rug under the sofa.", "the rug is under the sofa", moved("rug", -1.2, 0.0, 1.9)),
        ("A hall with a bench in the corner.", "the bench is in a corner", moved("bench", 0.0, 0.0, 0.0)),
        ("A lounge with a sofa and a floor lamp next to it.", "the floor lamp is next to the sofa", moved("floor_lamp", 0.0, 0.0, 1.9)),
        ("A room with a bed and a picture above the bed.", "the picture is above the bed", moved("picture", 1.5, 1.4, 1.4)),
        ("A room with a basket and a ball in the basket.", "the ball is in the basket", moved("ball", 1.0, 0.0, 1.0)),
        (
            "A dining room with a round table and four chairs around the table.",
            "the chairs are around the table",
            lambda p: moved("chair", 0.0, 0.0, 1.9)(moved("chair", 0.6, 0.0, 1.9, which=1)(p)),
        ),
        ("A lounge with an armchair facing a television.", "the armchair is facing the television", turned("armchair", 77.0)),
        ("A room with a clock on the wall and a desk.", "the clock is on a wall", moved("clock", 0.0, 0.0, 0.9)),
        ("A room with a bed between two wardrobes.", "the bed is between the wardrobes", moved("bed", 0.0, 0.0, 1.6)),
    ],
)  # fmt: skip
def test_relations_hold_until_something_is_moved(text: str, says: str, change: Callable[[str], str]) -> None:
    assert clause(judged(text), says).shown, judged(text).clauses
    told = clause(judged(text, change), says)
    assert told.shown is False
    assert told.why


def test_what_must_not_be_there_is_looked_for() -> None:
    text = "A bedroom with a bed, a nightstand and no rug."
    assert clause(judged(text), "no rugs").shown
    told = clause(judged(text, swapped("nightstand", "rug")), "no rugs")
    assert told.shown is False
    assert "a rug" in told.why


def test_the_size_of_the_room_is_measured() -> None:
    text = "A 5 m by 4 m room with a desk."
    assert clause(judged(text), "the room is 5 m by 4 m").shown
    told = clause(
        judged(text, lambda p: p.replace("WIDTH, DEPTH, HEIGHT = 5", "WIDTH, DEPTH, HEIGHT = 7")),
        "the room is 5 m by 4 m",
    )
    assert told.shown is False
    assert "7 m by 4 m" in told.why


def test_words_without_an_effect_are_named() -> None:
    certificate = judged("A rented study with a desk for an absent uncle and a lamp. The lamp hums at the desk.")
    words = " / ".join(c.says for c in certificate.not_understood)
    assert "rented" in words
    assert "uncle" in words
    assert all(c.shown is None for c in certificate.not_understood)
    assert not any(c.says == "desk" for c in certificate.not_understood)


def test_a_substitute_is_named_with_what_stands_in() -> None:
    noun = stood_in_for()
    certificate = judged(f"A hall with a {noun}.")
    (told,) = [c for c in certificate.clauses if c.about == "thing"]
    assert told.shown is False
    assert told.instead
    assert [u["instead"] for u in certificate.unserved() if u["word"] == noun] == [told.instead]


def test_shapes_are_told_by_outlines() -> None:
    text = "A room with a round table."
    assert clause(judged(text), "the table is round").shown
    told = clause(judged(text, swapped("table", "rectangular table")), "the table is round")
    assert told.shown is False
    assert "rectangular" in told.why


def test_a_relation_that_nothing_measures_is_not_judged() -> None:
    made = compose("A room with a desk and a lamp on the desk.", catalogue(), dress="only")
    asked = made.asked
    strange = type(asked.relations[0])("orbiting", asked.relations[0].subject, asked.relations[0].anchors)
    certificate = judged_program(replace(asked, relations=(strange,)), made.program)
    (told,) = [c for c in certificate.clauses if c.about == "relation"]
    assert told.shown is None
    assert "orbiting" in told.why


def test_what_is_not_shown_for_certain_is_in_unserved() -> None:
    certificate = judged(
        f"A rustic lounge with a {stood_in_for()}, a sofa and a lamp on the sofa.", moved("lamp", 1.0, 0.0, 1.5)
    )
    named = {u["word"] for u in certificate.unserved()}
    told = [c for c in certificate.clauses if c.about != "room" or c.shown is False]
    assert {c.word or c.says for c in told if not c.shown} == named
    assert all(u["reason"] for u in certificate.unserved())


def test_lines_for_people_say_what_is_shown_and_what_is_not() -> None:
    lines = judged(STUDY, moved("lamp", 1.4, 0.0, 1.2)).lines()
    assert any(line.startswith("shows: a red desk, ") for line in lines)
    assert any(line.startswith("not shown: the lamp is on the desk: it stands on the floor") for line in lines)
    assert len(lines) <= 5


def test_each_of_several_things_has_its_share() -> None:
    text = "A hall with three nightstands and a lamp on each nightstand."
    assert clause(judged(text), "the lamps are on each of the nightstands").shown
    text = "A hall with two tables and three chairs at each table."
    says = "the chairs are at each of the tables"
    assert clause(judged(text), says).shown
    told = clause(judged(text, moved("table", 0.0, 0.0, 30.0, which=1)), says)
    assert told.shown is False
    assert told.why


def test_parts_of_an_object_are_not_what_it_was_asked_as() -> None:
    """The words that ask the catalogue name a shade, and no part of the lamp is green."""
    made = judged(
        "A study with a desk and a lamp with a green shade on the desk.",
        swapped("lamp", "black desk lamp with a green shade"),
    )
    told = [c for c in made.clauses if "green shade" in c.says]
    assert [c.shown for c in told] == [False]


def test_a_desk_faces_where_one_looks_who_sits_at_it() -> None:
    text = "A study with a desk facing a whiteboard and a chair at the desk."
    says = "the desk is facing the whiteboard"
    board, desk, ahead, back = (
        moved("whiteboard", 0, 1, -1.9),
        moved("desk", 0, 0, 0),
        moved("chair", 0, 0, 0.7),
        moved("chair", 0, 0, -0.7),
    )
    looks = judged(text, board, desk, turned("desk", 0), ahead, turned("chair", 180))
    assert clause(looks, says).shown
    away = judged(text, board, desk, turned("desk", 180), back, turned("chair", 0))
    assert clause(away, says).shown is False
    assert "sits at it" in clause(away, says).why
