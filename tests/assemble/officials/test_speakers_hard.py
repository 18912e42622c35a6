"""Who speaks where the words beside a quote do not say it: answers, statements that go on, people named later."""

import pytest


@pytest.fixture(scope="module")
def speakers(record):
    """The speaker of each quote, by name, by role where there is none, or as the record words it."""

    def run(body):
        found = record("Kent Police was inspected by HMICFRS in May.\n\n" + body)
        people = {official.id: official.name or official.role for official in found.officials}
        return [people.get(quote.speaker, quote.speaker) for quote in found.quotes]

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Sgt Jo Hale said: “We did it well.”\n\nAnd what of the money?\n\n“There is never enough of it.”",
            ["Jo Hale", "Jo Hale"],
        ),
        (
            "Sgt Jo Hale said: “We did it well.”\n\nRay Dunn asked whether it would last.\n\n"
            "“Ask me in two years,” came the reply.",
            ["Jo Hale", "Jo Hale"],
        ),
        (
            "In an email to staff, ACC Jo Hale said: “We did it well.”\n\nThe email continued: “We will do it again.”",
            ["Jo Hale", "Jo Hale"],
        ),
        (
            "HM Inspector Jo Hale wrote: “We are glad of it.” The letter continues: “We will return in May.”",
            ["Jo Hale", "Jo Hale"],
        ),
        ("The chief told the hall: “We did it well.”\n\nChief Constable Jo Hale took questions.", ["Jo Hale"]),
        ("Speaking outside, she said: “We did it well.”\n\nChief Constable Jo Hale began in May.", ["Jo Hale"]),
        (
            "The chief constable of Kent has accused HMICFRS of “lazy thinking”.\n\nJo Hale said it was “all wrong”.",
            ["Jo Hale", "Jo Hale"],
        ),
        (
            "The chief constable of Kent has apologised.\n\n“We are sorry,” Jo Hale told the panel.\n\nIt was a start.",
            ["Jo Hale"],
        ),
        (
            "Chief Constable Jo Hale sat down.\n\nHM Inspector Ray Dunn said: “It is slow.”\n\n"
            "Pressed on this, the chief constable was cautious.\n\n“We are quick,” he said.",
            ["Ray Dunn", "Jo Hale"],
        ),
        (
            "Chief Constable Jo Hale sat down.\n\nHM Inspector Ray Dunn said: “It is slow.”\n\n"
            "The chief constable shook his head.\n\n“We are quick,” he said.",
            ["Ray Dunn", "Jo Hale"],
        ),
        (
            "HM Inspector Al Dean said: “It is slow.”\n\nThat was news to Ray Dunn, chair of the panel.\n\n“It is quick,” he said.",
            ["Al Dean", "Ray Dunn"],
        ),
        (
            "HM Inspector Al Dean said: “It is slow.”\n\nHe had warned Ray Dunn, chair of the panel.\n\n“It is late,” he said.",
            ["Al Dean", "Al Dean"],
        ),
        (
            "Chief Constable Jo Hale sat down. A letter from HM Inspector Ray Dunn was read.\n\n“It is slow,” he wrote.",
            ["Ray Dunn"],
        ),
        (
            "The letter speaks of progress under the chief fire officer, Jo Hale, but it says the service should tell us more.",
            [],
        ),
        ("Sir Jo Hale said: “We are sorry.” The Met commissioner said it was “shameful”.", ["Sir Jo Hale"] * 2),
        (
            "Jo Hale, the Police and Crime Commissioner, said it was “dire”. The PCC said: “We are sorry.”",
            ["Jo Hale"] * 2,
        ),
        ("The council said in a statement: “We have listened.” It added: “We have changed.”", ["council"]),
        ("The report said the force was “slow”. It added: “Leaders must act.”", ["HMICFRS", "HMICFRS"]),
        (
            "Its chief constable, Jo Hale, sat down with us.\n\nWhat did you find?\n\n“An hour of slides. It is ten minutes now.”",
            ["Jo Hale"],
        ),
        ("Jo Hale came to the phone. The CFO told me he was “glad of it”.", ["Jo Hale"]),
        (
            "The chief constable, who took over in May, was moved. “We do not cry,” said Jo Hale.",
            ["Jo Hale"],
        ),
        ("It was left to Cllr Jo Hale, through a spokesman, to say that it was “all wrong”.", []),
        (
            "To be fair to Sir Jo Hale, he said it was “dire”. The HM Chief Inspector has lots of such lines.",
            ["Sir Jo Hale"],
        ),
        (
            "I asked the chief constable for her views and she replied: “We are sorry.”",
            ["chief constable"],
        ),
        (
            "Sir Jo Hale, who has died, led it.\n\nSgt Ray Dunn, his driver, said that Sir Jo kept a tin. “He did,” said Sgt Dunn.",
            ["Ray Dunn", "Ray Dunn"],
        ),
        (
            "Sgt Jo Hale said: “We did it well.”\n\nPensioner Ann Lee, of Hove, disagreed. “They did not come,” she said.",
            ["Jo Hale", "Ann Lee"],
        ),
    ],
)
def test_the_speaker_is_found_beyond_the_sentence(speakers, body, expected):
    assert speakers(body) == expected


