"""The requests of a description as it is read: makes new ones and finds those that a phrase may refer back to.

Where several match, the best match of the words wins, then the newest mention.
"""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.writers.embedded.arrangement_words import GROUPINGS, shape_of
from scenewright.app.writers.embedded.description import Description, Link, Nouns, ObjectRequest
from scenewright.app.writers.embedded.elements import Phrase
from scenewright.app.writers.embedded.lexicon import CONTENT_HEADS, DEPICTIONS, PLURAL_COUNT
from scenewright.app.writers.embedded.nominals import fit_of, noun_of, phrase_text, says_no_more
from scenewright.app.writers.embedded.phrase_kinds import PhraseKinds
from scenewright.app.writers.embedded.referents import Ref
from scenewright.app.writers.embedded.seating import seats_said
from scenewright.scene.semantics.words import PAIRS, ObjectPhrase, normalise, parse, singular, word_key

__all__ = ["Mentions"]

_OPEN = frozenset(
    [
        "basket",
        "crate",
        "bowl",
        "bucket",
        "box",
        "tray",
        "bin",
        "chest",
        "hamper",
        "cart",
        "trolley",
        "plate",
        "platter",
    ]
)
"""Holders into which one sees: what they are *of* lies in them."""
_NOUNS_TOO = frozenset(["light", "glass", "stone", "paper", "fire", "water", "cold"])
"""Words of look that are nouns too: a *light switch* is no switch that is light."""


