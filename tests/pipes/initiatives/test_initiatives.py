"""Named operations, projects, schemes and teams; [brackets] stand around their names."""

import pytest

from tests.marked import unmark


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Officers run [Operation Encompass], which began in 2021.", "operation"),
        ("[Op Sceptre] took place in May.", "operation"),
        ("The force launched [Project Vigilant] in May 2022.", "project"),
        ("[Operation Oak]’s officers were busy.", "operation"),
        ("The [Cygnet Project] helps young people.", "project"),
        ("The [Clear Water] scheme was launched in spring 2020.", "scheme"),
        ("The scheme, called [Second Watch], began in 2019.", "scheme"),
        ("The force launched the ‘[Clear Path]’ scheme in 2019.", "scheme"),
        ("Its ‘[Checkpoint]’ scheme sends officers to farms.", "scheme"),
        ("The campaign, known as '[Safer Streets Together]', helps drivers.", "campaign"),
        ("[Landing Light], a scheme that trains staff, began in 2019.", "scheme"),
        ("The campaign, [Safe at Home], began in May.", "campaign"),
        ("Officers began a programme known as [Clear, Hold, Build].", "scheme"),
        ("[Right Care Right Person] began in 2023.", "scheme"),
        ("[Clare’s Law] lets people ask.", "scheme"),
        ("Passengers hear “[See it. Say it. Sorted.]” at every station.", "scheme"),
        ("The force complies with the [Best Use of Stop and Search Scheme].", "scheme"),
        ("Officers use the [Herbert Protocol].", "scheme"),
        ("[OPERATION OAK] was a success.", "operation"),
        ("The report praised the service’s [Stay Well Wisbech] visits.", "scheme"),
        ("It had a kind word for [Firebreak], too. That is the week-long course for teenagers.", "programme"),
        ("It shows that the [New Met for London] plan, launched in July 2023, works.", "programme"),
        ("In Derry the [Reboot] initiative is a credit to its officers.", "programme"),
        ("A pilot in Lochaber, the [Glencoe Bank Crew], lends firefighters.", "programme"),
        ("They were complimentary about [We Listen Now], the texting service for victims.", "scheme"),
        ("Its [Harbour Clinic], which began in 2019, brings nurses together.", "scheme"),
        ("It praised Surrey, whose [Wellbeing Wagon], a converted horsebox which tours stations, won.", "scheme"),
        ("Our [Sleuth Academy] opened in September.", "scheme"),
        ("Inspectors praised [Safe Words] – a scheme under which evidence is recorded.", "scheme"),
        ("Inspectors praised [Smoke Seniors], launched in May 2023, in which pensioners practise.", "scheme"),
        ("Inspectors commended [Support Hubs], which bring agencies together.", "scheme"),
        ("The nurse-led scheme, known as [Custody Care], has run since 2018.", "scheme"),
        ("[Sky Lark], as the drone unit has been christened, flew 900 sorties.", "scheme"),
        ("[Bridleway] is a scheme that teaches owners of yards.", "scheme"),
        ("Launched in 2021, [Harbour Watch] has a boat and two officers.", "scheme"),
        ("Under the [Ten Minute Promise], a caller is kept on the line.", "campaign"),
        ("Officers took a course, [Before You Speak], in May.", "programme"),
        ("It was praised for [Paws for Thought] (from September 2021).", "scheme"),
        ("Call handlers have a mentor through a scheme called [Llais] (February 2024).", "scheme"),
        ("[Lock It, Log It], a marking campaign, followed in 2022.", "campaign"),
        ("Volunteers from [Street Watch], a patrol of parents, helped.", "scheme"),
        ("We were impressed with the [Lantern Hub], a service for victims, in Chatham.", "scheme"),
        ("Its answer is called [Nightwatch].", "scheme"),
        ("The report praised [Project Aspen] in the City of London.", "project"),
        ("A new team, [T\u00eem Gobaith], starts in Newport.", "team"),
        ("Sixty would be in post by May and [Project Sluice], a tool on trial, did the rest.", "project"),
        ("The launch of the [Safer Shops] scheme in Hull was a success.", "scheme"),
        ("Its [Rural Lantern] patrol, set up in 2019, has two bikes.", "operation"),
        ("Under [Operation Magpie’s Nest], officers took 19 drones.", "operation"),
        ("6.3 The [Safe Haven] programme, which began in 2019, opens all stations.", "programme"),
        ("Inspectors particularly like [Safe Steps], which sends a constable with each nurse.", "scheme"),
        ("A project called [Daylight] has been running in Sutherland since March.", "project"),
        ("Inspectors praised the [Domestic Violence and Abuse Disclosure Scheme].", "scheme"),
        ("Its [Check, Clean, Save] scheme began in May.", "scheme"),
        ("They liked [Lock, Stock and Tractor], a farm security scheme.", "scheme"),
        ("The drive, [The Pager’s Yours], found 14 people.", "campaign"),
        ("Inspectors praised [Talk Tuesdays], a weekly scheme.", "scheme"),
        ("A campaign called [KnowYourLimits] began in May.", "campaign"),
        ("It relaunched its [StayWise] website in 2021.", "scheme"),
        ("The scheme, the [River Rangers], 14 constables on quad bikes, was formed in 2020.", "scheme"),
        ("There’s the [Tidy Sheds] scheme, of course.", "scheme"),
        ("It was a pathfinder for [Operation Soteria Bluestone].", "operation"),
        ("They liked [Programme Hopewell], a shake-up.", "programme"),
        ("Crews took part in [Exercise Redcap].", "operation"),
        ("Its “[You Said, We Did]” boards are part of a campaign.", "scheme"),
        ("The campaign’s title – [Not Just a Joke] – was chosen by cadets.", "scheme"),
        ("[Callback Plus] will be rolled out in June.", "scheme"),
        ("The force has the [Doorstep Dozen], twelve retired officers who visit homes.", "scheme"),
        ("She set up [Cuppa with a Copper] in Leeds.", "scheme"),
        ("Its [Make the Call] campaign targets smokers.", "campaign"),
        ("[Operation Castle] has changed everything.", "operation"),
        ("[Operation Beacon], a push against drink driving, goes on.", "operation"),
        ("It liked the [Harbour Project] and the new cells.", "project"),
        ("The [Tackling Fear Programme] of the Executive pays for it.", "programme"),
        ("Its [Medway Task Force] has two vans.", "scheme"),
        ("They liked [Oak Watch] (Kent): a text line for farmers.", "scheme"),
        ("Inspectors praised [Safe Path], a text alert service shared by four forces.", "scheme"),
        ("The [Dying 2 Drive] programme began in 2007.", "programme"),
        ("It spent \u00a31 million on [Clean Slate] this year, a scheme in which offenders clean up.", "scheme"),
        ("The programme they joined, [Duty of Care], comes with a badge.", "programme"),
        ("Inspectors saw the [Coffee Corner] scheme on Fridays and Saturdays.", "scheme"),
        ("What is [Right Care Right Person]?", "scheme"),
        ("[Stand Back, Speak Up], a doorstep campaign run with the council, has helped.", "campaign"),
        ("They make use of [No Masks, Braver Kids], the national campaign against gangs.", "campaign"),
        ("Its “[Your River, Your Rules]” campaign began in May.", "campaign"),
        ("“[Your Lake, Your Life]”, a poster campaign, was launched last month.", "campaign"),
        ("Her brother began a schools campaign, [Callum’s Bench], in May.", "campaign"),
        ("Its “[Gran’s Garden]” project reached the last ten.", "project"),
        ("Its “[Rowntree’s Rest]” project reached the last ten.", "project"),
        ("The [Women’s Turning], a diversion scheme which began in 2019, was praised.", "scheme"),
        ("Posters for [Look Out for Ella], the campaign that we launched in May, will go up.", "campaign"),
        ("“[Spot It, Stop It, Report It]”, a campaign against fraud, began in May.", "campaign"),
        ("Its [Warm Boots, Warm Hearts] campaign began in May.", "campaign"),
        ("Kent is in the running and Dorset with [Quay Watch], a scheme.", "scheme"),
        ("They praised [Loan Lookouts], volunteers who sit in on calls.", "scheme"),
        ("They praised [Gate Gossip], workshops for farmers.", "programme"),
        ("Its project for young drivers, [Last Lane], which visits schools, was praised.", "project"),
        ("Also named is [Daybreak House], a project for girls which the force runs.", "project"),
        ("[Operation ‘Grey Heron’] was launched in 2021.", "operation"),
        ("They liked [Safe in 60], a course for bikers.", "programme"),
        ("The [Look Twice, Ride Once] campaign was liked.", "campaign"),
        ("Pupils are safe. [Handrail], Kent’s schools programme, began in 2012.", "programme"),
        ("It has a new recruitment drive, “[Have You a Minute?]”, which had a float.", "campaign"),
        ("They saw a poster campaign called [Who Will Ring?], which began in May.", "campaign"),
        ("Help came through Coedwig Ddiogel ([Safer Woods]), a project that has cleared bracken.", "project"),
    ],
)
def test_a_proper_name_beside_a_word_of_initiatives(find, marks, body, kind):
    assert marks("initiatives", body) == body
    _, (note,) = find("initiatives", unmark(body)[0])
    assert note.attributes["kind"] == kind


