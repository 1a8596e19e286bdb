"""A description read clause by clause, from left to right.

The reader keeps what a listener keeps in mind: who the clause is about, which list runs, what a preposition would attach to,
and what stands where. It makes requests (through :class:`app.agent.cast.Cast`) and links between them. Verbs count by
group: *holds* and *is topped with* put their objects on the subject, *adorns* puts the subject on its object, *faces*,
*flanks* and *surrounds* relate the two, *sits* leaves it to the prepositions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from app.agent.cast import Cast, Ref, Target, noun_of, phrase_text
from app.agent.description import Description, Link, Nouns, Zone
from app.agent.grammar import Element, Joint, Phrase, Preposition, Verb, chunk
from app.agent.lexicon import CONTENT_HEADS, PARTS, PLURAL_COUNT, ROOMS
from app.agent.tagging import normalize, sentences
from assets.attributes import parse
from scene.errors import ScenewrightError

__all__ = ["DescriptionError", "read"]


class DescriptionError(ScenewrightError):
    """A text that the embedded writer cannot read: it is empty, or it is not English."""

    exit_code = 12


# Active: the subject is on its object. The passive puts the object on the subject, as with all others of the group.
_COVERING = frozenset(
    "adorn decorate cover top crown fill line drape accent carpet cushion finish cap dress litter layer stuff garnish strew".split()
)
_ATTRIBUTE_PREPOSITIONS = frozenset("in of from with".split())
_PURPOSE = frozenset("for cause throughout".split())
_BUILT_IN = frozenset("integrated built-in inbuilt attached fitted inset recessed integral undermount concealed".split())
_INTO = frozenset("fill pack stock load stuff cram store contain house".split())
_HOLLOW = frozenset("bookshelf bookcase shelf shelving cabinet cupboard basket box bin crate chest hamper bucket cart rack wardrobe closet bowl cubby".split())
_OWN_THINGS = frozenset("screen panel cover stand lamp shelf rack key lock box".split())
_ROOM_FOR = frozenset("space room spot place area nook".split())
_FUNCTION_WORDS = frozenset(
    "a an the and or with in on of at is are by to near next there one two for from this that its under above".split()
)
_SIZES = {
    "small": "small", "tiny": "small", "compact": "small", "cramped": "small", "little": "small", "narrow": "small", "snug": "small", "mini": "small",
    "large": "large", "spacious": "large", "big": "large", "roomy": "large", "generous": "large", "wide": "large", "grand": "large", "huge": "huge",
    "vast": "huge", "massive": "huge", "enormous": "huge", "expansive": "large", "sprawling": "huge", "open-plan": "large", "airy": "large", "medium": "",
}  # fmt: skip


def read(text: str, nouns: Nouns) -> Description:
    """Read a description.

    Raises:
        DescriptionError: the text is empty, or is not English.
    """
    plain = normalize(text)
    if not plain:
        raise DescriptionError(
            "the description is empty: say what the scene holds, e.g. 'a bedroom with a bed and two nightstands'"
        )
    _check_language(plain, nouns)
    description = Description(plain)
    _dimensions(description, plain)
    reader = _Reader(Cast(description, nouns))
    for tokens in sentences(plain):
        reader.sentence(chunk(tokens))
    if not description.zones:
        description.zones.append(Zone("", ""))
    for zone in description.zones[:1]:
        for word in zone.words.lower().split():
            if word in _SIZES and not description.size:
                description.size = _SIZES[word]
    description.links = _tidy(description)
    return description


def _check_language(text: str, nouns: Nouns) -> None:
    letters = [c for c in text if c.isalpha()]
    words = re.findall(r"[^\W\d_]+", text.lower())
    if not words:
        raise DescriptionError("the description holds no words: say what the scene holds, e.g. 'a desk with a lamp'")
    latin = sum(1 for c in letters if c.isascii()) / len(letters)
    known = sum(1 for w in words if w in _FUNCTION_WORDS or w in nouns.vocabulary or w in ROOMS)
    foreign = sum(1 for w in words if w in _FOREIGN and w not in nouns.vocabulary)
    if latin < 0.7 or (len(words) >= 3 and known == 0) or foreign > max(1, known):
        raise DescriptionError(
            "the embedded writer reads English, and this text does not seem to be: give it in English, or choose a model "
            "that reads your language with --model provider:name"
        )


_FOREIGN = frozenset(
    """ein eine einem einen einer der die das und mit auf neben dem den im zwei drei stuhl tisch ist sind un une des les avec dans sur et la le du deux trois
    chaise lit el los las con sobre una unas unos y en dos tres silla mesa cama il lo gli della nella e due tre sedia tavolo letto um uma com duas cadeira
    het een met op naast twee stoel tafel og ved en ett och pod oraz przy""".split()
) - frozenset(
    {
        "die",
        "in",
        "a",
        "an",
        "on",
        "of",
        "los",
        "las",
        "la",
        "le",
        "lit",
        "el",
        "e",
        "en",
        "des",
        "den",
        "y",
        "lo",
        "tafel",
        "mesa",
        "un",
        "du",
        "il",
        "com",
        "op",
        "dos",
    }
)


def _dimensions(description: Description, text: str) -> None:
    """'a 4 m by 5 m room', 'a 12x14 ft bedroom'."""
    unit = r"(m|meters?|metres?|ft|feet|foot|')?"
    found = re.search(
        rf"(?i)\b(\d+(?:\.\d+)?)[\s-]*{unit}[\s-]*(?:x|by|\u00d7)[\s-]*(\d+(?:\.\d+)?)[\s-]*{unit}(?=[\s,.-])(?:[\s,-]+(\w+)[\s-]+(\w+))?",
        text,
    )
    if not found:
        return
    a, unit_a, b, unit_b, next_word, after = found.groups()
    room = any(w and (w.lower() in ROOMS or f"{next_word} {after}".lower() in ROOMS) for w in (next_word, after))
    before = text[: found.start()].lower().split()
    measured = any(w in ROOMS or w in ("measuring", "measures") for w in before[-5:])
    scale = 0.3048 if (unit_b or unit_a or "m").lower().startswith(("f", "'")) else 1.0
    if room or measured:
        width, depth = float(a) * scale, float(b) * scale
        if 1.0 <= min(width, depth) and max(width, depth) <= 60.0:
            description.dimensions = (round(width, 2), round(depth, 2))


@dataclass
class _Mode:
    """Where the things of a running list go. `kind`: room, on, has, flank, around, face, join, purpose, lack, attribute, nothing."""

    kind: str
    agents: list[Ref] = field(default_factory=list)
    each: bool = False
    place: str = ""
    outer: _Mode | None = None


class _Reader:
    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.description = cast.description
        self.subject: list[Ref] = []
        self.topic: list[Ref] = []
        self.last_preposition = Preposition("", [])
        self._clause()

    def _clause(self) -> None:
        """Forget the clause, keep the topic."""
        self.previous = getattr(self, "subject", [])
        self.subject: list[Ref] = []
        self.each: list[Ref] = []
        self.apposed = False
        self.subject_place = ""
        self.figure: list[Ref] = []
        self.figure_new = False
        self.run: list[Ref] = []
        self.item: list[Ref] = []
        self.fronted: list[tuple[Preposition, Target]] = []
        self.base: _Mode | None = None
        self.transient: _Mode | None = None
        self.verb: Verb | None = None
        self.pending: Preposition | None = None
        self.agent_by: Verb | None = None
        self.joint = ""
        self.last_landmark: Target | None = None
        self.relative = False
        self.agents: list[Ref] = []
        self.last_phrase: Phrase | None = None
        self.negated = False

    # -- the loop --------------------------------------------------------------------------------------------------

    def sentence(self, elements: list[Element]) -> None:
        if self.subject:
            self.topic = self.subject
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
        if joint.kind in (",", ":", "(", ")"):
            if self.joint != "and":
                self.joint = ","
            self.pending = None
            self.relative = False
            if self.base is not None or (self.transient is not None and self.transient.kind == "purpose"):
                self.transient = None
            if self.item:
                self.figure = list(self.item)
            if joint.kind == ":" or (joint.kind == "," and self._new_clause(i + 1)):
                self._next_clause()
        elif joint.kind == "and":
            self.joint = ", and" if self.joint == "," else "and"
            if self._new_clause(i + 1):
                self._next_clause()
        elif joint.kind == "while":
            self._next_clause()
        elif joint.kind == "rel":
            self.relative = True
            if joint.token.low in ("where", "when"):
                self._next_clause()
            elif self.last_landmark is not None and self.last_landmark.refs and self.joint != ",":
                self.figure = list(self.last_landmark.refs)
        elif joint.kind == "not":
            self.negated = True

    def _next_clause(self) -> None:
        subject = self.subject or self.previous or self.topic
        if subject:
            self.topic = subject
        base = self.base
        self._clause()
        self.previous = subject
        if base is not None and base.kind == "room":
            self.base = None

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

    # -- phrases ---------------------------------------------------------------------------------------------------

    def _phrase(self, phrase: Phrase, i: int) -> None:
        preposition, self.pending = self.pending, None
        joint, self.joint = self.joint, ""
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
                and self.agent_by.lemma in _COVERING
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
        self.apposed = phrase.head is None
        if joint and mode is not None:
            self._listed(phrase, mode)
            return
        self._subject(phrase, joint)

    def _joins_landmark(self, phrase: Phrase, i: int) -> bool:
        if self.last_preposition.word == "between":
            return True
        if not (phrase.definite or (phrase.head is not None and self.cast.kind(phrase) == "place")) or self.at != i:
            return False
        after = self.elements[i + 1] if i + 1 < len(self.elements) else None
        return not isinstance(after, (Verb, Preposition))

    def _for(self, preposition: Preposition, phrase: Phrase, i: int) -> None:
        """'for clothes' is a purpose; 'space for an armchair' asks for one."""
        before = [e for e in self.elements[max(i - 4, 0) : i] if isinstance(e, Phrase) and e.head is not None]
        asked = phrase.determiner == "a" or (phrase.number or 0) > 1
        if preposition.word == "for" and asked and before and before[-1].head and before[-1].head.lemma in _ROOM_FOR:
            self.base = self.base or _Mode("room")
            self.transient = None
            self._listed(phrase, self.base)
            return
        self._purpose(phrase)

    def _purpose(self, phrase: Phrase) -> None:
        """What something is for, and by what: named, but not placed, unless it is there already."""
        self.transient = _Mode("purpose", outer=self.transient or self.base)
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
            self._purpose(phrase.of)

    def _absent(self, phrase: Phrase) -> None:
        self.negated = False
        if phrase.head is not None and self.cast.kind(phrase) in ("object", "part"):
            reading = self.cast.read(phrase)
            self.description.absent.append(reading.head if reading.known else phrase.head.lemma)
        elif phrase.head is not None and self.cast.kind(phrase) == "place":
            self.cast.resolve(phrase)
        self.transient = _Mode("lack")

    def _attributes(self, preposition: Preposition, phrase: Phrase) -> bool:
        """'made of oak', 'upholstered in navy velvet', 'in a modern style': words for what it is said of."""
        made = self.agent_by is not None and self.agent_by.group == "made"
        if preposition.word not in ("in", "of", "from", "with") or phrase.head is None or not self.figure:
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
        for ref in self.figure:
            self._qualify(ref, f"in {text}" if finish and not stuff else text, after=not stuff)
        if phrase.of is not None:
            self._attributes(Preposition("of", []), phrase.of)
        if made and not stuff and not finish:
            self._aside(phrase)
        return True

    def _bare_reading(self, phrase: Phrase) -> tuple[str, ...]:
        reading = parse(" ".join([*[t.low for t in phrase.modifiers], "thing"]), self.cast.nouns.vocabulary)
        return (*reading.colors, *reading.materials, *reading.styles, *reading.others, *reading.sizes)

    def _qualify(self, ref: Ref, words: str, *, after: bool = False) -> None:
        request = self.description.requests[ref.index]
        if ref.count is None or ref.count == request.count:
            self.cast.qualify(request, words, after=after)

    def _aside(self, phrase: Phrase) -> None:
        if phrase.head is not None and self.cast.kind(phrase) == "object":
            self.description.aside.append((phrase_text(phrase), "says what something is made of"))

    # with ----------------------------------------------------------------------------------------------------------

    def _with(self, phrase: Phrase) -> None:
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
                self._enter(counted)
                return
            self._has(self.figure, phrase)
            return
        if self.subject_place and self.subject_place != "room":
            self._object(Verb("hold", "participle", []), phrase)
            return
        self.base = _Mode("room")
        self._listed(phrase, self.base)

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

    def _has(self, hosts: list[Ref], phrase: Phrase) -> None:
        mode = _Mode("has", list(hosts), each=self._is_each(hosts))
        self.transient = mode
        if self.base is None and not self.subject:
            self.base = mode
        item = self.item
        self._listed(phrase, mode)
        self.item = item or self.item  # what follows a comma is said of the host

    def _part_of(self, hosts: list[Ref], phrase: Phrase) -> bool:
        """'with brass legs', 'with a tufted back': words for the host and no thing of its own."""
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
        if lemma in _OWN_THINGS and any(t.pos == "N" for t in phrase.modifiers):
            return False  # 'a projector screen'
        text = " ".join(t.low for t in phrase.tokens if t.pos not in ("D", ","))
        for ref in hosts:
            self._qualify(ref, f"with {text}", after=True)
            self.description.requests[ref.index].carried += [
                t.lemma for t in [*phrase.modifiers, phrase.head] if t.pos == "N"
            ]
        self.transient = _Mode("attribute", list(hosts))
        return True

    # lists ---------------------------------------------------------------------------------------------------------

    def _listed(self, phrase: Phrase, mode: _Mode) -> None:
        """One more thing of a running list."""
        if mode.kind == "purpose":
            if phrase.determiner != "a" and phrase.number is None:
                self._purpose(phrase)
                return
            mode = mode.outer or _Mode("room")  # 'wardrobes for clothes and two mirrors'
            self.transient = None
        if mode.kind == "lack" or phrase.determiner == "no":
            self._absent(phrase)
            return
        if mode.kind == "attribute":
            if self._part_of(mode.agents, phrase):
                return
            mode = _Mode("has", mode.agents)
        if mode.kind in ("has", "on", "inside") and mode.agents and self._part_of(mode.agents, phrase):
            return
        if mode.kind in ("on", "inside") and mode.agents and self._contents(mode.agents, phrase):
            return
        target = self.cast.resolve(phrase, subject=mode.agents or self.subject, skip=[])
        if not target.refs:
            if target.place == "room":
                self.subject_place = "room"
            return
        self._connect(mode, target)
        self._enter(target)

    def _contents(self, agents: list[Ref], phrase: Phrase) -> bool:
        """'a vase filled with tulips', 'a jar of ...': what a small container holds goes with it where nothing can stand for it."""
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
        self._qualify(agents[-1], f"with {text}", after=True)
        host.carried += [t.lemma for t in [*phrase.modifiers, phrase.head] if t.pos == "N"]
        host.contents.append(text)
        return True

    def _item(self, phrase: Phrase) -> None:
        target = self.cast.resolve(phrase)
        if target.refs:
            self._enter(target)
            if self.base is None:
                self.base = _Mode("room")

    def _enter(self, target: Target, *, subject: bool = False) -> None:
        """The phrase is now what prepositions attach to."""
        self.figure = list(target.refs)
        self.figure_new = target.new
        self.item = list(target.refs)
        self.run += target.refs
        self.last_landmark = None

    def _connect(self, mode: _Mode, target: Target) -> None:
        if mode.place:
            for ref in target.refs:
                self._link(
                    _PLACE_KINDS.get(mode.place, "with"),
                    ref,
                    place=mode.place if mode.place in _PLACE_KINDS else "",
                    detail="",
                )
            return
        if mode.kind in ("room", "nothing") or not mode.agents:
            return
        if mode.each and target.new:
            self._multiply(target.refs, self._total(mode.agents))
        if mode.kind == "flank" and target.new:
            self._two(target.refs)
        kind = {
            "inside": "inside",
            "on": "on",
            "inside": "inside",
            "has": "with",
            "flank": "flank",
            "around": "around",
            "face": "facing",
            "join": "next_to",
            "between": "between",
        }.get(mode.kind, "with")
        anchors = tuple(r.index for r in mode.agents)
        for ref in target.refs:
            if ref.index not in anchors:
                self._link(kind, ref, anchors, each=mode.each, anchor_count=mode.agents[0].count)

    def _two(self, refs: list[Ref]) -> None:
        """What flanks, in the plural and without a number, is two."""
        if len(refs) == 1:
            request = self.description.requests[refs[0].index]
            if request.at_least and request.count == PLURAL_COUNT:
                request.count = 2

    def _is_each(self, refs: list[Ref]) -> bool:
        return bool(refs) and bool(self.each) and {r.index for r in refs} <= {r.index for r in self.each}

    def _total(self, refs: list[Ref]) -> int:
        return sum(r.count or self.description.requests[r.index].count for r in refs)

    def _multiply(self, refs: list[Ref], factor: int) -> None:
        for ref in refs:
            request = self.description.requests[ref.index]
            if factor > 1 and factor <= 24:
                request.count *= factor

    def _link(
        self, kind: str, ref: Ref, anchors: tuple[int, ...] = (), *, place: str = "", detail: str = "", each: bool = False,
        anchor_count: int | None = None,
    ) -> None:  # fmt: skip
        self.description.links.append(Link(kind, ref.index, anchors, place, detail, ref.count, anchor_count, each))

    # subjects ------------------------------------------------------------------------------------------------------

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

    # -- prepositions ----------------------------------------------------------------------------------------------

    def _preposition(self, preposition: Preposition) -> None:
        if preposition.bare:
            self._adverb(preposition)
        else:
            self.pending = preposition
        self.last_preposition = preposition if not preposition.bare else self.last_preposition

    def _adverb(self, preposition: Preposition) -> None:
        """'overhead', 'on top', 'nearby': the anchor is what the talk is about."""
        word = preposition.word
        if not self.figure:
            anchor = self.previous or self.topic
            self.fronted.append((preposition, Target(refs=list(anchor[:1]), place="" if anchor else "room")))
            return
        skip = {r.index for r in self.figure}
        hosts = [r for r in (self.transient.agents if self.transient else []) if r.index not in skip]
        if not hosts and self.subject and not {r.index for r in self.subject} & skip:
            hosts = list(self.subject)
        if not hosts:
            hosts = [r for r in (self.previous or self.topic) if r.index not in skip]
        if not hosts:
            others = [Ref(r.index) for r in self.cast.furniture(self.figure)]
            hosts = others[:1]
        if word in ("above", "under") and not hosts:
            return
        if hosts:
            self._attach(Preposition(word, preposition.tokens), Target(refs=hosts[:1]), self.figure, self.figure_new)

    def _place(self, preposition: Preposition, phrase: Phrase) -> None:
        figures = self._nearest_small(preposition) or self.figure
        self.figure = figures
        target = self.cast.resolve(phrase, landmark=True, skip=figures, subject=self._it(preposition))
        if target.nothing:
            if preposition.word in ("in", "at", "on") and not self.figure and not self.subject:
                self.fronted.append((preposition, Target(place="room")))
            return
        self._imply(target, figures)
        if (
            target.new
            and figures
            and phrase.plural
            and phrase.number is None
            and preposition.word in ("on", "in", "inside")
        ):
            # 'two cups on coasters'
            landmark, figure = (
                self.description.requests[target.refs[0].index],
                self.description.requests[figures[-1].index],
            )
            if figure.count > 1 and not figure.at_least and landmark.at_least:
                landmark.count = figure.count
        self.last_landmark = target
        if not figures:
            self.fronted.append((preposition, target))
            return
        attached = self._attached(preposition, target)
        if target.place in ("wall", "corner", "window", "door") and not target.region:
            attached = self._at_wall(attached)
        self._attach(preposition, target, attached, self.figure_new)
        self._pass_on(target)

    def _at_wall(self, figures: list[Ref]) -> list[Ref]:
        """'a bed with two pillows against the wall': it is the bed that stands there."""
        requests = self.description.requests
        if not all(requests[r.index].support == "surface" for r in figures):
            return figures
        hosts = [a for link in self.description.links if link.kind in ("with", "on") and any(link.subject == r.index for r in figures) for a in link.anchors]
        standing = [Ref(a) for a in dict.fromkeys(hosts) if requests[a].support == "floor"]
        return standing or figures

    def _nearest_small(self, preposition: Preposition) -> list[Ref]:
        """'a sofa facing a TV on a stand': a stand carries the TV, not the sofa."""
        landmark = self.last_landmark
        if preposition.word not in ("on", "inside") or landmark is None or not landmark.new or not landmark.refs:
            return []
        requests = self.description.requests
        small = all(requests[r.index].support in ("surface", "wall", "") for r in landmark.refs)
        large = bool(self.figure) and all(requests[r.index].support == "floor" for r in self.figure)
        return list(landmark.refs) if small and large else []

    def _imply(self, target: Target, figures: list[Ref]) -> None:
        """'on each side', 'in the middle': of what the talk is about, where it is not of the room."""
        if not target.region or target.refs or target.place:
            return
        requests = self.description.requests
        small = bool(figures) and all(requests[r.index].support == "surface" for r in figures)
        if (
            target.region
            not in ("side", "end", "foot", "head", "top", "edge", "level", "bottom", "front", "back", "left", "right")
            and not small
        ):
            return
        skip = {r.index for r in figures}
        hosts = [r for r in (self.transient.agents if self.transient else []) if r.index not in skip]
        hosts = hosts or [r for r in (*self.subject, *self.previous, *self.topic) if r.index not in skip]
        hosts = hosts or [Ref(r.index) for r in self.cast.furniture(figures)]
        hosts = [r for r in hosts if requests[r.index].support not in ("surface", "ceiling", "rug")]
        if hosts:
            target.refs = hosts[:1]

    def _it(self, preposition: Preposition) -> list[Ref]:
        """What *it* would mean after a preposition: the subject, unless that is what is being placed."""
        skip = {r.index for r in self.figure}
        if self.transient is not None and self.transient.agents and not {r.index for r in self.transient.agents} & skip:
            return self.transient.agents
        if self.subject and not {r.index for r in self.subject} & skip:
            return self.subject
        if self.previous and not {r.index for r in self.previous} & skip:
            return self.previous
        return [r for r in self.topic if r.index not in skip]

    def _attached(self, preposition: Preposition, target: Target) -> list[Ref]:
        """What the preposition says a place of: all of a list, where they lie on one thing, else the last."""
        if self.subject and self.figure == self.subject:
            return self.subject
        if preposition.word in ("on", "inside", "in") and target.refs and len(self.run) > 1:
            requests = self.description.requests
            linked = {link.subject for link in self.description.links if link.kind in ("on", "inside")}
            small = [r for r in self.run if requests[r.index].support in ("surface", "") and r.index not in linked]
            if self.figure and self.figure[-1] in small:
                return small
        return self.figure

    def _pass_on(self, target: Target) -> None:
        """After 'a lamp on a table', 'near the window' says where the table is."""
        if not target.new or not target.refs or target.region:
            return
        supported = {link.subject for link in self.description.links if link.kind in ("on", "inside")}
        if self.figure and all(r.index in supported for r in self.figure) and self.figure != self.subject:
            self.figure = list(target.refs)

    def _attach(self, preposition: Preposition, target: Target, figures: list[Ref], new: bool) -> None:
        """The link that a preposition and what it governs make."""
        for kind, place, detail in [_relation(preposition.word, target, self._on_top(figures, target))]:
            if not kind:
                return
            anchors = tuple(r.index for r in target.refs)
            count = target.refs[0].count if target.refs else None
            if new or all(self.cast.born.get(r.index) == self.cast.sentence for r in figures):
                self._count_sides(target, figures, anchors)
            for ref in figures:
                if ref.index not in anchors:
                    self._link(kind, ref, anchors, place=place, detail=detail, each=target.each, anchor_count=count)

    def _on_top(self, figures: list[Ref], target: Target) -> bool:
        """Whether 'on the left of the desk' means on the desk."""
        requests = self.description.requests
        if not target.refs or not figures:
            return False
        return all(requests[r.index].support in ("surface", "") for r in figures) and requests[
            target.refs[0].index
        ].support not in ("wall", "ceiling", "rug")

    def _count_sides(self, target: Target, figures: list[Ref], anchors: tuple[int, ...]) -> None:
        """'a lamp on each nightstand', 'one chair on each side': as many as there are places."""
        if not target.each:
            return
        total = (
            2
            if target.region in ("side", "end", "left", "right", "front", "edge")
            else 4
            if target.place == "corner" or target.region == "corner"
            else 1
        )
        narrow = any(w in target.detail.split() for w in ("long", "short", "longer", "shorter", "far"))
        if not target.region and not target.place and anchors:
            total = self._total([r for r in target.refs])
        for ref in figures:
            request = self.description.requests[ref.index]
            if ref.count is not None or total < 2 or (request.count == total and not target.region):
                continue
            if request.at_least and request.count == PLURAL_COUNT and (target.region or target.place):
                request.count = total  # 'nightstands on either side'
                continue
            if request.count == 1 or narrow and request.count * total <= 12 or (not target.region and anchors):
                if request.at_least and not narrow and request.count >= total:
                    continue
                request.count *= total

    # -- verbs -----------------------------------------------------------------------------------------------------

    def _verb(self, verb: Verb, i: int) -> None:
        self.pending = None
        group = verb.group
        if self.transient is not None and self.transient.kind == "purpose":
            self.transient = None
        relative, self.relative = self.relative, False
        joint, self.joint = self.joint, ""
        if verb.form == "infinitive":
            self.transient = _Mode("purpose")
            self.verb = Verb("say", "infinitive", verb.tokens)
            return
        if verb.negated:
            self.negated = True
        if verb.existential:
            self._clause_of_verb()
            self.base = _Mode("room")
            self.verb = Verb("be", "be", verb.tokens, existential=True)
            self.negated = verb.negated
            return
        agents = self._agents(verb, relative, joint)
        self.agents = agents
        if verb.form in ("participle", "passive"):
            self.agent_by = verb
            self.verb = None
            if group == "at" or group == "":
                self.figure = list(agents) or self.figure
            elif agents:
                self.figure = list(agents)
            if verb.form == "participle" and not agents and not self.figure and self.subject_place:
                pass
            return
        if verb.form == "gerund" and group in ("at", ""):
            self.figure = list(agents) or self.figure
            self.agent_by = verb
            return
        if group == "be":
            self.figure = list(agents) or self.figure
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
                and verb.group in ("hold", "have")
                and self.last_landmark.new
            ):
                return self.last_landmark.refs
            return self.item or self.figure or self.subject
        if relative:
            if self.last_landmark is not None and self.last_landmark.refs and joint != ",":
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
        agents = list(self.figure) if passive or verb.form in ("gerund", "participle") else list(self.subject)
        if verb.form == "gerund":
            agents = list(self.agents)
        elif not agents and not passive:
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
        covering = verb.lemma in _COVERING and not passive and verb.form != "participle"
        landmark = covering or group in ("face", "flank", "surround", "occupy", "light") and not passive
        if group == "hold" and not covering and agents and self._contents(agents, phrase):
            return
        pronoun = phrase.head is None
        about = self._it(Preposition("on", [])) if pronoun else agents or self.subject
        target = self.cast.resolve(phrase, landmark=landmark, subject=about, skip=agents if pronoun else [])
        if target.nothing:
            if not agents and group in ("have", "hold"):
                self.base = _Mode("room")
            return
        each = self._is_each(agents)
        if group in ("have", "hold") and not agents and not covering:
            place = self.subject_place if self.subject_place in ("wall", "ceiling", "corner") else ""
            self.base = _Mode("room", place=place)
            if target.refs:
                self._connect(self.base, target)
                self._enter(target)
            return
        mode_kind = _OBJECT_MODES.get(group, "join")
        if agents and (verb.lemma in _INTO or (group in ("hold", "have") and self._hollow(agents))):
            mode_kind = "inside" if self._hollow(agents) else mode_kind
        if target.place and not target.refs or target.region:
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
            self.transient = _Mode("nothing") if self.base is not None else None
            self.last_landmark = target if target.new else None
            if not agents and target.refs:
                self._enter(target)
            elif target.new:
                self.item = list(target.refs) if verb.form == "finite" and not agents else self.item
            return
        mode = _Mode(mode_kind, agents, each=each)
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
                self.base = _Mode("room")
            return
        self._enter(target)
        self.subject = list(target.refs) if self.base is None else self.subject
        for preposition, where in self.fronted:
            self._attach(preposition, where, target.refs, target.new)

    def _copula(self, phrase: Phrase, agents: list[Ref]) -> None:
        """'The centerpiece is a large table', 'the sofa is a sectional'."""
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


_OBJECT_MODES = {
    "have": "has",
    "hold": "on",
    "flank": "flank",
    "surround": "around",
    "face": "face",
    "join": "join",
    "occupy": "join",
    "separate": "between",
    "light": "join",
}
_PLACE_KINDS = {"wall": "on_wall", "ceiling": "hanging", "corner": "in_corner"}

_OBJECT_KINDS = {
    "on": "on", "in": "inside", "inside": "inside", "under": "under", "above": "above", "next_to": "next_to", "near": "near", "by": "next_to", "at": "at",
    "across": "across", "far": "far", "in_front_of": "in_front_of", "front": "in_front_of", "behind": "behind", "between": "between", "around": "around",
    "along": "along", "against": "next_to", "from": "above", "toward": "facing", "facing": "facing", "to": "near", "outside": "near", "before": "in_front_of",
    "after": "behind", "about": "around", "down": "near", "up": "on", "out": "near", "for": "near",
}  # fmt: skip


def _relation(word: str, target: Target, on_top: bool) -> tuple[str, str, str]:
    """(kind, place, detail) of a preposition and what it governs."""
    place, region, detail = target.place, target.region, target.detail
    if region and not target.refs:
        if region == "center":
            return "centered", "room", ""
        if region == "corner":
            return "in_corner", "corner", detail
        if region in ("left", "right", "back", "front") and word in ("on", "at", "in", "along", "against", "to"):
            return "against_wall", "wall", region
        if region == "end":
            return "against_wall", "wall", detail
        if region == "opposite" or (region == "side" and "opposite" in detail):
            return "against_wall", "wall", "opposite"
        if region == "around":
            return "against_wall", "wall", ""
        return "", "", ""
    if region:
        if region == "side" and target.each:
            return ("around" if _narrow(detail) else "flank"), "", _narrow(detail) or "each"
        if region == "side":
            if _narrow(detail):
                return "around", "", _narrow(detail)
            if "opposite" in detail or "other" in detail or "far" in detail:
                return "across" if "opposite" in detail else "next_to", "", detail
            return "next_to", "", detail
        if region in ("left", "right"):
            if on_top and word in ("on", "at"):
                return "on", "", region
            return f"{region}_of", "", ""
        if region == "front":
            return ("on", "", "front") if on_top and word in ("on", "at") else ("in_front_of", "", "")
        if region == "back":
            return ("on", "", "back") if on_top and word in ("on",) else ("behind", "", "")
        if region == "top":
            return ("above", "", "") if word in ("above",) else ("on", "", "")
        if region == "bottom":
            return ("under", "", "") if word in ("under", "below", "at") else ("inside", "", "bottom")
        if region == "foot":
            return "foot", "", ""
        if region == "head":
            return "head", "", ""
        if region == "center":
            if place == "room":
                return "centered", "room", ""
            return ("centered", "", "") if not on_top else ("on", "", "center")
        if region == "end":
            return "around", "", "short" if not on_top else ""
        if region == "edge":
            return ("on", "", "edge") if word in ("on", "at") else ("next_to", "", "")
        if region == "corner":
            return ("on", "", "corner") if on_top else ("next_to", "", "")
        if region == "level":
            return "inside", "", detail
        if region in ("inside",):
            return "inside", "", ""
        if region == "around":
            return "around", "", ""
        if region in ("near", "distance", "outside", "spot", "row", "opposite"):
            return "near", "", ""
        return _OBJECT_KINDS.get(word, "near"), "", ""
    if place:
        if place == "wall":
            kind = (
                "on_wall"
                if word in ("on", "to", "onto", "up", "in")
                else "facing"
                if word in ("facing", "toward")
                else "against_wall"
            )
            return (kind, "wall", detail) if word != "far" else ("", "", "")
        if place == "corner":
            return "in_corner", "corner", detail
        if place == "ceiling":
            return "hanging", "ceiling", ""
        if place == "floor":
            return "floor", "floor", ""
        if place in ("door", "window"):
            kind = {
                "in": "next_to",
                "on": "next_to",
                "by": "next_to",
                "at": "next_to",
                "against": "under",
                "behind": "next_to",
                "above": "above",
                "along": "under",
            }.get(word)
            return kind or _OBJECT_KINDS.get(word, "near"), place, detail
        return ("across", "room", "") if word == "across" else ("", "", "")
    if not target.refs:
        return "", "", ""
    kind = _OBJECT_KINDS.get(word, "near")
    if word == "on" and target.part in ("side", "back", "front", "door", "arm", "leg"):
        kind = "on"
    return kind, "", "center" if target.part in ("center", "middle") else ""


def _narrow(detail: str) -> str:
    """'long' or 'short', with 'one' where a single side is meant; '' where the text says neither."""
    words = detail.split()
    one = "one " if "one" in words or "a" in words else ""
    if "long" in words or "longer" in words:
        return f"{one}long"
    if "short" in words or "shorter" in words:
        return f"{one}short"
    return ""


def _tidy(description: Description) -> list[Link]:
    """Links without repetitions; 'with' gives way to what says more of the same two."""
    out: list[Link] = []
    said = {(link.subject, a) for link in description.links if link.kind not in ("with", "join") for a in link.anchors}
    on = {link.subject for link in description.links if link.kind in ("on", "inside", "under", "above")}
    for link in description.links:
        if link.kind == "with" and (
            any((link.subject, a) in said or (a, link.subject) in said for a in link.anchors) or link.subject in on
        ):
            continue
        if link.subject in link.anchors:
            link = replace(link, anchors=tuple(a for a in link.anchors if a != link.subject))
            if not link.anchors and not link.place:
                continue
        if link not in out:
            out.append(link)
    return out
