from scene.language import *

WIDTH, DEPTH, HEIGHT = 9.4, 8.4, 3.2  # metres


@register(
    'A large open-plan office. Four desks, each with an office chair. On the first desk there is a monitor,'
    ' a keyboard, a mouse and a desk lamp. On the second desk there is a laptop, a red mug and a small '
    'cactus. On the third desk there is a monitor, a keyboard and a stack of books. On the fourth desk '
    'there is a printer and a phone. In the middle stands a long meeting table with six chairs. On the '
    'meeting table there are a laptop, a water bottle, two glasses and a projector. A whiteboard and a '
    'television hang on the wall. A clock, two pictures and a calendar hang on the wall. In the lounge '
    'corner there are a green sofa, a blue armchair and a yellow armchair around a small coffee table. On '
    'the coffee table there is a magazine and a vase. A gray rug is under the coffee table. Two cushions on'
    ' the sofa, a red cushion and a white cushion. A floor lamp beside the sofa. A tall bookshelf with '
    'books, a short filing cabinet with a globe on it, a water cooler, a coat rack, a trash can beside the '
    'second desk, a cardboard box under the third desk, a backpack, a large potted plant and a small potted'
    ' plant. Two windows and a door.')
def large_open_plan_office():
    desk = asset_call('desk')
    monitor = asset_call('monitor')
    keyboard = asset_call('keyboard')
    glass = asset_call('glass')
    laptop = asset_call('laptop')
    book = asset_call('book')
    office_chair = asset_call('office chair')
    cushion = asset_call('cushion', size=(0.248, 0.088, 0.231))
    picture = asset_call('picture')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT,
             doors=[('front', 4, 0.9, 2.05)],
             windows=[('left', -0.42, 1.5, 1.25), ('right', -0.42, 1.5, 1.25)]),
        # rugs
        place(asset_call('gray rug'), at=(0, 0, 1.848), name='rug', z=embed('gray rug')),
        # furniture, and what stands on it
        place(desk, at=(-2.14, 0, -1.946), turn=-90, name='desk'),
        place(monitor, at=(-1.928, 0.7502, -1.632), turn=-90, name='monitor'),
        place(keyboard, at=(-1.928, 0.7502, -2.218), turn=-90, name='keyboard'),
        place(asset_call('mouse'), at=(-1.928, 0.7502, -2.532), turn=-90, name='mouse'),
        place(asset_call('desk lamp'), at=(-2.145, 0.7502, -1.532), turn=-90, name='desk_lamp'),
        place(asset_call('red mug'), at=(-2.145, 0.7502, -1.858), turn=-90, name='mug', z=embed('red mug')),
        place(asset_call('small cactus'), at=(-2.145, 0.7502, -2.034), turn=-90, name='cactus', z=embed('small cactus')),
        place(keyboard, at=(-2.145, 0.7502, -2.37), turn=-90, name='keyboard'),
        place(asset_call('phone'), at=(-2.358, 0.7502, -1.503), turn=-90, name='phone'),
        place(asset_call('water bottle'), at=(-2.358, 0.7502, -1.774), turn=-90, name='water_bottle'),
        place(glass, at=(-2.358, 0.7502, -1.962), turn=-90, name='glass'),
        place(glass, at=(-2.358, 0.7502, -2.155), turn=-90, name='glass'),
        place(asset_call('vase'), at=(-2.358, 0.7502, -2.409), turn=-90, name='vase'),
        place(desk, at=(-2.14, 0, -0.046), turn=-90, name='desk'),
        place(laptop, at=(-1.98, 0.7502, 0.404), turn=-90, name='laptop'),
        place(book, at=(-1.98, 0.7502, 0.094), turn=-90, name='book'),
        place(book, at=(-1.98, 0.7502, -0.131), turn=-90, name='book'),
        place(book, at=(-1.98, 0.7502, -0.356), turn=-90, name='book'),
        place(book, at=(-1.98, 0.7502, -0.581), turn=-90, name='book'),
        place(asset_call('projector'), at=(-2.3, 0.7502, -0.046), turn=-90, name='projector'),
        place(asset_call('cardboard box'), at=(-2.18, 0, -0.0776), turn=-90, name='box', z=embed('cardboard box')),
        place(desk, at=(-WIDTH/2 + 1.11, 0, -1.946), turn=-90, name='desk'),
        place(monitor, at=(-3.59, 0.7502, -1.946), turn=-90, name='monitor'),
        place(desk, at=(-WIDTH/2 + 1.11, 0, -0.046), turn=-90, name='desk'),
        place(asset_call('printer'), at=(-3.59, 0.7502, -0.046), turn=-90, name='printer'),
        place(office_chair, at=(-2.86, 0, -1.946), turn=90, name='office_chair'),
        place(office_chair, at=(-2.86, 0, -0.046), turn=90, name='office_chair'),
        place(office_chair, at=(-4.31, 0, -1.946), turn=90, name='office_chair'),
        place(office_chair, at=(-4.31, 0, -0.046), turn=90, name='office_chair'),
        place(asset_call('long meeting table'), at=(0, 0, 0), name='meeting_table', z=embed('long meeting table')),
        place(laptop, at=(0, 0.7502, 0), name='laptop'),
        place(office_chair, at=(-1.123, 0, 0.92), turn=180, name='chair'),
        place(office_chair, at=(0, 0, 0.92), turn=180, name='chair'),
        place(office_chair, at=(1.123, 0, 0.92), turn=180, name='chair'),
        place(office_chair, at=(-1.123, 0, -0.92), name='chair'),
        place(office_chair, at=(0, 0, -0.92), name='chair'),
        place(office_chair, at=(1.123, 0, -0.92), name='chair'),
        place(asset_call('whiteboard'), at=(2.671, 0, -DEPTH/2 + 0.271), name='whiteboard'),
        place(asset_call('green sofa'), at=(-3.61, 0, -DEPTH/2 + 0.48), name='sofa', z=embed('green sofa')),
        place(cushion, at=(-3.61, 0.4214, -3.697), name='cushion'),
        place(cushion, at=(-3.61, 0.4214, -3.461), name='cushion'),
        place(asset_call('red cushion', size=(0.248, 0.088, 0.231)), at=(-4.206, 0.4214, -3.697), name='cushion', z=embed('red cushion')),
        place(asset_call('white cushion', size=(0.248, 0.088, 0.231)), at=(-4.206, 0.4214, -3.461), name='cushion', z=embed('white cushion')),
        place(asset_call('blue armchair'), at=(4.215, 0, -0.1), turn=-90, name='armchair', z=embed('blue armchair')),
        place(asset_call('yellow armchair'), at=(0, 0, 2.923), turn=180, name='armchair', z=embed('yellow armchair')),
        place(asset_call('small coffee table'), at=(0, 0, 1.848), name='coffee_table', z=embed('small coffee table')),
        place(asset_call('magazine'), at=(0, 0.4202, 1.848), name='magazine'),
        place(asset_call('floor lamp'), at=(-2.215, 0, -3.93), name='floor_lamp'),
        place(asset_call('tall bookshelf'), at=(-0.6, 0, -DEPTH/2 + 0.17), name='bookshelf', z=embed('tall bookshelf')),
        place(book, at=(-0.384, 0.7616, -4.015), name='book'),
        place(book, at=(-0.597, 0.7616, -4.015), name='book'),
        place(book, at=(-0.6, 2.1002, -4.025), name='book'),
        place(asset_call('short filing cabinet'), at=(0.08, 0, -DEPTH/2 + 0.32), name='filing_cabinet', z=embed('short filing cabinet')),
        place(asset_call('globe'), at=(0.08, 0.7002, -3.897), name='globe'),
        place(asset_call('water cooler'), at=(0.52, 0, -DEPTH/2 + 0.19), name='water_cooler'),
        place(asset_call('coat rack'), at=(1.21, 0, -DEPTH/2 + 0.27), name='coat_rack'),
        place(asset_call('trash can'), at=(-1.6166, 0, -3.263), name='trash_can'),
        place(asset_call('backpack'), at=(0.53, 0, -3.7), name='backpack'),
        place(asset_call('large potted plant'), at=(-0.89, 0, -2.963), name='potted_plant', z=embed('large potted plant')),
        place(asset_call('small potted plant'), at=(0.08, 0, -2.682), name='potted_plant', z=embed('small potted plant')),
        # on the walls
        place(asset_call('wall mounted television'), at=(-WIDTH/2 + 0.046, 0.87, 1.041), turn=90, name='television'),
        place(asset_call('clock'), at=(WIDTH/2 - 0.024, 1.74, 0.603), turn=-90, name='clock'),
        place(picture, at=(-1.45, 1.175, -DEPTH/2 + 0.019), name='picture'),
        place(picture, at=(-2.981, 1.175, -DEPTH/2 + 0.019), name='picture'),
        place(asset_call('calendar'), at=(0, 1.265, -DEPTH/2 + 0.009), name='calendar'),
    )


