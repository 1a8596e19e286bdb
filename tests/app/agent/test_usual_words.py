"""Orders in usual words other than those of the grammar are read as the plain order that they are."""

import pytest

from scenewright.app.agent.embedded.usual_words import in_usual_words


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("get a hammock instead of the armchair", "replace the armchair with a hammock"),
        ("a bench instead of the stool would be much better", "replace the stool with a bench"),
        ("i would rather have a fern where the lamp stands", "replace the lamp with a fern"),
        ("lay dark walnut boards on the floor", "make the floor dark walnut"),
        ("twice that size", "make it twice as big"),
        ("let the sun go down", "make it sunset"),
        ("it is getting dark outside", "make it evening"),
        ("stretch the shelf to a length of 2 m", "make the shelf 2 m long"),
        ("spread the cups out", "move the cups apart"),
        ("huddle the cups together in the middle of the table", "move the cups in the middle of the table"),
        ("turn the bench round so it faces the other way", "turn the bench around"),
        ("keep the vase where it was before", "put the vase back where it was"),
        ("give the whole hall the mood of a summer party", "make it colourful"),
        ("both chests in oak instead of steel", "both chests in oak"),
        ("what is that round thing on the desk?", "what is on the desk?"),
        ("take the mirror down, it makes me nervous", "remove the mirror"),
    ],
)
def test_usual_words_become_a_plain_order(said: str, order: str) -> None:
    assert in_usual_words(said) == order


@pytest.mark.parametrize(
    "said",
    [
        "put the cup on the desk instead of the shelf",
        "lay the blanket on the floor",
        "take the mirror down from the shelf",
        "give the sofa a new look",
        "do the chairs match?",
        "make the table 2 m long",
    ],
)
def test_other_orders_stay_as_they_are_said(said: str) -> None:
    assert in_usual_words(said) == said
