from scene.language import *


@register('balls in named colors')
def samples():
    names = ('mustard', 'terracotta', 'pale navy blue', 'dark teal', 'sage', 'burgundy')
    return concat_shapes(*[
        place(primitive_call('sphere', {'radius': 0.28}, color=named_color(name)), at=(0.65 * i, 0, 0), name=name)
        for i, name in enumerate(names)
    ])
