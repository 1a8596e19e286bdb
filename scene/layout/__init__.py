"""Plausible layouts: where the bodies of a scene stand, so that nothing intersects, all is inside, and relations hold.

How the parts fit, top down; each imports only what stands below it:

====================  =================================================================================================
``layout``            the whole job: a program in; the same with poses that hold, and a certificate, out (``solve_scene``)
``report``            what holds and what does not, for people and as JSON
``writing``           the poses as one edit of the program's text; ``program_repair`` (``number_motion``, ``number_plan``,
                      ``number_search``, ``planar_violations``) changes the numbers of programs without ``place``
``certificate``       whether a layout is right, by exact geometry: ``certify`` holds its parts; ``physics`` lets it settle.
                      Nothing of the solver's goes in, relations apart
``narrowing``         what the search could not serve, as a small set that conflicts
``solver``            poses: ``projection`` pushes apart what is nearly right, ``construction`` puts bodies one by one,
                      ``polish`` takes a few up again, ``exact`` asks CP-SAT for crowded floors
``arrangement``       a layout in the making; ``candidates`` are poses worth trying, ``proposals`` those that one relation asks
                      for, ``occupancy`` says what is in the way, ``keepouts`` what stays free, ``walls`` where a wall has room
``conflicts``         what cannot hold, by bounds that every layout obeys
``residuals``         what each relation means: the one definition of solver, report and grader (``definitions`` has the
                      figures, ``relation_terms`` the formulas); ``explanations`` puts it in words
``forest``            the problem: bodies, constraints (``anchors``), and what stands on what (``hosts``, ``affinity``)
``bodies``            a Scene as rigid bodies: ``selection`` says which rows, ``forms``, ``pieces`` and ``surfaces`` what they
                      are made of and carry, ``holds`` and ``kinds`` what holds them up
``planar``            overlap of turned boxes, many pairs at a time
``model``             the data that all of these speak in
====================  =================================================================================================
"""