@pytest.mark.parametrize(
    "body",
    [
        "The force runs [Operation Oak] and [Operation Elm].",
        "It pays for the [Lantern] and [Steer Home] projects.",
        "It pays for the [Rough and Ready] projects.",
        "It pays for Crimestoppers and a [Safer Streets] programme.",
        "Inspectors praised Operations [Ark], [Wolf] and [Titan].",
        "Projects [Vigilant] and [Adder] were rolled out in 2022.",
        "The raids, code-named [Tramline], led to 40 arrests.",
        "The operation \u2013 codenamed [Tramline] \u2013 led to 40 arrests.",
        "Two inquiries, which were code-named [Finch] and [Wren], took years.",
        "A crackdown on theft (codenamed [Limit]) was run in May.",
        "[Operation Wolf] began in 2019. Operations [Ark] and [Wolf] go on.",
    ],
)
def test_two_operations_in_one_sentence(marks, body):
    assert marks("initiatives", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "The report says the [Disclosure Scheme for Domestic Abuse in Scotland] is well understood.",
        "The report highlights:\n\n- [Three-Service Wardens], who work for us, Kent Police and the council \u2013 a scheme that began in May\n- good work",
    ],
)
def test_a_scheme_is_told_by_its_name_or_by_what_it_is_said_to_be_behind_a_dash(marks, body):
    assert marks("initiatives", body) == body


