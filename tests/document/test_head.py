import pytest

from extract.document.head import Head
from extract.document.lines import split_lines
from extract.document.plain import read_blocks

BODY = (
    "Inspectors found that the force answers its callers far too slowly, and that it has known so for years.\n\n"
    "The chief constable said that more people would answer them from the spring on, at all hours of the day.\n\n"
    "A councillor asked what that would cost, and was told that nobody had worked it out in full so far.\n\n"
)
TITLE = "Kent Police told to answer callers faster"


def head_of(forms, text, **options):
    """The head, and what it says of each of its lines."""
    lines = split_lines(text)
    head = Head(lines, forms, **options)
    return head, [(head.kinds.get(number), line.text) for number, line in enumerate(lines[: head.body])]


def test_the_first_line_is_the_headline(forms):
    head, lines = head_of(forms, f"{TITLE}\n\n{BODY}")
    assert (head.title, lines) == (0, [("headline", TITLE)])


@pytest.mark.parametrize("above", ["", "Agenda item\n\nMinutes:\n\n"])
def test_a_paragraph_or_a_label_is_no_headline(forms, above):
    head, _ = head_of(forms, above + BODY)
    assert head.title == -1


def test_what_stands_below_agenda_item_is_the_headline_although_the_foot_gives_it_again(forms):
    text = f"Northbridge Fire Authority\n\nAgenda item\n\nOur Inspection Outcomes\n\n{BODY * 5}Our Inspection Outcomes, item 14. PDF 312 KB"
    assert read_blocks(text, forms)[1].title == "Our Inspection Outcomes"


@pytest.mark.parametrize(
    ("below", "author"),
    [
        ("Ann Lee, Home affairs\n24 November 2025 | Northern Ireland", "Ann Lee"),
        ("24 November 2025 | Northern Ireland", None),
        ("South East\n24 November 2025", None),
    ],
)
def test_a_region_is_no_person(forms, below, author):
    found = read_blocks(f"{TITLE}\n\n{below}\n\n{BODY}", forms)[1]
    assert (found.author, found.publisher) == (author, None)


def test_what_a_standfirst_is_by_is_no_author(forms):
    head, _ = head_of(forms, f"{TITLE}\n\nPeer Review Reports by the Local Association.\n\n{BODY}")
    assert head.author is None


@pytest.mark.parametrize("place", ["South East", "Bristol", "Isle Wight"])
def test_where_the_news_is_made_is_no_author(forms, place):
    found = read_blocks(f"{TITLE}\n\nAnn Lee\nBBC News, {place}\n\n{BODY}", forms)[1]
    assert (found.author, found.publisher) == ("Ann Lee", "BBC News")


