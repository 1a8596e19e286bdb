"""A description read clause by clause, from left to right.

The reader keeps what a listener keeps in mind (:mod:`scenewright.app.writers.embedded.clause`), makes requests through
:class:`scenewright.app.writers.embedded.cast.Cast`, and links between them. Verbs count by group
(:mod:`scenewright.app.writers.embedded.predicates`): *holds* and *is topped with* put their objects on the subject, *faces*, *flanks* and
*surrounds* relate the two, *sits* leaves it to the prepositions (:mod:`scenewright.app.writers.embedded.places`).
"""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.writers.embedded.cast import Cast
from scenewright.app.writers.embedded.clause import Mode
from scenewright.app.writers.embedded.description import Description, Link, Nouns, Zone
from scenewright.app.writers.embedded.elements import Element, Joint, Phrase, Preposition, Verb
from scenewright.app.writers.embedded.english import DescriptionError, check_language, read_dimensions
from scenewright.app.writers.embedded.grammar import chunk
from scenewright.app.writers.embedded.nominals import phrase_text
from scenewright.app.writers.embedded.plain_text import normalize
from scenewright.app.writers.embedded.predicates import COVERING, Predicates
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.retagging import retag
from scenewright.app.writers.embedded.tagging import sentences

__all__ = ["DescriptionError", "describe"]

_PURPOSE = frozenset(["for", "cause", "throughout"])
_ROOM_FOR = frozenset(["space", "room", "spot", "place", "area", "nook"])
_SIZES = {
    "small": "small", "tiny": "small", "compact": "small", "cramped": "small", "little": "small", "narrow": "small",
    "snug": "small", "mini": "small",
    "large": "large", "spacious": "large", "big": "large", "roomy": "large", "generous": "large", "wide": "large",
    "grand": "large", "huge": "huge",
    "vast": "huge", "massive": "huge", "enormous": "huge", "expansive": "large", "sprawling": "huge",
    "open-plan": "large", "airy": "large", "medium": "",
}  # fmt: skip


def describe(text: str, nouns: Nouns) -> Description:
    """Read a description.

    Raises:
        DescriptionError: the text is empty, or is not English.
    """
    plain = normalize(text)
    if not plain:
        raise DescriptionError(
            "the description is empty: say what the scene holds, e.g. 'a bedroom with a bed and two nightstands'"
        )
    check_language(plain, nouns)
    description = Description(plain)
    plain = read_dimensions(description, plain)
    reader = _Reader(Cast(description, nouns))
    for tokens in sentences(plain):
        reader.sentence(chunk(retag(tokens, lambda words: words in nouns.vocabulary)))
    if not description.zones:
        description.zones.append(Zone("", ""))
    reader.lay_places()
    description.size = _size(plain, description.zones[0])
    description.links = _tidy(description)
    return description


def _size(text: str, zone: Zone) -> str:
    """'small', 'large' or 'huge', of the words before the room's name."""
    sentence = text.lower().split(".")[0]
    at = sentence.find(zone.kind) if zone.kind else -1
    before = sentence[: max(at, 0)].replace(",", " ").split()[-8:]
    return next((_SIZES[w] for w in reversed(before) if w in _SIZES), "")


