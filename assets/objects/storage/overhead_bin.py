# /// asset
# word = "overhead bin"
# synonyms = ["overhead locker", "overhead compartment", "plane luggage bin", "cabin luggage bin", "overhead luggage bin"]
# category = "storage"
# support = "wall"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import beam, box, darker, fitted, rod


@register("the shell with its curved front, the seams and the latches")
def shell(*, width, paint):
    gloss = {"roughness": 0.3}
    parts = [
        box((0, 0.24, -0.1), (width, 0.44, 0.3), paint, gloss),
        beam((0, 0.05, 0.02), (0, 0.2, 0.19), (width, 0.06), paint, gloss),
        beam((0, 0.18, 0.185), (0, 0.42, 0.1), (width, 0.05), paint, gloss),
        box((0, 0.3, 0.0), (width - 0.004, 0.28, 0.3), darker(paint, 0.97), gloss),
        box((0, 0.02, -0.06), (width, 0.04, 0.36), darker(paint, 0.9)),
        box((0, 0.0, 0.0), (width - 0.1, 0.012, 0.06), (1.0, 0.98, 0.92), {"emission": 1.0}),
    ]
    count = max(1, round(width / 0.8))
    for i in range(count + 1):
        x = -width / 2 + 0.006 + i * (width - 0.012) / count
        parts.append(beam((x, 0.05, 0.024), (x, 0.2, 0.196), (0.008, 0.07), darker(paint, 0.55)))
        parts.append(beam((x, 0.18, 0.19), (x, 0.42, 0.106), (0.008, 0.056), darker(paint, 0.55)))
    for i in range(count):
        x = -width / 2 + (i + 0.5) * width / count
        parts.append(
            box((x, 0.135, 0.155), (0.14, 0.045, 0.03), (0.55, 0.57, 0.6), {"metallic": 0.5, "roughness": 0.4})
        )
        for k in range(2):
            z = -0.03 + 0.1 * k
            parts.append(rod((x - 0.2, -0.012, z), (x - 0.2, 0.0, z), 0.02, (0.25, 0.26, 0.28)))
    return concat_shapes(*parts)


@register("a row of luggage bins over the seats of an aeroplane")
def overhead_bin(*, width=1.6, height=0.48, depth=0.48, paint=(0.93, 0.93, 0.92)):
    return fitted(library_call("shell", width=1.6, paint=paint), width, height, depth)
