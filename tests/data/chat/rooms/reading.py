from scene.language import *

WIDTH, DEPTH, HEIGHT = 7.4, 4.9, 3.6  # metres


@register(
    "a reading room with two leather armchairs by the fireplace, a sofa, three bookshelves, a coffee table "
    "with a vase, and a floor lamp"
)
def reading_room():
    armchair = asset_call("leather armchair")
    bookshelf = asset_call("walnut bookshelf")
    book = asset_call("hundred book")
    reading_table = asset_call("walnut reading table")
    chair = asset_call("wooden chair")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 3, 0.9, 2.05)],
            windows=[("back", -0.37, 1.4, 1.25), ("left", -0.25, 1.4, 1.25), ("right", -0.25, 1.4, 1.25)],
            floor_color=(0.24, 0.163, 0.117),
            wall_color=(0.886, 0.804, 0.69),
            floor_finish="floorboards",
            dado=("panels", 1.2, (0.353, 0.227, 0.149)),
        ),
        # furniture, and what stands on it
        place(armchair, at=(-0.92, 0, 2.005), turn=180, name="armchair", z=embed("leather armchair")),
        place(armchair, at=(1.63, 0, 2.005), turn=180, name="armchair", z=embed("leather armchair")),
        place(asset_call("fireplace"), at=(0.355, 0, DEPTH / 2 - 0.22), turn=180, name="fireplace"),
        place(asset_call("tufted grey sofa"), at=(0, 0, -DEPTH / 2 + 0.48), name="sofa"),
        place(bookshelf, at=(1.64, 0, -DEPTH / 2 + 0.17), name="bookshelf"),
        place(book, at=(1.75, 0.8154, -2.265), name="book", z=embed("hundred book")),
        place(bookshelf, at=(2.46, 0, -DEPTH / 2 + 0.17), name="bookshelf"),
        place(book, at=(2.57, 0.8154, -2.265), name="book", z=embed("hundred book")),
        place(bookshelf, at=(3.28, 0, -DEPTH / 2 + 0.17), name="bookshelf"),
        place(asset_call("walnut coffee table"), at=(-2.093, 0, 1.692), name="coffee_table"),
        place(asset_call("cream vase"), at=(-2.093, 0.4202, 1.692), name="vase"),
        place(reading_table, at=(0.123, 0, -0.125), name="reading_table"),
        place(asset_call("slim floor lamp"), at=(0.4, 0.7502, -0.125), name="floor_lamp"),
        place(reading_table, at=(-1.605, 0, -0.125), name="reading_table"),
        place(chair, at=(-0.261, 0, 0.625), turn=180, name="chair", z=embed("wooden chair")),
        place(chair, at=(0.507, 0, 0.625), turn=180, name="chair", z=embed("wooden chair")),
        place(chair, at=(-0.261, 0, -0.875), name="chair", z=embed("wooden chair")),
        place(chair, at=(0.507, 0, -0.875), name="chair", z=embed("wooden chair")),
        place(chair, at=(-1.989, 0, 0.625), turn=180, name="chair", z=embed("wooden chair")),
        place(chair, at=(-1.221, 0, 0.625), turn=180, name="chair", z=embed("wooden chair")),
        place(chair, at=(-1.989, 0, -0.875), name="chair", z=embed("wooden chair")),
        place(chair, at=(-1.221, 0, -0.875), name="chair", z=embed("wooden chair")),
        place(asset_call("walnut reception desk"), at=(WIDTH / 2 - 1.295, 0, 0), turn=-90, name="reception_desk"),
        place(asset_call("ladder"), at=(-1.71, 0, -1.98), name="ladder"),
        place(asset_call("walnut rolling cart"), at=(2.54, 0, 1.18), turn=-90, name="rolling_cart"),
        place(asset_call("walnut display cabinet"), at=(-WIDTH / 2 + 0.23, 0, 1.016), turn=90, name="display_cabinet"),
        # what nobody asked for
        dressing(),
    )


relate(
    next_to("armchair", "fireplace"),
    next_to("armchair[1]", "fireplace"),
    on("vase", "coffee_table"),
    against_wall("bookshelf", "back"),
    against_wall("bookshelf[1]", "back"),
    against_wall("bookshelf[2]", "back"),
    on("book", "bookshelf"),
    on("book[1]", "bookshelf[1]"),
    around(["chair", "chair[1]", "chair[2]", "chair[3]"], "reading_table"),
    around(["chair[4]", "chair[5]", "chair[6]", "chair[7]"], "reading_table[1]"),
    on("floor_lamp", "reading_table"),
    against_wall("ladder", "back"),
    next_to("rolling_cart", "reception_desk"),
    against_wall("display_cabinet", "left"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    stack_of_books = asset_call("stack of books")
    potted_plant = asset_call("potted plant")
    blinds = asset_call("blinds", size=(1.7, 1.4, 0.07))
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("jute terracotta rug"), at=(0.123, 0, -0.125), name="rug"),
        place(stack_of_books, at=(-0.238, 0.7502, -0.125), name="stack_of_books"),
        place(stack_of_books, at=(-1.605, 0.7502, -0.125), name="stack_of_books"),
        place(potted_plant, at=(-3.33, 0, -0.297), turn=90, name="potted_plant"),
        place(potted_plant, at=(-3.33, 0, -1.09), turn=90, name="potted_plant"),
        place(asset_call("wall clock"), at=(WIDTH / 2 - 0.024, 1.74, 0.851), turn=-90, name="wall_clock"),
        place(asset_call("light switch"), at=(2.223, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(blinds, at=(-0.37, 0.87, -DEPTH / 2 + 0.037), name="blinds"),
        place(
            asset_call("blinds", size=(1.7, 1.39, 0.07)),
            at=(-WIDTH / 2 + 0.036, 2.032, -0.3449),
            turn=90,
            name="blinds",
        ),
        place(blinds, at=(WIDTH / 2 - 0.037, 0.87, -0.25), turn=-90, name="blinds"),
        place(asset_call("ceiling light"), at=(0, HEIGHT - 0.2, 0), name="ceiling_light"),
        place(
            asset_call("city painting", size=(0.9, 0.65, 0.035)), at=(-2.463, 1.175, -DEPTH / 2 + 0.019), name="picture"
        ),
        place(
            asset_call("portrait painting", size=(0.9, 0.65, 0.035)),
            at=(-WIDTH / 2 + 0.019, 1.175, -1.617),
            turn=90,
            name="picture",
        ),
    )


relate(
    under("rug", "reading_table"),
    on("stack_of_books", "reading_table"),
    on("stack_of_books[1]", "reading_table[1]"),
    under("potted_plant", "room/window[1]"),
    on_wall("wall_clock"),
    next_to("light_switch", "room/door"),
    hanging("ceiling_light"),
    centered("ceiling_light", "room"),
    on_wall("picture"),
    on_wall("picture[1]"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("warm quiet light")
camera(eye=(1.85, 4.21, 8.54), target=(0.29, 0.66, 0.71), fov=34.5)
camera(eye=(-4.30, 2.25, -1.18), target=(-0.72, 0.96, 0.05), fov=58.9)