class Mentions(PhraseKinds):
    """The requests so far, and how recently each was mentioned."""

    def __init__(self, description: Description, nouns: Nouns) -> None:
        super().__init__(description, nouns)
        self.clock = 0
        self.mentioned: dict[int, int] = {}
        self.zone = 0
        self.sentence = 0
        self.born: dict[int, int] = {}  # request -> number of its sentence
        self.counted: ObjectRequest | None = None  # the things of which 'the first' was said last
        self.seated: set[int] = set()  # main things of areas that the text named itself
        self.kin: dict[int, list[int]] = {}  # request -> all that were named together, itself included

    # -- looking back ----------------------------------------------------------------------------------------------

    def mention(self, refs: list[Ref]) -> None:
        """Record a mention of the references."""
        self.clock += 1
        for ref in refs:
            self.mentioned[ref.index] = self.clock

    def requests(self) -> list[ObjectRequest]:
        """All requests, newest mention first."""
        return sorted(self.description.requests, key=lambda r: (-self.mentioned.get(r.index, 0), -r.index))

    def furniture(self, skip: list[Ref]) -> list[ObjectRequest]:
        """Requests that other things can stand on or beside, newest mention first, rugs last."""
        out = [
            r
            for r in self.requests()
            if r.support not in ("surface", "ceiling") and all(s.index != r.index for s in skip)
        ]
        return sorted(out, key=lambda r: (r.support == "rug", -self.mentioned.get(r.index, 0)))

    def single(self, ref: Ref) -> bool:
        """Whether a reference means one thing."""
        return (ref.count or self.description.requests[ref.index].count) == 1

    def last_plural(self) -> ObjectRequest | None:
        """The newest mentioned request for several things."""
        return next((request for request in self.requests() if request.count > 1), None)

    def antecedents(self, phrase: Phrase, reading: ObjectPhrase, *, landmark: bool) -> list[Ref]:
        """Requests that the phrase may refer back to: the best match; for a plural, all that match about equally."""
        assert phrase.head is not None
        named = self._named_after_user(phrase)
        if named and (same_name := [r for r in self.description.requests if r.words == named]):
            return [Ref(same_name[-1].index)]
        scored: list[tuple[float, int, ObjectRequest]] = []
        for request in self.description.requests:
            same = phrase.definite and reading.known and request.known is not None
            same = same and self.nouns.thing(reading.head) == self.nouns.thing(request.known or "")
            fit = fit_of(phrase, reading, request, same=same)
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
            # 'the game consoles' do not refer to a single console
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

    # -- new requests ----------------------------------------------------------------------------------------------

    def new(self, phrase: Phrase, reading: ObjectPhrase) -> Ref:
        """Make a request for what the phrase names."""
        assert phrase.head is not None
        known = reading.head if reading.known else None
        text = phrase_text(phrase, singular_head=not self._always_plural(phrase, known))
        carried: list[str] = []
        if phrase.of is not None and phrase.of.head is not None:
            inner = phrase_text(phrase.of, determiner=True)
            whole = parse(f"{text} of {inner}", self.nouns.vocabulary)
            if " of " in whole.head or phrase.head.lemma in CONTENT_HEADS | DEPICTIONS or phrase.head.low in DEPICTIONS:
                reading, text = whole, f"{text} of {inner}"
            else:
                text = f"{text} of {inner}"
                reading = parse(text, self.nouns.vocabulary)
            carried = [t.lemma for t in [*phrase.of.modifiers, phrase.of.head] if t.pos == "N"]
        together = self._one_object(phrase)
        if together:
            text = " ".join([*(t.low for t in phrase.modifiers if t.pos in ("A", "E")), together])
            reading = parse(text, self.nouns.vocabulary)
            many = phrase.counted_by != singular(phrase.counted_by) and not phrase.groups  # 'piles of books'
            phrase.number, phrase.indefinite = PLURAL_COUNT if many else phrase.groups or 1, many
            phrase.grouping = ""
        named = self._named_after_user(phrase)
        if named:
            text = " ".join([*(t.low for t in phrase.modifiers), named])
            reading = parse(text, self.nouns.vocabulary)
        words = named or noun_of(phrase, reading)
        if " of " in reading.head:
            words = reading.head
        elif phrase.of is not None and phrase.of.head is not None and phrase.head.lemma in CONTENT_HEADS:
            words = f"{words} of {phrase_text(phrase.of)}" if not phrase.of.possessor else words
        known = reading.head if reading.known else None
        before = phrase.modifiers[-1].low if phrase.modifiers else ""
        if known is None and before in _NOUNS_TOO and words == phrase.head.lemma:
            words = f"{before} {words}"
        count = phrase.number
        if count == 2 and phrase.head.low in PAIRS:
            count = 1  # 'a pair of scissors'
        if count is None:
            count = 1
            if phrase.plural and not self._always_plural(phrase, known) and reading.count is None:
                count = PLURAL_COUNT
        request = ObjectRequest(
            index=len(self.description.requests),
            words=words,
            phrase=text,
            reading=reading,
            known=known,
            support=self.nouns.support(known) if known else "",
            count=count,
            at_least=phrase.at_least or phrase.indefinite or (phrase.plural and phrase.number is None),
            definite=phrase.definite,
            plenty=phrase.plenty,
            zone=self.zone,
            spans=[(phrase.start, phrase.end)],
            carried=carried,
        )
        request.seats = phrase.seats or seats_said(request.phrase)
        self.description.requests.append(request)
        if phrase.grouping:
            shape = shape_of(phrase.grouping, phrase.groups)
            self.description.links.append(Link("arranged", request.index, detail=str(shape)))
        ref = Ref(request.index)
        self.mention([ref])
        self.born[request.index] = self.sentence
        if phrase.of is not None and phrase.of.head is not None and phrase.head.lemma in _OPEN and known is not None:
            self._fill(request, phrase.of)
        return ref

    def forget(self, request: ObjectRequest) -> None:
        """Take back the newest request: it was none for a thing."""
        self.description.requests.remove(request)
        self.mentioned.pop(request.index, None)
        self.born.pop(request.index, None)

    def _fill(self, holder: ObjectRequest, inner: Phrase) -> None:
        """Request the bread of 'a basket of bread', where the catalogue has it and no basket that shows it."""
        reading = self.read(inner)
        bare = not inner.determiner and inner.of is None
        if not reading.known or not bare or " of " in (holder.known or ""):
            return
        if self.nouns.support(reading.head) not in ("surface", ""):
            return
        number = inner.number or 1  # as many as there is room for
        request = ObjectRequest(
            index=len(self.description.requests),
            words=noun_of(inner, reading),
            phrase=phrase_text(inner, singular_head=not self._always_plural(inner, reading.head)),
            reading=reading,
            known=reading.head,
            support=self.nouns.support(reading.head),
            count=number * holder.count,
            at_least=inner.number is None,
            fills=inner.number is None,
            zone=self.zone,
            spans=[(inner.start, inner.end)],
        )
        self.description.requests.append(request)
        self.born[request.index] = self.sentence
        self.description.links.append(Link("inside", request.index, (holder.index,), each=holder.count > 1))

    def _one_object(self, phrase: Phrase) -> str:
        """The catalogue's name for things that are one object together: 'stack of towels', 'pair of slippers'. '' where it has none."""
        assert phrase.head is not None
        nouns = " ".join(t.low for t in (*[m for m in phrase.modifiers if m.pos == "N"], phrase.head))
        counted = singular(phrase.counted_by)
        lined = counted in GROUPINGS and shape_of(counted, 1).kind != "stack"  # 'a row of lockers' is several
        together = f"{counted} of {nouns}" if counted and not lined else ""
        return together if together in self.nouns.vocabulary else ""

    def _named_after_user(self, phrase: Phrase) -> str:
        """The catalogue's name for what is called after who uses it: 'captain's chair'. '' where the owner is no part of the name."""
        assert phrase.head is not None
        owner = phrase.possessor[-1].low if phrase.possessor else ""
        name = f"{owner}'s {phrase.head.lemma}"
        return name if owner and name in self.nouns.vocabulary else ""

    def _always_plural(self, phrase: Phrase, known: str | None) -> bool:
        """Whether the catalogue's word is always plural ('tulips', 'scissors'): one object shows them all."""
        assert phrase.head is not None
        if known is None or not known.endswith(phrase.head.low):
            return False
        if phrase.head.lemma == phrase.head.low:
            return phrase.plural  # 'stairs' have no singular
        alone = known[: len(known) - len(phrase.head.low)] + phrase.head.lemma
        spelled = self.nouns.vocabulary.get(normalise(alone))
        return spelled is None or word_key(spelled) != word_key(alone)

    def again(self, like: ObjectRequest, count: int, span: tuple[int, int]) -> Ref:
        """Make a request for `count` more of the same ('and another by the door')."""
        copy = ObjectRequest(
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

    def split(self, request: ObjectRequest, count: int, words: str, span: tuple[int, int]) -> Ref:
        """Make a separate request of `count` things of a request, with `words` added (*three chairs: one red*)."""
        if count >= request.count:
            self.qualify(request, words)
            self.mention([Ref(request.index)])
            return Ref(request.index)
        request.count -= count
        ref = self.again(request, count, span)
        copy = self.description.requests[ref.index]
        self.qualify(copy, words)
        kin = self.kin.setdefault(request.index, [request.index])
        kin.append(ref.index)
        self.kin[ref.index] = kin
        for i, link in enumerate(self.description.links):
            if request.index in link.anchors:
                self.description.links[i] = replace(link, anchors=(*link.anchors, ref.index))
        for link in [link for link in self.description.links if link.subject == request.index]:
            if link.subject_count is None or link.subject_count > request.count:
                self.description.links.append(replace(link, subject=ref.index, subject_count=None))
        return ref

    def rest(self) -> ObjectRequest | None:
        """The rest of a split request, where the newest mention was part of it."""
        newest = next(iter(self.requests()), None)
        kin = self.kin.get(newest.index) if newest is not None else None
        return self.description.requests[kin[0]] if kin else None

    def latest(self, total: int | None) -> list[Ref]:
        """The newest mentioned request for several things, with those named together with it.

        Where all requests for the same thing add up to `total`, these instead.
        """
        newest = next((r for r in self.requests() if r.count > 1 or r.index in self.kin), None)
        if newest is None:
            return []
        like = [r for r in self.description.requests if r.known and self._thing(r) == self._thing(newest)]
        if total is not None and sum(r.count for r in like) == total:
            return [Ref(r.index) for r in like]
        return self.group(newest)

    def _thing(self, request: ObjectRequest) -> str:
        return self.nouns.thing(request.known) if request.known else request.words

    def group(self, request: ObjectRequest) -> list[Ref]:
        """A request and those that were named together with it."""
        return [Ref(index) for index in self.kin.get(request.index, [request.index])]

    def qualify(self, request: ObjectRequest, words: str, *, after: bool = False) -> None:
        """Add words to a request: before its noun, or `after` it."""
        request.phrase = f"{request.phrase} {words}" if after else f"{words} {request.phrase}"
        request.reading = parse(request.phrase, self.nouns.vocabulary)
