"""Questions about views: only about what one makes out, by names that fit one thing, with balanced answers."""

from __future__ import annotations

from collections import Counter
from random import Random

import numpy as np
import pytest

from scenewright.app.dataset.shard_report import told_answer
from scenewright.app.dataset_rooms.room_things import RoomThing
from scenewright.app.dataset_rooms.view_facts import ViewedThing, ViewFacts, names_clash
from scenewright.app.dataset_rooms.view_labels import ThingLabel
from scenewright.app.dataset_rooms.view_questions import view_questions

WIDTH = 100


def seen(
    number: int, name: str, x: int, *, clear: bool = True, depth: float = 2.0, height: float = 1.0, color: str = "",
    material: str = "",
) -> ViewedThing:  # fmt: skip
    """A thing whose box in the picture is ten pixels wide from `x` on, and which stands at the same place of the room."""
    thing = RoomThing(number, number, name, number, name, "", name, (x / 10.0, 0.0, -depth, 0.0), (0.5, height, 0.5))
    mask = np.zeros((1, WIDTH), dtype=bool)
    label = ThingLabel(thing, mask, mask, 100, 100, 100, (x, 0, 10, 10), (x, 0, 10, 10))
    return ViewedThing(label, clear, clear, color, material, depth)


def asked(
    *things: ViewedThing, absent: tuple[str, ...] = (), seed: int = 0, resting: frozenset[tuple[int, int]] = frozenset()
) -> list[tuple[str, str, str]]:
    facts = ViewFacts(things, absent, resting)
    return [(q.kind, q.question, q.answer) for q in view_questions(facts, WIDTH, 100, Random(seed))]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("chair", "armchair"),
        ("floor lamp", "table lamp"),
        ("sofa", "loveseat"),
        ("office chair", "dining chair"),
        ("dresser", "wardrobe"),
        ("book stack", "bookshelf"),
    ],
)
def test_names_that_people_take_for_each_other_clash(a: str, b: str) -> None:
    assert names_clash(a, b)
    assert names_clash(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("bed", "sofa"),
        ("desk", "office chair"),
        ("toilet", "washbasin"),
        ("rug", "painting"),
        ("wall clock", "wall shelf"),
        ("table lamp", "coffee table"),
    ],
)
def test_names_of_different_things_do_not_clash(a: str, b: str) -> None:
    assert not names_clash(a, b)


def test_two_of_a_name_are_counted_and_not_told_apart() -> None:
    questions = asked(seen(1, "nightstand", 0), seen(2, "nightstand", 40), seen(3, "bed", 80))
    assert ("count", "How many nightstands can be seen?", "2") in questions
    assert not [q for kind, q, _ in questions if kind != "count" and "nightstand" in q]


def test_what_one_hardly_sees_is_not_asked_about() -> None:
    questions = asked(seen(1, "bed", 0), seen(2, "globe", 40, clear=False), seen(3, "wardrobe", 80))
    assert not [q for _, q, _ in questions if "globe" in q]


def test_a_chair_and_an_armchair_are_not_counted() -> None:
    questions = asked(seen(1, "chair", 0), seen(2, "armchair", 40), seen(3, "bed", 80))
    assert not [q for kind, q, _ in questions if "chair" in q]


def test_what_is_of_several_materials_is_not_asked_for_one() -> None:
    questions = asked(
        seen(1, "desk", 0, material="wood"),
        seen(2, "flowers", 40, material="glass"),
        seen(3, "wall clock", 80, material="metal"),
    )
    assert {q for kind, q, _ in questions if kind == "material" and "desk" in q}
    assert not {q for kind, q, _ in questions if kind == "material" and "desk" not in q}


def test_left_is_left_in_the_picture() -> None:
    for seed in range(20):
        for _, question, answer in [
            q for q in asked(seen(1, "bed", 0), seen(2, "globe", 60), seed=seed) if q[0] == "side"
        ]:
            assert answer == ("left" if question.startswith("Is the bed") else "right")


def test_the_nearer_and_the_taller_thing_are_named() -> None:
    questions = asked(seen(1, "bed", 0, depth=1.0, height=0.6), seen(2, "wardrobe", 60, depth=3.0, height=2.0))
    assert {answer for kind, _, answer in questions if kind == "nearer"} == {"bed"}
    assert {answer for kind, _, answer in questions if kind == "taller"} == {"wardrobe"}
    close = asked(seen(1, "bed", 0, depth=2.0, height=0.6), seen(2, "wardrobe", 60, depth=2.1, height=0.7))
    assert not {kind for kind, _, _ in close} & {"nearer", "taller"}


def test_what_is_not_there_may_look_like_nothing_that_is() -> None:
    questions = [
        q
        for seed in range(30)
        for q in asked(seen(1, "bed", 0), seen(2, "chair", 50), absent=("armchair", "piano"), seed=seed)
    ]
    assert [q for _, q, _ in questions if "piano" in q]
    assert not [q for _, q, _ in questions if "armchair" in q]


def test_answers_are_balanced() -> None:
    things = (seen(1, "bed", 0, depth=1.0), seen(2, "globe", 40, depth=2.0), seen(3, "wardrobe", 80, depth=3.5))
    counts: dict[str, Counter[str]] = {}
    for seed in range(300):
        for kind, question, answer in asked(*things, absent=("piano", "toilet"), seed=seed):
            told = told_answer({"kind": kind, "question": question, "answer": answer})
            counts.setdefault(kind, Counter())[told] += 1
    for kind, answers in (("existence", ("yes", "no")), ("side", ("left", "right")), ("nearer", ("first", "second"))):
        share = counts[kind][answers[0]] / counts[kind].total()
        assert share == pytest.approx(0.5, abs=0.06), kind
        assert set(counts[kind]) == set(answers)


def test_the_nearest_of_three_is_clearly_nearest() -> None:
    things = (seen(1, "bed", 0), seen(2, "globe", 12), seen(3, "wardrobe", 60), seen(4, "piano", 85))
    told = Counter()
    for seed in range(60):
        for kind, question, answer in asked(*things, seed=seed):
            if kind == "nearest" and "nearest to the bed" in question:
                assert answer == "globe"
                told[told_answer({"kind": kind, "question": question, "answer": answer})] += 1
    assert set(told) == {"first", "second", "third"}


def test_a_question_about_resting_asks_for_both_answers() -> None:
    things = (seen(1, "globe", 0), seen(2, "desk", 0), seen(3, "bed", 60), seen(4, "pillow", 70))
    resting = frozenset({(1, 2), (4, 3)})
    found = {(q, a) for seed in range(40) for kind, q, a in asked(*things, resting=resting, seed=seed) if kind == "on"}
    assert ("Is the globe on the desk?", "yes") in found
    assert ("Is the globe on the bed?", "no") in found
    assert not {a for q, a in found if q == "Is the globe on the desk?"} - {"yes"}