def test_two_operations_of_two_places(marks):
    body = "They learned from [Op Bramling] in Essex and from [Op Exodus] in Hull."
    assert marks("initiatives", body) == body


def test_what_stands_in_a_list_with_an_initiative_is_one(marks):
    body = "The schemes are [Safe Bench], a patrol of grandmothers, [Street Hour] and [Coffee Corner]."
    assert marks("initiatives", body) == body


def test_a_name_that_opens_an_item_beside_one_of_an_initiative_is_another(marks):
    body = (
        "Worth borrowing\n\n- [Operation Breakwall] (Cardiff): puts two in a car.\n- [Cwm Clear] (Gwent): a text line."
    )
    assert marks("initiatives", body) == body


def test_names_under_a_heading_of_good_practice(marks):
    body = "Examples of good practice are:\n\n- [Chat and Cake] \u2013 officers drink tea\n\n- [Talking Wheels] \u2013 a van with a kettle"
    assert marks("initiatives", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "The police operation began at dawn.",
        "An operation to find the car went on.",
        "Operations in Kent went on.",
        "Operations Director Jo Hale and Amy Fox agreed.",
        "Operations North and South were merged.",
        "The Hull project was praised.",
        "The award went to a Reading team.",
        "Operations Leeds and Bradford were merged.",
        "Special Operations and Intelligence were merged.",
        "A source codenamed Kestrel was heard.",
        "Operation Manager Jo Hale agreed.",
        "The PEEL programme covers all forces.",
        "The Crime and Policing Act is a law.",
        "The Project Team met.",
        "The Home Office programme is long.",
        "The Neighbourhood Policing Team is small.",
        "The scheme, run by Kent Police, began in 2019.",
        "Project management is hard.",
        "Jo Hale, a scheme manager, agreed.",
        "A new IT system, known as ACR, was overseen weakly.",
        "Mentors from Second Chance visit every morning.",
        "Its Marine Unit, which began in 2019, has two boats.",
        "Its Chief Constable, which has a car, agreed.",
        "Suppose it were called Operation Empty Nest.",
        "Perhaps they will call it Operation Stable Door.",
        "They have seats for Operation Mincemeat, the wartime musical.",
        "Crews from Red Watch began the work.",
        "Quiet Streets, a novel about a sergeant, has won a prize.",
        "The charity Safe Harbour said that more was needed.",
        "Jo Hale, Kent’s Police and Crime Commissioner, added: “I am pleased with the scheme.”",
        "In a review, called Spotlight on Scams, it gave no grades.",
        "A seminar with the forbidding name of Safe Asset Registers was about ladders.",
        "Over at the county's support charity, Stand By Me, a manager was weary.",
        "Staff can use British Sign Language.",
        "The Emergency Services Show opens today. Bonfire Night was busy.",
        "Crawley’s Green Watch dreamt it up.",
        "Red Watch at Hull was praised.",
        "In other news\n\n- Operation Lightning: 14 arrested in Burton",
        "Jo Hale, a scheme manager, agreed with Priya Calloway, the head of the unit.",
        "He broke the Regulatory Reform (Fire Safety) Order 2005.",
        "She broke the Health and Safety (Display Screen) Regulations.",
        "“Drawn and Recorded”, a 64-page report, was published in May.",
        "“Keeping Faith”, the inspectorate’s report on vetting, came out in May.",
        "Lost and Found, a booklet by the union, says otherwise.",
        "It comes from the pages of Cell Block Quarterly.",
        "HMICFRS has re-inspected us for its Crime Data Integrity programme.",
        "Two suites were visited: Mill Lane, which was shut, and Snow Hill, which was opened in May. Cells at Snow Hill were clean.",
        "He said it was “funded like Luton, not like Leighton Buzzard”.",
        "The force should buy a custody system by Liberation Day.",
        "Inspectors went to 14 stores for Under Lock and Key, a report which is published today.",
        "The newspaper ran it under the headline Blue Murder.",
        "A bench in Hull carries the words Chatty Bench.",
        "The room is not run by anybody called Harry.",
        "A gang that styled itself the Night Shift was jailed.",
        "A report by the auditors is called Making the Grade.",
        "Crews met at Gallows Corner.",
        "He was convicted of running Happy Days, a care home.",
        "Safer Sundays, a campaign group, was unimpressed.",
        "The Minister for Justice and Home Affairs, Ann Lee, said so.",
        "Twelve lads from Moss Side have signed up for the scheme since 2019.",
        "The bus is parked by St Mary\u2019s Butts on Friday and Saturday nights.",
        "A spokesman for the Department for Energy Security and Net Zero said so.",
        "They asked the Society of Motor Manufacturers and Traders to begin.",
        "Stelling, as the prison is known, has a scheme.",
        "They work with Leeds City Council, Zest Health for Life and the Compton Centre.",
        "The Conservative group liked the scheme.",
        "If you have been affected, call Childline on 0800 1111 or text SafeLine free on 0808 1111.",
        "It is part of the UK’s duties under the Optional Protocol to the UN Convention against Torture.",
        "It is a project with the Fishermen’s Mission which began in May 2023.",
        "Its Head of People, Priya Nair, runs the scheme.",
        "The force uses Niche and Body Worn Video. The Police National Computer, Athena and Connect are its systems.",
        "Jo Hale, who became chief constable in May, told BBC Radio Tees that the scheme had worked.",
        "Inspectors were struck by Sergeant Jo Hale, a custody officer in Hove.",
        "Jo Hale told the Talking Blue podcast that the scheme had worked.",
        "The sign on the door of the scheme says “No Entry”.",
        "Gran’s Basket is a shop in Durham that the scheme helps.",
        "“Not Now, Thank You,” she said of the scheme.",
        "Lantern House, which was opened in 2019, has nine cells. Crews met in Church Road, where a scheme began.",
        "Inspectors went to Church Road, High Street and Mill Lane, the three suites of the force.",
        "In Matlock, councillors who sit on the panel liked the scheme. At Petworth, a scheme has begun.",
        "Others are ‘Requiring Improvement’ this year. Crews were busy over the Bank Holiday weekend.",
        "The title of the report is Losing Touch.",
        "“Is this the Good Old Days?” he asked of the scheme. “Happy Days!” said Jo Hale.",
        "They may burn none under the Reeds and Rushes etc. Burning (Wales) Regulations.",
        "Trading Standards, Victim Support, which helps them, and the scheme are partners.",
        "Nurse Mary-Ann Kettle, of Yate in Avon, was burgled before Easter.",
        "They went back to East Fenmarsh, which they had rated good in 2022. They visited High Cross and Low Wood.",
        "Crews were called to South Field, which began to flood in 2020. North Harbour, opened in 2021, is dry.",
        "Cherry Tree Walk, which was closed in 2022, has reopened.",
        "2. SAFE AND WELL\n\nThe scheme reached 4,000 homes.",
        "We want people to support this Watch scheme.",
        "Officers carry Conducted Energy Devices. They obtained 90 Domestic Violence Protection Orders.",
        "Officers were trained in the use of Stop and Search. It is part of the Serious Violence Duty.",
        "The campaign’s message is that there is ‘No Need to Rush’ on our roads.",
    ],
)
def test_common_nouns_inspection_programmes_laws_and_bodies_are_none(marks, body):
    assert marks("initiatives", body) == body


