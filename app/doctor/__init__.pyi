from .check import Check
from .examination import checks, run

__all__ = ["Check", "checks", "run"]
