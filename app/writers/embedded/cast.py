"""Reference resolution: a noun phrase means a request, a place of the room, or nothing.

A phrase names something new, or something that was named before. Definite phrases, pronouns and landmarks are first compared with
earlier requests; where one matches, no new request is made.
"""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.areas import main_of, seat_of_area
from scenewright.app.writers.embedded.description import Zone
from scenewright.app.writers.embedded.elements import Phrase
from scenewright.app.writers.embedded.lexicon import ARCHITECTURE, LOCAL_PARTS, PARTS, REFERRING, REGIONS
from scenewright.app.writers.embedded.nominals import (
    from_tokens,
    is_outdoor,
    is_room,
    phrase_text,
    room_kind,
)
from scenewright.app.writers.embedded.pronouns import Pronouns
from scenewright.app.writers.embedded.referents import NOTHING, Ref, Target
from scenewright.scene.semantics.words import ObjectPhrase, parse

__all__ = ["Cast"]

# Part -> the kinds of thing that have it.
_SEATS = frozenset(["chair", "stool", "armchair", "seat"])
_PART_OWNERS = {
    "mattress": ("bed", "crib", "cot", "futon", "daybed", "bunk"), "headboard": ("bed",), "footboard": ("bed",),
    "desktop": ("desk", "table", "workbench"),
    "tabletop": ("table", "desk", "counter", "island"), "countertop": ("counter", "vanity", "island", "cabinet", "sink", "bar"),
    "backrest": ("sofa", "chair", "bench", "couch", "armchair", "daybed", "sectional", "loveseat", "bed"),
    "armrest": ("sofa", "chair", "couch", "armchair"), "seat": ("chair", "bench", "sofa", "stool", "armchair"),
    "cushion": ("sofa", "chair", "armchair", "bench", "couch"),
    "mantel": ("fireplace",), "mantle": ("fireplace",), "mantelpiece": ("fireplace",), "hearth": ("fireplace",),
    "worktop": ("counter", "island", "bench", "table"), "drawer": ("dresser", "nightstand", "desk", "cabinet", "chest"),
    "lid": ("chest", "box", "toilet", "piano", "bin"), "branch": ("tree",), "bough": ("tree",),
}  # fmt: skip
_FIREPLACE_PARTS = word_set("mantel mantle mantelpiece hearth")
"""Parts that say that there is a fireplace, though nobody named it."""
_TILED = word_set("tile tiles tiled tiling")
_CHECKED = word_set("checked checkered chequered checkerboard chessboard")
_TRUE_PARTS = LOCAL_PARTS - word_set("rack shelf shelves stand step bench deck tray basin hook door drawer")
_LIMBS = word_set("branch bough trunk seat mattress headboard armrest backrest rung lid")
"""Parts that are none of the things that the text lists, whatever they are *of*: *from the branches of a tree*."""
_OF_TREES = ("branch", "bough")
"""Parts that are those of a tree that the text names, with whatever article: *a lantern hanging from a branch*."""
_LEVELS = word_set("level tier shelf board row rack bunk")
_WHICH_LEVEL = word_set(
    "top upper uppermost highest middle center centre bottom lower lowest first second third fourth eye"
)
_HAS_LEVELS = word_set(
    "shelf shelves bookcase bookshelf shelving rack unit cabinet cart trolley stand counter display organizer"
)
_OPEN_AIR = word_set("outdoor outdoors open-air alfresco outside")
_GENERIC = word_set(
    """room space area zone place location interior scene setting environment corner nook spot house home apartment flat
    quarters stage venue"""
)


def _is_any(words: str, heads: tuple[str, ...]) -> bool:
    return words.endswith(heads) if heads else False


