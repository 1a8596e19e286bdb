"""Reads prepositions and adverbs of place: what they attach to, and the counts that they imply (*on each side*)."""

from __future__ import annotations

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.arrangement_words import FormationShape
from scenewright.app.writers.embedded.description import Link
from scenewright.app.writers.embedded.elements import Joint, Phrase, Preposition
from scenewright.app.writers.embedded.nominals import phrase_text
from scenewright.app.writers.embedded.place_owners import PlaceOwners
from scenewright.app.writers.embedded.prepositions import DENIED, GAP, relation_of
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.seating import PER_PLACE
from scenewright.app.writers.embedded.shared_places import STANDING, sharers

__all__ = ["PlaceReader"]


_NO_MORE = 10.0
"""Metres: the range of a relation with only a least distance, above that distance."""
_FEET = word_set("wheel caster castor leg foot roller stilt hoof")
_WITH_OF = word_set("consist comprise compose")
_AISLES = ("aisle", "gangway")
_WIDE_SEATS = word_set("pew pews bench benches")
_LININGS = word_set("tile floorboard plank wallpaper panelling paneling carpeting parquet")
"""Nouns of what walls and floors are laid or hung with."""
_LAIN_ON = word_set("bed crib cot sofa couch armchair chair recliner toilet bathtub tub")
_BOARDS = word_set("shelf shelves ledge rack rail hook hooks")
_HELD_BY = ("on", "in", "inside", "into", "above", "under", "from", "to", "around", "centre")
"""Prepositions after which small things have a place of their own at what stands on the floor."""


