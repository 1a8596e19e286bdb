"""What a writer is told in each turn of its conversation, beside the checker's findings (``feedback``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.agent.brief import Brief
from scenewright.app.agent.making.criticism import CritiqueFinding
from scenewright.app.agent.making.feedback import coordinate_lines
from scenewright.app.agent.making.prompts import Prompt, prompt, prompt_file
from scenewright.app.agent.making.retrieval import catalogue_lines
from scenewright.app.agent.making.vocabulary import function_lines, light_line, relation_lines, surface_line
from scenewright.app.language_models import data_block, data_line
from scenewright.scene.model import Scene
from scenewright.scene.texts import PROMPT

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["again_turn", "critique_turn", "data_of_brief", "first_turn", "writer_prompt"]

_MOST_BRIEF = 20_000


def writer_prompt(brief: Brief, text: str, catalogue: Catalogue) -> Prompt:
    """The writer's instructions for a brief."""
    return prompt(
        "writer",
        {
            "FUNCTIONS": function_lines(),
            "RELATIONS": relation_lines(),
            "SURFACES": surface_line(),
            "LIGHTS": light_line(),
            "CATALOGUE": catalogue_lines(brief, text, catalogue),
            "EXAMPLE_ROOM": prompt_file("examples/furnished_room.py"),
            "EXAMPLE_OBJECT": prompt_file("examples/built_object.py"),
        },
    )


def first_turn(brief: Brief, text: str, *, pictured: bool) -> str:
    """What is asked for. `pictured`: pictures of it come along."""
    parts = [f"Write the scene program for this description:\n{data_of_brief(brief, text)}"]
    if pictured:
        parts.append("The pictures show what is asked for. Match their camera, their places and their colours.")
    return "\n\n".join(parts)


def data_of_brief(brief: Brief, text: str) -> str:
    """A request, and how it was understood."""
    said = data_block(text, PROMPT.characters)
    if not brief.things:
        return said
    told = brief.model_dump_json(exclude_defaults=True, exclude={"summary"}, indent=1)
    return f"{said}\n\nIt was understood so; the checker will judge by it:\n{data_block(told, _MOST_BRIEF)}"


def again_turn(program: str) -> str:
    """Goes before feedback where the last reply was worse than the one that is kept."""
    return f"Your last reply was no better, and is thrown away. Go on from this program:\n```python\n{program}\n```\n\n"


def critique_turn(heard: list[CritiqueFinding], scene: Scene) -> str:
    """What a critic would change, with the coordinates of the scene."""
    lines = []
    for finding in heard:
        about = f"{', '.join(data_line(p, 80) for p in finding.paths[:6])}: " if finding.paths else ""
        change = f" Change: {data_line(finding.change)}" if finding.change else ""
        lines.append(f"- {about}{data_line(finding.says)}{change}")
    return "\n".join(
        [
            "The scene was drawn, and somebody who looked at the pictures would change this:",
            *lines,
            "",
            "Where things are now (middle of the bottom; box; direction it faces):",
            *coordinate_lines(scene),
            "",
            "Change this and leave everything else as it is. Reply with the whole program in one ```python block.",
        ]
    )
