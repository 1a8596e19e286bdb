"""What pronouns mean: *it*, *them*, *each*, *the taller one*, *the first*, *a yellow one*."""

from __future__ import annotations

from scenewright.app.writers.embedded.elements import Phrase
from scenewright.app.writers.embedded.mentions import Mentions
from scenewright.app.writers.embedded.nominals import base_form
from scenewright.app.writers.embedded.referents import NOTHING, Ref, Target
from scenewright.scene.semantics.words import parse

__all__ = ["Pronouns"]


class Pronouns(Mentions):
    """The requests so far, and what phrases without a noun mean among them."""

    def pronoun(self, phrase: Phrase, skip: list[Ref], subject: list[Ref]) -> Target:
        """What a phrase without a noun means. `skip`: the things being placed. `subject`: what the clause speaks of."""
        word = phrase.pronoun
        skipped = {r.index for r in skip}
        if word in ("it", "itself", "this", "that"):
            found = [r for r in subject if r.index not in skipped and self.single(r)]
            if not found:
                around = [*self.furniture(skip), *(r for r in self.requests() if r.index not in skipped)]
                found = [Ref(r.index) for r in sorted(around, key=lambda r: r.count != 1)]
            self.mention(found[:1])  # 'a board, a map to its left and a clock above it': the board is meant again
            return Target(found[:1]) if found else NOTHING
        if word in ("they", "them", "themselves", "these", "those", "all"):
            subject = [r for r in subject if not self.description.requests[r.index].full_of]
            several = len(subject) > 1 or (word == "them" and any(not self.single(r) for r in subject))
            if several and not skipped & {r.index for r in subject}:
                return Target(list(subject))
            plural = next(
                (
                    r
                    for r in self.requests()
                    if (r.count > 1 or r.index in self.kin) and r.index not in skipped and not r.full_of
                ),
                None,
            )
            if plural is not None and plural.index in self.kin:
                return Target([r for r in self.group(plural) if r.index not in skipped])
            if plural is not None:
                return Target([Ref(plural.index)])
            recent = [Ref(r.index) for r in self.requests() if r.index not in skipped][:2]
            return Target(recent) if recent else NOTHING
        if word in ("each", "both", "either"):
            recent = [r for r in subject if not self.single(r)]
            if recent or len(subject) > 1:
                return Target(list(subject), each=True)
            plural = self.last_plural()
            refs = [Ref(plural.index)] if plural else [Ref(r.index) for r in self.requests()[:2]]
            return Target(refs, each=True) if refs else NOTHING
        if word == "which":
            earlier = self.last_plural() if phrase.partitive else None
            refs = [Ref(earlier.index)] if earlier else list(subject) or [Ref(r.index) for r in self.requests()[:1]]
            number = phrase.number
            return (
                Target([Ref(r.index, number if number else r.count) for r in refs], each=phrase.each)
                if refs
                else NOTHING
            )
        if word == "one":
            return self._one(phrase)
        if word == "ordinal":
            return self._ordinal(phrase, skipped)
        if word in ("other", "others"):
            named = next((r for r in self.requests() if r.index in self.kin), None)
            if named is not None and phrase.number in (None, 1):
                rest = [r for r in self.group(named) if r.index != named.index]
                return Target([Ref(rest[-1].index, phrase.number)] if word == "other" else rest)
            plural = self.last_plural()
            number = phrase.number or 1
            return Target([Ref(plural.index, number)]) if plural is not None and number < plural.count else NOTHING
        if word == "another":
            previous = next((r for r in self.requests() if r.index not in skipped), None)
            return Target([self.again(previous, 1, (phrase.start, phrase.end))], new=True) if previous else NOTHING
        if phrase.number is not None:
            plural = next((r for r in self.requests() if r.count >= max(phrase.number, 2)), None)
            if plural is not None:
                return Target([Ref(plural.index, phrase.number)])
            previous = next((r for r in self.requests() if r.index not in skipped), None)
            return (
                Target([self.again(previous, phrase.number, (phrase.start, phrase.end))], new=True)
                if previous
                else NOTHING
            )
        return NOTHING

    def _one(self, phrase: Phrase) -> Target:
        """'the taller one', 'the red ones': the things of a kind that have this attribute."""
        looks = [base_form(t.low) for t in phrase.tokens if t.pos in ("A", "N", "E")]
        if phrase.determiner in ("a", "another") and looks:
            return self._one_more(phrase, looks)
        plural = self.last_plural()
        for request in self.requests():
            said = {
                *request.reading.colors,
                *request.reading.materials,
                *request.reading.sizes,
                *request.reading.others,
            }
            if looks and said & set(looks) and (request.count == 1 or plural is None):
                self.mention([Ref(request.index)])
                return Target([Ref(request.index)])
        if plural is None:
            return NOTHING
        if not looks:
            return Target([Ref(plural.index, phrase.number or 1)])
        return Target([self.split(plural, phrase.number or 1, " ".join(looks), (phrase.start, phrase.end))])

    def _ordinal(self, phrase: Phrase, placed: set[int]) -> Target:
        """'The first', 'the second' of several things: one more of them each time."""
        counted = self.counted
        if counted is None or phrase.tokens[-1].low == "first":
            several = [r for r in self.requests() if r.count > 1 and r.index not in placed]
            counted = self.counted = next((r for r in several if not r.at_least), next(iter(several), None))
        return Target([Ref(counted.index, 1)]) if counted is not None else NOTHING

    def _one_more(self, phrase: Phrase, looks: list[str]) -> Target:
        """'A yellow one' after 'a blue blanket': one more of what was named last with a look of this kind."""
        reading = parse(f"{' '.join(looks)} thing", self.nouns.vocabulary)
        kinds = [kind for kind in ("colors", "materials", "sizes", "others", "styles") if getattr(reading, kind)]
        like = next((r for r in self.requests() if any(getattr(r.reading, kind) for kind in kinds)), None)
        like = like or next(iter(self.requests()), None)
        if like is None:
            return NOTHING
        ref = self.again(like, phrase.number or 1, (phrase.start, phrase.end))
        copy = self.description.requests[ref.index]
        copy.phrase = like.words
        self.qualify(copy, " ".join(looks))
        return Target([ref], new=True)
