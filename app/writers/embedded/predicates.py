"""Reads subjects, verbs and objects. *Holds* and *is topped with* put the object on the subject, *adorns* the subject on the object."""

from __future__ import annotations

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.clause import ClauseState, Mode
from scenewright.app.writers.embedded.clause_links import ClauseLinks
from scenewright.app.writers.embedded.elements import Phrase, Preposition, Verb
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT, is_person
from scenewright.app.writers.embedded.lists import ListReader
from scenewright.app.writers.embedded.nominals import phrase_text
from scenewright.app.writers.embedded.places import PlaceReader
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.seating import PER_PLACE, is_sat_at
from scenewright.scene.semantics.words import parse

__all__ = ["COVERING", "PredicateReader"]

COVERING = word_set(
    """adorn decorate cover top crown fill line drape accent carpet cushion finish cap dress litter layer stuff
    garnish strew"""
)
_INTO = frozenset(["fill", "pack", "stock", "load", "stuff", "cram", "store", "contain", "house"])
_BRIMMING = word_set("overflow crowd clutter strew litter brim burst jam cram")
"""More verbs for what is full of things."""
_HOLLOW = word_set(
    """bookshelf bookcase shelf shelving cabinet cupboard basket box bin crate chest hamper bucket cart rack
    wardrobe closet bowl cubby sandbox tub bathtub sink pool pond tank jar vase backpack suitcase"""
)
_GLAZED = frozenset(["glass", "display", "refrigerated", "chiller", "fridge", "showcase", "vitrine"])
"""Words of counters and cabinets that show what is in them."""
_HEAPED = 16
"""How many small things a table is full of."""
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


