# /// asset
# word = "picnic table"
# synonyms = ["picnic bench", "garden picnic table", "outdoor table with benches", "picnic-style table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.5, back = 0.5}
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved


@register("a plank")
def plank(length, width, look):
    return block((0, 0, 0), (length, 0.04, width), *look)


@register("an A-frame that carries the top and both seats")
def a_frame(look):
    parts = [block((0, 0.35, 0), (0.045, 0.1, 1.48), *look), block((0, 0.62, 0), (0.045, 0.1, 0.7), *look)]
    for s in (-1, 1):
        beam = block((0, -0.43, 0), (0.045, 0.86, 0.1), *look)
        parts.append(moved(beam, (0.045, 0.36, s * 0.44), -s * 0.52, (1, 0, 0)))
    return concat_shapes(*parts)


@register("a wooden picnic table with benches attached on both sides")
def picnic_table(*, width=1.8, depth=1.5, height=0.76, frame="pine", paint=None) -> Shape:
    wood = finish(frame, paint)
    parts = [place("a_frame", at=(s * 0.62, 0, 0), look=wood) for s in (-1, 1)]
    parts += [place("plank", at=(0, 0.72, 0.148 * (i - 2)), length=1.8, width=0.136, look=wood) for i in range(5)]
    parts += [
        place("plank", at=(0, 0.45, s * z), length=1.8, width=0.136, look=wood) for s in (-1, 1) for z in (0.53, 0.68)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
