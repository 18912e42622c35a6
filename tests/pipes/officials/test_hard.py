"""Names with particles, letters and military ranks, offices with complements, and phrases that only look like names."""

import pytest


@pytest.fixture(scope="module")
def subject(extractor):
    """Who a phrase before a verb of saying is: form, words, role and body."""

    def run(phrase):
        text = phrase.replace("’", "'") + " "
        found = extractor.parts.people.before(text, 0, len(text))
        if found is None:
            return None
        return (
            found.form,
            *(part and text[slice(*part)] for part in ((found.start, found.end), found.role, found.body)),
        )

    return run


@pytest.mark.parametrize(
    ("phrase", "name", "role"),
    [
        ("ACC Jo van der Hale", "Jo van der Hale", "ACC"),
        ("Area Manager Tom de Souza", "Tom de Souza", "Area Manager"),
        ("Watch Commander Jo Hale", "Jo Hale", "Watch Commander"),
        ("Assistant chief constable Gwen ap Rhys", "Gwen ap Rhys", "Assistant chief constable"),
        ("Chief Constable Jo De Hale-Scott QPM", "Jo De Hale-Scott", "Chief Constable"),
        ("Dame Jo Hale OBE QPM, the former chief constable,", "Dame Jo Hale", "former chief constable"),
        ("Jo Hale MP", "Jo Hale", "MP"),
        ("MP for Ashford Jo Hale", "Jo Hale", "MP for Ashford"),
        ("HMIC inspector Colonel (retd) Jo Hale", "Jo Hale", "HMIC inspector"),
        (
            "Retired Major General Sir Jo Hale, HM Inspector of Constabulary,",
            "Sir Jo Hale",
            "HM Inspector of Constabulary",
        ),
        ("Wg Cdr (Retd) Jo Hale, the scheme manager,", "Jo Hale", "scheme manager"),
        ("Thus HM Inspector of Constabulary Jo Hale", "Jo Hale", "HM Inspector of Constabulary"),
        ("Our new-ish chief constable, Jo Hale,", "Jo Hale", "chief constable"),
        ("PC Ray Dunn, Sgt Jo Hale", "Jo Hale", "Sgt"),
        ("dog handler PC Jo Hale", "Jo Hale", "PC"),
        ("Federation rep Sgt Jo Hale", "Jo Hale", "Federation rep"),
        ("Lib Dem home affairs spokesman Jo Hale", "Jo Hale", "Lib Dem home affairs spokesman"),
        ("Cllr Ms Jo Hale, Cabinet Member for Community Safety,", "Jo Hale", "Cabinet Member for Community Safety"),
        ("Chief nurse at the integrated care board Jo Hale", "Jo Hale", "Chief nurse at the integrated care board"),
        ("Its branch chairman at the jail, Jo Hale,", "Jo Hale", "branch chairman"),
        ("A lead inspector from HIS, Mrs Jo Hale,", "Jo Hale", "lead inspector from HIS"),
        (
            "the Chief Executive of the National Police Chiefs’ Council, Jo Hale,",
            "Jo Hale",
            "Chief Executive of the National Police Chiefs' Council",
        ),
        ("Jo Hale, who is head of crime there,", "Jo Hale", "head of crime"),
        ("Jo Hale, director of the charity Safe Threshold,", "Jo Hale", "director of the charity Safe Threshold"),
        ("Jo Hale, His Majesty’s inspector of constabulary,", "Jo Hale", "His Majesty's inspector of constabulary"),
        ("Chief Constable Jo Hale, who took the helm from Ray Dunn in May,", "Jo Hale", "Chief Constable"),
        ("the fire minister, Lord Hale,", "Lord Hale", "fire minister"),
    ],
)
def test_a_name_and_its_role(subject, phrase, name, role):
    found = subject(phrase)
    assert (found[0], found[1], found[2]) == ("name", name, role)


