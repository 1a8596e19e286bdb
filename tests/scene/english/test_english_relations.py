"""Every spoken relation means the same to descriptions, queries and questions."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.composer import compose
from scenewright.app.writers.embedded.describing import describe
from scenewright.app.writers.embedded.description import Link
from scenewright.assets import Catalogue
from scenewright.scene.english import BARE, KINDS, PHRASES, Meaning
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.semantics.queries import SceneQuery, read_claims, read_query
from scenewright.scene.semantics.questions import Asker
from scenewright.scene.semantics.scene_graph import scene_graph
from tests.support.description_nouns import nouns
from tests.support.graph_scenes import study
from tests.support.samples import some_of

RELATIONS = {phrase: meaning for phrase, meaning in PHRASES.items() if meaning.kind != "except"}

LINKED = {
    "near": {"near"}, "nearest": {"near"}, "next_to": {"next_to", "at"}, "touching": {"next_to"}, "against": {"next_to", "along"},
    "outside": {"near"}, "attached": {"near", "under"}, "centre": {"centered"}, "end": {"around"}, "farthest": {"far"},
}  # fmt: skip
"""Kind of meaning -> kinds of link that the writer makes of it, where they have another name: a program can say no more."""
ADVERBS = ("just", "directly", "immediately", "right")


def other(meaning: Meaning) -> str:
    """What the relation is to."""
    return "the desk and the sofa" if meaning.kind == "between" else "the desk"


def written(phrase: str, meaning: Meaning) -> list[Link]:
    """The links of the writer, of a stool that is said to be somewhere: about it, or turned, to it."""
    many = phrase.startswith("face ")  # 'the stools face away from': what else is a verb is one of one stool
    stools, the_stool = ("two stools", "The stools") if many else ("a stool", "The stool")
    verb = "" if phrase.split(maxsplit=1)[0] in ("faces", "face") else "is "
    text = f"A room with a desk, a sofa and {stools}. {the_stool} {verb}{phrase} {other(meaning)}."
    description = describe(text, nouns())
    named = [r.words for r in description.requests]
    assert sorted(named) == ["desk", "sofa", "stool"], named
    stool = named.index("stool")
    return [
        k
        for k in description.links
        if k.kind != "with" and stool in ((*k.anchors,) if meaning.turned else (k.subject,))
    ]


def asked(phrase: str, meaning: Meaning) -> Meaning:
    """The relation in the reading of a query."""
    reading = read_query(f"the stool {phrase} {other(meaning)}")
    assert reading.noun == "stool"
    (where,) = reading.where
    assert [t.noun for t in where.targets] == (["desk", "sofa"] if meaning.kind == "between" else ["desk"])
    return where.meaning


def questioned(phrase: str, meaning: Meaning) -> Meaning:
    """The relation in a question."""
    (found,) = read_claims(f"the stool {phrase} {other(meaning)}")
    assert (found.subject, found.after) == ("the stool", other(meaning))
    return found.meaning


@pytest.mark.parametrize("phrase", RELATIONS)
def test_a_phrase_means_the_same_to_all_who_read_it(phrase: str) -> None:
    meaning = RELATIONS[phrase]
    links = written(phrase, meaning)
    assert {k.kind for k in links} <= LINKED.get(meaning.kind, {meaning.kind})
    assert links
    assert asked(phrase, meaning) == meaning
    assert questioned(phrase, meaning) == meaning


@pytest.mark.parametrize("adverb", ADVERBS)
@pytest.mark.parametrize(
    "phrase", ["left of", "right of", "behind", "next to", "in front of", "across from", "beside", "opposite"]
)
def test_an_adverb_before_it_changes_nothing(adverb: str, phrase: str) -> None:
    meaning, said = RELATIONS[phrase], f"{adverb} {phrase}"
    assert {k.kind for k in written(said, meaning)} == {meaning.kind}
    assert asked(said, meaning) == questioned(said, meaning) == meaning


@pytest.mark.parametrize("phrase", ["far from", "near", "on", "facing", "behind", "next to"])
def test_denied_it_is_no_other_relation(phrase: str) -> None:
    said, meaning = f"not {phrase}", RELATIONS[phrase]
    expected = PHRASES.get(said, Meaning(meaning.kind, denied=True))
    assert asked(said, meaning) == questioned(said, meaning) == expected
    assert meaning.kind not in {k.kind for k in written(said, meaning)}


@pytest.mark.parametrize(
    ("phrase", "meaning", "gap"),
    [
        ("within 2 m of", Meaning("near", within=2.0), (0.0, 2.0)),
        ("less than 50 cm from", Meaning("near", within=0.5), (0.0, 0.5)),
        ("at least 1.5 metres from", Meaning("apart", beyond=1.5), (1.5, 11.5)),
        ("more than three feet away from", Meaning("apart", beyond=0.9144), (0.9144, 10.9144)),
        ("two metres from", Meaning("apart", within=2.2, beyond=1.8), (1.8, 2.2)),
    ],
)
def test_a_distance_in_figures_is_the_same_distance(phrase: str, meaning: Meaning, gap: tuple[float, float]) -> None:
    assert asked(phrase, meaning) == questioned(phrase, meaning) == meaning
    (link,) = written(phrase, meaning)
    assert link.kind == meaning.kind
    assert [float(metres) for metres in link.detail.split()[1:]] == pytest.approx(gap, rel=1e-4)


@pytest.mark.parametrize(
    ("thing", "place", "holds"),
    [
        ("chair", "not far from the table", True),
        ("bookcase", "not far from the table", False),
        ("bookcase", "with its back to the back wall", True),
        ("chair", "facing away from the table", False),
        ("vase", "not on the table", False),
        ("bookcase", "not next to the table", True),
        ("table", "surrounded by the chairs", True),
        ("novel", "at least 2 m from the vase", True),
        ("vase", "within 50 cm of the novel", False),
        ("vase", "in the middle of the table", True),
    ],
)
def test_a_query_finds_what_a_question_affirms(thing: str, place: str, holds: bool) -> None:
    scene = study()
    asker = Asker(scene_graph(scene))
    found = SceneQuery(scene, scene_geometry(scene)).ask(f"the {thing} {place}")
    assert asker.ask(f"Is the {thing} {place}?").value is holds
    assert any(f.score >= 0.5 for f in found.results) is holds  # a query also says what comes near to it


PROGRAMS = {
    "on top of": ("A room with a table. A vase is {} the table.", ["on('vase', 'table')"]),
    "beneath": ("A room with a desk. A basket is {} the desk.", ["under('basket', 'desk')"]),
    "beside": ("A room with a bed. A nightstand is {} the bed.", ["next_to('nightstand', 'bed')"]),
    "not far from": ("A room with a bed. A floor lamp is {} the bed.", ["near('floor_lamp', 'bed')"]),
    "far from": ("A hall with a bed. A floor lamp is {} the bed.", ["far('floor_lamp', 'bed')"]),
    "away from": ("A room with a bed. An armchair is {} the bed.", ["near('armchair', 'bed', 1.5, 4.0)"]),
    "within arm's reach of": (
        "A room with a bed. A floor lamp is {} the bed.",
        ["near('floor_lamp', 'bed', 0.0, 0.8)"],
    ),
    "facing away from": ("A study with a desk. An armchair is {} the desk.", ["behind('desk', 'armchair')"]),
    "with its back to": ("A room with a table and an armchair {} the table.", ["behind('table', 'armchair')"]),
    "turned towards": ("A study with a desk. An armchair is {} the desk.", ["facing('armchair', 'desk')"]),
    "just left of": ("A room with a bed. A nightstand is {} the bed.", ["left_of('nightstand', 'bed')"]),
    "surrounded by": (
        "A room with a table {} four stools.",
        ["around(['stool', 'stool[1]', 'stool[2]', 'stool[3]'], 'table')"],
    ),
    "on either side of": (
        "A room with a bed. Nightstands are {} the bed.",
        [
            "right_of('nightstand', 'bed')",
            "next_to('nightstand', 'bed')",
            "left_of('nightstand[1]', 'bed')",
            "next_to('nightstand[1]', 'bed')",
        ],
    ),
}


@pytest.mark.parametrize("phrase", some_of(list(PROGRAMS), 4))
def test_what_a_program_says_of_it(phrase: str) -> None:
    text, relations = PROGRAMS[phrase]
    program = compose(text.format(phrase), Catalogue.built_in(), dress="only").program
    lines = [line.strip().rstrip(",") for line in program.split("relate(\n", 1)[1].split("\n)", 1)[0].splitlines()]
    assert lines == relations


def test_a_place_that_a_program_cannot_deny_is_named() -> None:
    made = compose("A study with a desk. An armchair is not in front of the desk.", Catalogue.built_in(), dress="only")
    assert "in_front_of" not in made.program
    assert any("not in front of" in note for note in made.notes)


def test_kinds_and_phrases_belong_together() -> None:
    assert {m.kind for m in PHRASES.values()} == set(KINDS)
    assert {m.kind for m in BARE.values()} <= set(KINDS)
