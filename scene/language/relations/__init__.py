"""The relations of the Scene Language as one table: arguments, meaning, other forms, a picture.

`table` has a row for each, of the types in `kinds`; `words` reads walls, corners and axes. What a relation means in a layout stands in
:mod:`scenewright.scene.layout.relations`.
"""