@pytest.mark.parametrize(
    ("phrase", "form", "words"),
    [
        ("One of them, a detective in the north of England,", "role", "detective in the north of England"),
        ("One firefighter", "private", "firefighter"),
        ("One sergeant", "private", "sergeant"),
        ("A spokesperson for Trelawn Sands Leisure", "role", "spokesperson"),
        ("A spokesman for the commissioner, Jo Hale,", "role", "spokesman"),
        ("A spokeswoman for Victim Voice Wales, a charity,", "role", "spokeswoman"),
        ("every refusal is reviewed by a panel and inspectors", "body", "inspectors"),
        ("In a statement the force", "body", "force"),
        ("She could not be reached, but in a statement issued through the council", "pronoun", "She"),
        ("A statement from Kent Police", "body", "Kent Police"),
        ("Mr Hale's letter to the chief constable", "body", "Mr Hale's letter"),
        ("Dave and Lindsey Orchard, from Wolverhampton,", "name", "Dave and Lindsey Orchard"),
    ],
)
def test_a_phrase_that_is_no_one_persons_name(subject, phrase, form, words):
    assert subject(phrase)[:2] == (form, words)


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("Norfolk Police Federation’s Jo Hale", "Norfolk Police Federation"),
        ("Assistant Commissioner Jo Hale of Kent Police", "Kent Police"),
        ("Jo Hale, from the charity Victims First,", "Victims First"),
        ("Jo Hale, who joined from South Wales Police in May,", None),
    ],
)
def test_the_body_beside_a_name(subject, phrase, body):
    assert subject(phrase)[3] == body


@pytest.mark.parametrize(
    ("phrase", "form", "name", "role"),
    [
        ("Mr. Hale", "surname", "Hale", None),
        ("Sen. Jo Hale (D-Ore.)", "name", "Jo Hale", "Sen"),
        ("retired Army Lt. Gen. Jo Hale", "name", "Jo Hale", None),
        ("Paul H. Hale", "name", "Paul H. Hale", None),
        ("J. J. Hale", "name", "J. J. Hale", None),
        ("James B. Hale Jr., the director of the agency,", "name", "James B. Hale", "director of the agency"),
        ("Jo O'Hale", "name", "Jo O'Hale", None),
        ("Mr L Hale", "name", "L Hale", None),
        ("Representative Jo Hale of New York", "name", "Jo Hale", "Representative"),
        ("Jo Hale of the Kelling Centre for Street Studies", "name", "Jo Hale", None),
        (
            "Jo Hale, a columnist for the paper Corriere di Ponte,",
            "name",
            "Jo Hale",
            "columnist for the paper Corriere di Ponte",
        ),
        ("Jo Hale, of Safe Return Wessex,", "name", "Jo Hale", None),
        ("Jo Hale, police and crime commissioner since 2021,", "name", "Jo Hale", "police and crime commissioner"),
        ("A spokeswoman for the mayor's office, Jo Hale,", "name", "Jo Hale", "spokeswoman"),
    ],
)
def test_titles_and_initials_with_dots_and_what_stands_behind_a_name(subject, phrase, form, name, role):
    assert subject(phrase)[:3] == (form, name, role)


@pytest.mark.parametrize(
    ("phrase", "role", "body", "private"),
    [
        ("The federation's man in Kent, Jo Hale,", None, "federation", False),
        ("The inspector who led the visit, Jo Hale,", "inspector", None, False),
        ("Jo Hale, of Unison's Kent Police branch,", None, "Unison", False),
        ("Jo Hale, of the Carers' Trust,", None, "Carers' Trust", False),
        ("Fire Brigades Union man Jo Hale", None, "Fire Brigades Union", False),
        ("Retired teacher Jo Hale, of Hove,", None, None, True),
        ("Retired chief inspector Jo Hale, of Hove,", "Retired chief inspector", None, False),
    ],
)
def test_who_speaks_for_a_body_without_an_office_and_who_for_nobody(extractor, phrase, role, body, private):
    found = extractor.parts.people.before(phrase, 0, len(phrase), apposed=True)
    parts = [part and phrase[slice(*part)] for part in (found.role, found.body)]
    assert [*parts, found.private] == [role, body, private]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("GOP strategist Jo Hale, a veteran of the trade", "Jo Hale"),
        ("Monmouth University political scientist Jo Hale", "Jo Hale"),
        ("undecided voter Jo Hale of Derry", "Jo Hale"),
        ("Gazette pop critic Jo Hale", "Jo Hale"),
        ("Mr. Hale, who left", "Hale"),
    ],
)
def test_behind_a_verb_nouns_of_no_list_may_stand_before_the_name(extractor, phrase, name):
    found = extractor.parts.people.behind(phrase, 0, len(phrase))
    assert phrase[found.start : found.end] == name


def test_prepositions_and_verbs_lead_from_one_name_to_no_other(extractor):
    for phrase in ("Hale outside Leeds Town", "Jo Hale met Al Dean"):
        found = extractor.parts.people.behind(phrase, 0, len(phrase))
        assert phrase[found.start : found.end] in ("Hale", "Jo Hale")
