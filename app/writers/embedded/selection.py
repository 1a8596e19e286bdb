"""Chooses a catalogue object for each request, and lists the words without one.

The words of a request are looked up as in the text, then by their last noun (*reading lamp* by a lamp), then by meaning, where the
sentence model is installed. The model is loaded only where the other ways find nothing. A match by noun or meaning is reported.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.writers.embedded.counters import case_meant, counter_meant
from scenewright.app.writers.embedded.description import Description, Nouns, ObjectRequest
from scenewright.app.writers.embedded.meant_here import meant_here
from scenewright.app.writers.embedded.seating import is_sat_at
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.layout.bodies import looks_over
from scenewright.scene.model import AssetRef, slug
from scenewright.scene.semantics.words import normalise

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.looks import RoomLooks
    from scenewright.assets import Catalogue, CatalogueEntry, CatalogueMatch

__all__ = ["Choice", "Item", "Unserved", "choose", "expected_choice", "in_variant", "nouns_of"]

# (kind of room, noun) -> the object that the noun means in such a room.
_ROOM_SENSE: dict[tuple[str, str], str] = {
    ("dining room", "table"): "dining table", ("dining room", "chair"): "dining chair",
    ("dining area", "table"): "dining table",
    ("dining area", "chair"): "dining chair", ("dining hall", "table"): "dining table",
    ("office", "chair"): "office chair", ("home office", "chair"): "office chair",
    ("breakfast nook", "table"): "dining table", ("garden", "table"): "garden table",
    ("garden", "chair"): "garden chair", ("park", "bench"): "park bench",
    ("yoga studio", "mat"): "yoga mat", ("gym", "mat"): "exercise mat", ("fitness room", "mat"): "exercise mat",
    ("patio", "table"): "patio table", ("patio", "chair"): "patio chair",
}  # fmt: skip
_MEANS = {
    "hanging rail": "clothes rail",
    "garment rail": "clothes rail",
    "rail": "clothes rail",
    "coat rail": "clothes rail",
}
"""Noun -> the object that it means, where the catalogue has it under another name."""
_STANDING_LAMPS = frozenset(["floor", "standing", "arc", "arched", "lava"])
"""Words of lamps that are of one kind wherever they stand."""
_LIGHTS = frozenset(["lamp", "light", "lantern", "chandelier"])
_MOST = 600
"""Greatest number of instances placed for one request. The rest is reported."""
_MOST_IN_ALL = 900
"""Greatest number of instances placed for one description. The rest is reported."""


@dataclass(frozen=True, slots=True)
class Unserved:
    """A word of the text for which nothing was placed, or another object (`instead`), and the reason."""

    word: str
    reason: str
    instead: str = ""


@dataclass(frozen=True)
class Choice:
    """The object for a request. `words`: the text that goes to ``asset_call``. `size`: (width, height, depth) in metres."""

    request: ObjectRequest
    entry: CatalogueEntry
    how: str
    words: str
    name: str
    identity: str
    ref: AssetRef
    size: tuple[float, float, float]
    support: str
    round: bool = False
    """Whether its outline from above is round."""
    resized: bool = False
    """Whether `size` is not the object's own."""


