"""Verbs: who does what to whom. *Holds* and *is topped with* put the object on the subject, *adorns* the subject on the object."""

from __future__ import annotations

from scenewright.app.writers.embedded.clause import Mode
from scenewright.app.writers.embedded.elements import Joint, Phrase, Preposition, Verb
from scenewright.app.writers.embedded.lexicon import word_set
from scenewright.app.writers.embedded.nominals import noun_of, phrase_text
from scenewright.app.writers.embedded.places import PlaceReader
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.scene.semantics.words import parse

__all__ = ["COVERING", "Predicates"]

COVERING = word_set(
    """adorn decorate cover top crown fill line drape accent carpet cushion finish cap dress litter layer stuff
    garnish strew"""
)
_HEAPED = word_set("pile stack scatter spread strew set")
_INTO = frozenset(["fill", "pack", "stock", "load", "stuff", "cram", "store", "contain", "house"])
_HOLLOW = word_set(
    """bookshelf bookcase shelf shelving cabinet cupboard basket box bin crate chest hamper bucket cart rack
    wardrobe closet bowl cubby sandbox tub bathtub sink pool pond tank jar vase backpack suitcase"""
)
_HUNG = frozenset(["hang", "mount"])
_OBJECT_MODES = {
    "have": "has",
    "hold": "on",
    "flank": "flank",
    "surround": "around",
    "face": "face",
    "join": "join",
    "occupy": "join",
    "separate": "between",
    "light": "over",
}


