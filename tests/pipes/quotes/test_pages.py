"""Quotes as pages of newspapers and press offices set them: marks that are turned wrongly or lost, and loose wording."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale, the commissioner, said: ”[We are glad of it. The force has done well.]”",
        "Chief Constable Jo Hale said: “[We act at once. That is our duty.]“",
        "Inspector Al Dean said:\n\n“[I am content. The team has begun well.] “[It works with others. Its links are strong.] “[But it must"
        " answer calls.]”",
        "Jo Hale, the chair, said: “[I am glad. “We act at once.” That was her promise, and she kept it.]”",
    ],
)
def test_speech_between_marks_turned_wrongly_or_set_on_one_line(parts, body):
    assert parts("direct", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Chief Constable Jo Hale has hailed a ”[great step forward]” in the history of the force.",
        'Jo Hale of the inspectorate said she was" [pleased with some of the work of the force, but there were gaps]".',
    ],
)
def test_fragments_between_marks_turned_wrongly(parts, body):
    assert parts("fragment", body) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("His Majesty’s Inspector of Constabulary says the force must be “much faster”.", "His Majesty's Inspector"),
        ("The police watchdog went so far as to say it is “leaving callers in danger”.", "watchdog"),
        ("Work plans were recently described by the chief inspector as “quite without hope”.", "chief inspector"),
        (
            "Inspector Jo Hale has written to chiefs warning that forces found to be slow should expect “close attention”.",
            "Jo Hale",
        ),
        ("Setting out what must change, the watchdog pointed to delays, saying teams “lack training”.", "the watchdog"),
        (
            "Inspectors say that a number of brigades accepted that “fear had changed how they worked”.",
            "Inspectors",
        ),
        ("Mayor Al Dean said the report described the “worst results in years” of any force.", "Al Dean"),
        ("Mayor Al Dean said the report described it as “the worst of years” for any force.", "report"),
    ],
)
def test_who_is_credited_with_a_fragment(credited, body, expected):
    ((who, _),) = credited("fragment", body)
    assert who.startswith(expected)


def test_headings_cut_a_statement_into_topics(credited):
    body = (
        "Jo Hale, the union’s general secretary, said:\n\nOn the report:\n\n“It shows years of neglect. We need new rules.”\n\n"
        "On pay\n\n“The inspector is right about pay.”\n\n“It has to rise.”\n\nThe union has members in Kent.\n\n“Nobody asked us.”"
    )
    who = [one for one, *_ in credited("direct", body)]
    assert who == ["Jo Hale", "Jo Hale", None]


def test_speech_that_loses_its_first_mark_goes_on_in_the_next_paragraph(credited):
    body = "Jo Hale, the chief constable, added: Some victims were let down. That is plain.\n\n“We have begun to act.\n\n“It will take time.”"
    ((_, *parts),) = credited("direct", body)
    assert parts == ["Some victims were let down. That is plain.", "We have begun to act.", "It will take time."]


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        (
            "direct",
            "“For me, it is a failure of the system,” says Jo Hale.\n\nJo Hale is the new chief inspector.\n\n"
            "She told a hearing: “We will act sooner.\n\n“For me, it is a failure of the system.\n\n“It has to change.”",
            [["We will act sooner.", "For me, it is a failure of the system.", "It has to change."]],
        ),
        (
            "indirect",
            "Jo Hale, the chief inspector, said too many forces were slow\n\nThe report came out in May and fills ninety pages.\n\n"
            "Ms Hale said too many forces were slow to answer calls.",
            [["too many forces were slow to answer calls"]],
        ),
    ],
)
def test_words_that_a_teaser_gives_ahead_count_once(credited, kind, body, expected):
    assert [parts for _, *parts in credited(kind, body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The findings also show that staff have a “high level of care”.", "findings"),
        ("Jo Hale, the union’s chair, said the report showed “a service held up with string”.", "Jo Hale"),
        ("A NEW report demanding “deep and lasting change” in policing is backed by the union.", "NEW report"),
        ("Inspector Jo Hale also highlighted “cases of bullying” among the staff of the force.", "Jo Hale"),
        (
            "At fault was one of the areas seen by watchdogs, who warned that “small slips have grave results”.",
            "watchdogs",
        ),
        ("Criticism included “too many records did not state the grounds”.", None),
        ("The service in Dover was told it needed to “keep working to improve”.", None),
    ],
)
def test_who_is_quoted_by_verbs_that_point_at_something(credited, body, expected):
    ((who, _),) = credited("fragment", body)
    assert who == expected


def test_figures_that_show_something_say_nothing(credited):
    assert credited("fragment", "Figures from May show “a worrying rise” in thefts.") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Sir Al Dean warned chief constables that failure to record crime is wrong.",
            "failure to record crime is wrong",
        ),
        (
            "HMI Jo Hale expressed her disappointment that of the six asks only two have been met.",
            "of the six asks only two have been met",
        ),
    ],
)
def test_what_is_reported_of_a_named_person(credited, body, expected):
    ((_, words),) = credited("indirect", body)
    assert words == expected


@pytest.mark.parametrize(
    "body",
    [
        "It led to Chief Inspector of Constabulary Jo Hale saying: “We have worries about it.”",
        "It prompted the commissioner Jo Hale to say: “We have worries about it.”",
    ],
)
def test_whom_something_makes_speak(credited, body):
    assert credited("direct", body) == [("Jo Hale", "We have worries about it.")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Mayor Jo Hale said the report described the “worst of all years on record” and said the city needed to act.",
            "the city needed to act",
        ),
        (
            "Chief Constable Jo Hale said she was proud of her staff – but the force has been told to do more.",
            "she was proud of her staff",
        ),
    ],
)
def test_a_statement_is_told_from_what_the_article_sets_beside_it(credited, body, expected):
    assert credited("indirect", body) == [("Jo Hale", expected)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Jo Hale led it. Kent was singled out for blame by Ms Hale, who said: “There is a long list of faults.”",
            "Hale",
        ),
        (
            "Jo Hale led it. Calls are slow, an independent review found: “There is a long list of faults.”",
            "independent review",
        ),
    ],
)
def test_who_is_named_right_before_the_verb(credited, body, expected):
    ((who, _),) = credited("direct", body)
    assert who == expected


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale, the union’s chair, reacted to the HMIC report “Notable gaps in service” this morning.",
        "Jo Hale spoke of headlines this morning such as “Failing police fooled by public” and more.",
        "It has a “clear approach to its work” which includes visits that staff continued to make.",
    ],
)
def test_titles_and_what_nobody_says_are_no_fragments(credited, body):
    assert credited("fragment", body) == []


def test_a_body_that_goes_on_as_it_is_one_speaker_of_its_sentence(credited):
    body = "While HMICFRS said the faults were in “isolated pockets”, it said it had met officers in “deep distress”."
    assert credited("fragment", body) == [("HMICFRS", "isolated pockets", "deep distress")]
