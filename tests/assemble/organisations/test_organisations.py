"""The body that an official speaks for: named with the role, or inferred as a reader would."""

import pytest

SAID = " said: “We have read every word of the report.”"


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Assistant Chief Constable Jo Hale of Essex Police", "essex-police"),
        ("Essex Police Assistant Chief Constable Jo Hale", "essex-police"),
        ("Essex’s chief constable, Jo Hale,", "essex-police"),
        ("Chief Constable Jo Hale of Durham, who leads on Taser,", "durham-constabulary"),
        ("ESSEX’S chief constable, Jo Hale,", "essex-police"),
        ("Jo Hale, chief constable of the Essex force,", "essex-police"),
        ("Assistant Chief Constable Jo Hale", "kent-police"),
        ("His Majesty’s Inspector of Constabulary Jo Hale", "HMICFRS"),
        ("HM Inspector Jo Hale", "HMICFRS"),
        ("Police and Crime Commissioner Jo Hale", "Kent PCC office"),
        ("Jo Hale, chair of Kent Police Federation,", "Kent Police Federation"),
        ("Fire Brigades Union official Jo Hale", "Fire Brigades Union"),
        ("Jo Hale, chief executive of the College of Policing,", "College of Policing"),
        ("A Home Office spokeswoman", "Home Office"),
        ("A Kent Police spokesman", "kent-police"),
        ("Cllr Jo Hale, leader of Medway Council,", "Medway Council"),
        ("Unison’s regional secretary, Jo Hale,", "Unison"),
        ("HMI Jo Hale", "HMICFRS"),
        ("Jo Hale, the region’s Fire Brigades Union secretary,", "Fire Brigades Union"),
        ("Brigade secretary Jo Hale", "Fire Brigades Union"),
        ("Jo Hale, Brigade Secretary of the Fire Brigades Union,", "Fire Brigades Union"),
        ("Jo Hale, the manager of Drws Agored,", "Drws Agored"),
        ("Jo Hale, manager of the Menai women’s centre,", "Menai women’s centre"),
        ("Jo Hale, director of Intelligence,", "kent-police"),
        ("Jo Hale, who chairs the police and crime panel,", "Kent Police and Crime Panel"),
        ("Jo Hale, chair of the police, fire and crime panel,", "Kent Police, Fire and Crime Panel"),
        ("The Deputy Director of Public Prosecutions, Jo Hale,", "Crown Prosecution Service"),
        ("For the Police Federation, Sgt Jo Hale", "Police Federation"),
        ("Jo Hale, a policy adviser at the Local Government Association,", "Local Government Association"),
        ("Association of Police and Crime Commissioners lead Jo Hale", "Association of Police and Crime Commissioners"),
        ("Superintendent Jo Hale, of the Kent Police Justice Department,", "kent-police"),
        ("Jo Hale, Regional Probation Director for Kent,", "Probation Service"),
        ("Jo Hale, the commissioner for North Yorkshire,", "North Yorkshire PCC office"),
        ("Medway councillor Jo Hale", "Medway Council"),
        ("North Norfolk district councillor Jo Hale", "North Norfolk District Council"),
        ("Jo Hale, head of Tarian,", "Tarian"),
        ("Jo Hale, president of the Kent Police Association,", "Kent Police Association"),
        ("Jo Hale, director general of the National Crime Agency,", "national-crime-agency"),
        ("Jo Hale, co-ordinator of the county’s independent custody visitors,", "independent custody visitors"),
        ("Independent custody visitor Jo Hale", "independent custody visitors"),
        ("Jo Hale, the county’s elected commissioner,", "Kent PCC office"),
        ("Jo Hale, who leads the county’s force,", "kent-police"),
        ("Jo Hale, who co-ordinates the commissioner’s custody visitors,", "Kent PCC office"),
        ("Jo Hale, who organises the force’s volunteers,", "kent-police"),
        ("Firefighter and FBU rep Jo Hale", "FBU"),
        ("Jo Hale, who took over as chief constable in May,", "kent-police"),
        ("Parish council chairman Jo Hale", "Parish council"),
        ("Jo Hale, the council’s head of HR,", "council"),
        ("Jo Hale, Head of Legal Services,", "kent-police"),
        ("Refuge chief executive Jo Hale", "Refuge"),
        ("SafeHomes Chief Executive Jo Hale", "SafeHomes"),
        ("Interim Chief Executive Jo Hale", "kent-police"),
        ("FBU Kent secretary Jo Hale", "FBU"),
        ("Jo Hale, the rail minister,", "Department for Transport"),
        (
            "Deputy Chief Constable Jo Hale, the National Police Chiefs’ Council lead for stalking,",
            "National Police Chiefs’ Council",
        ),
        ("The NPCC’s lead, Chief Constable Jo Hale of Dorset Police,", "dorset-police"),
        ("The NPCC lead for custody, Deputy Chief Constable Jo Hale,", "NPCC"),
        ("Jo Hale, chair of the federation,", "Police Federation"),
        ("Jo Hale, commissioner for Devon, Cornwall and the Isles of Scilly,", "Devon and Cornwall PCC office"),
        ("The inspector", "HMICFRS"),
        ("A spokesman for the chief constable", "kent-police"),
        ("The Rt Hon Jo Hale MP, Minister of State for Policing,", "Home Office"),
        ("Kent’s top cop, Jo Hale,", "kent-police"),
        ("Jo Hale, chair of the county’s stop and search panel,", "stop and search panel"),
        ("Use of force scrutiny panel chair Jo Hale", "use of force scrutiny panel"),
        ("The chair of Medway’s hate crime scrutiny group, Jo Hale,", "hate crime scrutiny group"),
        ("Jo Hale, who chairs the force’s stop and search panel,", "stop and search panel"),
        ("Jo Hale, chair of our ethics panel,", "kent-police"),
        ("Jo Hale, leader of the union,", "union"),
        ("Jo Hale, chief executive of a women’s charity,", None),
        ("The head of Kent Police’s control room, Jo Hale,", "kent-police"),
        ("Jo Hale, vice-chairman of the home affairs scrutiny panel,", "home affairs scrutiny panel"),
        ("Sussex PCC and national custody lead Jo Hale", "Sussex PCC office"),
        ("The county council’s cabinet member for fire, Cllr Jo Hale,", "Kent County Council"),
        ("Jo Hale, Deputy Chief Inspector at the CQC,", "CQC"),
        ("Jo Hale, safety director at Transport for London,", "Transport for London"),
        ("Superintendent Jo Hale, of An Garda Síochána,", "an-garda-siochana"),
        ("HMCIFRS Jo Hale", "HMICFRS"),
        ("Jo Hale, the Essex PFCC,", "Essex PFCC office"),
        ("Nurse practitioner Jo Hale of the custody provider Meadowcare", "Meadowcare"),
        ("West of England mayor Jo Hale", "West of England Combined Authority"),
        ("Jo Hale, mayor of the West Midlands,", "West Midlands Combined Authority"),
        ("Medway mayor Jo Hale", None),
        ("Jo Hale MS (Plaid Cymru)", "Senedd"),
        ("A spokesperson for the region’s PCC", "Kent PCC office"),
        ("A spokesperson for the Children Adrift charity", "Children Adrift"),
        ("HMICFRS Jo Hale", "HMICFRS"),
    ],
)
def test_an_official_speaks_for_the_body_that_a_reader_infers(record, speaker, expected):
    body = "HMICFRS graded Kent Police good at preventing crime.\n\n" + speaker + SAID
    (official,) = record(body).officials
    assert official.organisation == expected