@dataclass
class Item:
    """One instance: the position of its base centre in metres, its turn in degrees, and what it stands on (`host`)."""

    choice: Choice
    ordinal: int
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    turn: float = 0.0
    host: Item | None = None
    placed: bool = False
    wall: str = ""
    mounted: bool = False  # hangs on a wall
    proxy: Item | None = None  # for an item on a wall: the furniture below it
    below: bool = False  # it stands under its host
    hung: bool = False  # it hangs from its host
    reach: float = 0.0  # metres that what hangs from it needs below its base
    carries: int = 0  # things that hang from it side by side
    laden: float = 0.0  # its height with what stands on it, where that is known before its place
    foot: float | None = None  # half the width of what it stands on, where others may stand under the rest of it
    stands: str = ""  # its support, if not the usual one of its kind
    box: tuple[float, float, float] | None = None  # the size that it is fitted to, if not its own
    slot: tuple[float, float, float] | None = None  # its place in the frame of its host, where that is decided
    upright: bool = False  # a book that stands on its lower edge, its spine to the front
    dresses: bool = False  # it is no furniture, and nothing but such things stands on it
    notes: list[str] = field(default_factory=list)

    @property
    def support(self) -> str:
        """'floor', 'wall', 'ceiling', 'surface' or 'rug'."""
        return self.stands or self.choice.support

    @property
    def size(self) -> tuple[float, float, float]:
        """(width, height, depth) in metres as it stands."""
        width, height, depth = self.box or self.choice.size
        return (height, depth, width) if self.upright else (width, height, depth)

    @property
    def width(self) -> float:
        return self.size[0]

    @property
    def height(self) -> float:
        return self.size[1]

    @property
    def depth(self) -> float:
        return self.size[2]

    @property
    def words(self) -> tuple[str, ...]:
        """What the catalogue calls it, lower case, the noun last."""
        return tuple(self.choice.entry.word.lower().split())

    @property
    def category(self) -> str:
        return self.choice.entry.category

    @property
    def looked_over(self) -> bool:
        """Whether people are at its front and look over it, as at a desk."""
        entry = self.choice.entry
        clearance = (entry.clearance.get("front", 0.0), entry.clearance.get("back", 0.0))
        return looks_over((self.choice.name, entry.word, entry.title), clearance)

    @property
    def said(self) -> frozenset[str]:
        """The words of the text that describe it."""
        said = frozenset(self.choice.request.phrase.lower().replace("-", " ").split())
        return said | {"round"} if self.choice.round else said

    @property
    def request(self) -> int:
        return self.choice.request.index


def nouns_of(catalogue: Catalogue) -> Nouns:
    """The catalogue's nouns for the reader of descriptions."""
    support: dict[str, str] = {}
    thing: dict[str, str] = {}
    for entry in catalogue.entries:
        for word in entry.words:
            support.setdefault(word, entry.support)
            thing.setdefault(word, entry.key)
    for entry in catalogue.entries:
        for word in entry.stands_for:
            support.setdefault(word, entry.support)
            thing.setdefault(word, word)
    return Nouns(catalogue.vocabulary, lambda word: support.get(word, "floor"), lambda word: thing.get(word, word))


def choose(
    description: Description, catalogue: Catalogue, *, seed: int = 0, looks: RoomLooks | None = None
) -> tuple[list[Choice], list[Unserved]]:
    """Objects for the requests, in the order of the text, and the words without one. Limits each request's count to `_MOST`.

    Args:
        looks: gives a look to what the text does not describe; None: all looks as the catalogue has it.
    """
    choices: list[Choice] = []
    unserved: list[Unserved] = []
    placed = 0
    known: dict[tuple[object, ...], tuple[CatalogueMatch | None, Choice | None]] = {}
    for request in description.requests:
        if request.count <= 0:
            continue
        kind, senses = _kind(description, request), _senses(description, request)
        here = meant_here(description, request, kind, catalogue)
        key = (request.words, request.phrase, request.known, request.expected, kind, senses, here)
        if key not in known:
            usual = None if request.expected else description.usual_things.get(request.words)
            usual = (
                usual
                or _ROOM_SENSE.get((kind, request.words))
                or counter_meant(kind, request)
                or case_meant(kind, request)
            )
            usual = "" if _says_which(request, catalogue) else usual
            usual = here or usual
            match = _match(request, usual, catalogue, senses=senses)
            known[key] = match, None if match is None else _choice(request, match, catalogue, seed, looks)
        match, choice = known[key]
        choice = None if choice is None else replace(choice, request=request)
        if match is None and request.expected:
            continue
        if match is None:
            unserved.append(Unserved(request.words, _why(request, catalogue)))
            continue
        if choice is None and request.expected:
            continue
        if choice is None:
            unserved.append(Unserved(request.words, "the catalogue's object cannot be made"))
            continue
        if request.expected:
            request.count = min(request.count, _MOST, _MOST_IN_ALL - placed)
            placed += request.count
            if request.count > 0:
                choices.append(choice)
            continue
        choices.append(choice)
        if match.note:
            unserved.append(
                Unserved(request.words, f"drawn as {match.entry.phrase}: the catalogue has none", match.entry.phrase)
            )
        elif match.how == "head" and match.entry.word != request.words:
            unserved.append(
                Unserved(
                    request.words,
                    f"served by {match.head}: the catalogue has no {request.words} of its own",
                    match.head,
                )
            )
        if request.count > _MOST:
            unserved.append(Unserved(request.words, f"{request.count} were asked for, {_MOST} are placed"))
            request.count = _MOST
        if placed + request.count > _MOST_IN_ALL:
            unserved.append(Unserved(request.words, f"a scene of a text has at most {_MOST_IN_ALL} objects"))
            request.count = _MOST_IN_ALL - placed
            choices.pop()
            if request.count > 0:
                choices.append(choice)
        placed += request.count
        kept = f"kept in the words of the {request.words}: nothing was placed for it"
        unserved.extend(Unserved(noun, kept) for noun in request.contents)
    unserved.extend(Unserved(word, reason) for word, reason in description.aside)
    return choices, _once(unserved)


