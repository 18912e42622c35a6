"""Turns, clips and answers: where speech under a label ends, and whom it belongs to."""

import pytest


@pytest.fixture(scope="module")
def rows(record):
    """Speaker and parts of each quote of one kind; the speaker by name, by role where there is none."""

    def run(kind, body):
        found = record("Kent Police was inspected by HMICFRS in May.\n\n" + body)
        people = {official.id: official.name or official.role for official in found.officials}
        return [
            (people.get(quote.speaker, quote.speaker), *(part.text for part in quote.parts))
            for quote in found.quotes
            if quote.kind == kind
        ]

    return run


@pytest.mark.parametrize("end", ["END CLIP", "CLIP ENDS", "ENDS", "[end of clip]"])
def test_a_clip_has_all_that_stands_before_the_line_that_ends_it(rows, end):
    body = (
        "CLIP: Jo Hale, Chief Constable of Kent\n\nHe said, 'Fix it,' and he was right.\n\nThat one stung.\n\n"
        f"{end}\n\nThe report says there are too few people on nights."
    )
    assert rows("direct", body) == [("Jo Hale", "He said, 'Fix it,' and he was right.", "That one stung.")]


def test_an_answer_may_tell_what_somebody_said(rows):
    body = (
        "We asked Jo Hale, the chief constable, about it.\n\nHow did you take it?\n\n"
        "I rang my mother. She said, “Was it true?” and I said that it was.\n\n"
        "And the second lesson is time.\n\nIt is. I told my team: “No excuses.” They know.\n\n"
        "What comes next?\n\nI will ask the staff."
    )
    assert [len(parts) for _, *parts in rows("direct", body)] == [1, 1, 1]
    assert {who for who, *_ in rows("direct", body)} == {"Jo Hale"}


def test_one_form_of_address_before_words_makes_a_turn_in_minutes(rows):
    body = (
        "Chief Officer Jo Hale presented the report.\n\nA member asked why nobody had known.\n\n"
        "Ms Hale: Because there was nobody to ask.\n\nThe report was noted."
    )
    assert rows("direct", body) == [("Jo Hale", "Because there was nobody to ask.")]


def test_minutes_call_people_by_their_letters(rows):
    body = (
        "Superintendent Jo Hale (JH) opened the meeting. Ann Dean, service liaison lead, HMICFRS (ALD) was there.\n\n"
        "ALD explained that the service would be graded. JH felt the wording was “harsh”."
    )
    assert rows("indirect", body) == [("Ann Dean", "the service would be graded")]
    assert rows("fragment", body) == [("Jo Hale", "harsh")]