@pytest.mark.parametrize(
    "above",
    [
        "Home > News > Crime",
        "Northbridge Gazette\nHome > News > Crime",
        "Share this",
        "NORTHBRIDGE",
        "Picture: Kent Police",
        "24 November 2025",
        "By Ann Lee",
        "News",
        "FROM THE CHIEF'S DESK\nNorthbridge Fire and Rescue Service",
        "Northbridge Inspection Board\nPRESS RELEASE\nEMBARGOED UNTIL 00:01 ON MONDAY 24 NOVEMBER 2025",
        "FRONTLINE REVIEW\nNews / Child protection",
        "BEAT & STATION\nthe magazine for sergeants\nIssue 214 \u00b7 October 2025\nNOTEBOOK",
        "Northbridge Courts Weekly\nStalking",
        "Home \u203a Latest News \u203a A long headline of more than nine words that is given once again below",
        "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services\nEmbargo: 00.01, 22 March 2023",
        "THE COUNTING HOUSE\nA podcast for people who record crime for a living",
        "BEAT & BENCH\nThe independent monthly for police leaders",
        "THE RUNNING CALL - our weekly bulletin",
        "THE WARRANT CARD\nMembers' bulletin no. 611",
        "POLICE STANDARD WEEKLY | Service policing",
        "Hide this site",
        "Inspecting policing in the public interest\n\nHome \u00bb Media \u00bb Kent Police told to answer callers faster",
        "RIVER & HILL RADIO NEWSROOM\nSLUG: POLICE REPORT        BULLETIN: 0700",
        "Briefing Service\nDebate note DN 2025/031",
        "Northbridge County Council\nFire and Rescue Scrutiny Committee\nMeeting date: 21 November 2025\nAgenda item: 7",
        "PRESS RELEASE\nFor the attention of news desks",
        "Emergency Services Review\nSpring 2023 | The people pages",
        "Skip to content\nMain content is below",
        "Home>Fire>Rescue>Kent Police told to answer callers faster\nARTICLE",
        "Northbridge Fire Authority\nAgenda item",
        "You are in: UK: England\nNews Front Page\nAfrica\nAmericas\nEurope\nMiddle East\nUK\nWales\nPolitics\n12 November 2002",
        "Pink Pages     Local Heroes     Advertise with us\n\nNORTHBRIDGE",
        "Northbridge Police Federation\nConnect with us",
        "Agenda item\n\nMinutes:",
        "Tell us what you want from policing.  Take part in our survey now!\n\nSkip to content\nOpen Menu\nYouTube",
        "Inspectorate's round logo",
        "(EMBARGO 0001 FRI)",
        "By Press Reporter, PA",
        "THE BELL\nMonthly briefing for firefighters and members",
        "THE BELL\nMagazine of the Association of Old Firefighters",
        "Northbridge Police Federation\nRepresenting 2,100 officers from Northbridge to the sea",
        "Bell & Whistle\nFor people who run the police",
    ],
)
def test_what_stands_above_the_headline_is_not_taken_for_it(forms, above):
    head, _ = head_of(forms, f"{above}\n\n{TITLE}\n\n{BODY}")
    assert head.lines[head.title].text == TITLE


@pytest.mark.parametrize(
    "below",
    [
        "Northbridge Fire Authority\nHome > Committees > Minutes\n24 November 2025",
        "Revisit letters praise patient work on prevention, but grievances still take far too long\n24 November 2025",
        "Written and read by Ann Lee\n24 November 2025",
    ],
)
def test_what_stands_below_the_headline_is_not_taken_for_it(forms, below):
    head, _ = head_of(forms, f"{TITLE}\n{below}\n\n{BODY}")
    assert head.title == 0


def test_the_subject_of_a_letter_is_its_headline(forms):
    text = f"Northbridge Police\n6th Floor, Globe House, London SW1V 1PN\n24 November 2025\nDear Ann\n{TITLE}\n\n{BODY}"
    head, _ = head_of(forms, text)
    assert head.lines[head.title].text == TITLE


@pytest.mark.parametrize(
    "lines",
    [
        "News\n\nPress release: Custody centres in Tayside\n\n24 November 2025",
        "From the top floor\n\nBlog: Marks out of ten, and other things\n\nBy Chief Constable Ann Lee",
        "OBITUARIES\n\nSir Hallam Dyce, 1934-2021\nBomb-disposal sapper, chief constable and friend of dogs",
        "Gone by morning: how the police deal with theft\n\nPublication type: National thematic inspection",
        "Northbridge Fire Authority\n\nMinutes of the Audit and Governance Committee\n\nIn attendance: three officers of the Service",
        "From: HMICFRS Communications\nSubject: Inspection Update\n\nWhat we published and where we went",
        "The Big Interview: Ann Lee\n\nThe chief fire officer tells us why she welcomes inspectors\n\nYou began in Kent. What changed?",
        "Volunteers find cells cold\n\n\u201cI could leave,\u201d one of them said on her way out of the station.",
        "Dear Chief Constable\n\nRevisit of Kent Police\n\nIt did well.\n\nYours sincerely\n\nAnn Lee",
    ],
)
def test_a_headline_by_its_form(forms, lines):
    wanted = (
        "Press release:",
        "Blog:",
        "Sir Hallam",
        "Gone by",
        "Minutes of",
        "Inspection Update",
        "The Big",
        "Volunteers",
    )
    wanted += ("Revisit of",)
    _, metadata = read_blocks(f"{lines}\n\n{BODY}", forms)
    assert metadata.title.startswith(wanted)


