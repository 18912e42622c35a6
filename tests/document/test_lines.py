import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document.lines import split_lines


def texts(text):
    return [line.text for line in split_lines(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\x0c"])
def test_a_line_ends_at_any_line_end(end):
    assert texts(f"One{end}Two{end}") == ["One", "Two"]


def test_blank_lines_are_left_out_and_noted_as_gaps():
    lines = split_lines("One\nTwo\n\n \t\nThree")
    assert [(line.text, line.gap) for line in lines] == [("One", False), ("Two", False), ("Three", True)]


def test_windows_line_ends_make_no_gaps():
    assert [line.gap for line in split_lines("One\r\nTwo\r\n\r\nThree")] == [False, False, True]


@pytest.mark.parametrize("mark", ["-", "*", "\u2022", "\u2013", "\u00b7", "1.", "12)", "(a)", "iv.", "(B)", ">", ">>"])
def test_a_bullet_or_number_is_the_mark_of_its_line(mark):
    (line,) = split_lines(f"  {mark} train officers")
    assert (line.mark, line.text) == (mark, "train officers")
    assert line.start == 2
    assert line.body == 2 + len(mark) + 1


@pytest.mark.parametrize(
    "text", ["-5 degrees", "2024 was good", "A force", "1.5 million calls", "*", "- ", "101 calls were lost"]
)
def test_what_only_looks_like_a_bullet_is_text(text):
    (line,) = split_lines(text)
    assert line.mark == ""


WRAPPED = """\
Kent Police has been graded good at preventing crime after an
inspection that took place in the autumn, and adequate at the
other areas that were looked at by inspectors this year, well-
being among them.
A second paragraph begins here."""


def test_a_hard_wrapped_paragraph_is_one_line():
    first, second = texts(WRAPPED)
    assert first.startswith("Kent Police has been graded good at preventing crime after an inspection")
    assert first.endswith("this year, well-being among them.")
    assert second == "A second paragraph begins here."


def test_short_lines_stay_apart():
    text = "\n".join(
        ["A headline of some words that is rather long in itself", "Good", "Leadership", "Adequate", "Efficiency"]
    )
    assert len(split_lines(text)) == 5


def test_a_list_item_is_never_joined_to_the_line_above():
    lines = split_lines(WRAPPED + "\n- an item of the list that follows")
    assert lines[-1].mark == "-"


@given(st.text(st.sampled_from(list("ab -*1.)\t\n\r\u00a0\u2022\u2028\ufeff")), max_size=80))
def test_offsets_hold_the_lines_of_the_text(text):
    last = 0
    for line in split_lines(text):
        assert last <= line.start <= line.body < line.end <= len(text)
        assert text[line.body : line.end].split()[0].startswith(line.text.split()[0].rstrip("-")[:1])
        assert text[last : line.start].strip(" \t\u00a0\ufeff\r\n\u2028") == ""
        last = line.end


@given(st.text())
def test_no_text_breaks_the_split(text):
    assert all(text[line.start : line.end].strip() for line in split_lines(text))


def test_lines_that_all_begin_with_a_capital_were_not_wrapped():
    asked = "Q1. Cllr Iqbal asked how many officers have been dismissed since they were inspected?"
    lines = [asked, "The Commissioner replied: Eleven.", asked, "The Commissioner replied: None that she knows of."]
    assert texts("\n".join(lines)) == lines


def test_a_turn_of_a_transcript_is_never_joined_to_the_line_above():
    wide = "the crew went in by the door at the back and came out by the window with the dog"
    text = f"{wide}\n{wide}\n[00:12] HOST: Welcome to it.\n{wide}\n{wide}"
    assert "[00:12] HOST: Welcome to it." in " | ".join(t[:28] for t in texts(text))


RAGGED = (
    "Inspectors have told the force to answer those who call it far\n"
    "sooner than it does, and to say what it will do about a report\n"
    "that was lost. It has a year to show that it can do what it is\n"
)


@pytest.mark.parametrize(
    "below", ["asked to do by the spring\nand say so.", "told by the Inspectorate of Fire and\nRescue Services."]
)
def test_a_short_line_of_a_wrapped_text_goes_on_where_it_has_no_end(below):
    assert len(split_lines(RAGGED + below)) == 1


def test_who_speaks_stands_on_a_line_of_its_own_in_a_wrapped_text():
    text = f"{RAGGED}told to do, in a plan which it must send to them in the spring.\nJo Hale, an inspector of fire and rescue, said:\nWe wait."
    assert [line.text for line in split_lines(text)][1] == "Jo Hale, an inspector of fire and rescue, said:"
