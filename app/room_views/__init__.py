"""Chooses the two views that a new scene is shown by, once all stands in its place (`chosen_views`).

`standpoints` and `raised` say from where one may look, `framing` where an eye looks. `sighting` says how much of each thing an eye has in
clear sight, and `judging` how well a view lets one recognise each thing. For the most telling views it casts coarse rays, with the walls
and hung things left out that renderers leave out; `weighing` and `foreground` say how good a picture that makes, and `choosing`
takes the best two. `rewriting` puts the cameras into the program. `insides` finds the rooms among scenes of files, whose walls no view
leaves out.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