relate(
    near('office_chair', 'desk'),
    near('office_chair[1]', 'desk[1]'),
    near('office_chair[2]', 'desk[2]'),
    near('office_chair[3]', 'desk[3]'),
    on('monitor', 'desk'),
    on('laptop', 'desk[1]'),
    on('monitor[1]', 'desk[2]'),
    on('printer', 'desk[3]'),
    centered('meeting_table', 'room'),
    near('chair', 'meeting_table'),
    near('chair[1]', 'meeting_table'),
    near('chair[2]', 'meeting_table'),
    near('chair[3]', 'meeting_table'),
    near('chair[4]', 'meeting_table'),
    near('chair[5]', 'meeting_table'),
    on('laptop[1]', 'meeting_table'),
    on_wall('television'),
    on_wall('calendar'),
    in_corner('sofa'),
    around(['armchair[1]'], 'coffee_table'),
    on('magazine', 'coffee_table'),
    under('rug', 'coffee_table'),
    on('cushion', 'sofa'),
    on('cushion[1]', 'sofa'),
    next_to('floor_lamp', 'sofa'),
    on('book[4]', 'bookshelf'),
    on('book[5]', 'bookshelf'),
    on('book[6]', 'bookshelf'),
    near('filing_cabinet', 'bookshelf'),
    on('globe', 'filing_cabinet'),
    near('water_cooler', 'filing_cabinet'),
    near('coat_rack', 'filing_cabinet'),
    near('trash_can', 'filing_cabinet'),
    next_to('trash_can', 'desk'),
    under('box', 'desk[1]'),
    near('backpack', 'filing_cabinet'),
    near('potted_plant', 'filing_cabinet'),
    near('potted_plant[1]', 'filing_cabinet'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(7.04, 11.83, 13.53), target=(0, 1.28, 0), fov=36)
camera(eye=(4.4, 1.75, 3.9), target=(-1.13, 0.75, -1.68), fov=72)