@pytest.mark.parametrize(
    ("who", "role", "organisation"),
    [
        ("Home Secretary Jo Hale", "Home Secretary", "Home Office"),
        ("Jo Hale, the shadow policing minister,", "shadow policing minister", "House of Commons"),
        ("HMI Jo Hale", "HMI", "HMICFRS"),
        ("Jo Hale, the inspector,", "inspector", "HMICFRS"),
        ("Jo Hale, HM Chief Inspector of Constabulary in Scotland,", None, "HMICS"),
        ("Jo Hale, HM Chief Inspector of Prisons,", None, "HMIP"),
        ("Fire minister Jo Hale", "Fire minister", "Ministry of Housing, Communities and Local Government"),
        ("Jo Hale, fire minister at the Ministry of Housing,", None, "Ministry of Housing"),
        ("Met commissioner Dame Jo Hale", "Met commissioner", "metropolitan-police-service"),
        (
            "Jo Hale, Chief Executive of the College of Policing,",
            "Chief Executive of the College of Policing",
            "College of Policing",
        ),
        ("Howard League campaigner Jo Hale", "Howard League campaigner", "Howard League"),
        ("Unison secretary Jo Hale", "Unison secretary", "Unison"),
        ("Jo Hale, lead inspector from HIS,", "lead inspector from HIS", "HIS"),
        (
            "Jo Hale, Domestic Abuse Commissioner for England and Wales,",
            "Domestic Abuse Commissioner for England and Wales",
            None,
        ),
        ("Jo Hale, head of crime at the force,", "head of crime at the force", "kent-police"),
        ("The chief constable of Sussex Police, Jo Hale,", "chief constable of Sussex Police", "sussex-police"),
        ("Kent Commissioner for Police, Fire & Rescue and Crime Jo Hale", None, "Kent PFCC office"),
        ("Colonel Jo Hale, from Kent Police Federation,", "Colonel", "Kent Police Federation"),
    ],
)
def test_a_role_tells_the_body(record, who, role, organisation):
    body = f"HMICFRS graded Kent Police good at preventing crime.\n\n{who} said: “We have read every word of it.”"
    (official,) = record(body).officials
    assert official.name.removeprefix("Dame ") == "Jo Hale"
    assert official.organisation == organisation
    assert role is None or official.role == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("She was made HM Inspector of Constabulary in 1990.", "HM Inspector of Constabulary"),
        ("She became deputy chief constable of Essex in 2012, and came home.", "deputy chief constable of Essex"),
    ],
)
def test_a_sentence_gives_an_office_to_whom_it_means(record, sentence, role):
    body = f"Kate Hale joined Kent Police as a cadet, and was liked. {sentence}\n\n“I never left,” says Hale."
    assert [(official.name, official.role) for official in record(body).officials] == [("Kate Hale", role)]


def test_a_life_is_told_of_whom_its_head_names(record):
    body = (
        "Sir Al Hale, 1934–2021\n\nSir Al Hale, who has died, led Kent Police as chief constable for nine years and was loved for it.\n\n"
        "Sgt Ray Dunn, his driver, remembered that Sir Al kept a tin.\n\n"
        "He did not take to retirement. “Nobody mends a roof by calling names,” he told this paper."
    )
    found = record(body, head="")
    people = {official.id: official.name for official in found.officials}
    assert [people.get(quote.speaker) for quote in found.quotes if quote.kind == "direct"] == ["Sir Al Hale"]