def test_a_known_headline_stays_the_first_line(forms):
    head, _ = head_of(forms, f"News\n\n{TITLE}\n\n{BODY}", titled=True)
    assert head.title == 0


@pytest.mark.parametrize(
    "line",
    [
        "24 November 2025",
        "Nov 24, 2025",
        "Published: 24/11/2025",
        "Published 24 November 2025, 10:31 GMT",
        "Monday, 24th November 2025",
        "24 Nov 2025 | 4 min read",
        "Summary for residents, put online on 24 November 2025",
        "Northbridge Gazette | Monday November 24th, 2025 | 75p",
        "Filed Mon 24 November 2025 by Ann Lee  ::  Agencies",
        "These minutes were published on 24 November 2025 and are subject to approval at the next meeting",
    ],
)
def test_a_dateline_gives_the_day_of_publication(forms, line):
    blocks, metadata = read_blocks(f"{TITLE}\n\n{line}\n\n{BODY}", forms)
    assert blocks[1].kind == "dateline"
    assert metadata.published == "2025-11-24"


@pytest.mark.parametrize(
    ("first", "second"), [("Updated: 25 November 2025", "24 November 2025"), ("24 November 2025", "Updated 26/11/2025")]
)
def test_a_day_of_publication_goes_before_one_of_change(forms, first, second):
    _, metadata = read_blocks(f"{TITLE}\n\n{first}\n{second}\n\n{BODY}", forms)
    assert metadata.published == "2025-11-24"


def test_a_report_and_a_meeting_have_days_of_their_own(forms):
    both = "Report published: 26 July 2025\nResponse published: 24 November 2025"
    assert read_blocks(f"{TITLE}\n\n{both}\n\n{BODY}", forms)[1].published == "2025-11-24"
    assert read_blocks(f"Notes of the meeting at Deal\n\nDate: 6 June 2025\n\n{BODY}", forms)[1].published is None


def test_a_day_of_change_is_better_than_none(forms):
    _, metadata = read_blocks(f"{TITLE}\n\nLast updated: 25 November 2025\n\n{BODY}", forms)
    assert metadata.published == "2025-11-25"


@pytest.mark.parametrize(
    "day", ["today (Wednesday 14 December 2022)", "today, 14 December 2022,", "today (14th December 2022)"]
)
def test_without_a_dateline_the_opening_may_tell_the_day(forms, day):
    _, metadata = read_blocks(f"{TITLE}\n\nThe report, published {day}, is out.\n\n{BODY}", forms)
    assert metadata.published == "2022-12-14"