@pytest.mark.parametrize(
    ("body", "started"),
    [
        ("Officers run Operation Oak, which began in 2021.", "2021"),
        ("Operation Oak was launched in May 2022.", "2022-05"),
        ("Operation Oak was launched on 3 May 2021.", "2021-05-03"),
        ("Operation Oak was launched last May.", "2025-05"),
        ("Operation Oak (2019) finds cars.", "2019"),
        ("Operation Oak has run since 2019.", "2019"),
        ("Since 2018 the force has run Operation Oak.", "2018"),
        ("Launched in March 2021, Operation Oak finds cars.", "2021-03"),
        ("Operation Oak finds cars that were stolen. It was set up in 2020.", "2020"),
        ("The force launched Operation Oak in May 2022.", "2022-05"),
        ("Operation Oak is a trawl through every log since January, which began in June 2018.", "2018-06"),
        ("Officers run Operation Oak. We set it up in May 2021.", "2021-05"),
        ("Jo Hale led Operation Oak and was a chief constable in Kent from 2019.", None),
        ("Operation Oak found 2,019 cars.", None),
        ("Operation Oak – teams that find cars. They began in the west in 2016.", "2016"),
        ("Operation Oak, which finds cars, and Operation Elm, which began in 2019, go on.", None),
        ("Operation Oak won a prize in 2022.", None),
        ("In September last year a team, Operation Oak, began to read files.", "2024-09"),
        ("Operation Oak finds cars. It went live on 6 November 2023.", "2023-11-06"),
        ("Operation Oak finds cars. Its first patrol was in March 2019.", "2019-03"),
        ("Operation Oak was set up three years ago.", "2022"),
        ("Operation Oak began in the autumn of last year.", "2024"),
        ("The old patrols were replaced by Operation Oak in 2021.", "2021"),
        ("The force swapped its vans for Operation Oak in June 2023.", "2023-06"),
        ("The night bus gave way to Operation Oak in May last year.", "2024-05"),
        ("Operation Oak was replaced by nothing in 2021.", None),
        ("Operation Oak took over from Operation Elm in 2022.", "2022"),
        ("Operation Oak, which replaced the night bus in May 2022, was praised.", "2022-05"),
        ("Operation Oak was succeeded by Operation Elm in 2022.", None),
        ("Operation Oak began on New Year's Day this year.", "2025-01-01"),
        ("In October 2021 the force was warned. The following month it created Operation Oak.", "2021-11"),
        ("Set afloat in 2021, Operation Oak has a boat.", "2021"),
        ("Operation Oak has a start date, Friday last week.", "2025-11-21"),
        ("Operation Oak was set up 200 years ago.", None),
        ("Operation Oak (South Wales, 2022): puts officers in cars.", "2022"),
        ("Operation Oak, drawn up in 2019 with the trust, was praised.", "2019"),
        ("Operation Oak, a patrol that goes back to 2020, was praised.", "2020"),
        ("The force set up Operation Oak, under which guns are collected, in November 2020.", "2020-11"),
        ("A team, Operation Oak, starts in Newport on 2 March.", "2026-03-02"),
        ("Operation Oak, which was set up to find cars, will run until 2023.", None),
        ("After launching Operation Oak in May 2021, the force saw fewer burglaries.", "2021-05"),
        ("Operation Oak took place between May and August 2023.", "2023-05"),
        ("We set up Operation Oak in response to the 2018 inspection.", None),
        ("Since we last reported, in 2022, the force has launched Operation Oak.", None),
        ("The force introduced Operation Oak for 18- to 25-year-olds in the autumn of 2021.", "2021"),
        ("Members noted that Operation Oak would go live in May.", "2026-05"),
        ("They liked Operation Oak, where an officer and a nurse have shared a desk since 2019.", "2019"),
        ("The chief constable said work on it began in May 2021 under the name of Operation Oak.", "2021-05"),
        ("Operation Oak, which we paid for from 2021, was praised.", "2021"),
        ("Operation Oak has run every May since 2019.", "2019"),
        ("In April we began Operation Oak, and you may have noticed.", "2025-04"),
        ("Operation Oak has been going since Christmas 2017.", "2017-12"),
        ("Operation Oak has had 900 calls; some have come since it was launched two years ago.", "2023"),
        ("Operation Oak, a car crewed by a police officer and a nurse since January 2013, was praised.", "2013-01"),
        ("Operation Oak, the hub that the commissioner opened in Blackwood in 2015, was praised.", "2015"),
        ("They liked Operation Oak. The idea came from the green watch, which ran the first in June 2025.", "2025-06"),
        ("He said that a new programme, Operation Oak, would start in March.", "2026-03"),
        ("Our team model, launched in June 2022, is bedding in, and Operation Oak has found cars.", None),
        ("They liked Operation Oak, a patrol of the beaches, now in its third year, that the service runs.", "2023"),
        ("Operation Oak finds cars. It is entering its second season.", "2024"),
        ("Operation Oak, a website where people can report dangerous drivers, has run since 2007.", "2007"),
        (
            "Operation Oak, a website where people have been able to report dangerous drivers since 2007, was liked.",
            "2007",
        ),
        ("Operation Oak was carried out between 7 and 11 October.", "2025-10-07"),
        ("Operation Oak took place from 28 September to 3 October 2024.", "2024-09-28"),
        ("His son died in 2019. She began Operation Oak the year after.", "2020"),
        ("Operation Oak, which is in its second year, finds cars.", "2024"),
        ("Operation Oak, now 18 months old, has led to 30 arrests.", "2024-05"),
        ("Operation Oak has for the past three years put nurses in cars.", "2022"),
        ("Kent Police, now in its third year in special measures, runs Operation Oak.", None),
        ("Operation Oak went live in mid-2021.", "2021"),
        ("Operation Oak, which has run since the start of the year, finds cars.", "2025"),
        ("The force launched Operation Oak on Monday.", "2025-11-24"),
        ("The force launched Operation Oak on Tuesday.", "2025-11-18"),
        ("The force will launch Operation Oak next month.", "2025-12"),
        ("Operation Oak started a fortnight ago.", "2025-11"),
        ("Operation Oak started six weeks ago.", "2025-10"),
        ("Operation Oak got off the ground in 2022.", "2022"),
        ("Jo Hale, who took over in 2021, set up Operation Oak.", None),
        ("Operation Oak has a float, and she said that 31 people had signed up since July.", None),
        ("Burglaries were cleared up in 2023. They also spoke well of Operation Oak.", None),
        ("They praised Operation Oak. The Dawn Centre, which has had a nurse since April 2015, is new.", None),
        ("Kent has started Operation Oak, a review of all 3,900 people it employs, in February.", "2025-02"),
        ("Operation Oak, a team that was brought together in May 2023, rings victims.", "2023-05"),
        ("Operation Oak, which finds cars, would be up and running by January 2026.", "2026-01"),
        ("The force held 40 Operation Oak sessions in 2023.", None),
        ("Since its launch in April 2023 the force has held 40 Operation Oak sessions.", "2023-04"),
    ],
)
def test_when_an_initiative_began(find, body, started):
    note = find("initiatives", body)[1][0]
    assert note.attributes["started"] == started