def _once(unserved: list[Unserved]) -> list[Unserved]:
    seen: dict[str, Unserved] = {}
    for item in unserved:
        seen.setdefault(item.word, item)
    return list(seen.values())


def _kind(description: Description, request: ObjectRequest) -> str:
    zones = description.zones
    return zones[request.zone].kind if request.zone < len(zones) else ""


def _senses(description: Description, request: ObjectRequest) -> tuple[str, ...]:
    """Modifiers that the context implies, the best first: *table* for a lamp on a nightstand, *pendant* for one that hangs, *wall* for a
    shelf above a sofa."""
    own = [link for link in description.links if link.subject == request.index]
    above = [link for link in own if link.kind == "above" and request.support == "floor"]
    if any(link.kind == "hanging" for link in own) and request.support in ("floor", "surface"):
        return ("pendant",)
    if above or (request.support in ("floor", "surface") and any(k.kind == "on_wall" for k in own)):
        over_table = any(is_sat_at(description.requests[a].words) for link in above for a in link.anchors)
        return ("pendant", "wall") if over_table and request.head in _LIGHTS else ("wall", "wall mounted", "floating")
    return ("table",) if request.support == "floor" and _on_top(description, request) else ()


def _says_which(request: ObjectRequest, catalogue: Catalogue) -> bool:
    """Whether the words before the noun name an object of their own: a wicker chair is that in any room."""
    head = catalogue.parse(request.phrase).head
    return head != request.words and head.endswith(f" {request.words}") and head in catalogue.vocabulary


def _on_top(description: Description, request: ObjectRequest) -> bool:
    """Whether a link puts the request on, in or with a piece of furniture."""
    requests = description.requests
    return any(
        link.subject == request.index
        and link.kind in ("on", "inside", "with")
        and any(requests[a].support == "floor" and requests[a].known for a in link.anchors)
        for link in description.links
    )


def _match(
    request: ObjectRequest, usual: str | None, catalogue: Catalogue, *, senses: tuple[str, ...] = ()
) -> CatalogueMatch | None:
    """The best entry for a request: by the whole noun, by its last noun, by meaning. None where none matches. `usual`: what its plain
    noun means in this kind of room."""
    tried = []
    lamp = request.head == "lamp" and not _STANDING_LAMPS & set(request.phrase.lower().split())
    whole = request.known and not lamp  # a reading lamp is a table lamp, on a table
    nouns = (request.words,) if whole else (request.words, request.head)
    named = (f"{sense} {noun}" for sense in senses for noun in nouns)
    meant = next((words for words in named if words in catalogue.vocabulary), None)
    if meant is not None:
        before = request.phrase[: -len(request.words)] if request.phrase.endswith(request.words) else ""
        tried.append(f"{before}{meant}")
    if usual:
        before = request.phrase[: -len(request.words)] if request.phrase.endswith(request.words) else ""
        tried.append(f"{before}{usual}")
    said = " ".join(request.phrase.lower().split()[-2:])
    if request.known is None and (said in _MEANS or request.words in _MEANS):
        tried.append(_MEANS.get(said) or _MEANS[request.words])
    tried.append(request.phrase)
    if request.words not in request.phrase:
        tried.append(request.words)
    best: CatalogueMatch | None = None
    for words in tried:
        found = catalogue.find(words, k=1, meaning=False)
        if found and found[0].how in ("exact", "synonym"):
            return found[0]
        best = best or (found[0] if found else None)
    if best is not None:
        return best
    if catalogue.meaning_missing is None:
        found = catalogue.find(request.words, k=1, meaning=True)
        if found:
            return found[0]
    return None