class PlaceReader(PlaceOwners):
    """Reads phrases that state where things are. A figure is a thing being placed, a landmark what it is placed by."""

    def read_preposition(self, preposition: Preposition) -> None:
        """Read an adverb of place at once; keep a preposition until its noun phrase is read."""
        if preposition.bare:
            self._adverb(preposition)
        elif preposition.word == "of" and self.clause.verb is not None and self.clause.verb.lemma in _WITH_OF:
            return  # 'consists of a desk': the verb's object
        else:
            self.clause.pending = preposition
        self.clause.last_preposition = preposition if not preposition.bare else self.clause.last_preposition

    def _adverb(self, preposition: Preposition) -> None:
        """Read 'overhead', 'on top', 'nearby': the anchor is the current topic."""
        word = preposition.word
        if self.clause.subject_place in ("window", "door") and not self.clause.figure and self.see_opening(word, []):
            return
        if not self.clause.figure:
            anchor = self.clause.previous or self.clause.topic
            self.clause.fronted.append((preposition, Target(refs=list(anchor[:1]), place="" if anchor else "room")))
            return
        skip = {r.index for r in self.clause.figure}
        hosts = [r for r in (self.clause.transient.agents if self.clause.transient else []) if r.index not in skip]
        if not hosts and self.clause.subject and not {r.index for r in self.clause.subject} & skip:
            hosts = list(self.clause.subject)
        overhead = word == "above" and [t.low for t in preposition.tokens] == ["overhead"]
        if not hosts and overhead and self.hung_overhead():
            return
        if not hosts and word == "on":
            hosts = self.carrier_before(skip)
        if not hosts:
            hosts = [r for r in (self.clause.previous or self.clause.topic) if r.index not in skip]
        if not hosts and word == "around" and any(t.low == "all" for t in preposition.tokens):
            self.attach(preposition, Target(region="around"), self.clause.figure, self.clause.figure_new)
            return  # 'benches all around'
        if not hosts:
            others = [Ref(r.index) for r in self.cast.furniture(self.clause.figure)]
            hosts = others[: 2 if word == "between" else 1]
        if word in ("above", "under") and not hosts:
            return
        if hosts:
            several = 2 if word == "between" else 1
            plain, target = Preposition(word, preposition.tokens), Target(refs=hosts[:several])
            self.attach(plain, target, self._attached(plain, target), self.clause.figure_new)

    def read_place(self, preposition: Preposition, phrase: Phrase) -> None:
        """Read a preposition with its noun phrase: the place of the figure, or of what follows where there is no figure yet."""
        if self._on_feet(preposition, phrase) or self._at_each_place(preposition, phrase):
            return
        if self.of_opening(preposition, phrase, self.it(preposition)):
            return
        figures = self._nearest_small(preposition) or self.clause.figure
        self.clause.figure = figures
        phrase = self.other_of_two(preposition, phrase)
        skip = [*figures, *self._carried(figures)]
        target = self.cast.resolve(
            phrase, landmark=True, skip=skip, subject=self.it(preposition, phrase if phrase.head else None)
        )
        target.singly = any(t.low in ("each", "every", "either") for t in phrase.tokens)
        self._mean_both(preposition, phrase, target)
        placed = {r.index for r in figures}
        if phrase.head is None and phrase.pronoun == "each" and figures and {r.index for r in target.refs} <= placed:
            target = self._each_before(placed)
        if target.nothing:
            if preposition.word in ("in", "at", "on") and not self.clause.figure and not self.clause.subject:
                self.clause.fronted.append((preposition, Target(place="room")))
            return
        self.mean_neighbour(phrase, target, figures)
        self.mean_other_side(phrase, target, figures)
        before = self.clause.last_landmark
        self.imply(target, figures, preposition)
        self.mean_sides(phrase, target, figures)
        self.mean_own(phrase, target, figures)
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
        self.clause.last_landmark = target
        if not figures and self.clause.subject_place in ("window", "door") and target.refs:
            self.see_opening(preposition.word, target.refs)
            return
        if not figures:
            ahead = self.clause.fronted[-1][1] if self.clause.fronted else None
            if ahead is not None and ahead.refs and ahead.new and target.place in ("wall", "corner", "window"):
                self.attach(preposition, target, ahead.refs, True)  # 'on the bench along the wall lie ...'
            else:
                self.clause.fronted.append((preposition, target))
            return
        attached = self._attached(preposition, target)
        faced = (
            before is not None
            and before.new
            and before.refs
            and self.clause.last_verb in ("face", "surround", "overlook")
        )
        if faced and before is not None and (target.place or target.region == "center") and not target.refs:
            # 'two chairs face a table in the center': the table is there
            attached = self.clause.figure = list(before.refs)
        if target.place == "corner" and phrase.plural and phrase.number is None:
            target.each = True  # 'plants in the corners'
        shelved = preposition.word == "above" and bool(target.refs) and self._are_on_boards(attached)
        middle = target.region == "center" and target.place in ("room", "floor")
        if shelved or middle or (target.region == "end" and not target.refs):
            attached = self._hosts_of_small(attached, target)  # 'a console with a vase at the end of the room'
        stands = bool(target.refs) and all(self.description.requests[r.index].support == "floor" for r in target.refs)
        beside = stands and preposition.word not in _HELD_BY
        if beside or (target.place in ("wall", "corner", "window", "door") and not target.region):
            attached = self._hosts_of_small(attached, target)
        if target.place in ("wall", "floor") and self._is_lining(attached, target.place):
            return
        attached = self.what_is_full(attached)
        if target.place == "wall" and phrase.plural and preposition.word in ("along", "against", "around", "on"):
            self.line(attached, preposition.word)
            # of several walls: the things make no row at one of them
            target.detail = target.detail or (f"each {phrase.number}" if phrase.number else "each")
        self.attach(preposition, target, attached, self.clause.figure_new)
        self._pass_on(target)

    def _carried(self, figures: list[Ref]) -> list[Ref]:
        """What the figures carry: in 'a cello on a stand, to the left of it', *it* is not the cello."""
        placed = {r.index for r in figures}
        links = self.description.links
        return [Ref(k.subject) for k in links if k.kind in ("on", "inside") and placed & set(k.anchors)]

    def _mean_both(self, preposition: Preposition, phrase: Phrase, target: Target) -> None:
        """Resolve *them* in 'two armchairs across from a sofa, a table between them': what stands opposite each other."""
        if preposition.word != "between" or phrase.pronoun != "them" or len(target.refs) != 1:
            return
        one = target.refs[0].index
        facing = [
            k for k in self.description.links if k.subject == one and k.kind in ("across", "facing") and k.anchors
        ]
        if facing:
            target.refs = [*target.refs, Ref(facing[-1].anchors[0])]

    def mean_own(self, phrase: Phrase, target: Target, figures: list[Ref]) -> None:
        """Give each of several things its landmark: 'five chairs, each in front of its own mirror' are before five mirrors."""
        if not (target.new and target.refs and figures and any(t.low == "own" for t in phrase.tokens)):
            return
        landmark = self.description.requests[target.refs[0].index]
        if landmark.count == 1 and not phrase.plural:
            landmark.count = max(self.description.requests[figures[-1].index].count, 1)

    def _on_feet(self, preposition: Preposition, phrase: Phrase) -> bool:
        """Read parts that a thing stands on, not an object: 'a rack on wheels'. Returns whether the phrase names such parts."""
        bare = phrase.head is not None and phrase.plural and not phrase.determiner and phrase.number is None
        if (
            preposition.word != "on"
            or not bare
            or phrase.head is None
            or phrase.head.lemma not in _FEET
            or not self.clause.figure
        ):
            return False
        for ref in self.clause.figure:
            self.links.qualify(ref, f"on {phrase_text(phrase)}", after=True)
        return True

    def _at_each_place(self, preposition: Preposition, phrase: Phrase) -> bool:
        """Read 'a plate and a fork at each place'. Returns whether the phrase is such a place."""
        if phrase.head is None or not phrase.each or phrase.head.lemma not in PER_PLACE:
            return False
        self.lay_at_each_place()
        return True

    def lay_at_each_place(self) -> None:
        """What was named last lies at each place of a table: 'a plate and a fork at each place', 'two forks per setting'."""
        requests = self.description.requests
        self.clause.per_place += [
            r for r in self.clause.run or self.clause.figure if requests[r.index].support == "surface"
        ]

    def attach(self, preposition: Preposition, target: Target, figures: list[Ref], new: bool) -> None:
        """Add the links of `figures` that a preposition and its landmark make. `new`: the figures were first named here."""
        on_top = self._on_top(figures, target)
        word = preposition.word
        if on_top and [t.low for t in preposition.tokens] == ["across"]:
            word = "on"  # 'magazines spread across a table'
        if self.clause.negated and preposition.meaning is not None:
            if word not in DENIED:
                said = " ".join(t.low for t in preposition.tokens)
                self.description.denied += [(ref.index, said) for ref in figures]
                return
            word = DENIED[word]
        if word in ("down", "along") and target.region == "center" and not on_top:
            self._in_a_row(figures)  # 'three pedestals down the middle'
        if target.place == "room" and target.part in _AISLES and target.region == "side" and target.each:
            self._beside_aisle(figures, target)
            return
        kind, place, detail = relation_of(word, target, on_top)
        if not kind:
            return
        kind = self.kind_by_verb(kind, word, target)
        if kind == "flank" and target.each and self.are_seats_at_table(figures, target):
            kind, detail = "around", "long"  # 'six chairs on each side'
        if kind == "on_wall" and figures and all(self._is_standing(ref) for ref in figures):
            kind = "against_wall"  # 'bookshelves on three walls'
        if kind in ("near", "apart") and preposition.meaning is not None and preposition.meaning.measured:
            least = preposition.meaning.beyond or 0.0
            most = preposition.meaning.within or least + _NO_MORE
            detail = f"{GAP}{least:g} {most:g}"
        anchors, region = tuple(r.index for r in target.refs), target.region
        count = target.refs[0].count if target.refs else None
        if new or all(self.cast.born.get(r.index) == self.cast.sentence for r in figures):
            self.count_sides(target, figures, anchors)
        if kind == "above" and new and anchors:
            self.links.match_hosts(target.refs, figures)  # 'pendant lamps over the tables': one over each
        if kind in ("on", "inside") and anchors:
            self.leave(figures, anchors)
        else:
            self.leave_list(figures, anchors)
        for ref in figures:
            if kind == "above" and self.clause.last_verb in ("hang", "suspend", "dangle"):
                self.hang(ref, anchors)
            one = kind == "flank" and ref.count == 1 and self.description.requests[ref.index].count >= 2
            some = Ref(ref.index, 2) if one else ref  # two speakers, 'one on each side': both are meant
            self.description.requests[ref.index].in_window |= place == "window" and word in ("in", "on") and not region
            if ref.index not in anchors:
                self.links.link(kind, some, anchors, place=place, detail=detail, each=target.each, anchor_count=count)

    def _is_lining(self, figures: list[Ref], place: str) -> bool:
        """Read 'white tiles on the walls': they are the surface of the walls, and nothing that is placed. Returns whether it is that."""
        requests = self.description.requests
        newest = requests[-1] if requests else None
        if newest is None or [r.index for r in figures] != [newest.index] or newest.head not in _LININGS:
            return False
        if any(newest.index in (link.subject, *link.anchors) for link in self.description.links):
            return False
        look = newest.reading
        two = {"black", "white"} <= set(newest.phrase.split())
        colors = ["black and white"] if two else list(look.colors)
        said = " ".join((*colors, *look.materials, *(["tile"] if newest.head == "tile" else [])))
        self.description.surfaces.setdefault(place, said or newest.head)
        self.cast.forget(newest)
        self.clause.forget(newest.index)
        return True

    def _in_a_row(self, figures: list[Ref]) -> None:
        """Set several things in one row."""
        refs = list(dict.fromkeys(figures))
        said = any(
            link.kind == "arranged" and link.subject in {r.index for r in refs} for link in self.description.links
        )
        if refs and not said and self.links.total(refs) > 1:
            others = tuple(r.index for r in refs[1:])
            self.description.links.append(
                Link("arranged", refs[0].index, others, detail=str(FormationShape("row")), subject_count=refs[0].count)
            )

    def _beside_aisle(self, figures: list[Ref], target: Target) -> None:
        """'Six pews on each side of the aisle' are rows of two, with the aisle between them."""
        self.count_sides(target, figures, ())
        for ref in figures:
            request = self.description.requests[ref.index]
            wide = request.head in _WIDE_SEATS
            shape = FormationShape("rows", 0, 2) if wide else FormationShape("rows", max(request.count // 4, 1))
            self.description.links.append(Link("arranged", ref.index, detail=str(shape)))

    def _each_before(self, placed: set[int]) -> Target:
        """Each of the things that were named before: the tables of *five tables, two chairs at each*."""
        several = [r for r in self.description.requests if r.index not in placed and (r.count > 1 or r.at_least)]
        return Target([Ref(several[-1].index)], each=True) if several else Target()

    def _is_standing(self, ref: Ref) -> bool:
        """Whether a thing is large furniture, which stands against what people say that it is *on*."""
        request = self.description.requests[ref.index]
        return request.support == "floor" and request.head in STANDING

    def _attached(self, preposition: Preposition, target: Target) -> list[Ref]:
        """What the preposition places: the subject of the clause, or the members of a list that share the place."""
        if self.clause.subject and self.clause.figure == self.clause.subject:
            return self.clause.subject
        return sharers(
            self.clause.figure,
            self.clause.run,
            preposition,
            target,
            self.description.requests,
            self.description.links,
            self.clause.last_verb in ("hang", "suspend", "dangle"),
            self._listed_by(),
        )

    def _listed_by(self) -> str:
        """What stands before the last member of the list that is being placed: 'and', ', and' or ','."""
        elements = self.clause.elements[: self.clause.at]
        kinds = {i: e.kind for i, e in enumerate(elements) if isinstance(e, Joint) and e.kind in ("and", ",")}
        last = max(kinds, default=-1)
        if last < 0 or kinds[last] == ",":
            return "," if kinds else "and"
        return ", and" if last - 1 in kinds else "and"

    def _hosts_of_small(self, figures: list[Ref], target: Target) -> list[Ref]:
        """What is placed in 'a bed with two pillows against the wall' and 'a table with a lamp beside the sofa': the bed and the table,
        since what small things are on stands there."""
        requests = self.description.requests
        set_down = {k.subject for k in self.description.links if k.kind in ("on", "inside")}
        if not all(requests[r.index].support in ("surface", "") or r.index in set_down for r in figures):
            return figures
        hosts = [
            Ref(a, link.anchor_count)
            for link in self.description.links
            if link.kind in ("with", "on") and any(link.subject == r.index for r in figures)
            for a in link.anchors
        ]
        landmarks = {r.index for r in target.refs}
        standing = [r for r in dict.fromkeys(hosts) if requests[r.index].support in ("floor", "wall")]
        if landmarks & {r.index for r in hosts} or not standing:
            return figures
        if self._are_placed(standing) and self._leave_later(figures, standing):
            return figures  # 'a table between the chairs holding three candles and a tv behind them'
        return standing

    def _are_on_boards(self, figures: list[Ref]) -> bool:
        """Whether a shelf has the figures: in 'a shelf with dolls over the bed' the shelf is over the bed."""
        placed = {r.index for r in figures}
        holders = {
            a for k in self.description.links if k.kind in ("with", "on") and k.subject in placed for a in k.anchors
        }
        return bool(holders) and all(self.description.requests[a].head in _BOARDS for a in holders)

    def _are_placed(self, refs: list[Ref]) -> bool:
        """Whether the text has said where all of these are."""
        placed = {
            k.subject for k in self.description.links if (k.anchors or k.place) and k.kind not in ("with", "arranged")
        }
        return all(ref.index in placed for ref in refs)

    def _leave_later(self, figures: list[Ref], hosts: list[Ref]) -> bool:
        """Take what is not the first of what the hosts have from them. Returns whether it was so."""
        mode = self.clause.last_mode
        later = {r.index for r in figures} & {r.index for r in (mode.gave[1:] if mode is not None else [])}
        held = {r.index for r in hosts}
        links = self.description.links
        links[:] = [k for k in links if not (k.subject in later and k.kind in ("with", "on") and held & set(k.anchors))]
        return bool(later)

    def _nearest_small(self, preposition: Preposition) -> list[Ref]:
        """The thing on the stand in 'a sofa facing a TV on a stand': the TV, not the sofa."""
        landmark = self.clause.last_landmark
        if preposition.word not in ("on", "inside") or landmark is None or not landmark.new or not landmark.refs:
            return []
        requests = self.description.requests
        small = all(requests[r.index].support in ("surface", "wall", "") for r in landmark.refs)
        large = bool(self.clause.figure) and all(requests[r.index].support == "floor" for r in self.clause.figure)
        return list(landmark.refs) if small and large else []

    def _pass_on(self, target: Target) -> None:
        """After 'a lamp on a table', make the table the figure: 'near the window' then places the table."""
        if not target.new or not target.refs or target.region:
            return
        supported = {link.subject for link in self.description.links if link.kind in ("on", "inside")}
        if (
            self.clause.figure
            and all(r.index in supported for r in self.clause.figure)
            and self.clause.figure != self.clause.subject
        ):
            self.clause.figure = list(target.refs)

    def _on_top(self, figures: list[Ref], target: Target) -> bool:
        """Whether 'on the left of the desk' means on the desk."""
        requests = self.description.requests
        if not target.refs or not figures:
            return False
        anchor = requests[target.refs[0].index].support
        if requests[target.refs[0].index].head in _LAIN_ON and target.region in ("left", "right"):
            return False  # 'a monitor on the right of the bed' is beside it
        if anchor == "surface" and target.region in ("left", "right", "front", "back"):
            return False  # 'on the left of the laptop' is beside it
        return all(requests[r.index].support in ("surface", "") for r in figures) and anchor not in (
            "wall",
            "ceiling",
            "rug",
        )