def test_a_person_is_no_body_to_speak_for(record):
    body = (
        "Kent Police was inspected. Chief Constable Jo Hale left. Hale’s deputy, Ray Dunn, said he was “sad to see it”."
    )
    (official,) = record(body).officials
    assert (official.name, official.organisation) == ("Ray Dunn", "kent-police")


def test_an_unnamed_speaker_of_the_commissioner_speaks_for_the_office(record):
    body = "Kent Police was inspected.\n\nA spokesman for the Home Secretary said she was “considering” it."
    (official,) = record(body).officials
    assert (official.name, official.role, official.organisation) == (None, "spokesman", "Home Office")


@pytest.mark.parametrize(
    "roster",
    [
        "Joan Hale, Police and Crime Commissioner (Chair)\nTobias Dunn, Chief Constable\nAda Lowe, Deputy Chief Constable",
        "Joan Hale - Police and Crime Commissioner (Chair)\nTobias Dunn - Chief Constable\nAda Lowe - Deputy Chief Constable",
        "Chair: Joan Hale, Police and Crime Commissioner\nTobias Dunn, Chief Constable\nAda Lowe, Deputy Chief Constable",
        "PCC Joan Hale (in the chair)\nCC Tobias Dunn\nDCC Ada Lowe",
    ],
)
def test_offices_of_minutes_are_those_of_their_roster(speakers, roster):
    body = (
        "The Chair noted that the report was out. She added that she was glad of it.\n\n"
        "The Chief Constable welcomed the report. He said that it was fair.\n\nThe DCC replied that all was done."
    )
    expected = ["Joan Hale", "Joan Hale", "Tobias Dunn", "Ada Lowe"]
    assert speakers(f"Present:\n{roster}\n\n{body}") == expected


def test_of_two_who_speak_together_the_first_named_speaks(speakers):
    body = "HM Inspector Jo Hale and Chief Inspector Al Dean came. Ms Hale and Mr Dean said: “We saw a good force.”"
    assert speakers(body) == ["Jo Hale"]


def test_of_two_whom_the_text_knighted_or_not_the_first_named_speaks(speakers):
    body = (
        "Sir Humphrey Hale, HM Chief Inspector of Prisons, and Ann Dean, HM Inspector of Constabulary, came.\n\n"
        "Sir Humphrey and Ms Dean said:\n\n“We saw a good force.”"
    )
    assert speakers(body) == ["Sir Humphrey Hale"]


@pytest.mark.parametrize(
    ("opening", "below", "role"),
    [
        ("The chair of Kent Police Federation says it is “no surprise”.", "Ann Lee, who has led it since 2021, said so.", "chair of Kent Police Federation"),
        ("The county’s fire chief has promised to act.", "Ann Lee, who took over in May, said it was “no surprise”.", "fire chief"),
        ("The chief constable says it is “no surprise”.", "Ann Lee, who was burgled in May, said it was “no surprise”.", "chief constable"),
        ("The assessment by His Majesty’s Chief Inspector of Constabulary is out.", "Sir Al Dean said it was “no surprise”.", "His Majesty’s Chief Inspector of Constabulary"),
    ],
)  # fmt: skip
def test_an_office_of_the_opening_is_held_by_whom_a_clause_says_took_it_up(record, opening, below, role):
    official = record(f"{opening}\n\n{below}").officials[0]
    assert official.role == role
    assert (official.name is None) == ("burgled" in below)


