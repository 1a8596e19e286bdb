from .claims import CLAIMS as CLAIMS
from .claims import ReadmeClaim as ReadmeClaim
from .figures import Figure as Figure
from .parts import PARTS as PARTS
from .report import BenchReport as BenchReport
from .report import write_report as write_report
from .running import run_benches as run_benches

__all__ = ["CLAIMS", "PARTS", "BenchReport", "Figure", "ReadmeClaim", "run_benches", "write_report"]
