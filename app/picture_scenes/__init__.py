"""One picture of a few plain things becomes a scene program, without a language model.

`ground` tells the ground (and shadows on it) from what stands out, `segments` cuts that into pieces of one hue, `starting` guesses shapes
for a piece (`things`), `silhouettes` fits them and the camera by Gauss-Newton on visible outlines, `search` looks for the fewest things
that explain all pieces (`shading` says which shape the light fits), `looks` reads colours and materials, `scene_text` writes the program, and
`reading` goes through all of it. What is known before, such as the sizes and colours of CLEVR, is a `Manner`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
