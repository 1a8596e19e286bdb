"""Customs of furnishing that need no text: what kind of furniture a thing is, and where around another it is put.

The embedded writer furnishes new rooms by them, and an edit puts a new thing beside one that is there.
"""
