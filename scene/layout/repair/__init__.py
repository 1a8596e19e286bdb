"""Repair written poses: remove the faults of a layout by moving as few bodies as little as possible.

``collisions`` and ``stage`` tell what a tried pose would collide with, by the same exact geometry as the certifier; ``sweeps``
how far a body must go to be clear. ``units``: which bodies move together. ``change``: what a move costs. ``places`` proposes poses,
``related`` poses at which a relation holds, ``hung_up`` places to hang. ``faults`` and ``wishes`` plan for violations and relations,
``mending`` chooses the cheapest plan, ``pushing`` makes a row give way. ``closing`` closes gaps and overlaps too small to see.
``repair`` runs all of it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
