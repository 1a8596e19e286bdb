"""``scenewright ask``: questions about a scene, answered from its graph, with or without a language model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.output import Reporter, UsageError, guarded
from scenewright.app.picture_places import refuse_picture
from scenewright.scene import atomic

if TYPE_CHECKING:
    from scenewright.scene.semantics.questions.asking_answers import Answer
    from scenewright.scene.semantics.scene_graph.graph import SceneGraph

__all__ = ["NO_ANSWER", "run"]

NO_ANSWER = 1
"""Exit code where nothing failed, but the question has no answer."""


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
        from scenewright.app.settings import open_with_settings

        if question is None and graph is None and not text and generate is None:
            raise UsageError("give a question, or --graph FILE.png, --text or --generate N")
        if question is None and model is not None:
            raise UsageError("--model answers a question: give one")
        if graph is not None:
            refuse_picture(graph, "--graph")
        session, _ = open_with_settings(where, {"seed": seed, "root": root}, reporter)
        with reporter.job("asking") as job:
            from scenewright.scene.geometry import scene_geometry
            from scenewright.scene.semantics.scene_graph.graph import GRAPH_TRIANGLES, scene_graph

            job.progress(0.0, "evaluating")
            scene = session.scene
            job.progress(0.5, "making the scene graph")
            geometry = scene_geometry(
                scene,
                provider=session.assets,
                root=session.folder,
                max_triangles=GRAPH_TRIANGLES,
                note_splats=False,
            )
            made = scene_graph(scene, geometry=geometry)
            if graph is not None:
                _draw(made, graph, scene.root_name)
            asked = None
            if question is not None and model is not None:
                asked = _by_model(made, question, model, base_url)
            elif question is not None:
                from scenewright.scene.semantics.questions.asking import Asker
                from scenewright.scene.semantics.questions.asking_lexicon import LexiconResolver

                asked = Asker(made, LexiconResolver(made, scene, geometry)).ask(question)
        reporter.warnings([*scene.warnings, *made.notes])
        values: dict[str, Any] = {"question": question, "model": model, "graph": None if graph is None else str(graph)}
        lines = [] if graph is None else [f"graph    {graph}"]
        if generate is not None:
            from scenewright.scene.semantics.questions.question_templates import generate_questions

            pairs = generate_questions(made, generate, seed=session.seed)
            values["questions"] = [p.to_json() for p in pairs]
            lines += [f"{p.question} {p.answer_text}" for p in pairs]
            if len(pairs) < generate:
                reporter.note(f"{len(pairs)} different questions can be asked of this scene, not {generate}")
        if text:
            from scenewright.scene.semantics.scene_graph.graph_text import graph_json, graph_text

            values["scene_graph"] = graph_json(made)
            lines.append(graph_text(made))
        if asked is not None:
            values |= asked.to_json()
            lines = [_told(asked), *lines]
        reporter.result(values, "\n".join(lines))
        if asked is not None and not asked.answered:
            raise SystemExit(NO_ANSWER)


def _by_model(graph: SceneGraph, question: str, model: str, base_url: str | None) -> Answer:
    from scenewright.app.agent.client import open_chat
    from scenewright.scene.semantics.questions.asking_answers import Answer
    from scenewright.scene.semantics.scene_graph.graph_text import INSTRUCTIONS, graph_text

    if not question.strip():
        return Answer("", None, "the question is empty: ask, for example, how many chairs there are")
    chat = open_chat(model, instructions=INSTRUCTIONS, base_url=base_url)
    reply = chat.say(f"{graph_text(graph)}\n\nQuestion: {question.strip()}")
    notes = (f"said by {model} from the scene graph, not measured",)
    return Answer("model", reply.text.strip() or None, reply.text.strip() or f"{model} said nothing", notes=notes)


def _draw(graph: SceneGraph, file: Path, title: str) -> None:
    import io

    from scenewright.renderers.graph_picture import draw_graph

    data = io.BytesIO()
    draw_graph(graph, title=title).save(data, "PNG")
    atomic.write(file, data.getvalue())


def _told(answer: Answer) -> str:
    """The answer for people, with what it rests on."""
    lines = [answer.text]
    for fact in answer.basis[:8]:
        if fact.value is None and not fact.paths:
            continue
        value = f"{fact.value:.3f}" if isinstance(fact.value, float) else fact.value
        told = "" if value is None else f": {value}"
        paths = ", ".join(fact.paths[:6]) + (" ..." if len(fact.paths) > 6 else "")
        lines.append(f"  {fact.what}{told}{f'  ({paths})' if paths else ''}")
    lines += [f"  note: {note}" for note in answer.notes]
    return "\n".join(lines)