def test_paragraphs_that_are_set_in_are_one_statement(rows):
    body = (
        "The charity says that “a grade is no answer”. Its director, Jo Hale, told members:\n\n"
        "   I met a woman in Deal.\n\n   Ministers ought to act.\n\nThe note ends."
    )
    assert rows("direct", body) == [("Jo Hale", "I met a woman in Deal.", "Ministers ought to act.")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Sgt Jo Hale pours tea. ‘We answer the phone’, she says.", [("Jo Hale", "We answer the phone")]),
        ("Sgt Jo Hale is proud. Would she join again? “In a heartbeat.”", [("Jo Hale", "In a heartbeat.")]),
        (
            "Sgt Jo Hale and Supt Al Dean were there. Does Hale mind? “Not a bit of it”",
            [("Jo Hale", "Not a bit of it")],
        ),
        (
            "“It comes to that,” Sgt Jo Hale said. “We did it.” Supt Al Dean shook his head: “Not here.”",
            [("Jo Hale", "It comes to that,", "We did it."), ("Al Dean", "Not here.")],
        ),
        (
            "Sgt Jo Hale said: “We did it.”\n\n“Then do more,” shouts someone in the hall.",
            [("Jo Hale", "We did it."), ("someone", "Then do more,")],
        ),
        (
            "Sgt Jo Hale: “We did it.”\n\nHMICFRS: “It did it well.”\n\nVictim Support: “This is welcome.”",
            [("Jo Hale", "We did it."), ("HMICFRS", "It did it well."), ("Victim Support", "This is welcome.")],
        ),
        (
            "Sgt Jo Hale said it was late.\n\n“About time somebody noticed.” – response officer, Deal",
            [("response officer", "About time somebody noticed.")],
        ),
        (
            "Among those waiting is a 29-year-old from Deal, who rang in May. “I gave up,” she said.",
            [("29-year-old from Deal", "I gave up,")],
        ),
        (
            "“We’re pleased,” the deputy chief constable said. Chief Constable Jo Hale said: “It is late.”",
            [("deputy chief constable", "We’re pleased,"), ("Jo Hale", "It is late.")],
        ),
    ],
)
def test_speech_belongs_to_whom_its_sentences_name(rows, body, expected):
    assert rows("direct", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Sgt Jo Hale said pay was the real trouble: “You can’t rent a flat.”", ["pay was the real trouble"]),
        ("Sgt Jo Hale said the grade had been a blow, “though hardly a shock”.", []),
        ("Sgt Jo Hale said the plan was good, “but the drill was broken”.", ["the plan was good"]),
        ("Cllr Jo Hale considered that the figures must come monthly.", ["the figures must come monthly"]),
        ("Supt Jo Hale advised the meeting that staff had been trained.", ["staff had been trained"]),
        ("Supt Jo Hale told visitors that the engine was new.", ["the engine was new"]),
    ],
)
def test_a_statement_ends_before_the_words_that_are_quoted(rows, body, expected):
    assert [part for _, part in rows("indirect", body)] == expected


def test_nobody_is_quoted_under_a_heading_of_who_signs_the_page(rows):
    body = (
        "Commissioner’s comments\n\nI welcome this report and I have read it.\n\nChief Constable’s comments\n\n"
        "I accept it. We had let files lapse.\n\nNext steps\n\nI will look again in June.\n\n"
        "Jo Hale\n\nPolice and Crime Commissioner for Kent"
    )
    assert rows("direct", body) == [("Chief Constable", "I accept it. We had let files lapse.")]


def test_the_last_section_of_a_page_in_the_first_person_is_its_own_voice(rows):
    body = (
        "I publish these comments on the report. Victims waited too long.\n\nRecommendation 2\n\nThe force has bought phones.\n\n"
        "My view\n\nI will hold the force to all of this.\n\nJo Hale\n\nPolice and Crime Commissioner for Kent"
    )
    assert rows("direct", body) == []


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """Officials by name with their roles, and who says what, on a page with this body."""
    import extract

    def run(body, title="Kent Police praised"):
        path = tmp_path_factory.mktemp("page") / "page.html"
        path.write_text(f"<html><body><article><h1>{title}</h1>{body}</article></body></html>", encoding="utf-8")
        found = extract.extract_file(path)
        people = {official.id: official.name or official.role for official in found.officials}
        said = [(people.get(q.speaker, q.speaker), *(part.text for part in q.parts)) for q in found.quotes]
        return {official.name: official.role for official in found.officials}, said

    return run


@pytest.mark.parametrize(
    "body",
    [
        "<p>HMICFRS was at Kent Police.</p><p>Chief Constable Jo Hale was glad.</p>"
        "<blockquote><p>We worked hard for this.</p><p>We have far to go.</p></blockquote><p>It was a start.</p>",
        "<p>HMICFRS was at Kent Police.</p><p>It was a start.</p><blockquote><p>We worked hard for this.</p>"
        "<p>We have far to go.</p><footer>\u2014 Jo Hale, chief constable</footer></blockquote>",
        "<p>HMICFRS was at Kent Police.</p><figure><blockquote><p>We worked hard for this.</p><p>We have far to go.</p>"
        "</blockquote><figcaption>Jo Hale, chief constable</figcaption></figure>",
        "<p>HMICFRS was at Kent Police.</p><p>It was a start.</p><blockquote><p>We worked hard for this.</p>"
        "<p>We have far to go.</p><cite>Jo Hale, chief constable</cite></blockquote>",
        "<p>HMICFRS was at Kent Police.</p><p>It was a start.</p><blockquote><p>\u201cWe worked hard for this.</p>"
        "<p>\u201cWe have far to go.\u201d</p><cite>Jo Hale, chief constable</cite></blockquote>",
    ],
)
def test_a_block_quotation_is_of_whom_is_named_beside_it(shown, body):
    _, said = shown(
        body + "<p>The inspectors, who were in the county for a week, will be back there in the autumn.</p>"
    )
    assert said == [("Jo Hale", "We worked hard for this.", "We have far to go.")]


