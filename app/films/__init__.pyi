from .film_files import film_endings
from .film_request import MOST_FRAMES, FilmRequest
from .filming import Filmed as Filmed
from .filming import film as film

__all__ = ["MOST_FRAMES", "FilmRequest", "Filmed", "film", "film_endings"]
