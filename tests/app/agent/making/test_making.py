"""A run of the agent with scripted models: errors and findings go back to the writer, and the best program is never lost."""

from __future__ import annotations

import pytest

from scenewright.app.agent.brief import Brief, BriefThing
from scenewright.app.agent.making import Critique, CritiqueFinding, Made, MakingRequest, make_scene
from scenewright.app.agent.making.making_request import Models
from scenewright.app.agent.making.writing import REPAIRS
from scenewright.app.agent.runs import RunRecord
from scenewright.app.language_models import Budget, ModelError
from scenewright.app.writers.writer import WriterError
from scenewright.assets import Catalogue
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from tests.support.scripted_models import ScriptedModel, fenced

TEXT = "a room with two red chairs and a table"


def room(*lines: str, relations: str = "") -> str:
    placed = "\n".join(f"        place({line})," for line in lines)
    return (
        "from scene.language import *\n@register('a room')\ndef a_room():\n    return concat_shapes(\n"
        f"        room(5, 4, 2.6),\n{placed}\n    )\n{relations}\n"
        "camera((2.2, 1.9, 1.8), (0, 0.5, -0.5), fov=70)\n"
    )


TABLE = "asset_call('oak dining table'), at=(0, 0, 0), name='table'"
LEFT = "asset_call('red chair'), at=(-1.2, 0, 0), turn=90, name='chair_1'"
RIGHT = "asset_call('red chair'), at=(1.2, 0, 0), turn=-90, name='chair_2'"
GOOD = room(TABLE, LEFT, RIGHT)
ONE_CHAIR = room(TABLE, LEFT)
BLUE = room(TABLE, LEFT.replace("red", "blue"), RIGHT.replace("red", "blue"))
BROKEN = GOOD.replace("asset_call('oak dining table')", "asset_cal('oak dining table')")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


def made(
    catalogue: Catalogue,
    *replies: object,
    planner: ScriptedModel | None = None,
    critic: ScriptedModel | None = None,
    **options: object,
) -> tuple[Made, ScriptedModel]:
    writer = ScriptedModel(*replies)  # type: ignore[arg-type]
    request = MakingRequest(TEXT, **options)  # type: ignore[arg-type]
    result = make_scene(
        request, Models(writer, planner, critic), catalogue, lambda s: evaluate_here(s, assets=catalogue)
    )
    return result, writer


class TestErrors:
    def test_a_good_reply_is_taken_at_once(self, catalogue: Catalogue) -> None:
        result, writer = made(catalogue, fenced(GOOD))
        assert result.replies == 1
        assert result.program.strip() == GOOD.strip()
        assert result.record.outcome == "done"
        assert TEXT in writer.heard[0]

    def test_an_error_goes_back_with_its_line(self, catalogue: Catalogue) -> None:
        result, writer = made(catalogue, fenced(BROKEN), fenced(GOOD))
        assert result.replies == 2
        assert ">    6 |         place(asset_cal('oak dining table')" in writer.heard[1]

    @pytest.mark.parametrize("reply", ["I cannot do that.", "```python\nfrom scene.language import *\ndef a(:\n```"])
    def test_a_reply_without_a_program_is_asked_for_again(self, catalogue: Catalogue, reply: str) -> None:
        result, writer = made(catalogue, reply, fenced(GOOD))
        assert result.replies == 2
        assert "```python" in writer.heard[1] or "program fails" in writer.heard[1]

    def test_a_reply_that_was_cut_off_is_no_program(self, catalogue: Catalogue) -> None:
        writer = ScriptedModel(*[fenced(GOOD)] * 3, cut_off=True)
        with pytest.raises(WriterError, match="cut off"):
            make_scene(MakingRequest(TEXT), Models(writer), catalogue, lambda s: evaluate_here(s, assets=catalogue))
        assert "it was cut off at its length limit" in writer.heard[1]

    def test_after_the_corrections_every_reply_is_kept(self, catalogue: Catalogue) -> None:
        with pytest.raises(WriterError) as caught:
            made(catalogue, *[fenced(BROKEN)] * (1 + REPAIRS))
        assert len(caught.value.replies) == 1 + REPAIRS


