from scene.language import *


@register('a stool')
def stool():
    return asset_call('stool', size=(0.4, 0.5, 0.4))


@register('a row of stools out of a loop, of which one is pulled out and turned')
def bar():
    return concat_shapes(*[place('stool', at=(0.7 * i, 0, 0)) for i in range(4)])


adjust('bar/stool[2]', move=(0, 0, 0.6), turn=30, color=(0.8, 0.25, 0.2))
