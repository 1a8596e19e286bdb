"""A colour for a catalogue object: what takes it, what keeps its own, and one part alone."""

from __future__ import annotations

import pytest

from scenewright.app.actions.asking import ASK, AskRequest
from scenewright.app.actions.querying import QUERY, QueryRequest
from scenewright.app.session import Session
from scenewright.scene.errors import EditError
from scenewright.scene.geometry import asset_parts
from scenewright.scene.language.editing import EditResult, Recolour, SetMaterial
from scenewright.scene.language.vocabulary.stated_colors import with_stated_color
from scenewright.scene.sources import SceneSource, SourceKind

ROOM = """from scene.language import *

@register('a bedroom')
def bedroom():
    lamp = asset_call('table lamp')
    return concat_shapes(
        place(asset_call('double bed', size=(1.5, 1.0, 2.1)), at=(0, 0, -1), name='bed', z=embed('my bed')),
        place(lamp, at=(1, 0, 0), name='lamp'),
        place(lamp, at=(2, 0, 0), name='lamp'),
        place(primitive_call('cube', {'scale': 1}), at=(4, 0, 0), name='box'),
    )
"""


@pytest.fixture(scope="module")
def bedroom() -> Session:
    return Session(SceneSource(ROOM, SourceKind.PROGRAM, None))


def recoloured(session: Session, edit: Recolour | SetMaterial) -> EditResult:
    (result,) = Session(SceneSource(session.source, SourceKind.PROGRAM, None)).edit([edit])
    return result


def colors(session: Session, result: EditResult, path: str, part: str) -> set[tuple[float, ...]]:
    ref = result.scene.find(path).asset
    assert ref is not None
    found = [p for p in asset_parts(ref, session.assets).parts if f"/{part}" in p.path and p.mesh is not None]
    return {tuple(round(c, 2) for c in p.color) for p in found}


def test_a_recolour_says_what_it_leaves(bedroom: Session) -> None:
    result = recoloured(bedroom, Recolour("bed", (1.0, 0.0, 0.0)))
    (remark,) = result.remarks
    coloured, kept = remark.split(";")
    assert coloured.startswith("coloured the ")
    assert "the mattress" in coloured
    assert "the throw" in kept
    assert "colour" in kept
    assert recoloured(bedroom, Recolour("box", (1.0, 0.0, 0.0))).remarks == ()


@pytest.mark.parametrize(("part", "drawn", "as_before"), [("frame", "headboard", "throw"), ("blanket", "throw", "headboard")])  # fmt: skip
def test_a_part_takes_a_colour_alone(bedroom: Session, part: str, drawn: str, as_before: str) -> None:
    before = recoloured(bedroom, Recolour("box", (1.0, 0.0, 0.0)))
    after = recoloured(bedroom, Recolour("bed", "dark green", part=part))
    assert colors(bedroom, before, "bed", drawn) != colors(bedroom, after, "bed", drawn)
    assert colors(bedroom, before, "bed", as_before) == colors(bedroom, after, "bed", as_before)
    assert f"asset_call('double bed with dark green {part}', size=(1.5, 1.0, 2.1))" in after.source
    assert "z=embed('my bed')" in after.source


def test_a_part_can_change_its_colour_again(bedroom: Session) -> None:
    session = Session(SceneSource(bedroom.source, SourceKind.PROGRAM, None))
    for color, part in (("red", "frame"), ("blue", "blanket"), ("dark green", "frame")):
        session.edit([Recolour("bed", color, part=part)])
    assert "'double bed with dark green frame and blue blanket'" in session.source


def test_a_shared_object_is_coloured_once(bedroom: Session) -> None:
    result = recoloured(bedroom, Recolour("lamp[1]", "red", part="shade"))
    assert "place(asset_call('table lamp with red shade'), at=(2, 0, 0), name='lamp')" in result.source
    assert result.source.count("place(lamp") == 1


