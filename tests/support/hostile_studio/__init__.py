"""Attacks on the server of the studio, by what they come with. :mod:`.ground` is the server that is attacked."""

from tests.support.hostile_studio.bodies import BODIES, MARKUP, TEXTS
from tests.support.hostile_studio.case import Case
from tests.support.hostile_studio.gradio_calls import GRADIO, opened_by_anna
from tests.support.hostile_studio.ground import CANARY, Ground, Reply, attacked_studio
from tests.support.hostile_studio.heads import COOKIES, HEADERS, METHODS, PATHS
from tests.support.hostile_studio.job_requests import FOLDERS, JOBS, KEY
from tests.support.hostile_studio.sockets import SOCKETS
from tests.support.hostile_studio.strangers import IDS
from tests.support.hostile_studio.uploads import UPLOADS

__all__ = ["CANARY", "GROUPS", "KEY", "MARKUP", "Case", "Ground", "Reply", "attacked_studio", "opened_by_anna"]

GROUPS: dict[str, list[Case]] = {
    "headers": HEADERS,
    "cookies": COOKIES,
    "methods": METHODS,
    "paths": PATHS,
    "ids": IDS,
    "bodies": BODIES,
    "texts": TEXTS,
    "uploads": UPLOADS,
    "jobs": JOBS,
    "folders": FOLDERS,
    "sockets": SOCKETS,
    "gradio": GRADIO,
}