class TestFindings:
    def test_what_the_checker_finds_goes_back(self, catalogue: Catalogue) -> None:
        result, writer = made(catalogue, fenced(ONE_CHAIR), fenced(GOOD))
        assert "two chairs: there is one" in writer.heard[1]
        assert "chair_1: at (-1.20, 0.00, 0.00)" in writer.heard[1]
        assert result.program.strip() == GOOD.strip()
        assert result.checked.report.passed

    def test_a_wrong_color_goes_back(self, catalogue: Catalogue) -> None:
        _, writer = made(catalogue, fenced(BLUE), fenced(GOOD))
        assert "the chairs are red: it is blue" in writer.heard[1]

    def test_a_relation_of_nothing_goes_back_with_the_names(self, catalogue: Catalogue) -> None:
        dangling = room(TABLE, LEFT, RIGHT, relations="relate(near('chiar_1', 'table'))")
        _, writer = made(catalogue, fenced(dangling), fenced(GOOD))
        assert "near('chiar_1', 'table') cannot be read" in writer.heard[1]
        assert "a_room/chair_1" in writer.heard[1]

    def test_the_better_program_is_kept(self, catalogue: Catalogue) -> None:
        result, writer = made(catalogue, fenced(ONE_CHAIR), fenced(room(TABLE)), fenced(room(TABLE)))
        assert result.program.strip() == ONE_CHAIR.strip()
        assert result.record.outcome == "best-so-far"
        assert ONE_CHAIR.strip() in writer.heard[2]  # goes on from the one that is kept
        assert [r.kept for r in result.record.rounds] == [True, False, False]

    def test_a_model_that_falls_silent_loses_nothing(self, catalogue: Catalogue) -> None:
        result, _ = made(catalogue, fenced(ONE_CHAIR), ModelError("scripted gave no answer"))
        assert result.program.strip() == ONE_CHAIR.strip()
        assert any("gave no answer" in note for note in result.notes)

    def test_a_spent_budget_ends_with_the_best_so_far(self, catalogue: Catalogue) -> None:
        writer = ScriptedModel(fenced(ONE_CHAIR), fenced(GOOD))
        result = make_scene(
            MakingRequest(TEXT), Models(writer), catalogue, lambda s: evaluate_here(s, assets=catalogue),
            budget=Budget(requests=1),
        )  # fmt: skip
        assert result.program.strip() == ONE_CHAIR.strip()
        assert any("budget" in note for note in result.notes)

    def test_the_best_of_several_candidates_goes_on(self, catalogue: Catalogue) -> None:
        result, _ = made(catalogue, fenced(room(TABLE)), fenced(GOOD), fenced(ONE_CHAIR), candidates=3)
        assert result.program.strip() == GOOD.strip()
        assert len(result.record.rounds) == 3
        kept = [r.program.strip() for r in result.record.rounds if r.kept]
        assert kept[-1] == GOOD.strip()  # what the scene has, by which a replay is compared

    def test_cancelling_keeps_what_there_was(self, catalogue: Catalogue) -> None:
        job, record = Job(), RunRecord(kind="generate", request=TEXT)
        writer = ScriptedModel(fenced(ONE_CHAIR), fenced(GOOD))

        def evaluated(source: str) -> Scene:
            if len(writer.heard) == 2:
                job.cancel()
                job.check()
            return evaluate_here(source, assets=catalogue)

        with pytest.raises(JobCancelled):
            make_scene(MakingRequest(TEXT), Models(writer), catalogue, evaluated, record=record, job=job)
        assert record.outcome == "cancelled"
        assert [r.program.strip() for r in record.rounds] == [ONE_CHAIR.strip()]


