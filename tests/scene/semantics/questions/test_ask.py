"""Questions about a scene, answered from its graph without a model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scenewright.scene.geometry import scene_geometry
from scenewright.scene.semantics.questions import Asker, GraphAnswer, LexiconResolver, generate_questions
from scenewright.scene.semantics.questions.asking import MOST_LETTERS, examples
from scenewright.scene.semantics.questions.asking_words import ExactResolver
from scenewright.scene.semantics.scene_graph import SceneGraph, scene_graph
from tests.support.graph_scenes import HEAD, LINES, study
from tests.support.shuffled_scenes import shuffled


@pytest.fixture(scope="module")
def asker() -> Asker:
    return Asker(scene_graph(study()))


def names(answer: GraphAnswer) -> set[str]:
    assert isinstance(answer.value, tuple), answer
    return {path.split("/", 1)[1] for path in answer.value}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many chairs are there?", 2),
        ("How many dining chairs are in the room?", 2),
        ("How many books are on the table?", 1),
        ("How many elephants are there?", 0),
        ("How many windows does the room have?", 1),
        ("How many things are on the table?", 2),
        ("Is there a vase?", True),
        ("Is there a red vase?", False),
        ("Are there any pianos?", False),
        ("Are there two chairs?", True),
        ("Are there more chairs than tables?", True),
        ("How tall is the vase?", 0.3),
        ("How long is the table?", 1.6),
        ("What is the width of the painting?", 0.9),
        ("Is the table taller than the vase?", True),
        ("How much taller is the bookcase than the table?", 1.05),
        ("How far is the vase from the book?", 0.525),
        ("How far apart are the two chairs?", 1.15),
        ("Is the vase on the table?", True),
        ("Is the vase on the bookcase?", False),
        ("Is the painting on the back wall?", True),
        ("Is the bookcase in the corner?", True),
        ("Is the bookcase against the back wall?", True),
        ("Does the chair face the table?", True),
        ("Is the lamp above the table?", True),
        ("Is the vase to the left of the book?", True),
        ("Is the vase to the right of the book?", False),
        ("Is the table between the chairs?", True),
        ("Is the lamp hanging from the ceiling?", True),
        ("Is the door in the front wall?", True),
        ("Is the vase blue?", True),
        ("What color is the book on the table?", "red"),
        ("Is the lamp closer to the table than to the painting?", True),
        ("Is the vase within 1 m of the book?", True),
        ("Is the vase not on the table?", False),
        ("Is the chair not far from the table?", True),
        ("How many books are not on the table?", 1),
        ("How many books are at least 2 m from the vase?", 1),
        ("Does the chair face away from the table?", False),
        ("Is the table surrounded by chairs?", True),
        ("How tall is the nearest chair to the vase?", 0.95),
        ("How tall is the table with the vase?", 0.75),
    ],
)
def test_answers(asker: Asker, question: str, value: object) -> None:
    answer = asker.ask(question)
    if isinstance(value, float):
        assert answer.value == pytest.approx(value, abs=0.01), answer
    else:
        assert answer.value == value, answer
    assert answer.text
    assert json.dumps(answer.to_json())


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        ("What is on the table?", {"vase", "book"}),
        ("What is in the bookcase?", {"novel"}),
        ("What is above the table?", {"lamp"}),
        ("What stands against the back wall?", {"bookcase"}),
        ("What is on the wall?", {"painting"}),
        ("Which is taller, the bookcase or the table?", {"bookcase"}),
        ("Which chair is nearest to the door?", {"chair"}),
        ("What is nearest to the vase?", {"table"}),
        ("What is the tallest thing in the room?", {"bookcase"}),
        ("What is next to the chair nearest to the door?", {"table"}),
        ("What does the vase stand on?", {"table"}),
    ],
)
def test_answers_that_are_things(asker: Asker, question: str, paths: set[str]) -> None:
    answer = asker.ask(question)
    assert names(answer) == paths, answer
    assert answer.basis


def test_an_answer_says_what_it_rests_on(asker: Asker) -> None:
    answer = asker.ask("How far is the vase from the book?")
    assert answer.basis[0].paths == ("study/vase", "study/book")
    assert answer.basis[0].value == pytest.approx(0.525)
    assert "left hand" in " ".join(asker.ask("Is the vase to the left of the book?").notes)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", "empty"),
        ("  ?? ", "empty"),
        ("x" * (MOST_LETTERS + 1), "letters long"),
        ("Why is the sky so high?", "cannot read"),
        ("\u6709\u51e0\u628a\u6905\u5b50\u5728\u623f\u95f4\u91cc\uff1f", "English"),
        ("How tall is the elephant?", "nothing called 'elephant'"),
        ("Is the vase on the piano?", "nothing called 'piano'"),
        ("How far is the vase from the vase?", "itself"),
    ],
)
def test_what_cannot_be_answered_is_said(asker: Asker, question: str, said: str) -> None:
    answer = asker.ask(question)
    assert not answer.answered
    assert said in answer.text


def test_an_ambiguous_size_is_told_as_such() -> None:
    from scenewright.scene.language.running import evaluate_here

    two = [
        *LINES,
        "place(box(0.5, 0.4, 0.5), at=(2, 0, 1), name='stool')",
        "place(box(0.5, 0.8, 0.5), at=(2, 0, 0), name='stool')",
    ]
    scene = evaluate_here(f"{HEAD}\n@register()\ndef den():\n    return concat_shapes({', '.join(two)})\n")
    answer = Asker(scene_graph(scene)).ask("How tall is the stool?")
    assert not answer.answered
    assert "say which" in answer.text
    assert Asker(scene_graph(scene)).ask("How tall is the tallest stool?").value == pytest.approx(0.8)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_no_question_is_an_error(text: str) -> None:
    answer = _ASKER.ask(text)
    assert isinstance(answer.text, str)
    assert answer.text


_WORDS = st.sampled_from(
    [
        "how",
        "many",
        "is",
        "are",
        "there",
        "the",
        "a",
        "chair",
        "chairs",
        "table",
        "vase",
        "on",
        "in",
        "left",
        "of",
        "what",
        "which",
        "nearest",
        "to",
        "from",
        "far",
        "taller",
        "than",
        "between",
        "and",
        "or",
        ",",
        "not",
        "does",
        "face",
        "have",
        "where",
        "tall",
        "second",
        "largest",
        "color",
        "wall",
        "corner",
        "with",
        "behind",
        "thing",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=14))
@example(["is", "how", "face", "with", "how"])
def test_no_heap_of_question_words_is_an_error(words: list[str]) -> None:
    assert _ASKER.ask(" ".join(words)).text


_ASKER = Asker(scene_graph(study()))

QUESTIONS = (
    "How many chairs are there?", "What is on the table?", "Which chair is nearest to the door?", "How far is the vase from the novel?",
    "What is in the bookcase?", "What is next to the table?", "Is the vase to the left of the book?", "What is the second tallest thing?",
    "Which is wider, the table or the painting?", "Where is the vase?", "What does the vase stand on?", "What is behind the table?",
)  # fmt: skip


def renamed(graph: SceneGraph, answer: GraphAnswer) -> object:
    """An answer with paths as what and where the things are, so that numbers of siblings make no difference."""
    if not isinstance(answer.value, tuple):
        return round(answer.value, 6) if isinstance(answer.value, float) else answer.value
    nodes = [graph.nodes[graph.by_path[p]] for p in answer.value]
    return sorted((n.word, *(round(v, 6) for v in n.position)) for n in nodes)


@pytest.mark.parametrize("order", range(4))
def test_answers_are_the_same_after_siblings_are_shuffled(order: int) -> None:
    graph = scene_graph(study(order))
    shuffled = Asker(graph)
    for question in QUESTIONS:
        assert renamed(graph, shuffled.ask(question)) == renamed(_ASKER.graph, _ASKER.ask(question)), question


@pytest.mark.parametrize("seed", range(3))
def test_answers_are_the_same_after_rows_are_numbered_anew(seed: int) -> None:
    scene, old = shuffled(study(), seed)
    other = Asker(scene_graph(scene))
    for question in QUESTIONS:
        value, before = other.ask(question).value, _ASKER.ask(question).value
        if isinstance(value, tuple):
            assert sorted(old[path] for path in value) == sorted(before), question
        elif not isinstance(value, str):  # a place in words names things by their new numbers
            assert value == pytest.approx(before, abs=1e-9), question


def test_examples_of_all_groups_are_shown_and_read() -> None:
    shown = examples()
    assert len(shown) > 30
    assert "cannot read" not in {_ASKER.ask(e).text[:11] for e in shown}


def test_words_are_resolved_by_head_number_and_color(asker: Asker) -> None:
    resolver = ExactResolver(asker.graph)
    assert [f.path for f in resolver.find("the dining chairs")] == ["study/chair", "study/chair[1]"]
    assert [f.path for f in resolver.find("blue vases")] == ["study/vase"]
    assert resolver.find("green vase") == []
    assert resolver.find("") == []
    assert resolver.find("chair leg") == []


def test_other_names_and_kinds_are_known_by_the_lexicon() -> None:
    scene = study()
    geometry = scene_geometry(scene)
    graph = scene_graph(scene, geometry=geometry)
    asker = Asker(graph, LexiconResolver(graph, scene, geometry))
    assert asker.ask("Is the picture on the wall?").value is True
    assert asker.ask("How many seats are there?").value == 2
    assert asker.ask("Is there a couch?").value is False


# -- questions in bulk ----------------------------------------------------------------------------------------------------


def test_bulk_questions_differ_are_balanced_and_follow_the_seed(asker: Asker) -> None:
    pairs = generate_questions(asker.graph, 120, seed=3)
    assert pairs == generate_questions(asker.graph, 120, seed=3) != generate_questions(asker.graph, 120, seed=4)
    assert len({p.question for p in pairs}) == len(pairs) == 120
    yes, no = (sum(p.answer is v for p in pairs) for v in (True, False))
    assert abs(yes - no) <= 8
    assert {p.kind for p in pairs} >= {"count", "exists", "attribute", "size", "compare", "relation", "distance"}
    known = {n.path for n in asker.graph.nodes}
    assert all(set(p.paths) <= known for p in pairs)


def test_questions_in_bulk_are_answered_as_the_graph_has_it(asker: Asker) -> None:
    pairs = generate_questions(asker.graph, 200, seed=1)
    wrong = []
    for p in pairs:
        value = asker.ask(p.question).value
        same = (
            value == pytest.approx(p.answer, abs=0.01)
            if isinstance(p.answer, float)
            else value in (p.answer, (p.answer,))
        )
        if not same:
            wrong.append((p, value))
    assert len(wrong) <= 0.02 * len(pairs), wrong


# -- the command ----------------------------------------------------------------------------------------------------------

PROGRAM = f"{HEAD}\n@register('a study')\ndef study():\n    return concat_shapes({', '.join(LINES)})\n"


def test_the_command_answers_draws_and_generates(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from scenewright.app.cli import app

    file = tmp_path / "study.py"
    file.write_text(PROGRAM, encoding="utf-8")
    runner = CliRunner()
    picture = tmp_path / "graph.png"
    done = runner.invoke(app, ["ask", str(file), "What is on the table?", "--json", "--graph", str(picture)])
    assert done.exit_code == 0, done.output
    values = json.loads(done.stdout)
    assert values["value"] == ["study/vase", "study/book"]
    assert values["answered"]
    assert picture.stat().st_size > 5000
    done = runner.invoke(app, ["ask", str(file), "--generate", "20", "--json"])
    assert done.exit_code == 0
    assert len(json.loads(done.stdout)["questions"]) == 20
    assert runner.invoke(app, ["ask", str(file), "Why?"]).exit_code == 1
    assert runner.invoke(app, ["ask", str(file)]).exit_code == 2
    assert "on the table" not in runner.invoke(app, ["ask", str(file), "--text", "--json"]).stderr


def test_a_model_is_given_the_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from typer.testing import CliRunner

    from scenewright.app import language_models as models
    from scenewright.app.cli import app
    from scenewright.app.language_models import Reply

    heard: list[str] = []

    class Told:
        def say(self, text: str) -> Reply:
            heard.append(text)
            return Reply("Two chairs.")

    monkeypatch.setattr(models, "open_chat", lambda model, **options: Told())
    file = tmp_path / "study.py"
    file.write_text(PROGRAM, encoding="utf-8")
    done = CliRunner().invoke(app, ["ask", str(file), "How many chairs?", "--model", "ollama:any", "--json"])
    values = json.loads(done.stdout)
    assert values["value"] == "Two chairs."
    assert "not measured" in values["notes"][0]
    assert "vase" in heard[0]
    assert heard[0].endswith("Question: How many chairs?")
