"""What is where to what in a scene: boxes, surfaces, the graph of both, as text and JSON."""