def test_a_part_takes_a_colour_in_numbers(bedroom: Session) -> None:
    by_number = recoloured(bedroom, Recolour("lamp[1]", (1.0, 0.5, 0.0), part="shade"))
    assert "'table lamp with #ff8000 shade'" in by_number.source
    by_hex = recoloured(bedroom, Recolour("lamp[1]", "#FF8000", part="shade"))
    assert by_hex.scene.assets[-1].id == by_number.scene.assets[-1].id
    by_name = recoloured(bedroom, Recolour("lamp[1]", "red", part="shade"))
    assert by_name.scene.assets[-1].id != by_number.scene.assets[-1].id


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (Recolour("bed", "red", part="wheels"), "no part 'wheels'"),
        (Recolour("bed", (1.5, 0.0, 0.0), part="frame"), "from 0 to 1"),
        (Recolour("bed", "no such colour", part="frame"), "there is no colour"),
        (Recolour("bed", "red", part="frame') + x('"), "the part is a word"),
        (Recolour("box", "red", part="frame"), "no catalogue object"),
        (Recolour("box", "purpel"), "no colour named"),
    ],
)
def test_what_cannot_be_coloured_is_refused(bedroom: Session, edit: Recolour, message: str) -> None:
    with pytest.raises(EditError, match=message):
        recoloured(bedroom, edit)


# -- what a recoloured thing is called ---------------------------------------------------------------------------------

CHAIRS = """from scene.language import *

@register('an office')
def office():
    chair = asset_call('red office chair')
    return concat_shapes(
        place(chair, at=(-1, 0, 0), name='chair', z=embed('red chair')),
        place(chair, at=(1, 0, 0), name='chair', z=embed('red chair')),
    )
"""


@pytest.mark.parametrize(
    ("color", "called", "identity"),
    [
        ("dark green", "dark green office chair", "dark green chair"),
        ((0.1, 0.5, 0.2), "office chair", "chair"),
        ("#208040", "office chair", "chair"),
    ],
)
def test_a_recoloured_thing_is_not_called_by_its_old_colour(color: str, called: str, identity: str) -> None:
    session = Session(SceneSource(CHAIRS, SourceKind.PROGRAM, None))
    (result,) = session.edit([Recolour("chair", color)])
    chair, other = result.scene.find("chair"), result.scene.find("chair[1]")
    assert (chair.word, chair.embedding.words) == (called, identity)
    assert (other.word, other.embedding.words) == ("red office chair", "red chair")
    assert result.source.count("adjust(") == 1
    session.edit([Recolour("chair", "blue")])
    assert session.source.count("adjust(") == 1
    (found,) = QUERY(session, QueryRequest(queries=("red chair",))).answers
    assert [r.path for r in found.results] == ["office/chair[1]"]
    answer = ASK(session, AskRequest(question="What colour are the chairs?")).answer
    assert answer is not None
    assert "office chair is blue; the red office chair is red" in answer.text


@pytest.mark.parametrize(
    ("words", "color", "restated"),
    [
        ("red office chair", "green", "green office chair"),
        ("dark green rug", "navy", "navy rug"),
        ("navy blue rug", None, "rug"),
        ("blue and white plate", "red", "red plate"),
        ("mug with a red handle", "green", "mug with a red handle"),
        ("white mug with a red handle", "green", "green mug with a red handle"),
        ("orange", "blue", "orange"),
        ("wooden chair", "blue", "wooden chair"),
        ("", "blue", ""),
    ],
)
def test_words_get_a_new_colour(words: str, color: str | None, restated: str) -> None:
    assert with_stated_color(words, color) == restated


def test_a_catalogue_object_takes_a_material_by_name(bedroom: Session) -> None:
    result = recoloured(bedroom, SetMaterial("bed", surface="walnut"))
    bed = result.scene.find("bed")
    assert bed.asset is not None
    assert (bed.asset.words, bed.material.roughness) == ("double bed", 0.48)
    use = bedroom.derived.geometry(result.scene).assets[bed.index]
    looks = {(p.material.roughness, tuple(round(c, 2) for c in p.color)) for p in use.tree.parts if p.mesh is not None}
    assert (0.48, (0.39, 0.26, 0.19)) in looks
    assert len(looks) > 1, "what is no main surface keeps its own"
    (remark,) = result.remarks
    assert "became walnut" in remark


def test_a_material_says_which_colour_it_takes_the_place_of(bedroom: Session) -> None:
    red = recoloured(bedroom, Recolour("bed", (1.0, 0.0, 0.0)))
    again = Session(SceneSource(red.source, SourceKind.PROGRAM, None))
    (result,) = again.edit([SetMaterial("bed", surface="walnut")])
    assert any("#ff0000" in remark and "undo" in remark for remark in result.remarks)
    assert "color=" not in next(line for line in result.source.splitlines() if line.startswith("adjust("))