@pytest.mark.parametrize(
    ("force", "speaker", "expected"),
    [
        (
            "West Yorkshire Police",
            "West Yorkshire’s deputy mayor for policing, Jo Hale,",
            "West Yorkshire Combined Authority",
        ),
        ("the Metropolitan Police", "London’s deputy mayor for policing, Jo Hale,", "Greater London Authority"),
        ("London Fire Brigade", "The capital’s fire commissioner, Jo Hale,", "london-fire-brigade"),
        ("Police Scotland", "Justice Secretary Jo Hale", "Scottish Government"),
        ("the Police Service of Northern Ireland", "Justice Minister Jo Hale", "Department of Justice"),
        ("Kent Police", "Justice Secretary Jo Hale", "Ministry of Justice"),
    ],
)
def test_who_governs_is_told_by_the_force(record, force, speaker, expected):
    (official,) = record(f"HMICFRS graded {force} good at preventing crime.\n\n{speaker}{SAID}").officials
    assert official.organisation == expected


def test_a_post_at_a_place_is_of_the_union_named_before(record):
    body = "HMICFRS graded Kent Police good at preventing crime.\n\nThe Police Federation welcomed it. Thanet chair Jo Hale"
    (official,) = record(body + SAID).officials
    assert official.organisation == "Police Federation"


