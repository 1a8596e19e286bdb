"""Completes a description from the recipe of its kind of room: what a person expects there and did not say.

The lines of a recipe are English, and the reader of the description reads them after the person's own sentences, so that *the bed* of a
recipe's line is the person's canopy bed. What the person named is never asked for twice, and what they refused is left out. Requests
made here are marked (:attr:`scenewright.app.writers.embedded.description.ObjectRequest.expected`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.alternatives import RoomFrame, arranged
from scenewright.app.writers.embedded.description import (
    NO_WINDOW,
    Description,
    ObjectRequest,
)
from scenewright.app.writers.embedded.given_places import Reader, give_place
from scenewright.app.writers.embedded.in_style import is_of_style, noun_of_style
from scenewright.app.writers.embedded.low_seats import low_seats
from scenewright.app.writers.embedded.meant_places import (
    SMALL_THINGS_AT,
    USUAL_ROOM,
    at_each_host,
    in_open_air,
    in_usual_room,
    lay_on_table,
    only_small_things,
)
from scenewright.app.writers.embedded.optional_lines import drawn_lines, likely_lines
from scenewright.app.writers.embedded.recipe_counts import (
    WINDOW_COVERS,
    count_plurals,
    counts_meant,
    cover_all_windows,
    is_counted,
)
from scenewright.app.writers.embedded.recipe_lines import (
    after_its_hosts,
    is_another,
    is_refused,
    is_stock,
    level_of,
    such_names,
    untidy_words,
    with_noun,
)
from scenewright.app.writers.embedded.usual_shell import area_of, built_as, furnish_shell
from scenewright.app.writers.embedded.wares import named_wares, of_the_name, ware_line
from scenewright.assets.recipe_book import DressingLine, thing_key
from scenewright.assets.styles import read_style
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.semantics.words import plural

if TYPE_CHECKING:
    from scenewright.app.writers.writer import Dress
    from scenewright.assets import Catalogue, CatalogueEntry
    from scenewright.assets.recipe_book import Recipe, RecipeBook, RecipeLine

__all__ = ["Completer"]


_NOTHING_ELSE = re.compile(
    r"(?i)\bnothing (?:else|but)\b|\b(?:just|only) (?:an?|one|two|three|the)\b"
    r"|\b(?:empty|bare|unfurnished) (?:\w+ )?(?:\w*room|hall|office|space|apartment)\b"
)
"""Texts that say that there is no more than they name."""
_NEEDLESS = {"keyboard": "laptop", "computer mouse": "laptop"}
"""Thing -> what has it built in."""
_IN_A = r"(?:in|inside|within) (?:the|an?|my|our)"
_SEATS = word_set("chair stool bench seat armchair throne")
_CORNERS = word_set("kitchenette nook corner alcove area")
"""Last words of places that are a part of another."""
_ONE_ROOM = word_set(
    "studio loft bedsit penthouse caravan camper campervan motorhome yurt cabin hut tiny open open-plan"
)
"""Words of homes of one room."""
_LIVED_IN = word_set("kitchen bedroom office lounge study")
"""Rooms that such a home has without walls of their own, by the last words of their names."""
_STANDS_ON = re.compile(r" on the \[([^\[\]]+)\]")
_COUNTED = re.compile(r"^(?:an?|two|three|four|five|six|\d+) ")


_PLAIN = word_set(
    "bed table trolley stall wheel chair stool desk counter mat bench sink microphone turntable lift pump lane"
)
"""Nouns that mean another thing in each kind of place: the chair of a hair salon, a classroom, a street café."""


class Completer:
    """Reads the lines of a recipe into a description of one room, once its own sentences are read.

    Attributes:
        recipe: that of the room; None until it is called, and for a place without a recipe.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        book: RecipeBook,
        *,
        seed: int = 0,
        dress: Dress = "light",
        standing: Collection[str] = (),
        bearing: Mapping[str, str] | None = None,
    ) -> None:
        """
        Args:
            seed: chooses among what such a place may have.
            dress: how much of what a lived-in place has.
            standing: keys of things that stand there already. Each line about one of them counts, however seldom a place has it.
            bearing: what carries such a thing, in the words of its request, by the key of the thing.
        """
        self.recipe: Recipe | None = None
        self._catalogue, self._book, self._seed, self._dress = catalogue, book, seed, dress
        self._standing, self._bearing = frozenset(standing), dict(bearing or {})

    def __call__(self, description: Description, read: Reader) -> None:
        _join_corners(description)
        zone = description.zones[0]
        if description.place == zone.kind and all(request.zone == 0 for request in description.requests):
            del description.zones[1:]  # 'a camp site at the edge of a forest' is one place
        recipe = self._book.find(description.place or zone.words) or self._book.find(zone.kind)
        if recipe is None and only_small_things(description):
            recipe = self._book.of_kind(SMALL_THINGS_AT)
        if recipe is None and self._dress in ("light", "full") and in_usual_room(description, self._catalogue):
            recipe = self._book.of_kind(USUAL_ROOM)
        if recipe is not None:
            recipe = self._book.meant(recipe, (name for r in description.requests for name in (r.words, r.head)))
        if recipe is not None and (
            open_air := in_open_air(description, recipe, self._said_to_be_in(description), self._book)
        ):
            recipe = open_air
        if recipe is not None and recipe.setting == "outdoor":
            self._join_open_air(description)
        if recipe is not None and recipe.looks and description.style is None:
            description.style = read_style(recipe.looks)
        alone = self._dress == "only" or _NOTHING_ELSE.search(description.text) is not None
        outer = None if alone or recipe is None else self._place_around(description, recipe)
        if len(description.zones) > 1 or recipe is None:
            return
        description.usual_things = self._usual_things(description, recipe)
        description.outdoor = recipe.setting == "outdoor" or (None if alone else False)
        description.has_books = recipe.has_books
        if alone:
            return
        serving = self._served(description, recipe)
        recipe, frame = arranged(recipe, description, serving, self._seed)
        self.recipe = recipe
        area = area_of(description, recipe, self._seed)
        furnish_shell(description, recipe if outer is None else built_as(recipe, outer), area, self._seed)
        count_plurals(description, recipe, serving, area)
        covered = cover_all_windows(description)
        many = counts_meant(description, recipe, serving)
        wares = named_wares(description, self._catalogue)
        description.wares = tuple(word for name in wares for word in name.split())
        shown: set[str] = set()
        for line in self._lines(recipe, frame, self._levels(description), serving):
            key = thing_key(line.thing)
            # what belongs there in any case comes beside what may serve as it elsewhere: a table of a cellar beside its barrels
            same = (line.thing,) if line in recipe.has else line.names
            if any(thing_key(name) in serving for name in same):
                give_place(description, line, serving, read, always=bool(self._standing))
                if "shop" not in recipe.tags or not is_stock(description, line, serving):
                    continue
            bare = description.windows == NO_WINDOW or (covered and key in WINDOW_COVERS)
            if bare and " window" in line.text:
                continue
            if not is_of_style(line, description.style):
                continue
            if is_refused(description, line) or _NEEDLESS.get(key, "") in serving.values():
                continue
            noun = of_the_name(line, wares, self._catalogue)
            noun = noun or next((name for name in line.names if self.object_of(name) is not None), None)
            noun = None if noun is None else noun_of_style(noun, description.style)
            low = low_seats(description, line, serving, self._catalogue)
            text = None if noun is None else low or self._written(line, noun, serving, area, description.usual_things)
            if noun is None or text is None or (line not in recipe.has and is_counted(description, noun)):
                continue
            if key in many:
                text = _COUNTED.sub(f"{many[key]} ", text, count=1)
            text = at_each_host(text, line, description, serving)
            if not text:
                continue
            new = read(text)
            for request in new:
                request.expected = True
                request.zone = 0
                request.essential = line in recipe.has
                if key in WINDOW_COVERS:
                    request.count = max(description.windows, 1)
                request.dressing = level_of(line) if isinstance(line, DressingLine) else ""
            named = noun in text or plural(noun) in text
            # an arrangement may have an island serve as the table
            serving[key] = noun if named or not new else new[0].words
            shown.add(self.object_of(noun) or "")
        self._show_wares(description, recipe, {n: e for n, e in wares.items() if e.key not in shown}, serving, read)
        self._add_companions(description, recipe, serving, area, read)
        if SMALL_THINGS_AT in recipe.kinds:
            lay_on_table(description)

    def _join_open_air(self, description: Description) -> None:
        """Make one place of two in the open: *a bus stop on a street*."""
        others = [self._book.find(z.words) or self._book.find(z.kind) for z in description.zones[1:]]
        if all(other is not None and other.setting == "outdoor" for other in others):
            description.make_one_place()

    def _place_around(self, description: Description, recipe: Recipe) -> Recipe | None:
        """The recipe of the place under a roof that the text says the room is in: the attic of *an attic study*, and of *a study in the
        attic with a desk*. What it says of that place, it says of the room. None where it names no such place."""
        before = self._book.around(description.zones[0].words)
        kind = before or self._said_to_be_in(description)
        outer = self._book.of_kind(kind)
        if outer is None or not outer.setting == recipe.setting == "indoor":
            return None
        description.around = kind
        if not before:
            description.make_one_place(thing_key(kind))  # 'a bedroom in a log cabin' has no cabin in it
        return outer

    def _said_to_be_in(self, description: Description) -> str:
        place = description.place or description.zones[0].words
        found = re.search(rf"\b{re.escape(place)} {_IN_A} ((?:[\w'-]+ ?){{1,4}})", description.text, re.IGNORECASE)
        words = found[1].split() if place and found is not None else []
        whole = (" ".join(words[:n]) for n in range(len(words), 0, -1))
        kinds = [*whole, *(" ".join(words[1:n]) for n in range(len(words), 1, -1))]  # a log hut is a hut
        return next((kind for kind in kinds if self._book.of_kind(kind) is not None), "")

    def _add_companions(
        self, description: Description, recipe: Recipe, serving: dict[str, str], area: float, read: Reader
    ) -> None:
        """Give what is used sitting its seat where nothing else does: a bench to the piano of a hotel lobby."""
        for line in self._book.companions(recipe):
            if self._dress not in ("full", line.level) and line.level != "light":
                continue
            (name,) = line.mentioned
            hosts = [r for r in description.requests if thing_key(r.words) == thing_key(name)]
            noun = next((n for n in line.names if self.object_of(n) is not None), None)
            if len(hosts) != 1 or noun is None or is_refused(description, line) or _has_seat(description, hosts[0]):
                continue
            text = self._written(line, noun, {thing_key(name): hosts[0].words}, area, description.usual_things)
            text = text and at_each_host(text, line, description, {thing_key(name): hosts[0].words})
            for request in read(text) if text is not None else []:
                request.expected, request.zone, request.dressing = True, 0, level_of(line)

    def _show_wares(
        self,
        description: Description,
        recipe: Recipe,
        wares: dict[str, CatalogueEntry],
        serving: dict[str, str],
        read: Reader,
    ) -> None:
        """Add what the place is named after, where neither the text nor the recipe has it."""
        there = {self.object_of(r.known or r.words) for r in description.requests if r.count > 0}
        for name, entry in wares.items():
            if entry.key not in there:
                for request in read(ware_line(name, entry, recipe, serving)):
                    request.expected, request.essential, request.zone = True, True, 0

    def _lines(
        self, recipe: Recipe, frame: RoomFrame, levels: Collection[str], serving: Mapping[str, str]
    ) -> list[RecipeLine]:
        """What the place has this time, each after what its line speaks of. `levels`: of its dressing. `serving`: what the text names has
        its line, however seldom such a place has it, and what that stands on comes with it: the stand of a television."""
        general = (line.worded(frame.text(line.text)) for line in self._book.general_dressing(recipe))
        dress = [k for k in (*recipe.dress, *general) if k.level in levels or self._stands(k)]
        optional, seed = (*recipe.may, *dress), f"{self._seed}/{recipe.name}"
        taken = likely_lines(optional, self._stands, seed) if self._standing else drawn_lines(optional, seed)
        named = [line for line in optional if thing_key(line.thing) in serving]
        below = {thing_key(found[1]) for line in named if (found := _STANDS_ON.search(line.text)) is not None}
        carrying = [line for line in optional if thing_key(line.thing) in below - serving.keys()]
        taken = [line for line in optional if line in taken or line in named or line in carrying]
        lines = [*recipe.has, *taken]
        return [line for _, line in sorted(enumerate(lines), key=after_its_hosts(lines))]

    def _levels(self, description: Description) -> frozenset[str]:
        """The levels of dressing that the place has; a place that is said to be untidy has more than it would have."""
        if description.style is not None and description.style.few:
            return frozenset()
        usual = {"light": ("light",), "full": ("light", "full")}.get(self._dress, ())
        return frozenset((*usual, "clutter") if usual and untidy_words(description.text) else usual)

    def _stands(self, line: RecipeLine) -> bool:
        """Whether what a line is about stands there already."""
        return any(thing_key(name) in self._standing for name in line.names)

    def _served(self, description: Description, recipe: Recipe) -> dict[str, str]:
        """The nouns of the text that serve as things of the recipe, by the keys of these."""
        serving: dict[str, str] = {}
        for line in recipe.lines:
            carrier = self._bearing.get(thing_key(line.thing))
            if carrier is not None and len(line.mentioned) == 1 and " on the [" in line.text:
                serving.setdefault(
                    thing_key(line.mentioned[0]), carrier
                )  # the sideboard with the television is its stand
        own = {thing_key(line.thing) for line in recipe.lines} & self._standing
        general = self._book.general_dressing(recipe) if self._standing else ()
        for request in description.requests:
            for line in (*recipe.lines, *general):
                key = thing_key(request.words)
                if key in own and key != thing_key(line.thing):
                    continue  # a sideboard that stands there as such is no stand of a television
                if self._serves(request, line, description.usual_things):
                    serving.setdefault(thing_key(line.thing), request.words)
        return serving

    def _usual_things(self, description: Description, recipe: Recipe) -> dict[str, str]:
        """What the plain nouns of the text mean here: the first thing of the recipe that is such a one, and one of several where the text
        asks for several."""
        usual: dict[str, str] = {}
        for request in description.requests:
            # a desk that the text gives a chair has no seat of its own
            seats = any(other.head in _SEATS for other in description.requests if other is not request)
            if request.words not in _PLAIN or request.words in usual:
                continue
            several = (n for line in recipe.has for n in line.names if n.endswith(f" {plural(request.words)}"))
            whole = next(several, None)
            if whole is not None and request.count > 1:  # the four lanes of a pool are the pool
                request.count, usual[request.words] = 1, whole
                continue
            for line in recipe.has:
                alone = line.text.startswith(("a ", "an ")) and " each " not in line.text
                if not (alone and request.count > 1) and (such := such_names(line, request.words)):
                    found = next((name for name in such if self.object_of(name) is not None), None)
                    if (
                        found is not None
                        and self._is_such(found, request.words)
                        and not (seats and self._seated(found))
                    ):
                        usual[request.words] = found
                    break
        return usual

    def _is_such(self, noun: str, plain: str) -> bool:
        """Whether the object of a noun is one of those that a plain noun names: a reading chair may be an armchair, which is no chair."""
        word = self._catalogue.find(noun, k=1, meaning=False)[0].entry.word
        return plain != "chair" or f" {word}".endswith(f" {plain}")

    def _serves(self, request: ObjectRequest, line: RecipeLine, usual: dict[str, str]) -> bool:
        said = {thing_key(request.words), thing_key(request.known or request.words)}
        if said & {thing_key(name) for name in line.names}:
            return True
        if request.words in usual:  # six desks of a classroom are the pupils', and the teacher has one more
            return thing_key(usual[request.words]) in {thing_key(name) for name in line.names}
        # a desk serves as the student desk, and a king bed as the bed; but a student desk is no teacher's desk
        thing = thing_key(line.thing)
        if any(f" {thing}".endswith(f" {word}") or f" {word}".endswith(f" {thing}") for word in said):
            return True
        if line.text.startswith(("a ", "an ")) and any(is_another(thing, word) for word in said):
            return True
        # the catalogue has one object for a screen and a flat screen TV
        asked = self.object_of(request.known) if request.known is not None else None
        return asked is not None and any(asked == self.object_of(name) for name in line.names)

    def object_of(self, noun: str) -> str | None:
        """The key of the object that is a noun itself; None where the catalogue has none."""
        found = self._catalogue.find(noun, k=1, meaning=False)
        return found[0].entry.key if found and found[0].how in ("exact", "synonym") else None

    def _written(
        self, line: RecipeLine, noun: str, serving: dict[str, str], area: float, usual: dict[str, str]
    ) -> str | None:
        """The line as a sentence; None where it speaks of what is not there, or gives a seat to what has its own. `usual`: what plain
        nouns mean here."""
        text = line.text
        if line.n is not None:
            count = line.n.of(area)
            if count == 0:
                return None
            text = text.replace("{n}", str(count))
        if noun != line.thing:
            text = with_noun(text, line.thing, noun)
        for name in line.mentioned:
            found = serving.get(thing_key(name))
            if found is None or (thing_key(noun).split()[-1] in _SEATS and self._seated(usual.get(found, found))):
                return None
            many = thing_key(name) != name.lower().replace("-", " ").replace("'", "")
            text = text.replace(f"[{name}]", plural(found) if many else found)
        return text

    def _seated(self, noun: str) -> bool:
        """Whether an object has its own seat, as a school desk has."""
        from scenewright.scene.geometry import asset_parts, part_colors

        try:
            return "seat" in part_colors(asset_parts(self._catalogue.resolve(noun, None, 0), self._catalogue))
        except AssetError:
            return False


def _join_corners(description: Description) -> None:
    """Make one room of a place and its corners: the kitchenette of a studio flat has no walls of its own, nor has the kitchen of a loft."""
    others = description.zones[1:]
    own = set((description.place or description.zones[0].words).lower().replace("-", " ").split())
    corners = _CORNERS | _LIVED_IN if own & _ONE_ROOM else _CORNERS
    if others and all(zone.kind.split()[-1] in corners for zone in others):
        description.make_one_place()


def _has_seat(description: Description, host: ObjectRequest) -> bool:
    """Whether something that one sits on belongs to a thing, or stands about for it."""
    seats = {r.index for r in description.requests if r.head in _SEATS}
    # what the text puts nowhere is free, wherever a recipe lets it stand
    placed = {k.subject for k in description.links if k.stated or description.requests[k.subject].expected}
    at_host = any(link.subject in seats and host.index in link.anchors for link in description.links)
    return at_host or any(index not in placed and description.requests[index].head != "armchair" for index in seats)