@pytest.mark.parametrize(
    ("body", "about"),
    [
        (
            "Cars are stolen. Officers run Operation Oak to find them. The rain fell.",
            "Officers run Operation Oak to find them.",
        ),
        (
            "The force runs Operation Oak. It finds cars that were stolen from the streets of the county.",
            "It finds cars that were stolen from the streets of the county.",
        ),
        (
            "The force set up Operation Oak in 2020. It also runs a van that visits the villages of the county.",
            "The force set up Operation Oak in 2020.",
        ),
    ],
)
def test_about_is_the_sentence_that_describes_it(find, body, about):
    reading, (note,) = find("initiatives", body)
    assert reading.text[slice(*note.attributes["about"])] == about


def test_the_date_of_one_initiative_is_not_that_of_the_next(find):
    body = "They liked Operation Oak, which began in 2022. They also liked Operation Elm, in which cars are found."
    assert [note.attributes["started"] for note in find("initiatives", body)[1]] == ["2022", None]


def test_a_name_in_two_languages_is_given_in_english(find):
    body = "Project Lantern (Prosiect Llusern), begun in 2022, trains farmers."
    assert len(find("initiatives", body)[1]) == 1


def test_a_part_of_a_name_is_a_mention_of_it(find, marks):
    body = "The county runs [Operation Hexagon] in Luton. [Hexagon] was set up in 2021."
    assert marks("initiatives", body) == body
    first, second = find("initiatives", unmark(body)[0])[1]
    assert first.attributes["full"] == second.attributes["full"] == [first.start, first.end]


