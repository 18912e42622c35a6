"""Which mentions of an article are one ask."""

import pytest

from extract.assemble.recommendations.grouping import group
from extract.assemble.recommendations.mentions import Mention
from extract.assemble.recommendations.senses import Term, pieces_of
from extract.pipes.annotation import Annotation

BODY = "kent-police"


@pytest.fixture
def mention():
    """A mention of these words, in a sentence and a block of its own."""

    def make(words, *, at, quoted=False, headline=False):
        where = {"headline": headline, "sentence": (100 * at, 100 * at + 99)}
        note = Annotation("ask", 100 * at, 100 * at + 50, "recommendations.modal", where)
        told = words.split()
        terms = [Term(word, 1.0, frozenset(), pieces_of(word)) for word in told]
        return Mention(note, frozenset(told), "", frozenset(), quoted, at, told, False, terms, frozenset(), False)

    return make


def groups(*mentions, body=BODY):
    return group([(mention, body) for mention in mentions])


def test_a_quotation_repeats_the_ask_that_it_is_most_like(mention):
    asks = mention("answer calls ten seconds", at=1), mention("count dogs van", at=2)
    assert groups(*asks, mention("answer calls", at=3, quoted=True)) == [[0, 2], [1]]


def test_asks_of_two_bodies_are_two(mention):
    one, other = mention("answer calls", at=1), mention("answer calls", at=2, quoted=True)
    assert group([(one, "kent-police"), (other, "essex-police")]) == [[0], [1]]
    assert groups(one, other) == [[0, 1]]


def test_who_has_said_an_ask_hardly_says_it_again(mention):
    ask = mention("answer calls ten seconds bank holiday", at=1)
    again = mention("answer calls ten seconds", at=2, quoted=True)
    like = mention("bank radio van dog", at=3, quoted=True)
    same = mention("answer calls holiday", at=3, quoted=True)
    assert groups(ask, like) == [[0, 1]]
    assert groups(ask, again, like) == [[0, 1], [2]]
    assert groups(ask, again, same) == [[0, 1, 2]]


def test_a_headline_sums_up_one_ask(mention):
    head = mention("answer calls dogs", at=0, headline=True)
    first, other = mention("answer calls", at=1), mention("dogs kennels", at=2)
    assert groups(head, other) == [[0, 1]]
    assert groups(head, first, other) == [[0, 1], [2]]
