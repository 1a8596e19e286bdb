"""Ask a scene: questions in English, answered from its graph without a model.

Questions are about counts, existence, sizes, distances, relations and colours. Every answer gives its basis: paths and numbers. The answer
to a question that is not understood says so, with examples of questions that are. Where a word may mean several things, the answer says so.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from scenewright.scene.errors import QueryError
from scenewright.scene.semantics.questions import (
    ask_counts,
    ask_distances,
    ask_holders,
    ask_looks,
    ask_places,
    ask_relations,
    ask_sizes,
)
from scenewright.scene.semantics.questions.asking_answers import GraphAnswer, NotAnswered
from scenewright.scene.semantics.questions.asking_forms import Form, cleaned
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.asking_words import ExactResolver, NounResolver
from scenewright.scene.semantics.scene_graph import SceneGraph
from scenewright.scene.texts import QUESTION, readable_text

__all__ = ["MOST_LETTERS", "Asker", "examples"]

MOST_LETTERS = QUESTION.characters
"""The most characters of a question. A longer text is refused."""

_GROUPS = (
    ask_counts.FORMS,
    ask_distances.FORMS,
    ask_sizes.FORMS,
    ask_looks.FORMS,
    ask_places.FORMS,
    ask_holders.FORMS,
    ask_relations.FORMS,
)
"""The groups in the order in which they are tried. Relations come last of *is ...*, since they match any preposition."""

_FORMS: tuple[Form, ...] = tuple(form for group in _GROUPS for form in group)

_SHOWN = 3
"""Examples in the answer to a question that is not understood."""


def examples(most: int | None = None) -> list[str]:
    """An example of each form of question. `most`: the most of each group; None: all."""
    return [f"{e}?" for group in _GROUPS for e in [f.example for f in group if f.example][:most]]


class Asker:
    """Answers questions about one scene.

    Args:
        resolver: finds the nodes of a noun phrase; by default :class:`scenewright.scene.semantics.questions.asking_words.ExactResolver`.
    """

    def __init__(self, graph: SceneGraph, resolver: NounResolver | None = None) -> None:
        self.graph = graph
        self.resolver = resolver if resolver is not None else ExactResolver(graph)

    def ask(self, question: str) -> GraphAnswer:
        """Answer a question. The answer has no value where there is none."""
        length = len(str(question))
        if length > MOST_LETTERS:
            problem = f"the question is {length} letters long; at most {MOST_LETTERS} are read: ask one thing at a time"
            return GraphAnswer("", None, problem)
        try:
            question = readable_text(question, "the question", QUESTION, QueryError)
        except QueryError as error:
            return GraphAnswer("", None, str(error))
        text, view = cleaned(question)
        unreadable = _unreadable(question, text)
        if unreadable is not None:
            return GraphAnswer("", None, unreadable)
        if len(self.graph) < 2:
            return GraphAnswer("", None, "the scene has no named things: nothing can be asked of it")
        phrases = Phrases(self.graph, self.resolver)
        phrases.view = view
        failed: NotAnswered | None = None
        for form in _FORMS:
            match = form.compiled.fullmatch(text)
            if match is None:
                continue
            try:
                answer = form.answer(phrases, match)
            except NotAnswered as error:
                failed = failed or error
                if error.kind != "retry":
                    break
                continue
            if answer is not None:
                return answer
        if failed is not None:
            return failed.answer()
        return GraphAnswer(
            "",
            None,
            f"cannot read {question.strip()!r}: it is no form of question that is known; ask, for example: {' '.join(_nearest(text))}",
        )


def _nearest(text: str) -> list[str]:
    """Examples of the forms that are most like a question that is not understood, by its words, those at the beginning first."""
    words = text.split()
    likeness = {e: SequenceMatcher(None, words, e.rstrip("?").split(), autojunk=False).ratio() for e in examples()}
    first = {e: e.split()[:1] == words[:1] for e in likeness}
    return sorted(likeness, key=lambda e: -(likeness[e] + 0.1 * first[e]))[:_SHOWN]


def _unreadable(question: str, text: str) -> str | None:
    if not text:
        return "the question is empty: ask, for example, how many chairs there are"
    letters = [c for c in question if c.isalpha()]
    if letters and sum(c.isascii() for c in letters) < 0.7 * len(letters):
        return "questions are read in English only; a language model may answer in other languages"
    return None
