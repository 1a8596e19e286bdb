"""What a name means here: a horse on a shelf is a toy, an umbrella in a hallway one for the rain, a cat that sleeps is curled up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.animal_poses import posed_name
from scenewright.app.writers.embedded.child_sizes import child_sized
from scenewright.app.writers.embedded.description import Description, ObjectRequest
from scenewright.app.writers.embedded.hanger_words import HANGERS
from scenewright.app.writers.embedded.nominals import is_outdoor
from scenewright.app.writers.embedded.sign_texts import worded_sign

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["meant_here"]

_LAID = frozenset(
    ["tables", "storage", "office", "kitchen", "tableware", "school", "beds", "seating", "textiles", "shop"]
)
"""Categories of what clothes lie on or in."""
_GARMENTS = frozenset(["coat", "shirt", "trousers", "skirt", "dress"])
"""The catalogue's words for clothes that hang on a hanger."""
_ON_HANGERS = HANGERS | word_set("wardrobe closet armoire mannequin dummy door hanger stand")
"""What clothes hang on or in, though it is furniture."""
_OPEN_AIR = {"blanket": "picnic blanket", "gingerbread house": "life-size gingerbread house"}
"""What a noun means in the open, where nothing carries it."""
_GROWN_WILD = {"fern": "wild fern"}
"""The same of what grows in pots within walls, and from the ground outside, whoever asks for it."""
_RAILWAY = word_set("model railway")
_LANDSCAPE = word_set("tree tunnel hill mountain station house cottage church")
"""Nouns of what stands beside the track of a model railway."""
_CLOTHES, _TOWEL, _HANGING_TOWEL = "folded clothes", "towel", "hanging towel"
_BALLOON, _BUNCH = "balloon", "bunch of balloons"

_LARGE = 0.7
"""Metres from which an animal, a vehicle or a building on a piece of furniture is meant as a small one."""
_PANS = word_set("pot pan saucepan skillet")
_BOUGHS = word_set("tree branch bough")
"""What a swing without a frame hangs from."""
_MODELS = ("toy {}", "model {}", "{} figurine")
"""What the small one is called, the likeliest first."""
_BEARERS = frozenset(["tables", "storage", "office", "kitchen", "tableware", "school"])
"""Categories of what carries small things."""
_UMBRELLA, _STAND = "umbrella", "umbrella stand"
_SHADED = word_set("table bench chair lounger deckchair sunbed bar sandbox stall")
"""What a parasol stands over."""


def meant_here(description: Description, request: ObjectRequest, kind: str, catalogue: Catalogue) -> str:
    """The catalogue's name for what a noun means in this place; '' where it means what it says. `kind`: of the room."""
    return (
        _umbrella_meant(description, request, kind)
        or _stand_meant(description, request)
        or _swing_meant(description, request)
        or _pan_meant(description, request)
        or _model_meant(description, request, catalogue)
        or _layout_meant(description, request, catalogue)
        or _open_air_meant(description, request, kind, catalogue)
        or _clothes_meant(description, request, catalogue)
        or _balloons_meant(description, request)
        or child_sized(description, request, kind)
        or ("" if request.expected else posed_name(description, request, catalogue))
        or worded_sign(description, request, catalogue)
    )


def _swing_meant(description: Description, request: ObjectRequest) -> str:
    """A swing that hangs from a tree is a board on ropes, and has no frame."""
    hung = (
        link for link in description.links if link.subject == request.index and link.kind in ("hung", "on", "under")
    )
    trees = any(description.requests[anchor].head in _BOUGHS for link in hung for anchor in link.anchors)
    return "tree swing" if request.words == "swing" and trees else ""


def _pan_meant(description: Description, request: ObjectRequest) -> str:
    """Pots and pans that hang over a stove or a table hang by their handles, in reach."""
    hung = any(k.subject == request.index and k.kind == "hanging" and k.place == "ceiling" for k in description.links)
    return "hanging pan" if hung and request.head in _PANS else ""


def _umbrella_meant(description: Description, request: ObjectRequest, kind: str) -> str:
    """An umbrella shades the tables out of doors; within walls it is one for the rain, closed where it stands in something."""
    if request.words != _UMBRELLA or request.expected:
        return ""
    own = [link for link in description.links if link.subject == request.index]
    anchors = [description.requests[a] for link in own for a in link.anchors]
    if any(link.kind == "inside" for link in own) or any("umbrella" in anchor.words for anchor in anchors):
        return "closed umbrella"
    open_air = description.outdoor or is_outdoor(kind)
    return "" if open_air or any(anchor.head in _SHADED for anchor in anchors) else "rain umbrella"


