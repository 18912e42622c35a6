"""The closed lists of a record: grades, and the kinds of force, recommendation, initiative and quote."""

from __future__ import annotations

from typing import Literal

GradeWord = Literal[
    "outstanding",
    "good",
    "adequate",
    "requires improvement",
    "inadequate",
    "ungraded",
    "reasonably good",
    "not sufficiently good",
    "poor",
    "excellent",
    "very good",
    "satisfactory",
    "weak",
    "unsatisfactory",
]
"""Grades of the inspectorates: HMICFRS and Ofsted, HM Inspectorate of Prisons, HMICS, older scales."""

ForceKind = Literal["police", "fire"]
RecommendationKind = Literal["recommendation", "area_for_improvement", "cause_of_concern"]
InitiativeKind = Literal["operation", "project", "programme", "scheme", "campaign", "team", "protocol", "other"]
QuoteKind = Literal["direct", "fragment", "indirect"]
Counted = Literal["areas", "recommendations", "areas for improvement", "causes of concern"]
