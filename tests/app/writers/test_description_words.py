"""Words that are easily taken for others: abbreviations, lettering, measures, nouns that look like verbs."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.describing import describe
from scenewright.app.writers.embedded.description import Nouns
from scenewright.app.writers.embedded.plain_text import normalize


def counts(text: str, nouns: Nouns) -> dict[str, int]:
    out: dict[str, int] = {}
    for request in describe(text, nouns).requests:
        out[request.words] = out.get(request.words, 0) + request.count
    return out


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a garage w/ a car w/o wheels", "a garage with a car without wheels"),
        ("There's a bed; it's blue", "There is a bed; it is blue"),
        ("half a dozen cups, half-dozen plates", "six cups, six plates"),
        ('a sign that reads "OPEN 24 HOURS" hangs', "a sign that reads hangs"),
        ("a 'GAME ON' sign", "a sign"),
        ("a 'modern' sofa and the girls' room", "a modern sofa and the girls' room"),
    ],
)
def test_text_is_written_out(text: str, plain: str) -> None:
    assert normalize(text) == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nouns that the tagger takes for adjectives or verbs
        ("A room with a velvet ottoman and a chair.", {"ottoman": 1, "chair": 1}),
        ("A toilet and a bidet are against the left wall.", {"toilet": 1, "bidet": 1}),
        ("Twin sinks rest on a vanity.", {"sink": 2, "vanity": 1}),
        ("A crib and a mobile hanging above it.", {"crib": 1, "mobile": 1}),
        ("A macrame wall hanging adorns the headboard of a bed.", {"wall hanging": 1, "bed": 1}),
        # verbs that it takes for nouns
        ("Two armchairs in burgundy velvet face the piano.", {"armchair": 2, "piano": 1}),
        ("A hammock strung between two trees.", {"hammock": 1, "tree": 2}),
        ("Two desks, but only one has a mug.", {"desk": 2, "mug": 1}),
        ("Soft daylight streams through the window onto a desk.", {"desk": 1}),
        # numbers
        ("A dozen swivel chairs around a table.", {"swivel chair": 12, "table": 1}),
        ("Half a dozen floor cushions on a carpet.", {"floor cushion": 6, "carpet": 1}),
        ("A nest of three tables.", {"table": 3}),
        ("A pair of tweezers and a pair of gloves on a tray.", {"tweezers": 1, "gloves": 1, "tray": 1}),
        ("A mirror surrounded by light bulbs.", {"mirror": 1, "light bulb": 3}),
        ("A bean bag in each of the two back corners.", {"bean bag": 2}),
    ],
)
def test_words_are_what_the_catalogue_knows_them_as(text: str, expected: dict[str, int], nouns: Nouns) -> None:
    assert counts(text, nouns) == expected


def test_neither_of_two_is_there(nouns: Nouns) -> None:
    description = describe("A room with a bed. There's neither a desk nor a wardrobe.", nouns)
    assert [r.words for r in description.requests] == ["bed"]
    assert description.absent == ["desk", "wardrobe"]


def test_rows_of_a_number_are_at_least_two(nouns: Nouns) -> None:
    (request,) = describe("Rows of three chairs along the wall.", nouns).requests
    assert (request.count, request.at_least) == (6, True)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [("a two-drawer filing cabinet", "filing cabinet"), ("a six-burner stove", "stove"), ("a 4-burner stove", "stove"),
     ("a glass-topped dining table", "dining table")],
)  # fmt: skip
def test_hyphenated_measures_and_surfaces_are_no_nouns(phrase: str, words: str, nouns: Nouns) -> None:
    (request,) = describe(f"A room with {phrase}.", nouns).requests
    assert (request.words, request.count) == (words, 1)
