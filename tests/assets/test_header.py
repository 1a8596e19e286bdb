"""Headers of catalogue objects: what they say, what is refused, and defaults that are rewritten in place."""

from __future__ import annotations

import ast
import re

import pytest

from scenewright.assets.header import RootFunction, parse_header, replace_defaults, root_parameters, split_header
from scenewright.scene.asset_provider import AssetError

GOOD = """# /// asset
# word = "armchair"
# synonyms = ["easy chair"]
# stands_for = ["throne"]
# phrase = "an upholstered armchair"
# category = "seating"
# clearance = {front = 0.6}
# [colors]
# fabric = [0.5, 0.25, 0.2]
# [materials]
# legs = "oak"
# [variants]
# seats = {"loveseat" = 2}
# ///
from scene.language import *


@register("a leg")
def leg(height):
    return primitive_call("cube", {"scale": (0.05, height, 0.05)})


@register("an armchair")
def armchair(*, width=0.85, fabric=(0.5, 0.25, 0.2), legs="oak", seats=1, note="naïve — ä"):
    return library_call("leg", height=width)
"""


def test_a_header_is_read() -> None:
    header = parse_header(GOOD)
    assert header.words == ("armchair", "easy chair")
    assert header.stands_for == ("throne",)
    assert header.support == "floor"
    assert header.clearance == {"front": 0.6}
    assert header.colors == {"fabric": (0.5, 0.25, 0.2)}
    assert header.materials == {"legs": "oak"}
    assert header.variants == {"seats": {"loveseat": 2}}
    assert header.licence == "Apache-2.0"


def test_the_program_is_what_remains() -> None:
    _, program = split_header(GOOD)
    assert program.startswith("from scene.language")
    assert GOOD.endswith(program)


LEFT = """# /// asset
# word = "armchair"
# category = "seating"
# colors = ["fabric", "wood"]
# materials = ["legs"]
# ///
@register("a leg")
def leg(height): ...


@register("an upholstered armchair")
def armchair(*, width=0.85, wood=None, fabric=(0.5, 0.25, 0.2), legs="oak"): ...
"""


def test_what_the_root_function_says_a_header_need_not_say_again() -> None:
    header = parse_header(LEFT)
    assert header.phrase == "an upholstered armchair"
    assert list(header.colors.items()) == [("fabric", (0.5, 0.25, 0.2)), ("wood", None)]
    assert header.materials == {"legs": "oak"}


def test_the_root_is_the_function_that_bears_the_files_name() -> None:
    first = LEFT.replace("def leg(height)", 'def leg(*, fabric=(1, 0, 0), wood=None, legs="pine")')
    assert parse_header(first, name="leg").phrase == "a leg"
    assert parse_header(first, name="leg").colors["fabric"] == (1, 0, 0)
    assert parse_header(first).phrase == "an upholstered armchair"


def test_a_phrase_of_the_headers_own_counts() -> None:
    own = LEFT.replace("# category", '# phrase = "a throne"\n# category')
    assert parse_header(own).phrase == "a throne"


def test_a_docstring_is_the_phrase_where_register_says_none() -> None:
    quiet = LEFT.replace('("an upholstered armchair")', "()").replace(
        '"oak"): ...', '"oak"):\n    """A plain chair."""'
    )
    assert parse_header(quiet).phrase == "A plain chair."


