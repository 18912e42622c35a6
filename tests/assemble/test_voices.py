from extract.assemble.officials.persons import Person, Voice
from extract.assemble.voices import Voices
from extract.pipes.annotation import Annotation


def quote(label, start, end, cue=None):
    cues = ((cue, cue + 4, "said"),) if cue is not None else ()
    return Annotation(label, start, end, "quotes.credited", {"parts": [[start, end]]}, cues)


OURS, OTHER, NOBODY = Voice(words="HMICFRS"), Voice(Person((0, 4), "hale")), Voice()


def voices(*quotes):
    return Voices(quotes, lambda voice: voice.words == "HMICFRS")


def test_a_place_is_in_the_voice_of_the_quote_around_it():
    heard = voices((quote("direct", 10, 20), OURS), (quote("direct", 30, 40), OTHER), (quote("direct", 50, 60), NOBODY))
    assert [heard.at(offset) for offset in (5, 10, 19, 20, 35, 55)] == [
        "article",
        "inspectorate",
        "inspectorate",
        "article",
        "other",
        "other",
    ]


def test_a_fragment_that_nobody_is_credited_with_is_the_articles():
    assert voices((quote("fragment", 10, 20), NOBODY)).at(15) == "article"


def test_only_the_kinds_asked_for_count():
    heard = voices((quote("indirect", 10, 20), OTHER))
    assert heard.at(15) == "other"
    assert heard.at(15, ("direct", "fragment")) == "article"


def test_the_last_reporting_verb_of_a_sentence_credits_what_follows():
    heard = voices((quote("indirect", 20, 30, cue=12), OTHER), (quote("fragment", 50, 60, cue=45), OURS))
    assert heard.credited(10, 40) == "other"
    assert heard.credited(10, 60) == "inspectorate"
    assert heard.credited(60, 90) == "article"
