# /// asset
# word = "keyboard"
# synonyms = ["computer keyboard", "mechanical keyboard", "gaming keyboard", "wireless keyboard"]
# category = "electronics"
# support = "surface"
# colors = ["casing", "keys", "accent"]
# [variants.rgb]
# "RGB" = true
# "gaming" = true
# "backlit" = true
# ///
from scene.language import *
from scene.language.modelling import box, moved


@register("a row of keys")
def key_row(*, widths, unit, deep, gap, height, tones, glow):
    parts, x = [], 0.0
    for wide, tone in zip(widths, tones, strict=True):
        if tone is not None:
            parts.append(box((x + wide * unit / 2, height / 2, 0), (wide * unit - gap, height, deep - gap), tone, glow))
        x += wide * unit
    return concat_shapes(*parts)


@register("a computer keyboard with rows of keys and a number pad")
def keyboard(
    *,
    width=0.44,
    depth=0.14,
    height=0.03,
    casing=(0.16, 0.16, 0.18),
    keys=(0.88, 0.88, 0.87),
    accent=(0.9, 0.45, 0.2),
    rgb=False,
):
    unit, pitch = width * 0.96 / 19, depth * 0.92 / 6
    rows = (
        [1, 0.5] + [1] * 12 + [0.5] + [1] * 4,
        [1] * 13 + [2, 0.25] + [1] * 3 + [0.75],
        [1.5] + [1] * 12 + [1.5, 0.25] + [1] * 3 + [0.75],
        [1.75] + [1] * 11 + [2.25, 0.25] + [1] * 3 + [0.75],
        [2.25] + [1] * 10 + [1.75, 1, 0.25] + [1] * 3 + [0.75],
        [1.25] * 3 + [6.25] + [1.25] * 3 + [1.0, 0.25, 2, 1, 0.75],
    )
    rainbow = (
        (0.95, 0.25, 0.3),
        (0.95, 0.6, 0.2),
        (0.9, 0.85, 0.25),
        (0.3, 0.8, 0.4),
        (0.25, 0.6, 0.9),
        (0.6, 0.4, 0.9),
    )
    parts = [box((0, height * 0.3, 0), (width, height * 0.6, depth), casing, {"roughness": 0.5})]
    for j, widths in enumerate(rows):
        tones = []
        for i, wide in enumerate(widths):
            tone = None if wide in (0.25, 0.5, 0.75) else (accent if (j, i) in ((0, 0), (3, 12)) else keys)
            tones.append(rainbow[(i // 2 + j) % 6] if rgb and tone is not None else tone)
        row = library_call(
            "key_row",
            widths=widths,
            unit=unit,
            deep=pitch,
            gap=unit * 0.14,
            height=height * 0.42,
            tones=tones,
            glow={"emission": 0.4} if rgb else None,
        )
        parts.append(moved(row, (-width * 0.48, height * 0.58, pitch * (j - 2.5))))
    return concat_shapes(*parts)
