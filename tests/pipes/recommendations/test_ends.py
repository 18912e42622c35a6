"""Where the action of an ask ends, and lines and lists that ask in other forms."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "[The force should replace the form, which officers fill in from memory, with one for the desk].",
        "[The force must give victims who withdraw and are not called again a named contact].",
        "[The force must log each threat], and the inspectors are watching.",
        "[Officers need to be shown how it works], and that takes time.",
        "[The force should end its use of cells], a step that it promised in 2016.",
        "[The force should end its use of cells], something it promised in 2016.",
        "[The force should test its phones], says the report, for want of anybody else to do so.",
        "[The force should hire, train and keep more staff], the report says, adding that it is short of them.",
        "[The force should report to the Police and Crime Commissioner on people who do not have a badge].",
        "[The force needs not only to hire more staff but also to keep them].",
        "[Kent must get to emergencies faster] after a damning report.",
        "“[The force should check its files], and I’ll be back in May to see,” the inspector said.",
        "[Kent should agree with its partners, within six months, a list of what each file holds].",
        "[The force should develop and publish, by May, a plan for its cells].",
        "[Officers should be given tablets], in a county where the signal “gives out before the tarmac does”.",
        "The report’s third recommendation, that [the force vet each contractor], has been met.",
        "It asks that [the force review each case], and the second that [it write to the victims].",
        "[The force should test its phones], after three engines were sent to the wrong town.",
        "[The force should test its phones] after finding that none of them worked.",
        "[The force should test its phones] after they were found to be dead.",
        "[Kent should hand over, before the holidays, a list of its dogs].",
        "[Kent has to count its dogs] after inspectors lowered its grade.",
        "[Kent has to count its dogs] after being criticised by HMICFRS.",
        "[Kent has to count its dogs] after a highly critical report by HMICFRS.",
        "[Kent has to see people within an hour after being told of a theft].",
        "[Kent has to use what it has learned from inspectors working in Essex].",
        "“[Kent must count its dogs], and I’m told that the money is there.”",
        "[Officers need to visit each station and say, face to face, what they will not put up with].",
        "[Kent should count its dogs; should check their food; and must, by May, have a vet for them].",
        "[Officers should be told, as a matter of urgency, of any limit placed on a colleague].",
        "[The force should tell its officers], since only two of them had heard of it.",
        "[The cells must be staffed all night], and that [the force has until 1 May to find the staff].",
        "[Complaints should be looked into by an outsider] and [the people who make them have to be protected].",
        "“[The force should hear what crews think first], Inspector Zoë Hall said: “We will be back.”",
    ],
)
def test_an_action_ends_before_an_aside_a_reason_and_a_clause_of_its_own(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "[Kent’s got to count what is in there].",
        "[They’ve got to listen to their staff], the inspectors say.",
        "[They’re expected to listen to their staff].",
        "[Kent’s been told to listen to its staff].",
        "The report says [it is time for the force to buy its own drones].",
        "[The onus is on the force to prove that its figures are right].",
        "[It is incumbent on the force to explain itself to the public].",
        "[Supervisors need the time to read the logs of their officers].",
        "[Inspectors want those gaps closed].",
        "Inspectors have given [the force a year to mend its phones].",
        "What it wants is for [every officer to carry a camera].",
        "It is essential that [victims are told why their case was closed].",
        "[The time it takes to answer 101 calls must come down].",
        "[Training its sergeants must come first].",
        "Its first recommendation is to [publish a plan for its cells].",
        "One recommendation, to [publish a plan for its cells], has been met.",
        "The message from the inspectorate is to [answer calls faster].",
        "Inspectors told [the force not to rely on overtime].",
        "[Kent was told not to rely on overtime].",
        "[The force must not go on relying on three people].",
        "[I should like the force to look again at its cells], said the inspector.",
        "[What the force must now do is “go back to each victim]”.",
        "[Must check its files]; [needs to train its staff].",
        "[Cash of more than £1,000 must be banked on the day].",
    ],
)
def test_contractions_time_given_and_time_that_has_come_ask_too(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "There are still things it needs to put right, the report says.",
        "Inspectors listed the steps it should take.",
        "Nobody checked the cell when it should have.",
        "It should not be a secret, the inspectors say.",
        "A new form is to be in use by Easter.",
        "Two recommendations were made, and both should be complete by Easter.",
        "The chief constable has three months to reply.",
        "The report says it is for the islands to ask.",
        "The inspectorate wants to see action.",
        "It is the yardstick by which other forces should measure themselves.",
        "There is a point on which I must insist, he says.",
        "And then you got to page 12.",
        "Residents should expect to see more officers.",
        "The budget has to be approved by the panel.",
        "It needs to see to it by May.",
        "The force should have let her know.",
        "The force has to contend with a long coastline.",
    ],
)
def test_what_is_named_left_out_or_true_of_all_is_no_ask(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "HMICFRS inspected it in May.\n\nThe force should publish the number of searches of children\n\nIt was a long day.",
            ["The force should publish the number of searches of children"],
        ),
        (
            "There are two areas for improvement.\n\n1. The force needs to train its staff.\n2. Recording the age of everyone searched.",
            ["The force needs to train its staff", "Recording the age of everyone searched"],
        ),
        (
            "What the force has been asked to do\n\n1. Train its staff in first aid.\n2. Tell victims of each release.",
            ["Train its staff in first aid", "Tell victims of each release"],
        ),
        (
            "The force has been told to do the following:\n\n- review each open case\n- give victims one contact",
            ["review each open case", "give victims one contact"],
        ),
        (
            "The report has two recommendations.\n\nR1: publish the backlog each month.\n\nR2: bring back exit interviews.",
            ["publish the backlog each month", "bring back exit interviews"],
        ),
        (
            "There are three areas for improvement.\n\n1. What we need to do\n2. The use of handcuffs, which stay on too long\n3. The recording of age, which was blank",
            ["The use of handcuffs, which stay on too long", "The recording of age"],
        ),
        (
            "Operational recommendations\n\n1. That each district appoints a lead.\n2. Call handlers to have the tool.",
            ["That each district appoints a lead", "Call handlers to have the tool"],
        ),
        ("The Home Office should:\n\n- pay for new cells\n- and fund more nurses", []),
        ("Our response to the recommendations:\n\n- we will hire 40 detectives\n- we will review each case", []),
        (
            "The other two areas for improvement concern how the force manages demand and the time it takes to answer calls.",
            ["how the force manages demand", "the time it takes to answer calls"],
        ),
    ],
)
def test_lines_and_lists_that_ask_and_those_that_answer(asks, body, expected):
    assert [words for words, _, _ in asks(body)] == expected


def test_a_label_with_a_number_names_the_kind_of_what_stands_behind_it(asks):
    body = "Two areas for improvement stand out:\n\nAFI 2 The force should train its staff.\n\nAFI 7 The force needs to check its files."
    assert [kind for _, kind, _ in asks(body)] == ["area_for_improvement"] * 2


@pytest.mark.parametrize(
    "body",
    [
        "[The brigade must mend its masts], a report by Her Majesty’s Inspectorate of Constabulary (HMICFRS) has found.",
        "[The force must mend its masts] as it published its findings, inspectors said.",
        "HMICFRS said [the force should mend its masts] as it released its report.",
        "Kent Police has been told [it needs to mend its masts] in a report by Her Majesty’s Inspectorate.",
        "Inspectors said [the force must get better at mending its masts], with crews not able to call for help.",
        "[It has six weeks to say how it will mend its masts], and it will be inspected again in May.",
        "[The brigade was asked to draw up a plan for its masts] and will meet our inspectors each month.",
        "Mr Dean said [the force “needs to get better at mending its masts” and do more to “help its crews].”",
        "In addition [plain orders should be given to new crews], HMICFRS said.",
        "[The force should write down which masts it mends], where these should stand and who checks them.",
        "[It should make sure the review properly and adequately considers its masts].",
        "We recommend that [a review of its masts is undertaken].",
        "[The force “must do more” to protect its staff], HMICFRS said.",
        "Inspectors said [the force “needs to improve” how it records crime].",
        "[The force “should check” on every cleaner], the report says.",
        "[The force “must vet its cleaners]” in a report by inspectors.",
        "[The force “must vet its cleaners],” inspectors said.",
        "HMICFRS (HMICFRS) said, external the force had old masts and [needed to “mend them quickly].”",
    ],
)
def test_what_a_paper_says_around_an_ask_is_no_part_of_it(marks, body):
    assert marks("recommendations", body) == body
