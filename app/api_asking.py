"""The Python functions of ``scenewright`` that find things, in a scene and in the catalogues; see :mod:`scenewright.app.api`."""

from __future__ import annotations

import warnings
from pathlib import Path

from scenewright.app.actions.asking import ASK, AskRequest
from scenewright.app.actions.catalogue_searching import SEARCH_CATALOGUE, CatalogueFound, SearchCatalogueRequest
from scenewright.app.actions.querying import QUERY, QueryRequest
from scenewright.app.api_arguments import Folders, face, given, request_of, session_of
from scenewright.scene.semantics.queries import Answer
from scenewright.scene.semantics.questions import GraphAnswer

__all__ = ["ask", "query", "search_catalogue"]


@face("querying a scene")
def query(
    scene: str | Path,
    text: str,
    *,
    top_k: int | None = None,
    threshold: float = 0.0,
    camera: int = 0,
    libraries: Folders = (),
) -> Answer:
    """Find the entities that a sentence describes, best first, with scores and reasons; none if nothing fits.

    Args:
        scene: a scene folder, a ``.py``, a reply ``.md``, or the text of a program.
        text: what is looked for, such as *the second largest picture above the sofa*.
        top_k: most results; None: all that fit.
        threshold: least score of a result, from 0 to 1.
        camera: number of the camera for *leftmost* and *as seen from the camera*.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        QueryError: the query is empty, too long or not English.
        PathError: the camera does not exist.
    """
    request = request_of(
        QueryRequest, {"queries.0": "text"}, queries=(text,), top_k=top_k, threshold=threshold, camera=camera
    )
    result = QUERY(session_of(scene, libraries=libraries), request)
    if result.missing is not None:
        warnings.warn(result.missing, stacklevel=4)
    return result.answers[0]


@face("asking about a scene")
def ask(
    scene: str | Path,
    question: str,
    *,
    model: str | None = None,
    base_url: str | None = None,
    libraries: Folders = (),
) -> GraphAnswer:
    """Answer a question about count, existence, size, distance, color or relation: ``value``, ``text`` for people, and the facts in
    ``basis``. ``answered`` is False for a question that is not understood; ``text`` then says why.

    Args:
        scene: a scene folder, a ``.py``, a reply ``.md``, or the text of a program.
        question: in English.
        model: language model (provider:name) that answers from the scene graph; None: the answer is computed.
        base_url: of an OpenAI-compatible server that has the model.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        ModelError: the model cannot be reached, or refuses.
        QueryError: the question is too long.
    """
    request = request_of(AskRequest, question=given(question, "question"), model=model, base_url=base_url)
    answer = ASK(session_of(scene, libraries=libraries), request).answer
    assert answer is not None
    return answer


@face("searching the catalogues")
def search_catalogue(words: str = "", *, number: int = 5) -> CatalogueFound:
    """Find objects of the catalogues by words, synonyms and meaning: ``matches``, best first. If nothing matches, ``nearest`` has
    similar words. Without words, ``listed`` has all objects.

    Args:
        words: a thing with its looks, such as *red leather sofa*.
        number: most matches.

    Raises:
        QueryError: the words are too long.
    """
    return SEARCH_CATALOGUE(request_of(SearchCatalogueRequest, words=words, number=number))
