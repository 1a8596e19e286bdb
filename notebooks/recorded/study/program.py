from scene.language import *

@register('a study')
def study():
    return concat_shapes(
        room(4.0, 3.6, 2.6, windows=[('left', 0.0, 1.2, 1.2)]),
        place(asset_call('tall bookshelf'), at=(0, 0, -1.6), name='bookshelf'),
        *[place(asset_call('red armchair'), at=(x, 0, 0.4), turn=180, name='armchair') for x in (-0.65, 0.65)],
        place(asset_call('floor lamp'), at=(-1.5, 0, 0.4), name='lamp'),
    )

relate(against_wall('bookshelf', 'back'), facing('armchair[0]', 'bookshelf'), facing('armchair[1]', 'bookshelf'))
relate(near('lamp', 'armchair[0]', 0.0, 0.6))
