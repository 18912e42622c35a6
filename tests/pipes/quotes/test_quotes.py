"""Direct speech, fragments and reported statements; [brackets] stand around the parts of the kind that is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.pipes.quotes.marks import find_stretches
from tests.marked import unmark


@pytest.fixture(scope="module")
def runs(find):
    """Runs of direct speech: who the words say speaks, and how many parts there are."""

    def run(body):
        reading, found = find("quotes", body)
        rows = []
        for note in found:
            who = note.attributes["speaker"]
            if note.label == "direct":
                rows.append((reading.text[who["start"] : who["end"]] if who else None, len(note.attributes["parts"])))
        return rows

    return run


@pytest.mark.parametrize(
    "body",
    [
        "ACC Jo Hale said: “[We did it well.]”",
        "“[We did it well,]” said ACC Jo Hale.",
        "“[We did it well]”, said ACC Jo Hale.",
        "“[We did it,]” she said, “[because we could.]”",
        "“[We did it well,]” ACC Jo Hale said. “[We will do it again.]”",
        'ACC Jo Hale said: "[We did it well.]"',
        "ACC Jo Hale said: ‘[We did it well.]’",
        "ACC Jo Hale said: '[We did it well.]'",
        "ACC Jo Hale said:“[We did it well.]”",
        "Jo Hale, chair of the panel, said: “[We did it well.]”",
        "The report said: “[The force is failing its victims.]”",
        "A spokesperson for Kent Police said: “[We are glad of it.]”",
        "“[We did it,]” said Jo Hale, before adding: “[We are glad of it.]”",
    ],
)
def test_direct_speech_stands_before_behind_and_around_its_verb(parts, body):
    assert parts("direct", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "ACC Jo Hale said: “[We did it well.]\n\n“[We will do it again.]\n\n“[And we are glad.]”",
        'ACC Jo Hale said: "[We did it well.]\n\n"[We will do it again.]\n\n"[And we are glad.]"',
        "ACC Jo Hale said: ‘[We did it well.]\n\n‘[We will do it again.]’",
        "Chief Constable Jo Hale said:\n\n“[We accept this report.]”\n\n“[We will act on it.]”",
        "ACC Jo Hale said: “[We did it well.]\n\nPicture: Kent Police\n\n“[We will do it again.]”",
        "ACC Jo Hale said:\n\n“[We did it well.]\n\n[We will do it again.]\n\n[The board told us so.]\n\n[And we are glad.]”",
    ],
)
def test_speech_over_several_paragraphs_is_one_run(parts, runs, body):
    assert parts("direct", body) == body
    ((_, count),) = runs(unmark(body)[0])
    assert count == body.count("[")


@pytest.mark.parametrize(
    "body",
    [
        'ACC Jo Hale said: “[We did it well.]" She left.',
        'ACC Jo Hale said: "[We did it well.]” She left.',
        "ACC Jo Hale said: “[We did it well. We will do it again.]",
        "ACC Jo Hale said: [We did it well. We will do it again.]”",
        "ACC Jo Hale said: „[We did it well.]”",
        "ACC Jo Hale said: ”[We did it well.]”",
        "ACC Jo Hale said: ``[We did it well.]''",
    ],
)
def test_mixed_odd_and_lost_marks_are_read_as_they_were_meant(parts, body):
    assert parts("direct", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "ACC Jo Hale said: “[The report says ‘good’ and ‘we agree’ with it.]”",
        "ACC Jo Hale said: ‘[The report says “good”, and it isn’t wrong.]’",
        "ACC Jo Hale said: ‘[The forces’ results and the officers’ work show it.]’",
        "He said: “[The ’90s were good, weren’t they?]”",
        "He said: '[It's the force's work, isn't it?]'",
    ],
)
def test_nested_marks_and_apostrophes_end_no_speech(parts, body):
    assert parts("direct", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale told the board that the force was “[failing its victims]” and “[slow to act]”.",
        "Inspectors said the force was “[slow to act]”.",
        "According to Jo Hale, the force was “[slow to act]”.",
        "Asked whether he was proud, Mr Dunn said “[yes, very]”.",
        "Jo Hale said she was “[glad]” of the work and that the force would go on.",
        "The inspectorate did, however, say it was pleased with the “[visible and approachable]” leadership.",
    ],
)
def test_quoted_words_in_the_sentence_of_the_article_are_a_fragment(parts, body):
    assert parts("fragment", body) == body
    assert parts("direct", body) == unmark(body)[0]


def test_the_fragments_of_one_speaker_in_one_sentence_are_one(find):
    _, found = find("quotes", "Jo Hale told the board that the force was “failing its victims” and “slow to act”.")
    (note,) = found
    assert len(note.attributes["parts"]) == 2


def test_single_marks_close_before_others_open(parts):
    body = "Jo Hale said that crews were left '[in tears]' when they spoke of a '[lack of care]'."
    assert parts("fragment", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "The force uses a so-called “dry cell” at night.",
        "It was rated “good” and “adequate”.",
        "It was “requires improvement” at preventing crime, inspectors said.",
        "Its report, “The State of Policing”, is long.",
        "Jo Hale spoke of the ‘State of the Nation’ report, and left.",
        "Jo Hale told us of her “Got a Spare Evening?” posters.",
        "The scheme, known as “Walk and Talk”, began in 2021.",
        "The ‘lost’ files were found.",
        "Officers’ hours and the force’s cars cost more.",
    ],
)
def test_grades_titles_terms_and_scare_quotes_are_no_quotes(find, body):
    assert find("quotes", body)[1] == []


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale said [the force had been slow to act].",
        "Jo Hale said that [the force had been slow to act].",
        "Jo Hale told the panel that [the force had been slow to act].",
        "[The force needed more money], Ray Dunn added.",
        "[The force, Ray Dunn said, needed more money].",
        "Jo Hale said she was “glad” of the work and that [the force would go on].",
    ],
)
def test_a_reported_clause_without_marks_is_indirect(parts, body):
    assert parts("indirect", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "The report said the force was slow.",
        "Inspectors found that the force was slow.",
        "Jo Hale said goodbye.",
        "Jo Hale was told that the force was slow.",
    ],
)
def test_what_a_body_reports_and_what_is_no_clause_is_not_indirect(parts, body):
    assert parts("indirect", body) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“We did it,” said ACC Jo Hale, who leads on crime.", [("Jo Hale", 1)]),
        ("“We did it,” said Mr Hale.\n\n“We did not,” said Ms Dunn.", [("Hale", 1), ("Dunn", 1)]),
        (
            "ACC Jo Hale said: “We did it.”\n\nThe streets were quiet.\n\nShe said: “We will.”",
            [("Jo Hale", 1), ("She", 1)],
        ),
        (
            "The report said: “The force is slow and must act.” Jo Hale said: “We did it well and are glad.”",
            [("report", 1), ("Jo Hale", 1)],
        ),
        ("Chief Officer Jo Hale: “Here is what we did.”", [("Jo Hale", 1)]),
        ("“We did it well and are glad,” – Jo Hale, chief officer.\n\nThe streets were quiet.", [("Jo Hale", 1)]),
        ("ACC Jo Hale said: “We did it well and are glad.” Mr Ray Dunn said that it was fine.", [("Jo Hale", 1)]),
    ],
)
def test_a_run_has_the_speaker_whose_words_credit_it(runs, body, expected):
    assert runs(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Chief Constable’s reply:\n\n[We accept this report. We will act on it.]\n\n[I am glad of it.]",
        "Chief Constable Jo Hale said:\n\n[We accept this report. We will act on it.]\n\n[I am glad of it.]",
        "Chief Constable Jo Hale said: [We accept this report. We will act on it.]",
        "Foreword\n\n[I am glad to publish this report. We have worked hard on it.]\n\n"
        "[My thanks go to our officers.]\n\nJo Hale\n\nChief Constable\n\nThe force employs many people.",
    ],
)
def test_a_statement_without_marks_whose_speaker_is_introduced_is_direct(parts, body):
    assert parts("direct", body) == body


def test_a_pull_quote_that_repeats_the_body_is_none(parts):
    body = "“We did it well and we will go on.”\n\nACC Jo Hale said: “[We did it well and we will go on.]”"
    assert parts("direct", body) == body


def test_a_quote_points_at_the_words_that_credit_it(find):
    reading, (note,) = find("quotes", "“We did it well,” added ACC Jo Hale.")
    (cue,) = note.cues
    assert (reading.text[cue[0] : cue[1]], note.rule) == ("added", "quotes.credited")


@given(st.text(st.sampled_from("aB .,:!?\"'“”‘’-–"), max_size=60), st.booleans())
def test_stretches_are_not_empty_in_order_and_inside(text, continued):
    last = 0
    for stretch in find_stretches(text, 0, len(text), continued=continued):
        assert last <= stretch.start < stretch.end <= len(text)
        last = stretch.end
