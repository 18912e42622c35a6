import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from models.gold import read_gold

SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples" / "dev").glob("*.gold.json"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.split(".")[0])
def test_every_gold_of_the_samples_is_read_as_it_is_written(path):
    written = json.loads(path.read_text(encoding="utf-8"))
    read = read_gold(path).model_dump(mode="json")
    for row in read["stated_counts"]:  # the only keys that may be left out
        for key in ("grade", "force"):
            if row[key] is None:
                del row[key]
    for row in written["stated_counts"]:
        for key in ("grade", "force"):
            if row.get(key, "") is None:
                del row[key]
    assert read == written


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("grades", [{"force": None, "area": "custody", "grade": "splendid", "previous": False, "span": "x"}]),
        ("quotes", [{"speaker": None, "kind": "direct", "parts": []}]),
        ("source", {"title": None, "published": "yesterday", "publisher": None, "author": None}),
        ("comment", "not a key"),
    ],
)
def test_what_is_not_of_the_format_is_refused(write, key, value):
    gold = json.loads(SAMPLES[0].read_text(encoding="utf-8")) | {key: value}
    with pytest.raises(ValidationError, match=key):
        read_gold(write("a.gold.json", json.dumps(gold)))