class Predicates(PlaceReader):
    """Subjects, verbs, their objects, and *with*."""

    def _subject(self, phrase: Phrase, joint: str) -> None:
        if phrase.head is None and phrase.pronoun in ("it", "they", "them", "this", "these", "that"):
            target = self.cast.resolve(phrase, subject=self.previous or self.topic)
        else:
            target = self.cast.resolve(phrase, landmark=False, skip=[], subject=self.subject or self.previous)
        if target.place and not target.refs:
            if not self.subject:
                self.subject_place = target.place
                self.place_detail = target.detail
            return
        if target.region and target.refs and not target.new:
            # 'its top holds a vase', 'one corner of the desk has a lamp'
            self.subject = list(target.refs)
            self.figure = list(target.refs)
            return
        if not target.refs:
            return
        if joint and self.subject and self.base is None and phrase.head is not None:
            self.subject = [*self.subject, *target.refs]
        else:
            self.subject = list(target.refs)
        self.each = list(target.refs) if target.each else []
        self._enter(target)
        for preposition, where in self.fronted:
            self._attach(preposition, where, target.refs, target.new)

    def _verb(self, verb: Verb, i: int) -> None:
        self.pending = None
        self.last_verb = verb.lemma
        self.run = []
        group = verb.group
        if self.transient is not None and self.transient.kind == "purpose":
            self.transient = None
        relative, self.relative = self.relative, False
        self.of_relative = relative
        joint, self.joint = self.joint, ""
        if verb.form == "infinitive":
            self.transient = Mode("purpose")
            self.verb = Verb("say", "infinitive", verb.tokens)
            return
        if verb.negated:
            self.negated = True
        if verb.existential:
            self._clause_of_verb()
            self.base = Mode("room")
            self.verb = Verb("be", "be", verb.tokens, existential=True)
            self.negated = verb.negated
            return
        agents = self._agents(verb, relative, joint)
        self.agents = agents
        if verb.form in ("participle", "passive"):
            self.agent_by = verb
            self.verb = None
            if group in ("at", ""):
                self.figure = list(agents) or self.figure
            elif agents:
                self.figure = list(agents)
            return
        if verb.form == "gerund" and group in ("at", ""):
            self.figure = list(agents) or self.figure
            self.agent_by = verb
            return
        if group == "be":
            self.figure = list(agents) or self.figure
            if not agents and verb.tokens == verb.predicate:
                agents = list(self.item)  # 'a bed (queen-size)'
            if verb.predicate and not verb.negated:
                self._predicate(agents, verb)
                self.agent_by = None
            self.verb = verb
            return
        self.verb = verb
        self.agent_by = verb if group in ("hold", "join", "surround") else None
        if group == "at":
            self.figure = list(agents) or self.figure

    def _clause_of_verb(self) -> None:
        fronted = self.fronted
        self._clause()
        self.fronted = fronted

    def _agents(self, verb: Verb, relative: bool, joint: str) -> list[Ref]:
        if verb.form in ("participle", "gerund"):
            if joint == "," and self.base is None and self.subject:
                return self.subject
            if (
                self.last_landmark is not None
                and self.last_landmark.refs
                and joint != ","
                and verb.group in ("hold", "have", "flank", "surround")
                and self.last_landmark.new
            ):
                return self.last_landmark.refs
            own = self.absolute or (self.accompanying if verb.lemma in _HUNG else [])
            return own or self.item or self.figure or self.subject
        if relative:
            if self.last_landmark is not None and self.last_landmark.refs:
                return self.last_landmark.refs
            return self.figure or self.subject
        return self.subject

    def _predicate(self, agents: list[Ref], verb: Verb) -> None:
        words = " ".join(t.low for t in verb.predicate)
        if agents:
            reading = parse(f"{words} thing", self.cast.nouns.vocabulary)
            if (
                reading.colors
                or reading.materials
                or reading.sizes
                or reading.shape
                or reading.styles
                or reading.others
            ):
                for ref in agents:
                    self._qualify(ref, words)
        elif self.subject_place in ("wall", "floor", "ceiling"):
            self.description.surfaces.setdefault(self.subject_place, words)

    def _object(self, verb: Verb, phrase: Phrase, *, passive: bool = False) -> None:
        """What a verb has to its right: its object, or the agent of a passive."""
        group = verb.group
        if verb.negated or self.negated or group == "lack" or phrase.determiner == "no":
            self._absent(phrase)
            return
        subject = (
            self.agents if self.of_relative else self.subject
        )  # 'beside a table that holds a lamp': the table does
        agents = list(self.figure) if passive or verb.form in ("gerund", "participle") else list(subject)
        if verb.form == "gerund" or (not agents and not passive):
            agents = list(self.agents)
        inverted = group in ("at", "be") and bool(self.fronted) and not self.subject
        if group == "say":
            if verb.form == "infinitive":
                self._purpose(phrase)
                return
            target = self.cast.resolve(phrase, landmark=True, subject=agents)
            if target.refs:
                self._enter(target)
            return
        if group == "made" and passive:
            self._attributes(Preposition("with", []), phrase)
            return
        if inverted or (group == "be" and verb.existential):
            self._invert(phrase)
            return
        if group == "be":
            self._copula(phrase, agents)
            return
        if group in ("hold", "have", "join") and agents and self._part_of(agents, phrase):
            return
        covering = verb.lemma in COVERING and not passive and verb.form != "participle"
        landmark = covering or (group in ("face", "flank", "surround", "occupy", "light") and not passive)
        if group == "hold" and not covering and agents and self._contents(agents, phrase):
            return
        pronoun = phrase.head is None
        about = self._it(Preposition("on", [])) if pronoun else agents or self.subject
        target = self.cast.resolve(phrase, landmark=landmark, subject=about, skip=agents if pronoun else [])
        if target.nothing:
            if not agents and group in ("have", "hold"):
                self.base = Mode("room")
            return
        each = self._is_each(agents)
        if group in ("have", "hold") and not agents and not covering:
            place = self.subject_place if self.subject_place in ("wall", "ceiling", "corner") else ""
            self.base = Mode("room", place=place)
            if target.refs:
                self._connect(self.base, target)
                self._enter(target)
            return
        mode_kind = _OBJECT_MODES.get(group, "join")
        if agents and (verb.lemma in _INTO or (group in ("hold", "have") and self._hollow(agents))):
            mode_kind = "inside" if self._hollow(agents) else mode_kind
        if (target.place and not target.refs) or target.region:
            self._spread_over(verb, target, agents)
            return
        if covering or (group in ("face", "flank", "surround", "occupy", "light") and not passive):
            # the subject stands in relation to the object
            kind = {"face": "facing", "flank": "flank", "surround": "around", "light": "above", "occupy": "near"}.get(
                group, "on"
            )
            anchors = tuple(r.index for r in target.refs)
            for ref in agents:
                if ref.index not in anchors:
                    self._link(
                        kind, ref, anchors, each=target.each, anchor_count=target.refs[0].count if target.refs else None
                    )
            if target.new:
                self.run += target.refs
            self.transient = Mode("nothing") if self.base is not None else None
            self.last_landmark = target if target.new else None
            if not agents and target.refs:
                self._enter(target)
            elif target.new:
                self.item = list(target.refs) if verb.form == "finite" and not agents else self.item
            return
        mode = Mode(mode_kind, agents, each=each)
        if group == "face" and passive:
            mode.kind = "face"
        self.transient = mode
        if self.base is None and verb.form in ("finite", "passive"):
            self.base = mode
        if target.refs:
            self._connect(mode, target)
            self._enter_object(target)

    def _hollow(self, agents: list[Ref]) -> bool:
        """Whether what is held stands in the holder: on the boards of a shelf, in a basket."""
        request = self.description.requests[agents[-1].index]
        return request.head in _HOLLOW or request.head.endswith(("shelf", "case"))

    def _enter_object(self, target: Target) -> None:
        item = self.item
        self._enter(target)
        if self.base is None or self.base.kind == "room":
            # 'a table holding a vase, ...': a comma returns to the table
            self.item = item or self.item

    def _invert(self, phrase: Phrase) -> None:
        """'On the desk sit a laptop and ...', 'there is a lamp'."""
        target = self.cast.resolve(phrase, subject=self.previous)
        if not target.refs:
            if self.base is None:
                self.base = Mode("room")
            return
        self._enter(target)
        self.subject = list(target.refs) if self.base is None else self.subject
        for preposition, where in self.fronted:
            self._attach(preposition, where, target.refs, target.new)

    def _copula(self, phrase: Phrase, agents: list[Ref]) -> None:
        """'The centerpiece is a large table', 'the sofa is a sectional'."""
        if self._said_of_some(phrase):
            return
        if phrase.head is not None and self._is_stuff(phrase):
            text = phrase_text(phrase)
            for ref in agents:
                self._qualify(ref, text)
            if not agents and self.subject_place in ("wall", "floor", "ceiling"):
                self.description.surfaces.setdefault(self.subject_place, text)
            return
        if agents and phrase.head is not None and phrase.definite and self.cast.known(phrase) is None:
            return  # 'is the star of the room'
        if agents and phrase.head is not None and not phrase.definite:
            reading = self.cast.read(phrase)
            request = self.description.requests[agents[0].index]
            if reading.head.split()[-1] in (request.head, (request.known or "").split(" ")[-1]) or self.cast.kind(
                phrase
            ) in ("part", "abstract", "person"):
                said = [t.low for t in phrase.modifiers if t.pos in ("A", "E")]
                if said:
                    self._qualify(agents[0], " ".join(said))
                return
        self._subject(phrase, "")

    def _spread_over(self, verb: Verb, target: Target, agents: list[Ref]) -> None:
        """'occupies the corner', 'lines the back wall', 'covers the floor', 'sits' is not among them."""
        group = verb.group
        if group == "hold" and verb.form != "finite":
            group = "occupy"
        word = (
            "along"
            if verb.lemma in ("line", "hug", "span", "skirt", "border")
            else "facing"
            if group == "face"
            else "in"
            if target.place in ("corner",) or target.region
            else "on"
        )
        if group == "surround":
            word = "around"
        if target.place in ("floor", "room") and not target.region:
            return
        figures = agents or self.figure
        if figures:
            self._attach(Preposition(word, []), target, figures, False)
        self.last_landmark = target

    def _with(self, phrase: Phrase) -> None:
        before = self.elements[self.at - 2] if self.at >= 2 else None
        own = isinstance(before, Joint) and before.kind == ","
        self._with_it(phrase)
        if phrase.head is not None:
            self.accompanying = [r for r in self.figure if r not in self.item]
            self.absolute = self.accompanying if own else []

    def _with_it(self, phrase: Phrase) -> None:
        verb = self.agent_by
        if verb is not None and verb.group in (
            "hold",
            "join",
            "occupy",
            "have",
            "surround",
            "flank",
            "made",
            "at",
            "face",
            "light",
        ):
            self.agent_by = None
            if verb.lemma in _HEAPED:
                self._object(Verb("hold", "participle", verb.tokens), phrase, passive=True)
                return
            if verb.group == "at" and verb.form in ("finite",):
                self._has(self.figure, phrase)
                return
            self._object(verb, phrase, passive=True)
            return
        if self.figure:
            if self._part_of(self.figure, phrase):
                return
            counted = self._breakdown(phrase)
            if counted is not None:
                self.apposed = True
                self._enter(counted)
                return
            self._has(self.figure, phrase)
            return
        if self.subject_place and self.subject_place != "room":
            self._object(Verb("hold", "participle", []), phrase)
            return
        self.base = Mode("room")
        self._listed(phrase, self.base)

    def _has(self, hosts: list[Ref], phrase: Phrase) -> None:
        mode = Mode("has", list(hosts), each=self._is_each(hosts))
        self.transient = mode
        self.each_mode = mode if mode.each else None
        if self.base is None and not self.subject:
            self.base = mode
        item, known = self.item, len(self.description.requests)
        self._listed(phrase, mode)
        if len(hosts) == 1 and not self.description.requests[hosts[0].index].at_least and not self._hollow(hosts):
            self._match_hosts(hosts, [Ref(index) for index in range(known, len(self.description.requests))])
        self.item = item or self.item  # what follows a comma is said of the host

    def _breakdown(self, phrase: Phrase) -> Target | None:
        """'six chairs, with two chairs on each side': the two are of the six."""
        if phrase.head is None or phrase.number is None or phrase.determiner or phrase.other:
            return None
        words = noun_of(phrase, self.cast.read(phrase))
        for request in self.cast.requests():
            if (
                self.cast.born.get(request.index) == self.cast.sentence
                and request.count > phrase.number
                and words in (request.words, request.head)
            ):
                return Target([Ref(request.index, phrase.number)])
        return None
