"""The parts of a certificate: each judges one thing of an evaluated scene by its exact geometry.

``evidence`` gathers what is judged; ``solids`` and ``shapes`` are the geometry, ``pairs`` the broad phase, ``boxes`` and
``meeting`` the narrow one, ``depth`` measures, ``columns`` are vertical rays. ``collision``, ``bounds``, ``support`` (with
``contacts``), ``openings``, ``clearance`` and ``navigation`` judge. Nothing here is the solver's.
"""