def _stand_meant(description: Description, request: ObjectRequest) -> str:
    """A stand for umbrellas is empty but for those that a text puts into it."""
    if request.words != _STAND:
        return ""
    put = [link for link in description.links if link.kind == "inside" and request.index in link.anchors]
    return f"empty {_STAND}" if any(description.requests[link.subject].head == _UMBRELLA for link in put) else ""


def _model_meant(description: Description, request: ObjectRequest, catalogue: Catalogue) -> str:
    """The small likeness of a large thing that a text puts on, or into, a piece of furniture; '' where it puts it elsewhere."""
    if request.known != request.words or not _is_carried(description, request, catalogue):
        return ""
    found = catalogue.find(request.words, k=1, meaning=False)
    if not found or found[0].entry.category != "outdoor" or max(found[0].entry.size) < _LARGE:
        return ""
    names = (model.format(request.words) for model in _MODELS)
    return next((name for name in names if name in catalogue.vocabulary), "")


def _open_air_meant(description: Description, request: ObjectRequest, kind: str, catalogue: Catalogue) -> str:
    """Out of doors a blanket is spread on the ground, a fern grows from it, and one can walk into a gingerbread house."""
    open_air = description.outdoor or is_outdoor(kind)
    carried = _is_carried(description, request, catalogue) or any(
        link.subject == request.index
        and any(_is_of(description.requests[a].words, _LAID, catalogue) for a in link.anchors)
        for link in description.links
    )
    if not open_air or carried:
        return ""
    return _GROWN_WILD.get(request.words) or ("" if request.expected else _OPEN_AIR.get(request.words, ""))


def _layout_meant(description: Description, request: ObjectRequest, catalogue: Catalogue) -> str:
    """The small likeness of what stands beside the track of a model railway: its station, its trees; '' where there is none."""
    model = f"model {request.words}"
    if (
        request.expected
        or request.known == model
        or model not in catalogue.vocabulary
        or not _beside(description, request)
    ):
        return ""
    return model


def _beside(description: Description, request: ObjectRequest) -> bool:
    """Whether the text puts a thing with, or to, a model railway."""
    if request.head not in _LANDSCAPE:
        return False
    railways = {r.index for r in description.requests if not r.expected and _RAILWAY.issubset(r.words.split())}
    about = [link for link in description.links if link.subject == request.index and link.anchors]
    return bool(railways) and (
        not about or any(railways.intersection(link.anchors) for link in about) or request.support == "floor"
    )


def _clothes_meant(description: Description, request: ObjectRequest, catalogue: Catalogue) -> str:
    """Clothes lie folded on a bed or shelf, and a towel on a rail or hook hangs; '' where they are as usual."""
    found = catalogue.find(request.words, k=1, meaning=False)
    word = found[0].entry.word if found else ""
    if word not in _GARMENTS and word != _TOWEL:
        return ""
    for link in description.links:
        if link.subject != request.index or link.kind not in ("on", "inside", "with", "hung"):
            continue
        anchors = [description.requests[a] for a in link.anchors]
        hangs = any(_ON_HANGERS.intersection(anchor.words.split()) for anchor in anchors)
        if word == _TOWEL:
            return _HANGING_TOWEL if hangs and not request.expected else ""
        lies = any(_is_of(anchor.words, _LAID, catalogue) for anchor in anchors) or link.place == "floor"
        if lies and not hangs and link.kind != "hung":
            folded = f"folded {request.words}"
            return folded if folded in catalogue.vocabulary else _CLOTHES
    return ""


def _balloons_meant(description: Description, request: ObjectRequest) -> str:
    """Balloons without a number are bunches, but one is tied to each of several chairs."""
    if request.words != _BALLOON or not request.at_least or request.plenty:
        return ""
    own = [link for link in description.links if link.subject == request.index]
    several = any(description.requests[a].count > 1 for link in own for a in link.anchors)
    return "" if several else _BUNCH


def _is_of(words: str, categories: frozenset[str], catalogue: Catalogue) -> bool:
    found = catalogue.find(words, k=1, meaning=False)
    return bool(found) and found[0].entry.category in categories


def _is_carried(description: Description, request: ObjectRequest, catalogue: Catalogue) -> bool:
    """Whether a link puts the thing on or into a piece of furniture for small things."""
    for link in description.links:
        if link.subject != request.index or link.kind not in ("on", "inside", "with"):
            continue
        if any(_is_of(description.requests[anchor].words, _BEARERS, catalogue) for anchor in link.anchors):
            return True
    return False
