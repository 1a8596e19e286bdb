"""Left, right, in front and behind in answers: whose left was taken, where a thing lies instead, and how the main camera sees it."""

from __future__ import annotations

from collections.abc import Sequence

from scenewright.scene.english import Meaning
from scenewright.scene.semantics.queries import HOLDS, Sight
from scenewright.scene.semantics.questions.asking_answers import listed
from scenewright.scene.semantics.questions.asking_phrases import Phrases

__all__ = ["FRAMED", "SAID_SIDES", "frame", "frame_said", "sides", "told_sides"]

FRAMED = ("left_of", "right_of", "in_front_of", "behind")
"""The relations that depend on a point of view."""
SAID_SIDES = {
    "left_of": "to the left of",
    "right_of": "to the right of",
    "in_front_of": "in front of",
    "behind": "behind",
}


def frame(phrases: Phrases, after: str, targets: Sequence[int] = ()) -> str:
    """From whose point of view left and right are meant, for the notes of an answer. `targets`: the nodes that `after` names."""
    view = phrases.view
    if _frontless(phrases, targets):
        return f"as seen from the main camera, since {after} has no front"
    return {
        "picture": "as seen from the main camera",
        "plan": "as seen on the plan, from above",
        "facing": f"as somebody sees it who looks at {view.viewer or after}",
        "thing": f"as seen from {view.viewer}",
    }.get(view.kind, f"from {after}'s own point of view: its left is its own left hand")


def _frontless(phrases: Phrases, targets: Sequence[int]) -> bool:
    """Whether the targets have no left of their own, and the question says nobody else's."""
    return phrases.view.kind == "own" and bool(targets) and all(phrases.places.frontless(t) for t in targets)


def frame_said(phrases: Phrases, after: str, kinds: Sequence[str], targets: Sequence[int] = ()) -> str:
    """The same in the words of a sentence. `kinds`: the directions that it states."""
    if phrases.view.kind == "own" and not _frontless(phrases, targets):
        across = any(kind in ("left_of", "right_of") for kind in kinds)
        return f"by {after}'s own left and right" if across else f"as {after} itself faces"
    return frame(phrases, after, targets)


def sides(phrases: Phrases, i: int, k: int, sight: Sight | None = None) -> list[str]:
    """The directions in which node i lies from node k; the most likely one where none quite holds, none where the view shows none."""
    seen = phrases.sight() if sight is None else sight
    degrees = {kind: phrases.places.meant(Meaning(kind), i, k, sight=seen) for kind in FRAMED}
    held = [kind for kind, degree in degrees.items() if degree >= HOLDS]
    best = max(degrees, key=lambda kind: degrees[kind])
    return held or ([best] if degrees[best] > 0.0 else [])


def told_sides(phrases: Phrases, i: int, k: int) -> str:
    """Where node i lies from node k, from whose point of view, and where the main camera sees it, if that differs in left and right."""
    own = sides(phrases, i, k)
    names = phrases.names.the(i), phrases.names.the(k)
    told = listed([SAID_SIDES[kind] for kind in own]) if own else "in no clear direction from"
    text = f"{names[0]} {phrases.names.be([i])} {told} {names[1]}, {frame_said(phrases, names[1], own, [k])}"
    if phrases.view.kind != "own" or _frontless(phrases, [k]):
        return text
    seen = sides(phrases, i, k, Sight("picture"))
    across = [kind for kind in seen if kind in ("left_of", "right_of")]
    if across and across != [kind for kind in own if kind in ("left_of", "right_of")]:
        text += f", and {SAID_SIDES[across[0]]} it in the main camera's picture"
    return text
