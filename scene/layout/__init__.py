"""Layout: find poses for the bodies of a scene so that none collide, all stand inside the room, and the relations hold.

The modules, from the top down. Each imports only modules below it:

====================  =================================================================================================
``layout``            the entry point ``solve_scene``: takes a program, returns it with new poses and a certificate
``keeping``           for poses that somebody wrote: applies the smallest repair, only offers one that changes much (``changes``)
``work``              for poses that are first guesses: keeps what is right, moves what violates, or else places all bodies anew,
                      and writes the poses into the program
``report``            what holds and what does not, as text and as JSON
``consequences``      what does not hold any more after a change by hand; ``riders``: what comes along with a thing that moves
``staying``           which bodies of a program are right already and stay; ``passages``: paths to parts of the floor that are cut off
``program``           ``poses`` writes poses as one edit of the program text; ``repair`` (with ``number_motion``, ``number_plan``,
                      ``number_search``, ``planar_violations``, ``overhang``) changes numbers of a program that has no ``place``
                      calls, until the faults of its certificate (``wrongs``) are gone
``repair``            the least change that removes all violations, judged by the certifier's geometry: ``stage`` tells what a
                      tried pose would collide with, ``places`` and ``related`` propose poses, ``mending`` chooses, ``judging``
                      certifies
``reading``           reads a scene as a layout problem
``certificate``       judges a layout by exact geometry: ``certify`` holds the checks, ``certify.physics`` the settling under
                      gravity. It shares only the meaning of the relations with the solver
``joining``           which bodies enclose each other or interlock by design; they move as one
``feasibility``       ``conflicts``: what cannot hold, by bounds that every layout obeys (those of relations are in ``heights``,
                      ``distances`` and ``directions``; ``conflict`` is the result type); ``narrowing``: reduces what the search
                      could not satisfy to a small conflicting set, within independent ``parts`` of the problem and partly during
                      the search; ``easing``: which relations to drop so that the others can hold
``search``            finds poses. ``solver`` runs ``projection`` (pushes apart what is nearly right), ``construction`` (places
                      bodies one by one), ``polish`` (removes a few and places them again) and ``exact`` (CP-SAT for crowded
                      floors). They use ``arrangement``: a partial layout; ``candidates``: poses worth trying; ``proposals``: poses
                      that one relation asks for; ``pairing``: bodies that relations tie together; ``hanging``: heights on walls;
                      ``carrying``: bodies that move with their support; ``occupancy``: what is in the way; ``keepouts``: what
                      stays free; ``walls``: free stretches of a wall; ``planar``: overlap of turned boxes, vectorised;
                      ``effort``: a budget of work that is the same on every machine
``resting``           lowers bodies until their undersides touch their support
``forest``            the problem: bodies, constraints and the support forest (``affinity``: what usually stands on what)
``relations``         ``residuals``: what each relation means (thresholds in ``definitions``, formulas in ``terms``);
                      ``anchors``: relations of the program as constraints; ``explanations``: puts them into words
``bodies``            ``reading`` turns a Scene into rigid bodies: ``selection`` picks the rows; ``forms``, ``pieces`` and
                      ``surfaces`` give their shape and where others can stand on them; ``coverings`` finds floor and wall
                      coverings, which are no furniture; ``holds`` finds each body's support, from written poses (``standing``) or
                      from words (``kinds``) and first guesses (``hosts``); ``aloft``: bodies that are in the air by design;
                      ``joints``: words of things that belong together
``model``             the data types that all of these share
====================  =================================================================================================
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