def test_a_root_that_is_known_is_not_read() -> None:
    known = RootFunction("a known chair", {"fabric": (0, 0, 1), "wood": None, "legs": "pine"})
    header = parse_header(LEFT.split("@register", maxsplit=1)[0], root=known)
    assert (header.phrase, header.colors["fabric"], header.materials) == ("a known chair", (0, 0, 1), {"legs": "pine"})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["legs"]', '["feet"]', "materials: 'feet' is no parameter of the root function; it has width, wood"),
        ('["fabric", "wood"]', "[[0.5, 0.25, 0.2]]", "colors is a list of parameters"),
        ('"oak"', '"unobtainium"', "unobtainium"),
        ("(0.5, 0.25, 0.2)", "(0.5, 0.25, 2.0)", "fabric"),
        ("(0.5, 0.25, 0.2)", '"red"', "fabric"),
        ('@register("an upholstered armchair")', "@register()", "needs phrase"),
        ("=0.85", "", "no default"),
    ],
)
def test_what_a_root_function_may_not_leave_open(old: str, new: str, said: str) -> None:
    assert old in LEFT
    with pytest.raises(AssetError, match=re.escape(said)) as caught:
        parse_header(LEFT.replace(old, new, 1), where="chair.py")
    assert str(caught.value).startswith("chair.py: ")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('# word = "armchair"\n', "", "word"),
        ('phrase = "an upholstered armchair"', 'phrase = ""', "phrase"),
        ('category = "seating"', 'category = "seating"\n# support = "roof"', "support"),
        ('category = "seating"', 'category = "seating"\n# colour = 3', "colour"),
        ("front = 0.6", "front = -1", "clearance"),
        ("front = 0.6", "top = 1", "clearance"),
        ("[0.5, 0.25, 0.2]", "[0.5, 0.25]", "fabric"),
        ("[0.5, 0.25, 0.2]\n", "[0.5, 0.25, 2.0]\n", "fabric"),
        ('legs = "oak"', 'legs = "unobtainium"', "unobtainium"),
        ('{"loveseat" = 2}', "{}", "seats"),
        ('["easy chair"]', '"easy chair"', "synonyms"),
        ('["throne"]', "[3]", "stands_for"),
        ("clearance = {", "clearance = ", "not TOML"),
        ("# /// asset", "# /// script", "no '# /// asset'"),
    ],
)
def test_what_a_header_may_not_say(old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(AssetError, match=said) as caught:
        parse_header(GOOD.replace(old, new, 1), where="chair.py")
    assert str(caught.value).startswith("chair.py: ")


def test_two_headers_are_refused() -> None:
    with pytest.raises(AssetError, match="more than one"):
        split_header(GOOD + GOOD)


def test_parameters_of_the_function_that_bears_the_files_name() -> None:
    assert root_parameters(GOOD, "armchair") == {
        "width": 0.85, "fabric": (0.5, 0.25, 0.2), "legs": "oak", "seats": 1, "note": "naïve — ä",
    }  # fmt: skip


def test_the_last_registered_function_stands_in() -> None:
    assert "fabric" in root_parameters(GOOD, "other_name")


@pytest.mark.parametrize(
    ("old", "new", "said"), [("width=0.85", "width", "no default"), ("0.85", "1 / 2", "no literal")]
)
def test_defaults_must_be_there_and_literal(old: str, new: str, said: str) -> None:
    with pytest.raises(AssetError, match=said):
        root_parameters(GOOD.replace(old, new), "armchair")


def test_replacing_defaults_changes_nothing_else() -> None:
    new = replace_defaults(GOOD, "armchair", {"legs": "dark 'walnut'", "note": "ü", "fabric": (0.1, 0.2, 0.3)})
    ast.parse(new)
    assert root_parameters(new, "armchair") == {
        "width": 0.85, "fabric": (0.1, 0.2, 0.3), "legs": "dark 'walnut'", "seats": 1, "note": "ü",
    }  # fmt: skip
    changed = [(a, b) for a, b in zip(GOOD.splitlines(), new.splitlines(), strict=True) if a != b]
    assert len(changed) == 1
    assert replace_defaults(GOOD, "armchair", {}) == GOOD


def test_replacing_an_unknown_parameter_names_those_that_are() -> None:
    with pytest.raises(AssetError, match="width"):
        replace_defaults(GOOD, "armchair", {"colour": 1})


def test_a_text_that_is_no_python_is_named_with_its_line() -> None:
    with pytest.raises(AssetError, match="lamp, line 2"):
        root_parameters("x = 1\ndef lamp(:\n", "lamp")