def test_a_role_behind_a_name_is_nobody_else(speakers):
    body = "We sat with Ada Hale, a contact officer who joined in May. “It is busy,” she told us."
    assert speakers(body) == ["Ada Hale"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Sgt Jo Hale put it in an email to us. “We are drowning,” it read.", ["Jo Hale"]),
        ("Sgt Jo Hale wrote to staff. “It is hard,” the letter said.", ["Jo Hale"]),
        ("Sgt Jo Hale was glad.\n\n“The force should train its staff.”", ["HMICFRS"]),
        ("HMI Jo Hale was glad.\n\n“The force should train its staff.”", ["Jo Hale"]),
        ("It has two passages that matter. One calls Kent “a good neighbour to all”.", ["HMICFRS"]),
        ("A chief constable has said he was “sorry”.\n\nChief Constable Al Dean leads it.", ["Al Dean"]),
        (
            "Present: Jo Hale (Chief Fire Officer), Cllr R Tunley\n\n4. The Chief Fire Officer drew a map. He said it was “brand new”.",
            ["Jo Hale"],
        ),
        ("Sgt Al Dean came. Asked by the coroner, Bob Orr, he said: “It was quick.”", ["Al Dean"]),
        ("Janine from Dover rang in. “They were kind,” she says.", ["Janine"]),
        ("Sgt Jo Hale left. Her sister, Menna, wept. “He knew,” she said.", ["Menna"]),
        ("When I ask firefighters, they say: “We like it here.”", ["firefighters"]),
        ("At one station, someone said: “We like it here.”", ["someone"]),
        ("“We like them,” reads one line in the HMICFRS report.", ["HMICFRS"]),
        (
            "The Fire Brigades Union was not impressed. It called the grade “a sticking plaster”.",
            ["Fire Brigades Union"],
        ),
        ("A submission from Unison’s police branch was read. It called the grade “a sticking plaster”.", ["Unison"]),
        ("The council has read the report. It called the grade “a sticking plaster”.", ["HMICFRS"]),
        ("HM Inspectors Jo Hale and Tom Dean came. “We were impressed,” they said.", ["Jo Hale"]),
        ("Sgt Jo Hale welcomed the report. The inspectors were kind. “We were impressed,” they said.", ["HMICFRS"]),
        ("The letter speaks of progress under the chief, Jo Hale, but it says staff are “tired”.", ["HMICFRS"]),
        ("“We found too little.”\n\n\u2014 HM Inspector Jo Hale", ["Jo Hale"]),
        ("“We found too little.”\n\nJo Hale\n\nHM Inspector", ["Jo Hale"]),
        ("“Too slow, too often.” That is the inspectorate’s verdict on it.", ["HMICFRS"]),
        ("“Too slow, too often.” That was last week’s headline.", [None]),
        (
            "Chief Constable Ann Hale and Commissioner Tom Dean differ. “It is fair,” she said. He said: “It is kind.”",
            ["Ann Hale", "Tom Dean"],
        ),
        ("One caller told the inspectors that it had felt “like shouting down a well”.", ["caller"]),
        ("The justice secretary was unmoved. “We have paid,” he told MPs.", ["justice secretary"]),
        (
            "Cllr Jo Hale said it was “dire”.\n\nA retired watch manager, who gave no name, told us: “It is worse.”",
            ["Jo Hale", "retired watch manager"],
        ),
        (
            "A 15-year-old who was sent to Second Start in June told us it had helped.\n\n“They ring me,” he said.",
            ["15-year-old"],
        ),
        ("A woman from Herne Bay, who rang 999, waited. “They did not come,” she said.", ["woman from Herne Bay"]),
        ("A mother of two from Dover, whose ex stalked her, said: “I rang 14 times.”", ["mother of two from Dover"]),
        ("Speaking to us, Mr Hale - who joined in May - said: “We are proud.”", ["Hale"]),
        ("The two commissioners issued a joint statement. “We are proud of them,” they said.", ["commissioners"]),
        (
            "Supt Jo Hale, its lead for theft, and Sgt Al Dean, who runs the unit, said they were “over the moon”.",
            ["Jo Hale"],
        ),
        ("Supt Jo Hale, its lead for theft, was away, and Sgt Al Dean said it was “a pity”.", ["Al Dean"]),
    ],
)
def test_words_that_name_nobody_lead_back_to_somebody(speakers, body, expected):
    assert speakers(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "At a meeting of the Fire Authority on Wednesday, Cllr Ray Dunn asked why.\n\n“We were told it was fine,” he said.",
            ["Ray Dunn"],
        ),
        (
            "Shadow minister Jo Hale spoke in the debate.\n\n“It is too late for some of us,” the Labour MP said.",
            ["Jo Hale"],
        ),
        (
            "A Home Office spokesperson said: “We are glad.”\n\n“We gave them the money,” they added.",
            ["spokesperson", "spokesperson"],
        ),
        ("Jo Hale took over in May.\n\nThe 51-year-old, who is from Kent, said: “I am sorry.”", ["Jo Hale"]),
        (
            "One victim, who asked to be called Rachel, told us: “I was too tired.”\n\n“They rang me twice,” Rachel said.",
            ["Rachel", "Rachel"],
        ),
        ("A police chief said: “I am sorry.”\n\nChief Constable Jo Hale will go.", ["Jo Hale"]),
        (
            "A watchdog chief has said it is “dire”.\n\nJo Hale, HM Chief Inspector of Constabulary, said: “I am glad.”",
            ["Jo Hale", "Jo Hale"],
        ),
        ("The head of Kent Police said: “I am sorry.”\n\nChief Constable Jo Hale will go.", ["Jo Hale"]),
        (
            "Cllr Ray Dunn said: “Why?”\n\n“They are tired of it,” said Chief Constable Jo Hale.\n\n“And what will you do?” "
            "asked Cllr Dunn.\n\n“We are recruiting,” came the reply.",
            ["Ray Dunn", "Jo Hale", "Ray Dunn", "Jo Hale"],
        ),
        (
            "Cllr Ray Dunn said: “We did it well.”\n\nMr Dunn’s words were echoed by Al Marsh, the mayor. “So we did,” he said.",
            ["Ray Dunn", "Al Marsh"],
        ),
        (
            "The commissioner, Al Marsh, in response to a question from Cllr Dunn, said: “We shall see.”",
            ["Al Marsh"],
        ),
        (
            "HM Inspector Jo Hale wrote to the force.\n\nIn her letter Ms Hale said: “It is better.”\n\n“It is not good yet,” the "
            "letter says.\n\nIt goes on to warn that “momentum must not be lost”.",
            ["Jo Hale", "Jo Hale", "Jo Hale"],
        ),
        ("Victims wait “far too long”, according to the police watchdog.", ["HMICFRS"]),
        ("The inspectorate’s website says: “Forces must have a plan.”", ["HMICFRS"]),
        ("The council’s website says: “We have a plan.”", ["council"]),
        ("Staff at the headquarters told us it was “a culture of fear”.", ["Staff"]),
        (
            "A statement issued on behalf of the Chief Constable said: “We accept it.”\n\nChief Constable Jo Hale is on leave.",
            ["Jo Hale"],
        ),
    ],
)
def test_who_speaks_is_told_by_what_stands_around(speakers, body, expected):
    assert speakers(body) == expected


