"""Families that speak are none of those who were named."""


def test_the_family_is_not_the_one_whom_it_lost(record):
    found = record(
        "Al Dean, 40, lost his life. The family said: “He was kind. We miss him.”",
        "Kent Police news\n\n14 February 2024\n\n",
    )
    assert [quote.speaker for quote in found.quotes] == ["family"]
