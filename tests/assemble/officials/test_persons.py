from extract.assemble.officials.persons import Person, Words


def test_the_role_is_the_first_full_one_and_a_title_only_where_there_is_no_other():
    assert Person((0, 4), "hale").role is None
    assert Person((0, 4), "hale", [((5, 9), True)]).role == (5, 9)
    assert Person((0, 4), "hale", [((5, 9), True), ((20, 40), False)]).role == (20, 40)
    assert Person((0, 4), "hale", [((20, 40), False), ((50, 90), False)]).role == (20, 40)


def test_a_bare_role_gives_way_to_one_that_says_more():
    assert Person((0, 4), "hale", [((5, 10), False), ((50, 90), False)]).role == (50, 90)


def test_words_are_those_of_the_lists(gazetteers):
    words = Words.of(gazetteers.ranks, ["the report"], {"hmicfrs": "HMICFRS"}, gazetteers.cues["names"])
    assert {"chief", "constable", "the"} <= words.quiet
    assert words.voices == {"the report"}
    assert "mr" in words.courtesy
    assert "councillor" in words.titles


def test_a_title_is_no_part_of_a_name(record):
    found = record(
        "Kent Police is good at vetting, HMICFRS said. Cllr Nunn said that she was “less worried”."
    ).officials
    assert [row.name for row in found] == ["Nunn"]