def test_an_office_that_the_opening_names_is_of_whom_a_later_paragraph_gives_it_to(record):
    body = (
        "“We are creaking,” the chair of Kent Police Federation said.\n\nHMICFRS had looked at the force.\n\n"
        "Jo Hale, chair of Kent Police Federation, said: “We are tired.”"
    )
    assert [official.name for official in record(body).officials] == ["Jo Hale"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Nobody rings back, says Kent Police Federation’s secretary.\n\nJo Hale told members that it was “past a joke”.",
            [("Jo Hale", "secretary", "Kent Police Federation")],
        ),
        (
            "Kent Police Federation’s secretary has hit out at the report.\n\n“It is past a joke,” Jo Hale said.",
            [("Jo Hale", "secretary", "Kent Police Federation")],
        ),
        (
            "The service is slow to act, according to the chair of the fire authority.\n\nAnn Lee said: “We knew.” Crews are tired, the brigade "
            "secretary of the Fire Brigades Union said.\n\nJo Hale told us that it was “past a joke”.",
            [
                ("Ann Lee", "chair of the fire authority", None),
                ("Jo Hale", "brigade secretary of the Fire Brigades Union", "Fire Brigades Union"),
            ],
        ),
    ],
)
def test_an_office_at_the_end_of_a_statement_is_of_whom_the_next_paragraph_names(record, body, expected):
    found = record("Kent Police was inspected by HMICFRS in May.\n\n" + body)
    people = [(official.name, official.role, official.organisation) for official in found.officials]
    assert [(name, role) for name, role, _ in people] == [(name, role) for name, role, _ in expected]
    assert all(told is None or own == told for (*_, own), (*_, told) in zip(people, expected, strict=True))