def test_a_date_in_a_sentence_is_no_dateline(forms):
    text = (
        f"{TITLE}\n\nThe force was inspected on 24 November 2025 by a team of eight, who found much to mend.\n\n{BODY}"
    )
    _, metadata = read_blocks(text, forms)
    assert metadata.published is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("by Ann Lee, crime correspondent", "Ann Lee"),
        ("Words by Ann Lee", "Ann Lee"),
        ("Ann Lee, Local Democracy Reporter", "Ann Lee"),
        ("By Ann Lee and Bob Ray", "Ann Lee"),
        ("By Ann Lee | 24 November 2025", "Ann Lee"),
        ("Ann LeePublished 24 November 2025", "Ann Lee"),
        ("By newsroom staff", None),
        ("Words Ann Lee", "Ann Lee"),
        ("Written and read by Ann Lee", "Ann Lee"),
        ("Ann Lee, rural affairs\n24 November 2025", "Ann Lee"),
        ("Ann Lee \u2022 24 November 2025 \u2022 2 min read", "Ann Lee"),
        ("Posted on 24 November 2025 by Chief Constable Ann Lee", "Ann Lee"),
        ("PRESS RELEASE\n24 November 2025", None),
        ("Ann Rowntree, Chief Constable\n24 November 2025", None),
        ("By HM Inspector of Constabulary Ann Lee", "Ann Lee"),
        ("Words and pictures: Ann Lee", "Ann Lee"),
        ("Court reporter: Ann Lee", "Ann Lee"),
        ("By Website Editor: Ann Lee", "Ann Lee"),
        ("Rounded up by Ann Lee", "Ann Lee"),
        ("Live reporting by Ann Lee", "Ann Lee"),
        ("Put together for you by Ann Lee", "Ann Lee"),
        ("A report for members by Ann Lee", "Ann Lee"),
        ("Notes taken by Ann Lee", "Ann Lee"),
        ("Brought to you by Northbridge Police", None),
        ("Ann Lee at Northbridge Town Hall\n24 November 2025", "Ann Lee"),
        ("Ann Lee in Northbridge\n24 November 2025", "Ann Lee"),
        ("Northbridge Police at Maidstone\n24 November 2025", None),
        ("Ann Lee at a meeting in Northbridge\n24 November 2025", None),
        ("Ann Lee @annlee_news\n24 November 2025", "Ann Lee"),
        ("24 November 2025, Ann Lee", "Ann Lee"),
        ("Ann Lee (24 November 2025)", "Ann Lee"),
        ("Ann Lee\u00a0/\u00a024 November 2025", "Ann Lee"),
        ("Northbridge, 24 November 2025", None),
        ("Words Ann Lee Photography Bob Ray", "Ann Lee"),
        ("Report: Ann Lee. Pictures: Bob Ray", "Ann Lee"),
        ("NEWS   By Ann Lee   Local Democracy Reporting Service\n24 November 2025", "Ann Lee"),
        ("24.11.2025 - 6 min read - Ann Lee, Deputy Editor", "Ann Lee"),
        ("Northbridge Bugle\nWords by Ann Lee\n24 November 2025", "Ann Lee"),
        ("Ann Lee\nHome Affairs Correspondent, Northbridge Dispatch\n24 November 2025", "Ann Lee"),
        ("Outstanding Workshop of the Year", None),
        ("Chair: Ann Lee", None),
        ("Ann Lee / 24 November 2025", "Ann Lee"),
        ("Northbridge Packet  //  Courts  //  Fri 8 Nov 2019, 4:47 pm  //  Ann Lee", "Ann Lee"),
        ("Posted on October 16, 2014 by Policing Procurement & Practice in Training", None),
        ("Report author: Ann Lee, Area Manager", "Ann Lee"),
        ("Review by Ann Lee", "Ann Lee"),
        ("By Police and Crime Commissioner Ann Lee", "Ann Lee"),
        ("By Fire Authority Chair Cllr Ann Lee", "Ann Lee"),
        ("Posted on 22 January 2026\nNews | Heddlu Gogledd Cymru / North Wales Police", None),
        ("Pictures and words by Ann Lee", "Ann Lee"),
        ("Opinion\nAnn Lee", "Ann Lee"),
        ("Ann Lee Wales Correspondent Thursday 8 June 2023", "Ann Lee"),
        ("Prosecutor Ann Lee told the court that it was late.", None),
        ("Northbridge Police's grades have slipped, and so has its budget.", None),
        ("Four more reports are out. Ann Lee picks the bones out of them.\n24 November 2025", "Ann Lee"),
        ("Ann Lee Police and crime correspondent", "Ann Lee"),
        ("From Ann Lee in Maidstone", "Ann Lee"),
        ("Ann LeeLocal Democracy Reporter", "Ann Lee"),
        ("Ann McKay, Reporter", "Ann McKay"),
        ("Calls to the force go unanswered for far too long, writes Ann Lee.", "Ann Lee"),
    ],
)
def test_a_byline_gives_the_author(forms, line, author):
    _, metadata = read_blocks(f"{TITLE}\n\n{line}\n\n{BODY}", forms)
    assert metadata.author == author


