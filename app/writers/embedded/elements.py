"""The elements of a sentence: noun phrases, verb groups, prepositions and joints."""

from __future__ import annotations

from dataclasses import dataclass, field

from scenewright.app.writers.embedded.lexicon import VERBS
from scenewright.app.writers.embedded.tagging import Token
from scenewright.scene.english import DEFINITE, Meaning

__all__ = ["Element", "Joint", "Phrase", "Preposition", "SaidArrangement", "Verb"]


_DEFINITE = DEFINITE | {"both"}


@dataclass
class Phrase:
    """A noun phrase. `head` is None for a pronoun (*it*, *two*, *each*, *one of them*)."""

    tokens: list[Token]
    determiner: str = ""
    number: int | None = None
    at_least: bool = False
    indefinite: bool = False  # the number came from 'several', 'a collection of' ...
    plenty: bool = False  # it came from 'lots of', 'many' ...
    modifiers: list[Token] = field(default_factory=list)
    head: Token | None = None
    possessor: list[Token] = field(default_factory=list)
    partitive: bool = False  # 'two of the beds'
    other: bool = False  # 'the other', 'another'
    each: bool = False
    pronoun: str = ""
    of: Phrase | None = None
    counted_by: str = ""  # 'pair' in 'a pair of slippers', where the text gives no other number
    grouping: str = ""  # 'row' in 'a row of lockers'
    groups: int = 0  # 2 in 'two rows of lockers'
    seats: int = 0  # 4 in 'a table of four'

    @property
    def start(self) -> int:
        """Offset of the phrase's first character in the normalised text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the phrase's last character, its *of* phrase included."""
        return self.of.end if self.of else self.tokens[-1].end

    @property
    def plural(self) -> bool:
        """Whether the head is plural."""
        return self.head is not None and self.head.plural

    @property
    def definite(self) -> bool:
        """Whether the phrase is definite: *the table*, *its top*. *Its own lamp* is a lamp that the text names first."""
        if any(token.low == "own" for token in self.tokens):
            return False
        owned = bool(self.possessor) and self.determiner not in ("a", "another")
        return self.determiner in _DEFINITE or (owned and (self.number is None or bool(self.determiner)))


@dataclass
class Verb:
    """A verb group. `form`: 'finite', 'participle', 'gerund', 'passive', 'infinitive' or 'be' (as the main verb)."""

    lemma: str
    form: str
    tokens: list[Token]
    negated: bool = False
    existential: bool = False
    predicate: list[Token] = field(default_factory=list)  # 'is red and round'

    @property
    def group(self) -> str:
        """The verb's group in :data:`lexicon.VERBS`, 'be', or '' for other verbs."""
        return VERBS.get(self.lemma, "be" if self.lemma == "be" else "")


@dataclass
class Preposition:
    """`word`: canonical, such as 'in_front_of', 'next_to', 'on', 'with'. `bare`: it governs no noun phrase (*overhead*, *on top*).
    `meaning`: from the table of relations, None where it is not a relation."""

    word: str
    tokens: list[Token]
    bare: bool = False
    meaning: Meaning | None = None


@dataclass
class Joint:
    """A punctuation mark or word that joins clauses and lists. `kind`: one of ',', ':', '(', ')', 'and', 'while', 'not', 'end' and 'rel'
    (which, that, where)."""

    kind: str
    token: Token


@dataclass
class SaidArrangement:
    """How several things stand to each other: *facing each other*, *in two rows of five*. Fields as in
    :class:`scenewright.app.writers.embedded.arrangement_words.FormationShape`."""

    kind: str
    tokens: list[Token]
    rows: int = 0
    per_row: int = 0


Element = Phrase | Verb | Preposition | Joint | SaidArrangement
