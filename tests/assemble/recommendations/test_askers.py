"""Whose an ask is, where its own sentence does not say so."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"


@pytest.fixture(scope="module")
def asked(record):
    """Words of each ask."""

    def run(body):
        return [row.evidence[0].text for row in record(OPENING + body).recommendations]

    return run


@pytest.mark.parametrize(
    "body",
    [
        "Members are recommended to:\n\n(i) note the report;\n(ii) approve the action plan; and\n(iii) ask for another.",
        "The panel is invited to:\n\n- approve the action plan\n- ask for another report",
        "ACTION 14: DCC to circulate waiting times. Force must include laptops.",
        "“A case should not fail because a box was lost,” said HM Inspector of Constabulary Jo Hale.",
        "Kent’s Chief Constable, Jo Hale, did not duck it. She would like her force to be “funded like Essex”, she said.",
        "We expect the force to give this priority.",
        "The new chief is expected to start in June.",
        "The force is to close its front counter in Deal.",
        "The force has to find savings of £9m by 2027.",
        "Recruits must be 18 or over.",
        "Kent Police, which must by law publish its accounts, did so.",
        "Kent Police would do well to read the chapter on Essex.",
        "The force should also open its books. That is my demand and not the inspectorate’s.",
        "Interviews should be arranged through the press office on 020 7946 0000.",
        "2. Recommendations\n\n2.1 That Members note the report.\n\n2.2 That an update be brought to the next meeting.",
        "Under section 55 of the Police Act 1996 a commissioner must comment on each report.",
        "The force should, in theory, be able to trace each gun.",
        "3. The Board is asked to agree that the Chief Constable should report again in June.",
        "Dear Home Secretary,\n\nYou should pay for a new lab.\n\nYours sincerely,\nJo Hale",
        "“He said to me: ‘They had to put it somewhere,’” said HM Inspector Jo Hale.",
        "People can see it for themselves, and they should ring me when they don’t like it.",
        "“It’s not something anybody should have to write in a report,” said HM Inspector Jo Hale.",
        "Each victim should have a named officer, and I will not rest until they do.",
        "In my view it was late. The chief constable should get out of his car and look at the river.",
        "Sergeants are expected to check each file before it goes.",
        "Recommendation 2 was to count calls. Status: open. Officers need to complete their tests.",
        "The report matters. Respect has to be earned.",
        "It was told to make urgent changes.",
        "Recommendation: that the Board notes the report.",
        "HMICFRS called Kent Police outstanding at responding to major fires.",
        "“Somebody has to say it,” said HM Inspector Jo Hale.",
        "“Victims don’t get the service they should once a case is open,” said HM Inspector Jo Hale.",
        "“I told the force that I expect to see change by May,” said HM Inspector Jo Hale.",
        "“I expect it to do so soon,” said HM Inspector Jo Hale. “Neither has to repay the grant.”",
        "“Sergeants are paid to decide and should be allowed to,” said HM Inspector Jo Hale.",
        "If you think the force should vet its cleaners, write to us.",
        "They should be read together with the national report.",
        "More officers were needed at the match.",
        "More officers are needed, said the union.",
        "It would be sensible for the force to share a stable.",
        "Officers must log each search on the day. Inspectors found that a third of the logs were missing.",
        "Sergeants are required to sign each log. In nine of 40 cases they had not.",
        "The new lift has to be finished by June.",
        "Inspectors met the night crew. One told them: “They need to treat us like grown-ups.”",
        "HMICFRS said it would be back in May, when the force will have to show progress.",
        "A duty inspector should be called when a prisoner falls ill. Twice that did not happen.",
        "The letter has a word for the Law Office, which stood outside the inspection. It should charge people faster.",
        "The report shows the force must improve how it answers calls, says Kent Police Federation’s secretary.",
        "The areas for improvement include the following:",
        "We were graded in nine areas and are good at six.\n\nManagers should talk to their teams this week.",
        "The report makes two recommendations:\n\n- The Home Office should pay.\n- The College of Policing should update its guide.",
        "The union is clear. So here’s what we are asking for:\n\n1. The force should hire 200 officers.\n2. The force must end it.",
        "Our demands are simple:\n\n- The force should hire 200 officers.\n- The force must end single crewing.",
        "Forces are graded on a scale, and those rated inadequate must produce a plan.",
        "New rules mean officers must now complete a form each time.",
        "By next April the service will have to move out of its headquarters.",
        "The public should be reassured by the report.",
        "The inspector told the panel that it should meet more often.",
    ],
)
def test_what_a_meeting_a_chief_or_nobody_in_particular_asks_is_no_recommendation(asked, body):
    assert asked(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The report said that no one should be held in a cell until it was safe.",
            ["no one should be held in a cell until it was safe"],
        ),
        (
            "In 60 cases, they say, 22 victims had heard nothing, and they tell the force it should name an officer.",
            ["it should name an officer"],
        ),
        (
            "Fifteen recommendations have been made.\n\n> Kent Police should record each search\n> Adults should be called at booking in",
            ["Kent Police should record each search", "Adults should be called at booking in"],
        ),
        (
            "The report set a deadline for the force, and says it ought to have a plan for busy nights.",
            ["it ought to have a plan for busy nights"],
        ),
        (
            "There are two areas for improvement. The first is that we should record the age of each victim.",
            ["we should record the age of each victim"],
        ),
        (
            "Under the Code, officers must give their name. The force should make sure that they do so each time.",
            ["The force should make sure that they do so each time"],
        ),
        (
            "What did inspectors say we have to do?\n\nTwo things. We must record each crime. Last, we need to train sergeants.",
            ["We must record each crime", "we need to train sergeants"],
        ),
        (
            "There are two recommendations.\n\n1. We should count calls.\n2. We should test our phones.",
            ["We should count calls", "We should test our phones"],
        ),
        (
            "The force must answer calls sooner, and supervisors are to listen to each one.",
            ["The force must answer calls sooner", "supervisors are to listen to each one"],
        ),
        (
            "The first was that each file be checked, and the second that the Provost Marshal should publish a report.",
            ["each file be checked", "the Provost Marshal should publish a report"],
        ),
        (
            "“There is no excuse,” the inspector wrote. “Supervisors should check each file every week.”",
            ["Supervisors should check each file every week"],
        ),
        (
            "Jo Hale of HM Fire Service Inspectorate in Scotland said: “Crews must have showers.”",
            ["Crews must have showers"],
        ),
        (
            "There are areas for improvement:\n\n- AFI 1: The force should test its phones\n- AFI 2: The use of cells at night",
            ["The force should test its phones", "The use of cells at night"],
        ),
        ("The report is out. We must all learn from it. Each sergeant should read page two.", []),
        (
            "The inspectorate found calls below the standard required, and it has said that the force must log each.",
            ["the force must log each"],
        ),
        ("Its authors say the force must train its staff.", ["the force must train its staff"]),
        (
            "The inspectorate says that Kent Police is failing. It’s also told us to check each file.",
            ["us to check each file"],
        ),
        (
            "Inspectors came in May. They say complaints should be looked into by an outsider.",
            ["complaints should be looked into by an outsider"],
        ),
        ("Complaints should be sent to the editor.", []),
        ("The report is clear that every call has to be logged.", ["every call has to be logged"]),
        ("The inspectors were busy. Staff we spoke to said they should have more time.", []),
        (
            "It has one cause of concern. The first concerns governance of the use of force: the force must log each.",
            ["the force must log each"],
        ),
        (
            "Kent: the inspectorate is content but says the force needs to visit more homes.",
            ["the force needs to visit more homes"],
        ),
        ("What we did: a form was brought in. Every officer must use it.", []),
        (
            "The rules say a crime must be recorded. HMICFRS said the force should aim for all. Calls should be logged.",
            ["the force should aim for all", "Calls should be logged"],
        ),
        (
            "“Women told us they had stopped asking for kit that fits,” it says. It recommends that the service buys more.",
            ["the service buys more"],
        ),
        (
            "HM Inspector Jo Hale said: “I have told the chief constable that she must move officers, "
            "and I expect her to have done it by June.”",
            ["she must move officers"],
        ),
        (
            "Last year’s report recommended that chief constables should adopt a common standard.",
            ["chief constables should adopt a common standard"],
        ),
        (
            "The inspectorate wants every inquiry to have a plan that a sergeant has signed.",
            ["The inspectorate wants every inquiry to have a plan that a sergeant has signed"],
        ),
        (
            "Kent Police must answer its phones, the watchdog said. By May, the force will also have to show it offers visits.",
            ["Kent Police must answer its phones", "the force will also have to show it offers visits"],
        ),
        (
            "The force is expected to produce an action plan within 56 days.",
            ["The force is expected to produce an action plan"],
        ),
        (
            "HMICFRS’s verdict was blunt: the force needed to get the basics right and answer the phone.",
            ["the force needed to get the basics right and answer the phone"],
        ),
        ("If a child goes missing twice, an inspector should review it.", ["an inspector should review it"]),
        (
            "HMICFRS recommends that:\n\n- within a year, all members of the police workforce should have been vetted.",
            ["all members of the police workforce should have been vetted"],
        ),
        (
            "The government inspection body said: ‘It must test its sirens.’",
            ["It must test its sirens"],
        ),
        (
            "“Someone has to sit with the child until a parent comes,” said HM Inspector Jo Hale.",
            ["Someone has to sit with the child until a parent comes"],
        ),
        (
            "The force must answer its phones. It will need to mend its masts as well.",
            ["The force must answer its phones", "It will need to mend its masts as well"],
        ),
        (
            "The commissioner, Al Dean, said she agreed with inspectors that the force should mend its masts.",
            ["the force should mend its masts"],
        ),
        (
            "Cllr Al Dean said the report was right that crews should be given boots that fit.",
            ["crews should be given boots that fit"],
        ),
        (
            "HMICFRS says a sergeant should be told when a child is held.",
            ["a sergeant should be told when a child is held"],
        ),
        (
            "Victims, it adds, ought to hear from Kent once a month.",
            ["Victims, it adds, ought to hear from Kent once a month"],
        ),
    ],
)
def test_what_stands_around_an_ask_tells_whose_it_is(asked, body, expected):
    assert asked(body) == expected


def test_the_head_of_a_column_is_no_ask_and_a_number_before_one_is_no_part_of_it(write):
    page = write(
        "page.html",
        "<title>Kent Police and HMICFRS</title><h1>Response to HMICFRS</h1><p>HMICFRS inspected Kent Police.</p><table>"
        "<tr><th>Area for improvement</th><th>What Kent Police says</th></tr>"
        "<tr><td>6. Timeliness of visits after an appointment has been missed</td><td>Agreed.</td></tr></table>",
    )
    from extract import extract_file

    found = [row.evidence[0].text for row in extract_file(page).recommendations]
    assert found == ["Timeliness of visits after an appointment has been missed"]


def test_one_service_is_not_the_two_that_were_named_in_passing(record):
    body = (
        "Kent Police was inspected. Kent Police is slow. Essex Police and Surrey Police have both asked for a copy.\n\n"
        "The force needs to replace that spreadsheet."
    )
    assert [row.force for row in record(OPENING + body).recommendations] == ["kent-police"]


@pytest.mark.parametrize(
    "body",
    [
        "The report says chiefs, commissioners and the government need to make bold plans to pay for masts.",
        "The chair thanked the inspector, Jo Hale, and asked her to present the report to members.",
    ],
)
def test_ministers_and_inspectors_are_asked_nothing(asked, body):
    assert asked(body) == []


def test_what_a_force_has_been_told_is_not_its_chiefs_wish(asked):
    body = "The chief of Kent Police said she was proud – but the force has been told that it has to mend its masts."
    assert asked(body) == ["it has to mend its masts"]


@pytest.mark.parametrize(
    "article",
    [
        "FRSA press statement\n\nHMICFRS has published reports on Kent Fire and Rescue Service.\n\n"
        "Our members are not surprised. Fire services must mend their masts.",
        "Fire chiefs respond to inspections\n\nHMICFRS has published reports on Kent Fire and Rescue Service.\n\n"
        "The inspectorate notes that some masts are old. It is important services have the money to mend them.",
    ],
)
def test_a_page_of_a_union_has_wishes_of_its_own(record, article):
    assert record(article).recommendations == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "I was burgled, and I read it. Kent Police must clear its queue by June. The force is asked to buy three bicycles.",
            2,
        ),
        ("I was burgled, and I read it. Kent Police is asked only to keep a log. The force must weigh each file.", 2),
        ("I was burgled, and I think of it. The police should walk more and drive less.", 0),
        ("I read the report.\n\nMy own recommendation is free. The chief constable should walk at midnight.", 0),
        ("I read the report.\n\nIf I ran the place I'd sell it. The force should buy its people a kite.", 0),
    ],
)
def test_a_writer_of_himself_passes_on_what_is_asked_and_has_wishes_too(record, body, expected):
    assert len(record("HMICFRS inspected Kent Police in May.\n\n" + body).recommendations) == expected


def test_her_report_is_that_of_the_inspector_who_spoke_last(record):
    told = "HMICFRS inspected Kent Police in May.\n\nThe jail was full, the mayor said.\n\n"
    said = "“It cannot go on,” said Dame Mary Poole, HM Chief Inspector of Constabulary.\n\n"
    (row,) = record(told + said + "Her report says that Kent must put a sergeant on each shift.").recommendations
    assert row.evidence[0].text == "Kent must put a sergeant on each shift"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("observed that the inspectorate had praised the scheme but wanted the force to publish its cost", 1),
        ("said that HMICFRS had liked the dogs and had asked the force to count its horses", 1),
        ("liked the report but wanted the force to publish its cost", 0),
    ],
)
def test_what_an_inspectorate_had_done_it_also_wants(record, said, expected):
    body = f"HMICFRS inspected Kent Police in May.\n\nMr Pask {said}."
    assert len(record(body).recommendations) == expected


def test_a_part_of_a_digest_that_tells_of_no_inspection_asks_nothing(record):
    first = "1. GOOD MARKS\n\nHMICFRS inspected Kent Police. It must count its keys.\n\n"
    rest = (
        "2. LOST\n\nA girl was found. The force needs to find the owner of the hut.\n\n3. WET\n\nIt rained in Deal.\n"
    )
    assert [row.evidence[0].text for row in record(first + rest).recommendations] == ["It must count its keys"]
