# /// asset
# word = "laundry hamper"
# synonyms = ["hamper", "laundry basket", "laundry bin", "clothes hamper", "dirty clothes basket", "washing basket"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["body"]
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, oval_wall, ring, rod


@register("the slatted wall")
def wall(height, look):
    return oval_wall((0, 0, 0), (0.17, 0.17), (0.21, 0.21), height, *look, thickness=0.008, parts=20)


@register("the linen lining")
def lining(height, look):
    return oval_wall((0, 0, 0), (0.16, 0.16), (0.2, 0.2), height, *look, thickness=0.004, parts=20)


@register("clothes heaped on top")
def clothes():
    heap = [
        (0.0, 0.02, 0.05, 0.12, "white cotton"),
        (-0.08, 0.0, -0.04, 0.1, "blue cotton"),
        (0.09, 0.01, -0.05, 0.1, "red cotton"),
        (0.03, 0.05, -0.02, 0.09, "gray cotton"),
    ]
    return concat_shapes(*[ellipsoid((x, y, z), (r, r * 0.55, r * 0.9), *finish(word)) for x, y, z, r, word in heap])


@register("a slatted laundry hamper with clothes hanging out")
def laundry_hamper(*, width=0.44, depth=0.44, height=0.66, body="bamboo", paint=None) -> Shape:
    cane = finish(body, paint)
    cloth = finish("cream linen")
    tall = 0.56
    parts = [
        library_call("wall", height=tall, look=cane),
        library_call("lining", height=tall, look=cloth),
        rod((0, 0, 0), (0, 0.02, 0), 0.168, *cane),
    ]
    parts += [
        ring((0, y, 0), r, 0.011, *cane, parts=20) for r, y in ((0.172, 0.02), (0.19, tall * 0.5), (0.21, tall - 0.005))
    ]
    heap = library_call("clothes")
    parts.append(moved(heap, (0, tall - 0.03, 0)))
    sleeve = finish("white cotton")
    parts += [
        block((0.06, tall - 0.14, 0.226), (0.13, 0.16, 0.012), *sleeve),
        block((0.06, tall + 0.012, 0.187), (0.13, 0.012, 0.09), *sleeve),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