class Cast(Pronouns):
    """The requests of a description as it is read, and the resolution of its phrases to them."""

    # -- resolving -------------------------------------------------------------------------------------------------

    def resolve(
        self, phrase: Phrase, *, landmark: bool = False, skip: list[Ref] | None = None, subject: list[Ref] | None = None
    ) -> Target:
        """What a phrase refers to. `landmark`: it follows a preposition of place. `skip`: the things being placed, which it cannot mean."""
        skip = skip or []
        if phrase.head is None:
            target = self.pronoun(phrase, skip, list(dict.fromkeys(subject or [])))
            if phrase.partitive and phrase.tokens and phrase.tokens[0].low in ("each", "every"):
                target.each = True  # 'a lamp on each of them'
            elif phrase.partitive and phrase.number and len(target.refs) == 1 and target.refs[0].count is None:
                target.refs = [Ref(target.refs[0].index, phrase.number)]  # 'two of them'
            return target
        board = self._board(phrase)
        if board is not None:
            return board
        kind = self.kind(phrase)
        if kind == "area":
            return self._area(phrase)
        if kind == "room":
            return self._room(phrase)
        if kind == "place":
            owned = self._own_door(phrase, subject or [])
            return self._place(phrase) if owned is None else owned
        if kind == "region":
            return self._region(phrase, skip, subject or [])
        if kind == "person" and not landmark and (phrase.determiner == "a" or phrase.number):
            self.description.aside.append((phrase.head.low, "people are not placed"))
        if kind in ("person", "abstract") or self._names_its_content(phrase):
            return self._abstract(phrase, landmark, skip, subject or [])
        if kind == "refer":
            return self._referring(phrase, skip)
        if kind == "part" or (
            phrase.head.lemma in LOCAL_PARTS
            and (
                (phrase.of is not None and (phrase.of.definite or phrase.head.lemma in _LIMBS))
                or phrase.possessor
                or phrase.head.lemma in _OF_TREES
                or (phrase.determiner == "its" and phrase.head.lemma != "bench")  # 'its bench' (a piano's) is an object
            )
        ):
            found = self._part(phrase, skip, subject or [])
            if found is not None:
                return found
            if kind == "part" and phrase.definite:
                return NOTHING
        return self._object(phrase, landmark)

    def _area(self, phrase: Phrase) -> Target:
        """The main thing of an area: of one that was named before, where the phrase is definite."""
        name = self.area(phrase)
        before = next((a for a in reversed(self.description.areas) if a.name == name), None)
        if phrase.determiner in ("no", "any"):
            return NOTHING
        if before is not None and phrase.definite:
            self.mention([Ref(before.main)])
            return Target([Ref(before.main)])
        main = main_of(self, phrase, name)
        if phrase.of is not None and phrase.of.head is not None and self.kind(phrase.of) == "object":
            seat_of_area(self, phrase.of, self.read(phrase.of))  # 'a waiting area of six chairs'
        return Target([main], new=True)

    def _object(self, phrase: Phrase, landmark: bool) -> Target:
        assert phrase.head is not None
        reading = self.read(phrase)
        if phrase.determiner in ("no", "any"):
            return NOTHING
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
        seats = None if landmark else seat_of_area(self, phrase, reading)
        return seats or Target([self.new(phrase, reading)], each=phrase.each, new=True)

    def _add_words(self, phrase: Phrase, reading: ObjectPhrase, refs: list[Ref]) -> None:
        """Add attributes from a later mention: 'the sofa ... the grey sofa'."""
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

    def _board(self, phrase: Phrase) -> Target | None:
        """One level of a thing with boards that was named before: 'the top level', 'its lower shelf', 'the second board of the rack'."""
        assert phrase.head is not None
        said = [t.low for t in phrase.modifiers if t.low in _WHICH_LEVEL]
        if (
            phrase.head.lemma not in _LEVELS
            or not said
            or phrase.determiner not in ("the", "its", "their", "each", "every")
        ):
            return None
        owners = [r for r in self.requests() if r.head in _HAS_LEVELS or r.head.endswith(("shelf", "case"))]
        if phrase.head.lemma == "bunk":
            owners = [r for r in self.requests() if "bunk" in r.words.split()]
        if phrase.of is not None and phrase.of.head is not None:
            owners = [r for r in owners if phrase.of.head.lemma in (r.head, r.words)] or owners
        if not owners or (phrase.head.lemma in ("drawer", "row") and phrase.of is None):
            return None
        return Target([Ref(owners[0].index)], region="level", detail=" ".join(said), each=phrase.each)

    # -- places, regions, parts ------------------------------------------------------------------------------------

    def _room(self, phrase: Phrase) -> Target:
        assert phrase.head is not None
        kind = self.description.place if self.names_place(phrase) else room_kind(phrase)
        if any(t.low in _OPEN_AIR for t in phrase.modifiers) and not is_outdoor(kind):
            kind = "outdoor area"  # 'an outdoor cafe'
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
        if phrase.of is not None and not self.description.zones and self.kind(phrase.of) == "room":
            self._room(phrase.of)  # 'a bar in the corner of a living room'
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
        if place in ("wall", "floor", "ceiling") and (phrase.modifiers or phrase.of is not None):
            said = self._surface_words(phrase)
            if said and place not in description.surfaces:
                description.surfaces[place] = said
        if place == "room":
            return Target(place="room", detail=detail, part=lemma)
        each = phrase.each or phrase.determiner == "both" or phrase.pronoun == "all"
        if place == "wall" and any(t.low == "either" for t in phrase.tokens):
            return Target(place=place, detail="side", each=True, number=2)
        if "opposite" in detail.split() and phrase.plural:  # 'two paintings on opposite walls'
            return Target(place=place, detail="side" if place == "wall" else "", each=True, number=2)
        return Target(place=place, detail=detail, each=each, number=phrase.number)

    def _surface_words(self, phrase: Phrase) -> str:
        """Colours and materials of a wall, floor or ceiling: 'black and white tile' for *black and white floor tiles*."""
        assert phrase.head is not None
        tokens = [*phrase.modifiers, phrase.head]
        if phrase.of is not None and phrase.of.head is not None:
            tokens += [*phrase.of.modifiers, phrase.of.head]  # 'a floor of oak boards'
        words = [t.low for t in tokens]
        if _CHECKED & set(words):
            return "black and white checkered tile"
        look = parse(
            f"{' '.join(w for t, w in zip(tokens, words, strict=True) if t is not phrase.head)} panel",
            self.nouns.vocabulary,
        )
        colors = ["black and white"] if {"black", "white"} <= set(words) else look.colors
        tiled = ["tile"] if _TILED & set(words) and "tile" not in look.materials else []
        return " ".join((*colors, *look.materials, *tiled))

    def _own_door(self, phrase: Phrase, subject: list[Ref]) -> Target | None:
        """The wardrobe of 'a wardrobe with its doors open'; None where the door is one of the room."""
        assert phrase.head is not None
        owners = subject or [Ref(r.index) for r in self.requests()[:1]]
        if phrase.head.lemma != "door" or phrase.determiner not in ("its", "their") or not owners:
            return None
        return Target(owners[-1:], part="door")

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
        if self._is_of_room(phrase, region, detail, skip):
            return Target(place="wall", detail="back")
        target = Target(region=region, detail=detail, each=phrase.each or phrase.determiner == "both")
        inner: Target | None = None
        if phrase.of is not None:
            inner = self.resolve(phrase.of, landmark=True, skip=skip, subject=subject)
        elif phrase.possessor:
            inner = self.resolve(from_tokens(phrase.possessor), landmark=True, skip=skip, subject=subject)
        elif phrase.determiner in ("its", "their"):
            inner = self.pronoun(
                Phrase(phrase.tokens, pronoun="it" if phrase.determiner == "its" else "them"), skip, subject
            )
        else:  # 'the desk side', 'the room center'
            inner = self._compound_part(phrase)
            if inner is None and phrase.modifiers and is_room(from_tokens(phrase.modifiers[-1:])):
                inner = Target(place="room")
            if inner is None and phrase.definite:  # 'the desktop', 'the tabletop'
                owners = _PART_OWNERS.get(phrase.head.lemma, ())
                named = [r for r in self.furniture(skip) if _is_any(r.words, owners) or _is_any(r.known or "", owners)]
                inner = Target([Ref(named[0].index)], part=phrase.head.lemma) if named else None
        if inner is not None and not inner.nothing:
            target.refs, target.place, target.part = inner.refs, inner.place, inner.part
            if inner.region and not target.refs and not target.place:
                target.region = inner.region
            target.new = inner.new
            if inner.each:
                target.number = sum(r.count or self.description.requests[r.index].count for r in inner.refs) or None
        return target

    def _is_of_room(self, phrase: Phrase, region: str, detail: str, placed: list[Ref]) -> bool:
        """Whether the back or the far end, said without whose it is, is that of the room: *a counter at the back*.

        Chairs at the far end are at that of their table.
        """
        assert phrase.head is not None
        if phrase.of is not None or phrase.possessor or phrase.determiner in ("its", "their"):
            return False
        if region == "end" and "far" in detail.split():
            return not any(self.description.requests[r.index].head in _SEATS for r in placed)
        return region == "back" and phrase.head.low == "back" and phrase.determiner == "the" and not phrase.modifiers

    def _part(self, phrase: Phrase, skip: list[Ref], subject: list[Ref]) -> Target | None:
        """The object that has the named part: 'the mattress', 'its surface', 'the seat of the chair'."""
        assert phrase.head is not None
        lemma = phrase.head.lemma
        if phrase.of is not None and (
            phrase.of.definite or lemma in _LIMBS or (phrase.definite and lemma in _TRUE_PARTS | PARTS)
        ):
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
        if not (phrase.definite or lemma in _OF_TREES) or lemma not in LOCAL_PARTS:
            return None
        owners = _PART_OWNERS.get(lemma)
        candidates = self.furniture(skip)
        if lemma in _OF_TREES:
            candidates = [r for r in candidates if _is_any(r.words, ("tree",)) or _is_any(r.known or "", ("tree",))]
        if phrase.determiner in ("its", "their") and subject:
            return Target([subject[0]], part=lemma)
        if owners:
            named = [r for r in candidates if _is_any(r.words, owners) or _is_any(r.known or "", owners)]
            if not named and lemma in _FIREPLACE_PARTS:
                fireplace = replace(phrase.head, text="fireplace", lemma="fireplace", pos="N", plural=False)
                whole = Phrase(phrase.tokens, determiner="a", head=fireplace)
                return Target([self.new(whole, self.read(whole))], new=True, part=lemma)
            candidates = named or candidates
        return Target([Ref(candidates[0].index)], part=lemma) if candidates else None

    def _compound_part(self, phrase: Phrase) -> Target | None:
        """'the desk surface', 'the sofa cushion': a part named with its owner."""
        assert phrase.head is not None
        if not phrase.modifiers or (phrase.head.lemma not in _TRUE_PARTS and phrase.head.low not in REGIONS):
            return None
        owner = phrase.modifiers[-1]
        for request in self.requests():
            if owner.pos == "N" and owner.lemma in (request.head, request.words):
                return Target([Ref(request.index)], part=phrase.head.lemma)
        return None

    def _referring(self, phrase: Phrase, skip: list[Ref]) -> Target:
        """What was named last: 'the set', 'this workspace'."""
        if not phrase.definite:
            return NOTHING
        found = self.furniture(skip)
        return Target([Ref(found[0].index)]) if found else NOTHING

    def _names_its_content(self, phrase: Phrase) -> bool:
        """Whether a noun that names nothing by itself stands before a thing of the catalogue: *a set of jenga*, *a display of cheese*."""
        head, inner = phrase.head, phrase.of
        if head is None or phrase.definite or inner is None or inner.head is None or head.lemma not in REFERRING:
            return False
        own = self.known(phrase) in (None, head.lemma)
        return own and self.kind(inner) == "object" and self.known(inner) is not None

    def _abstract(self, phrase: Phrase, landmark: bool, skip: list[Ref], subject: list[Ref]) -> Target:
        """Things named within an abstract phrase: 'a view of the two chairs' names chairs, 'a touch of decor' names nothing."""
        inner = phrase.of
        if inner is not None and inner.head is not None and self.kind(inner) == "object":
            if not inner.definite and landmark:
                return NOTHING
            return self.resolve(inner, landmark=landmark, skip=skip, subject=subject)
        return NOTHING
