"""Code that runs inside the mesh worker. It imports numpy, trimesh and itself, nothing else of Scenewright."""
