import tomllib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.evaluate.calibration import (
    calibrate,
    calibration_error,
    foretell,
    smooth,
    sort_into_bins,
    to_toml,
)
from extract.evaluate.tally import Verdict

VERDICTS = st.lists(
    st.builds(
        Verdict,
        article=st.sampled_from(["news-1", "news-2", "trade-1", "fire-1"]),
        rule=st.sampled_from(["grades.quoted", "grades.table", "quotes.said"]),
        confidence=st.just(0.5),
        right=st.booleans(),
    ),
    min_size=1,
    max_size=60,
)


def verdicts(rule, right, wrong, article="news-1"):
    return [Verdict(article, rule, 0.5, number < right) for number in range(right + wrong)]


@given(VERDICTS, st.sampled_from([1.0, 8.0]))
def test_a_smoothed_precision_is_never_certain(all_, strength):
    found = smooth(all_, strength)
    assert all(0 < value < 1 for value in (found.prior, *found.fields.values(), *found.rules.values()))


def test_a_rule_that_fired_often_is_near_its_precision_and_one_that_fired_once_near_its_field():
    found = smooth(verdicts("grades.quoted", 90, 10) + verdicts("grades.rare", 0, 1), 4)
    assert found.of("grades.quoted") == pytest.approx(0.9, abs=0.005)
    assert 0.65 < found.of("grades.rare") < found.fields["grades"]


def test_a_rule_that_never_fired_gets_the_precision_of_its_field_or_of_all():
    found = smooth(verdicts("grades.quoted", 5, 5) + verdicts("quotes.said", 90, 0), 4)
    assert found.of("grades.new") == found.fields["grades"]
    assert found.of("counts.new") == found.prior
    assert found.fields["grades"] < found.prior


def test_a_style_is_foretold_by_the_others():
    told = foretell(verdicts("a.b", 50, 0, "news-1") + verdicts("a.b", 0, 50, "trade-1"), 1)
    assert {(stated > 0.5, right) for stated, right in told} == {(False, True), (True, False)}


def test_where_styles_agree_a_weak_prior_is_chosen_and_where_they_do_not_a_strong_one():
    agree = [
        verdict
        for style in ("news-1", "trade-1", "fire-1")
        for verdict in verdicts("a.good", 40, 0, style) + verdicts("a.bad", 10, 30, style)
    ]
    differ = [
        verdict
        for number, style in enumerate(("news-1", "trade-1", "fire-1", "letters-1"))
        for verdict in verdicts("a.one", 10 * (number % 2), 10 * (1 - number % 2), style)
        + verdicts("a.two", 5, 5, style)
    ]
    assert calibrate(agree).strength < calibrate(differ).strength


@given(st.lists(st.tuples(st.sampled_from([0.5, 0.7, 0.9, 0.95]), st.booleans()), min_size=1, max_size=200))
def test_bins_hold_every_value_once_and_in_order(told):
    bins = sort_into_bins(told)
    assert sum(one.values for one in bins) == len(told)
    assert all(one.low <= one.stated + 1e-9 and one.stated <= one.high + 1e-9 for one in bins)
    assert all(one.high < other.low for one, other in pairwise(bins))


def test_the_error_is_the_distance_of_stated_and_true():
    told = [(0.9, True)] * 7 + [(0.9, False)] * 3 + [(0.5, True)] * 5 + [(0.5, False)] * 5
    assert calibration_error(sort_into_bins(told)) == pytest.approx(0.1)


def test_the_table_is_toml_that_the_gazetteers_read(tmp_path):
    from extract.gazetteers import load_gazetteers

    found = smooth(verdicts("grades.quoted", 9, 1), 2)
    (tmp_path / "confidence.toml").write_text(to_toml(found, 3, "f" * 64), encoding="utf-8")
    assert tomllib.loads(to_toml(found, 3, "f" * 64))["rules"] == {"grades.quoted": round(found.of("grades.quoted"), 3)}
    loaded = load_gazetteers(tmp_path).confidence
    assert loaded.of("grades.quoted") == round(found.of("grades.quoted"), 3)
    assert loaded.of("grades.new") == round(found.fields["grades"], 3)


@pytest.mark.parametrize("content", ["", "prior = 2.0", 'prior = 0.5\n[rules]\n"a.b" = "high"', "fields = 3"])
def test_a_table_that_is_none_is_refused(write, tmp_path, content):
    from extract.errors import ConfigError
    from extract.gazetteers import load_gazetteers

    write("confidence.toml", content)
    with pytest.raises(ConfigError, match=r"confidence\.toml"):
        load_gazetteers(tmp_path)
