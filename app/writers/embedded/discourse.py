"""A description read clause by clause, from left to right.

There is one reader for each kind of phrase. All share one state of the clause (:mod:`scenewright.app.writers.embedded.clause`).
Requests are made by :class:`scenewright.app.writers.embedded.cast.Cast`, links between them by
:mod:`scenewright.app.writers.embedded.clause_links`. The group of a verb decides the link
(:mod:`scenewright.app.writers.embedded.predicates`): *holds* and *is topped with* put their objects on the subject, *faces*,
*flanks* and *surrounds* relate subject and object, *sits* leaves the place to prepositions
(:mod:`scenewright.app.writers.embedded.places`).
"""

from __future__ import annotations

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.arranging import ArrangementReader
from scenewright.app.writers.embedded.cast import Cast
from scenewright.app.writers.embedded.clause import ClauseState, Mode
from scenewright.app.writers.embedded.clause_links import ClauseLinks
from scenewright.app.writers.embedded.clause_starts import joins_subject, starts_clause
from scenewright.app.writers.embedded.elements import Element, Joint, Phrase, Preposition, SaidArrangement, Verb
from scenewright.app.writers.embedded.hearing import Hearing
from scenewright.app.writers.embedded.inversions import InversionReader
from scenewright.app.writers.embedded.lists import ListReader
from scenewright.app.writers.embedded.nominals import phrase_text
from scenewright.app.writers.embedded.places import PlaceReader
from scenewright.app.writers.embedded.predicates import COVERING, PredicateReader
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.seating import PER_PLACE, is_sat_at
from scenewright.app.writers.embedded.tagging import Token
from scenewright.app.writers.embedded.with_phrases import WithReader

__all__ = ["DiscourseReader"]

_LYING = frozenset(["sleep", "lie", "rest", "sit", "nap", "doze", "perch", "stand", "wait", "burn", "grow", "hang"])
"""Verbs that say of something only that it is there."""
_LAIN_ON = word_set(
    "bench sofa couch bed rug mat cushion mattress armchair chair table shelf counter windowsill hammock blanket roof wall branch"
)
_LIKENESS = frozenset(["shape", "look", "form", "style", "fashion", "design"])
"""Verbs before *like* that say what something looks like."""
_PURPOSE = frozenset(["for", "cause", "throughout"])
_ROOM_FOR = frozenset(["space", "room", "spot", "place", "area", "nook"])