def test_no_commissioner_is_of_a_force_that_has_none(record):
    body = (
        "HMICFRS has put the Metropolitan Police and Wiltshire Police in special measures. The Met was told so in May.\n\n"
        f"PCC Jo Hale told BBC Radio Wiltshire that she knew.\n\nShe{SAID}"
    )
    assert record(body).officials[0].organisation == "Wiltshire PCC office"


def test_the_commissioner_is_of_the_force_that_was_inspected(record):
    body = (
        "HMICFRS graded Kent Police good at preventing crime.\n\nIt was told so after Essex and Dorset. Sussex Police "
        "was inspected in 2022.\n\nPCC Jo Hale"
    )
    (official,) = record(body + SAID).officials
    assert official.organisation == "Kent PCC office"


def test_the_chief_inspector_of_an_article_on_a_fire_service_is_of_the_inspectorate(record):
    body = f"HMICFRS graded Kent Fire and Rescue Service good at prevention.\n\nChief inspector Jo Hale{SAID}"
    assert record(body).officials[0].organisation == "HMICFRS"


def test_a_judge_of_the_high_court_is_of_the_court_that_the_text_names(record):
    body = f"HMICFRS graded Kent Police good.\n\nMr Justice Hale, sitting at Maidstone Crown Court,{SAID}"
    assert record(body).officials[0].organisation == "Maidstone Crown Court"


def test_an_inspector_who_judges_the_force_is_of_the_inspectorate(record):
    body = (
        "HMICFRS graded Kent Police good at preventing crime.\n\nInspector Jo Hale said: “I am pleased with its performance.”\n\n"
        "Inspector Al Dean said: “We walk the same streets each day.”\n\nThe force needs to train its staff.\n\n"
        "“I found a force that knows its people,” said inspector Ann Roe.\n\n"
        "“Given our findings, it will be watched under our Engage process,” Inspector Ed Pike added."
    )
    found = {row.name: row.organisation for row in record(body).officials}
    assert found == {"Jo Hale": "HMICFRS", "Al Dean": "kent-police", "Ann Roe": "HMICFRS", "Ed Pike": "HMICFRS"}


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        ("Cornwall Fire and Rescue Service", "Cornwall Council"),
        ("Norfolk Fire and Rescue Service", "Norfolk County Council"),
        ("Kent Fire and Rescue Service", None),
    ],
)
def test_a_member_for_the_fire_service_is_of_the_council_that_runs_it(record, service, expected):
    body = f"HMICFRS graded {service} good at prevention.\n\nCabinet member Jo Hale{SAID}"
    assert record(body).officials[0].organisation == expected


def test_letters_of_a_unit_stand_for_its_full_name(record):
    body = f"HMICFRS graded the North West ROCU good.\n\nSuperintendent Jo Hale, who runs the ROCU,{SAID}"
    assert record(body).officials[0].organisation == "North West ROCU"


def test_the_council_of_a_leader_is_named_without_what_is_run_with_it(record):
    body = (
        "Kent Police has run Second Chance with Medway Council since May. HMICFRS inspected Kent Police.\n\n"
        f"It was late, and opposition leader Jo Hale{SAID}"
    )
    (official,) = record(body).officials
    assert (official.role, official.organisation) == ("opposition leader", "Medway Council")


def test_the_deputy_of_a_commissioner_without_a_name_is_of_the_office(record):
    body = "HMICFRS graded Kent Police good.\n\nThe commissioner was away, and his deputy, Jo Hale,"
    assert record(body + SAID).officials[-1].organisation == "Kent PCC office"


