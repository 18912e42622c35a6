"""Speech under labels: transcripts, interviews, scripts and questions; who speaks and how many paragraphs."""

import pytest

HEADS = "Chief Constable Jo Hale leads Kent Police. Commissioner Ray Dunn met her on Monday."


@pytest.fixture(scope="module")
def turns(record):
    """Speaker and number of parts of each direct quote."""

    def run(body, lead=HEADS):
        found = record(f"{lead}\n\n{body}")
        people = {official.id: official.name or official.role for official in found.officials}
        return [(people.get(q.speaker, q.speaker), len(q.parts)) for q in found.quotes if q.kind == "direct"]

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("DUNN: How many are open?\n\nHALE: Forty-one.", [("Ray Dunn", 1), ("Jo Hale", 1)]),
        ("Jo: It went well.\n\nHost: And next year?\n\nJo: We will see.", [("Jo Hale", 1), ("Jo Hale", 1)]),
        ("Chief Constable Hale: We did it.\n\nMr Dunn: You did not.", [("Jo Hale", 1), ("Ray Dunn", 1)]),
        ("Q14 The Commissioner: Is it right?\n\nJo Hale: It was.", [("Ray Dunn", 1), ("Jo Hale", 1)]),
        ("WOMAN, 40s: I rang them twice.\n\nHALE: We rang back.", [("WOMAN, 40s", 1), ("Jo Hale", 1)]),
        ("Caller (Martin, Yate): I want my van.\n\nHale: You will have it.", [("Martin", 1), ("Jo Hale", 1)]),
    ],
)
def test_a_label_in_front_of_a_turn_names_who_speaks(turns, body, expected):
    assert turns(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "CUE\n\nHere is the chief.\n\nCLIP - HALE\n\nWe did it well.\n\nWe were glad.\n\nCUE\n\nIt rained.",
            [("Jo Hale", 2)],
        ),
        ('CLIP – Jo Hale (24"): We did it well.\n\nThe report makes nine recommendations.', [("Jo Hale", 1)]),
        ("The chief, Jo Hale, says it was hard.\n\nCLIP: It was hard and we did it.", [("Jo Hale", 1)]),
        ("INTERVIEW 1 – SUPT AL DEAN\n\nWe had eleven officers.\n\nREAD: The money is there.", [("AL DEAN", 1)]),
        ("CLIP: AL DEAN: “We had eleven officers.”", [("AL DEAN", 1)]),
    ],
)
def test_a_clip_of_a_script_runs_to_the_next_label(turns, body, expected):
    assert turns(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Q: Was it hard?\n\nA: I have known worse.\n\nQ: And now?\n\nA: A force that works.", [("Jo Hale", 1)] * 2),
        ("Q. Was it hard?\n\nA. I have known worse.\n\nQ. And now?\n\nA. A force that works.", [("Jo Hale", 1)] * 2),
        (
            "Was it hard?\n\nJH: I have known worse.\n\nThe work is steady.\n\nAnd now?\n\nJH: I sleep.",
            [("Jo Hale", 2), ("Jo Hale", 1)],
        ),
        (
            "Was it hard?\n\nI have known worse. My feet hurt.\n\nAnd now?\n\nShe that asks must wait.",
            [("Jo Hale", 1)] * 2,
        ),
        ("PV: Was it hard?\n\nJH: I have known worse.\n\nPV: Others say so.\n\nJH: They do.", [("Jo Hale", 1)] * 2),
    ],
)
def test_an_interview_is_answered_by_whom_it_asks(turns, body, expected):
    assert turns(body, "We put some questions to Chief Constable Jo Hale of Kent Police.") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Chief Constable’s reply: I agree. It is done.\n\nMy comment: I have seen it.", [("Jo Hale", 1)]),
        ("YES – Al Dean, regional chair, Fire Brigades Union\n\nI pay for six stations.", [("Al Dean", 1)]),
        ("I asked Mr Dunn. His statement was as follows:\n\nI have read it.\n\nWe must act.", [("Ray Dunn", 2)]),
    ],
)
def test_a_line_that_announces_somebody_gives_what_stands_below_it(turns, body, expected):
    assert turns(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Effectiveness: Good, as it was before.\n\nEfficiency: Good, which it was not.",
        "Our response: We should have done this years ago.\n\nOur response: The review is under way.",
        "Present: Jo Hale, Chief Constable; Ray Dunn, Commissioner.\n\nApologies: Al Dean, Treasurer.",
        "Recording crime: good → good\n\nProtecting vulnerable people: adequate → good",
        "Owner: Area Manager, Response. Status: in hand\n\nOwner: Head of HR. Status: complete",
        "They said: Kent Police should visit every victim of burglary.\n\nWe did: It will take until the summer.",
        "So how did you do?\n\nWe were graded in four areas.\n\nWho inspected you?\n\nHMICFRS did, in the spring.",
    ],
)
def test_labels_of_no_speaker_give_no_turns(turns, body):
    assert turns(body, "Kent Police was inspected in May.") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A. The law: what we had to do\n\nB. The money: what we had to spend", []),
        ("CHAIR: Is it right?\n\nHALE: It was, Chair.", [("Ann Pell", 1), ("Jo Hale", 1)]),
        ("THE LANTERN: Was it hard?\n\nODILE TRASK: It was.\n\nTL: And now?\n\nOT: I sleep.", [("ODILE TRASK", 1)] * 2),
        ("Odile Trask: It was hard.\n\nIs that so?\n\nOT: It is.", [("Odile Trask", 1)] * 2),
        ("KENT VALE: Good, as before.\n\nMID VALE: Good, which is new.", []),
        ("Jo Hale: She rang me and said, “I’d work here.”\n\nRay Dunn: She did.", [("Jo Hale", 1), ("Ray Dunn", 1)]),
        ("Larch (Kent): a text line for the valleys.\n\nJo Hale (Kent): a detective of the old kind.", []),
        ("Interview: Jo Hale, the force’s chief constable\n\nJo joined in 1990.", []),
        (
            "THE UNION: Ray Dunn, of Unison: “Pay us now.”\n\nTHE CHIEF: Jo Hale: “I would.”",
            [("Ray Dunn", 1), ("Jo Hale", 1)],
        ),
    ],
)
def test_a_label_counts_where_the_text_is_built_of_turns(turns, body, expected):
    lead = "Chief Constable Jo Hale of Kent Police met Ann Pell (Chair) and Commissioner Ray Dunn."
    if "TRASK" in body.upper():
        lead = "Kent Police was inspected in May and this is what came of it."
    assert turns(body, lead) == expected


