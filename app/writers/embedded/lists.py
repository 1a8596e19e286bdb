"""Reads members of lists, and phrases that add attributes, parts, contents, purposes or absences."""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.clause import ClauseState, Mode
from scenewright.app.writers.embedded.clause_links import ClauseLinks
from scenewright.app.writers.embedded.description import NO_WINDOW
from scenewright.app.writers.embedded.elements import Joint, Phrase, Preposition
from scenewright.app.writers.embedded.lexicon import CONTENT_HEADS, PARTS, PLURAL_COUNT, SHELVES
from scenewright.app.writers.embedded.nominals import phrase_text
from scenewright.app.writers.embedded.referents import Ref
from scenewright.app.writers.embedded.shared_places import EITHER, SEATS
from scenewright.scene.language.vocabulary import find_color
from scenewright.scene.semantics.words import parse

__all__ = ["ListReader"]

_BUILT_IN = word_set("integrated built-in inbuilt attached fitted inset recessed integral undermount concealed")
_ON_SHELVES = 8
"""How much of a stuff stands on each of the shelves that have it: *shelves with detergent*."""
_SHELF_UNITS = 2
"""Pieces of furniture that *shelves* with something on them are."""
_OWN_THINGS = word_set("screen panel cover stand lamp shelf rack key lock box")


