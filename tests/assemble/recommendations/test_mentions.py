"""How surely two mentions are of one ask."""

import pytest

from extract.assemble.recommendations.mentions import Mention, count_words, weigh
from extract.assemble.recommendations.senses import Term, pieces_of
from extract.pipes.annotation import Annotation


@pytest.fixture
def mention():
    """A mention of these words."""

    def make(
        words, *, verb="", quoted=False, block=0, rule="recommendations.modal", headline=False, senses=(), adds=False
    ):
        note = Annotation("ask", 0, 1, rule, {"headline": headline})
        told, known = words.split(), frozenset(senses)
        terms = [Term(word, 1.0, known, pieces_of(word)) for word in told]
        return Mention(note, frozenset(told), verb, frozenset(), quoted, block, told, False, terms, known, adds)

    return make


def weight(one, other, *more):
    """The weight of two mentions among others of an article."""
    return weigh(one, other, count_words([one, other, *more]))


def test_asks_that_share_rare_words_are_one_and_those_that_share_none_are_two(mention):
    backlog, lab, dogs = (
        mention("clear backlog school"),
        mention("clear backlog", block=1),
        mention("walk dog", block=2),
    )
    assert weight(backlog, lab, dogs) > 0
    assert weight(backlog, dogs, lab) < 0


def test_a_word_that_every_ask_holds_joins_none(mention):
    asks = [mention(f"record {crime}", block=block) for block, crime in enumerate(("rape", "theft", "fraud"))]
    assert weight(*asks) < 0


def test_a_headline_or_a_quotation_repeats_an_ask(mention):
    ask = mention("train call handler spot risk", block=1)
    again = mention("train better", block=2)
    assert weight(ask, again) < weight(ask, mention("train better", block=2, quoted=True))
    assert weight(ask, again) < weight(mention("train better", headline=True), ask)


def test_items_of_lists_repeat_each_other_less(mention):
    plain = [mention("check custody record", block=block) for block in (0, 20)]
    items = [mention("check custody record", block=block, rule="recommendations.item") for block in (0, 20)]
    assert weight(*items) < weight(*plain)


def test_actions_that_begin_alike_and_end_with_different_things_are_two(mention):
    one, other = mention("review how quick file close"), mention("review how quick file open", block=1)
    assert weight(one, other) < weight(one, mention("review how quick file", block=1))


def test_each_of_two_of_the_narrative_that_says_much_of_its_own_is_an_ask(mention):
    ask = mention("tell victim suspect release")
    assert weight(ask, mention("tell victim right court", block=1)) < weight(ask, mention("tell victim", block=1))


def test_other_words_of_one_sense_repeat_an_ask_in_a_quotation(mention):
    ask = mention("reduce time answer call", senses=(1, 2))
    again = mention("pick phone fast", quoted=True, block=1)
    assert weight(ask, again) < weight(ask, again._replace(senses=frozenset((1, 2))))


def test_what_adds_to_an_ask_or_shares_only_its_verb_is_another(mention):
    ask = mention("train call handler stalk", verb="train")
    again = mention("train handler stalk", block=1, quoted=True)
    assert weight(ask, again._replace(adds=True)) < weight(ask, again)
    assert weight(ask, mention("train detective court", verb="train", block=1, quoted=True)) < 0


def test_words_of_one_root_bring_mentions_together(mention):
    ask = mention("settle staffing control room", block=0)
    again = mention("understaffed rooms", quoted=True, block=1)
    assert weight(ask, again) > weight(ask, mention("empty places", quoted=True, block=1))


def test_the_article_says_little_again_that_it_has_said_and_somebody_quoted_says_much(mention):
    ask, again = mention("answer call ten second"), mention("answer phone", block=1)
    item = mention("answer phone", block=1, rule="recommendations.item")
    assert weight(ask, item) < weight(ask, again) < weight(ask, again._replace(quoted=True))


def test_what_stands_before_it_says_what_a_quotation_means_by_it(mention):
    ask = mention("stop holding children cell")
    again = mention("stamp", block=1, quoted=True)
    said = again._replace(around=frozenset(("children", "cell", "night")))
    assert weight(ask, again) < weight(ask, said)
    long = mention("mend floor cash move store shelf", block=1, quoted=True)
    gain = weight(ask, long._replace(around=said.around)) - weight(ask, long)
    assert gain < weight(ask, said) - weight(ask, again)


def test_an_ask_that_says_it_was_asked_before_repeats_one(mention):
    ask, again = mention("caseload fifty"), mention("caseload manager", block=1)
    assert weight(ask, again) < weight(ask, again._replace(repeats=True))