class TestPlanner:
    def test_the_checker_judges_by_the_plan(self, catalogue: Catalogue) -> None:
        plan = Brief(things=(BriefThing(id="vase", noun="vase"), BriefThing(id="table", noun="table")))
        planner = ScriptedModel(plan)
        result, writer = made(catalogue, fenced(GOOD), fenced(GOOD), fenced(GOOD), planner=planner)
        assert result.brief == plan
        assert "a vase: nothing was placed for it" in writer.heard[1]
        assert '"noun": "chair"' in planner.heard[0]  # the draft of the embedded reader

    def test_without_a_plan_the_draft_stands(self, catalogue: Catalogue) -> None:
        planner = ScriptedModel(ModelError("scripted has no time"))
        result, _ = made(catalogue, fenced(GOOD), planner=planner)
        assert {thing.noun for thing in result.brief.things} == {"chair", "table"}
        assert any("no plan came" in note for note in result.notes)

    def test_other_languages_are_left_to_the_model(self, catalogue: Catalogue) -> None:
        plan = Brief(things=(BriefThing(id="chair", noun="chair", attributes="red", count=2),))
        writer = ScriptedModel(fenced(GOOD))
        result = make_scene(
            MakingRequest("ein Zimmer mit zwei roten Stühlen"), Models(writer, ScriptedModel(plan)), catalogue,
            lambda s: evaluate_here(s, assets=catalogue),
        )  # fmt: skip
        assert result.brief == plan
        assert result.checked.report.passed


class TestCritic:
    def test_a_critic_that_lies_loses_to_the_checker(self, catalogue: Catalogue) -> None:
        lies = [
            CritiqueFinding(about="looks", paths=("a_room/chair_1",), says="the left chair floats above the floor"),
            CritiqueFinding(about="floating", paths=("a_room/table",), says="the table is not on the ground"),
            CritiqueFinding(about="missing", says="there is no table"),
            CritiqueFinding(about="style", paths=("a_room/piano",), says="the piano is too dark"),
        ]
        critic = ScriptedModel(Critique(score=3, findings=tuple(lies)))
        result, writer = made(catalogue, fenced(GOOD), critic=critic)
        assert len(writer.heard) == 1
        assert result.program.strip() == GOOD.strip()
        assert sum("so it was not followed" in note for note in result.notes) == 4

    def test_a_critic_that_is_right_about_style_wins(self, catalogue: Catalogue) -> None:
        finding = CritiqueFinding(
            about="style", paths=("a_room/table",), says="the oak looks dull", change="take walnut"
        )
        critic = ScriptedModel(Critique(score=5, findings=(finding,)))
        better = GOOD.replace("oak dining table", "walnut dining table")
        result, writer = made(catalogue, fenced(GOOD), fenced(better), critic=critic)
        assert "the oak looks dull Change: take walnut" in writer.heard[1]
        assert critic.pictures == [1]
        assert result.program.strip() == better.strip()

    def test_what_makes_it_worse_is_not_kept(self, catalogue: Catalogue) -> None:
        finding = CritiqueFinding(about="composition", says="too full", change="take a chair away")
        critic = ScriptedModel(Critique(score=5, findings=(finding,)))
        result, _ = made(catalogue, fenced(GOOD), fenced(ONE_CHAIR), critic=critic)
        assert result.program.strip() == GOOD.strip()

    def test_a_content_critic_asks_for_nothing(self, catalogue: Catalogue) -> None:
        critic = ScriptedModel(Critique(score=9, findings=(CritiqueFinding(about="light", says="a little dark"),)))
        _, writer = made(catalogue, fenced(GOOD), critic=critic)
        assert len(writer.heard) == 1

    def test_the_critic_is_told_the_numbers(self, catalogue: Catalogue) -> None:
        critic = ScriptedModel(Critique(score=9))
        made(catalogue, fenced(GOOD), critic=critic)
        assert "chair_1: at (-1.20, 0.00, 0.00)" in critic.heard[0]
        assert "shows 3 of 3 clauses; nothing is wrong" in critic.heard[0]


def test_a_run_is_replayed_to_the_same_program(catalogue: Catalogue) -> None:
    first, _ = made(catalogue, fenced(ONE_CHAIR), fenced(GOOD))
    again = first.record.transcript.replay()
    second = make_scene(MakingRequest(TEXT), Models(again), catalogue, lambda s: evaluate_here(s, assets=catalogue))
    assert second.program == first.program
    assert second.notes == first.notes
