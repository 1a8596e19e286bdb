"""Scenewright from Python: ``import scenewright as sw``.

Scenes: ``sw.generate(text)``, ``sw.evaluate(source)``, ``sw.edit(source, ...)``, ``sw.undo(scene)``, ``sw.redo(scene)``,
``sw.history(scene)``, ``sw.layout(scene)``, ``sw.render(scene)``, ``sw.view(scene)``, ``sw.export(scene, file)``,
``sw.query(scene, "the red cup on the desk")``, ``sw.ask(scene, "how many chairs are there?")``, ``sw.search_catalogue("red sofa")``.
Whole rooms: ``sw.furnish(scene)``, ``sw.rearrange(scene)``, ``sw.tidy(scene)``, ``sw.restyle(scene, "Japandi")``; pictures:
``sw.generate(images=[file])``, ``sw.fit(scene, picture)``. Language models: ``sw.generate(text, model=...)``, ``sw.brief(text)``,
``sw.runs(scene)``.
Many scenes: ``sw.batch(jobs, out)``, ``sw.dataset(recipe, out)``.
Recipes of rooms: ``sw.recipes("kiln")``, ``sw.show_recipe("bedroom")``, ``sw.add_recipe(file)``, ``sw.remove_recipe(name)``.
Splats: ``sw.read_gaussians(file)``, ``sw.rasterize(gaussians, cameras)``, ``sw.open_capture(folder)``, ``sw.Trainer(views)``.
``__init__.pyi`` lists all names. Each loads when it is first used; importing this module costs nothing.
"""

import os
import sys

import lazy_loader

if "ipykernel" in sys.modules:  # in a notebook open3d would start a server of its own, and say so in three lines
    os.environ.setdefault("OPEN3D_DISABLE_WEB_VISUALIZER", "true")

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
