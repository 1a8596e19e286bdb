"""Converts a capture to a scene program: finds objects, the room and names, and fills holes behind objects."""