def test_a_statement_with_its_own_introduction_is_not_of_who_is_named_below_it(shown):
    body = (
        "<p><b>Chief Constable Jo Hale</b> said:</p><p>\u201cI welcome it.\u201d</p>"
        "<p><b>Al Dean, Police and Crime Commissioner for Kent</b></p><p>\u201cI am reassured by what I have read.\u201d</p>"
    )
    _, said = shown(body)
    assert [who for who, *_ in said] == ["Jo Hale", "Al Dean"]


def test_a_signed_block_quotation_is_not_of_who_spoke_before_it(shown):
    body = (
        "<p>\u201cWe have listened,\u201d said Chief Constable Jo Hale.</p><blockquote>\u201cIt is a fine force.\u201d<br>"
        "\u2014 Al Dean, HM Inspector of Constabulary</blockquote><p>It was a start for the county and its people.</p>"
    )
    _, said = shown(body)
    assert [who for who, *_ in said] == ["Jo Hale", "Al Dean"]


def test_an_interview_may_begin_with_a_statement_and_end_with_a_note(shown):
    body = (
        "<p>The chief fire officer of Kent Fire and Rescue Service tells Ann Reed about the report</p>"
        "<p><b>You were graded poor in 2019. Did you think of going?</b></p><p>I did. Then I thought, who would fix it?</p>"
        "<p><b>HMICFRS says you should have more officers.</b></p><p>It\u2019s right. We\u2019ve hired six.</p>"
        "<p><b>And the staff?</b></p><p>They stuck with me.</p><p>The service was inspected in March.</p>"
    )
    people, said = shown(body, title="The big interview: Jo Hale")
    assert people == {"Jo Hale": "chief fire officer of Kent Fire and Rescue Service"}
    assert said == [
        ("Jo Hale", "I did. Then I thought, who would fix it?"),
        ("Jo Hale", "It\u2019s right. We\u2019ve hired six."),
        ("Jo Hale", "They stuck with me."),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "“I am sorry.” With those three words, Jo Hale began.\n\nThe chief constable of Kent had been asked about it.",
        "Kent’s chief constable hit back yesterday.\n\nJo Hale, speaking in Deal, said: “I am sorry.”",
        "The chief constable of Kent has hit back.\n\n“I am sorry.” With those words, Jo Hale began.",
    ],
)
def test_an_office_without_a_name_is_of_whom_the_next_block_names(rows, body):
    assert rows("direct", body) == [("Jo Hale", "I am sorry.")]


def test_an_office_in_capitals_is_a_label(rows):
    body = "COMMISSIONER: I meet them each week.\n\nCHIEF CONSTABLE: I'd say that I do too.\n\nCOMMISSIONER: We do."
    assert [who for who, *_ in rows("direct", body)] == ["COMMISSIONER", "CHIEF CONSTABLE", "COMMISSIONER"]


def test_items_that_open_speech_leads_in_are_parts_of_it(rows):
    body = (
        "HM Inspector Jo Hale said:\n\n“I am glad of it.\n\n“The force has:\n- trained its call takers;\n- put more people in.\n\n"
        "“We will go back.”"
    )
    ((_, *parts),) = rows("direct", body)
    assert parts == [
        *("I am glad of it.", "The force has:"),
        *("trained its call takers;", "put more people in.", "We will go back."),
    ]


