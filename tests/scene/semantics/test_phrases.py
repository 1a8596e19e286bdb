"""Object phrases: the head noun, and what is said of it, as people write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenewright.scene.semantics.words import Dimensions, Vocabulary, normalise, parse, plural, singular, word_key
from scenewright.scene.semantics.words.phrases import PartAttribute

WORDS = (
    "table|coffee table|side table|chair|armchair|sofa|TV|TV stand|bed|chest of drawers|bookshelf|floor lamp|lamp|vase|glass"
    "|bowl|bowl of fruit|rug|desk|cabinet|potted plant|plant|scissors|bean bag|shower|toilet|pillow|mirror|fridge|candle|mug"
    "|knife|book|shelf|curtain|couch|stool|jar|étagère|lens"
)
VOCABULARY = Vocabulary(WORDS.split("|"))


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("coffee table", "coffee table"),
        ("a small wooden coffee table", "coffee table"),
        ("TV_stand", "TV stand"),
        ("tv-stands", "TV stand"),
        ("chests of drawers", "chest of drawers"),
        ("three bookshelves", "bookshelf"),
        ("glasses", "glass"),
        ("a glass of juice", "glass"),
        ("bowls of fruit", "bowl of fruit"),
        ("beanbags", "bean bag"),
        ("walk-in shower", "shower"),
        ("a pair of scissors", "scissors"),
        ("a stack of books", "book"),
        ("etagere", "étagère"),
        ("a jar of honey", "jar"),
        ("a bed dressed in soft linens", "bed"),
        ("king-size bed", "bed"),
        ("chef's knife", "knife"),
        ("the mirror with a gilded frame", "mirror"),
    ],
)
def test_the_head_is_found(phrase: str, head: str) -> None:
    read = parse(phrase, VOCABULARY)
    assert (read.head, read.known) == (head, True)


@pytest.mark.parametrize(
    ("phrase", "field", "value"),
    [
        ("dark green sofa", "colors", ("dark green",)),
        ("navy blue velvet sofa", "colors", ("navy blue",)),
        ("navy blue velvet sofa", "materials", ("velvet",)),
        ("off-white wool rug", "colors", ("off white",)),
        ("cherry-red stool", "colors", ("cherry red",)),
        ("pastel pink pillow", "colors", ("pastel pink",)),
        ("multicolored rug", "colors", ("multicolored",)),
        ("black and white striped rug", "colors", ("black and white",)),
        ("a slate gray sofa", "colors", ("slate gray",)),
        ("white wooden desk", "colors", ("white",)),
        ("white wooden desk", "materials", ("wooden",)),
        ("light oak desk", "materials", ("light oak",)),
        ("polished mahogany desk", "materials", ("polished mahogany",)),
        ("stainless-steel fridge", "materials", ("stainless steel",)),
        ("rattan chair", "materials", ("rattan",)),
        ("wrought iron bed", "materials", ("wrought iron",)),
        ("a chair made of oak", "materials", ("oak",)),
        ("a lamp in brushed brass", "materials", ("brushed brass",)),
        ("gold candle", "materials", ("gold",)),
        ("small desk", "sizes", ("small",)),
        ("oversized armchair", "sizes", ("huge",)),
        ("a tall, narrow cabinet", "sizes", ("tall", "narrow")),
        ("king-size bed", "sizes", ("king size",)),
        ("queen bed", "sizes", ("queen size",)),
        ("mini fridge", "sizes", ("tiny",)),
        ("children's bed", "sizes", ("child",)),
        ("round table", "shape", "round"),
        ("circular rug", "shape", "round"),
        ("L-shaped sofa", "shape", "l-shaped"),
        ("oval mirror", "shape", "oval"),
        ("a mid-century modern desk", "styles", ("mid century modern",)),
        ("wall-mounted TV", "others", ("wall mounted",)),
        ("high-backed chair", "others", ("high backed",)),
    ],
)
def test_phrases_are_read(phrase: str, field: str, value: object) -> None:
    assert getattr(parse(phrase, VOCABULARY), field) == value


def test_words_that_name_a_thing_are_no_colour_and_no_stuff() -> None:
    read = parse("coffee mug", VOCABULARY)
    assert (read.colors, read.compound) == ((), "coffee mug")
    assert parse("mirror cabinet", VOCABULARY).materials == ()


@pytest.mark.parametrize(
    ("phrase", "part"),
    [
        ("marble-topped side table", PartAttribute("top", "marble")),
        ("white marble-topped coffee table", PartAttribute("top", "white marble")),
        ("a table with brass legs", PartAttribute("legs", "brass")),
        ("a desk with a glass top", PartAttribute("top", "glass")),
        ("steel-framed mirror", PartAttribute("frame", "steel")),
        ("black leather-upholstered chair", PartAttribute("seat", "black leather")),
    ],
)
def test_parts_are_read(phrase: str, part: PartAttribute) -> None:
    read = parse(phrase, VOCABULARY)
    assert read.parts == (part,)
    assert read.materials == ()


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("a 2 m wide sofa", Dimensions(width=2.0)),
        ("65-inch TV", Dimensions(length=1.651)),
        ("six-foot-tall bookshelf", Dimensions(height=1.8288)),
        ("a 2x3 m rug", Dimensions(width=2.0, depth=3.0)),
        ("a rug of 160 by 230 cm", Dimensions(width=1.6, depth=2.3)),
        ("round rug, 1.5 m in diameter", Dimensions(diameter=1.5)),
        ("a 45 cm deep, 80cm wide cabinet", Dimensions(width=0.8, depth=0.45)),
        ("1,2 m table", Dimensions(length=1.2)),
        ("three chairs", Dimensions()),
    ],
)
def test_lengths_are_read(phrase: str, expected: Dimensions) -> None:
    assert parse(phrase, VOCABULARY).dimensions == expected


@pytest.mark.parametrize(
    ("phrase", "count", "is_plural"),
    [
        ("two armchairs", 2, True),
        ("an armchair", 1, False),
        ("4 chairs", 4, True),
        ("a pair of chairs", 2, True),
        ("a pair of scissors", 1, False),
        ("a dozen books", 12, True),
        ("chairs", None, True),
        ("three-seater sofa", None, False),
    ],
)
def test_counts(phrase: str, count: int | None, is_plural: bool) -> None:
    read = parse(phrase, VOCABULARY)
    assert (read.count, read.plural) == (count, is_plural)


@pytest.mark.parametrize(
    ("phrase", "determiner", "count"),
    [
        ("several red mugs", "", None), ("a few red mugs", "a", None), ("twenty-one red mugs", "", 21), ("two dozen red mugs", "", 24),
        ("the other two red mugs", "the", 2), ("half a dozen red mugs", "", 6), ("all the red mugs", "the", None), ("every red mug", "each", None),
    ],
)  # fmt: skip
def test_what_leads_a_phrase_says_nothing_of_the_thing(phrase: str, determiner: str, count: int | None) -> None:
    read = parse(phrase, VOCABULARY)
    assert (read.determiner, read.count) == (determiner, count)
    assert (read.head, read.colors, read.others, read.leftover) == ("mug", ("red",), (), ())


def test_unknown_heads_keep_their_nouns_without_their_attributes() -> None:
    read = parse("red rubber xylophone stands", VOCABULARY)
    assert (read.head, read.known) == ("xylophone stand", False)
    assert (read.colors, read.materials) == (("red",), ("rubber",))


def test_a_compound_that_only_ends_in_a_known_noun_says_so() -> None:
    read = parse("green pool table", VOCABULARY)
    assert (read.head, read.compound, read.colors) == ("table", "pool table", ("green",))


def test_what_is_in_a_thing_is_left_over() -> None:
    assert parse("a glass of orange juice", VOCABULARY).leftover == ("orange", "juice")


@pytest.mark.parametrize(("many", "one"), [("shelves", "shelf"), ("benches", "bench"), ("mice", "mouse"), ("glass", "glass"),
    ("canvas", "canvas"), ("scissors", "scissors"), ("lenses", "lens"), ("vases", "vase"), ("TVs".lower(), "tv")])  # fmt: skip
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one


def test_plural_of_a_phrase_changes_its_noun() -> None:
    assert plural("chest of drawers") == "chests of drawers"
    assert plural("coffee table") == "coffee tables"


def test_keys_fold_case_hyphens_and_accents() -> None:
    assert word_key("Étagère") == word_key("etagere")
    assert word_key("TV-stand") == word_key("tv_stand") == word_key("TV stand")


@pytest.mark.parametrize("empty", ["", "  ", "!!!", "'", "-"])
def test_a_phrase_without_a_word_has_no_head(empty: str) -> None:
    assert parse(empty, VOCABULARY).head == ""


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    read = parse(text, VOCABULARY)
    assert bool(read.head) == bool(read.text)


@given(
    st.lists(
        st.sampled_from(["small", "red", "wooden", "round", "modern", "shiny", "velvet", "tall"]),
        unique=True,
        max_size=4,
    ),
    st.sampled_from(["coffee table", "sofa", "chest of drawers", "TV stand"]),
)
def test_phrases_in_any_order_never_hide_the_head(attributes: list[str], noun: str) -> None:
    read = parse(" ".join(["a", *attributes, noun]), VOCABULARY)
    assert read.head == noun
    said = " ".join((*read.colors, *read.materials, *read.sizes, *read.styles, *read.others, read.shape or ""))
    assert set(attributes) <= set(said.split())
    assert normalise(noun) == read.text.split()[-len(normalise(noun)) :]
