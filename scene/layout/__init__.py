"""Plausible layouts: where the bodies of a scene stand, so that nothing intersects, all is inside, and relations hold.

How the parts fit, top down; each imports only what stands below it:

=================  ====================================================================================================
``layout``         the whole job: scene in; poses, certificate and report out (:func:`scene.layout.layout.solve_scene`)
``writing``        the poses as edits of the program's text; ``program_repair`` for programs without ``place``
``report``         what holds and what does not, for people and as JSON
``certificate``    whether a layout is right, by exact geometry; ``physics`` lets it settle. Nothing of the solver's
``solver``         poses: ``construction`` puts bodies one by one, ``exact`` asks CP-SAT, ``projection`` moves what is
                   nearly right, ``polish`` takes a few up again
``conflicts``      what cannot hold, as a minimal set
``residuals``      what each relation means: the one definition that solver, report and grader use
``planar``         overlap of bodies in the plane with their height intervals, many pairs at a time
``bodies``         a Scene as rigid bodies; ``pieces`` and ``surfaces`` are what they are made of and carry
``model``          the data that all of these speak in
=================  ====================================================================================================
"""
