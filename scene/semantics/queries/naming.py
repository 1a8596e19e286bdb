"""Find the entities that the noun of a reading names, with the looks and the number that it states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scenewright.scene.english import SIZED
from scenewright.scene.semantics.queries.attributes import AttributeJudge
from scenewright.scene.semantics.queries.denials import attributes
from scenewright.scene.semantics.queries.likeness import Likeness
from scenewright.scene.semantics.queries.matching import TOO_WIDE, Grade, NounMatcher, a_noun
from scenewright.scene.semantics.queries.places import Places
from scenewright.scene.semantics.queries.readings import Reading
from scenewright.scene.semantics.queries.selecting import Hit
from scenewright.scene.semantics.words import EntityWords, ObjectPhrase, Vocabulary, parse, singular, variants_of
from scenewright.scene.semantics.words.lexicon import COLLECTIVES, plural

__all__ = ["Namer", "is_anything"]

_FITS = 0.45
"""Least product of attribute fits with which an entity still has what the query states."""
_AS_WELL = 0.75
"""Least share of the best fit with which another thing has what the query states as well."""
_SHOWS = 0.95
"""Factor on the score of a thing that shows a color in part, where others of its kind have it as their own."""
_ALL = re.compile(
    r"^(?:something|anything|things?|objects?|items?|ones?|piece|thing here|objects? here|stuff|everything)$"
)
_ITSELF = frozenset(("bread", "chocolate", "sugar", "rice", "meat", "board"))
"""Nouns that form the name of a sort with a color: *white bread* is brown, too."""
_SHOWN = 3
"""The most things of the same kind in the reason why a thing is not here."""
_GRADED = re.compile(r"^[a-z]{3,}(?:est|iest)$")


def is_anything(noun: str) -> bool:
    """Whether a noun, such as *something*, does not say what is looked for."""
    return bool(_ALL.match(noun))


class Namer:
    """Finds the entities of one scene, numbered as in `places`, that nouns name."""

    def __init__(
        self,
        entities: Sequence[EntityWords],
        matcher: NounMatcher,
        places: Places,
        judge: AttributeJudge,
        likeness: Likeness,
    ) -> None:
        self._entities, self._matcher, self._places = entities, matcher, places
        self._judge, self._likeness = judge, likeness
        self._number = {e.row: n for n, e in enumerate(entities)}

    def read(self, noun: str) -> ObjectPhrase:
        """A noun phrase as noun and attributes."""
        return self._matcher.read(noun)

    def names_something(self, reading: Reading) -> bool:
        """Whether the noun is known. If it is and nothing is found, the scene has no such thing."""
        if not reading.noun:
            return True
        phrase = self._matcher.read(reading.noun)
        return self._matcher.known(phrase) or bool(self._matcher.match(phrase))

    def names_thing(self, reading: Reading) -> bool:
        """Whether the lexicon knows the noun as a name of things. Names of kinds do not count: a *gadget* may be anything."""
        phrase, lexicon = self._matcher.read(reading.noun), self._matcher.lexicon
        return any(lexicon.things_called(n) or lexicon.things_loosely_called(n) for n in (phrase.compound, phrase.head))

    def lacks_named(self, reading: Reading) -> bool:
        """Whether the query names a thing that is here, of a name that the scene itself uses, or a kind of things by its own name: where
        nothing has what else it says, a description must not find another thing."""
        phrase = self._matcher.read(reading.noun) if reading.noun else None
        if phrase is None or phrase.leftover or is_anything(phrase.head):
            return False
        found = self._matcher.match(phrase)
        if found and found[0].score >= Grade.KIND:
            return True
        return self._matcher.names_kind(phrase) and not reading.where

    def is_here(self, reading: Reading) -> bool:
        """Whether the noun names anything in the scene, whatever else the reading says."""
        return bool(self._matcher.match(self._matcher.read(reading.noun)))

    def surely_here(self, reading: Reading) -> bool:
        """Whether the noun surely names something in the scene, whatever else the reading says."""
        found = self._matcher.match(self._matcher.read(reading.noun)) if reading.noun else []
        return bool(found) and found[0].score >= Grade.KIND

    def is_called(self, noun: str) -> bool:
        """Whether something here has the whole noun as its own name: *teacher desk*."""
        return self._matcher.called(noun)

    def is_whole_name(self, noun: str) -> bool:
        """Whether a noun with *of* names something here as a whole: by the thing's own name, or by one of the lexicon (*loaf of bread*)."""
        known = self._matcher.lexicon.knows(noun) and bool(self._matcher.match(self.read(noun)))
        return known or self.is_called(noun) or self._in_front(noun) != noun

    def _in_front(self, noun: str) -> str:
        """A noun with *of* whose attributes stand within it, with these in front, where something has that name: a *spool of red filament*
        is a red spool of filament. Other nouns stay."""
        first, _, rest = noun.partition(" of ")
        phrase = self._matcher.read(rest) if rest and not self.is_called(noun) else None
        stated = () if phrase is None else (*phrase.sizes, *phrase.colors, *phrase.materials)
        if phrase is None or not stated or phrase.leftover or not self.is_called(f"{first} of {phrase.compound}"):
            return noun
        return f"{' '.join(stated)} {first} of {phrase.compound}"

    def untold(self, reading: Reading) -> str:
        """A superlative of the query that nothing here tells, such as *heaviest*; '' for none."""
        phrase = self._matcher.read(reading.noun) if reading.noun else None
        words = () if phrase is None else phrase.leftover
        return next((w for w in words if _GRADED.match(w) and not self._matcher.lexicon.knows(w)), "")

    def owners(self, noun: str) -> list[int]:
        """The entities whose names say that they belong to somebody: *teacher* names the teacher's desk."""
        word = singular(noun.rsplit(maxsplit=1)[-1]) if noun else ""
        return [n for n, e in enumerate(self._entities) if e.row > 0 and word and word in e.keys]

    def objects(self) -> list[int]:
        """All entities but the whole scene and the room."""
        return [n for n, e in enumerate(self._entities) if e.row > 0 and not self._places.is_room(n)]

    def may_have(self, number: int, part: str) -> bool:
        """Whether the lexicon lists a part of that name for such things."""
        things = self._matcher.lexicon.things
        return any(singular(part) in things[t].parts for t in self._entities[number].things if t in things)

    def named(self, reading: Reading) -> tuple[list[Hit], str]:
        """The hits that the noun of a reading names, best first, and ''; or no hits and the reason."""
        noun = self._in_front(reading.noun)
        if not noun or is_anything(noun):
            return [Hit(n, 0.9) for n in self.objects()], "there is nothing here"
        phrase = self._matcher.read(noun)
        if is_anything(phrase.head):
            return self._having(phrase)
        plainer = self._plainer(phrase)
        if plainer is not None:
            phrase = plainer
        matches = self._matcher.match(phrase)
        if not matches or matches[0].score < Grade.KIND:
            # a round garden table is surer a 'small round table' than what is only loosely called so
            stated = self._as_stated(phrase) or phrase
            surer = self._matcher.match(stated)
            if not matches or (surer and surer[0].score > matches[0].score):
                phrase, matches = stated, surer
        if not matches and " of " in noun:  # a vase of flowers is a vase, a pile of logs is logs
            first, _, rest = noun.partition(" of ")
            amount = first.split()[-1] in COLLECTIVES or singular(first.split()[-1]) in COLLECTIVES
            for part in (f"{singular(first)} {rest}", rest, first) if amount else (first,):
                matches = matches or self._matcher.match(self._matcher.read(part))
            if not matches:
                return self._of_part(first, rest)
        if not matches or matches[0].score < Grade.MENTIONED:
            backed = self._backed(noun)
            if backed:
                return backed, ""
        if not matches:
            known = self._matcher.known(phrase)
            told = f"there is no {phrase.compound} here" if known else f"nothing here is called {phrase.compound!r}"
            return [], told + self._nearest(phrase)
        # the whole scene counts only by its own name: 'the reception desk' is a desk, not the reception
        matches = [m for m in matches if m.row > 0 or m.score >= Grade.SAME] or matches
        surely = [m for m in matches if m.score >= Grade.KIND]
        hits = [Hit(self._number[m.row], m.score, (m.why,)) for m in surely or matches]
        hits = [h for h in hits if self._entities[h.number].row > 0] or [h for h in hits if h.score >= Grade.SAME]
        hits = self._wholes(hits)
        if not hits:
            return [], f"there is no {phrase.compound} here"
        if reading.serial is not None:
            hits, why = self._numbered(hits, reading.serial, phrase.head)
            if not hits:
                return [], why
        return self._fitting(hits, phrase, reading)

    def _wholes(self, hits: list[Hit]) -> list[Hit]:
        """The hits without the parts of others, unless a part has the very name: the photo is what hangs there, not its frame."""
        numbers = [h.number for h in hits]
        top = set(self._places.top_level(numbers))
        return [h for h in hits if h.number in top or h.score >= Grade.SAME]

    def _plainer(self, phrase: ObjectPhrase) -> ObjectPhrase | None:
        """A name of the lexicon that begins with an attribute, as attribute and noun: *orange cones* are orange, *tall glasses* tall. None
        where it is the name of another thing (*high chair*, *red wine*), or something here is called so."""
        lexicon, words = self._matcher.lexicon, phrase.compound.split()
        rest = " ".join(words[1:])
        things = set(lexicon.things_called(phrase.compound))
        if (
            len(words) < 2
            or not things
            or phrase.compound in lexicon.things
            or "drink" in self._kinds(things)
            or rest in _ITSELF
        ):
            return None
        named = {*lexicon.things_called(rest), *lexicon.kinds_called(rest)}
        near = {k for t in things for k in lexicon.things[t].kinds[:1]}
        if not named & {*things, *near} or self.is_called(phrase.compound):
            return None
        read = parse(phrase.text, Vocabulary([rest, *variants_of(rest)]))
        stated = read.colors or read.materials or read.sizes or read.shape
        return read if stated and not read.leftover and not read.parts else None

    def _as_stated(self, phrase: ObjectPhrase) -> ObjectPhrase | None:
        """A name that begins with an attribute, as attribute and noun, where nothing here has the name: a *tall plant* is a plant, and of
        several the tallest; a *round table* is a table. None where the words are the name of another thing (*high chair*)."""
        lexicon = self._matcher.lexicon
        rest = phrase.compound.partition(" ")[2]
        if not rest or rest in _ITSELF or phrase.compound in lexicon.things:
            return None
        named = {*lexicon.things_called(rest), *lexicon.kinds_called(rest)}
        called = {*lexicon.things_called(phrase.compound), *self._kinds(lexicon.things_called(phrase.compound))}
        read = parse(phrase.text, Vocabulary([rest, *variants_of(rest)]))
        stated = read.sizes or read.shape or read.colors or read.materials
        return read if named & called and stated and not (read.leftover or read.parts) else None

    def _kinds(self, things: Iterable[str]) -> list[str]:
        return [k for t in things for k in self._matcher.lexicon.kinds_of(t)]

    def _backed(self, noun: str) -> list[Hit]:
        """The things that the end of a compound names, whose words, kinds or looks back the rest: *sports balls*, *the glowing sign*."""
        words = noun.split()
        for at in range(1, len(words)):
            said = attributes(" ".join(words[:at]))
            if self._matcher.lexicon.knows(noun) and not said.others:
                continue  # an espresso machine is no brown machine
            hits = []
            for match in self._matcher.match(self._matcher.read(" ".join(words[at:]))):
                number = self._number[match.row]
                entity = self._entities[number]
                known = {singular(w) for k in entity.kinds for w in k.split()} | entity.keys
                score, found = self._judge.judge(said, [number])[number]
                if match.row > 0 and match.score >= Grade.KIND and score >= _FITS and self._judge.told(number, said):
                    rest = [w for w in (said.compound.split() if said.compound != "thing" else ()) for w in w.split()]
                    if all(singular(w) in known for w in (*said.leftover, *rest) if w != "thing"):
                        told = ", ".join((*said.leftover, *found))
                        hits.append(Hit(number, match.score * score, (match.why, f"{told!r} is said or seen of it")))
            if hits:
                return hits
        return []

    def _nearest(self, phrase: ObjectPhrase) -> str:
        """What here comes nearest to a thing that is not here, as the end of the reason; '' for nothing."""
        lexicon = self._matcher.lexicon
        things = lexicon.things_called(phrase.compound) or lexicon.things_called(phrase.head)
        for kind in self._kinds(things):
            near = (
                Counter(e.texts[0] for e in self._things() if kind in e.kinds)
                if kind not in TOO_WIDE and " part" not in kind
                else Counter[str]()
            )
            if near:
                return f"; of the same kind ({kind}) there {'is' if next(iter(near.values())) == 1 else 'are'} {_listed(near)}"
        return ""

    def _things(self) -> list[EntityWords]:
        return [self._entities[n] for n in self.objects()]

    def _of_part(self, part: str, whole: str) -> tuple[list[Hit], str]:
        """The things that have a part which is no entity: *the legs of the chair* are looked for at the chair."""
        phrase, head = self._matcher.read(whole), singular(part.rsplit(maxsplit=1)[-1])
        hits = [
            Hit(n, 0.8 * m.score, (f"it has the {head}, which is no thing of its own here",))
            for m in self._matcher.match(phrase)
            for n in [self._number[m.row]]
            if self.may_have(n, head) or self._judge.has_part(n, self._matcher.read(head)) >= _FITS
        ]
        return hits, "" if hits else f"there is no {part} here"

    def _fitting(self, hits: list[Hit], phrase: ObjectPhrase, reading: Reading) -> tuple[list[Hit], str]:
        """The hits that look as a phrase says."""
        sized = tuple(s for s in phrase.sizes if s in SIZED)
        if sized and reading.where:  # 'the tall plant in the corner' is the tallest of those in the corner
            phrase = replace(phrase, sizes=tuple(s for s in phrase.sizes if s not in sized))
        judged = self._judge.judge(phrase, [h.number for h in hits])
        kept = [
            replace(h, score=h.score * s, reasons=(*h.reasons, *self._told(h.number, phrase, f)))
            for h in hits
            for s, f in [judged[h.number]]
            if s >= _FITS
        ]
        if not kept:
            said = " ".join(
                (*phrase.sizes, *phrase.colors, *phrase.materials, *([phrase.shape] if phrase.shape else ()))
            )
            return [], f"no {phrase.compound} here is {said}" if said else f"no {phrase.compound} here is so"
        best = max(judged[h.number][0] for h in kept)
        kept = self._surest([h for h in kept if judged[h.number][0] >= _AS_WELL * best], phrase)
        if phrase.leftover and len(kept) > 1:
            kept = self._likeness.ranked(reading.text, kept)
        return self._likeness.ordered(reading.noun, kept), ""

    def sized(self, hits: list[Hit], reading: Reading) -> list[Hit]:
        """Of hits that stand where a reading says, those of the size that its noun states: sizes are relative to one another."""
        phrase = self._matcher.read(reading.noun) if reading.noun and len(hits) > 1 else None
        if phrase is not None:
            phrase = self._as_stated(phrase) or phrase
        sizes = () if phrase is None else tuple(s for s in phrase.sizes if s in SIZED)
        if phrase is None or not sizes:
            return hits
        judged = self._judge.judge(replace(attributes(""), sizes=sizes), [h.number for h in hits])
        best = max(score for score, _ in judged.values())
        return [
            replace(h, score=h.score * score, reasons=(*h.reasons, *([f"it is {', '.join(found)}"] if found else ())))
            for h in hits
            for score, found in [judged[h.number]]
            if score >= _AS_WELL * best
        ]

    def _surest(self, hits: list[Hit], phrase: ObjectPhrase) -> list[Hit]:
        """The hits, with lower scores for those that only show a stated color, where others are called so or have it as main color."""
        sure = self._judge.colored(phrase, [h.number for h in hits]) if phrase.colors and len(hits) > 1 else set()
        return [h if h.number in sure or not sure else replace(h, score=_SHOWS * h.score) for h in hits]

    def _told(self, number: int, phrase: ObjectPhrase, found: Sequence[str]) -> list[str]:
        """What was found of the attributes of a phrase, and what nothing tells."""
        untold = [w for w in (*phrase.styles, *phrase.others) if w not in found]
        out = [f"it is {', '.join(found)}"] if found else []
        return [*out, f"nothing tells whether it is {', '.join(untold)}"] if untold else out

    def _having(self, phrase: ObjectPhrase) -> tuple[list[Hit], str]:
        """The things, whatever they are, that have all that a phrase says: *anything red*, *everything edible*."""
        numbers = self.objects()
        lexicon = self._matcher.lexicon
        unknown = [w for w in phrase.leftover if not lexicon.kinds_called(w)]
        if unknown:
            return [], f"nothing here is known to be {' '.join(unknown)!r}"
        for word in phrase.leftover:
            named = {m.row for m in self._matcher.match(self._matcher.read(word))}
            numbers = [n for n in numbers if self._entities[n].row in named]
        judged = self._judge.judge(phrase, numbers)
        told = {n: f for n, (s, f) in judged.items() if s >= _FITS and self._judge.told(n, phrase)}
        best = max((judged[n][0] for n in told), default=0.0)
        hits = [
            Hit(n, 0.9 * judged[n][0], (f"it is {', '.join([*phrase.leftover, *f])}",))
            for n, f in told.items()
            if judged[n][0] >= _AS_WELL * best and (f or phrase.leftover)
        ]
        stated = " ".join(
            (*phrase.sizes, *phrase.styles, *phrase.others, *([phrase.shape] if phrase.shape else ()), *phrase.colors,
             *phrase.materials, *phrase.leftover)
        )  # fmt: skip
        return sorted(hits, key=lambda h: -h.score), "" if hits else f"nothing here is {stated}"

    def _numbered(self, hits: list[Hit], serial: int, noun: str) -> tuple[list[Hit], str]:
        """The hit of a number: by the numbers in the names, else in the order of the program."""
        named = [h for h in hits if self._entities[h.number].serial == serial]
        if named:
            return [replace(h, reasons=(*h.reasons, f"its name has the number {serial}")) for h in named], ""
        if any(self._entities[h.number].serial is not None for h in hits):
            return [], f"no {noun} here has the number {serial}"
        best = max(h.score for h in hits)
        order = sorted((h for h in hits if h.score >= best - 1e-6), key=lambda h: self._entities[h.number].row)
        if not 0 < serial <= len(order):
            return [], f"there are only {len(order)} of {noun!r} here"
        one = order[serial - 1]
        return [replace(one, reasons=(*one.reasons, f"it is number {serial} in the order of the program"))], ""


def _listed(names: Counter[str]) -> str:
    """The first few names with their articles or numbers: *a palm, two chairs and 3 more*."""
    said = [a_noun(name) if count == 1 else f"{count} {plural(name)}" for name, count in names.items()][:_SHOWN]
    rest = sum(list(names.values())[_SHOWN:])
    said += [f"{rest} more"] if rest else []
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))