def test_a_verb_of_judgement_before_a_colon_opens_a_list(rows):
    assert (
        rows("direct", "The inspectorate commended two schemes: Support Hubs, which help, and Operation Larch.") == []
    )


@pytest.mark.parametrize("verb", ["hit out at", "slammed", "applauded"])
def test_a_verb_of_judgement_credits_what_is_quoted(rows, verb):
    assert rows("fragment", f"Cllr Ray Dunn {verb} “lazy old headlines” on Monday.") == [
        ("Ray Dunn", "lazy old headlines")
    ]


def test_a_grade_that_somebody_says_in_speech_is_speech(rows):
    body = "Chief Constable Jo Hale met them. “They do not like it,” she says. “Good.”"
    assert rows("direct", body) == [("Jo Hale", "They do not like it,", "Good.")]


def test_a_clip_names_who_speaks_in_brackets(rows, record):
    body = (
        "SCRIPT: Kent has had its marks.\n\nCLIP (HM Inspector Jo Hale, 0’31”): I sat and read the log of one girl.\n\n"
        "SCRIPT: That was in May.\n\nCLIP (Chief Constable Al Dean, 0’18”): We’ve let her down and I know it."
    )
    assert rows("direct", body) == [
        ("Jo Hale", "I sat and read the log of one girl."),
        ("Al Dean", "We’ve let her down and I know it."),
    ]
    assert [row.role for row in record(body).officials] == ["HM Inspector", "Chief Constable"]


def test_an_answer_that_nobody_asked_for_is_the_writers_own(rows):
    asked = "Sgt Jo Hale leads the unit.\n\nThe force should write a plan.\nAnswer: Agreed. It has gone to the board."
    assert rows("direct", asked) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "In a joint statement Kent’s Chief Constable, Jo Hale, and her opposite number in Essex, Chief Constable Al Dean, "
            "said: “Our weekend cover was poor.”",
            ["Jo Hale"],
        ),
        (
            "The commissioner, Jo Hale, and the chair of the panel, Al Dean, issued a statement together. "
            "“We read every file,” they said.",
            ["Jo Hale"],
        ),
        (
            "For the Managers’ Guild, Jo Hale wants the Home Office to pay: “It needs to happen this year, and it will.”",
            ["Jo Hale"],
        ),
        ("From our contact centre, Supt Jo Hale sends thanks: “A grade is a grade, but we are glad.”", ["Jo Hale"]),
        (
            "The force’s head of forensics, Jo Hale, doesn’t deny it. She says a judge asked for it and nobody has told "
            "them otherwise. “If they would like to fetch it, we’ll help.”",
            ["Jo Hale"],
        ),
        ("The inspectorate has found a cause of concern. In its own words:\n\n“Staff do not believe it.”", ["HMICFRS"]),
        (
            "One woman, who we are calling Anna, saw him at the school.\n\n“He was at the gate, waving,” she said.",
            ["Anna"],
        ),
        ("Mary Lewis, 71, waited four hours. “Lovely boy when he came,” said Mrs Lewis.", ["Mary Lewis"]),
        ("“He was at my gate,” a woman from Dereham told the team. “He was.”", ["woman from Dereham"]),
        ("“She stacks it all wrong,” one firefighter confided.", ["firefighter"]),
    ],
)
def test_who_speaks_is_found_around_the_speech(rows, body, expected):
    assert [who for who, *_ in rows("direct", body)] == expected


def test_a_pronoun_comments_in_paragraphs_without_marks(rows):
    body = (
        "Jo Hale, His Majesty’s Inspector of Constabulary, led the visit. She comments:\n\n"
        "I was pleased to find leaders who lose sleep over this.\n\nThe officers know what I think.\n\nNEXT STEPS"
    )
    assert rows("direct", body) == [
        ("Jo Hale", "I was pleased to find leaders who lose sleep over this.", "The officers know what I think.")
    ]
