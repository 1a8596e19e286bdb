"""Who is who in a description: noun phrases to requests, to places of the room, or to nothing.

A phrase names something new, or something that was named before. Definite phrases, pronouns and landmarks look back; what
they find is not asked for again. The newest mention wins, then the best fit of the words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.agent.description import Description, Nouns, Request, Zone
from app.agent.elements import Phrase
from app.agent.lexicon import (
    ABSTRACT,
    ARCHITECTURE,
    CONTENT_HEADS,
    DEPICTIONS,
    LOCAL_PARTS,
    PARTS,
    PLURAL_COUNT,
    REFERRING,
    REGIONS,
    is_abstract,
    is_person,
    word_set,
)
from app.agent.nominals import fit_of, from_tokens, is_room, noun_of, phrase_text, room_kind, says_no_more
from assets.attributes import ObjectPhrase, normalise, parse
from assets.lexicon import PAIRS

__all__ = ["Cast", "Ref", "Target"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A request, or `count` of its instances."""

    index: int
    count: int | None = None


@dataclass
class Target:
    """What a phrase stands for: requests (`refs`), a `place` of the room, a `region` of either; or nothing at all."""

    refs: list[Ref] = field(default_factory=list)
    place: str = ""
    region: str = ""
    detail: str = ""
    each: bool = False
    new: bool = False
    part: str = ""
    nothing: bool = False


_NOTHING = Target(nothing=True)
# Parts that say which kind of thing they belong to.
_PART_OWNERS = {
    "mattress": ("bed", "crib", "cot", "futon", "daybed", "bunk"), "headboard": ("bed",), "footboard": ("bed",),
    "desktop": ("desk", "table", "workbench"),
    "tabletop": ("table", "desk", "counter", "island"), "countertop": ("counter", "vanity", "island", "cabinet", "sink", "bar"),
    "backrest": ("sofa", "chair", "bench", "couch", "armchair", "daybed", "sectional", "loveseat", "bed"),
    "armrest": ("sofa", "chair", "couch", "armchair"), "seat": ("chair", "bench", "sofa", "stool", "armchair"),
    "cushion": ("sofa", "chair", "armchair", "bench", "couch"),
    "worktop": ("counter", "island", "bench", "table"), "drawer": ("dresser", "nightstand", "desk", "cabinet", "chest"),
    "lid": ("chest", "box", "toilet", "piano", "bin"),
}  # fmt: skip


