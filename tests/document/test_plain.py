import pytest

from extract.document.plain import read_blocks, read_text

HEAD = "Kent Police told to answer callers faster\n24 November 2025\n\n"
PROSE = "Inspectors found that the force answers its callers far too slowly, and that it has known so for years.\n\n"
MORE = "The chief constable said that more people would answer them from the spring on, at all hours of the day.\n\n"


def blocks_of(forms, body):
    """Kind and words of each block behind the dateline."""
    document = read_text(HEAD + body, forms)
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks[2:]]


def read_rows(forms, body):
    """Each block behind the dateline, with its number in the document."""
    document = read_text(HEAD + body, forms)
    return document.text, list(enumerate(document.blocks))[2:]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_the_text_stays_as_it_is_and_blocks_lie_on_it(forms, ends):
    text = (HEAD + PROSE).replace("\n", ends)
    document = read_text(text, forms, "a.txt")
    assert document.text == text
    assert [(block.kind, text[block.start : block.end]) for block in document.blocks] == [
        ("headline", "Kent Police told to answer callers faster"),
        ("dateline", "24 November 2025"),
        ("paragraph", PROSE.strip()),
    ]
    assert (document.path, document.media_type) == ("a.txt", "text/plain")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("What the force must do", "subheading"),
        ("Is it enough?", "subheading"),
        ("Picture: Kent Police", "caption"),
        ("- answer calls", "item"),
        ("1. answer calls", "item"),
        ("Share this", "boilerplate"),
        ("Home > News > Crime", "boilerplate"),
        ("It is enough.", "paragraph"),
    ],
)
def test_a_line_between_paragraphs_is_told_by_its_form(forms, line, kind):
    assert blocks_of(forms, f"{PROSE}{line}\n\n{PROSE}")[1] == (kind, line.removeprefix("- ").removeprefix("1. "))


def test_the_line_below_image_caption_is_the_caption(forms):
    body = f"{PROSE}Image caption\nThe force has two new cars\n\n{PROSE}"
    assert [kind for kind, _ in blocks_of(forms, body)] == ["paragraph", "caption", "caption", "paragraph"]


def test_a_caption_said_twice_is_one_twice(forms):
    body = f"{PROSE}A car of the force stands there.\nA car of the force stands there.\n\n{PROSE}"
    assert [kind for kind, _ in blocks_of(forms, body)] == ["paragraph", "caption", "caption", "paragraph"]


def test_a_first_paragraph_about_inspectors_given_twice_is_no_caption(forms):
    line = "Inspectors have praised the force for the way in which it looks after its cars, but say that it has too few of them for so long a coast."
    assert [kind for kind, _ in blocks_of(forms, f"{PROSE}{line}\n{line}\n\n{PROSE}")][1:3] == [
        "paragraph",
        "paragraph",
    ]


def test_what_follows_related_news_is_boilerplate(forms):
    found = blocks_of(forms, f"{PROSE}{MORE}Related News\nDog found in a well\nFire crews rescue a cat\n")
    assert [kind for kind, _ in found] == ["paragraph"] * 2 + ["boilerplate"] * 3


def test_a_box_of_links_in_the_middle_does_not_end_the_article(forms):
    long = PROSE.strip() + " " + MORE
    found = blocks_of(forms, f"{PROSE}Read more\nDog found in a well\n\n{long}{(PROSE + MORE) * 3}")
    assert [kind for kind, _ in found] == ["paragraph", "boilerplate", "boilerplate", *["paragraph"] * 7]


def test_items_know_the_line_that_introduces_them(forms):
    text, blocks = read_rows(forms, f"{PROSE}The force should:\n\n- answer calls\n- record crimes\n\n{PROSE}")
    items = [block for _, block in blocks if block.kind == "item"]
    (lead,) = {block.lead for block in items}
    assert text[dict(blocks)[lead].start : dict(blocks)[lead].end] == "The force should:"
    assert [(text[block.start : block.end], block.mark) for block in items] == [
        ("answer calls", "-"),
        ("record crimes", "-"),
    ]
    assert len({block.group for block in items}) == 1


def test_short_lines_under_a_lead_in_are_items_without_bullets(forms):
    found = blocks_of(forms, f"{PROSE}The force should:\n\nanswer calls\n\nrecord crimes\n\n{PROSE}")
    assert [kind for kind, _ in found] == ["paragraph", "paragraph", "item", "item", "paragraph"]


