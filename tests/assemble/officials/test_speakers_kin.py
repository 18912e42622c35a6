"""Families that speak are none of those who were named."""


def test_the_family_is_not_the_one_whom_it_lost(record):
    found = record(
        "Al Dean, 40, lost his life. The family said: “He was kind. We miss him.”",
        "Kent Police news\n\n14 February 2024\n\n",
    )
    assert [quote.speaker for quote in found.quotes] == ["family"]


def test_they_are_the_family_of_the_sentence_before(record):
    head = "Kent Police news\n\n14 February 2024\n\n"
    found = record("A woman lost her life. Today her family have paid tribute. They said: “She was kind.”", head)
    assert [quote.speaker for quote in found.quotes] == ["family"]
