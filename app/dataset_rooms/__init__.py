"""One room of a data set, with its pictures and labels.

`dataset_recipe` reads from which `distributions` rooms are drawn, and `room_plans` draws one: a sentence and a seed. `room_making` has it
written and laid out, and draws it anew while its certificate does not hold or a robot finds no way (`navigability`). `camera_sampling`
places cameras by `room_rays`. `room_things` are what is labelled, with the classes of the `taxonomy`; `view_labels` says what a view
shows of each, `view_facts` what one can tell by looking, and `view_questions` asks for it. `room_writing` writes all of it. `held_out`
keeps objects for tests.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
