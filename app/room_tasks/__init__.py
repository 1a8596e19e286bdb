"""Tasks on a whole room that stands: complete it, re-arrange it, tidy it up, give it a style.

A room is read as its things (:mod:`~scenewright.app.room_tasks.things`) and as a kind of place (``room_kind``); ``standing_stage`` lets
the embedded writer's knowledge of such places (recipes, customs, the plan of a floor) work on what is there. Each task works on a
:class:`~scenewright.app.session.Draft`, so that it is one step that can be undone, and tells what it did and what it could not do.
"""
