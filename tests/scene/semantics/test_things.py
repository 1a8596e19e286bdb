"""The lexicon of things: that its tables are sound, and how names are looked up."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from scenewright.scene.semantics.words import Lexicon, default_lexicon
from scenewright.scene.semantics.words.things import Thing, read_things

TABLES = sorted(
    f.name for f in files("scene.semantics.words").joinpath("thing_tables").iterdir() if f.name.endswith(".toml")
)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_sound(name: str) -> None:
    text = files("scene.semantics.words").joinpath("thing_tables", name).read_text("utf-8")
    known = {"synonyms", "loosely", "kinds", "uses", "parts"}
    for thing, table in tomllib.loads(text).items():
        assert set(table) <= known, thing
        assert thing == thing.strip(), thing
        for key, values in table.items():
            assert all(isinstance(v, str) and v.strip() == v and v for v in values), (thing, key)
            assert len(set(values)) == len(values), (thing, key)


def test_kinds_are_known_and_end() -> None:
    lexicon = default_lexicon()
    for name in (*lexicon.things, *lexicon.kinds):
        for kind in lexicon.kinds_of(name):
            assert kind in lexicon.kinds or kind in lexicon.things, f"{name} is a {kind}, which no table tells of"


def test_descriptions_do_not_name_what_they_describe() -> None:
    wrong = []
    for thing in default_lexicon().things.values():
        for use in thing.uses:
            wrong += [
                (thing.name, n, use) for n in thing.names if re.search(rf"\b{re.escape(n.lower())}s?\b", use.lower())
            ]
    assert not wrong


def test_things_have_descriptions() -> None:
    things = default_lexicon().things.values()
    assert len(things) > 500
    assert sum(len(t.uses) >= 4 for t in things) > 0.95 * len(things)


LEXICON = Lexicon(
    [
        Thing("sofa", ("couch", "settee"), ("bench",), ("seat",)),
        Thing("bar stool", ("counter stool",), (), ("stool", "seat")),
        Thing("stool", (), (), ("seat",)),
    ],
    [Thing("seat", ("seating",), (), ("furniture",)), Thing("furniture", ("piece of furniture",))],
)


@pytest.mark.parametrize("noun", ["couch", "Couches", "settees", "sofa", "SOFAS"])
def test_number_and_case_make_no_difference(noun: str) -> None:
    assert LEXICON.things_called(noun) == ("sofa",)


@pytest.mark.parametrize("noun", ["bar stool", "bar-stool", "barstool", "barstools"])
def test_spelling_makes_no_difference(noun: str) -> None:
    assert LEXICON.things_called(noun) == ("bar stool",)


def test_kinds_go_up() -> None:
    assert LEXICON.kinds_of("sofa") == ("seat", "furniture")
    assert set(LEXICON.kinds_of("bar stool")) == {"stool", "seat", "furniture"}
    assert LEXICON.kinds_called("seating") == ("seat",)


def test_loose_names_are_no_names() -> None:
    assert LEXICON.things_called("bench") == ()
    assert LEXICON.things_loosely_called("benches") == ("sofa",)
    assert LEXICON.knows("bench")
    assert not LEXICON.knows("unicorn")


def test_tables_are_read_in_order() -> None:
    things = read_things('[cup]\nkinds = ["tableware"]\n["tea cup"]\nsynonyms = ["teacup"]\n')
    assert [(t.name, t.kinds, t.synonyms) for t in things] == [
        ("cup", ("tableware",), ()),
        ("tea cup", (), ("teacup",)),
    ]


def test_the_shipped_vectors_are_those_of_the_tables() -> None:
    pytest.importorskip("sentence_transformers")
    from scenewright.scene.semantics.words.thing_vectors import is_stale

    assert not is_stale(), (
        "run python -m scenewright.scene.semantics.words.thing_vectors and commit thing_tables/vectors.safetensors"
    )
