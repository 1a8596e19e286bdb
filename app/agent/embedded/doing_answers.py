"""Answers: questions about the scene, why something cannot be done, what can be said, and small talk."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.destinations import read_where
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.wanted import AskWanted, SmallTalk
from scenewright.app.agent.embedded.work import Work
from scenewright.scene.semantics.words import plural

if TYPE_CHECKING:
    from scenewright.scene.semantics.questions import GraphAnswer

__all__ = ["EXAMPLES", "answer_of", "beside_of", "help_text", "small_talk", "trouble_of"]

_ASPECT = 4.0 / 3.0

_SEATED = re.compile(
    r"^how many (?:people|persons|guests|of us|visitors|customers|kids|children) (?:can|could|may|will|are able to) (?:sit(?: down)?|be "
    r"seated|have a seat|find a seat)"
    r"(?: (?:here|in here|now|there|at once|in total|altogether))*"
)
"""Who asks for places to sit asks for seats."""

EXAMPLES = (
    "move the lamp to the left of the sofa",
    "push the table 30 cm toward the window",
    "turn the armchair toward the window",
    "make the table 1.2 m long",
    "paint the walls light blue",
    "add two chairs at the table",
    "replace the sofa with a bench",
    "remove all the chairs",
    "swap the lamp and the plant",
    "how many chairs are there?",
    "undo the last two changes",
)
"""Sentences that are understood, one of each kind."""


def answer_of(work: Work, wanted: AskWanted) -> GraphAnswer:
    """The answer to a question about the scene as it is now. *It* is what was spoken of last."""
    from scenewright.scene.semantics.questions import Asker, LexiconResolver

    scene = work.draft.scene
    graph = work.draft.derived.graph(scene)
    resolver = LexiconResolver(graph, scene, work.draft.derived.graph_geometry(scene))
    camera = work.draft.derived.views(_ASPECT, scene)[0]
    question = _named(work, _SEATED.sub("how many seats are there", wanted.question))
    return Asker(graph, resolver, camera=camera).ask(f"{question}?")


def beside_of(work: Work, question: str) -> tuple[str, ...]:
    """What a question names as the place of what it asks for: the desk of *what is on the desk*; () where it names none, or several."""
    words = question.split()
    for at in range(1, len(words)):
        where = read_where(" ".join(words[at:]))
        if where is None or where.kind != "at" or len(where.what) != 1:
            continue
        with suppress(CannotDo, MustAsk):
            found = work.things.find(where.what[0])
            return found if len(found) == 1 else ()
    return ()


def _named(work: Work, question: str) -> str:
    """A question with *it*, *this* and *them* as the names of what they mean."""
    words = question.split()
    scene = work.draft.scene
    said: list[str] = []
    for at, word in enumerate(words):
        this = word in ("this", "these") and (
            at + 1 == len(words) or words[at + 1] in ("here", "one", "ones", "from", "made")
        )
        it = word in ("it", "them", "they") and words[max(at - 1, 0)] not in ("is", "does") if at else False
        it = it or (word in ("it", "them", "they", "that") and at == len(words) - 1)
        paths = work.memory.this if this else work.memory.it if it else ()
        if len(paths) == 1:
            entity = scene.find(paths[0])
            alike = len(work.stage.alike(paths[0]))
            said.append(f"the {entity.name.replace('_', ' ')}" if alike == 1 else paths[0].partition("/")[2])
        elif len(paths) > 1 and len({scene.find(p).name for p in paths}) == 1:
            said.append(f"the {plural(scene.find(paths[0]).name.replace('_', ' '))}")
        else:
            said.append(word)
    return " ".join(said)


def trouble_of(work: Work) -> str:
    """Why the last request could not be done, or what it brought about.

    Raises:
        CannotDo: there was no trouble.
    """
    kept = work.memory.kept
    if kept.trouble:
        return f"{kept.trouble}" if not kept.tried else f"'{kept.tried}': {kept.trouble}"
    raise CannotDo(
        "Nothing was refused so far. Say where it should go, and I try it and say what is in the way.",
        ("move the sofa next to the window", "why can't the sofa go next to the window?"),
    )


def help_text(work: Work) -> str:
    """What can be said, with examples of this scene."""
    names = [work.draft.scene.find(p).name.replace("_", " ") for p in work.stage.things][:2]
    about = f" In this scene, try 'move the {names[0]} 20 cm to the left'." if names else ""
    listed = "; ".join(f"'{e}'" for e in EXAMPLES)
    return (
        "I move, turn, resize, colour, add, copy, replace, swap, rename and remove things, undo and redo changes, select things and answer "
        f"questions about the scene. You can say, for example: {listed}.{about}"
    )


def small_talk(wanted: SmallTalk, *, waiting: bool) -> str:
    """A short answer. `waiting`: a question of ours waits for an answer that is dropped now."""
    if wanted.kind == "dropped":
        return "All right, nothing was changed." if waiting else "All right."
    return {
        "hello": "Hello. Say what to change in the scene, or ask about it.",
        "thanks": "You are welcome.",
        "saved": "Every change is saved as it is made; 'undo' takes the last one back.",
        "fine": "Good. Say what to change next.",
    }[wanted.kind]
