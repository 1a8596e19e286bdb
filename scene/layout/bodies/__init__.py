"""Read a Scene as rigid bodies: their rows, boxes, surfaces on which others can stand, and supports."""