def test_the_inspectorate_of_an_inspector_is_that_of_the_day(record):
    body = "Kent Police was inspected in May.\n\nHis Majesty’s Inspector of Constabulary Roy Marsh" + SAID
    (official,) = record(body).officials
    assert official.organisation == "HMICFRS"


@pytest.mark.parametrize(
    ("force", "speaker", "expected"),
    [
        ("London Fire Brigade", "Commissioner Jo Hale", "london-fire-brigade"),
        ("Scottish Fire and Rescue Service", "Deputy Chief Officer Jo Hale", "scottish-fire-and-rescue-service"),
        (
            "Devon and Cornwall Police",
            "Jo Hale, police and crime commissioner for Devon, Cornwall and the Isles of Scilly,",
            "Devon and Cornwall PCC office",
        ),
    ],
)
def test_an_office_is_of_the_body_that_has_such_an_office(record, force, speaker, expected):
    found = record(f"HMICFRS has published a report on {force}.\n\n{speaker}{SAID}")
    assert found.officials[0].organisation == expected
    assert len(found.forces) == 1


def test_of_two_forces_it_is_the_one_that_the_section_is_about(record):
    body = (
        "HMICFRS graded Kent Police good at preventing crime and Essex Police adequate at it.\n\nKent Police\n\n"
        f"It works. Superintendent Ann Lee{SAID}\n\nEssex Police\n\nIt works. Superintendent Tom Reed{SAID}"
    )
    assert {row.name: row.organisation for row in record(body).officials} == {
        "Ann Lee": "kent-police",
        "Tom Reed": "essex-police",
    }


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Cllr Jo Hale, who represents Dover on the panel,", "Kent police and crime panel"),
        ("Board chairman Jo Hale", "Policing Board"),
        ("Jo Hale, of Unison’s Kent Police branch,", "Unison"),
        ("Victims’ campaigner Jo Hale", None),
        ("Cabinet Secretary for Justice Jo Hale", "Scottish Government"),
        ("Labour’s policing spokesman Jo Hale", "Labour"),
        ("SDLP MLA Jo Hale", "Northern Ireland Assembly"),
    ],
)
def test_an_official_speaks_for_a_body_named_elsewhere_or_none(record, speaker, expected):
    body = (
        "HMICFRS graded Kent Police good at preventing crime.\n\nThe Policing Board met the Kent police and crime panel.\n\n"
        + speaker
        + SAID
    )
    (official,) = record(body).officials
    assert official.organisation == expected


def test_a_panel_that_the_text_names_is_the_one_that_somebody_chairs(record):
    body = (
        "HMICFRS graded Kent Police good at preventing crime.\n\nThe Kent Police and Crime Panel met in May. The Medway "
        "Stop and Search Panel did not.\n\nJo Hale, chair of the stop and search panel,"
    )
    assert record(body + SAID).officials[0].organisation == "Medway Stop and Search Panel"


def test_a_county_councillor_sits_on_the_council_of_the_county(record):
    body = "HMICFRS graded Kent Police good at preventing crime.\n\nCounty councillor Jo Hale" + SAID
    (official,) = record(body).officials
    assert official.organisation == "Kent County Council"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The County Councils Network was cross. Chairman Jo Hale added: “It is no help.”", "County Councils Network"),
        (
            "The Police Federation of England and Wales was cross. Its national vice-chair, Jo Hale, said: “It is no help.”",
            "Police Federation of England and Wales",
        ),
        (
            "The Fire Brigades Union (FBU) was cross. Jo Hale, FBU general secretary, said: “It is no help.”",
            "Fire Brigades Union",
        ),
        ("The charity Safe Harbour was cross. Its director, Jo Hale, said: “It is no help.”", "Safe Harbour"),
        ("Safe Harbour, a local charity, was cross. Its director, Jo Hale, said: “It is no help.”", "Safe Harbour"),
        ("The inspector in charge was Jo Hale. “It is no help,” she said.", "HMICFRS"),
        (
            "HM Inspectorate of Probation went to Swale. Chief inspector Jo Hale said: “It is no help.”",
            "HMI Probation",
        ),
        (
            "HM Inspectorate of Probation and Kent Police met. Chief inspector Jo Hale said: “It is no help.”",
            "kent-police",
        ),
        ("HM Inspectorate of Probation was there. Chief Inspector Jo Hale said: “It is no help.”", "kent-police"),
        ("For Essex, Chief Superintendent Jo Hale said: “It is no help.”", "essex-police"),
        ("Jo Hale, branch secretary of Unison at Kent Police, said: “It is no help.”", "Unison"),
        ("Ada Marsh, the commissioner, was away. Her spokesman said: “It is no help.”", "Kent PCC office"),
        ("Jo Hale, who led the inspection, said: “It is no help.”", "HMICFRS"),
        ("The NCA was praised. Its director general, Jo Hale, said: “It is no help.”", "national-crime-agency"),
    ],
)
def test_a_body_is_the_one_that_the_sentence_before_is_about(record, body, expected):
    (official,) = record("HMICFRS has published a report on Kent Police.\n\n" + body).officials
    assert official.organisation == expected