class ListReader:
    """Members of lists, parts, contents, purposes and absences."""

    def __init__(self, clause: ClauseState, links: ClauseLinks) -> None:
        self.clause = clause
        self.links = links
        self.cast = links.cast
        self.description = links.description

    def read_member(self, phrase: Phrase, mode: Mode) -> None:
        """Read the next member of the list being read."""
        if mode.kind == "purpose":
            if phrase.determiner != "a" and phrase.number is None:
                self.read_purpose(phrase)
                return
            mode = mode.outer or Mode("room")  # 'wardrobes for clothes and two mirrors'
            self.clause.transient = None
        if self._leaves_container(phrase, mode):
            outer = mode.outer or self.clause.base
            mode, self.clause.transient = Mode("room") if outer is None or outer.place else outer, None
            self.clause.base = mode
        if self._is_too_large(phrase, mode):
            mode = mode.outer or self.clause.each_mode or self.clause.base or Mode("room")
            self.clause.transient = mode if mode is not self.clause.base else None
        if mode.kind == "lack" and self._ends_lack(phrase, mode):
            mode, self.clause.transient = mode.outer or self.clause.base or Mode("room"), None
            self.clause.base = self.clause.base or mode
        if mode.kind == "lack" or phrase.determiner == "no":
            self.read_absent(phrase)
            return
        if mode.kind == "attribute":
            if self.read_part(mode.agents, phrase):
                return
            mode = Mode("has", mode.agents)
        if mode.kind in ("has", "on", "inside") and mode.agents and self.read_part(mode.agents, phrase):
            return
        if mode.kind in ("on", "inside") and mode.agents and self.read_contents(mode.agents, phrase):
            return
        target = self.cast.resolve(phrase, subject=mode.agents or self.clause.subject, skip=[])
        if not target.refs:
            if target.place in ("room", "wall", "ceiling", "floor"):
                self.clause.subject_place = target.place  # 'with walls lined with shelves'
            return
        if target.new and mode.kind in ("has", "on", "inside"):
            self._fill_shelves(phrase, mode.agents, target.refs)
        self.links.connect(mode, target)
        self.clause.enter(target)

    def _fill_shelves(self, phrase: Phrase, hosts: list[Ref], refs: list[Ref]) -> None:
        """Make several of what shelves have without an article or a number: *shelves with detergent* hold as many as *with bottles*."""
        bare = not phrase.determiner and phrase.number is None and not phrase.definite and not phrase.possessor
        if not bare or not self._are_shelves(hosts):
            return
        for ref in hosts:
            shelf = self.description.requests[ref.index]
            if shelf.at_least and shelf.count == PLURAL_COUNT and shelf.support == "floor":
                shelf.count = _SHELF_UNITS  # each has several shelves
        for ref in refs:
            request = self.description.requests[ref.index]
            if request.count == 1 and request.support == "surface":
                request.count, request.at_least = _ON_SHELVES * self.links.total(hosts), True

    def _are_shelves(self, hosts: list[Ref]) -> bool:
        return bool(hosts) and all(self.description.requests[r.index].head in SHELVES for r in hosts)

    def _support(self, phrase: Phrase) -> str:
        known = self.cast.known(phrase)
        return self.cast.nouns.support(known) if known is not None else ""

    def _opens_own_list(self, phrase: Phrase, mode: Mode) -> bool:
        """Whether furniture with things of its own follows what is on the host: the shelves of 'a table with two stools and jars on it and
        shelves with yarn'."""
        elements, at = self.clause.elements, self.clause.at
        before = elements[at - 2] if at >= 2 else None
        after = elements[at + 1] if at + 1 < len(elements) else None
        on_it = isinstance(before, Preposition) and before.bare and before.word == "on"
        own = isinstance(after, Preposition) and after.word == "with"
        if mode.kind != "has" or not mode.taken or not on_it or not own or phrase.head is None:
            return False
        return phrase.head.lemma not in SEATS and self._support(phrase) in ("floor", "rug")

    def _leaves_container(self, phrase: Phrase, mode: Mode) -> bool:
        """Whether 'a shelf' of 'a bookcase full of books and a shelf full of plants' is in no bookcase: it is furniture, and the list that
        fills the bookcase has no articles."""
        if self._opens_own_list(phrase, mode):
            return True
        if phrase.head is None or (phrase.determiner not in ("a", "another") and phrase.number is None):
            return False
        if mode.place == "wall" and mode.taken:
            return True  # 'a tavern lined with barrels and four stools'
        if mode.kind == "has" and mode.taken and self._are_shelves(mode.agents):
            return self._support(phrase) in ("floor", "rug")  # 'shelves with jam and a stool'
        if not any(self.description.requests[r.index].fills for r in mode.gave):
            return False
        after = self.clause.elements[self.clause.at + 1] if self.clause.at + 1 < len(self.clause.elements) else None
        if isinstance(after, Preposition) and after.word != "with":
            return True  # 'a rack of magazines and a fish tank beside the desk'
        known = self.cast.known(phrase)
        return self.cast.kind(phrase) in ("area", "place") or (
            known is not None and self.cast.nouns.support(known) in ("floor", "wall", "rug", "ceiling")
        )

    def _is_too_large(self, phrase: Phrase, mode: Mode) -> bool:
        """Whether furniture stands in a list of what a small thing has: the chairs of 'a table with a vase with a rose and two chairs'."""
        if mode.kind not in ("has", "on", "inside") or not mode.agents or phrase.head is None or not mode.taken:
            return False
        if not all(self.description.requests[r.index].support == "surface" for r in mode.agents):
            return False
        known = self.cast.known(phrase)
        return (
            known is not None and self.cast.nouns.support(known) in ("floor", "rug") and phrase.head.lemma not in EITHER
        )

    def read_item(self, phrase: Phrase) -> None:
        """Read an example: 'such as a lamp'."""
        target = self.cast.resolve(phrase)
        if target.refs:
            self.clause.enter(target)
            if self.clause.base is None:
                self.clause.base = Mode("room")

    def read_part(self, hosts: list[Ref], phrase: Phrase) -> bool:
        """Read 'with brass legs' or 'with a tufted back': words for the host, not an object. Returns whether the phrase is such a part."""
        if phrase.head is None or not hosts or phrase.definite:
            return False
        lemma, low = phrase.head.lemma, phrase.head.low
        host = self.description.requests[hosts[-1].index]
        built_in = any(t.low in _BUILT_IN for t in phrase.modifiers)
        if lemma not in PARTS and low not in PARTS and not built_in:
            return False
        if self.cast.kind(phrase) == "object" and host.support == "surface":
            return False
        known = self.cast.known(phrase)
        if known is not None and " " in known and not built_in:
            return False
        if known is not None and self._has_place(phrase, known):
            return False
        if lemma in _OWN_THINGS and any(t.pos == "N" for t in phrase.modifiers):
            return False  # 'a projector screen'
        text = " ".join(t.low for t in phrase.tokens if t.pos not in ("D", ","))
        for ref in hosts:
            self.links.qualify(ref, f"with {text}", after=True)
            self.description.requests[ref.index].carried += [
                t.lemma for t in [*phrase.modifiers, phrase.head] if t.pos == "N"
            ]
        self.clause.transient = Mode("attribute", list(hosts))
        return True

    def _has_place(self, phrase: Phrase, known: str) -> bool:
        """Whether a piece of furniture that is called as a part is has a place of its own: 'a trunk at the foot of the bed'."""
        place, owner = (*self.clause.elements[self.clause.at + 1 : self.clause.at + 3], None, None)[:2]
        stands = phrase.determiner == "a" and self.cast.nouns.support(known) == "floor"
        at_other = isinstance(owner, Phrase) and (owner.definite or owner.of is not None)
        return stands and at_other and isinstance(place, Preposition) and place.word != "of"

    def read_contents(self, agents: list[Ref], phrase: Phrase) -> bool:
        """Read 'a vase filled with tulips': contents without a catalogue object become words of their container.

        Returns whether the phrase is such content.
        """
        host = self.description.requests[agents[-1].index]
        if phrase.head is None or host.head not in CONTENT_HEADS or host.support == "floor":
            return False
        if (
            self.cast.kind(phrase) not in ("object", "abstract")
            or self.cast.known(phrase) is not None
            or phrase.definite
            or phrase.determiner == "a"
            or phrase.number is not None
        ):
            return False
        text = phrase_text(phrase)
        self.links.qualify(agents[-1], f"with {text}", after=True)
        host.carried += [t.lemma for t in [*phrase.modifiers, phrase.head] if t.pos == "N"]
        host.contents.append(text)
        return True

    def said_of_some(self, phrase: Phrase) -> bool:
        """Read a look of some of several things: 'three chairs: one red, one blue', 'two stools, both black'.

        Returns whether the phrase is such a look.
        """
        everything = phrase.tokens[0].low in ("all", "both")
        if phrase.head is None or (phrase.number is None and not everything) or not self._is_look(phrase):
            return False
        words = " ".join(t.low for t in (*phrase.modifiers, phrase.head))
        if everything:
            refs = self.cast.latest(phrase.number)
            for ref in refs:
                self.links.qualify(Ref(ref.index), words)
            return bool(refs)
        several = self.cast.rest() or self.cast.last_plural()
        if several is None or phrase.number is None or phrase.number > several.count:
            return False
        self.cast.split(several, phrase.number, words, (phrase.start, phrase.end))
        return True

    def is_stuff(self, phrase: Phrase) -> bool:
        """Whether the phrase is a bare colour or material: 'the floor is oak'."""
        return not phrase.determiner and phrase.number is None and self._is_look(phrase)

    def _is_look(self, phrase: Phrase) -> bool:
        """Whether the words of a phrase are only colours and materials (*orange*, but not *wine glass*)."""
        assert phrase.head is not None
        if self.cast.known(phrase) is not None and (phrase.modifiers or find_color(phrase.head.low) is None):
            return False
        reading = parse(f"{phrase_text(phrase)} thing", self.cast.nouns.vocabulary)
        return bool(reading.colors or reading.materials) and reading.compound == "thing" and not reading.leftover

    def read_purpose(self, phrase: Phrase) -> None:
        """Read a purpose. An object in it is not placed; it is listed as `aside` unless an earlier phrase requested it."""
        self.clause.transient = Mode("purpose", outer=self.clause.transient or self.clause.base)
        if phrase.head is None:
            return
        kind = self.cast.kind(phrase)
        if kind == "room":
            return
        if kind == "object":
            refs = self.cast.antecedents(phrase, self.cast.read(phrase), landmark=True)
            if not refs:
                self.description.aside.append(
                    (phrase_text(phrase), "says what something is for; nothing was placed for it")
                )
        elif kind == "place":
            self.cast.resolve(phrase)
        if phrase.of is not None:
            self.read_purpose(phrase.of)

    def read_absent(self, phrase: Phrase, word: str = "") -> None:
        """Read what is said to be missing: 'no rug', 'without a tub'. `word`: the preposition that says so."""
        self.clause.negated = False
        if phrase.head is not None and self.cast.kind(phrase) in ("object", "part"):
            reading = self.cast.read(phrase)
            self.description.absent.append(reading.head if reading.known else phrase.head.lemma)
        elif phrase.head is not None and self.cast.kind(phrase) == "place":
            self._read_no_opening(self.cast.resolve(replace(phrase, determiner="no")).place)
        self.clause.transient = Mode("lack", outer=self.clause.base, word=word)

    def _read_no_opening(self, place: str) -> None:
        """Read 'no windows': the room has none. It keeps its door, and the person is told."""
        if place == "window" and self.description.windows <= 0:
            self.description.windows = NO_WINDOW
            self.description.absent.append(place)
        elif place == "door" and not self.description.doors:
            self.description.aside.append((place, "a room without a way in is not built: it keeps one"))

    def _ends_lack(self, phrase: Phrase, mode: Mode) -> bool:
        """Whether a member after an *and* is there again: the books of 'a mattress instead of a bed and a pile of books'. After *or* and
        *nor* nothing is, and after *without* only what has a place of its own."""
        elements, at = self.clause.elements, self.clause.at
        before = elements[at - 1] if at else None
        if phrase.determiner == "no" or (isinstance(before, Joint) and before.token.low in ("or", "nor")):
            return False
        after = elements[at + 1] if at + 1 < len(elements) else None
        placed = isinstance(after, Preposition) and after.word not in ("for", "of", "cause")
        counted = phrase.determiner in ("a", "another", "the", "its") or phrase.number is not None
        return placed or (counted and mode.word != "without")

    def read_attributes(self, preposition: Preposition, phrase: Phrase) -> bool:
        """Read 'made of oak', 'upholstered in navy velvet', 'in a modern style': attributes of the figure.

        Returns whether the phrase gives attributes.
        """
        made = self.clause.agent_by is not None and self.clause.agent_by.group == "made"
        if preposition.word not in ("in", "of", "from", "with") or phrase.head is None or not self.clause.figure:
            return False
        if not made and preposition.word not in ("in", "of"):
            return False
        if phrase.determiner in ("the", "this", "each") and not made:
            return False
        text = phrase_text(phrase)
        reading = parse(f"{text} thing", self.cast.nouns.vocabulary)
        stuff = bool(reading.colors or reading.materials) and not reading.leftover and reading.compound == "thing"
        kind = self.cast.kind(phrase)
        finish = kind in ("part", "abstract") and bool(self._bare_reading(phrase))
        if not (stuff or finish or (made and kind in ("object", "part", "abstract"))):
            return False
        if stuff and not made and self.cast.known(phrase) is not None and phrase.number is not None:
            return False
        for ref in self.clause.figure:
            self.links.qualify(ref, f"in {text}" if finish and not stuff else text, after=not stuff)
        if phrase.of is not None:
            self.read_attributes(Preposition("of", []), phrase.of)
        if made and not stuff and not finish:
            self._aside(phrase)
        return True

    def _bare_reading(self, phrase: Phrase) -> tuple[str, ...]:
        reading = parse(" ".join([*[t.low for t in phrase.modifiers], "thing"]), self.cast.nouns.vocabulary)
        return (*reading.colors, *reading.materials, *reading.styles, *reading.others, *reading.sizes)

    def _aside(self, phrase: Phrase) -> None:
        if phrase.head is not None and self.cast.kind(phrase) == "object":
            self.description.aside.append((phrase_text(phrase), "says what something is made of"))
