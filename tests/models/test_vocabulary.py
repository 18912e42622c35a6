from typing import get_args

import pytest

from extract.gazetteers import load_gazetteers
from models import vocabulary

LISTS = [name for name in vars(vocabulary) if get_args(getattr(vocabulary, name))]


def test_there_are_six_closed_lists():
    assert sorted(LISTS) == ["Counted", "ForceKind", "GradeWord", "InitiativeKind", "QuoteKind", "RecommendationKind"]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_nothing_twice(name):
    words = get_args(getattr(vocabulary, name))
    assert len(set(words)) == len(words)


def test_every_grade_of_a_programme_s_scale_is_a_grade():
    scales = {grade for programme in load_gazetteers().programmes.values() for grade in programme.scale}
    assert scales <= set(get_args(vocabulary.GradeWord))


def test_every_cue_of_a_grade_names_a_grade():
    named = set(load_gazetteers().cues["grades"]["grades"].values())
    assert named - {"same"} <= set(get_args(vocabulary.GradeWord))


def test_every_kind_of_the_registry_is_a_kind_of_force():
    assert {row.kind for row in load_gazetteers().forces.values()} == set(get_args(vocabulary.ForceKind))


def test_every_counted_noun_is_one_that_can_be_counted():
    assert set(load_gazetteers().cues["counts"]["of"].values()) == set(get_args(vocabulary.Counted))