class PredicateReader:
    """Reads subjects, verbs and their objects."""

    def __init__(self, clause: ClauseState, links: ClauseLinks, lists: ListReader, places: PlaceReader) -> None:
        self.clause = clause
        self.links = links
        self.lists = lists
        self.places = places
        self.cast = links.cast
        self.description = links.description

    def read_subject(self, phrase: Phrase, joint: str) -> None:
        """Read the subject of the clause. `joint`: the punctuation or word before the phrase."""
        if phrase.head is not None and phrase.each and phrase.head.lemma in PER_PLACE:
            table = next((r for r in self.cast.requests() if is_sat_at(r.words)), None)
            if table is not None:
                self.clause.subject = self.clause.figure = [Ref(table.index)]
                self.clause.at_each_place = True
                return
        if phrase.head is None and phrase.pronoun in ("it", "they", "them", "this", "these", "that"):
            target = self.cast.resolve(phrase, subject=self.clause.previous or self.clause.topic)
        else:
            target = self.cast.resolve(
                phrase, landmark=False, skip=[], subject=self.clause.subject or self.clause.previous
            )
        if target.place and not target.refs:
            if not self.clause.subject:
                self.clause.subject_place = target.place
            return
        if target.region and target.refs and not target.new:
            # 'its top holds a vase', 'one corner of the desk has a lamp'
            self.clause.level = target.detail if target.region == "level" else ""
            self.clause.subject = list(target.refs)
            self.clause.figure = list(target.refs)
            return
        if not target.refs:
            return
        if joint and self.clause.subject and self.clause.base is None and phrase.head is not None:
            self.clause.subject = [*self.clause.subject, *target.refs]
        else:
            self.clause.subject = list(target.refs)
        self.clause.each = list(target.refs) if target.each else []
        self.clause.enter(target)
        for preposition, where in self.clause.fronted:
            self.places.attach(preposition, where, target.refs, target.new)

    def read_verb(self, verb: Verb) -> None:
        """Read a verb group: find its agents, and keep it for its object."""
        self.clause.pending = None
        self.clause.last_verb = verb.lemma
        group = verb.group
        if verb.form not in ("participle", "gerund") or group != "at":
            self.clause.run = []  # 'a hammer and a saw hanging above the bench': both hang there
        if self.clause.transient is not None and self.clause.transient.kind == "purpose":
            self.clause.transient = None
        relative, self.clause.relative = self.clause.relative, False
        self.clause.of_relative = relative
        joint, self.clause.joint = self.clause.joint, ""
        if verb.form == "infinitive":
            self.clause.transient = Mode("purpose")
            self.clause.verb = Verb("say", "infinitive", verb.tokens)
            return
        if verb.negated:
            self.clause.negated = True
        if verb.existential:
            self._clause_of_verb()
            self.clause.base = Mode("room")
            self.clause.verb = Verb("be", "be", verb.tokens, existential=True)
            self.clause.negated = verb.negated
            return
        agents = self._agents(verb, relative, joint)
        self.clause.agents = agents
        if verb.form in ("participle", "passive"):
            self.clause.agent_by = verb
            self.clause.verb = None
            if group in ("at", ""):
                self.clause.figure = list(agents) or self.clause.figure
            elif agents:
                self.clause.figure = list(agents)
            return
        if verb.form == "gerund" and group in ("at", ""):
            self.clause.figure = list(agents) or self.clause.figure
            self.clause.agent_by = verb
            return
        if group == "be":
            self.clause.figure = list(agents) or self.clause.figure
            if not agents and verb.tokens == verb.predicate:
                agents = list(self.clause.item)  # 'a bed (queen-size)'
            if verb.predicate and not verb.negated:
                self._predicate(agents, verb)
                self.clause.agent_by = None
            self.clause.verb = verb
            return
        self.clause.verb = verb
        self.clause.agent_by = verb if group in ("hold", "join", "surround") else None
        if group == "at":
            self.clause.figure = list(agents) or self.clause.figure

    def _clause_of_verb(self) -> None:
        fronted = self.clause.fronted
        self.clause.begin()
        self.clause.fronted = fronted

    def _agents(self, verb: Verb, relative: bool, joint: str) -> list[Ref]:
        if verb.form in ("participle", "gerund"):
            if joint == "," and self.clause.base is None and self.clause.subject:
                return self.clause.subject
            if (
                self.clause.last_landmark is not None
                and self.clause.last_landmark.refs
                and joint != ","
                and verb.group in ("hold", "have", "flank", "surround")
                and self.clause.last_landmark.new
            ):
                return self.clause.last_landmark.refs
            back = verb.lemma in _HUNG or self._refers_back()
            own = self.clause.absolute or (self.clause.accompanying if back else [])
            return own or self.clause.item or self.clause.figure or self.clause.subject
        if relative:
            if self.clause.last_landmark is not None and self.clause.last_landmark.refs:
                return self.clause.last_landmark.refs
            return self.clause.figure or self.clause.subject
        return self.clause.subject

    def _refers_back(self) -> bool:
        """Whether a place on what was named before follows: the dog of *a table with a dog standing on it* stands, not the table."""
        after = self.clause.elements[self.clause.at + 1 : self.clause.at + 3]
        if not after or not isinstance(after[0], Preposition):
            return False
        owner = after[1] if len(after) > 1 else None
        return after[0].bare or (isinstance(owner, Phrase) and owner.head is None and owner.pronoun in ("it", "them"))

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
                    self.links.qualify(ref, words)
        elif self.clause.subject_place in ("wall", "floor", "ceiling"):
            self.description.surfaces.setdefault(self.clause.subject_place, words)

    def read_object(self, verb: Verb, phrase: Phrase, *, passive: bool = False) -> None:
        """Read the phrase after a verb: its object, or the agent of a passive."""
        group = verb.group
        if verb.negated or self.clause.negated or group == "lack" or phrase.determiner == "no":
            self.lists.read_absent(phrase)
            return
        subject = (
            self.clause.agents if self.clause.of_relative else self.clause.subject
        )  # 'beside a table that holds a lamp': the subject is the table
        agents = list(self.clause.figure) if passive or verb.form in ("gerund", "participle") else list(subject)
        if verb.form == "gerund" or (not agents and not passive):
            agents = list(self.clause.agents)
        if verb.lemma == "seat" and phrase.number is not None and self._seats(agents, phrase.number):
            return
        inverted = group in ("at", "be") and bool(self.clause.fronted) and not self.clause.subject
        if group == "say":
            if verb.form == "infinitive":
                self.lists.read_purpose(phrase)
                return
            target = self.cast.resolve(phrase, landmark=True, subject=agents)
            if target.refs:
                self.clause.enter(target)
            return
        if group == "made" and passive:
            self.lists.read_attributes(Preposition("with", []), phrase)
            return
        if inverted or (group == "be" and verb.existential):
            self._invert(phrase)
            return
        if group == "be":
            self._copula(phrase, agents)
            return
        if group in ("hold", "have", "join") and agents and self.lists.read_part(agents, phrase):
            return
        covering = verb.lemma in COVERING and not passive and verb.form != "participle"
        landmark = covering or (group in ("face", "flank", "surround", "occupy", "light") and not passive)
        if group == "hold" and not covering and agents and self.lists.read_contents(agents, phrase):
            return
        pronoun = phrase.head is None
        about = self.places.it(Preposition("on", [])) if pronoun else agents or self.clause.subject
        target = self.cast.resolve(phrase, landmark=landmark, subject=about, skip=agents if pronoun else [])
        if target.nothing:
            if group == "face" and agents and not passive and phrase.head is not None:
                self._face_person(phrase.head.lemma, agents)
            if not agents and group in ("have", "hold"):
                self.clause.base = Mode("room")
            return
        each = self.clause.is_each(agents)
        if group in ("have", "hold") and not agents and not covering:
            place = self.clause.subject_place if self.clause.subject_place in ("wall", "ceiling", "corner") else ""
            if verb.lemma == "line":
                place = "wall"  # 'a cellar lined with barrels'
                self._line(target)
            if verb.lemma in _INTO | _BRIMMING:
                self._crowd(target)
            self.clause.base = Mode("room", place=place)
            if target.refs:
                self.links.connect(self.clause.base, target)
                self.clause.enter(target)
            return
        mode_kind = _OBJECT_MODES.get(group, "join")
        if agents and (verb.lemma in _INTO or (group in ("hold", "have") and self.is_hollow(agents))):
            mode_kind = "inside" if self.is_hollow(agents) else mode_kind
        if (target.place and not target.refs) or target.region:
            self._spread_over(verb, target, agents)
            return
        if covering or (group in ("face", "flank", "surround", "occupy", "light") and not passive):
            # a relation of the subject to the object
            kind = {"face": "facing", "flank": "flank", "surround": "around", "light": "above", "occupy": "near"}.get(
                group, "on"
            )
            anchors = tuple(r.index for r in target.refs)
            self.places.mean_own(phrase, target, agents)
            for ref in agents:
                if ref.index not in anchors:
                    self.links.link(
                        kind, ref, anchors, each=target.each, anchor_count=target.refs[0].count if target.refs else None
                    )
            if target.new:
                self.clause.run += target.refs
            self.clause.transient = Mode("nothing") if self.clause.base is not None else None
            self.clause.last_landmark = target if target.new else None
            if not agents and target.refs:
                self.clause.enter(target)
            elif target.new:
                self.clause.item = list(target.refs) if verb.form == "finite" and not agents else self.clause.item
            return
        if agents and verb.lemma in ("fill", "cover") and target.new and not self.is_hollow(agents):
            self._heap(target)
        if agents and verb.lemma in _INTO | COVERING and self.is_hollow(agents) and target.new:
            for ref in target.refs:
                request = self.description.requests[ref.index]
                stuff = not phrase.plural and phrase.number is None and not phrase.determiner  # 'full of cheese'
                request.at_least |= stuff
                request.fills = request.full_of = stuff or (request.at_least and request.count == PLURAL_COUNT)
        mode = Mode(mode_kind, agents, each=each)
        if group == "face" and passive:
            mode.kind = "face"
        self.clause.transient = mode
        if self.clause.base is None and verb.form in ("finite", "passive"):
            self.clause.base = mode
        if target.refs:
            self.links.connect(mode, target)
            self._enter_object(target)

    def _seats(self, agents: list[Ref], number: int) -> bool:
        """Read 'a table that seats six'. Returns whether the agents are what people sit at."""
        requests = [self.description.requests[ref.index] for ref in agents]
        tables = [request for request in requests if is_sat_at(request.words)]
        for table in tables:
            table.seats = number
        return bool(tables)

    def _face_person(self, person: str, agents: list[Ref]) -> None:
        """Things face somebody, who is not placed: *desks facing the teacher* face the teacher's desk, or all of them one wall."""
        if not is_person(person):
            return
        whose = {person, f"{person}'s"}
        own = next((r for r in self.cast.requests() if r.words.partition(" ")[0] in whose and " " in r.words), None)
        if own is None:
            self.description.aside.append((person, "people are not placed: what faces them looks at one wall"))
        for ref in agents:
            if own is not None and own.index != ref.index:
                self.links.link("facing", ref, (own.index,))
            else:
                self.links.link("facing", ref, place="wall", detail="back")

    def _heap(self, target: Target) -> None:
        """Many small things, where the text gives no number: a table full of cupcakes."""
        for ref in target.refs:
            request = self.description.requests[ref.index]
            if request.at_least and request.count == PLURAL_COUNT and request.support == "surface":
                request.count = _HEAPED

    def _crowd(self, target: Target) -> None:
        """The place is full of the things: there are lots of them, where the text gives no number."""
        for ref in target.refs:
            request = self.description.requests[ref.index]
            request.plenty |= target.new and request.at_least and request.count == PLURAL_COUNT

    def _line(self, target: Target) -> None:
        """The things line the walls: as many as that takes, where the text gives no number."""
        for ref in target.refs:
            request = self.description.requests[ref.index]
            request.lines = target.new and request.at_least and request.count == PLURAL_COUNT

    def is_hollow(self, agents: list[Ref]) -> bool:
        """Whether the holder has things inside it: on the boards of a shelf, in a basket."""
        request = self.description.requests[agents[-1].index]
        glazed = bool(_GLAZED & set(request.words.split()))
        return request.head in _HOLLOW or request.head.endswith(("shelf", "case")) or glazed

    def _enter_object(self, target: Target) -> None:
        item = self.clause.item
        self.clause.enter(target)
        if self.clause.base is None or self.clause.base.kind == "room":
            # 'a table holding a vase, ...': after the comma, the table is meant again
            self.clause.item = item or self.clause.item

    def _invert(self, phrase: Phrase) -> None:
        """Read a subject after its verb: 'On the desk sit a laptop and ...', 'there is a lamp'."""
        target = self.cast.resolve(phrase, subject=self.clause.previous)
        if not target.refs:
            if self.clause.base is None:
                self.clause.base = Mode("room")
            return
        self.clause.enter(target)
        self.clause.subject = list(target.refs) if self.clause.base is None else self.clause.subject
        for preposition, where in self.clause.fronted:
            self.places.attach(preposition, where, target.refs, target.new)

    def _copula(self, phrase: Phrase, agents: list[Ref]) -> None:
        """Read the phrase after *is*: 'The centerpiece is a large table', 'the sofa is a sectional'."""
        if self.lists.said_of_some(phrase):
            return
        if phrase.head is not None and self.lists.is_stuff(phrase):
            text = phrase_text(phrase)
            for ref in agents:
                self.links.qualify(ref, text)
            if not agents and self.clause.subject_place in ("wall", "floor", "ceiling"):
                self.description.surfaces.setdefault(self.clause.subject_place, text)
            return
        if agents and phrase.head is not None and phrase.definite and self.cast.known(phrase) is None:
            return  # 'is the star of the room'
        if agents and phrase.head is not None and not phrase.definite:
            reading = self.cast.read(phrase)
            request = self.description.requests[agents[0].index]
            if (
                reading.head.split()[-1:]
                and reading.head.split()[-1] in (request.head, (request.known or "").split(" ")[-1])
            ) or self.cast.kind(phrase) in ("part", "abstract", "person"):
                said = [t.low for t in phrase.modifiers if t.pos in ("A", "E")]
                if said:
                    self.links.qualify(agents[0], " ".join(said))
                return
        self.read_subject(phrase, "")

    def _spread_over(self, verb: Verb, target: Target, agents: list[Ref]) -> None:
        """Place the agents of 'occupies the corner' or 'lines the back wall' there."""
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
        figures = agents or self.clause.figure
        if figures:
            self.places.attach(Preposition(word, []), target, figures, False)
        self.clause.last_landmark = target
