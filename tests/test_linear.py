from hypothesis import given
from hypothesis import strategies as st

from extract.linear import Model


def test_features_without_a_weight_count_nothing():
    model = Model({"": -1.0, "a": 2.5})
    assert model.score([]) == -1.0
    assert model.score(["a", "unknown"]) == 1.5


@given(st.dictionaries(st.text(max_size=3), st.integers(-9, 9)), st.lists(st.text(max_size=3)))
def test_the_order_of_features_does_not_matter(weights, features):
    model = Model(weights)
    assert model.score(features) == model.score(features[::-1])