@pytest.mark.parametrize(
    ("above", "author"), [("The Packet | Comment", "Ann Lee"), ("OPINION", "Ann Lee"), ("NEWS", None)]
)
def test_the_headline_of_an_opinion_opens_with_its_author(forms, above, author):
    _, metadata = read_blocks(f"{above}\n\nAnn Lee: why I lock my door\n\n24 November 2025\n\n{BODY}", forms)
    assert metadata.author == author


@pytest.mark.parametrize(
    "line", ["Words by Ann Lee", "Report: Ann Lee", "Compiled by Ann Lee. To stop it, reply with STOP."]
)
def test_a_byline_can_stand_at_the_foot(forms, line):
    _, metadata = read_blocks(f"{TITLE}\n\n24 November 2025\n\n{BODY}{line}\n\nThe Gazette is out on Fridays.", forms)
    assert metadata.author == "Ann Lee"


def test_a_bare_name_above_a_date_is_the_author(forms):
    blocks, metadata = read_blocks(f"{TITLE}\n\nAnn Lee\n24 November 2025\n\n{BODY}", forms)
    assert metadata.author == "Ann Lee"
    assert [block.kind for block in blocks[:3]] == ["headline", "byline", "dateline"]


def test_a_chief_constable_is_no_author(forms):
    text = f"{TITLE}\n\n{BODY}Chief Constable Ida Rowntree\n\nsaid that more would be done in the months to come.\n"
    assert read_blocks(text, forms)[1].author is None


def test_what_stands_between_headline_and_byline_is_the_standfirst(forms):
    standfirst = "A county of callers waits too long, inspectors say"
    blocks, _ = read_blocks(f"{TITLE}\n\n{standfirst}\n\nBy Ann Lee\n\n{BODY}", forms)
    assert [block.kind for block in blocks[:3]] == ["headline", "standfirst", "byline"]


def test_a_headline_with_a_month_is_no_dateline(forms):
    title = "Notes from the benches: March 2017 - Police report tells of a harsh verdict on a mixed year"
    assert read_blocks(f"{title}\n\n{BODY}", forms)[1].title == title


def test_a_text_without_lines_has_no_head(forms):
    head = Head([], forms)
    assert (head.title, head.body, head.metadata([]).title) == (-1, 0, None)


@pytest.mark.parametrize(
    ("head", "title", "author", "publisher"),
    [
        (
            f"THE PACKET\nAll the news from Thanet to the Weald\n\n{TITLE}\n\nExclusive: Ann Lee",
            TITLE,
            "Ann Lee",
            "THE PACKET",
        ),
        (f"{TITLE} | The Kentish Packet\n\nReporter Ann Lee", TITLE, "Ann Lee", "The Kentish Packet"),
        (f"{TITLE}\nBy ANN LEE Crime Editor", TITLE, "ANN LEE", None),
        (f"Home / News / Policing\n\n{TITLE}\n\nStory by Ann Lee • 2d ago", TITLE, "Ann Lee", None),
        ("To: All staff\nFrom: Chief Constable\nSubject: Our report", "Our report", None, None),
        ("USK VALLEY RADIO: NEWS SCRIPT\n" + TITLE, TITLE, None, "USK VALLEY RADIO"),
        (
            "THE WHISTLE\nThe quarterly for sergeants\n\nCells that work\n\nText: Ann Lee\nPictures: Bob Ray",
            "Cells that work",
            "Ann Lee",
            "THE WHISTLE",
        ),
    ],
)
def test_a_whole_head(forms, head, title, author, publisher):
    _, metadata = read_blocks(f"{head}\n24 November 2025\n\n{BODY}", forms)
    assert (metadata.title, metadata.author, metadata.publisher) == (title, author, publisher)
    assert metadata.published == "2025-11-24"


@pytest.mark.parametrize(
    "above", ["NEWSROOM SCRIPT - DRIVETIME", "Agenda item 4", "HMICFRS press release", "Slug: FIRE"]
)
def test_a_line_that_says_what_a_page_is_is_no_headline(forms, above):
    head, _ = head_of(forms, f"{above}\n\n{TITLE}\n\n{BODY}")
    assert head.lines[head.title].text == TITLE


