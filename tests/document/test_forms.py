import re
import tomllib
from pathlib import Path

import pytest

from extract.document.forms import PERSON, Forms, alternation, rights_holder


@pytest.mark.parametrize(
    "line",
    [
        "Related News",
        "RELATED NEWS:",
        "Comments (3)",
        "4 Responses to “HMIC: a third of forces cannot say who is carrying a Taser”",
        "Your comments (3)",
        "Read more",
        "More on this story »",
        "MORE FROM THE PACKET",
        "Most read news",
        "Explore more on these topics",
        "You may also like",
        "Most read in Crime",
        "Also from our newsroom",
        "Upcoming events",
    ],
)
def test_the_head_of_the_page_s_own_matter(forms, line):
    assert forms.is_tail(line)


@pytest.mark.parametrize(
    "line",
    [
        "Related news of the force was read out to the council",
        "What the force must do",
        "Comments by the chief constable",
        "Related news " * 6,
        "Also from the report",
        "Most of the calls",
    ],
)
def test_a_heading_of_the_article_is_no_tail(forms, line):
    assert not forms.is_tail(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share this",
        "We use cookies to make this site better.",
        "Copyright © 2024 The Gazette",
        "© 2024 The Gazette",
        "Sign up",
        "Read more: Dog found in a well",
        "Image source, Getty",
        "Promoted: a conservatory that is outstanding",
        "Jobs \u2013 Detective Sergeant, Kent Police",
        "Next month: the dogs of the Met",
        "Follow the Gazette on WhatsApp",
        "> Kent rated outstanding again",
        "Letters to the editor must have a name",
        "(c) Crown copyright 2022",
        "More like this: Response to a report (Essex Police) | Precept survey",
        "Subscribers also read: Norfolk good across the board | What is the point?",
        "In this section: Gloucestershire Constabulary recruits",
        "Frontline Review Jobs: DC, Merseyside Police, closes 4 July",
        "Next week in PSW: is the constabulary good value?",
        "Follow Beds, Herts and Bucks news on Sounds, Facebook and X.",
    ],
)
def test_a_line_of_the_page(forms, line):
    assert forms.is_page(line)
    assert forms.is_page(line.replace(" ", "  "))


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to that view or not, the inspectors found that the force answers callers too slowly and records too little.",
        "Kent Police was graded good.",
        "Terror units were praised",
        "Also in attendance: Jo Hale, Chief Constable; Tom Reed, Chief Fire Officer",
        "More in sorrow than in anger: how Kent was graded",
    ],
)
def test_a_sentence_that_begins_alike_is_of_the_article(forms, line):
    assert not forms.is_page(line)


@pytest.mark.parametrize(
    ("line", "bar"),
    [
        ("Home > News > Crime", True),
        ("Home | News | Sport | Jobs", True),
        ("News › Kent", True),
        ("Kent Police was graded good / adequate.", False),
        ("a sentence with | one bar in the middle of it and so on", False),
        ("Kent Police praised", False),
        ("", False),
    ],
)
def test_a_bar_of_links(forms, line, bar):
    assert forms.is_bar(line) is bar


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Image caption", True),
        ("Picture: Kent Police", True),
        ("Ida Rowntree took over in May (Image: Kent Police)", True),
        ("The station in Maidstone. Photo: Ann Lee", True),
        ("The picture is mixed: some grades are good.", False),
        ("Kent Police (pictured) was graded good", False),
        ("Picture: " + "x" * 400, False),
    ],
)
def test_a_caption(forms, line, caption):
    assert forms.is_caption(line) is caption


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("What the force must do", True),
        ("Preventing crime (good)", True),
        ("It was graded good.", False),
        ("“We will do better”", True),
        ("“We will do better.”", False),
        ("The chief constable said", False),
        ("The force should:", False),
        ("word " * 30, False),
    ],
)
def test_a_line_too_short_and_open_to_be_a_sentence(forms, line, short):
    assert forms.is_short(line.strip()) is short


def test_the_trade_of_a_journalist_is_found_where_it_stands(forms):
    line = "Ann Lee, local democracy reporter"
    match = forms.trade(line)
    assert match
    assert line[: match.start()] == "Ann Lee, "
    assert forms.trade("Ann Lee, chief constable") is None


@pytest.mark.parametrize(
    "name", ["Ann Lee", "Ann B. Lee", "Ludwig van Houten", "Siân O’Neill-Smith", "Dee de la Mare", "Ida McRae Lee"]
)
def test_a_person_s_name(name):
    assert re.fullmatch(PERSON, name)


@pytest.mark.parametrize("words", ["Ann", "ann lee", "Ann lee", "24 November", "of Lee", "Ann  Lee", ""])
def test_other_words_are_no_name(words):
    assert not re.fullmatch(PERSON, words)


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© 2024 The Gazette", "The Gazette"),
        ("Copyright 2019-2024 Northbridge Media Ltd. All rights reserved", "Northbridge Media Ltd"),
        ("(c) Northbridge Echo 2023", "Northbridge Echo"),
        ("© Crown copyright", None),
        ("© Crown", None),
        ("2024 The Gazette", None),
        ("©", None),
    ],
)
def test_the_holder_of_the_rights(line, holder):
    assert rights_holder(line) == holder


def test_an_alternation_prefers_the_longest_phrase_and_takes_none_for_a_pattern():
    assert re.match(alternation(["read", "read more", "a.b"]), "read more")[0] == "read more"
    assert not re.match(alternation(["a.b"]), "axb")


def test_a_phrase_of_one_s_own_is_compiled_in():
    empty = {name: [] for name in ("tail", "notes", "site", "sections")}
    some = {name: ["herald"] for name in ("page", "caption", "dateline", "byline", "journalist")}
    assert Forms({**empty, **some, "tail": ["also seen"]}).is_tail("Also seen (4)")


@pytest.mark.parametrize(("line", "offer"), [("Related: A dog | A cat", True), ("Kent: good | adequate", False)])
def test_a_label_of_the_page_over_links_with_bars(forms, line, offer):
    assert forms.is_offer(line) is offer


def test_no_list_has_a_phrase_twice():
    cues = tomllib.loads(Path("extract/data/cues/blocks.toml").read_text(encoding="utf-8"))
    assert {key: len(phrases) for key, phrases in cues.items()} == {key: len(set(cues[key])) for key in cues}


@pytest.mark.parametrize(
    "line", ["Share", "Copy link", "Share this item", "Print:", "Original article link: https://a.uk"]
)
def test_a_button_is_of_the_page(forms, line):
    assert forms.is_page(line)


@pytest.mark.parametrize("line", ["Share of calls that are answered", "Print works of the force", "Savings"])
def test_a_heading_that_begins_like_a_button_is_of_the_article(forms, line):
    assert not forms.is_page(line)


@pytest.mark.parametrize("line", ["Image copyright Lyme Gazette", "The station at Lyme Image copyright PA"])
def test_the_copyright_of_a_picture_is_a_caption_and_no_right_in_the_page(forms, line):
    assert forms.is_caption(line)
    assert rights_holder(line) is None


def test_a_plea_is_of_the_page_though_it_is_sentences(forms):
    assert forms.is_page(
        "Have you heard our podcast? Ann and Bob talk about what the inspectors have found in the force this week."
    )
    assert not forms.is_page(
        "Have you heard of it? Inspectors have, and they told the force what to do about its callers this week."
    )
