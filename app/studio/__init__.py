"""The studio: a scene in the browser, as program, tree and viewport.

`web/` holds the sources of the page and of the viewport, `page_build` makes `static/` of them when the package is built.
"""
