"""Pages of a force's own press room: who stands below a picture, the day at the foot, labels, headlines of their own kind."""

import pytest

from extract.document.plain import read_blocks

BODY = (
    "Officers were called to a barn on the edge of Northbridge, where they found tools that had gone from three farms.\n\n"
    "A man of that village appeared before magistrates, and will be back before them in the first week of the year.\n\n"
    "Sergeant Ida Rowntree said: “Farmers told us early, and that is why they have their tools back by now.”\n\n"
)
TITLE = "Stolen tools are back on their farms"


def said_by(forms, head, body=BODY, foot=""):
    return read_blocks(f"{head}\n\n{body}{foot}", forms)[1]


@pytest.mark.parametrize(
    "name",
    ["Peter Marrow", "Safer Lanes", "Northbridge Junction", "* Upper Marsh", "PC Ann Lee", "Sussex Coast"],
)
def test_a_name_below_the_day_is_no_writer_where_the_article_tells_of_it_or_it_is_no_persons(forms, name):
    body = BODY + "Marrow, 41, denies it.\n\n"
    assert said_by(forms, f"{TITLE}\n\n3 May 2019\n\n{name}", body).author is None


def test_a_name_below_the_day_is_the_writer_whom_the_page_credits_again(forms):
    foot = "Pictures by Peter Marrow\n\nPeter Marrow farms sheep as well."
    assert said_by(forms, f"{TITLE}\n\n3 May 2019\n\nPeter Marrow", BODY * 3, foot).author == "Peter Marrow"


def test_a_name_that_is_not_the_writers_stands_for_a_picture(forms):
    blocks, _ = read_blocks(f"{TITLE}\n\n3 May 2019\n\nPeter Marrow\n\n{BODY}Marrow, 41, denies it.", forms)
    assert [block.kind for block in blocks[:4]] == ["headline", "dateline", "caption", "paragraph"]


@pytest.mark.parametrize(
    "opening",
    [
        "As Wales warms up for the shearing",
        "Two Sussex farms share a shed",
        "Peter Marrow broke a lock on Sunday night.",
    ],
)
def test_who_does_something_in_the_opening_is_no_writer(forms, opening):
    assert said_by(forms, f"{TITLE}\n\n{opening}").author is None


@pytest.mark.parametrize(
    "line", ["Updated news post", "Breaking News Post", "Friday, October 12, 2018", "Latest Story", "12 March"]
)
def test_a_label_and_a_day_are_no_publishers(forms, line):
    body = BODY + "It was sold on October 12 and on 12 March.\n\n"
    assert said_by(forms, f"{TITLE}\n\n{line}", body).publisher is None


@pytest.mark.parametrize(
    "foot",
    [
        "Sergeant Ida Rowntree, of the farm team, thanked all who rang.",
        "* Barley Post, High Street, on 9 September",
        "Shepherd Ann Ledger, who lives in Northbridge, was glad.",
        "Farmers can join at any time. Membership is free.",
        "A lane above the barn (Copyright: The Northbridge Gazette)",
    ],
)
def test_people_points_of_lists_and_pictures_are_no_publishers(forms, foot):
    assert said_by(forms, TITLE, foot=foot).publisher is None


def test_a_headline_with_its_day_is_no_publisher(forms):
    assert (
        said_by(forms, "Operation Barn - Tuesday 4 June\n\n08:15 04/06/2019\n\nTotal of barns searched = 9").publisher
        is None
    )


def test_what_an_article_is_about_is_no_publisher(forms):
    body = "LaneWatch sends a text to each farm.\n\nLaneWatch began here in May.\n\n" + BODY
    assert said_by(forms, TITLE, body, "LaneWatch is free to every farm.").publisher is None


@pytest.mark.parametrize(
    "title",
    [
        "Two Men Charged After Tools Return to Farms",
        "A tractor that was taken from a farm on the marshes in the dead of night has been found on a beach.",
        "New picture: whose tractor is it that stood on the beach?",
        "Tractor taken from a farm on the night of 20 October 2018",
    ],
)
def test_a_headline_above_its_day(forms, title):
    found = said_by(forms, f"{title}\n\n3 May 2019\n\n* Owners are asked to ring the farm team\n* Nobody was hurt")
    assert (found.title, found.published, found.publisher) == (title, "2019-05-03", None)


def test_a_sentence_that_the_article_begins_with_again_is_its_headline(forms):
    title = "A tractor that was taken from a farm on the marshes in the dead of night has been found on a beach."
    assert said_by(forms, f"{title}\n\n{title}").title == title


@pytest.mark.parametrize(
    ("head", "foot", "day"),
    [
        ("Last modified: 4 June 2020 at 09:10am", "Posted on 3 May 2019 at 04:36pm in News stories", "2019-05-03"),
        ("", "Release date: 09/Mar/2020 17:05\n\nAuthor ID: 7\n\nCan you help?", "2020-03-09"),
        ("", "Published at 9.35am on Tuesday 3 March 2020.", "2020-03-03"),
        ("", "Previous release | 22 September 2017\n\nTools have gone from three farms.", None),
        ("", "A man posted a reply on 3 May 2019 that he took back.", None),
    ],
)
def test_the_day_of_a_page_is_that_of_its_first_publication(forms, head, foot, day):
    assert said_by(forms, f"{TITLE}\n\n{head}", foot=foot).published == day


def kinds_of(forms, text):
    return [block.kind for block in read_blocks(text, forms)[0]]


def test_a_sentence_given_twice_is_no_caption(forms):
    line = "A tractor that was taken from a farm on the marshes has been found on a beach."
    assert kinds_of(forms, f"{TITLE}\n\n3 May 2019\n\n{line}\n\n{line}\n\n{BODY}")[2:4] == ["paragraph", "paragraph"]
    assert kinds_of(forms, f"{TITLE}\n\n3 May 2019\n\nA farm by the sea\n\nA farm by the sea\n\n{BODY}")[3] == "caption"


def test_points_of_a_list_given_twice_are_points(forms):
    assert kinds_of(forms, f"{TITLE}\n\n{BODY}* Two axes\n* Two axes\n\n{BODY}")[4:6] == ["item", "item"]


def test_a_dateline_at_the_foot_of_a_short_article_makes_no_standfirst_of_it(forms):
    text = f"{TITLE}\n\nLast modified: 4 June 2020\n\nThe tractor is back on its farm.\n\nPosted on 3 May 2019 in News"
    assert kinds_of(forms, text) == ["headline", "dateline", "paragraph", "dateline"]


def test_whom_a_page_without_a_headline_is_from_is_its_publisher(forms):
    found = said_by(forms, "From:\n Northbridge Police Authority and Upper Marsh Constabulary")
    assert (found.title, found.publisher) == (None, "Northbridge Police Authority and Upper Marsh Constabulary")


@pytest.mark.parametrize("line", ["Wanted - Peter Marrow", "Peter Marrow, Ann Lee, Jo Hale"])
def test_a_name_in_a_label_is_no_writer_where_the_article_tells_of_it(forms, line):
    assert said_by(forms, f"{TITLE}\n\n3 May 2019\n\n{line}", BODY + "Marrow, 41, denies it.\n\n").author is None
