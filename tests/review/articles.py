"""Invented articles for the tests of the editors' page."""

from extract.review.desk import Wish

KENT = """Kent Police told to answer calls faster

By Ida Rowntree

24 November 2025

HMICFRS graded Kent Police good at preventing crime and inadequate at responding to the public.

The 🚓 force must answer 999 calls within ten seconds.

“We have work to do,” said Chief Constable Ada Fenwick. “We have begun it.”
"""
CREWS = """Crews praised

Inspectors from HMICFRS graded Cheshire Fire and Rescue Service outstanding at preventing fires.

“I am proud of every crew,” said Chief Fire Officer Tom Arkwright.
"""
DOG = """Police dog retires

Rex, a German shepherd of Durham Constabulary, has retired after nine years.
"""


def changed(row, **values):
    """The wish to change some values of a row."""
    return Wish(row.key, "change", row.revision, row.value | values)
