"""Adjectives that order things (*taller*, *the second largest*, *leftmost*), and what each of them measures.

A measure is a length of the thing (height, width, depth, length, thickness), its overall size, its position (level: how high up;
screen_x and screen_depth: in the main camera's picture), or the lightness of its color.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["COMPARATIVES", "LENGTHS", "SHADES", "SIZED", "SUPERLATIVES", "Order"]


@dataclass(frozen=True, slots=True)
class Order:
    """`measure`: what is compared. `most`: whether the greatest comes first."""

    measure: str
    most: bool


_GRADED: tuple[tuple[Order, str], ...] = (
    (Order("size", True), "big bigger biggest|large larger largest"),
    (Order("size", False), "small smaller smallest|little littler littlest|tiny tinier tiniest"),
    (Order("height", True), "tall taller tallest"),
    (Order("height", False), "short shorter shortest"),
    (Order("width", True), "wide wider widest|broad broader broadest"),
    (Order("width", False), "narrow narrower narrowest|slim slimmer slimmest"),
    (Order("thickness", True), "thick thicker thickest"),
    (Order("thickness", False), "thin thinner thinnest"),
    (Order("length", True), "long longer longest"),
    (Order("depth", True), "deep deeper deepest"),
    (Order("depth", False), "shallow shallower shallowest"),
    (Order("level", True), "high higher highest"),
    (Order("level", False), "low lower lowest"),
)
"""Positive, comparative and superlative of each adjective."""
_PLACED: tuple[tuple[Order, str], ...] = (
    (Order("level", True), "topmost uppermost"),
    (Order("level", False), "lowermost bottommost"),
    (Order("screen_x", False), "leftmost"),
    (Order("screen_x", True), "rightmost"),
    (Order("screen_depth", False), "frontmost foremost"),
    (Order("screen_depth", True), "backmost rearmost hindmost"),
    (Order("lightness", False), "darkest"),
    (Order("lightness", True), "lightest palest brightest"),
)
"""Superlatives of position and of color, which cannot be measured in metres."""

SHADES = {"darker": "darkest", "lighter": "lightest", "paler": "palest", "brighter": "brightest"}
"""Comparative -> superlative of how light a color is."""
COMPARATIVES: dict[str, str] = {forms.split()[1]: forms.split()[2] for _, said in _GRADED for forms in said.split("|")}
"""Comparative -> superlative."""
SUPERLATIVES: dict[str, Order] = {
    **{forms.split()[2]: order for order, said in _GRADED for forms in said.split("|")},
    **{word: order for order, said in _PLACED for word in said.split()},
}
"""Superlative -> the order that it asks for."""
SIZED: dict[str, Order] = {
    **{
        forms.split()[0]: Order({"level": "height"}.get(order.measure, order.measure), order.most)
        for order, said in _GRADED
        for forms in said.split("|")
    },
    "huge": Order("size", True),
    "child": Order("size", False),
}
"""Adjective of size -> the order that it asks for: of several things, the *low* one has the least height."""
LENGTHS: dict[str, Order] = {
    **{word: order for word, order in SIZED.items() if word not in ("huge", "child")},
    **{word: Order(word, True) for word in ("height", "width", "depth", "length", "thickness", "size")},
    "diameter": Order("width", True),
}
"""Word in *how tall* or *the height of* -> its measure. *How high* asks for the height, but *the highest* for what is highest up."""
