"""People by their full names, wherever they stand: role and body from the words around the name."""

import pytest


@pytest.fixture(scope="module")
def people(find):
    """Name, role and body of each person."""

    def run(body):
        reading, found = find("officials", body)
        rows = []
        for note in found:
            words = [note.attributes[key] and reading.text[slice(*note.attributes[key])] for key in ("role", "body")]
            rows.append((reading.text[note.start : note.end], *words))
        return rows

    return run


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Councillors Ann Pell (Chair), Al Dean and Jo Hale came.",
            [("Ann Pell", "Chair", None), ("Al Dean", "Councillor", None), ("Jo Hale", "Councillor", None)],
        ),
        (
            "Chief Fire Officers Jo Hale (Essex) and Al Dean (Kent) agreed.",
            [("Jo Hale", "Chief Fire Officer", "Essex"), ("Al Dean", "Chief Fire Officer", "Kent")],
        ),
        (
            "Present: Jo Hale, Police, Fire and Crime Commissioner; Al Dean, Chief Constable.",
            [("Jo Hale", "Police, Fire and Crime Commissioner", None), ("Al Dean", "Chief Constable", None)],
        ),
        (
            "Jo Hale, from HMICFRS, wrote to acting commissioner Sir Al Dean, saying so.",
            [("Jo Hale", None, "HMICFRS"), ("Sir Al Dean", "acting commissioner", None)],
        ),
    ],
)
def test_a_role_in_a_list_goes_with_each_name(people, sentence, expected):
    assert people(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Jo Hale has been appointed Chief Constable of Kent.", ("Jo Hale", "Chief Constable of Kent", None)),
        ("Its chair is 17-year-old Jo Hale.", ("Jo Hale", "chair", None)),
        ("Last October Superintendent Jo Hale spoke.", ("Jo Hale", "Superintendent", None)),
        ("On Tuesday Detective Sergeant Jo Hale spoke.", ("Jo Hale", "Detective Sergeant", None)),
        ("In spring Chief Inspector Jo Hale spoke.", ("Jo Hale", "Chief Inspector", None)),
        (
            "Councillor Jo Hale, who is chairman of Hythe Safety Forum, spoke.",
            ("Jo Hale", "chairman of Hythe Safety Forum", "Hythe Safety Forum"),
        ),
        ("Jo Hale works for the charity Safe Threshold.", ("Jo Hale", None, "Safe Threshold")),
        (
            "Ch Supt Jo Hale, president of the Police Federation, left.",
            ("Jo Hale", "president of the Police Federation", "Police Federation"),
        ),
        ("Chief Superintendent Jo Hale, head of custody, left.", ("Jo Hale", "Chief Superintendent", None)),
        ("Mayor of Bodmin Cllr Jo Hale left.", ("Jo Hale", "Mayor of Bodmin", None)),
        ("It fell at Salford Central and Crew Manager Jo Hale left.", ("Jo Hale", "Crew Manager", None)),
        ("Nurse Jo Hale, of NHS Grampian, left.", ("Jo Hale", "Nurse", "NHS Grampian")),
        ("Keeper Jo Hale left.", ("Jo Hale", None, None)),
        ("Jo Hale, from the union’s London branch, left.", ("Jo Hale", None, "union")),
        (
            "When Kester Hale came to Hove as chief fire officer in 2022 he cried.",
            ("Kester Hale", "chief fire officer", None),
        ),
        ("Jo Hale, ACC, talks to the new chief constable.", ("Jo Hale", "ACC", None)),
        (
            "Deputy Mayor for Policing, Fire and Crime Juno Hale left.",
            ("Juno Hale", "Deputy Mayor for Policing, Fire and Crime", None),
        ),
        ("Its head of Sexual Offences, Lorcan Hale, left.", ("Lorcan Hale", "head of Sexual Offences", None)),
        ("T/ACC Jo Hale, Cambridgeshire: “We are back.”", ("Jo Hale", "T/ACC", "Cambridgeshire")),
        ("Present: Jo Hale (HM Inspector, HMICFRS, by video).", ("Jo Hale", "HM Inspector", None)),
        ("The union rep who’d heckled, Sgt Jo Hale, left.", ("Jo Hale", "union rep", None)),
        ("The union’s president, Chief Superintendent Jo Hale, left.", ("Jo Hale", "Chief Superintendent", "union")),
        ("Jo Hale, who has run Kent Police since 2020, said so.", ("Jo Hale", None, "Kent Police")),
        ("Jo Hale, who leads the force, said so.", ("Jo Hale", None, "force")),
        (
            "Jo Hale, who took over as chief constable of Kent in May, said so.",
            ("Jo Hale", "chief constable of Kent", None),
        ),
        ("Jo Hale, chief fire officer for three years, said so.", ("Jo Hale", "chief fire officer", None)),
        ("Jo Hale, chief executive at the time, said so.", ("Jo Hale", "chief executive", None)),
        ("Jo Hale, who led Kent Police until last year, said so.", ("Jo Hale", None, None)),
        ("A PSNI superintendent, Jo Hale, said so.", ("Jo Hale", "superintendent", "PSNI")),
        (
            "Jo Hale, commissioner for Devon, Cornwall and the Isles of Scilly, said so.",
            ("Jo Hale", "commissioner for Devon, Cornwall and the Isles of Scilly", None),
        ),
        (
            "Jo Hale, director of people, culture and learning, left.",
            ("Jo Hale", "director of people, culture and learning", None),
        ),
    ],
)
def test_what_a_sentence_says_of_a_name(people, sentence, expected):
    assert people(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "It happened near Grace Hill.",
        "Sir Neville left.",
        "Fire and Rescue Services and the Care Quality Commission met.",
        "Kent Police and West Midlands Police met.",
        "A spokeswoman for the charity Safe Doorstep Cymru agreed.",
    ],
)
def test_capitals_that_name_a_place_or_a_body_are_nobody(people, sentence):
    assert people(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Shelley, 29, of Hove, rang.", "Shelley"),
        ("Kayleigh (not her real name) rang.", "Kayleigh"),
        ("His mum Denise was at the line.", "Denise"),
        ("Six-year-old Elowen rang.", "Elowen"),
        ("Sarah, whose husband was jailed, watched from the gallery. “He is gone,” she said.", "Sarah"),
        ("A foster carer from Hove put it another way.", "foster carer"),
        ("One of the six, a kitchen porter who asked for no name, rang.", "kitchen porter"),
    ],
)
def test_private_people_go_by_first_name_or_by_what_they_are(find, sentence, name):
    reading, found = find("officials", sentence)
    assert [reading.text[n.start : n.end] for n in found if n.attributes["private"]][:1] == [name]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“It is bad,” said Jo Hale, of Survivors South East.", ("Jo Hale", None, "Survivors South East")),
        ("“It is bad,” said Jo Hale of the POA.", ("Jo Hale", None, "POA")),
        ("Jo Hale, from the children’s charity Lantern NI, came.", ("Jo Hale", None, "Lantern NI")),
        ("“I waited,” said Jo Hale, of Stoke Newington.", ("Jo Hale", None, None)),
        ("“I waited,” said Jo Hale of Gravel Hill.", ("Jo Hale", None, None)),
        ("Jo Hale runs Stand Easy, a charity.", ("Jo Hale", None, "Stand Easy")),
        ("The union’s man in the south west, Jo Hale, came.", ("Jo Hale", None, "union")),
        (
            "Jo Hale, Area Manager (Prevention and Protection), came.",
            ("Jo Hale", "Area Manager (Prevention and Protection)", None),
        ),
        ("“We sing,” said musical director Jo Hale.", ("Jo Hale", "musical director", None)),
        ("Sgt Jo Hale of Kent Police Federation was glad.", ("Jo Hale", "Sgt", "Kent Police Federation")),
        ("cc Jo Hale, Chief Constable", ("Jo Hale", "Chief Constable", None)),
        ("Here’s regional officer Jo Hale.", ("Jo Hale", "regional officer", None)),
        ("Thanks to Chief Constable Jo Hale.", ("Jo Hale", "Chief Constable", None)),
        ("Jo Hale, general secretary commented: “It is bad.”", ("Jo Hale", "general secretary", None)),
        (
            "Jo Hale, chair of Kent Police Federation added that it was.",
            ("Jo Hale", "chair of Kent Police Federation", "Kent Police Federation"),
        ),
        ("Jo Hale MSP (Green) came.", ("Jo Hale", "MSP", None)),
        ("Labour MS Jo Hale came.", ("Jo Hale", "Labour MS", None)),
        ("The Plaid Cymru MS Jo Hale came.", ("Jo Hale", "Plaid Cymru MS", None)),
        ("The New Forest MP Jo Hale came.", ("Jo Hale", "New Forest MP", None)),
        ("New Chief Constable Jo Hale came.", ("Jo Hale", "Chief Constable", None)),
        ("HMCIC Jo Hale came.", ("Jo Hale", "HMCIC", None)),
        ("HMICFRS Jo Hale came.", ("Jo Hale", None, "HMICFRS")),
    ],
)
def test_a_body_and_an_office_stand_where_a_writer_puts_them(people, sentence, expected):
    assert people(sentence) == [expected]


