"""The meaning of a preposition with the phrase that it governs: kind of link, place of the room, detail."""

from __future__ import annotations

from scenewright.app.writers.embedded.referents import Target

__all__ = ["DENIED", "GAP", "PLACE_KINDS", "relation_of"]

GAP = "gap "
"""Prefix of a link's detail that gives the least and greatest distance in metres: *gap 0 0.8*."""
DENIED = {
    "near": "apart",
    "next_to": "apart",
    "by": "apart",
    "at": "apart",
    "far": "near",
    "apart": "near",
    "farthest": "near",
    "nearest": "apart",
}
"""Negated relation -> the relation that a program states for it. Other negated relations (*not on the table*) are not written."""

PLACE_KINDS = {"wall": "on_wall", "ceiling": "hanging", "corner": "in_corner"}

_OBJECT_KINDS = {
    "on": "on", "in": "inside", "inside": "inside", "into": "inside", "under": "under", "above": "above", "next_to": "next_to",
    "near": "near", "by": "next_to", "at": "at", "nearest": "near", "touching": "next_to", "to": "near",
    "across": "across", "far": "far", "farthest": "far", "apart": "apart", "away": "away", "facing": "facing", "toward": "facing",
    "in_front_of": "in_front_of", "front": "in_front_of", "behind": "behind", "left_of": "left_of", "right_of": "right_of",
    "between": "between", "around": "around", "flank": "flank", "centre": "centered", "end": "around",
    "along": "along", "against": "next_to", "from": "under", "outside": "near",
    "after": "behind", "about": "around", "down": "near", "up": "on", "out": "near", "for": "near",
}  # fmt: skip
"""Kind of relation, or preposition of one word -> kind of link between objects. Where a program has no exact relation, a
weaker one stands for it: 'near' for *nearest*, 'next_to' for *touching*."""
_WHICH = frozenset(["left", "right", "back", "front", "other", "opposite", "far"])
"""Words that say which door or window is meant, and not what it is like."""
_NOT_AT_WALLS = ("far", "farthest", "apart")


_AT_SIDE = ("on", "at", "in", "along", "against", "to", "down")
_SIDE_OF_ROOM = {"behind": "back", "in_front_of": "front", "left_of": "left", "right_of": "right"}


def relation_of(word: str, target: Target, on_top: bool) -> tuple[str, str, str]:
    """(kind, place, detail) of the link that a preposition and its landmark make; kind '' where they make none."""
    place, region, detail = target.place, target.region, target.detail
    if place == "room" and not region and not target.refs and word in _SIDE_OF_ROOM:
        return "against_wall", "wall", _SIDE_OF_ROOM[word]  # 'at the back of the room'
    if word == "centre" and not region:
        if target.refs:
            return ("on", "", "center") if on_top else ("centered", "", "")
        return ("centered", "room", "") if place in ("room", "floor") else ("", "", "")
    if region and not target.refs:
        if region == "center":
            return "centered", "room", ""
        if region == "corner":
            return "in_corner", "corner", detail
        if region in ("left", "right", "back", "front") and word in _AT_SIDE:
            return "against_wall", "wall", region
        if region == "end":
            return "against_wall", "wall", _end_of_room(detail, each=target.each)
        if region == "opposite" or (region == "side" and "opposite" in detail):
            return "against_wall", "wall", "opposite"
        if region == "around":
            return "against_wall", "wall", ""
        if region == "side" and place in ("window", "door"):
            return "next_to", place, ""  # 'a plant on either side of the window'
        if region == "side" and target.each and place in ("", "room"):
            return "against_wall", "wall", "side each"
        if region == "side" and place in ("", "room") and (words := set(detail.split())) & {"one", "other", "far"}:
            return "against_wall", "wall", "right" if "other" in words else "left" if "one" in words else "back"
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
            other = "other " if {"other", "opposite"} & set(detail.split()) else ""
            return "around", "", f"{other}short" if not on_top else ""
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
                if word in ("on", "to", "up", "in", "into")
                else "facing"
                if word in ("facing", "toward")
                else "against_wall"
            )
            return (kind, "wall", detail) if word not in _NOT_AT_WALLS else ("", "", "")
        if place == "corner":
            return "in_corner", "corner", detail
        if place == "ceiling":
            # 'the bed stands under the sloping roof' says nothing of where
            return ("", "", "") if word in ("under", "below") else ("hanging", "ceiling", "")
        if place == "floor":
            return "floor", "floor", ""
        if place in ("door", "window"):
            detail = " ".join(word for word in detail.split() if word in _WHICH)
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
    if word == "end":
        return kind, "", "" if on_top else "short"
    if word == "on" and target.part in ("side", "back", "front", "door", "arm", "leg"):
        kind = "on"
    return kind, "", "center" if target.part in ("center", "middle") else ""


def _end_of_room(detail: str, *, each: bool) -> str:
    """The wall at an end of the room: the first end that people speak of is the one that they look at, *the other* is behind them."""
    words = detail.split()
    if each:
        return "back front each"
    return "front" if {"other", "opposite", "near"} & set(words) else "back" if not words or "one" in words else detail


def _narrow(detail: str) -> str:
    """'long' or 'short', with 'one' where a single side is meant; '' where the text has neither."""
    words = detail.split()
    one = "one " if "one" in words or "a" in words else ""
    if "long" in words or "longer" in words:
        return f"{one}long"
    if "short" in words or "shorter" in words:
        return f"{one}short"
    return ""
