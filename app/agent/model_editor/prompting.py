"""What a model is told of a scene and a turn."""

from __future__ import annotations

from scenewright.app.agent.dialogue import TurnRequest
from scenewright.app.agent.making import Prompt, prompt
from scenewright.app.agent.making.vocabulary import function_lines, relation_lines
from scenewright.app.language_models import MOST_GRAPH, data_block, data_line
from scenewright.app.session import Draft
from scenewright.scene.semantics.scene_graph.graph_text import graph_text

__all__ = ["editor_prompt", "turn_text"]

_MOST_PROGRAM = 120_000
_MOST_GRAPH = MOST_GRAPH // 2
_LAST_TURNS = 6


def editor_prompt() -> Prompt:
    """The editor's instructions."""
    return prompt("editor", {"FUNCTIONS": function_lines(), "RELATIONS": relation_lines()})


def turn_text(draft: Draft, turn: TurnRequest) -> str:
    """The first message of a turn: program, graph, selection, the turns before, and what is said."""
    graph = draft.derived.graph(draft.scene)
    parts = [
        f"The program:\n{data_block(draft.source, _MOST_PROGRAM)}",
        f"Its graph:\n{data_block(graph_text(graph, most_letters=_MOST_GRAPH), _MOST_GRAPH)}",
    ]
    if turn.selection:
        parts.append(f"Selected: {', '.join(data_line(path, 200) for path in turn.selection[:40])}")
    if turn.pinned:
        parts.append(f"Pinned, not to be moved: {', '.join(data_line(path, 200) for path in turn.pinned[:40])}")
    for past in turn.dialogue.turns[-_LAST_TURNS:]:
        about = f" (about {', '.join(data_line(p, 120) for p in past.paths[:6])})" if past.paths else ""
        parts.append(f"Before: the person said {data_line(past.said)!r}; you: {data_line(past.told)!r}{about}")
    parts.append(f"Now the person says:\n{data_block(turn.text, 4_000)}")
    return "\n\n".join(parts)
