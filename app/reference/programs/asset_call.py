from scene.language import *


@register('an armchair in its own size, as tall as 1.3 m, and stretched to a size')
def armchairs():
    return concat_shapes(
        place(asset_call('green armchair'), at=(-1.4, 0, 0)),
        place(asset_call('green armchair', size=1.3), at=(0, 0, 0)),
        place(asset_call('green armchair', size=(1.6, 0.7, 0.8)), at=(1.8, 0, 0)),
    )
