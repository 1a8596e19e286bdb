"""The appearance of objects: surface areas, colors and kinds of material, for the scene graph and queries."""
