from scene.language import *

WIDTH, DEPTH, HEIGHT = 7, 6.3, 2.7  # metres


@register(
    'A public library reading hall with three tall bookshelves against the back wall full of books, a long '
    'reading table in the middle with six wooden chairs around it, two green desk lamps on the table, a '
    'stack of books and an open book on the table, a laptop on the table, a red armchair in the corner with'
    ' a floor lamp beside it, a blue armchair near the window with a small round side table beside it, a '
    "cup and a newspaper on the side table, a librarian's desk by the right wall with a computer monitor, a"
    ' keyboard, a telephone and a bell on it, an office chair behind the desk, a trash can beside the desk,'
    ' a globe on a low cabinet, a book cart with books, a ladder leaning against a bookshelf, a round clock'
    ' on the wall, two framed pictures on the left wall, a world map on the wall, a large potted plant in '
    'the corner and a small potted plant on the desk, a brown rug under the table, a chandelier hanging '
    'above the table, a small step stool, a coat rack by the door, an umbrella stand, a bench against the '
    'left wall with a backpack under it, a bust on a pedestal')
def public_library_reading_hall():
    bookshelf = asset_call('full tall bookshelf')
    book = asset_call('book')
    desk_lamp = asset_call('green desk lamp')
    chair = asset_call('wooden chair')
    framed_picture = asset_call('framed picture')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 2.8, 0.9, 2.05)], windows=[('left', -0.32, 1.5, 1.25)]),
        # rugs
        place(asset_call('brown rug'), at=(-1.365, 0, -2.3), name='rug', z=embed('brown rug')),
        # furniture, and what stands on it
        place(bookshelf, at=(1.44, 0, -DEPTH/2 + 0.16), name='bookshelf', z=embed('full tall bookshelf')),
        place(bookshelf, at=(0.3199, 0, -DEPTH/2 + 0.17), name='bookshelf', z=embed('full tall bookshelf')),
        place(bookshelf, at=(-WIDTH/2 + 2.9151, 0, -2.9103), turn=0, name='bookshelf', z=embed('full tall bookshelf')),
        place(asset_call('long reading table'), at=(-0.128, 0, -0.498), turn=90, name='reading_table', z=embed('long reading table')),
        place(book, at=(-0.366, 0.7502, -1.466), turn=90, name='book'),
        place(book, at=(-0.366, 0.7502, -1.275), turn=90, name='book'),
        place(book, at=(-0.1369, 0.7502, -1.483), turn=0, name='book'),
        place(desk_lamp, at=(-0.366, 0.7502, -0.743), turn=90, name='desk_lamp', z=embed('green desk lamp')),
        place(desk_lamp, at=(-0.366, 0.7502, -0.252), turn=90, name='desk_lamp', z=embed('green desk lamp')),
        place(book, at=(-0.366, 0.7502, 0.089), turn=90, name='book'),
        place(book, at=(-0.366, 0.7502, 0.28), turn=90, name='book'),
        place(book, at=(-0.366, 0.7502, 0.471), turn=90, name='book'),
        place(book, at=(0.025, 0.7502, -1.288), turn=90, name='book'),
        place(asset_call('open book'), at=(0.025, 0.7502, -0.838), turn=90, name='book', z=embed('open book')),
        place(asset_call('laptop'), at=(0.025, 0.7502, -0.303), turn=90, name='laptop'),
        place(asset_call('newspaper'), at=(0.025, 0.7502, 0.222), turn=90, name='newspaper'),
        place(chair, at=(0.622, 0, 0.207), turn=-90, name='chair', z=embed('wooden chair')),
        place(chair, at=(0.622, 0, -0.498), turn=-90, name='chair', z=embed('wooden chair')),
        place(chair, at=(0.622, 0, -1.202), turn=-90, name='chair', z=embed('wooden chair')),
        place(chair, at=(-0.878, 0, 0.207), turn=90, name='chair', z=embed('wooden chair')),
        place(chair, at=(-0.878, 0, -0.498), turn=90, name='chair', z=embed('wooden chair')),
        place(chair, at=(-0.878, 0, -1.202), turn=90, name='chair', z=embed('wooden chair')),
        place(asset_call('red armchair'), at=(-3.055, 0, -2.705), name='armchair', z=embed('red armchair')),
        place(asset_call('floor lamp'), at=(-2.205, 0, -2.705), name='floor_lamp'),
        place(asset_call('blue armchair'), at=(-2.1181, 0, -1.9876), name='armchair', z=embed('blue armchair')),
        place(asset_call('small round side table'), at=(-1.365, 0, -DEPTH/2 + 0.2), name='side_table', z=embed('small round side table')),
        place(asset_call('cup'), at=(-1.365, 0.4677, -2.965), name='cup'),
        place(asset_call('desk'), at=(WIDTH/2 - 0.9158, 0, 0.0664), turn=-90, name='desk'),
        place(asset_call('bell'), at=(2.5842, 0.7502, 0.4424), turn=-90, name='bell'),
        place(asset_call('small potted plant'), at=(2.5842, 0.7502, -0.1106), turn=-90, name='potted_plant', z=embed('small potted plant')),
        place(asset_call('office chair'), at=(3.1698, 0, -0.2359), turn=-90, name='office_chair'),
        place(asset_call('trash can'), at=(3.325, 0, 0.877), turn=-90, name='trash_can'),
        place(asset_call('low cabinet', size=(1.12, 0.85, 0.588)), at=(-WIDTH/2 + 0.314, 0, -1.361), turn=90, name='cabinet', z=embed('low cabinet')),
        place(asset_call('computer monitor'), at=(-3.332, 0.8502, -1.361), turn=90, name='computer_monitor'),
        place(asset_call('keyboard'), at=(-3.076, 0.8502, -1.653), turn=90, name='keyboard'),
        place(asset_call('telephone'), at=(-3.076, 0.8502, -1.286), turn=90, name='telephone'),
        place(asset_call('globe'), at=(-3.076, 0.8502, -0.993), turn=90, name='globe'),
        place(asset_call('book cart', size=(0.575, 0.85, 0.475)), at=(3.203, 0, 1.401), turn=-90, name='book_cart'),
        place(book, at=(3.2124, 0.6124, 1.358), turn=-90, name='book'),
        place(book, at=(3.202, 0.2554, 1.488), turn=-90, name='book'),
        place(book, at=(3.202, 0.2554, 1.314), turn=-90, name='book'),
        place(asset_call('ladder'), at=(0.984, 0, -2.3588), name='ladder'),
        place(asset_call('large potted plant'), at=(3.092, 0, -2.742), name='potted_plant', z=embed('large potted plant')),
        place(asset_call('small step stool'), at=(-0.099, 0, 2.93), turn=180, name='step_stool', z=embed('small step stool')),
        place(asset_call('coat rack'), at=(WIDTH/2 - 1.4, 0, 2.89), turn=-180, name='coat_rack'),
        place(asset_call('umbrella stand'), at=(3.31, 0, -1.973), turn=-90, name='umbrella_stand'),
        place(asset_call('bench'), at=(-3.29, 0, 0.397), turn=90, name='bench'),
        place(asset_call('backpack'), at=(-3.29, 0, -0.523), turn=90, name='backpack'),
        place(asset_call('pedestal'), at=(2.372, 0, -DEPTH/2 + 0.22), name='pedestal'),
        place(asset_call('bust'), at=(2.372, 1.1002, -2.93), name='bust'),
        # on the walls
        place(asset_call('round clock'), at=(0.88, 1.74, -DEPTH/2 + 0.0234), name='clock', z=embed('round clock')),
        place(framed_picture, at=(-WIDTH/2 + 0.0185, 1.175, -1.584), turn=90, name='framed_picture'),
        place(framed_picture, at=(-WIDTH/2 + 0.0185, 1.175, -2.559), turn=90, name='framed_picture'),
        place(asset_call('world map'), at=(-0.76, 1.05, -DEPTH/2 + 0.016), name='world_map'),
        # from the ceiling
        place(asset_call('chandelier'), at=(-1.3993, HEIGHT - 0.85, -2.7836), name='chandelier', turn=-90),
    )


