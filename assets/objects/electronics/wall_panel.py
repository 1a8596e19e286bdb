# /// asset
# word = "wall panel"
# synonyms = ["sci-fi wall panel", "spaceship panel", "wall console", "tech panel", "futuristic wall panel", "wall control panel"]
# category = "electronics"
# support = "wall"
# colors = ["paint", "glow"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod


@register("the plates of the panel")
def plates(*, paint):
    metal = {"metallic": 0.4, "roughness": 0.45}
    dark = darker(paint, 0.5)
    parts = [
        box((0, 1.0, -0.03), (1.2, 2.0, 0.06), dark, metal),
        box((0, 1.55, 0.02), (1.12, 0.8, 0.06), paint, metal),
        box((-0.3, 0.62, 0.02), (0.52, 0.9, 0.06), paint, metal),
        box((0.29, 0.62, 0.01), (0.54, 0.9, 0.05), darker(paint, 0.8), metal),
        box((0, 0.08, 0.02), (1.12, 0.1, 0.06), darker(paint, 0.7), metal),
    ]
    for x, y in (
        (-0.52, 1.92),
        (0.52, 1.92),
        (-0.52, 1.18),
        (0.52, 1.18),
        (-0.53, 1.04),
        (-0.07, 1.04),
        (-0.53, 0.2),
        (-0.07, 0.2),
    ):
        parts.append(rod((x, y, 0.05), (x, y, 0.058), 0.018, *((0.75, 0.76, 0.78), metal)))
    return concat_shapes(*parts)


@register("the screen with its bars")
def screen(*, glow):
    lit = {"emission": 1.2}
    parts = [
        box((0, 0, 0), (0.72, 0.44, 0.02), (0.02, 0.03, 0.05)),
        box((0, 0.17, 0.012), (0.64, 0.035, 0.004), glow, lit),
    ]
    parts += [
        box(
            (-0.28 + 0.06 * i, -0.15 + (0.04 + 0.035 * ((i * 5) % 6)) / 2, 0.012),
            (0.035, 0.04 + 0.035 * ((i * 5) % 6), 0.004),
            glow,
            lit,
        )
        for i in range(6)
    ]
    parts += [
        box((0.2, 0.09 - 0.055 * i, 0.012), (0.24 - 0.05 * (i % 3), 0.018, 0.004), darker(glow, 0.75), lit)
        for i in range(5)
    ]
    return concat_shapes(*parts)


@register("vents, lamps and buttons")
def details(*, glow):
    lit = {"emission": 1.5}
    parts = [box((-0.3, 0.42 + 0.06 * i, 0.05), (0.4, 0.025, 0.012), (0.05, 0.05, 0.06)) for i in range(7)]
    parts.append(box((-0.3, 0.94, 0.052), (0.4, 0.03, 0.01), glow, lit))
    tones = [(0.95, 0.25, 0.2), (0.98, 0.75, 0.2), (0.25, 0.85, 0.4), glow]
    for row in range(4):
        parts += [
            box((0.13 + 0.11 * i, 0.92 - 0.11 * row, 0.04), (0.075, 0.075, 0.03), tones[(i * 3 + row * 2) % 4], lit)
            for i in range(4)
        ]
    parts.append(rod((0.29, 0.34, 0.03), (0.29, 0.34, 0.05), 0.1, (0.1, 0.1, 0.12)))
    parts.append(rod((0.29, 0.34, 0.04), (0.29, 0.34, 0.056), 0.08, glow, lit))
    parts.append(rod((0.29, 0.34, 0.05), (0.29, 0.34, 0.062), 0.06, (0.1, 0.1, 0.12)))
    parts += [box((s * 0.575, 1.0, 0.005), (0.02, 1.9, 0.02), glow, lit) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a science-fiction wall panel with a screen, buttons and lights")
def wall_panel(*, width=1.2, height=2.0, depth=0.13, paint=(0.5, 0.54, 0.6), glow=(0.25, 0.75, 0.98)):
    whole = concat_shapes(
        library_call("plates", paint=paint),
        moved(library_call("screen", glow=glow), (0, 1.56, 0.055)),
        library_call("details", glow=glow),
    )
    return fitted(whole, width, height, depth)