class _Reader(Predicates):
    """Sentences, joints and the role of every phrase."""

    def sentence(self, elements: list[Element]) -> None:
        if self.subject:
            self.topic = self._talked_of(self.subject)
        self.cast.sentence += 1
        self._clause()
        self.elements = elements
        for i, element in enumerate(elements):
            self.at = i
            if isinstance(element, Phrase):
                self._phrase(element, i)
            elif isinstance(element, Preposition):
                self._preposition(element)
            elif isinstance(element, Verb):
                self._verb(element, i)
            else:
                self._joint(element, i)

    def _joint(self, joint: Joint, i: int) -> None:
        if joint.kind == "(":
            self.aside = (self.base, self.transient, self.item)
        elif joint.kind == ")" and self.aside is not None:
            (self.base, self.transient, self.item), self.aside = self.aside, None
        self.absolute = self.accompanying = []
        if joint.kind in (",", ":", "(", ")"):
            if self.joint != "and":
                self.joint = ","
            self.pending = None
            self.agent_by = None
            self.relative = False
            if self.verb is not None and self.verb.group in ("at", "be"):
                self.verb = None  # its prepositions have said where
            if self.base is not None or (self.transient is not None and self.transient.kind == "purpose"):
                self.transient = None
            if self.item:
                self.figure = list(self.item)
            if self.fronted and not self.subject and not self.item:
                pass  # 'On the table: a menu', 'Below the television, a console ...'
            elif joint.kind == ":" or (joint.kind == "," and self._new_clause(i + 1)):
                self._next_clause()
        elif joint.kind == "and":
            self.joint = ", and" if self.joint == "," else "and"
            if self._new_clause(i + 1):
                self._next_clause()
        elif joint.kind == "while":
            self._next_clause()
        elif joint.kind == "rel":
            self.relative = True
            if self.pending is not None and (self.figure or self.previous):
                # 'an ottoman, on which a cat sleeps'
                preposition, anchors = self.pending, list(self.figure or self.previous)
                self._next_clause()
                self.fronted.append((preposition, Target(refs=anchors)))
                return
            if joint.token.low in ("where", "when"):
                self._next_clause()
            elif self.last_landmark is not None and self.last_landmark.refs:
                self.figure = list(self.last_landmark.refs)
        elif joint.kind == "not":
            self.negated = True

    def _next_clause(self) -> None:
        subject = self.subject or self.item or self.previous or self.topic
        subject = self._talked_of(subject)
        if subject:
            self.topic = subject
        base = self.base
        self._clause()
        self.previous = subject
        if base is not None and base.kind == "room":
            self.base = None

    def _talked_of(self, subject: list[Ref]) -> list[Ref]:
        """What *it* will mean: of 'on the desk stand a lamp and a clock', the desk, since the others are several."""
        landmark = next((where.refs for _, where in self.fronted if where.refs and not where.new), [])
        several = len(subject) > 1 or (len(subject) == 1 and not self.cast.single(subject[0]))
        return list(landmark) if landmark and several else subject

    def _new_clause(self, i: int) -> bool:
        """Whether the phrase at `i` is the subject of a finite verb of its own, or a fronted preposition of one."""
        elements = self.elements
        n = len(elements)
        fronted = False
        if i < n and isinstance(elements[i], Joint) and elements[i].kind in ("and", "while"):  # type: ignore[union-attr]
            i += 1
        start = i
        if i < n and isinstance(elements[i], Preposition):
            # ', and on the table sit two cups', ', beside it a lamp stands'
            fronted = True
            if elements[i].word in ("with", "for", "without", "of", "cause", "such_as"):  # type: ignore[union-attr]
                return False
            i += 1 if elements[i].bare else 2  # type: ignore[union-attr]
            if i < n and isinstance(elements[i], Verb):
                return elements[i].form in ("finite", "be", "passive")  # type: ignore[union-attr]
            if not (i < n and isinstance(elements[i], Phrase)):
                return False
        if i < n and isinstance(elements[i], Verb) and i == start:
            verb = elements[i]
            return isinstance(verb, Verb) and verb.existential
        if not (i < n and isinstance(elements[i], Phrase)):
            return False
        i += 1
        depth = 0
        while i < n:
            element = elements[i]
            if isinstance(element, Verb):
                if element.form in ("finite", "passive", "be") and not element.predicate:
                    return True
                if element.form == "be":
                    return True
                if element.form in ("participle", "gerund") and fronted:
                    return False
                depth += 1
            elif isinstance(element, Joint):
                if element.kind == "and" and not depth and i + 1 < n and isinstance(elements[i + 1], Phrase):
                    pass
                else:
                    return False
            elif isinstance(element, Phrase) and fronted and i > start + 2:
                pass
            i += 1
        return False

    def _phrase(self, phrase: Phrase, i: int) -> None:
        preposition, self.pending = self.pending, None
        joint, self.joint = self.joint, ""
        if self.aside is not None and preposition is None and phrase.head is not None and self._is_stuff(phrase):
            for ref in self.item:
                self._qualify(ref, phrase_text(phrase))  # 'a desk (oak)'
            return
        before, self.last_phrase = self.last_phrase, phrase
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
            and self.last_landmark is not None
            and self._joins_landmark(phrase, i)
        ):
            # 'between the sofa and the chair', 'near the door and the window'
            self._place(self.last_preposition, phrase)
            return
        if preposition is not None:
            if preposition.word in _PURPOSE:
                self._for(preposition, phrase, i)
                return
            if preposition.word in ("without", "not"):
                self._absent(phrase)
                return
            if preposition.word == "with":
                self._with(phrase)
                return
            if preposition.word == "such_as":
                self._item(phrase)
                return
            if self._attributes(preposition, phrase):
                return
            if preposition.word == "by" and self.agent_by is not None:
                verb, self.agent_by = self.agent_by, None
                self._object(verb, phrase, passive=True)
                return
            if (
                preposition.word in ("in", "under")
                and self.agent_by is not None
                and self.agent_by.lemma in COVERING
                and self.cast.kind(phrase) == "object"
            ):
                verb, self.agent_by = self.agent_by, None
                self._object(verb, phrase, passive=True)
                return
            self._place(preposition, phrase)
            return
        if self.verb is not None:
            verb, self.verb = self.verb, None
            self._object(verb, phrase)
            return
        if phrase.determiner in ("no",) or self.negated:
            self._absent(phrase)
            return
        mode = self.transient if joint == "and" and self.transient is not None else self.base
        if joint and self.transient is not None and self.base is None:
            mode = self.transient
        if joint and self.each_mode is not None:
            mode = self._mode_of_each(phrase, i, mode, joint)
        if phrase.head is None and phrase.pronoun == "each" and self._is_postposed(i) and self._deal_out():
            return
        if phrase.head is None and phrase.pronoun in ("each", "both", "all"):
            target = self.cast.resolve(phrase, subject=self.subject or self.item)
            if target.refs:
                self.each = list(target.refs)
                self.figure = list(target.refs)
                self.figure_new = False
                if not (joint and mode is not None):
                    self.subject = list(target.refs)
                else:
                    self.item = list(target.refs)
            return
        if phrase.head is None and phrase.number is not None and "and" in joint and self.run and not self.apposed:
            # 'four chairs on the long side and one on the short side'
            previous = self.description.requests[self.run[-1].index]
            if any(link.subject == previous.index for link in self.description.links):
                self._enter(Target([self.cast.again(previous, phrase.number, (phrase.start, phrase.end))], new=True))
                return
        if self._said_of_some(phrase):
            return
        if phrase.pronoun == "another" and self.run:
            previous = self.description.requests[self.run[-1].index]
            self._enter(Target([self.cast.again(previous, 1, (phrase.start, phrase.end))], new=True))
            return
        self.apposed = phrase.head is None
        if joint and mode is not None:
            self._listed(phrase, mode)
            return
        self._subject(phrase, joint)

    def _is_postposed(self, i: int) -> bool:
        """Whether what stands at `i` belongs to the phrase right before it: 'four chairs each'."""
        before = self.elements[i - 1] if i else None
        return isinstance(before, Phrase) and before.head is not None

    def _mode_of_each(self, phrase: Phrase, i: int, mode: Mode | None, joint: str) -> Mode | None:
        """Whether the list goes on with what each has ('each with a monitor, a keyboard and a lamp') or with the room's."""
        assert self.each_mode is not None
        first = self.each_mode.taken < 2 and joint == ", and"  # 'each with a bone, and a lamp': the list was the room's
        if first or self._has_own_place(i) or phrase.definite or phrase.number is not None:
            own = self.base if self.base is not None else Mode("room")
        elif mode is self.each_mode or self._hangs_on(phrase, i) or self._is_small(phrase):
            return self.each_mode
        else:
            own = mode if mode is not None and not mode.each else Mode("room")
        self.each_mode = self.transient = None
        self.base = self.base or own
        return own

    def _is_small(self, phrase: Phrase) -> bool:
        if phrase.head is None or self.cast.kind(phrase) != "object":
            return False
        known = self.cast.known(phrase)
        return known is not None and self.cast.nouns.support(known) == "surface"

    def _has_own_place(self, i: int) -> bool:
        """'a bookshelf in the corner': it is said where in the room the thing is."""
        place = self.elements[i + 1] if i + 1 < len(self.elements) else None
        owner = self.elements[i + 2] if i + 2 < len(self.elements) else None
        if not isinstance(place, Preposition) or not isinstance(owner, Phrase) or owner.head is None:
            return False
        return self.cast.kind(owner) in ("place", "room") or (self.cast.kind(owner) == "object" and owner.definite)

    def _hangs_on(self, phrase: Phrase, i: int) -> bool:
        """Whether what follows a phrase says where it is on what the talk is about: 'a mat underneath', 'a jug in the middle'."""
        place = self.elements[i + 1] if i + 1 < len(self.elements) else None
        if not isinstance(place, Preposition) or phrase.determiner not in ("a", "") or phrase.definite:
            return False
        owner = self.elements[i + 2] if i + 2 < len(self.elements) else None
        if place.bare:
            return True
        if not isinstance(owner, Phrase):
            return False
        if owner.head is None:
            return owner.pronoun in ("it", "each")
        return self.cast.kind(owner) == "region" and owner.of is None and not owner.possessor

    def _joins_landmark(self, phrase: Phrase, i: int) -> bool:
        if self.last_preposition.word == "between":
            return True
        if not (phrase.definite or (phrase.head is not None and self.cast.kind(phrase) == "place")) or self.at != i:
            return False
        after = self.elements[i + 1] if i + 1 < len(self.elements) else None
        return not isinstance(after, (Verb, Preposition))

    def _for(self, preposition: Preposition, phrase: Phrase, i: int) -> None:
        """'for clothes' is a purpose; 'space for an armchair' asks for one; 'set for six' counts places."""
        guests = phrase.number and (phrase.head is None or self.cast.kind(phrase) == "person")
        if guests and self.last_verb in ("set", "lay"):
            self.covers = phrase.number or 0
            return
        before = [e for e in self.elements[max(i - 4, 0) : i] if isinstance(e, Phrase) and e.head is not None]
        asked = phrase.determiner == "a" or (phrase.number or 0) > 1
        if preposition.word == "for" and asked and before and before[-1].head and before[-1].head.lemma in _ROOM_FOR:
            self.base = self.base or Mode("room")
            self.transient = None
            self._listed(phrase, self.base)
            return
        self._purpose(phrase)


def _tidy(description: Description) -> list[Link]:
    """Links without repetitions; 'with' gives way to what says more of the same two."""
    out: list[Link] = []
    said = {(link.subject, a) for link in description.links if link.kind not in ("with", "join") for a in link.anchors}
    over = {(link.subject, a) for link in description.links if link.kind == "above" for a in link.anchors}
    on = {link.subject for link in description.links if link.kind in ("on", "inside", "under", "above")}
    for link in description.links:
        if link.kind == "with" and (
            any((link.subject, a) in said or (a, link.subject) in said for a in link.anchors) or link.subject in on
        ):
            continue
        if link.kind == "on" and any((link.subject, a) in over for a in link.anchors):
            continue  # 'a vanity set against a wall with mirrors hanging above' has none set on it
        others = tuple(a for a in link.anchors if a != link.subject)
        plain = replace(link, anchors=others)
        if (others or link.place) and plain not in out:
            out.append(plain)
    return out