relate(
    against_wall('bookshelf', 'back'),
    against_wall('bookshelf[1]', 'back'),
    against_wall('bookshelf[2]', 'back'),
    near('bookshelf', 'book'),
    near('bookshelf[1]', 'book[1]'),
    near('bookshelf[2]', 'book[2]'),
    centered('reading_table', 'room'),
    around(['chair', 'chair[1]', 'chair[2]', 'chair[3]', 'chair[4]', 'chair[5]'], 'reading_table'),
    on('desk_lamp', 'reading_table'),
    on('desk_lamp[1]', 'reading_table'),
    on('book[3]', 'reading_table'),
    on('book[4]', 'reading_table'),
    on('book[5]', 'reading_table'),
    on('book[6]', 'reading_table'),
    on('book[7]', 'reading_table'),
    on('laptop', 'reading_table'),
    in_corner('armchair'),
    next_to('floor_lamp', 'armchair'),
    near('armchair[1]', 'room/window'),
    next_to('side_table', 'armchair[1]'),
    on('cup', 'side_table'),
    against_wall('desk', 'right'),
    on('bell', 'desk'),
    behind('office_chair', 'desk'),
    next_to('trash_can', 'desk'),
    on('computer_monitor', 'cabinet'),
    on('keyboard', 'cabinet'),
    on('telephone', 'cabinet'),
    on('globe', 'cabinet'),
    on('book[8]', 'book_cart'),
    on('book[9]', 'book_cart'),
    on('book[10]', 'book_cart'),
    next_to('ladder', 'bookshelf'),
    on_wall('clock'),
    on_wall('framed_picture'),
    on_wall('framed_picture[1]'),
    on_wall('world_map'),
    in_corner('potted_plant[1]'),
    on('potted_plant', 'desk'),
    under('rug', 'side_table'),
    above('chandelier', 'side_table'),
    next_to('coat_rack', 'room/door'),
    against_wall('bench', 'left'),
    next_to('backpack', 'bench'),
    on('bust', 'pedestal'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(5.36, 9.12, 10.31), target=(0, 1.08, 0), fov=36)
camera(eye=(0, 1.75, 2.9), target=(-0.84, 0.75, -1.26), fov=72)
