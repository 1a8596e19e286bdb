"""A scene that is made in stages: each is judged by what is its own, kept, drawn, and can be gone on from."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from scenewright.app.agent.brief import Brief, BriefRelation, BriefThing, brief_of_text
from scenewright.app.agent.making import Critique, Made, MakingRequest, make_scene
from scenewright.app.agent.making.making_request import Models
from scenewright.app.agent.making.stages import ROOM_STAGES, brief_until, stages_for, stages_of_things
from scenewright.app.agent.runs import RunRecord, StageStart
from scenewright.app.language_models import Budget, ModelError, ModelPicture
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from tests.support.scripted_models import ScriptedModel, fenced
from tests.support.staged_rooms import STAGED_TEXT, stage_programs, staged_room

PLAN, FURNISHED, WALLS, CEILING, ALL = stage_programs()
BROKEN = "```python\nfrom scene.language import *\n@register('x')\ndef x(): return nothing()\n```"


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


@pytest.fixture(scope="module")
def brief(catalogue: Catalogue) -> Brief:
    return brief_of_text(STAGED_TEXT, catalogue)


@pytest.fixture(scope="module")
def complete(catalogue: Catalogue) -> tuple[Made, ScriptedModel]:
    """A run in which each stage is right at once."""
    return staged(catalogue, *map(fenced, (PLAN, FURNISHED, WALLS, CEILING, ALL)))


def staged(
    catalogue: Catalogue, *replies: object, budget: Budget | None = None, critic: ScriptedModel | None = None, **more: object
) -> tuple[Made, ScriptedModel]:  # fmt: skip
    writer = ScriptedModel(*replies)  # type: ignore[arg-type]

    def evaluated(source: str) -> Scene:
        return evaluate_here(source, assets=catalogue)

    request = MakingRequest(STAGED_TEXT, staged=True, **more)  # type: ignore[arg-type]
    return make_scene(request, Models(writer, None, critic), catalogue, evaluated, budget=budget), writer


class TestDivision:
    def test_things_come_with_the_stage_of_their_place(self, catalogue: Catalogue) -> None:
        text = (
            "a bedroom with a bed, a rug under the bed, a lamp on the nightstand, a painting above the bed "
            "and a pendant lamp hanging from the ceiling"
        )
        places = stages_of_things(brief_of_text(text, catalogue), catalogue)
        assert places["bed"] == places["rug"] == places["nightstand"] == "furniture"
        assert places["painting"] == "wall"
        assert places["pendant_lamp"] == "ceiling"
        assert places["lamp"] == "small"

    def test_a_lamp_with_each_nightstand_stands_on_it(self, catalogue: Catalogue) -> None:
        read = brief_of_text(
            "a room with two nightstands, each with a lamp, and two desks, each with a chair", catalogue
        )
        places = stages_of_things(read, catalogue)
        assert (places["lamp"], places["chair"]) == ("small", "furniture")

    def test_a_table_on_a_rug_is_furniture(self, catalogue: Catalogue) -> None:
        things = (BriefThing(id="table", noun="dining table"), BriefThing(id="rug", noun="rug"))
        on = BriefRelation(subject="table", kind="on", anchors=("rug",))
        assert stages_of_things(Brief(things=things, relations=(on,)), catalogue)["table"] == "furniture"

    def test_stages_add_up_to_the_brief(self, brief: Brief, catalogue: Catalogue) -> None:
        parts = [brief_until(brief, ROOM_STAGES, n, catalogue) for n in range(len(ROOM_STAGES))]
        assert [len(part.things) for part in parts] == [0, 1, 2, 2, 3]
        assert [len(part.relations) for part in parts][-1] == len(brief.relations)
        assert parts[-1] == brief

    def test_there_are_no_walls_outdoors(self, catalogue: Catalogue) -> None:
        garden = brief_of_text("a garden with a pond and three trees", catalogue)
        assert [stage.name for stage in stages_for(garden, pictured=False)] == ["plan", "furniture", "small"]


class TestStages:
    def test_each_stage_goes_on_from_the_one_before(self, complete: tuple[Made, ScriptedModel]) -> None:
        made, writer = complete
        assert [stage.name for stage in made.record.stages] == ["plan", "furniture", "wall", "ceiling", "small"]
        assert made.checked.report.passed
        assert made.record.outcome == "done"
        assert "Place nothing else yet" in writer.heard[0]
        assert "'oak dining table'" in writer.heard[2]
        assert "table: at (0.00, 0.00, 0.00)" in writer.heard[2]
        assert len(writer.heard) == 5  # nothing of a later stage was missed in an earlier one

    def test_a_finished_stage_is_drawn(self, complete: tuple[Made, ScriptedModel]) -> None:
        from scenewright.app.agent.making.staged_making import STAGE_SIZE  # as these tests have set it

        made, _ = complete
        pixels = [np.asarray(Image.open(io.BytesIO(stage.picture))) for stage in made.record.stages]
        assert all(p.shape == (*reversed(STAGE_SIZE), 3) for p in pixels)
        assert (pixels[0] != pixels[1]).any()

    def test_what_an_earlier_stage_placed_must_stay(self, catalogue: Catalogue) -> None:
        lost = staged_room("clock")
        made, writer = staged(catalogue, *map(fenced, (PLAN, FURNISHED, lost, WALLS, CEILING, ALL)))
        assert "table of an earlier stage is gone" in writer.heard[3]
        assert made.checked.report.passed

    def test_what_an_earlier_stage_placed_is_not_moved(self, catalogue: Catalogue) -> None:
        moved = WALLS.replace("table'), at=(0, 0, 0)", "table'), at=(1.2, 0, 0)")
        _, writer = staged(catalogue, *map(fenced, (PLAN, FURNISHED, moved, WALLS, CEILING, ALL)))
        assert "table of an earlier stage was moved" in writer.heard[3]
        assert "leave the middle of its bottom at (0.00, 0.00, 0.00)" in writer.heard[3]

    def test_a_stage_that_fails_is_left_out(self, catalogue: Catalogue) -> None:
        replies = [
            fenced(PLAN),
            fenced(FURNISHED),
            *[BROKEN] * 3,
            fenced(staged_room("table", "lamp")),
            fenced(CEILING),
            fenced(ALL),
        ]
        made, writer = staged(catalogue, *replies)
        assert [stage.name for stage in made.record.stages] == ["plan", "furniture", "ceiling", "small"]
        assert "a clock: nothing was placed for it" in writer.heard[6]  # later ones make up for it
        assert any(note.startswith("the walls: left out") for note in made.notes)
        assert made.checked.report.passed

    def test_the_critic_is_told_what_is_not_there_yet(self, catalogue: Catalogue) -> None:
        critic = ScriptedModel(Critique(score=9), repeat=True)
        staged(catalogue, *map(fenced, (PLAN, FURNISHED, WALLS, CEILING, ALL)), critic=critic)
        assert ["the walls, the ceiling, the small things come later" in said for said in critic.heard] == [True, False]

    def test_without_furniture_there_is_no_scene(self, catalogue: Catalogue) -> None:
        with pytest.raises(ModelError, match="silent"):
            staged(catalogue, fenced(PLAN), ModelError("it is silent"))

    def test_a_spent_budget_leaves_the_stages_that_are_done(self, catalogue: Catalogue) -> None:
        made, _ = staged(catalogue, *map(fenced, (PLAN, FURNISHED, WALLS)), budget=Budget(requests=3))
        assert [stage.name for stage in made.record.stages] == ["plan", "furniture", "wall"]
        assert any(note.startswith("not done: the ceiling, the small things") for note in made.notes)
        assert made.record.outcome == "best-so-far"
        assert "apple" in str(made.checked.report.findings)  # judged by the whole brief
        assert "wall clock" in made.program


class TestGoingOn:
    def test_finished_stages_are_not_done_again(self, catalogue: Catalogue, brief: Brief) -> None:
        start = StageStart(stage="wall", program=WALLS)
        made, writer = staged(catalogue, fenced(CEILING), fenced(ALL), start=start, brief=brief)
        assert [stage.name for stage in made.record.stages] == ["ceiling", "small"]
        assert len(writer.heard) == 2
        assert made.checked.report.passed

    def test_a_stage_that_there_is_not_is_an_error(self, catalogue: Catalogue) -> None:
        with pytest.raises(ModelError, match=r"no stage 'camera'.*plan, furniture"):
            staged(catalogue, start=StageStart(stage="camera", program=PLAN))

    def test_a_program_that_fails_is_an_error(self, catalogue: Catalogue) -> None:
        with pytest.raises(ModelError, match="program to go on from fails"):
            staged(catalogue, start=StageStart(stage="plan", program="from scene.language import *\nx = y\n"))

    def test_a_replay_makes_the_same_stages(self, catalogue: Catalogue, complete: tuple[Made, ScriptedModel]) -> None:
        made, _ = complete
        again = make_scene(
            MakingRequest(STAGED_TEXT, staged=True), Models(made.record.transcript.replay()), catalogue,
            lambda source: evaluate_here(source, assets=catalogue),
        )  # fmt: skip
        assert again.record.stages == made.record.stages
        assert again.program == made.program


class TestPictures:
    BOX = "place(primitive_call('cube', {'scale': (1.6, 0.75, 0.9)}, color=(0.5, 0.5, 0.5)), at=(0, 0.375, 0), name='box')"

    def test_each_stage_is_compared_with_the_picture(self, catalogue: Catalogue) -> None:
        picture = ModelPicture(_drawn(FURNISHED, catalogue), "picture 1 of what is asked for")
        critic = ScriptedModel(Critique(score=9), repeat=True)
        brief = Brief(things=(BriefThing(id="table", noun="table"),))
        made, writer = staged(
            catalogue, fenced(staged_room(self.BOX)), *[fenced(FURNISHED)] * 3, pictures=(picture,), brief=brief, critic=critic,
        )  # fmt: skip
        assert [stage.name for stage in made.record.stages] == ["camera", "geometry", "materials", "light"]
        assert writer.pictures == [1, 1, 1, 1]
        assert "Measured (left: the picture" in writer.heard[1]
        assert "outlines agree by 1.00" in writer.heard[2]
        assert ["this is about the camera alone" in said for said in critic.heard] == [True, False, False, False]
        assert made.checked.report.passed

    def test_of_equal_programs_the_nearer_one_is_kept(self, catalogue: Catalogue) -> None:
        picture = ModelPicture(_drawn(FURNISHED, catalogue), "picture 1 of what is asked for")
        finding = {"about": "camera", "says": "the eye is too high"}
        critic = ScriptedModel(Critique.model_validate({"score": 5, "findings": [finding]}), repeat=True)
        far = FURNISHED.replace("(2.2, 1.9, 1.8)", "(-2.2, 1.2, 1.8)")
        brief = Brief(things=(BriefThing(id="table", noun="table"),))
        made, _ = staged(
            catalogue, *[fenced(FURNISHED), fenced(far)] * 4, pictures=(picture,), brief=brief, critic=critic
        )
        assert made.program.strip() == FURNISHED.strip()
        assert any("what was made of the critique is worse" in note for note in made.notes)


def _drawn(program: str, catalogue: Catalogue) -> bytes:
    from scenewright.renderers.base import RenderRequest, warm_renderer

    scene = evaluate_here(program, assets=catalogue)
    request = RenderRequest(scene, cameras=scene.cameras[:1], width=96, height=72, provider=catalogue)
    data = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(warm_renderer("preview").render(request).views[0].color[..., :3])).save(
        data, "PNG"
    )
    return data.getvalue()


def test_a_record_without_stages_has_none() -> None:
    assert RunRecord(kind="generate", request="a room").stages == []