def _why(request: ObjectRequest, catalogue: Catalogue) -> str:
    near = catalogue.nearest_words(request.words)
    hint = f"; nearest: {', '.join(near)}" if near else ""
    missing = catalogue.meaning_missing
    without = f" (searched by name only: {missing})" if missing else ""
    return f"the catalogue has nothing for it{hint}{without}"


def _choice(
    request: ObjectRequest, match: CatalogueMatch, catalogue: Catalogue, seed: int, looks: RoomLooks | None
) -> Choice | None:
    words = _asset_words(request, match, catalogue)
    if looks is not None:
        words = looks.words_for(request, match.entry, words, catalogue)
    try:
        ref = catalogue.resolve(words, None, seed)
    except AssetError:
        try:
            words = match.entry.word
            ref = catalogue.resolve(words, None, seed)
        except AssetError:
            return None
    low, high = ref.hull.min(axis=0), ref.hull.max(axis=0)
    width, height, depth = (round(float(v), 4) for v in high - low)
    return Choice(
        request,
        match.entry,
        match.how,
        words,
        slug(" ".join(normalise(request.words))),
        request.phrase,
        ref,
        (width, height, depth),
        match.entry.support,
        match.entry.category in ("tables", "outdoor") and _is_round(ref),
    )


def _is_round(ref: AssetRef) -> bool:
    """Whether the outline of an asset from above is about a circle: equally wide in all directions."""
    angles = np.arange(12) * (np.pi / 12)
    widths = np.ptp(ref.hull[:, [0, 2]] @ np.array([np.cos(angles), np.sin(angles)]), axis=0)
    return bool(widths.max() < 1.08 * widths.min())


def expected_choice(request: ObjectRequest, catalogue: Catalogue) -> Choice | None:
    """The object for a request that the text does not make; None where the catalogue has none."""
    match = _match(request, "", catalogue)
    return None if match is None else _choice(request, match, catalogue, 0, None)


def in_variant(choice: Choice, variant: str, catalogue: Catalogue) -> Choice:
    """The same object in a variant, where it has that variant: a television without its feet."""
    rivals = {word for words in choice.entry.variants.values() if variant in words for word in words}
    words = f"{variant} {choice.words}"
    if variant not in rivals or any(v in choice.words.lower() for v in rivals):
        return choice
    try:
        ref = catalogue.resolve(words, None, 0)
    except AssetError:
        return choice
    width, height, depth = (round(float(v), 4) for v in np.ptp(ref.hull, axis=0))
    return replace(choice, words=words, ref=ref, size=(width, height, depth))


def _asset_words(request: ObjectRequest, match: CatalogueMatch, catalogue: Catalogue) -> str:
    """Words that find the entry again without the sentence model: the request's attributes and a noun of the entry."""
    noun = match.head if match.how in ("exact", "synonym", "head", "stand-in") else match.entry.word
    reading = catalogue.parse(request.phrase)
    if reading.known and reading.head == noun and reading.compound == reading.head:
        return request.phrase
    # attributes of the text, noun of the catalogue
    before = request.phrase
    for said in (request.words, reading.compound, reading.head):
        at = before.lower().rfind(said.lower()) if said else -1
        if at >= 0:
            words = f"{before[:at]}{noun}{before[at + len(said) :]}"
            read = catalogue.parse(words)
            if read.known and read.head == noun and read.compound == read.head:
                return " ".join(words.split())
    looks = [
        *reading.sizes,
        *reading.colors,
        *reading.materials,
        *([reading.shape] if reading.shape else []),
        *reading.styles,
    ]
    words = " ".join([*looks, noun])
    read = catalogue.parse(words)
    return words if read.known and read.head == noun else noun
