"""Completes a description from the recipe of its kind of room: what a person expects there and did not say.

The lines of a recipe are English, and the reader of the description reads them after the person's own sentences, so that *the bed* of a
recipe's line is the person's canopy bed. What the person named is never asked for twice, and what they refused is left out. Requests
made here are marked (:attr:`scenewright.app.writers.embedded.description.ObjectRequest.expected`).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.alternatives import RoomFrame, arranged
from scenewright.app.writers.embedded.description import (
    LONG_ROOM,
    NO_WINDOW,
    Description,
    ObjectRequest,
    Shell,
    UsualOpenings,
)
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT, QUANTITY_NOUNS
from scenewright.app.writers.embedded.looks import chosen_palette
from scenewright.app.writers.embedded.low_seats import low_seats
from scenewright.app.writers.embedded.meant_places import SMALL_THINGS_AT, at_each_host, in_open_air, only_small_things
from scenewright.app.writers.embedded.wares import named_wares, of_the_name, ware_line
from scenewright.assets.recipe_book import PLAIN, DressingLine, thing_key
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.english import article, cardinal
from scenewright.scene.language.vocabulary import FINISHES
from scenewright.scene.semantics.words import plural

if TYPE_CHECKING:
    from scenewright.app.writers.writer import Dress
    from scenewright.assets import Catalogue, CatalogueEntry
    from scenewright.assets.recipe_book import OptionalLine, Recipe, RecipeBook, RecipeLine

__all__ = ["Completer"]

_SIZES = {"small": 0.8, "": 1.0, "large": 1.25, "huge": 1.6}

_NOTHING_ELSE = re.compile(
    r"(?i)\bnothing (?:else|but)\b|\b(?:just|only) (?:an?|one|two|three|the)\b"
    r"|\b(?:empty|bare|unfurnished) (?:\w+ )?(?:\w*room|hall|office|space|apartment)\b"
)
"""Texts that say that there is no more than they name."""
_AT_EACH_WINDOW = word_set("curtain curtains blind blinds")
_NEEDLESS = {"keyboard": "laptop", "computer mouse": "laptop"}
"""Thing -> what has it built in."""
_IN_A = r"(?:in|inside|within) (?:the|an?|my|our)"
_UNCOUNTED = (PLURAL_COUNT, QUANTITY_NOUNS["rows"])
"""What is placed for a plural without a number."""
_HOSTS_OF_HOSTS = 3
"""How many things may stand on or beside each other before the lines of a recipe about them are out of order."""
_AFTER = 0.01
"""Share of a line by which another comes after it."""
_AT_LONG_SIDES = 2
"""Benches at a table."""
_SEATS = word_set("chair stool bench seat armchair throne")
_CORNERS = word_set("kitchenette nook corner alcove area")
"""Last words of places that are a part of another."""
_COUNTED = re.compile(r"^(?:an?|two|three|four|five|six|\d+) ")
_ARRANGED = re.compile(r"\b(?:rows?|facing|each)\b")
"""Words of lines that say how several things stand."""

_PAINTED = 0.5
"""Share of rooms whose walls take the colour of their palette, where their recipe lets them."""
_DOORS_IN_FRONT = 0.65
"""Share of rooms with their door in the front wall."""
_WINDOW_WALLS = (
    ("left", "right", "back", "left", "right"),
    ("left", "back", "right", "left", "back"),
    ("left", "left", "back", "right", "right"),
    ("back", "left", "right", "left", "back"),
)
_WINDOW_WIDTHS = (1.1, 1.4, 1.6, 2.0)

_PLAIN = word_set("chair stool desk counter mat bench sink microphone turntable lift pump lane")
"""Nouns that mean another thing in each kind of place: the chair of a hair salon, a classroom, a street café."""

Reader = Callable[[str], list[ObjectRequest]]
"""Reads one sentence into the description, and returns the new requests."""


class Completer:
    """Reads the lines of a recipe into a description of one room, once its own sentences are read.

    Attributes:
        recipe: that of the room; None until it is called, and for a place without a recipe.
    """

    def __init__(self, catalogue: Catalogue, book: RecipeBook, *, seed: int = 0, dress: Dress = "light") -> None:
        """
        Args:
            seed: chooses among what such a place may have.
            dress: how much of what a lived-in place has.
        """
        self.recipe: Recipe | None = None
        self._catalogue, self._book, self._seed, self._dress = catalogue, book, seed, dress

    def __call__(self, description: Description, read: Reader) -> None:
        _join_corners(description)
        zone = description.zones[0]
        if description.place == zone.kind and all(request.zone == 0 for request in description.requests):
            del description.zones[1:]  # 'a camp site at the edge of a forest' is one place
        recipe = self._book.find(description.place or zone.words) or self._book.find(zone.kind)
        if recipe is None and only_small_things(description):
            recipe = self._book.of_kind(SMALL_THINGS_AT)
        if recipe is not None:
            recipe = self._book.meant(recipe, (name for r in description.requests for name in (r.words, r.head)))
        if recipe is not None and (
            open_air := in_open_air(description, recipe, self._said_to_be_in(description), self._book)
        ):
            recipe = open_air
        if recipe is not None and recipe.setting == "outdoor":
            self._join_open_air(description)
        alone = self._dress == "only" or _NOTHING_ELSE.search(description.text) is not None
        outer = None if alone or recipe is None else self._place_around(description, recipe)
        if len(description.zones) > 1 or recipe is None:
            return
        description.usual_things = self._usual_things(description, recipe)
        description.outdoor = recipe.setting == "outdoor" or (None if alone else False)
        if alone:
            return
        serving = self._served(description, recipe)
        recipe, frame = arranged(recipe, description, serving, self._seed)
        self.recipe = recipe
        area = _area(description, recipe, self._seed)
        _furnish_shell(description, recipe if outer is None else _built_as(recipe, outer), area, self._seed)
        _count_plurals(description, recipe, serving, area)
        many = _counts_meant(description, recipe, serving)
        wares = named_wares(description, self._catalogue)
        description.wares = tuple(word for name in wares for word in name.split())
        shown: set[str] = set()
        for line in self._lines(recipe, frame):
            key = thing_key(line.thing)
            # what belongs there in any case comes beside what may serve as it elsewhere: a table of a cellar beside its barrels
            same = (line.thing,) if line in recipe.has else line.names
            if any(thing_key(name) in serving for name in same):
                _give_place(description, line, serving, read)
                continue
            if description.windows == NO_WINDOW and " window" in line.text:
                continue
            if _refused(description, line) or _NEEDLESS.get(key, "") in serving.values():
                continue
            noun = of_the_name(line, wares, self._catalogue)
            noun = noun or next((name for name in line.names if self._object(name) is not None), None)
            low = low_seats(description, line, serving, self._catalogue)
            text = None if noun is None else low or self._written(line, noun, serving, area, description.usual_things)
            if noun is None or text is None or (line not in recipe.has and _is_counted(description, noun)):
                continue
            if key in many:
                text = _COUNTED.sub(f"{many[key]} ", text, count=1)
            text = at_each_host(text, line, description, serving)
            new = read(text)
            for request in new:
                request.expected = True
                request.zone = 0
                request.essential = line in recipe.has
                if key in _AT_EACH_WINDOW:
                    request.count = max(description.windows, 1)
                request.dressing = line.level if isinstance(line, DressingLine) else ""
            named = noun in text or plural(noun) in text
            # an arrangement may have an island serve as the table
            serving[key] = noun if named or not new else new[0].words
            shown.add(self._object(noun) or "")
        self._show_wares(description, recipe, {n: e for n, e in wares.items() if e.key not in shown}, serving, read)
        self._add_companions(description, recipe, serving, area, read)

    def _join_open_air(self, description: Description) -> None:
        """Make one place of two in the open: *a bus stop on a street*."""
        others = [self._book.find(z.words) or self._book.find(z.kind) for z in description.zones[1:]]
        if all(other is not None and other.setting == "outdoor" for other in others):
            del description.zones[1:]
            for request in description.requests:
                request.zone = 0

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
            del description.zones[1:]
            for request in description.requests:
                request.zone = 0
                if request.words == thing_key(kind):
                    request.count, request.expected = 0, True  # 'a bedroom in a log cabin' has no cabin in it
        return outer

    def _said_to_be_in(self, description: Description) -> str:
        place = description.place or description.zones[0].words
        found = re.search(rf"\b{re.escape(place)} {_IN_A} ((?:[\w'-]+ ?){{1,4}})", description.text, re.IGNORECASE)
        words = found[1].split() if place and found is not None else []
        kinds = (" ".join(words[:n]) for n in range(len(words), 0, -1))
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
            noun = next((n for n in line.names if self._object(n) is not None), None)
            if len(hosts) != 1 or noun is None or _refused(description, line) or _has_seat(description, hosts[0]):
                continue
            text = self._written(line, noun, {thing_key(name): hosts[0].words}, area, description.usual_things)
            for request in read(text) if text is not None else []:
                request.expected, request.dressing, request.zone = True, line.level, 0

    def _show_wares(
        self,
        description: Description,
        recipe: Recipe,
        wares: dict[str, CatalogueEntry],
        serving: dict[str, str],
        read: Reader,
    ) -> None:
        """Add what the place is named after, where neither the text nor the recipe has it."""
        there = {self._object(r.known or r.words) for r in description.requests if r.count > 0}
        for name, entry in wares.items():
            if entry.key not in there:
                for request in read(ware_line(name, entry, recipe, serving)):
                    request.expected, request.essential, request.zone = True, True, 0

    def _lines(self, recipe: Recipe, frame: RoomFrame) -> list[RecipeLine]:
        """What the place has this time, each after what its line speaks of."""
        general = (line.worded(frame.text(line.text)) for line in self._book.general_dressing(recipe))
        dress = (k for k in (*recipe.dress, *general) if self._dress in ("full", k.level))
        lines = [*recipe.has, *(line for line in (*recipe.may, *dress) if self._takes(recipe, line))]
        return [line for _, line in sorted(enumerate(lines), key=_after_its_hosts(lines))]

    def _takes(self, recipe: Recipe, line: OptionalLine) -> bool:
        return random.Random(f"{self._seed}/{recipe.name}/{line.text}").random() < line.chance

    def _served(self, description: Description, recipe: Recipe) -> dict[str, str]:
        """The nouns of the text that serve as things of the recipe, by the keys of these."""
        serving: dict[str, str] = {}
        for request in description.requests:
            for line in recipe.lines:
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
            for line in recipe.has:
                alone = line.text.startswith(("a ", "an ")) and " each " not in line.text
                if f" {thing_key(line.thing)}".endswith(f" {request.words}") and not (alone and request.count > 1):
                    found = next((name for name in line.names if self._object(name) is not None), None)
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
        if line.text.startswith(("a ", "an ")) and any(_is_another(thing, word) for word in said):
            return True
        # the catalogue has one object for a screen and a flat screen TV
        asked = self._object(request.known) if request.known is not None else None
        return asked is not None and asked == self._object(line.thing)

    def _object(self, noun: str) -> str | None:
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
            text = _with_noun(text, line.thing, noun)
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


def _after_its_hosts(lines: Sequence[RecipeLine]) -> Callable[[tuple[int, RecipeLine]], float]:
    """Sort key of numbered lines: their order, and each after the lines about what it speaks of."""
    first: dict[str, int] = {}
    for number, line in enumerate(lines):
        first.setdefault(thing_key(line.thing), number)
    hosts = [{first[key] for n in line.mentioned if (key := thing_key(n)) in first} for line in lines]
    at = [float(number) for number in range(len(lines))]
    for _ in range(_HOSTS_OF_HOSTS):
        at = [max(own, *(at[h] + _AFTER for h in hosts[k] - {k}), 0.0) for k, own in enumerate(at)]
    return lambda numbered: at[numbered[0]]


_ONE_OF_A_KIND = frozenset(
    ["desk", "bed", "sofa", "counter", "stove", "fridge", "bathtub", "toilet", "piano", "stage", "altar", "bar"]
)
"""Heads of what a place has one of: a writing desk is the desk of a bedroom, and an L-shaped one that of an office."""


def _is_another(thing: str, word: str) -> bool:
    head = thing.rsplit(maxsplit=1)[-1]
    return head in _ONE_OF_A_KIND and word.split()[-1:] == [head]


def _give_place(description: Description, line: RecipeLine, serving: dict[str, str], read: Reader) -> None:
    """Where the text names a thing and no place for it, it stands where the recipe says."""
    words = serving.get(thing_key(line.thing))
    asked = [r for r in description.requests if r.words == words and not r.expected]
    if len(asked) != 1 or any(link.subject == asked[0].index for link in description.links):
        return
    several = asked[0].count > 1
    own = line.text
    for name in line.mentioned:
        own = own.replace(f"[{name}]", serving.get(thing_key(name), name))
    alone = rf"(?:{re.escape(line.thing)}|{re.escape(plural(line.thing))})"
    named = f"the {plural(words)}" if several and words is not None else f"the {words}"
    text = re.sub(rf"^(?:an?|\w+|{{n}}) {alone}\b", named, own)
    if text != own and (not several or _ARRANGED.search(text)):
        read(text)


def _join_corners(description: Description) -> None:
    """Make one room of a place and its corners: the kitchenette of a studio flat has no walls of its own."""
    others = description.zones[1:]
    if others and all(zone.kind.split()[-1] in _CORNERS for zone in others):
        del description.zones[1:]
        for request in description.requests:
            request.zone = 0


def _counts_meant(description: Description, recipe: Recipe, serving: dict[str, str]) -> dict[str, int]:
    """How many of what a recipe sets out each once a place the text means, which says how many places: a barber shop with four chairs has
    four mirrors."""
    counts: dict[str, int] = {}
    for line in reversed(recipe.has):
        key, own = thing_key(line.thing), None
        asked = [r for r in description.requests if r.words == serving.get(key) and not r.expected]
        if key not in serving:
            own = counts.get(key)
        elif len(asked) == 1 and asked[0].count > 1:
            own = asked[0].count
        if own is not None and line.text.startswith(("a ", "an ")) and " each [" in line.text:
            for name in line.mentioned:
                counts.setdefault(thing_key(name), own)
    return counts


def _is_counted(description: Description, noun: str) -> bool:
    """Whether the text says how many of such things there are: with six stools there are no further ones at a high table."""
    asked = [r for r in description.requests if not r.expected and not r.at_least and r.count > 1]
    return any(f" {thing_key(noun)}".endswith(f" {r.words}") for r in asked)


def _count_plurals(description: Description, recipe: Recipe, serving: dict[str, str], area: float) -> None:
    """Let the text's plurals without a number be as many as such a place has: the tables of a canteen, two benches at each."""
    for line in recipe.has:
        asked = [r for r in description.requests if r.words == serving.get(thing_key(line.thing)) and not r.expected]
        if len(asked) != 1 or not asked[0].at_least or asked[0].count not in _UNCOUNTED:
            continue
        before = asked[0].count
        if line.n is not None:
            asked[0].count = max(asked[0].count, line.n.of(area))
        elif " each [" in line.text:
            words = {serving.get(thing_key(name)) for name in line.mentioned}
            hosts = sum(r.count for r in description.requests if r.words in words)
            hosts = hosts or sum(_sets_out(other, area) for other in recipe.has if other.thing in line.mentioned)
            each = _AT_LONG_SIDES if asked[0].head == "bench" else (cardinal(line.text.split()[0]) or 1)
            asked[0].count = max(asked[0].count, hosts * each)
        _count_shares(description, asked[0], before)