def test_ministers_of_an_island_are_its_government(record):
    body = "HMICFRS inspected the States of Jersey Police.\n\nThe Home Affairs Minister, Deputy Jo Hale, said: “It is a fair report.”"
    (official,) = record(body).officials
    assert official.role == "Home Affairs Minister"
    assert official.organisation == "Government of Jersey"


def test_the_deputy_of_a_chief_inspector_is_of_the_inspectorate(record):
    body = (
        "Criminal Justice Inspection Northern Ireland (CJI) inspected the Police Service of Northern Ireland.\n\n"
        "Deputy Chief Inspector Jo Hale said: “We shall be back.”"
    )
    (official,) = record(body).officials
    assert official.organisation == "CJI"


@pytest.mark.parametrize(
    ("speaker", "role", "body"),
    [
        (
            "Sgt Jo Hale, who is chair of the Kent Police Federation,",
            "chair of the Kent Police Federation",
            "Federation",
        ),
        ("Superintendent Jo Hale, who is head of custody,", "Superintendent", "kent-police"),
        ("Jo Hale (Unison)", None, "Unison"),
        ("Jo Hale, of the End Violence Against Women Coalition,", None, "Coalition"),
        ("Shift leader Jo Hale", "Shift leader", "kent-police"),
    ],
)
def test_an_office_in_another_body_goes_before_a_rank(record, speaker, role, body):
    (official,) = record("HMICFRS graded Kent Police good at preventing crime.\n\n" + speaker + SAID).officials
    assert official.role == role
    assert official.organisation.endswith(body)