def test_turns_of_a_script_are_no_head(forms):
    turns = "".join(f"{who}: It was hard and we did it.\n\n" for who in ("PRES", "HALE", "PRES", "DUNN"))
    head, lines = head_of(forms, f"SCRIPT / FIRE CULTURE\n\n{turns}")
    assert (head.title, lines) == (0, [("headline", "SCRIPT / FIRE CULTURE")])


@pytest.mark.parametrize(
    "below",
    [
        "Responding to the report, Chief Fire Officer Ann Lee said:",
        "“I make no apology for it,” wrote the chief inspector. “Forces must do as they are told.”",
        "MEMBER OF THE PUBLIC: Will they come?\n\nCOMMISSIONER: They will come.",
    ],
)
def test_speech_is_no_headline(forms, below):
    head, lines = head_of(forms, f"State of Policing\n\n{below}\n\n{BODY}")
    assert lines[head.title] == ("headline", "State of Policing")


@pytest.mark.parametrize(
    ("above", "author"),
    [
        ("17 Jul 2025\nBy Stephen Harcourt\nPicture: Kent Police\n\n", "Stephen Harcourt"),
        ("By Danny Hale, Local Democracy Reporter\nPublished 17th Jul 2025, 15:20 BST\nComment\n\n", "Danny Hale"),
    ],
)
def test_an_article_that_came_without_its_headline_has_its_day_and_author(forms, above, author):
    _, metadata = read_blocks(f"{above}{BODY}", forms)
    assert (metadata.title, metadata.published, metadata.author) == (None, "2025-07-17", author)


@pytest.mark.parametrize("line", ["By The Newsroom", "News Politics Top News", "NewsKent Police", "Advertising"])
def test_who_is_not_named_and_where_an_article_is_filed_is_no_publisher(forms, line):
    _, metadata = read_blocks(f"{TITLE}\n\n{line}\n24 November 2025\n\n{BODY}", forms)
    assert (metadata.publisher, metadata.author) == (None, None)


def test_how_old_an_article_is_is_no_headline(forms):
    old = "This article is more than 5 years old"
    _, metadata = read_blocks(f"{old}\n\n{TITLE}\n\n{old}\n\nThu 6 Mar 2025 00.01 GMT\n\n{BODY}", forms)
    assert (metadata.title, metadata.published) == (TITLE, "2025-03-06")


def test_days_beside_headlines_of_others_are_not_that_of_the_article(forms):
    text = f"{TITLE}\nPublished\n6 March 2025\n{BODY.splitlines()[0]}\nMore on this story\n- Arson at Lyme\n- Published30 January 2015"
    blocks, metadata = read_blocks(text, forms)
    assert metadata.published == "2025-03-06"
    assert [block.kind for block in blocks][-3:] == ["boilerplate"] * 3


def test_a_short_standfirst_is_no_byline(forms):
    blocks, _ = read_blocks(f"{TITLE}\nThe force has a year to do so\n24 November 2025\n{BODY}", forms)
    assert blocks[1].kind != "byline"


def test_below_two_sentences_stands_no_headline(forms):
    text = (
        "Lyme Regis 2017\nThe extent to which the force keeps people safe from crime is good.\n"
        "The extent to which the force makes use of what it has is good as well.\nJo Hale, Inspector of Constabulary\n"
    )
    _, metadata = read_blocks(text + BODY, forms)
    assert metadata.title == "Lyme Regis 2017"


def test_the_day_beside_a_council_is_that_of_publication(forms):
    _, metadata = read_blocks(f"{TITLE}\n\nKent County Council, 3 March 2025\n\n{BODY}", forms)
    assert metadata.published == "2025-03-03"


@pytest.mark.parametrize(
    "line", ["Meeting to be held on 17 November 2025", "Human Resources Committee \u2013 14 October 2022"]
)
def test_the_day_of_a_meeting_is_not_that_of_publication(forms, line):
    _, metadata = read_blocks(f"Kent Fire Authority\n{line}\n\n{TITLE}\n\n{BODY}", forms)
    assert metadata.published is None