def _count_shares(description: Description, host: ObjectRequest, before: int) -> None:
    """Give what each of several has to all of them, where these have become more: 'several tables, each with a vase and two chairs'."""
    shares = {link.subject for link in description.links if link.each and link.anchors == (host.index,)}
    for request in (description.requests[index] for index in shares):
        if host.count > before and request.count % before == 0 and not request.fills:
            request.count = request.count // before * host.count
            _count_shares(description, request, request.count // host.count * before)


def _sets_out(line: RecipeLine, area: float) -> int:
    """How many things a line sets out."""
    return line.n.of(area) if line.n is not None else cardinal(line.text.split()[0]) or 1


def _built_as(recipe: Recipe, around: Recipe) -> Recipe:
    """A recipe with the walls, floor and roof of the place around it: a study under the roof of an attic."""
    shell = ("walls", "floors", "wall_finish", "dado", "roof", "height")
    return recipe.model_copy(update={key: getattr(around, key) for key in shell})


def _has_seat(description: Description, host: ObjectRequest) -> bool:
    """Whether something that one sits on belongs to a thing, or stands about for it."""
    seats = {r.index for r in description.requests if r.head in _SEATS}
    placed = {link.subject for link in description.links}
    at_host = any(link.subject in seats and host.index in link.anchors for link in description.links)
    return at_host or any(index not in placed and description.requests[index].head != "armchair" for index in seats)


def _furnish_shell(description: Description, recipe: Recipe, area: float, seed: int) -> None:
    """Size, openings, surfaces and light of the room, where the text says nothing of them."""
    chance = random.Random(f"{seed}/{recipe.name}/shell")
    low, high = recipe.proportion
    ratio = low + chance.random() * (high - low)
    if description.long:
        ratio = min(ratio, LONG_ROOM)
    depth = (area / ratio) ** 0.5
    description.usual = (round(area / depth, 2), round(depth, 2))
    description.height = recipe.height
    description.mirrored = chance.random() < 0.5
    if not (description.said.doors or description.said.windows):
        description.openings = _openings(chance)
    description.doors = description.doors or recipe.doors
    description.windows = description.windows or recipe.windows or NO_WINDOW
    for place, looks in (("wall", recipe.walls), ("floor", recipe.floors)):
        if looks:
            painted = place == "wall" and recipe.palette_walls and chance.random() < _PAINTED
            among = chosen_palette(seed, recipe.name, description.text).walls if painted else looks
            look = among[chance.randrange(len(among))]
            description.surfaces.setdefault(place, look)
    description.light = recipe.light
    description.pictures = tuple(chance.sample(recipe.pictures, len(recipe.pictures)))
    known = [finish for finish in recipe.wall_finish if finish == PLAIN or finish in FINISHES]
    finish = known[chance.randrange(len(known))] if known else ""
    finish = "" if finish == PLAIN else finish
    dado = None
    if recipe.dado is not None and recipe.dado.finish in FINISHES:
        colors = recipe.dado.colors or ("",)
        dado = recipe.dado.finish, recipe.dado.height, colors[chance.randrange(len(colors))]
    roof = "" if recipe.roof == "flat" else recipe.roof
    description.shell = Shell(finish, dado, roof, recipe.edge)


def _openings(chance: random.Random) -> UsualOpenings:
    """Where the doors and windows of one room are."""
    door = "front" if chance.random() < _DOORS_IN_FRONT else "side"
    along = chance.choice((0.0, 0.0, 0.35)) if door == "front" else 0.0
    return UsualOpenings(door, along, chance.choice(_WINDOW_WALLS), chance.choice(_WINDOW_WIDTHS))


def _area(description: Description, recipe: Recipe, seed: int) -> float:
    if description.dimensions is not None:
        return description.dimensions[0] * description.dimensions[1]
    low, high = recipe.area
    share = random.Random(f"{seed}/{recipe.name}/area").random()
    return (low + share * (high - low)) * _SIZES.get(description.size, 1.0)


def _refused(description: Description, line: RecipeLine) -> bool:
    return any(
        thing_key(absent).split()[-1] == thing_key(name).split()[-1]
        for absent in description.absent
        for name in line.names
    )


def _with_noun(text: str, thing: str, noun: str) -> str:
    several = plural(thing)
    if several != thing and several in text:
        return text.replace(several, plural(noun), 1)
    return re.sub(rf"\ban? {re.escape(thing)}\b", f"{article(noun)} {noun}", text, count=1)