class Cast:
    """The requests of a description as it is read, and how recently each was mentioned."""

    def __init__(self, description: Description, nouns: Nouns) -> None:
        self.description = description
        self.nouns = nouns
        self.clock = 0
        self.mentioned: dict[int, int] = {}
        self.zone = 0
        self.sentence = 0
        self.born: dict[int, int] = {}  # request -> sentence

    # -- words -----------------------------------------------------------------------------------------------------

    def read(self, phrase: Phrase) -> ObjectPhrase:
        """The attributes and the noun of a phrase."""
        assert phrase.head is not None
        reading = parse(phrase_text(phrase), self.nouns.vocabulary)
        if (
            reading.head.split()[-1:] != [phrase.head.lemma]
            and phrase.head.low not in reading.head
            and not reading.known
        ):
            # 'half-finished relief': a participle with a hyphen ends the phrase for the parser
            plain = [t.low for t in phrase.modifiers if "-" not in t.low and t.pos != "E"]
            reading = parse(" ".join([*plain, phrase.head.low]), self.nouns.vocabulary)
        return reading

    def known(self, phrase: Phrase) -> str | None:
        """The catalogue's word for the phrase's noun, the longest that fits."""
        assert phrase.head is not None
        reading = self.read(phrase)
        return reading.head if reading.known else None

    def kind(self, phrase: Phrase) -> str:
        """'object', 'room', 'place', 'region', 'part', 'person', 'abstract', 'refer' or 'number'."""
        head = phrase.head
        if head is None:
            return "pronoun"
        low, lemma = head.low, head.lemma
        known = self.known(phrase)
        compound = known is not None and " " in known.replace("-", " ")
        whole = f"{phrase.modifiers[-1].low} {lemma}" if phrase.modifiers else lemma
        if whole in _ABSTRACT_PAIRS:
            return "abstract"
        if compound:
            return "object"
        if whole in ARCHITECTURE and " " in whole:
            return "place"
        if self.description.zones and (lemma in ARCHITECTURE or low in ARCHITECTURE) and lemma != "room":
            return "region" if lemma == "corner" and phrase.of and self._is_thing(phrase.of) else "place"
        if is_room(phrase) and not self._object_after_all(phrase, known):
            return "room"
        bare = not phrase.determiner and phrase.number is None and not phrase.plural
        if lemma in ARCHITECTURE or low in ARCHITECTURE:
            return "region" if lemma == "corner" and phrase.of and self._is_thing(phrase.of) else "place"
        unowned = known is None or not phrase.determiner or phrase.of or phrase.possessor
        if unowned and (low in REGIONS or lemma in REGIONS):
            return "region"
        if known is not None:
            vague = bare or (phrase.determiner in ("the", "this") and phrase.number is None and not self._named(lemma))
            if vague and lemma in ABSTRACT and not _thinglike(phrase):
                return "abstract"
            return "object"
        if (is_person(lemma) or is_person(low)) and not (lemma in _MACHINES and _thinglike(phrase)):
            return "person"
        if low in REFERRING or lemma in REFERRING:
            if not phrase.definite and lemma in _SOME_THING and (phrase.modifiers or phrase.plural):
                return "object"
            if any(t.pos == "N" for t in phrase.modifiers) and not phrase.definite:
                return "object"  # 'a model train set'
            return "refer" if phrase.definite or not phrase.modifiers else "abstract"
        if lemma in PARTS or low in PARTS:
            return "part"
        if is_abstract(low) or is_abstract(lemma):
            return "abstract"
        return "object"

    def _named(self, noun: str) -> bool:
        return any(request.head == noun for request in self.description.requests)

    def _is_thing(self, phrase: Phrase) -> bool:
        return phrase.head is None or self.kind(phrase) in ("object", "refer", "part")

    def _object_after_all(self, phrase: Phrase, known: str | None) -> bool:
        """A word that is a room and a thing ('a pantry', 'a bar', 'a puppet theater'): a thing once the room is known."""
        assert phrase.head is not None
        compound = any(t.pos in ("N", "G") for t in phrase.modifiers) and len(room_kind(phrase).split()) == 1
        if not self.description.zones and not (self.description.requests and compound):
            return phrase.number is not None and phrase.number > 1 and known is not None
        if known is not None and known != phrase.head.lemma:
            return True
        named = room_kind(phrase).split()
        before = [t for t in phrase.modifiers if t.pos in ("N", "G")]
        return len(named) == 1 and (known is not None or bool(before)) and not phrase.possessor

    # -- looking back ----------------------------------------------------------------------------------------------

    def mention(self, refs: list[Ref]) -> None:
        self.clock += 1
        for ref in refs:
            self.mentioned[ref.index] = self.clock

    def requests(self) -> list[Request]:
        """Newest mention first."""
        return sorted(self.description.requests, key=lambda r: (-self.mentioned.get(r.index, 0), -r.index))

    def furniture(self, skip: list[Ref]) -> list[Request]:
        """What other things can stand on or beside, newest mention first."""
        out = [
            r
            for r in self.requests()
            if r.support not in ("surface", "ceiling") and all(s.index != r.index for s in skip)
        ]
        return sorted(out, key=lambda r: (r.support == "rug", -self.mentioned.get(r.index, 0)))

    def single(self, ref: Ref) -> bool:
        """Whether a reference means one thing."""
        return (ref.count or self.description.requests[ref.index].count) == 1

    def last_plural(self, at_least: int = 2) -> Request | None:
        for request in self.requests():
            if request.count >= at_least:
                return request
        return None

    def antecedents(self, phrase: Phrase, reading: ObjectPhrase, *, landmark: bool) -> list[Ref]:
        """Requests that the phrase may point back at: the best fit; all that fit equally, for a plural."""
        assert phrase.head is not None
        scored: list[tuple[float, int, Request]] = []
        for request in self.description.requests:
            fit = fit_of(phrase, reading, request)
            if fit > 0 and request.zone != self.zone:
                fit -= 0.4
            if fit > 0:
                scored.append((fit, self.mentioned.get(request.index, 0), request))
        if not scored:
            return []
        if not phrase.definite and landmark:
            scored = [s for s in scored if s[0] >= 3 and says_no_more(reading, s[2])]
            if not scored:
                return []
        if phrase.plural and phrase.number is None and not phrase.each:
            # 'the game consoles' are not the one console
            scored = [s for s in scored if s[0] >= 3 or s[2].count > 1]
            if not scored:
                return []
        scored.sort(key=lambda s: (-s[0], -s[1]))
        best = scored[0][2]
        wanted = phrase.number
        if phrase.each or (phrase.plural and wanted is None) or phrase.determiner == "both":
            same = [r for fit, _, r in scored if fit >= scored[0][0] - 0.3 and r.head == best.head]
            return [Ref(r.index) for r in sorted(same, key=lambda r: r.index)]
        if wanted is not None and wanted > 1 and best.count < wanted:
            same = [r for fit, _, r in scored if r.head == best.head]
            if sum(r.count for r in same) == wanted:
                return [Ref(r.index) for r in sorted(same, key=lambda r: r.index)]
            if not phrase.partitive and not phrase.definite:
                return []
        count = (
            wanted
            if wanted is not None and wanted < best.count
            else 1
            if not phrase.plural and best.count > 1
            else None
        )
        return [Ref(best.index, count)]

    # -- resolving -------------------------------------------------------------------------------------------------

    def resolve(
        self, phrase: Phrase, *, landmark: bool = False, skip: list[Ref] | None = None, subject: list[Ref] | None = None
    ) -> Target:
        """What a phrase stands for. `landmark`: it follows a preposition of place; `skip`: what is being placed."""
        skip = skip or []
        if phrase.head is None:
            return self._pronoun(phrase, skip, subject or [])
        kind = self.kind(phrase)
        if kind == "room":
            return self._room(phrase)
        if kind == "place":
            return self._place(phrase)
        if kind == "region":
            return self._region(phrase, skip, subject or [])
        if kind in ("person", "abstract"):
            return self._abstract(phrase, landmark, skip, subject or [])
        if kind == "refer":
            return self._referring(phrase, skip)
        if kind == "part" or (
            phrase.head.lemma in LOCAL_PARTS
            and ((phrase.of is not None and phrase.of.definite) or phrase.possessor or phrase.determiner == "its")
        ):
            found = self._part(phrase, skip, subject or [])
            if found is not None:
                return found
            if kind == "part" and phrase.definite:
                return Target(nothing=True)
        return self._object(phrase, landmark)

    def _object(self, phrase: Phrase, landmark: bool) -> Target:
        assert phrase.head is not None
        reading = self.read(phrase)
        if phrase.determiner in ("no", "any"):
            return Target(nothing=True)
        looks_back = phrase.definite or phrase.partitive or phrase.each or landmark
        if looks_back and not (phrase.other and phrase.determiner == "another"):
            refs = self.antecedents(phrase, reading, landmark=landmark)
            part = self._compound_part(phrase) if not refs else None
            if part is not None:
                return part
            if refs:
                if phrase.other and phrase.determiner != "another" and len(refs) == 1:
                    refs = [Ref(refs[0].index, phrase.number or 1)]
                self.mention(refs)
                self._add_words(phrase, reading, refs)
                return Target(refs, each=phrase.each or phrase.determiner == "both")
        return Target([self.new(phrase, reading)], each=phrase.each, new=True)

    def _add_words(self, phrase: Phrase, reading: ObjectPhrase, refs: list[Ref]) -> None:
        """A later mention may say more: 'the sofa ... the grey sofa'."""
        if len(refs) != 1 or refs[0].count is not None:
            return
        request = self.description.requests[refs[0].index]
        request.spans.append((phrase.start, phrase.end))
        said = [w for w in (*reading.colors, *reading.materials) if w not in request.phrase]
        if (
            said
            and reading.head.split()[-1:] == [request.head]
            and not (request.reading.colors or request.reading.materials)
        ):
            self.qualify(request, " ".join(said))

    def qualify(self, request: Request, words: str, *, after: bool = False) -> None:
        """More words for a request: before its noun, or after it."""
        request.phrase = f"{request.phrase} {words}" if after else f"{words} {request.phrase}"
        request.reading = parse(request.phrase, self.nouns.vocabulary)

    def new(self, phrase: Phrase, reading: ObjectPhrase) -> Ref:
        """A request for what the phrase names."""
        assert phrase.head is not None
        known = reading.head if reading.known else None
        text = phrase_text(phrase, singular_head=not self._always_plural(phrase, known))
        carried: list[str] = []
        contents: list[str] = []
        if phrase.of is not None and phrase.of.head is not None:
            inner = phrase_text(phrase.of, determiner=True)
            whole = parse(f"{text} of {inner}", self.nouns.vocabulary)
            if " of " in whole.head or phrase.head.lemma in CONTENT_HEADS | DEPICTIONS or phrase.head.low in DEPICTIONS:
                reading, text = whole, f"{text} of {inner}"
            else:
                text = f"{text} of {inner}"
                reading = parse(text, self.nouns.vocabulary)
            carried = [t.lemma for t in [*phrase.of.modifiers, phrase.of.head] if t.pos == "N"]
        words = noun_of(phrase, reading)
        if " of " in reading.head:
            words = reading.head
        elif phrase.of is not None and phrase.of.head is not None and phrase.head.lemma in CONTENT_HEADS:
            words = f"{words} of {phrase_text(phrase.of)}" if not phrase.of.possessor else words
        known = reading.head if reading.known else None
        count = phrase.number
        if count == 2 and phrase.head.low in PAIRS:
            count = 1  # a pair of scissors
        if count is None:
            count = 1
            if phrase.plural and not self._always_plural(phrase, known) and reading.count is None:
                count = PLURAL_COUNT
        request = Request(
            index=len(self.description.requests),
            words=words,
            phrase=text,
            reading=reading,
            known=known,
            support=self.nouns.support(known) if known else "",
            count=count,
            at_least=phrase.at_least or phrase.indefinite or (phrase.plural and phrase.number is None),
            definite=phrase.definite,
            zone=self.zone,
            spans=[(phrase.start, phrase.end)],
            carried=carried,
            contents=contents,
        )
        self.description.requests.append(request)
        ref = Ref(request.index)
        self.mention([ref])
        self.born[request.index] = self.sentence
        return ref

    def _always_plural(self, phrase: Phrase, known: str | None) -> bool:
        """Whether the catalogue has the thing in the plural only ('tulips', 'scissors'): one object shows them all."""
        assert phrase.head is not None
        if known is None or not known.endswith(phrase.head.low):
            return False
        alone = known[: len(known) - len(phrase.head.low)] + phrase.head.lemma
        return not any(normalise(alone) == normalise(w) for w in (self.nouns.vocabulary.get(normalise(alone)),) if w)

    def again(self, like: Request, count: int, span: tuple[int, int]) -> Ref:
        """One more of the same ('and another by the door')."""
        copy = Request(
            len(self.description.requests),
            like.words,
            like.phrase,
            like.reading,
            like.known,
            like.support,
            count,
            zone=self.zone,
            spans=[span],
        )
        self.description.requests.append(copy)
        ref = Ref(copy.index)
        self.mention([ref])
        self.born[copy.index] = self.sentence
        return ref

    # -- pronouns --------------------------------------------------------------------------------------------------

    def _pronoun(self, phrase: Phrase, skip: list[Ref], subject: list[Ref]) -> Target:
        word = phrase.pronoun
        skipped = {r.index for r in skip}
        if word in ("it", "itself", "this", "that"):
            found = [r for r in subject if r.index not in skipped and self.single(r)]
            if not found:
                around = [*self.furniture(skip), *(r for r in self.requests() if r.index not in skipped)]
                found = [Ref(r.index) for r in sorted(around, key=lambda r: r.count != 1)]
            return Target(found[:1]) if found else _NOTHING
        if word in ("they", "them", "themselves", "these", "those", "all"):
            if len(subject) > 1 and not skipped & {r.index for r in subject}:
                return Target(list(subject))
            plural = next((r for r in self.requests() if r.count > 1 and r.index not in skipped), None)
            if plural is not None:
                return Target([Ref(plural.index)])
            recent = [Ref(r.index) for r in self.requests() if r.index not in skipped][:2]
            return Target(recent) if recent else _NOTHING
        if word in ("each", "both", "either"):
            recent = [r for r in subject if not self.single(r)]
            if recent or len(subject) > 1:
                return Target(list(subject), each=True)
            plural = self.last_plural()
            refs = [Ref(plural.index)] if plural else [Ref(r.index) for r in self.requests()[:2]]
            return Target(refs, each=True) if refs else _NOTHING
        if word == "which":
            several = self.last_plural() if phrase.partitive else None
            refs = [Ref(several.index)] if several else list(subject) or [Ref(r.index) for r in self.requests()[:1]]
            number = phrase.number
            return (
                Target([Ref(r.index, number if number else r.count) for r in refs], each=phrase.each)
                if refs
                else _NOTHING
            )
        if word in ("other", "others"):
            plural = self.last_plural()
            return Target([Ref(plural.index, 1)]) if plural else _NOTHING
        if word == "another":
            previous = next((r for r in self.requests() if r.index not in skipped), None)
            return Target([self.again(previous, 1, (phrase.start, phrase.end))], new=True) if previous else _NOTHING
        if phrase.number is not None:
            plural = next((r for r in self.requests() if r.count >= max(phrase.number, 2)), None)
            if plural is not None:
                return Target([Ref(plural.index, phrase.number)])
            previous = next((r for r in self.requests() if r.index not in skipped), None)
            return (
                Target([self.again(previous, phrase.number, (phrase.start, phrase.end))], new=True)
                if previous
                else _NOTHING
            )
        return _NOTHING

    # -- places, regions, parts ------------------------------------------------------------------------------------

    def _room(self, phrase: Phrase) -> Target:
        assert phrase.head is not None
        kind = room_kind(phrase)
        zones = self.description.zones
        words = phrase_text(phrase)
        if not zones:
            zones.append(Zone(kind, words))
            self.description.title = words
        else:
            known = next((i for i, z in enumerate(zones) if z.kind == kind), None)
            if known is not None:
                self.zone = known
            elif kind.split()[-1] not in _GENERIC and not phrase.possessor:
                zones.append(Zone(kind, words))
                self.zone = len(zones) - 1
        return Target(place="room", detail=words)

    def _place(self, phrase: Phrase) -> Target:
        assert phrase.head is not None
        lemma = phrase.head.lemma
        whole = f"{phrase.modifiers[-1].low} {lemma}" if phrase.modifiers else lemma
        place = ARCHITECTURE.get(whole) or ARCHITECTURE.get(lemma) or ARCHITECTURE[phrase.head.low]
        detail = " ".join(t.low for t in phrase.modifiers)
        if phrase.other:
            detail = f"other {detail}".strip()
        description = self.description
        if place in ("door", "window") and phrase.determiner not in ("no", "any"):
            count = phrase.number or (2 if phrase.plural else 1)
            if place == "door":
                description.doors = max(description.doors, count)
            else:
                description.windows = max(description.windows, count)
        if place in ("wall", "floor", "ceiling") and phrase.modifiers:
            look = parse(f"{detail} panel", self.nouns.vocabulary)
            said = [*look.colors, *look.materials]
            if said and place not in description.surfaces:
                description.surfaces[place] = " ".join(said)
        if place == "room":
            return Target(place="room", detail=detail)
        return Target(place=place, detail=detail, each=phrase.each)

    def _region(self, phrase: Phrase, skip: list[Ref], subject: list[Ref]) -> Target:
        assert phrase.head is not None
        region = REGIONS.get(phrase.head.low) or REGIONS[phrase.head.lemma]
        detail = " ".join(t.low for t in phrase.modifiers)
        if phrase.other:
            detail = f"other {detail}".strip()
        if phrase.number == 1 and not phrase.each:
            detail = f"one {detail}".strip()
        for side in ("left", "right", "front", "back", "rear", "top", "bottom"):
            if side in detail.split() and region in ("side", "end", "edge", "corner", "top"):
                region = "back" if side == "rear" else side
        target = Target(region=region, detail=detail, each=phrase.each or phrase.determiner == "both")
        inner: Target | None = None
        if phrase.of is not None:
            inner = self.resolve(phrase.of, landmark=True, skip=skip, subject=subject)
        elif phrase.possessor:
            inner = self.resolve(from_tokens(phrase.possessor), landmark=True, skip=skip, subject=subject)
        elif phrase.determiner in ("its", "their"):
            inner = self._pronoun(
                Phrase(phrase.tokens, pronoun="it" if phrase.determiner == "its" else "them"), skip, subject
            )
        else:  # 'the desk side', 'the room center'
            inner = self._compound_part(phrase)
            if inner is None and phrase.modifiers and is_room(from_tokens(phrase.modifiers[-1:])):
                inner = Target(place="room")
        if inner is not None and not inner.nothing:
            target.refs, target.place, target.part = inner.refs, inner.place, inner.part
            if inner.region and not target.refs and not target.place:
                target.region = inner.region
            target.new = inner.new
        return target

    def _part(self, phrase: Phrase, skip: list[Ref], subject: list[Ref]) -> Target | None:
        """'the mattress', 'its surface', 'the seat of the chair': the object that has the part."""
        assert phrase.head is not None
        lemma = phrase.head.lemma
        if phrase.of is not None and phrase.of.definite:
            inner = self.resolve(phrase.of, landmark=True, skip=skip, subject=subject)
            if inner.refs:
                inner.part = lemma
                return inner
        if phrase.possessor:
            inner = self.resolve(from_tokens(phrase.possessor), landmark=True, skip=skip)
            if inner.refs:
                inner.part = lemma
                return inner
        compound = self._compound_part(phrase)
        if compound is not None:
            return compound
        if not phrase.definite or lemma not in LOCAL_PARTS:
            return None
        owners = _PART_OWNERS.get(lemma)
        candidates = self.furniture(skip)
        if phrase.determiner in ("its", "their") and subject:
            return Target([subject[0]], part=lemma)
        if owners:
            candidates = [
                r for r in candidates if any(r.words.endswith(o) or (r.known or "").endswith(o) for o in owners)
            ] or candidates
        return Target([Ref(candidates[0].index)], part=lemma) if candidates else None

    def _compound_part(self, phrase: Phrase) -> Target | None:
        """'the desk surface', 'the sofa cushion': a part named with its owner."""
        assert phrase.head is not None
        if not phrase.modifiers or (
            phrase.head.lemma not in _TRUE_PARTS | {"cushion"} and phrase.head.low not in REGIONS
        ):
            return None
        owner = phrase.modifiers[-1]
        for request in self.requests():
            if owner.pos == "N" and owner.lemma in (request.head, request.words):
                return Target([Ref(request.index)], part=phrase.head.lemma)
        return None

    def _referring(self, phrase: Phrase, skip: list[Ref]) -> Target:
        """'the set', 'this workspace': what was named last."""
        if not phrase.definite:
            return _NOTHING
        found = self.furniture(skip)
        return Target([Ref(found[0].index)]) if found else _NOTHING

    def _abstract(self, phrase: Phrase, landmark: bool, skip: list[Ref], subject: list[Ref]) -> Target:
        """Things inside an abstraction still count: 'a touch of decor' holds none, 'a view of the two chairs' does."""
        inner = phrase.of
        if inner is not None and inner.head is not None and self.kind(inner) == "object":
            if not inner.definite and landmark:
                return _NOTHING
            return self.resolve(inner, landmark=landmark, skip=skip, subject=subject)
        return _NOTHING


_ABSTRACT_PAIRS = frozenset(
    (
        "color palette",
        "colour palette",
        "color scheme",
        "colour scheme",
        "focal point",
        "center stage",
        "centre stage",
        "storage space",
        "seating option",
    )
)
_TRUE_PARTS = LOCAL_PARTS - {
    "rack",
    "shelf",
    "shelves",
    "stand",
    "step",
    "bench",
    "deck",
    "tray",
    "basin",
    "hook",
    "door",
    "cushion",
    "drawer",
}
_MACHINES = word_set("player host cook model washer server guard mechanic user twin baker fan")
_SOME_THING = word_set("item object thing piece unit appliance gear equipment furniture furnishing")
_GENERIC = word_set(
    """room space area zone place location interior scene setting environment corner nook spot house home apartment flat
    quarters stage venue"""
)


def _thinglike(phrase: Phrase) -> bool:
    return any(t.pos == "N" for t in phrase.modifiers)
