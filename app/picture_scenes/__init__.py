"""One picture of a few plain things becomes a scene program, without a language model.

`ground` tells the ground and its shadows from what stands out, `segments` cuts that into pieces of one hue: the `evidence`.
`starting` guesses shapes for a piece (`things`), `silhouettes` fits one to its visible outline, `joint_fit` all and the camera,
`heights` tells from how high it is seen, `search` looks for the fewest things that explain all (`showing`: what each pixel shows;
`shading`: whether light fits a shape). `shadows` (over `shadow_kernel`) finds lamps that explain what is dark on the ground, by which
`shadow_things` tells shadows from gray things. `looks` reads colours and materials, `surroundings` says what ground, wall and lamps are
like, `scene_text` writes the program, `doubts` says what is not sure, `reading` goes through all of it. What is known before, as CLEVR's
sizes, is a `Manner`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
