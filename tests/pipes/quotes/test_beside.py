"""Quotes by what stands beside them: helping verbs, brackets, labels of a list, signatures, pull-quotes."""

import pytest


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Inspectors credit Larch with putting “grip where there was drift”.",
            ("Inspectors", "grip where there was drift"),
        ),
        ("Jo Hale did not think the grade was “a fair fight”.", ("Jo Hale", "a fair fight")),
        ("For Councillor Jo Hale, who sits there, the report is “a wake-up call”.", ("Jo Hale", "a wake-up call")),
        ("Jo Hale has welcomed a report that praises its “relentless” work.", ("report", "relentless")),
        ("Larch is picked out in the report as “promising practice”.", (None, "promising practice")),
        (
            "Inspectors found that:\n\n- officers “talked about patterns”\n- cells were cold",
            (None, "talked about patterns"),
        ),
        (
            "Jo Hale, chief of Stand Up, welcomed the report but warned that “words are cheap”.",
            ("Jo Hale", "words are cheap"),
        ),
        ("Jo Hale, who sits on the board of Larch House, called it “a mess”.", ("Jo Hale", "a mess")),
        (
            "The cause of concern says the force “does not know its demand”.",
            ("cause of concern", "does not know its demand"),
        ),
        (
            "We’re told, on page 31, that it “makes sensible choices with money”.",
            (None, "makes sensible choices with money"),
        ),
        ("Its staff “do not always see eye to eye with firms”.", (None, "do not always see eye to eye with firms")),
        ("Officers were overheard by inspectors “being kind”.", (None, "being kind")),
        ("He also had words for ministers, accusing them of “hoping for rain”.", ("He", "hoping for rain")),
        (
            "Ministers were accused of “playing games with us” by Jo Hale, of the FBU.",
            ("Jo Hale", "playing games with us"),
        ),
        ("It was good, with crews praised for their “very kind words”.", (None, "very kind words")),
        ("It was hailed, with a spokesman for Safe Home calling it “long overdue”.", ("spokesman", "long overdue")),
        (
            "It was panned, with the inspector stating it was “slow in all it does”.",
            ("inspector", "slow in all it does"),
        ),
    ],
)
def test_a_fragment_has_whoever_its_sentence_gives_it(credited, body, expected):
    assert credited("fragment", body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale did accept that [the number of detectives had grown].",
        "Jo Hale told the force at their meeting on 17 March that [she had expected better].",
        "She informed us that [the force must wait until May].",
        "Jo Hale has told us [she wants a report each week], and described herself as “glad”.",
        "Hale on Monday admitted [she had missed her own target], and Jo Hale laughed.",
        "Jo Hale, the mayor, said [work to fix both began in May].",
        "Jo Hale says [that has begun].",
        "Jo Hale acknowledged this and undertook to provide figures.",
        "Jo Hale would write to her and find them.",
        "Her letter went on to say that [the force should protect its trainers].",
        "The force, according to her letter, should carry on.",
        "Sgt Jo Hale let it be known that [the unit would close].",
        "Sgt Jo Hale has asked us to record that [she moved two managers].",
        "Sgt Jo Hale reckons [round 3 should mark fewer things].",
        "Sgt Jo Hale told the panel [average response times had fallen].",
        "Sgt Jo Hale told the committee [more officers were on the way].",
        "Sgt Jo Hale was cross. [The tower should be sold], in her opinion.",
        "Sgt Jo Hale was cross. [The Home Office, to her mind, ought to pay].",
        "Jo Hale, the federation chair, said [the force ought to recruit].",
        "Jo Hale demanded that [the force put a worker in every suite].",
        "Councillor Hale indicated that [it would serve no purpose].",
        "Councillor Hale wrote back, stating that [the plan was late].",
        "Jo Hale insists [the force has turned a corner] \u2013 but the union disagrees.",
        "Jo Hale told BBC Radio Kent’s Al Dean that [a report into the force will show it].",
    ],
)
def test_a_statement_is_the_clause_behind_its_verb(parts, body):
    assert parts("indirect", body) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "“Well done to you” (Karen Orr, Goole). “Fix it now” (@hull).",
            [("Karen Orr", "Well done to you"), ("@hull", "Fix it now")],
        ),
        ("“They saved my nan” (Karen, Goole).", [("Karen", "They saved my nan")]),
        ("“Biscuits,” deadpans Sgt Jo Hale.", [("Jo Hale", "Biscuits,")]),
        ("“Inadequate,” says Sgt Jo Hale, and sighs.", [("Jo Hale", "Inadequate,")]),
        ("Sgt Jo Hale said: “Good.”", [("Jo Hale", "Good.")]),
        ("The report was short. “Good,” it said of the control room.", []),
        ("Not so, says Jo Hale: “We paid.”", [("Jo Hale", "We paid.")]),
        ("The first recommendation reads: “Answer calls.”", [("recommendation", "Answer calls.")]),
        ("Jo Hale, who has replaced Al Dean, said: “We paid.”", [("Jo Hale", "We paid.")]),
        ("A detective quoted in the report says: “We paid.”", [("detective", "We paid.")]),
        ("Jo Hale’s verdict? “We did it.”", [("Jo Hale", "We did it.")]),
        ("It was hailed, with ACC Jo Hale saying: “We did it.”", [("Jo Hale", "We did it.")]),
        ("It was hailed, with Jo Hale, the chair of the panel, adding: “We did it.”", [("Jo Hale", "We did it.")]),
        ("A row broke out with Cllr Jo Hale claiming: “We paid.”", [("Jo Hale", "We paid.")]),
        ("Sgt Jo Hale agreed with Al Dean, saying: “We paid.”", [("Jo Hale", "We paid.")]),
        ("Sgt Jo Hale, speaking with some regret, added: “We paid.”", [("Jo Hale", "We paid.")]),
    ],
)
def test_speech_has_who_stands_beside_it(credited, body, expected):
    assert credited("direct", body) == expected


def test_a_pull_quote_is_no_part(credited):
    body = "“People cried in our rooms. It was hard,” said Jo Hale.\n\n“People cried in our rooms”"
    assert credited("direct", body) == [("Jo Hale", "People cried in our rooms. It was hard,")]


def test_sections_that_people_sign_are_theirs(credited):
    body = "".join(
        f"The {who}\n\nI was glad of this report, which says in plain words what my people have known for years.\n\n{name}, {role}\n\n"
        for who, name, role in (
            ("chief", "Jo Hale", "Chief Constable"),
            ("union", "Al Dean", "brigade secretary"),
            ("member", "Cllr Ann Pell", "chair, Kent Fire Authority"),
        )
    )
    assert [who for who, *_ in credited("direct", body)] == ["Jo Hale", "Al Dean", "Ann Pell"]


def test_a_label_with_nothing_under_it_is_no_speech(find):
    label = "Chief Constable’s response:"
    _, found = find("quotes", f"{label}\n\nReview dates should be explained to detainees.\n\n{label}")
    assert [note.attributes.get("kind", note.label) for note in found] in ([], ["direct"])