def test_a_heading_ends_a_list_of_lines_that_go_on_with_its_lead_in(forms):
    found = blocks_of(
        forms, f"{PROSE}The service should:\n\ntrain its staff\n\nput a plan in place\n\nQuotes\n\n{PROSE}"
    )
    assert [kind for kind, _ in found] == ["paragraph", "paragraph", "item", "item", "subheading", "paragraph"]


def test_a_lead_in_of_speech_introduces_no_list(forms):
    found = blocks_of(forms, f"{PROSE}Ida Rowntree said:\n\nWe will do more\n\nWe will do better\n\n{PROSE}")
    assert "item" not in [kind for kind, _ in found]


def test_pairs_of_area_and_grade_are_items(forms):
    found = blocks_of(forms, f"{PROSE}Efficiency: good\nLegitimacy: adequate\n\n{PROSE}")
    assert [kind for kind, _ in found] == ["paragraph", "item", "item", "paragraph"]


def test_one_pair_alone_is_a_heading(forms):
    assert blocks_of(forms, f"{PROSE}Efficiency: good\n\n{PROSE}")[1][0] == "subheading"


@pytest.mark.parametrize("gap", ["\t", "    ", " | "])
def test_lines_with_the_same_columns_are_rows_of_a_table(forms, gap):
    table = "\n".join(gap.join(cells) for cells in (("Area", "Grade"), ("Custody", "Good"), ("Response", "Poor")))
    text, blocks = read_rows(forms, f"{PROSE}{table}\n\n{PROSE}")
    rows = [(number, block) for number, block in blocks if block.kind == "row"]
    assert [[text[start:end] for start, end in block.cells] for _, block in rows] == [
        ["Area", "Grade"],
        ["Custody", "Good"],
        ["Response", "Poor"],
    ]
    assert [block.lead for _, block in rows] == [-1, rows[0][0], rows[0][0]]


def test_a_row_of_a_table_near_the_head_that_holds_a_day_is_no_dateline(forms):
    _, blocks = read_rows(forms, f"{PROSE}What | Due\nHire ten staff | May 2025\nTrain them | 31 October 2025\n")
    assert [block.kind for _, block in blocks][-3:] == ["row"] * 3


def test_a_tab_before_a_row_is_an_empty_cell(forms):
    _, blocks = read_rows(forms, f"{PROSE}\tThen\tNow\nCustody\tGood\tPoor\n\n{PROSE}")
    assert [len(block.cells) for _, block in blocks if block.kind == "row"] == [3, 3]


def test_a_line_with_one_wide_gap_is_no_table(forms):
    assert blocks_of(forms, f"{PROSE}Kent    Police\n\n{PROSE}")[1][0] == "subheading"


def test_a_table_of_contents_is_boilerplate(forms):
    body = f"{PROSE}Contents\nWhat was found\nWhat is next\n\nWhat was found\n\n{PROSE}What is next\n\n{PROSE}"
    kinds = [kind for kind, _ in blocks_of(forms, body)]
    assert kinds == ["paragraph", *["boilerplate"] * 3, "subheading", "paragraph", "subheading", "paragraph"]


def test_wrapped_lines_make_one_paragraph(forms):
    words = ("Inspectors found that the force answers its callers slowly. " * 6).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 60:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    wrapped = "\n".join([*lines, line])
    assert blocks_of(forms, wrapped + "\n") == [("paragraph", wrapped)]


def test_flaws_of_the_text_are_seen(forms):
    assert [flaw.code for flaw in read_text("The force?s leaders\0 weren?t told.", forms).flaws] == ["V102", "V103"]


def test_items_without_bullets_under_a_colon_are_not_joined(forms):
    text = (
        "A headline of some words\n\n"
        "The inspectors said that the force had come a long way in four years, but that more was needed of it this year.\n\n"
        "The force should:\n\n"
        "make sure that neighbourhood officers are not taken away from their beats\n"
        "give call handlers better supervision in the busiest hours of the night\n"
        "record the age of victims.\n"
    )
    blocks, _ = read_blocks(text, forms)
    assert [text[block.start : block.end] for block in blocks if block.kind == "item"] == text.split("\n")[6:9]


def test_numbers_before_a_dash_are_bullets(forms):
    blocks, _ = read_blocks("Areas for improvement\n\n1 – Record every search.\n2 – Better data.\n", forms)
    assert [block.mark for block in blocks if block.kind == "item"] == ["1 –", "2 –"]


def test_a_button_is_no_item(forms):
    assert blocks_of(forms, f"{PROSE}\u2022 Share this item\n\n{MORE}")[1][0] == "boilerplate"


