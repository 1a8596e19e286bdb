"""Noun phrases in a sentence that is skimmed: where one begins and ends, and whether what it names is here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.skimming.tables import FILLERS, longest_act
from scenewright.app.agent.embedded.told_apart import OPINIONS
from scenewright.app.agent.embedded.wanting import in_catalogue, is_name_in_catalogue
from scenewright.app.agent.embedded.work import Work
from scenewright.scene.english import CARDINALS, DEFINITE, DETERMINERS, ORDINALS, PHRASES, Lead, read_lead
from scenewright.scene.semantics.words import default_lexicon, singular

__all__ = ["NounReader", "SpottedNoun"]

_MOST_NOUN_WORDS = 4
_MOST_ADJECTIVES = 3
_PLAIN_ADJECTIVES = frozenset(ORDINALS) | OPINIONS
_SOME_OF = 2
_OF_SOMETHING = 3
_FROM_SIDE = 3
_SHARES = frozenset(("some", "half", "most", "any", "both", "all", "each"))
_DEFINITE = DEFINITE | {"both", "all"}
_INDEFINITE = frozenset(("a", "another", "some", "any", ""))
_BUILDING = frozenset(("wall", "floor", "ceiling", "window", "door"))
_NO_NOUN = (frozenset(word for phrase in PHRASES for word in phrase.split()) - _BUILDING) | frozenset(
    ("one", "ones", "light", "lights", "bit", "more")
)


@dataclass(frozen=True, slots=True)
class SpottedNoun:
    """A noun phrase. `kind`: thing (here) or new. `end`: the word after it. `words`: as an order says it. `bare`: it has no article."""

    kind: str
    end: int
    words: str
    bare: bool = False


class NounReader:
    """Finds noun phrases by what is in the scene and in the catalogue."""

    def __init__(self, work: Work) -> None:
        self._work = work
        scene = work.draft.scene
        self._names = {scene.find(path).name.replace("_", " ") for path in work.stage.things}
        self._words = {word for name in self._names for word in name.split()}
        self._known: dict[str, str] = {}

    def at(self, words: list[str], at: int) -> SpottedNoun | None:
        """The noun phrase that begins at a word; None where none does. The longest counts."""
        end = next((n for n in range(at, len(words)) if not words[n][0].isalnum()), len(words))
        phrase = words[at:end]
        if not phrase:
            return None
        if len(phrase) > _SOME_OF and phrase[1] == "of" and (phrase[0] in CARDINALS or phrase[0] in _SHARES):
            rest = self.at(words, at + 2)
            return (
                None
                if rest is None or rest.kind != "thing" or rest.bare
                else replace(rest, words=f"{phrase[0]} of {rest.words}")
            )
        lead, width = read_lead(phrase)
        for before in range(min(width + _MOST_ADJECTIVES, len(phrase) - 1), width - 1, -1):
            if any(self._is_no_adjective(word) for word in phrase[width:before]):
                continue
            found = self._noun(phrase, before)
            if found is None or any(self._noun(phrase, n) for n in range(width, before)):
                continue  # no noun begins here, or one begins earlier
            noun = self._spotted(phrase, (lead, width), before, *found)
            if noun is not None:
                return replace(noun, end=at + noun.end)
        return None

    def _spotted(
        self, phrase: list[str], led: tuple[Lead, int], before: int, count: int, kind: str
    ) -> SpottedNoun | None:
        """The noun phrase of a lead, adjectives up to the word `before`, and a noun of `count` words; None where it is a mere colour."""
        lead, width = led
        if not width and count == 1 and is_colour(phrase[before]) and phrase[before] not in self._names:
            return None  # 'orange' alone is a colour, 'an orange' a thing
        if kind == "new" and lead.determiner in _DEFINITE:
            count, kind, before = self._here_after_all(phrase, before, count)
        indefinite = lead.determiner in _INDEFINITE and not lead.total and not lead.each
        if kind == "thing" and indefinite and (lead.determiner or lead.number or lead.vague):
            kind = "new" if in_catalogue(self._work, self._bare(phrase[before : before + count])) else "thing"
        end = before + count + self._order_after(phrase, before + count)
        return SpottedNoun(kind, end, self._said(phrase[:end], width, before - width, kind), bare=not width)

    def _here_after_all(self, phrase: list[str], before: int, count: int) -> tuple[int, str, int]:
        """*The little table* is the table that is here, though the catalogue has a thing of that name."""
        for more in range(1, count):
            if self._kind(" ".join(phrase[before + more : before + count])) == "thing":
                return count - more, "thing", before + more
        return count, "new", before

    @staticmethod
    def _order_after(phrase: list[str], at: int) -> int:
        """How many words after *the second bookshelf* say from where things are counted: *from the left*."""
        counted = any(word in ORDINALS for word in phrase[:at])
        return (
            _FROM_SIDE
            if counted and " ".join(phrase[at : at + _FROM_SIDE]) in ("from the left", "from the right")
            else 0
        )

    def _said(self, said: list[str], width: int, skipped: int, kind: str) -> str:
        """The phrase without what is not true of any such thing here."""
        whole = " ".join(said if width else (["the", *said] if kind == "thing" else said))
        if kind != "thing" or not skipped or self._work.things.exists(whole):
            return whole
        rest = " ".join([*(said[:width] or ["the"]), *said[width + skipped :]])
        adjectives = [word for word in said[width : width + skipped] if word not in _PLAIN_ADJECTIVES]
        return whole if adjectives and self._work.things.are_several(rest) else rest

    def _noun(self, phrase: list[str], at: int) -> tuple[int, str] | None:
        """(words, kind) of the longest noun that begins here."""
        for count in range(min(_MOST_NOUN_WORDS, len(phrase) - at), 0, -1):
            kind = self._kind(" ".join(phrase[at : at + count]))
            if kind:
                return count, kind
        return None

    def _kind(self, noun: str) -> str:
        """thing, new or '' for no noun."""
        if noun not in self._known:
            self._known[noun] = self._kind_of(noun)
        return self._known[noun]

    def _kind_of(self, noun: str) -> str:
        words = noun.split()
        last = words[-1]
        if len(words) == 1 and (noun in _NO_NOUN or noun in FILLERS):
            return ""
        bare = self._bare(words)
        if bare in self._names:
            return "thing"
        if len(words) == _OF_SOMETHING and words[1] == "of":  # 'cans of paint'
            return "thing" if f"{words[2]} {singular(words[0])}" in self._names else ""
        if last in _NO_NOUN or last in FILLERS:
            return ""
        if any(word in _NO_NOUN or not word.replace("-", "").isalpha() for word in words if word != "of"):
            return ""
        if any(word in FILLERS or word in CARDINALS for word in words if word != "of"):
            return (
                "new"
                if len(words) > 1 and words[0] not in DETERMINERS and is_name_in_catalogue(self._work, noun)
                else ""
            )
        if longest_act(words, 0) is not None and not is_name_in_catalogue(self._work, noun):
            return ""
        if singular(last) in _BUILDING:
            return "thing" if len(words) == 1 else ""
        known = (
            singular(last) in self._words
            or bool(default_lexicon().things_called(bare))
            or default_lexicon().knows(bare)
        )
        if known and self._work.things.exists(f"the {noun}"):
            return "thing" if self._names_all(words) else ""
        return "new" if in_catalogue(self._work, noun) else ""

    def _names_all(self, words: list[str]) -> bool:
        """Whether no word of a phrase but the last ones names another thing: *plant floor lamp* are two."""
        return len(words) == 1 or not any(word in self._names for word in words[:-1])

    @staticmethod
    def _bare(words: list[str]) -> str:
        if "of" in words:
            at = words.index("of")
            return " ".join([*words[: at - 1], singular(words[at - 1]), *words[at:]]) if at else " ".join(words)
        return " ".join([*words[:-1], singular(words[-1])])

    def _is_no_adjective(self, word: str) -> bool:
        if is_colour(word) or word in _PLAIN_ADJECTIVES:
            return False
        return word in _NO_NOUN or word in FILLERS or longest_act([word], 0) is not None
