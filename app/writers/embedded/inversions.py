"""Places that stand before what they place, without a verb: *an armchair, to its left a lamp, and on the table a cup and two books*.

A preposition after a comma or an *and* whose landmark is followed at once by a new thing places that thing, not the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

from scenewright.app.writers.embedded.cast import Cast
from scenewright.app.writers.embedded.clause import ClauseState
from scenewright.app.writers.embedded.elements import Element, Joint, Phrase, Preposition
from scenewright.app.writers.embedded.places import PlaceReader
from scenewright.app.writers.embedded.referents import Ref, Target

__all__ = ["InversionReader"]

_NO_PLACES = ("with", "for", "without", "of", "cause", "such_as", "and", "not", "from")


class InversionReader:
    """Hears where such a place begins, keeps it until the thing is read, and links the two."""

    def __init__(self, cast: Cast, clause: ClauseState, places: PlaceReader) -> None:
        self._cast, self._clause, self._places = cast, clause, places
        self._until = -1  # where the landmark of the place being read ends
        self._joint = ""
        self._ahead: list[tuple[Preposition, Target]] = []
        self._owner: list[Ref] = []  # whose *its* was in the place before

    def begin(self) -> None:
        """Begin a sentence."""
        self._until, self._ahead, self._owner = -1, [], []

    def before(self, elements: Sequence[Element], i: int) -> None:
        """Tell that the element at `i` is read next."""
        element = elements[i]
        if isinstance(element, Joint) and element.kind not in ("and",):
            self._ahead = []
        end = self._landmark_end(elements, i)
        if end is None:
            return
        self._until, self._joint, self._ahead = end, self._clause.joint, []
        owner = elements[i + 1]
        assert isinstance(owner, Phrase)
        self._clause.whose = self._owner if owner.determiner == "its" and self._owner else list(self._clause.item)
        self._owner = list(self._clause.whose) if owner.determiner == "its" else []
        self._clause.figure = []

    def after(self, elements: Sequence[Element], i: int, newest: int) -> None:
        """Tell that the element at `i` was read. `newest`: how many requests there were before."""
        if i == self._until:
            self._until, self._clause.joint, self._clause.whose = -1, self._joint, []
            self._ahead, self._clause.fronted = list(self._clause.fronted), []
            return
        if not self._ahead or self._until >= 0 or not isinstance(elements[i], Phrase):
            return
        new = [ref for ref in self._clause.item if ref.index >= newest]
        if new and not self._is_placed_itself(elements, i):
            for preposition, where in self._ahead:
                self._places.attach(preposition, where, new, True)

    def _landmark_end(self, elements: Sequence[Element], i: int) -> int | None:
        """Where the landmark ends of the place that begins at `i` and stands before a new thing; None where none begins."""
        first = elements[i]
        if not isinstance(first, Preposition) or first.bare or first.word in _NO_PLACES or i == 0:
            return None
        joint = elements[i - 1]
        if not (isinstance(joint, Joint) and joint.kind in (",", "and", ":")):
            return None
        end = i + 1
        if first.word == "between" and len(elements) > i + 3 and isinstance(elements[i + 2], Joint):
            end = i + 3
        if not isinstance(elements[min(end, len(elements) - 1)], Phrase):
            return None
        outer = elements[i - 2] if i >= 2 else None
        if _is_comma(joint) and isinstance(outer, Joint) and end + 1 < len(elements) and _is_comma(elements[end + 1]):
            end += 1  # 'and, behind them, two trees'
        named = elements[end + 1] if end + 1 < len(elements) else None
        if not isinstance(named, Phrase):
            return None
        counted = named.determiner in ("a", "another") or named.number is not None or named.plural
        if named.head is None or named.definite or not counted:
            return None
        return end if self._cast.kind(named) in ("object", "area") else None

    def _is_placed_itself(self, elements: Sequence[Element], i: int) -> bool:
        """Whether a thing after the first has a place of its own behind it: 'on the table a cup and a lamp in the corner'."""
        after = elements[i + 1] if i + 1 < len(elements) else None
        first = isinstance(elements[i - 1], Phrase)
        return not first and isinstance(after, Preposition) and after.word not in _NO_PLACES


def _is_comma(element: Element) -> bool:
    return isinstance(element, Joint) and element.kind == ","
