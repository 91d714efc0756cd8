"""The codebook: what a report can say, in the words that the whole house uses."""

from tocsin.codebook.claim import Chain, Claim, Doubt, Figure, Quote, Stance
from tocsin.codebook.errors import DataFault, InputRefused, Misuse, TocsinError
from tocsin.codebook.kinds import KINDS, METHODS, STAGES, UNITS, Kind
from tocsin.codebook.report import Reading, Report
from tocsin.codebook.when import Precision, When

__all__ = [
    "KINDS",
    "METHODS",
    "STAGES",
    "UNITS",
    "Chain",
    "Claim",
    "DataFault",
    "Doubt",
    "Figure",
    "InputRefused",
    "Kind",
    "Misuse",
    "Precision",
    "Quote",
    "Reading",
    "Report",
    "Stance",
    "TocsinError",
    "When",
]
