"""``scenewright ask``: answers questions about a scene from its graph, with or without a language model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.picture_places import refuse_picture
from scenewright.app.terminal.output import Reporter, UsageError, guarded
from scenewright.scene import atomic

if TYPE_CHECKING:
    from scenewright.scene.semantics.questions import GraphAnswer

__all__ = ["NO_ANSWER", "run"]

NO_ANSWER = 1
"""Exit code if nothing failed, but the question has no answer."""


def run(
    where: str,
    question: str | None,
    *,
    model: str | None,
    base_url: str | None,
    graph: Path | None,
    text: bool,
    generate: int | None,
    seed: int | None,
    root: str | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.asking import ASK, AskRequest, graph_png
        from scenewright.app.terminal.process import open_with_settings

        if question is None and graph is None and not text and generate is None:
            raise UsageError("give a question, or --graph FILE.png, --text or --generate N")
        if question is None and model is not None:
            raise UsageError("--model answers a question: give one")
        if graph is not None:
            refuse_picture(graph, "graph")
        session, _ = open_with_settings(where, {"seed": seed, "root": root}, reporter)
        request = AskRequest(question=question, model=model, base_url=base_url, practice=generate)
        with reporter.job("asking") as job:
            result = ASK(session, request, job=job)
            if graph is not None:
                atomic.write(graph, graph_png(result.graph, session.scene.root_name))
        reporter.warnings(result.warnings)
        values: dict[str, Any] = {"question": question, "model": model, "graph": None if graph is None else str(graph)}
        lines = [] if graph is None else [f"graph    {graph}"]
        if generate is not None:
            values["questions"] = [p.to_json() for p in result.practice]
            lines += [f"{p.question} {p.answer_text}" for p in result.practice]
            if len(result.practice) < generate:
                reporter.note(f"this scene allows only {len(result.practice)} different questions, not {generate}")
        if text:
            from scenewright.scene.semantics.scene_graph import graph_json
            from scenewright.scene.semantics.scene_graph.graph_text import graph_text

            values["scene_graph"] = graph_json(result.graph)
            lines += graph_text(result.graph).split("\n")
        if result.answer is not None:
            values |= result.answer.to_json()
            lines = [*_answer_lines(result.answer, result.graph.unit), *lines]
        reporter.result(values, lines)
        if result.answer is not None and not result.answer.answered:
            raise SystemExit(NO_ANSWER)


def _answer_lines(answer: GraphAnswer, unit: str) -> list[str]:
    """The answer for people, with the facts behind it. `unit`: that of lengths."""
    lines = answer.text.split("\n")
    for fact in answer.basis[:8]:
        if fact.value is None and not fact.paths:
            continue
        value = fact.said_value(unit)
        shown_value = f": {value}" if value else ""
        paths = ", ".join(fact.paths[:6]) + (" ..." if len(fact.paths) > 6 else "")
        lines.append(f"  {fact.what}{shown_value}{f'  ({paths})' if paths else ''}")
    lines += [f"  note: {note}" for note in answer.notes]
    return lines