class DiscourseReader:
    """Reads sentences, joints and the role of every phrase, and calls the readers of each kind of phrase."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.description = cast.description
        self.clause = ClauseState()
        self.links = ClauseLinks(cast, self.clause)
        self.lists = ListReader(self.clause, self.links)
        self.places = PlaceReader(self.clause, self.links)
        self.inversions = InversionReader(cast, self.clause, self.places)
        self.arrangements = ArrangementReader(self.clause, self.links)
        self.predicates = PredicateReader(self.clause, self.links, self.lists, self.places)
        self.withs = WithReader(self.clause, self.links, self.lists, self.predicates)
        self.hearing = Hearing(cast.description, self.clause, lambda phrase: cast.kind(phrase) == "room")

    def sentence(self, elements: list[Element], tokens: list[Token] | None = None) -> None:
        """Read the elements of one sentence. `tokens`: its words, to note which of them have no effect; None: nobody asks."""
        if self.clause.subject:
            self.clause.topic = self._talked_of(self.clause.subject)
        self.cast.sentence += 1
        self.clause.begin()
        self.clause.elements = elements
        self.inversions.begin()
        if tokens is not None:
            self.hearing.begin(tokens)
        for i, element in enumerate(elements):
            self.clause.at = i
            self.inversions.before(elements, i)
            newest = len(self.description.requests)
            if isinstance(element, Phrase):
                self._phrase(element, i)
            elif isinstance(element, Preposition):
                self.places.read_preposition(element)
            elif isinstance(element, Verb):
                self.predicates.read_verb(element)
            elif isinstance(element, SaidArrangement):
                self.arrangements.read(element)
            else:
                self._joint(element, i)
            if tokens is not None:
                self.hearing.heard()
            self.inversions.after(elements, i, newest)
        if tokens is not None:
            self.hearing.end(elements)

    def _joint(self, joint: Joint, i: int) -> None:
        if joint.kind == "," and self.clause.there and self.clause.subject:
            anchors = self.clause.there  # after 'where a cat sleeps,' the list goes on
            self.clause.begin()
            self.clause.previous, self.clause.base = anchors, Mode("room")
        if joint.kind == "(":
            self.clause.aside = (self.clause.base, self.clause.transient, self.clause.item)
        elif joint.kind == ")" and self.clause.aside is not None:
            (self.clause.base, self.clause.transient, self.clause.item), self.clause.aside = self.clause.aside, None
        self.clause.absolute = self.clause.accompanying = []
        if joint.kind in (",", ":", "(", ")"):
            if self.clause.joint != "and":
                self.clause.joint = ","
            self.clause.pending = None
            self.clause.agent_by = None
            self.clause.relative = False
            if self.clause.verb is not None and self.clause.verb.group in ("at", "be"):
                self.clause.verb = None  # its prepositions have stated the place
            if self.clause.base is not None or (
                self.clause.transient is not None and self.clause.transient.kind == "purpose"
            ):
                self.clause.transient = None
            if self.clause.item:
                self.clause.figure = list(self.clause.item)
            if self.clause.fronted and not self.clause.subject and not self.clause.item:
                pass  # 'On the table: a menu', 'Below the television, a console ...'
            elif joint.kind == "," and self._shares_verb(i + 1):
                pass  # 'a sofa, an armchair and a stool face the fire'
            elif joint.kind == ":" and self._lists_room():
                self._next_clause()
                self.clause.base = Mode("room")
            elif joint.kind == ":" or (joint.kind == "," and starts_clause(self.clause.elements, i + 1)):
                self._next_clause()
        elif joint.kind == "and":
            self.clause.joint = ", and" if self.clause.joint == "," else "and"
            if starts_clause(self.clause.elements, i + 1) and not self._shares_verb(i + 1):
                self._next_clause()
        elif joint.kind == "while":
            self._next_clause()
        elif joint.kind == "rel":
            self.clause.relative = True
            if self.clause.pending is not None and (self.clause.figure or self.clause.previous):
                # 'an ottoman, on which a cat sleeps'
                preposition, anchors = self.clause.pending, list(self.clause.figure or self.clause.previous)
                self._next_clause()
                self.clause.fronted.append((preposition, Target(refs=anchors)))
                return
            if joint.token.low in ("where", "when"):
                self._there(joint)
            elif self.clause.last_landmark is not None and self.clause.last_landmark.refs:
                self.clause.figure = list(self.clause.last_landmark.refs)
        elif joint.kind == "not":
            self.clause.negated = True

    def _shares_verb(self, i: int) -> bool:
        """Whether the phrase at `i` is a further subject of the clause, which has no verb yet."""
        clause = self.clause
        mere = not clause.last_verb and clause.base is None and clause.transient is None and not clause.fronted
        return mere and bool(clause.subject) and joins_subject(clause.elements, i)

    def _lists_room(self) -> bool:
        """Whether a colon begins the list of what the room has: nothing that is placed was named before it."""
        here = any(self.cast.born.get(r.index) == self.cast.sentence for r in self.description.requests)
        return bool(self.description.zones) and not here

    def _there(self, joint: Joint) -> None:
        """Begin the clause of 'a bench under a tree, where a cat sleeps': the cat is on the bench."""
        anchors = list(self.clause.item or self.clause.figure)
        self._next_clause()
        verb = next((e for e in self.clause.elements[self.clause.at + 1 :] if isinstance(e, (Verb, Joint))), None)
        if not anchors or not isinstance(verb, Verb) or verb.lemma not in _LYING:
            return
        self.clause.there = anchors
        words = self.description.requests[anchors[-1].index].words
        word = "on" if _LAIN_ON & set(words.split()) else "at"
        self.clause.fronted.append((Preposition(word, [joint.token]), Target(refs=anchors[-1:])))

    def _next_clause(self) -> None:
        subject = self.clause.subject or self.clause.item or self.clause.previous or self.clause.topic
        subject = self._talked_of(subject)
        if subject:
            self.clause.topic = subject
        base = self.clause.base
        self.clause.begin()
        self.clause.previous = subject
        if base is not None and base.kind == "room":
            self.clause.base = None

    def _talked_of(self, subject: list[Ref]) -> list[Ref]:
        """What *it* will mean in the next clause: the subject, or the landmark where the subject is several things.

        'on the desk stand a lamp and a clock': the desk.
        """
        landmark = next((where.refs for _, where in self.clause.fronted if where.refs and not where.new), [])
        several = len(subject) > 1 or (len(subject) == 1 and not self.cast.single(subject[0]))
        return list(landmark) if landmark and several else subject

    def _phrase(self, phrase: Phrase, i: int) -> None:
        preposition, self.clause.pending = self.clause.pending, None
        joint, self.clause.joint = self.clause.joint, ""
        if (
            self.clause.aside is not None
            and preposition is None
            and phrase.head is not None
            and self.lists.is_stuff(phrase)
        ):
            for ref in self.clause.item:
                self.links.qualify(ref, phrase_text(phrase))  # 'a desk (oak)'
            return
        before, self.clause.last_phrase = self.clause.last_phrase, phrase
        if (
            joint == "and"
            and before is not None
            and before.definite
            and not phrase.determiner
            and phrase.number is None
            and not phrase.plural
        ):
            phrase.determiner = "the"  # 'the laptop and console'
        if preposition is not None and preposition.word == "and":
            preposition, joint = None, ", and"
        if (
            preposition is None
            and joint == "and"
            and phrase.determiner != "no"
            and self.clause.last_landmark is not None
            and self._joins_landmark(phrase, i)
        ):
            # 'between the sofa and the chair', 'near the door and the window'
            self.places.read_place(self.clause.last_preposition, phrase)
            return
        if preposition is not None:
            if preposition.word in _PURPOSE:
                self._for(preposition, phrase, i)
                return
            if preposition.word in ("without", "not"):
                self.lists.read_absent(phrase, preposition.word)
                return
            if preposition.word == "with":
                self.withs.read_with(phrase)
                return
            if preposition.word == "such_as":
                if phrase.head is not None and self.clause.last_verb in _LIKENESS and phrase.determiner == "a":
                    self.description.aside.append((phrase_text(phrase), "says what something looks like"))
                    return  # 'a rug shaped like a road'
                self.lists.read_item(phrase)
                return
            if self.lists.read_attributes(preposition, phrase):
                return
            if preposition.word == "by" and self.clause.agent_by is not None:
                verb, self.clause.agent_by = self.clause.agent_by, None
                self.predicates.read_object(verb, phrase, passive=True)
                return
            if (
                preposition.word in ("in", "under")
                and self.clause.agent_by is not None
                and self.clause.agent_by.lemma in COVERING
                and self.cast.kind(phrase) == "object"
            ):
                verb, self.clause.agent_by = self.clause.agent_by, None
                self.predicates.read_object(verb, phrase, passive=True)
                return
            self.places.read_place(preposition, phrase)
            return
        if self.clause.verb is not None:
            verb, self.clause.verb = self.clause.verb, None
            self.predicates.read_object(verb, phrase)
            return
        if phrase.determiner in ("no",) or self.clause.negated:
            self.lists.read_absent(phrase)
            return
        mode = self.clause.transient if joint == "and" and self.clause.transient is not None else self.clause.base
        if joint and self.clause.transient is not None and self.clause.base is None:
            mode = self.clause.transient
        if joint and self.clause.each_mode is not None:
            mode = self._mode_of_each(phrase, i, mode, joint)
        if phrase.head is None and phrase.pronoun == "each" and self._is_postposed(i) and self.links.deal_out():
            return
        if phrase.head is None and phrase.pronoun in ("each", "both", "all"):
            target = self.cast.resolve(phrase, subject=self.clause.subject or self.clause.item)
            if target.refs:
                self.clause.each = list(target.refs)
                self.clause.figure = list(target.refs)
                self.clause.figure_new = False
                if not (joint and mode is not None):
                    self.clause.subject = list(target.refs)
                else:
                    self.clause.item = list(target.refs)
            return
        if (
            phrase.head is None
            and phrase.number is not None
            and "and" in joint
            and self.clause.run
            and not self.clause.apposed
        ):
            # 'four chairs on the long side and one on the short side'
            previous = self.description.requests[self.clause.run[-1].index]
            if any(link.subject == previous.index for link in self.description.links):
                self.clause.enter(
                    Target([self.cast.again(previous, phrase.number, (phrase.start, phrase.end))], new=True)
                )
                return
        if self.lists.said_of_some(phrase):
            return
        if phrase.pronoun == "another" and self.clause.run:
            previous = self.description.requests[self.clause.run[-1].index]
            self.clause.enter(Target([self.cast.again(previous, 1, (phrase.start, phrase.end))], new=True))
            return
        self.clause.apposed = phrase.head is None
        if joint and mode is not None:
            self.lists.read_member(phrase, mode)
            return
        self.predicates.read_subject(phrase, joint)

    def _is_postposed(self, i: int) -> bool:
        """Whether the element at `i` belongs to the phrase directly before it: 'four chairs each'."""
        before = self.clause.elements[i - 1] if i else None
        return isinstance(before, Phrase) and before.head is not None

    def _mode_of_each(self, phrase: Phrase, i: int, mode: Mode | None, joint: str) -> Mode | None:
        """The mode of the next member: what each thing has ('each with a monitor, a keyboard and a lamp'), or the list around it."""
        assert self.clause.each_mode is not None
        first = (
            self.clause.each_mode.taken < 2 and joint == ", and"
        )  # 'each with a bone, and a lamp': the lamp is the room's
        # 'each with two lamps and six chairs': what is counted after a comma is the room's
        counted = phrase.number is not None and joint != "and"
        large = joint == ", and" and not self._is_small(phrase) and not self._hangs_on(phrase, i)
        if first or self._has_own_place(i) or phrase.definite or counted or large:
            own = self.clause.base if self.clause.base is not None else Mode("room")
        elif mode is self.clause.each_mode or self._hangs_on(phrase, i) or self._is_small(phrase):
            return self.clause.each_mode
        else:
            own = mode if mode is not None and not mode.each else Mode("room")
        self.clause.each_mode = self.clause.transient = None
        self.clause.base = self.clause.base or own
        return own

    def _is_small(self, phrase: Phrase) -> bool:
        if phrase.head is None or self.cast.kind(phrase) != "object":
            return False
        known = self.cast.known(phrase)
        return known is not None and self.cast.nouns.support(known) == "surface"

    def _has_own_place(self, i: int) -> bool:
        """Whether a place in the room follows the phrase: 'a bookshelf in the corner'."""
        place = self.clause.elements[i + 1] if i + 1 < len(self.clause.elements) else None
        owner = self.clause.elements[i + 2] if i + 2 < len(self.clause.elements) else None
        if not isinstance(place, Preposition) or not isinstance(owner, Phrase) or owner.head is None:
            return False
        return self.cast.kind(owner) in ("place", "room") or (self.cast.kind(owner) == "object" and owner.definite)

    def _hangs_on(self, phrase: Phrase, i: int) -> bool:
        """Whether a place on or at the current topic follows the phrase: 'a mat underneath', 'a jug in the middle'."""
        place = self.clause.elements[i + 1] if i + 1 < len(self.clause.elements) else None
        if not isinstance(place, Preposition) or phrase.determiner not in ("a", "") or phrase.definite:
            return False
        owner = self.clause.elements[i + 2] if i + 2 < len(self.clause.elements) else None
        if place.bare:
            return True
        if not isinstance(owner, Phrase):
            return False
        if owner.head is None:
            return owner.pronoun in ("it", "each")
        return self.cast.kind(owner) == "region" and owner.of is None and not owner.possessor

    def _joins_landmark(self, phrase: Phrase, i: int) -> bool:
        if self.clause.last_preposition.word == "between":
            before = self.clause.elements[i - 2] if i >= 2 else None
            if isinstance(before, Phrase) and before.head is None:
                return False  # 'lampposts between them and a fountain'
            if isinstance(before, Phrase) and before.definite and phrase.definite:
                return True  # 'between the cribs and the window'
            # 'between two windows and a pair of chairs': the two windows are both sides
            return not (isinstance(before, Phrase) and (before.plural or (before.number or 1) > 1 or before.each))
        if (
            not (phrase.definite or (phrase.head is not None and self.cast.kind(phrase) == "place"))
            or self.clause.at != i
        ):
            return False
        after = self.clause.elements[i + 1] if i + 1 < len(self.clause.elements) else None
        return not isinstance(after, (Verb, Preposition))

    def _for(self, preposition: Preposition, phrase: Phrase, i: int) -> None:
        """Read a phrase after *for*: 'for clothes' is a purpose, 'space for an armchair' requests one, 'set for six' counts places."""
        guests = phrase.number and (phrase.head is None or self.cast.kind(phrase) == "person")
        if guests and self._seat(phrase.number or 0):
            return
        if preposition.word == "cause" and phrase.head is not None and phrase.head.lemma in PER_PLACE:
            self.places.lay_at_each_place()  # 'two forks per setting'
            return
        before = [e for e in self.clause.elements[max(i - 4, 0) : i] if isinstance(e, Phrase) and e.head is not None]
        asked = phrase.determiner == "a" or (phrase.number or 0) > 1
        room_for = bool(before) and before[-1].head is not None and before[-1].head.lemma in _ROOM_FOR
        if preposition.word == "for" and asked and room_for and phrase.head and self.cast.read(phrase).known:
            self.clause.base = self.clause.base or Mode("room")
            self.clause.transient = None
            self.lists.read_member(phrase, self.clause.base)
            return
        self.lists.read_purpose(phrase)

    def _seat(self, number: int) -> bool:
        """Read 'a table for six', 'a table set for eight'. Returns whether it is said of what people sit at."""
        clause, requests = self.clause, self.description.requests
        table = next((r for r in reversed(clause.figure or clause.item) if is_sat_at(requests[r.index].words)), None)
        laid = clause.last_verb in ("set", "lay")
        newest = requests[-1] if requests else None
        if table is None and newest is not None and is_sat_at(newest.words):
            table = Ref(newest.index)  # 'a parasol over a table for four'
        if table is None and laid:
            named = next((r for r in self.cast.requests() if is_sat_at(r.words)), None)
            table = Ref(named.index) if named is not None else None
        if laid:
            clause.covers = number
        if table is not None:
            requests[table.index].seats, requests[table.index].laid = number, laid
        return laid or table is not None