def test_a_letter_behind_a_title_is_an_initial(people):
    assert people("Present: Cllr P Orr (Chair), Cllr A Dean, Ms L Hale.") == [
        ("P Orr", "Chair", None),
        ("A Dean", "Cllr", None),
        ("L Hale", None, None),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("HM Inspector Jo Ledger read it.", [("Jo Ledger", "HM Inspector", None)]),
        ("Leicester East MP Jo Hale read it.", [("Jo Hale", "Leicester East MP", None)]),
        ("Head of Contact Management Jo Hale read it.", [("Jo Hale", "Head of Contact Management", None)]),
        (
            "Jo Hale, who as deputy chief constable is in charge, read it.",
            [("Jo Hale", "deputy chief constable", None)],
        ),
        ("CLIP (Chief Constable Jo Hale, 0’18”): I know.", [("Jo Hale", "Chief Constable", None)]),
    ],
)
def test_a_name_has_its_office_from_the_words_around_it(people, sentence, expected):
    assert people(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "So says Ms Hale – Jo Hale, the chief constable – at last.",
        "Mrs Hale – Jo Hale, the chief constable – spoke.",
        "Dr Hale, that is, Jo Hale, the chief constable, spoke.",
    ],
)
def test_a_surname_before_the_full_name_is_no_role(people, sentence):
    assert people(sentence)[0] == ("Jo Hale", "chief constable", None)
