"""Weights of one decision: what tells, what is too rare, and the file that holds them."""

import json

from extract.linear import Model
from extract.training.fitting import Examples, write_weights


def examples(*rows):
    found = Examples()
    for features, right in rows:
        found.add(features, right)
    return found


def test_a_feature_that_tells_decides():
    weights = examples(*[(["sun"], True), (["rain"], False)] * 20).fit(1.0)
    model = Model(weights)
    assert model.score(["sun"]) > 0 > model.score(["rain"])


def test_a_rare_feature_has_no_weight():
    weights = examples(*[(["sun"], True), (["rain"], False)] * 20, (["comet"], True)).fit(1.0)
    assert "comet" not in weights


def test_examples_that_agree_leave_a_bias_alone():
    assert examples((["sun"], True), (["rain"], True)).fit(1.0) == {"": 9.0}
    assert examples((["sun"], False)).fit(1.0) == {"": -9.0}


def test_the_same_examples_give_the_same_bytes(tmp_path):
    rows = [(["sun", "dry"], True), (["rain"], False), (["dry", "rain"], True)] * 20
    texts = set()
    for folder in ("a", "b"):
        (path,) = write_weights({"sky": {"blue": examples(*rows).fit(0.5)}}, tmp_path / folder, 60, "abc")
        texts.add(path.read_text(encoding="utf-8"))
    (text,) = texts
    assert set(json.loads(text)) == {"about", "blue"}
    assert "60 articles" in text
