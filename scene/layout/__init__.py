"""Plausible layouts: where the bodies of a scene stand, so that nothing intersects, all is inside, and relations hold.

How the parts fit, top down; each imports only what stands below it:

====================  =================================================================================================
``layout``            the whole job: a program in; the same with poses that hold, and a certificate, out (``solve_scene``)
``keeping``           poses that somebody wrote: the smallest repair is taken, one that changes much is offered (``changes``)
``work``              poses that are first guesses: what is right stays, what violates moves, else all is put anew; into the text
``report``            what holds and what does not, for people and as JSON
``staying``           what of a program is right already, and stays; ``passages``: ways to what is cut off of the floor
``program``           the poses as one edit of the program's text (``poses``); ``repair`` (``number_motion``, ``number_plan``,
                      ``number_search``, ``planar_violations``, ``overhang``) changes the numbers of programs without ``place``,
                      until what a certificate found (``wrongs``) is gone
``repair``            the least change after which nothing violates, by the certifier's own geometry: ``stage`` says what a pose
                      that is tried would meet, ``places`` and ``related`` propose poses, ``mending`` chooses, ``judging`` judges
``reading``           a scene as a problem; ``joining`` says which of its bodies enclose each other or interlock by design
``certificate``       whether a layout is right, by exact geometry: ``certify`` holds its parts, ``certify.physics`` lets it
                      settle. Nothing of the solver's goes in, relations apart
``joining``           which bodies enclose each other or interlock by design, and are taken as one
``feasibility``       ``conflicts``: what cannot hold, by bounds that every layout obeys (``heights``, ``distances``, ``directions``
                      have those of relations; ``conflict`` says what one is); ``narrowing``: what the search could not serve,
                      as a small set that conflicts, found among few bodies where that can be (``parts`` of a problem), some of
                      it while the search is under way; ``easing``: what is let go of where the rest is wanted all the same
``search``            poses. ``solver``: ``projection`` pushes apart what is nearly right, ``construction`` puts bodies one by
                      one, ``polish`` takes a few up again, ``exact`` asks CP-SAT for crowded floors. Below them
                      ``arrangement``, a layout in the making; ``candidates``, poses worth trying, and ``proposals``, those that
                      one relation asks for; ``pairing``: what belongs together, put with a view to all of it; ``hanging``:
                      heights on walls; ``carrying``: what goes along with what it stands on; ``occupancy``: what is in the way,
                      ``keepouts``: what stays free, ``walls``: where a wall has room; ``planar``: overlap of turned
                      boxes, many pairs at a time; ``effort``: how much work each may do, on every machine the same
``resting``           bodies let down onto what they stand on, until their undersides meet it
``forest``            the problem: bodies, constraints, and what stands on what (``affinity``: what belongs on what)
``relations``         ``residuals``: what each relation means (``definitions`` has the figures, ``terms`` the formulas);
                      ``anchors``: relations of the program as constraints; ``explanations`` puts them in words
``bodies``            a Scene as rigid bodies (``reading``): ``selection`` says which rows, ``forms``, ``pieces`` and
                      ``surfaces`` what they are made of and carry, ``coverings`` which are surfaces of the building and no
                      furniture, ``holds`` what holds the others up: by the poses that somebody wrote (``standing``), else by
                      words (``kinds``) and where first guesses have them (``hosts``); ``aloft``: what is in the air;
                      ``joints``: words of what belongs together
``model``             the data that all of these speak in
====================  =================================================================================================
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
