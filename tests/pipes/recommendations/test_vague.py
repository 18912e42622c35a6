"""Asks that say too little to act on, which are none."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "The inspectorate said Kent Police must make urgent improvements.",
        "The force needs to make “substantial changes”, the report said.",
        "Inspectors said the force needs to take decisive action now.",
        "Inspectors praised its crews but said more work was needed.",
        "Kent Police is failing and rapid improvements must be made, the inspectorate has said.",
        "Further work must be done on this matter, inspectors said.",
        "The brigade should take encouragement from this as it goes on, inspectors said.",
        "The force was told by inspectors to sort out its failings before the spring.",
        "The force has been told by inspectors to improve in key areas.",
        "He said Kent Police should be “applauded” for changes in many areas.",
        "Inspectors said improvements in several areas were needed to reach a “steady standard”.",
    ],
)
def test_change_of_nothing_in_particular_is_no_ask(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Inspectors said [the force must make urgent improvements to the way it handles calls].",
        "[The force needs to make “urgent” improvements in its care of found dogs], the report said.",
        "[The force needs to take prompt action to vet its staff], inspectors said.",
        "Inspectors said [more work was needed on the vetting of its cleaners].",
        "Inspectors said [urgent improvements must be made to its cells].",
    ],
)
def test_change_of_something_is_an_ask(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "The recommendations arising out of the visit applied to both forces, HMICFRS said.",
        "HMICFRS advised earlier this month that it will look at how forces vet their staff.",
        "The chief inspector of constabulary has called for more powers to make sure that forces act.",
        "Inspectors found gaps in the control room, although these should be eased by a recent rise in recruits.",
        "“The main role of the watch is to guard the harbour,” the report said.",
        "The inspectorate tests whether crimes are being recorded when they should be and put in the right class.",
        "The watchdog called for unprecedented powers to make failing forces mend their ways.",
        "The watchdog found old masts, with change needed to keep crews safe.",
        "The letter admires its attitude to:\n\n- Learning based on drills\n- Training new crews",
        "It is effective in directing the activity and actions needed to mend its vetting, inspectors said.",
    ],
)
def test_what_only_looks_like_an_ask_is_none(marks, body):
    assert marks("recommendations", body) == body