@pytest.mark.parametrize(
    ("before", "speaker", "expected"),
    [
        ("Harbour House in Dover said that it was not surprised. ", "Its manager, Jo Hale,", "Harbour House"),
        ("Crimewatchers, which runs the line, took 14 calls. ", "Its chief executive, Jo Hale,", "Crimewatchers"),
        (
            "The Independent Office for Police Conduct looked into it. ",
            "Its director for the east, Jo Hale,",
            "Independent Office for Police Conduct",
        ),
        (
            "The Regional Organised Crime Unit was praised. ",
            "Its head, Detective Superintendent Jo Hale,",
            "Regional Organised Crime Unit",
        ),
        ("Northbridge House, a charity in Dover, was glad. ", "Chief executive Jo Hale", "Northbridge House"),
        ("At Harbourline, they have 40 cases each. ", "Its director, Jo Hale,", "Harbourline"),
        ("Sir Roy Marsh was glad. ", "His deputy, Jo Hale,", "kent-police"),
        ("Police and Crime Commissioner Roy Marsh said he was glad. ", "His deputy, Jo Hale,", "Kent PCC office"),
        (
            "Police and Crime Commissioner Roy Marsh said he was glad. ",
            "His chief executive, Jo Hale,",
            "Kent PCC office",
        ),
        ("The Rail Delivery Group was not impressed. ", "A spokesperson", "Rail Delivery Group"),
        ("HMICFRS had told it so in May. ", "Chief executive Jo Hale", "kent-police"),
        ("HMICFRS is to hire analysts. ", "A spokeswoman", "HMICFRS"),
        ("The Mayor’s office took no side. ", "A spokeswoman", "Mayor’s office"),
        ("HMICFRS had told Kent Police so in May. ", "A spokeswoman", "kent-police"),
        ("We have been good before. ", "Its chief, Jo Hale,", "kent-police"),
    ],
)
def test_an_office_that_points_back_is_of_the_body_with_which_a_sentence_begins(record, before, speaker, expected):
    body = "HMICFRS graded Kent Police good at preventing crime.\n\n" + before + speaker + SAID
    assert record(body).officials[-1].organisation == expected


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Superintendent Jo Hale, who heads the Criminal Justice Division,", "kent-police"),
        (
            "Jo Hale, chair of the Scottish Police Authority’s Policing Performance Committee,",
            "Scottish Police Authority",
        ),
        ("Barnardo’s assistant director Jo Hale", "Barnardo's"),
        ("The CQC’s deputy chief inspector, Dr Jo Hale,", "CQC"),
        ("Jo Hale, who speaks for the AA,", "AA"),
        ("Jo Hale, who chairs the county branch of the NFU,", "NFU"),
        ("Jo Hale, who leads Medway Council,", "Medway Council"),
        ("Jo Hale, of Women in the Fire Service,", "Women in the Fire Service"),
        ("Jo Hale, prosecuting for Dover Council,", "Dover Council"),
        ("Jo Hale of Wold Law Centre", "Wold Law Centre"),
        ("The mayor of Deal, Jo Hale,", "Deal Town Council"),
        ("Missing People’s chief executive, Jo Hale,", "Missing People"),
        ("Jo Hale, of Women in Prison,", "Women in Prison"),
        ("The Wold Ambulance Service’s county commander, Jo Hale,", "Wold Ambulance Service"),
        ("Commander Jo Hale, the NPCC’s lead,", "NPCC"),
        ("Hale’s aide, Dover campaigner Jo Hale", None),
    ],
)
def test_a_body_is_told_from_a_part_of_it_and_from_a_place(record, speaker, expected):
    body = "HMICFRS graded Kent Police good at preventing crime.\n\n" + speaker + SAID
    organisation = record(body).officials[-1].organisation
    assert (organisation or "").replace("\u2019", "'") == (expected or "")


@pytest.mark.parametrize(
    "speaker",
    ["Police, Fire and Crime Commissioner Jo Hale", "The Commissioner for Police, Fire and Rescue and Crime, Jo Hale,"],
)
def test_a_commissioner_of_a_fire_service_has_the_office_of_its_area(record, speaker):
    body = f"HMICFRS graded Cumbria Fire and Rescue Service good.\n\n{speaker}"
    assert record(body + SAID).officials[0].organisation == "Cumbria PFCC office"


@pytest.mark.parametrize("whom", ["PCC Ann Lee", "Ann Lee, the PCC,", "the PCC, Ann Lee,"])
def test_a_spokesperson_of_a_commissioner_speaks_for_the_office(record, whom):
    body = f"HMICFRS graded Kent Police good at preventing crime.\n\nA spokesperson for {whom}{SAID}"
    (official,) = record(body).officials
    assert (official.name, official.organisation) == (None, "Kent PCC office")


def test_the_office_of_a_commissioner_has_the_area_that_the_text_names(record):
    body = "HMICFRS graded Hampshire Constabulary good at preventing crime.\n\nCommissioner Jo Hale"
    assert record(body + SAID).officials[0].organisation == "Hampshire PCC office"


def test_letters_of_a_council_stand_for_its_name(record):
    body = "HMICFRS graded Kent Police good. The National Fire Chiefs Council had asked.\n\nNFCC control lead Jo Hale"
    assert record(body + SAID).officials[0].organisation == "National Fire Chiefs Council"


def test_a_panel_in_capitals_is_that_of_its_members(record):
    body = "MINUTES OF A MEETING OF THE KENT POLICE AND CRIME PANEL\n\nHMICFRS graded Kent Police good.\n\nCllr Jo Hale"
    assert record(body + SAID).officials[0].organisation == "Kent Police and Crime Panel"