def test_a_role_behind_a_comma_is_the_persons_before_it(speakers, record):
    body = "Jo Hale, His Majesty’s Inspector of Constabulary said: “We found too little.”"
    assert speakers(body) == ["Jo Hale"]


def test_a_label_of_a_script_names_nobody_for_a_pronoun(speakers):
    body = "PRESENTER: Here is Al Marsh. The chief constable is Jo Hale.\n\nHALE: I would not wait that long.\n\nMARSH: He says it is better.\n\nHALE: It is."
    assert speakers(body)[1] == "Jo Hale"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("PC Wren Sallis said it had worked.\n\n“They know us,” he said.", ["Wren Sallis", "Wren Sallis"]),
        ("Lee, 29, shared a cell with a man who slept in his coat. “It was cold,” he said.", ["Lee"]),
        ("HM Inspector Al Orr was there. The MS Meirion Dunn asked why. “It is late,” he said.", ["Meirion Dunn"]),
        ("The Home Secretary welcomed the news. “I am glad of it,” she said.", ["Home Secretary"]),
        (
            "A mother says it was “no comfort at all”.\n\nDiane Orr, whose son died, told the BBC: “I am tired.”",
            ["Diane Orr"] * 2,
        ),
        ("HM Inspector Jo Hale has gone. “It is better,” her summary goes on.", ["Jo Hale"]),
        ("Cyclist Bev Tarrant said: “My husband drives.”", ["Bev Tarrant"]),
        ("“I was one of many,” says the woman we’ll call Sammy. “Nobody counted.”", ["Sammy"]),
        ("Katie lasted 14 months as a PC. “I loved it,” she says.", ["Katie"]),
        ("The Fire Brigades Union in Scotland said it was “a slow emergency”.", ["Fire Brigades Union"]),
    ],
)
def test_a_name_a_pronoun_or_a_paper_leads_to_who_speaks(speakers, body, expected):
    assert speakers(body) == expected


@pytest.mark.parametrize(
    ("later", "roles"),
    [
        ("Hale, chair of the Kent branch, wants a review.", ["chair of the Kent branch"]),
        ("Hale, a shopkeeper in Dover, wants a review.", []),
        ("Hale, who began as an Essex Police constable, wants a review.", []),
    ],
)
def test_a_later_sentence_gives_the_office_of_a_surname(record, later, roles):
    found = record(f"Jo Hale is scathing. “It is a disgrace,” she says. {later}")
    assert [official.role for official in found.officials] == roles


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("Jo Hale was up before councillors in Dover yesterday.", "Jo Hale"),
        ("Jo Hale waited four hours for the police.", None),
    ],
)
def test_the_opening_tells_of_an_office_whose_holder_the_next_paragraph_names(record, below, name):
    found = record(f"Kent’s chief fire officer has admitted that she “can’t promise” it.\n\n{below}")
    assert [(official.name, official.role) for official in found.officials] == [(name, "chief fire officer")]


def test_an_office_below_speech_is_that_of_whom_the_text_names_above_it(record):
    body = "It takes Jo Hale four minutes.\n\n“Sorry,” she says. “We got it wrong.”\n\nThe chief constable of Kent Police is our guest."
    (official,) = record(body).officials
    assert (official.name, official.role) == ("Jo Hale", "chief constable of Kent Police")


def test_somebody_who_does_something_behind_a_comma_has_no_office_by_it(record):
    body = "HMICFRS inspected Kent Police.\n\nJo Hale, whose brother was killed in Hove, shook her head. “We sat there,” she said."
    assert not record(body).officials


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("MEMBERS of the Policing Board met. Board chair Jo Hale said: “We did it well.”", "Policing Board"),
        ("Kent Police was graded. “Are you glad?” asked panel member Jo Hale.", None),
    ],
)
def test_words_before_the_name_of_a_body_are_no_part_of_it(record, body, expected):
    (official,) = record(body).officials
    assert official.organisation == expected
