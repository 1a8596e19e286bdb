# /// asset
# word = "control panel"
# synonyms = [
#     "control cabinet", "instrument panel", "switchboard", "control board", "machine control panel", "control unit",
# ]
# category = "tools"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, moved, rod


@register("a round gauge with a needle")
def gauge(*, radius, turn):
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.03), radius, *finish("chrome")),
        rod((0, 0, 0.028), (0, 0, 0.033), radius * 0.88, (0.95, 0.95, 0.92)),
        moved(
            box((0, radius * 0.3, 0.036), (radius * 0.09, radius * 0.75, 0.004), (0.8, 0.1, 0.08)),
            (0, 0, 0),
            turn,
            (0, 0, 1),
        ),
        rod((0, 0, 0.03), (0, 0, 0.04), radius * 0.12, (0.1, 0.1, 0.1)),
    )


@register("a sloping desk of buttons and levers")
def button_desk(*, width, paint):
    dark = darker(paint, 0.45)
    tones = [(0.85, 0.12, 0.1), (0.15, 0.65, 0.25), (0.95, 0.75, 0.1), (0.2, 0.45, 0.85)]
    parts = [box((0, 0, 0), (width - 0.06, 0.02, 0.3), dark)]
    for row in range(3):
        for i in range(7):
            x = (i - 3) * width * 0.085 - width * 0.09
            tone = tones[(i + 2 * row) % 4]
            parts.append(rod((x, 0.01, -0.09 + row * 0.08), (x, 0.024, -0.09 + row * 0.08), 0.022, tone))
    for i in range(2):
        x = width * (0.27 + 0.1 * i)
        parts.append(box((x, 0.012, 0), (0.03, 0.006, 0.2), (0.08, 0.08, 0.08)))
        parts.append(rod((x, 0.01, 0), (x, 0.1, 0.05 - 0.1 * i), 0.008, *finish("steel")))
        parts.append(rod((x, 0.085, 0.042 - 0.084 * i), (x, 0.125, 0.062 - 0.124 * i), 0.02, (0.08, 0.08, 0.08)))
    return concat_shapes(*parts)


@register("the upright board of screens, gauges and lamps")
def board(*, width, paint):
    parts = [box((0, 0.35, 0), (width - 0.06, 0.66, 0.02), darker(paint, 0.8))]
    for s in (-1, 1):
        parts.append(box((s * width * 0.24, 0.5, 0.014), (width * 0.4, 0.26, 0.02), (0.1, 0.1, 0.11)))
        parts.append(box((s * width * 0.24, 0.5, 0.026), (width * 0.36, 0.22, 0.006), *finish("lit screen")))
    for i in range(4):
        dial = library_call("gauge", radius=0.075, turn=0.9 - 0.6 * i)
        parts.append(moved(dial, ((i - 1.5) * width * 0.225, 0.24, 0.01)))
    for i in range(10):
        tone = (0.2, 0.9, 0.35) if i % 3 else (1.0, 0.25, 0.15)
        parts.append(
            rod(
                ((i - 4.5) * width * 0.085, 0.09, 0.01),
                ((i - 4.5) * width * 0.085, 0.09, 0.022),
                0.016,
                tone,
                {"emission": 0.8},
            )
        )
    return concat_shapes(*parts)


@register("a standing control panel with screens, gauges and buttons")
def control_panel(*, width=1.2, height=1.75, depth=0.55, paint=(0.55, 0.6, 0.62)):
    metal = {"metallic": 0.3, "roughness": 0.5}
    lean = math.atan2(0.14, 0.31)
    parts = [
        block((0, 0, 0), (width - 0.08, 0.08, 0.47), darker(paint, 0.35)),
        block((0, 0.08, 0), (width, 0.7, 0.55), paint, metal),
        block((0, 0.78, -0.13), (width, 0.97, 0.28), paint, metal),
        moved(box((0, 0, 0), (width, 0.1, 0.34), paint, metal), (0, 0.84, 0.13), lean, (1, 0, 0)),
        moved(library_call("button_desk", width=width, paint=paint), (0, 0.9, 0.157), lean, (1, 0, 0)),
        moved(library_call("board", width=width, paint=paint), (0, 1.0, 0.015)),
    ]
    for s in (-1, 1):
        parts.append(box((s * width * 0.245, 0.43, 0.277), (width * 0.46, 0.58, 0.012), darker(paint, 0.88), metal))
        parts.append(rod((s * 0.05, 0.4, 0.295), (s * 0.05, 0.52, 0.295), 0.01, *finish("chrome")))
        parts += [rod((s * 0.05, y, 0.28), (s * 0.05, y, 0.3), 0.007, *finish("chrome")) for y in (0.41, 0.51)]
    return fitted(concat_shapes(*parts), width, height, depth)
