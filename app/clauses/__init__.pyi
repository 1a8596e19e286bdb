from .certify import certify_clauses
from .clause import Clause, ClauseCertificate

__all__ = [
    "Clause",
    "ClauseCertificate",
    "certify_clauses",
]
