"""Deadlines of asks: where they stand, what they go for and how they are worded."""

import pytest

from extract.pipes.recommendations.deadlines import DEADLINE


@pytest.mark.parametrize(
    ("sentence", "ask", "deadline"),
    [
        (
            "Within three months, the force should train its staff.",
            "the force should train its staff",
            "Within three months",
        ),
        (
            "By 31 March 2026, Kent Police should train its staff.",
            "Kent Police should train its staff",
            "By 31 March 2026",
        ),
        ("The force should train its staff by 31 March 2026.", "The force should train its staff", "by 31 March 2026"),
        ("It should train its staff by the end of the year.", "It should train its staff", "by the end of the year"),
        ("It must train its staff with immediate effect.", "It must train its staff", "with immediate effect"),
        ("It should immediately train its staff.", "It should immediately train its staff", "immediately"),
        (
            "It should, as a matter of urgency, train its staff.",
            "It should, as a matter of urgency, train its staff",
            None,
        ),
        ("It must see victims within 72 hours of a call.", "It must see victims within 72 hours of a call", None),
        ("By May 2026 the force should train its staff.", "the force should train its staff", "By May 2026"),
        (
            'The force must act "with immediate effect" to train its staff.',
            'The force must act "with immediate effect" to train its staff',
            "with immediate effect",
        ),
        (
            "The force should train its staff within six months of the publication of this report.",
            "The force should train its staff",
            "within six months of the publication of this report",
        ),
        ("By the same date it should train its staff.", "it should train its staff", "By the same date"),
        ("It must train its staff inside three months.", "It must train its staff", "inside three months"),
        (
            "It must escalate referrals which have not been answered within ten days.",
            "It must escalate referrals which have not been answered within ten days",
            None,
        ),
        ("It must train its staff (by 1 June).", "It must train its staff", "by 1 June"),
        ("It must train its staff, HMICFRS says, by May.", "It must train its staff", "by May"),
        ("It must train its staff before the year is out.", "It must train its staff", "before the year is out"),
        (
            "Seized phones should be examined within 60 days.",
            "Seized phones should be examined within 60 days",
            None,
        ),
        (
            "It must cap the cases that a detective can hold at once.",
            "It must cap the cases that a detective can hold at once",
            None,
        ),
        (
            "Managers should enter what they learn within two working days.",
            "Managers should enter what they learn within two working days",
            None,
        ),
        (
            "The force must clear its queue of phones \u2013 there are 400 \u2013 by the end of the year.",
            "The force must clear its queue of phones",
            "by the end of the year",
        ),
        (
            "The force needs to find out why one in five of them leaves within two years.",
            "The force needs to find out why one in five of them leaves within two years",
            None,
        ),
    ],
)
def test_a_deadline_stands_outside_the_clause_where_it_stands_at_its_edge(asks, sentence, ask, deadline):
    assert asks(sentence) == [(ask, None, deadline)]


def test_a_deadline_before_two_asks_of_a_sentence_goes_for_both(asks):
    found = asks("Within three months the force should record crime, and it should train its staff.")
    assert [deadline for _, _, deadline in found] == ["Within three months", "Within three months"]


def test_a_deadline_behind_an_ask_does_not_go_for_the_one_behind_it(asks):
    found = asks("The force must train its staff by the end of July, and it must not drop cases.")
    assert [deadline for _, _, deadline in found] == ["by the end of July", None]


@pytest.mark.parametrize(
    "later", ["This is to be done by the end of April.", "It wants this done by the end of April."]
)
def test_a_sentence_can_set_the_day_for_the_asks_before_it(asks, later):
    found = asks(f"HMICFRS said that the force must train its staff. {later}")
    assert found[0] == ("the force must train its staff", None, "by the end of April")


def test_a_day_alone_above_a_paragraph_goes_for_its_asks(asks):
    assert asks("With immediate effect:\n\nThe force should train its staff.") == [
        ("The force should train its staff", None, "With immediate effect")
    ]


def test_a_day_alone_above_a_list_goes_for_all_of_it(asks):
    body = "Within three months\n\n1. The force should train its staff.\n\n2. The force should check its files."
    assert [ask[2] for ask in asks(body)] == ["Within three months", "Within three months"]


def test_only_the_last_sentence_of_a_lead_in_sets_the_deadline(asks):
    body = (
        "The force is asked, with immediate effect, to see children. Within three months it should:\n\n"
        "- record crime promptly;\n- train its staff."
    )
    assert {(ask, deadline) for ask, _, deadline in asks(body)} == {
        ("The force is asked, with immediate effect, to see children", "with immediate effect"),
        ("record crime promptly", "Within three months"),
        ("train its staff", "Within three months"),
    }


def test_a_deadline_alone_between_a_lead_in_and_its_items_goes_for_them(asks):
    body = """We recommend that Kent Police:

immediately

- makes sure that officers speak to children; and
- stops downgrading reports.

within three months

- reviews its practice on meetings."""
    assert asks(body) == [
        ("makes sure that officers speak to children", None, "immediately"),
        ("stops downgrading reports", None, "immediately"),
        ("reviews its practice on meetings", None, "within three months"),
    ]


def test_a_deadline_of_the_lead_in_goes_for_every_item(asks):
    body = "Within six months, the force should:\n\n- record crime promptly;\n- train its staff."
    assert asks(body) == [
        ("record crime promptly", None, "Within six months"),
        ("train its staff", None, "Within six months"),
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "within three months",
        "within the next 12 months",
        "within a year",
        "by 31 march 2026",
        "by the end of march 2026",
        "no later than 1 june",
        "by the spring",
        "by next summer",
        "before the end of the financial year",
        "immediately",
        "with immediate effect",
        "by the time of our next inspection",
    ],
)
def test_words_of_a_deadline(phrase):
    assert DEADLINE.fullmatch(phrase)
    found = DEADLINE.search(f"it must {phrase} do so")
    assert found
    assert found[0] == phrase


@pytest.mark.parametrize(
    "phrase", ["as a matter of urgency", "as soon as possible", "in three areas", "by its officers"]
)
def test_urgency_and_agents_are_no_deadlines(phrase):
    assert not DEADLINE.search(phrase)
