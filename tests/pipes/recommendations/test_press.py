"""Asks in the words that papers and press offices choose for them."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "[The force must give its sergeants time to supervise], and too often we found that it had not.",
        "[The force must train its supervisors], and on several occasions inspectors found that it had not.",
        "[The force should review its files], and at the time of the inspection it had not begun.",
        "[The force must recruit more detectives], and all too frequently it loses those it has.",
        "[The chief constable must see that every officer has been trained], and if they have not she must act.",
        "[Call handlers should give victims advice], and notes that Kent has done so.",
        "[Managers must measure what crews do], something that Kent has been doing for years.",
        "[The force must improve how it answers calls], one of five areas for improvement.",
        "[The force had to train its detectives] and had not.",
        "[The force should vet its cleaners], given that nobody has.",
        "[The force should vet its cleaners], according to Ms Hale, who led the work.",
        "[The force should vet its cleaners], the third time that it has been told.",
        "[The force should vet its cleaners], to which it has agreed.",
        "[The force should vet its cleaners], nor has it begun.",
        "[The force should vet its cleaners], and soon.",
        "The chief said [inspectors wanted the force to hire vets] and that it had hired ten.",
        "[The force was told to vet its cleaners] after fears were voiced by inspectors.",
        "[The force should vet its cleaners], in a letter that praises its dogs.",
        "[The force should vet its cleaners], and has since agreed to.",
        "[Kent Police was told to recount its shotguns], and has since done so.",
        "[The service must test its sirens], and has until March to do so.",
        "[The brigade should fit new doors], and gives it until Whitsun.",
        "[The force needs to find out why crews leave], and until it does we will keep asking.",
        "[Each file should be read by a sergeant], the letter goes on.",
        "[The force must help people who ring and hang up], and [managers have to tell crews what has changed].",
        "“A gang that robs farms is as bad as one that robs shops, and [its plans must be updated monthly].”",
    ],
)
def test_a_clause_of_its_own_ends_an_ask(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "[The force must by May 2025 appoint a lead, have a sergeant review each file, and give recruits a tutor].",
        "[The force needs to make sure that all staff, on-call included, have a proper talk once a year].",
        "[It should make sure every victim, however old, is offered a visit].",
        "[The force must make sure its detectives, many of whom are new, have a supervisor].",
        "[It needs to visit more of its premises, of which there are 1,400, and keep a record of each].",
        "[The service should send members, by 30 June, a costed plan for its fire control].",
        "[The force should say how it will pay for this, and how it will keep its stations].",
        "[The force should write down what a child says and where they live].",
        "[The force should check that each van is clean and that it has been tested].",
        "[The force should draw up, with two others, a plan for the coast].",
    ],
)
def test_an_aside_ends_no_ask(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "There are six areas for improvement, including one under which [managers are to check each record].",
        "There are two recommendations, the second of which says [the service should test its sirens].",
        "Two areas for improvement were identified, both familiar: [how it manages offenders], and [the way it records rape].",
        "Areas for improvement include [its use of body-worn video], [the recording of searches] and [how it vets staff].",
        "The report makes two recommendations. The first is to [give sergeants training in risk]. "
        "The second is to [fit new doors in all 14 cells].",
        "Three recommendations follow. First, that [the force reviews its shifts]. Second, that [it trains its staff].",
        "One of its recommendations was for [the force to hold monthly audits].",
        "Recommendations included [reviewing all open cases and hiring more analysts].",
        "The report makes seven recommendations, among them that [all staff be given trauma training].",
        "It has agreed to act on a recommendation to [store seized drugs under camera].",
        "The recommendation that [the force check every file that is a month old] has been closed.",
        "One area for improvement requires [the force to look at its vetting]. [Another asks it to count its drones].",
    ],
)
def test_one_of_several_asks_is_read_by_what_counts_them(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "[HMICFRS would like every custody suite to have a nurse on duty].",
        "HMICFRS said [the force “must” train its sergeants].",
        "Inspectors said [the force “needs to” vet its staff] by June.",
        "[Kent Police “must without delay” bring its records up to date], HMICFRS said.",
        "[Kent Police “must vet” its contractors], HMICFRS said.",
        "[What's needed, inspectors say, is a proper rota for detectives].",
        "HMICFRS recommends, first, that [the force appoint a lead] and, secondly, that [it stop using spreadsheets].",
        "[The inspectorate wants also to see phones going back to their owners].",
        "HMICFRS has ordered [an urgent review of how the force stores firearms].",
        "The watchdog has called for [an end to lone visits to sex offenders].",
        "Inspectors said that [it was now up to the force to train its sergeants].",
        "[The force must improve how it records rape], and must do it by June.",
        "HMICFRS asked [the force to end lone visits to sex offenders], and to do so within six weeks.",
        "HMICFRS required the force to (a) [reduce its backlog] by May, and (b) [vet its staff].",
        "The report is harsh. [It is also supposed to check on every lone worker].",
        "Inspectors say [hate crimes must go on the system the same day].",
        "[Inspectors would also like the service to tell the public when it cannot crew an engine].",
        "[HMICFRS wants better supervision of new detectives].",
        "[The inspectorate wants more detectives on each team].",
        "[It wants a proper induction for new call handlers].",
        "The watchdog called for [stronger oversight of professional standards].",
        "[It wants to see supervisors checking the footage].",
        "It was recommended that [all firefighters have a fitness test].",
        "[The force was set a deadline of 30 June to vet its contractors].",
        "[All logs involving a missing child need to be checked by an inspector].",
        "Inspectors said [children held overnight should be moved to council care].",
        "Inspectors told the brigade it could not carry on and [should train two more].",
        "[At no time should fewer than two officers be on duty].",
        "Its orders from HMICFRS are to [hire, train and keep more call handlers].",
        "[The force was told to urgently mend its lifts].",
        "[The brigade was ordered to immediately stop single crewing].",
        "Inspectors told [the force to immediately mend its lifts].",
        "[Boat courses should be held in Thurso], says the report.",
        "[You must find a place for each of those who have yet to be trained].",
        "[HMICFRS wants all vans tested by April and all crews trained by June].",
        "“There are two things that I want the force to do. First, [clean its cells]. Second, [tell crews why].”",
        "The report was blunt: [clean the cells and count the keys].",
        "HMICFRS stressed the need for [the force to vet its cleaners], and saw a need for [better records].",
        "It emphasises [the need to count the keys each night].",
        "[Whoever opens the cell must log it].",
        "“[What I want to see next time is a plan for each cell].”",
        "“It would be sensible for [the force to share a stable with Essex].”",
        "The report says that [cells be swept daily] and that [a nurse be on call].",
        "One is for the chief constable, [who is asked to publish the results].",
        "The watchdog called for [improvements in how the brigade answers phones].",
        "The report said [tighter control of keys was needed].",
        "Inspectors said [action is needed to clear its queue of files].",
        "The report said [significant improvement is required in the investigation of rape].",
        "Inspectors said [improvements are needed to the way cells are checked].",
        "HMICFRS says [further work is required to make sure that boats are dry].",
        "The report said [tighter control of keys is required].",
        "Inspectors said [improvement was required in how crimes are recorded].",
        "HMICFRS said: “We would encourage [the force to look again at its rota].”",
        "“We strongly encourage [the chief constable to vet her cleaners],” HMICFRS said.",
        "[I would be grateful if you could tell me how it will pay for them] by May.",
        "“[We should be grateful if the force would send us its plan].”",
        "“[I should like to see a van at every school].”",
        "[We would do well, the inspectors say, to copy what Essex does].",
        "[The service should fit two alarms in each flat], a target it set itself and has yet to reach.",
        "[The force must improve in the way it takes statements].",
        "[The force must find out why women leave], the inspectors write.",
        "It found that [a clearer plan for volunteers was needed].",
        "[They want a nurse in each suite] by Christmas.",
        "[The force's first job is to mend its control room], HMICFRS says.",
        "Among the recommendations: [a review of the firearms unit]; [better training for sergeants].",
        "The report recommends that [vetting be redone each year], that [lockers be searched] and that [keys be counted].",
        "Kent Police was told: [count the keys each night].",
        "HMICFRS has called for [a plan to cut overtime].",
        "“[I expect a sergeant on every shift],” HM Inspector Tom Reeve said.",
        "“[I expect a detective at the scene of every burglary],” HM Inspector Tom Reeve said.",
        "“[We want a named officer on each of those files],” HM Inspector Tom Reeve said.",
        "“[Rape files need a detective's eyes on them each week],” HM Inspector Tom Reeve said.",
        "HMICFRS said [these files need somebody in charge of them].",
    ],
)
def test_wishes_and_orders_ask(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "“I expect some of this is hard to hear,” HM Inspector Tom Reeve said.",
        "The inspector's advice to others is to copy Kent.",
        "HMICFRS will return in June, when the force must have something to show.",
        "“I expect a cup of tea,” HM Inspector Tom Reeve said.",
        "“I expected a mess on every shift,” HM Inspector Tom Reeve said.",
        "“Sentence plans need a picture of the person,” HM Inspector Tom Reeve said.",
        "Two areas for improvement are addressed to individual forces.",
        "HMICFRS has gone. The commissioner has ordered an audit of phones.",
        "HMICFRS found a gap, and one that the force must close before the end of June.",
        "Inspectors said the crews are supposed to answer calls in ten seconds.",
        "HM Inspector Anna Lorne said: “You have to take your hat off to them.”",
        "One area for improvement, on vetting, has been closed; another, on how it supervises, stays open.",
        "It was told to act on nine areas for improvement.",
        "HMICFRS said the force must address the cause of concern.",
        "Areas where the force needs to improve include custody.",
        "It is for the force to decide how to respond.",
        "The force rejected a recommendation to merge with Essex.",
        "There was no recommendation to close the station.",
        "Inspectors expected better results from a force of this size.",
        "There is one recommendation. Another is to follow in the autumn.",
        "Not until they are vetted should the force let them in.",
        "We expect to see improvement in this when we come back.",
        "The force is proud of its dogs and wants to breed more of them.",
        "HMICFRS said it had further to go to win back its crews.",
        "Essex has further to climb than the rest.",
        "I will want to see both when I come back.",
        "HMICFRS said the force needed to “improve in several major areas”.",
        "Inspectors found the brigade needed to “urgently improve” amid fears for the public.",
        "The force needs to improve in a number of areas.",
        "It should not need me to say so, the inspector wrote.",
        "The brigade was ordered to make improvements by the fire watchdog.",
        "The need to save money is great.",
        "Two lorries came. First, clean cells were shown to us.",
        "The recipe is short. First, clean the fish.",
        "What people want to see is a police officer.",
        "It must be hard for crews to read this.",
        "The best forces know that they must listen.",
        "The question is whether the brigade needs more crews or must use those it has.",
        "Nobody needs to be told that twice.",
        "The report said that more was needed.",
        "Inspectors said no improvement is needed in its call handling.",
        "Inspectors said little work is needed to reach the standard.",
        "Inspectors found that further checks were required before release.",
        "Inspectors said a licence is required for each shotgun.",
        "Inspectors found that managers encourage staff to take leave.",
        "Inspectors said the force uses posters to encourage victims to come forward.",
        "Inspectors said the force no longer needs to improve its call handling.",
        "It should not take a death to get a plan written.",
        "Smaller budgets should not become a barrier to training, HMICFRS said.",
    ],
)
def test_what_is_too_general_or_put_to_others_asks_nothing(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Two areas for improvement are addressed to forces. Kent Police should record ages.", "area_for_improvement"),
        ("Two areas for improvement remain. The second is new. It wants Kent to train crews.", "area_for_improvement"),
        ("As an area for improvement, the force was told to look at its vetting.", "area_for_improvement"),
        ("There is one cause of concern. It also says that the force should train its staff.", None),
        ("There is a cause of concern. To meet it, the force is required to check its staff.", None),
        ("The force needs to write it down. We do not regard this as a cause of concern.", None),
        ("There is a cause of concern. It says that the force should train its staff.", "cause_of_concern"),
        ("The recommendation beneath the cause of concern says the force should train its staff.", None),
        ("It raised a cause of concern, and made two demands. The force should train its staff.", None),
        ("Of its areas for improvement I will name one. The force should train its staff.", "area_for_improvement"),
    ],
)
def test_the_kind_is_that_of_what_counts_the_ask(asks, body, kind):
    assert [one[1] for one in asks(body)] == [kind]


def test_an_ask_can_stand_before_the_list_that_its_sentence_leads_in(asks):
    body = "The service must send in a plan within 28 days, and by May 2025 it should:\n\n- train its staff\n- check its work"
    assert asks(body) == [
        ("The service must send in a plan", None, "within 28 days"),
        ("train its staff", None, "by May 2025"),
        ("check its work", None, "by May 2025"),
    ]


def test_what_follows_the_one_cause_of_concern_is_another_ask(asks):
    body = (
        "Its only cause of concern is that the force must vet its staff. The report adds that it should test its vans."
    )
    assert [one[1] for one in asks(body)] == ["cause_of_concern", None]


def test_of_the_areas_for_improvement_that_are_picked_out_each_is_one(asks):
    body = "Of the areas for improvement I pick out two. The force should vet its staff. It should test its vans."
    assert [one[1] for one in asks(body)] == ["area_for_improvement"] * 2


@pytest.mark.parametrize(
    ("body", "days"),
    [
        (
            "HMICFRS says that by June the force must vet its staff, and that it should test its vans.",
            ["by June", None],
        ),
        ("HMICFRS says by June the force must vet its staff, and it should test its vans.", ["by June"] * 2),
        ("The force needs to say what it will do when two floods come at once.", [None]),
        ("The brigade must fit new doors, and the letter gives it until Easter.", ["until Easter"]),
        ("HMICFRS says the brigade must fit new doors, and gives it until Easter.", ["until Easter"]),
        ("The service must test its sirens, and has until March to do so.", ["until March"]),
        ("The service must test its sirens. It has been given until March to do so.", ["until March"]),
        ("The service must test its sirens in time for our next visit.", ["in time for our next visit"]),
        ("The service must test its sirens before inspectors return in May.", ["before inspectors return in May"]),
        ("The service needs to test its sirens over the coming year.", ["over the coming year"]),
        ("By May the force should:\n\n- vet its staff\n- by June, train them", ["By May", "by June"]),
    ],
)
def test_a_day_belongs_to_the_clause_that_it_is_set_in(asks, body, days):
    assert [one[2] for one in asks(body)] == days


def test_an_item_can_begin_with_have_and_a_name_can_look_like_an_action(asks):
    body = "The force should:\n\n- have a sergeant read each file\n- test its vans\n\nRecommendation 2. Stay Close, a line that is run by Essex, opened in May."
    assert [one[0] for one in asks(body)] == ["have a sergeant read each file", "test its vans"]


def test_a_tracker_gives_each_ask_the_day_of_its_column(asks):
    body = (
        "Ref | Recommendation | Due | Update\n1 | The force should vet its cleaners | 31 March 2024 | We must do more.\n"
        "2 | Improve how calls are logged | June 2024 | Done"
    )
    assert asks(body) == [
        ("The force should vet its cleaners", "recommendation", "31 March 2024"),
        ("Improve how calls are logged", "recommendation", "June 2024"),
    ]


def test_a_day_behind_the_answer_is_none_of_the_inspectorate(asks):
    body = "Ref | Recommendation | Response | Due\n1 | The force should vet its cleaners | Agreed | 31 March 2024\n2 | Improve how calls are logged | Agreed | May 2024"
    assert [one[2] for one in asks(body)] == [None, None]


def test_the_first_row_of_a_tracker_can_be_an_ask(asks):
    body = (
        "Rec 1 | HMICFRS 2022 | The service should, by May, plan its drills | Complete\n"
        "Rec 2 | HMICFRS 2022 | The service should test its sirens | Open"
    )
    assert [one[0] for one in asks(body)] == [
        "The service should, by May, plan its drills",
        "The service should test its sirens",
    ]


def test_a_day_of_the_line_before_is_none_of_an_ask_with_its_own_label(asks):
    body = (
        "Area for improvement: The force should improve how it logs calls.\nOwner: Jo Hale\n"
        "Progress: Training runs until May.\n\nArea for improvement: how it vets cleaners\nOwner: Al Dean"
    )
    assert {one[2] for one in asks(body)} == {None}


def test_a_question_ends_what_stands_under_a_label(marks):
    body = (
        "This question was not asked in 2017. The grade of last year still stands.\n"
        "Areas for improvement\n- [The force should label each gun on the day that it is found].\n"
        "- [The force should count its guns each month].\n"
        "How effective is the force at protecting those who keep guns, and at helping their kin?\n"
        "Kent Police requires improvement at protecting those who keep guns.\n"
        "The force is effective at:\n- finding lost guns;\n- using its powers to seize them; and\n- working with clubs."
    )
    assert marks("recommendations", body) == body


def test_recommendations_are_read_off_what_they_improve(marks):
    body = (
        "HMICFRS has made nine recommendations which include:\n- [updating how guns are counted];\n"
        "- [improving the quality of its records]; and\n- [improving how it trains armourers]."
    )
    assert marks("recommendations", body) == body