def test_a_box_of_which_its_head_is_left_does_not_end_the_article(forms):
    body = f"{PROSE}{MORE}Most read\n\n{PROSE}{MORE}"
    kinds = [kind for kind, _ in blocks_of(forms, body)]
    assert kinds == ["paragraph", "paragraph", "boilerplate", "paragraph", "paragraph"]


def test_what_readers_wrote_ends_the_article(forms):
    body = f"{PROSE}{MORE}Comments\n\n{PROSE}{MORE}"
    assert [kind for kind, _ in blocks_of(forms, body)][2:] == ["boilerplate"] * 3


def test_a_link_to_the_comments_below_the_dateline_ends_nothing(forms):
    assert [kind for kind, _ in blocks_of(forms, f"Comments\n\n{PROSE}{MORE}")] == [
        "boilerplate",
        "paragraph",
        "paragraph",
    ]


def test_a_caption_said_twice_in_marks_of_another_shape_is_one_twice(forms):
    body = f"{PROSE}Jo Hale calls it 'a bad year'\nJo Hale calls it \u2018a bad year\u2019\n\n{PROSE}"
    assert [kind for kind, _ in blocks_of(forms, body)] == ["paragraph", "caption", "caption", "paragraph"]


def test_headlines_of_others_beside_their_days_are_boilerplate(forms):
    teasers = "Barn burns down at Lyme\n\n21 November 2025\n\nWardens count the deer\n\n20 November 2025\n\n"
    assert [kind for kind, _ in blocks_of(forms, (PROSE + MORE) * 2 + teasers)][4:] == ["boilerplate"] * 4


def test_days_that_head_paragraphs_are_headings(forms):
    body = f"{PROSE}21 November 2025\n\n{MORE}20 November 2025\n\n{MORE}"
    assert "boilerplate" not in [kind for kind, _ in blocks_of(forms, body)]


def test_a_sentence_above_the_headline_is_of_the_article(forms):
    text = f"The commissioner sent this letter to the minister on 26 July 2019, about the force.\n\n{HEAD}{PROSE}{MORE}"
    assert read_text(text, forms).blocks[0].kind == "standfirst"


def test_an_article_goes_on_below_a_box_of_headlines(forms):
    body = f"{PROSE}{MORE}Read more\n\nEssex Police rated inadequate\n\nArson at Lyme\n\n{PROSE}{MORE}"
    kinds = [kind for kind, _ in blocks_of(forms, body)]
    assert kinds == ["paragraph"] * 2 + ["boilerplate"] * 3 + ["paragraph"] * 2


def test_below_a_link_to_the_comments_a_picture_may_stand(forms):
    body = f"Comments\n\nThe station (Image: Lyme Echo)\n\n{PROSE}{MORE}"
    assert [kind for kind, _ in blocks_of(forms, body)] == ["boilerplate", "caption", "paragraph", "paragraph"]


@pytest.mark.parametrize("line", ["Get the report", "Continue reading"])
def test_what_a_line_of_the_page_leads_to_is_boilerplate(forms, line):
    kinds = [kind for kind, _ in blocks_of(forms, f"{PROSE}{line}\n\nEssex Police rated inadequate\n\n{MORE}")]
    assert kinds == ["paragraph", "boilerplate", "boilerplate", "paragraph"]


@pytest.mark.parametrize("line", ["8 Comments", "12 shares", "@annlee_echo"])
def test_a_count_or_a_handle_is_boilerplate(forms, line):
    assert blocks_of(forms, f"{PROSE}{line}\n\n{MORE}")[1] == ("boilerplate", line)


def test_one_sentence_takes_the_article_up_below_a_box_that_stands_in_it(forms):
    body = f"{PROSE}{MORE}Read more from Lyme News:\n\nEssex Police rated inadequate\n\n{PROSE}Topics\n\nCrime"
    kinds = [kind for kind, _ in blocks_of(forms, body)]
    assert kinds == ["paragraph"] * 2 + ["boilerplate"] * 2 + ["paragraph"] + ["boilerplate"] * 2


@pytest.mark.parametrize("line", ["Police officers", "Kent Police headquarters", "Fire engine close up"])
def test_what_stands_for_a_picture_is_a_caption(forms, line):
    blocks = read_text(f"{HEAD.splitlines()[0]}\n\n{line}\n\n{PROSE}{MORE}{line}\n\n{MORE}", forms).blocks
    assert [block.kind for block in blocks] == [
        "headline",
        "caption",
        "paragraph",
        "paragraph",
        "subheading",
        "paragraph",
    ]
