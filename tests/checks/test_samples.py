import pytest

from extract.checks import CHECKS
from tests.checks import mutations, precision


@pytest.fixture(scope="module")
def samples(extractor):
    return list(mutations.read_samples(extractor))


def test_no_check_of_severity_error_fires_on_correct_records(samples, gazetteers):
    found = [(s.name, f) for s, f in precision.findings_on_gold(samples, gazetteers) if f.severity == "error"]
    assert found == []


def test_somebody_looked_at_every_finding_on_correct_records(samples, gazetteers):
    verdicts = precision.read_verdicts()
    found = precision.findings_on_gold(samples, gazetteers)
    assert [key for s, f in found if (key := (s.name, f.code, precision.words_of(f))) not in verdicts] == []


def test_every_check_that_fires_is_reported_with_its_precision(samples, gazetteers, capsys):
    table = precision.measure(samples, gazetteers)
    assert set(table) <= set(CHECKS)
    with capsys.disabled():
        print("\n" + precision.tell(table))
    false = sum(row["gold wrong"] for code, row in table.items() if CHECKS[code].severity != "note")
    assert false * 3 < len(samples), "more than one false warning on three correct records"


def test_damages_that_the_text_lets_one_notice_are_noticed(extractor, samples, capsys):
    table, _ = mutations.measure(extractor, samples)
    with capsys.disabled():
        print("\n" + mutations.tell(table))
    noticeable, noticed = (sum(row[n] for row in table.values()) for n in (2, 3))
    assert noticeable > 500
    assert noticed / noticeable >= 0.90
    for kind in ("shift", "swap", "drop", "double", "estrange"):
        assert table[kind][2] > 20, kind


def test_the_same_seed_makes_the_same_damages(extractor, samples, gazetteers):
    import random

    one, two = ([d.data for d in mutations.damage(samples[0], gazetteers, random.Random(3))] for _ in range(2))
    assert one == two
    assert one[0] != samples[0].record.model_dump(mode="json")
