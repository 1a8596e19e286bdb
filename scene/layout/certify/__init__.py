"""The parts of a certificate: each judges one thing of an evaluated scene by its exact geometry.

``evidence`` gathers what is judged, at heights above the ground; ``solids`` and ``shapes`` are the geometry, ``pairs`` the broad
phase, ``boxes`` and ``meeting`` the narrow one, ``depth`` measures, ``columns`` are vertical rays. ``collision``, ``bounds``,
``support``, ``openings``, ``clearance`` and ``navigation`` judge, and ``assemblies`` looks into bodies. What stands does so on
``contacts``, with its ``weight`` over them; what does not may hang or lean: ``touching`` finds how it touches what is beside and
above, ``holding`` whether that holds it. ``tolerances`` says what people take for contact; what is less than a violation is
``slight``. ``physics`` lets all of it fall. Nothing here is the solver's.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
