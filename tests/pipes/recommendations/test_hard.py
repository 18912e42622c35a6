"""Asks in rarer wordings, the ends of their clauses, and lists under lead-ins of other wording."""

import pytest

from tests.marked import gap


@pytest.mark.parametrize(
    "body",
    [
        "[The force has got to train its staff].",
        "[The force does need to train its staff].",
        "[The force ought, in time, to train its staff].",
        "[The force has, as a first step, to train its staff].",
        "[The force would do well to train its staff].",
        "[There is an urgent need for the force to train its staff].",
        "[There was a clear need for better training of its staff].",
        "There is no need for the force to train its staff.",
        "[Better training is needed of those who answer calls].",
        "HMICFRS says [further work is needed to make sure that boats are dry].",
        "[More night patrols are needed to cover its coast].",
        "Further work is needed.",
        "It is vital for [the force to train its staff].",
        "[Inspectors want every sergeant trained to lead].",
        "[HMICFRS would like to see every sergeant trained].",
        "[What it would like to see is every sergeant trained].",
        "[What is needed is a plan for each beat].",
        "[The first thing the force must do is to train its staff].",
        "[A weakness that needs to be addressed is that fire doors are left open].",
        "The inspectors’ main advice was to [train more staff].",
        "It has left the force with a task: [to train its staff].",
        "[Asked by HMICFRS to train its staff], Kent Police has said it will.",
        "[Told to train its staff], the force did nothing.",
        "[Kent Police, having been ordered by HMIC to train its staff], has done so.",
        "It wrote to the force in May, directing [it to train its staff].",
        "The report asks only that [the force train its staff].",
        "It recommended that [“all officers and staff” be trained].",
        "The report, which says [Kent Police must train its staff], is out today.",
        "[It is up to the force to train its staff].",
        "[The force would be wise to train its staff].",
        "[The force will be expected to train its staff].",
        "The report asks that [supervisors’ reviews be recorded].",
        "HMI Roy Marsh said [he wanted “every sergeant trained]”.",
        "[The force doesn’t know who they are, and should ask them].",
        "These include that [the force should train its staff].",
        "It has one cause of concern as well, under which [the force must train its staff].",
        "Among other things [the force should train its staff].",
        "The report is calling on [the force to train its staff].",
        "HMICFRS is also urging [the force to train its staff].",
        "[It wants a review of its control room].",
        gap("It is the one thing [the force must do: train its staff].", reason="the action stands behind a colon"),
    ],
)
def test_rarer_wordings_of_an_ask(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "It urges that [every victim be offered a visit], and insists that [no file be closed without a check].",
        "It proposes that [the service lend each station a boat], and that [crews be shown how it works].",
        "HMICFRS urged [the force to train its staff] and told [it to check their work].",
        "HMICFRS has asked [Kent Police to train its staff] and [Essex Police to count its dogs].",
        "[Kent was told to train its staff], [Essex to hire 20 more] and [Sussex to count its dogs].",
        "It makes one recommendation, which is that [a plan be agreed with the council].",
        "[The force should train its staff and ask them to check each file].",
        "[The force must open a line that outsiders run], and [managers have to keep away from it].",
        "[It must not let officers who know each other meet], and [it has been told to write down why].",
        "[Staff are to be trained], and [those who can’t be reached are to be told by letter].",
        "[The force must train its staff], and it doesn’t yet know how.",
        "[It should train its staff], and notes drily that one had left.",
        "[It must write to every child], and at present one in three does not get one.",
        "[It should sort its calls], and every resident who has hung on will cheer.",
        "HMICFRS told us [we’ve got to hit the target], and we’ve told them we will.",
        "It says that [the force needs a plan] and that [its station, which flooded, should be moved].",
        "[The force should vet every officer and member of staff whose clearance has lapsed].",
        "[It should check with police and schools before anybody is moved].",
        "[The force should make sure that its list is right and is kept].",
        "[It should review its clothing, which ought not to be used on children].",
        "[It should also tell victims, within five days, who is handling their case].",
        "[A ligature point found in four cells has to be removed].",
    ],
)
def test_an_ask_ends_where_another_clause_begins_and_no_sooner(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Vans should be checked by May, and not a day later.", ("Vans should be checked", "by May")),
        ("Vans should be checked by the end of May and no later.", ("Vans should be checked", "by the end of May")),
        (
            "Vans should be bought in the next financial year.",
            ("Vans should be bought", "in the next financial year"),
        ),
    ],
)
def test_what_stresses_a_deadline_is_no_part_of_the_ask(asks, body, expected):
    assert [(ask, deadline) for ask, _, deadline in asks(body)] == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "A good sergeant needs to know the law.",
        "It is not that the force should hire more staff.",
        "The inspectorate rejected a suggestion that the force should close its cells.",
        "HMICFRS considered, and dropped, the idea that officers should carry it.",
        "Seven areas for improvement are listed in the report.",
        "The force should come as no surprise to anybody.",
        "The force has been told to ‘get a grip’ on its visits.",
        "Detectives have been told to raise their game in the first report of the year.",
        "The force has been told to improve in three areas out of nine.",
        "One area is good and two need to improve.",
        "It is a unit that other forces should envy.",
        "Inspectors know how hard it is to keep a service on the road.",
        "When the chief did speak it was to say that she would pay.",
        "The force has been told of three plans to put this right.",
        "One thing the inspectors would like to see elsewhere is Warm Hearths.",
        "You need not reply to this letter.",
        "Kent Police was told by HMICFRS to make improvements in five areas.",
        "The force was graded as follows:\n\nGood - Preventing crime; leadership\nAdequate - Managing offenders",
    ],
)
def test_what_is_dropped_or_true_of_all_is_no_ask(find, body):
    _, found = find("recommendations", body)
    assert [note for note in found if note.attributes["asked"] != "never"] == []


@pytest.mark.parametrize(
    "body",
    [
        "To do, says HMICFRS\n\n- [Visit victims in person]\n- [Read every file]",
        "HMIC found that Kent Police:\n\n- was good at vetting;\n- [should count its vans];\n- and [must ask victims what they want].",
        "The report’s demands are plain:\n\n- [Visit victims in person]\n- [Read every file]",
        "Inspectors set out what the force has to do next.\n\n- [Visit victims in person].\n- [Read every file].",
        "Inspectors would like to see:\n\n- [a plan for each beat]\n- [a named lead for hate crime]",
        "Among the areas for improvement\n\n- [How sergeants watch the use of tasers]\n- [The recording of what children say]",
        "Jobs that HMICFRS has handed out:\n\n- [Kent Police to visit victims in person]\n- [Essex Police to read every file]",
        "The chief ones:\n\n> [the force should visit victims in person];\n> [it should read every file]",
        "HMICFRS named the following areas for improvement, among others.\n\n[The force should visit victims in person].\n\n[Quality of supervision].\n\nThe chief constable said that the force had accepted both.",
        "Areas for improvement\n\n- [Timeliness of visits after an appointment has been missed]\n- [Use of data]",
        "The force has pledged to:\n\n- visit victims in person;\n- read every file.",
        "Three ways to keep a bicycle safe are to\n1) [lock its frame]\n2) [note its number]\n3) [mark its saddle]",
        "It reported that:\n\n(a) Kent Police was good.\n(b) The force should:\n(i) [visit victims in person]; and\n(ii) [read every file].\n(c) Nobody disagreed.",
    ],
)
def test_lists_under_lead_ins_of_other_wording(marks, body):
    assert marks("recommendations", body) == body
