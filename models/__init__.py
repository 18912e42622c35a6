"""What a record is: pydantic models that every stage of peelback shares and that import nothing of ours."""

from models.evidence import Evidence
from models.finding import Finding, Severity
from models.record import (
    Area,
    Count,
    Deadline,
    Force,
    Grade,
    Initiative,
    Inspectorate,
    Official,
    Quote,
    Recommendation,
    Record,
    Source,
)

__all__ = [
    "Area",
    "Count",
    "Deadline",
    "Evidence",
    "Finding",
    "Force",
    "Grade",
    "Initiative",
    "Inspectorate",
    "Official",
    "Quote",
    "Recommendation",
    "Record",
    "Severity",
    "Source",
]