def test_a_name_without_its_marks_is_the_same(find):
    body = "Kent has begun Operation ‘Grey Heron’. Grey Heron was set up in May."
    notes = find("initiatives", body)[1]
    assert len({tuple(note.attributes["full"]) for note in notes}) == 1


def test_a_heading_that_is_the_name_of_an_operation(marks):
    body = "Residents are glad.\n\n[Operation Hexagon]\n\nOfficers patrol the town centre each night with dogs."
    assert marks("initiatives", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "The chair spoke of the funding after March of [Safe Homes Together], the joint programme with Kent Police.",
        "I was taken with [Safe at 65], which the service began in 2016 and which sends people to visit the old.",
        "It is praised under the [Hot Meals, Warm Homes] scheme of the fire service.",
        "\u2022 Embedded the [Grey Ribbon Campaign] into training for recruits.",
        "In Gravesend, [Safe Haven] gives women somewhere to wait.",
        "The force’s [Kent 2020] programme saved money. Its plan, called [Fit for 2030], cuts offices.",
        "The force has a team known as the [Kites] that looks for missing children.",
        "The ‘[Love Your Street]’ team picked up litter.",
        "Inspectors were taken, too, with [Third Shift], where nurses join patrols.",
    ],
)
def test_a_name_has_all_of_its_words_and_no_others(marks, body):
    assert marks("initiatives", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "It went to a partnership. The chief executive of the safeguarding partnership, Ivo Lamb, is watching closely.",
        "Farmer Meg Purchase, whose land was hit nine times, runs a scheme of her own.",
        "The scheme is new. The Rail Delivery Group, which speaks for train companies, was unimpressed.",
    ],
)
def test_people_and_bodies_beside_a_scheme_are_none(find, body):
    assert find("initiatives", body)[1] == []


def test_a_name_that_is_cut_twice_at_the_same_word_breaks_nothing(find):
    assert find("initiatives", "Join the Safe Hub on on Friday Scheme in Hull.")[1] == []
