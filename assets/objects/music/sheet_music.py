# /// asset
# word = "sheet music"
# synonyms = ["music sheet", "song sheet", "music score", "score", "music notes", "music sheets", "musical score"]
# stands_for = ["songbook", "hymn book"]
# category = "music"
# support = "surface"
# colors = ["paper"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, hoop, moved


@register("a page with its staves")
def music_page(*, paper, shift):
    ink, y = (0.08, 0.08, 0.09), 0.0035
    parts = [box((0, 0.0018, 0), (0.215, 0.003, 0.3), paper, {"roughness": 0.9})]
    for row in range(6):
        z = -0.098 + 0.045 * row
        parts += [box((0, y, z + 0.0042 * k), (0.185, 0.001, 0.0007), ink) for k in range(5)]
        parts += [box((x, y, z + 0.0084), (0.0009, 0.001, 0.0175), ink) for x in (-0.0925, -0.03, 0.03, 0.0925)]
        parts.append(moved(hoop(0.0045, 0.0008, ink, parts=14), (-0.084, y, z + 0.011)))
        parts.append(box((-0.084, y, z + 0.006), (0.0012, 0.001, 0.026), ink))
        for k in range(11):
            x = -0.07 + 0.0155 * k
            step = ((k * 5 + row * 3 + shift) % 8) - 1
            at = (x, y, z + 0.0021 * step)
            parts.append(moved(ellipsoid((0, 0, 0), (0.0031, 0.0011, 0.0022), ink), at, 0.4))
            if (k + row) % 4:
                stem = -1 if step > 3 else 1
                parts.append(box((x + 0.0027 * stem, y, at[2] - 0.0065 * stem), (0.0008, 0.001, 0.013), ink))
    return concat_shapes(*parts)


@register("an open score of sheet music with staves and notes")
def sheet_music(*, width=0.44, height=0.012, depth=0.3, paper=(0.96, 0.94, 0.87)):
    title = [
        box((-0.16 + 0.02 * k, 0.0035, -0.13), (0.013, 0.001, 0.011), (0.08, 0.08, 0.09)) for k in range(6) if k != 3
    ]
    left = concat_shapes(library_call("music_page", paper=paper, shift=0), *[moved(t, (0.11, 0, 0)) for t in title])
    right = library_call("music_page", paper=paper, shift=5)
    whole = concat_shapes(
        *[box((s * 0.1085, 0.0012, 0.001), (0.216, 0.0024, 0.301), darker(paper, 0.88)) for s in (-1, 1)],
        moved(left, (-0.1085, 0.0035, 0), 0.035, (0, 0, 1)),
        moved(right, (0.1085, 0.0035, 0), -0.035, (0, 0, 1)),
    )
    return fitted(whole, width, height, depth)
