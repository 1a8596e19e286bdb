from scene.language import *

@register('a study')
def study():
    return concat_shapes(
        room(4.0, 3.6, 2.6, windows=[('left', 0.0, 1.2, 1.2)]),
        place(asset_call('tall bookshelf'), at=(0, 0, -1.6), name='bookshelf'),
        place(asset_call('red armchair'), at=(-0.6, 0, 0.4), turn=0, name='armchair'),
        place(asset_call('floor lamp'), at=(-0.7, 0, 0.5), name='lamp'),
    )

relate(against_wall('bookshelf', 'back'), facing('armchair', 'bookshelf'))