def test_what_an_interviewer_says_of_you_is_no_answer(turns):
    body = (
        "What have you found?\n\nI have found a good force.\n\nWere you surprised?\n\nNo. I had read the draft.\n\n"
        "HMICFRS also told you to see more victims.\n\nIt did, and I have asked for 14 more officers.\n\n"
        "Will you get them?\n\nI will get nine."
    )
    lead = "Five minutes with Chief Constable Jo Hale. We asked her what she has found."
    assert turns(body, lead) == [("Jo Hale", 1)] * 4


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Here is the chief.\n\nCLIP 1: Jo Hale, Chief Constable\nIn: “We did it...”\nWe did it well.\nWe said so.\n"
            "Out: “...said so.”\n\nLINK 2\nIt rained.",
            [("Jo Hale", ["We did it well.", "We said so."])],
        ),
        (
            'CLIP (Hale) 24"\nIn: We did it well.\nOut: ...it well.\n\nDunn told me it rained.\n\nCUE\nIt is dry.',
            [("Jo Hale", ["We did it well."])],
        ),
        (
            "AUDIO: DUNN 2\n“It is your money.”\n\nThe report came out in May.",
            [("Ray Dunn", ["It is your money."])],
        ),
        (
            "It happened to Faisal.\n\nACT – FAISAL, SHOPKEEPER\n\nThey threw a bottle... and I rang.\n\nCUE\nIt rained.",
            [("Faisal", ["They threw a bottle... and I rang."])],
        ),
    ],
)
def test_a_clip_has_what_its_cues_enclose(record, body, expected):
    found = record(f"{HEADS}\n\n{body}")
    people = {official.id: official.name for official in found.officials}
    spoken = [(people.get(q.speaker, q.speaker), [part.text for part in q.parts]) for q in found.quotes]
    assert [row for row, quote in zip(spoken, found.quotes, strict=True) if quote.kind == "direct"] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Sam Orr: Welcome to the show.\n\nJo: Thanks.\n\nPriya Orr: How was it?\n\nJo: It was hard.",
            [("Jo Hale", 1)] * 2,
        ),
        (
            "PRES: A report is out.\n\nDUNN: We read it... twice.\n\nTED: It’s better.\n\nPRES: Ted is on call.",
            [("Ray Dunn", 1)],
        ),
        (
            "Al Orr MS\n\nWill he act?\n\nAnn Pell MS\n\nHe told me so.\n\nAl Orr MS\n\nI see.",
            [("Al Orr", 1), ("Ann Pell", 1), ("Al Orr", 1)],
        ),
        (
            "Members present: Jo Hale (Chair); Ray Dunn.\n\nHALE: It was hard.\n\nDUNN: It was.",
            [("Jo Hale", 1), ("Ray Dunn", 1)],
        ),
        (
            "Chief Constable’s reply: I agree. It is done.\n\nIt cost us nothing.\n\nMy view: Good.\n\n"
            "Chief Constable’s reply: I agree.\n\nI was glad of this report.",
            [("Jo Hale", 2), ("Jo Hale", 1)],
        ),
    ],
)
def test_hosts_and_writers_are_no_speakers(turns, body, expected):
    assert turns(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "CC: We were slow. I know it.\n\nPCC: And now?\n\nCC: We are not.",
            [("Jo Hale", 1), ("PCC", 1), ("Jo Hale", 1)],
        ),
        (
            "Host Priya Orr talks to Jo Hale.\n\nPRIYA: What did you find?\n\nJO: I found it hard.\n\nPRIYA: Why?\n\nJO: I was late.",
            [("Jo Hale", 1)] * 2,
        ),
        (
            "Councillor Dunn: I make that two.\n\nMs Hale: So do I.\n\nCouncillor Dunn: It is.",
            [("Ray Dunn", 1), ("Jo Hale", 1), ("Ray Dunn", 1)],
        ),
    ],
)
def test_labels_by_office_host_and_address(turns, body, expected):
    assert [turn for turn in turns(body) if turn in expected] == expected
