import importlib.util
import random
from pathlib import Path

import pytest

from extract.evaluate.report import to_values
from extract.evaluate.score import compare, score, stem_of
from extract.evaluate.tally import add_up
from extract.sources.files import read_file, walk
from models import Record
from models.gold import Gold, read_gold

SAMPLES = Path(__file__).parent.parent.parent / "samples" / "dev"
YARDSTICK = Path(__file__).parent.parent.parent.parent / "shared" / "corpus" / "score.py"
EMPTY = {
    "source": {"title": None, "published": None, "publisher": None, "author": None},
    "inspectorate": None,
    "forces": [],
    "stated_counts": [],
    "grades": [],
    "recommendations": [],
    "initiatives": [],
    "officials": [],
    "quotes": [],
}
ROW = {"rule": "tests.row", "confidence": 0.5}


def said(text, start=0):
    return {"start": start, "end": start + len(text), "text": text}


def make_record(**fields):
    source = {"path": "news-1.txt", "media_type": "text/plain", "sha256": "0" * 64, "text_sha256": "0" * 64}
    return Record.model_validate({"source": source | {"characters": 10_000}} | fields)


def make_gold(**fields):
    return Gold.model_validate(EMPTY | fields)


def numbers(scores, field):
    return scores[field].right, scores[field].found, scores[field].gold


@pytest.fixture(scope="session")
def golds():
    return {path.name.removesuffix(".gold.json"): read_gold(path) for path in sorted(SAMPLES.glob("*.gold.json"))}


@pytest.fixture(scope="session")
def records(extractor):
    return {stem_of(path): extractor.extract_item(read_file(path)) for path in walk(str(SAMPLES))}


@pytest.fixture(scope="session")
def yardstick():
    if not YARDSTICK.exists():
        pytest.skip("the other scorer is not beside the project")
    spec = importlib.util.spec_from_file_location("yardstick", YARDSTICK)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def disturb(record, seed):
    """A valid record with rows dropped, doubled, swapped and reworded."""
    rng = random.Random(seed)
    data = record.model_dump(mode="json")

    def reword(evidence):
        words = evidence["text"].split()
        rng.shuffle(words)
        return said(" ".join(words[: max(1, len(words) - rng.randrange(6))]))

    for name in ("forces", "stated_counts", "grades", "recommendations", "initiatives", "quotes"):
        rows = [row for row in data[name] if rng.random() > 0.15]
        rows += [dict(row) for row in rows if rng.random() < 0.1]
        data[name] = rows
    for row in data["forces"]:
        row["subject"] ^= rng.random() < 0.1
    for row in data["stated_counts"]:
        row["count"] += rng.random() < 0.1
    for row in data["grades"]:
        row["previous"] ^= rng.random() < 0.1
        if rng.random() < 0.2:
            words = row["area"]["text"].split()
            row["area"] = said(" ".join(rng.sample(words, rng.randint(1, len(words))))) | {"topic": None}
    asks = data["recommendations"]
    for row in asks:
        row["evidence"] = [reword(one) if rng.random() < 0.3 else one for one in row["evidence"]]
    if len(asks) > 1 and rng.random() < 0.7:
        asks[0]["evidence"] += asks.pop()["evidence"]
    for row in data["officials"]:
        if row["name"] and rng.random() < 0.2:
            row["name"] = row["name"].upper() if rng.random() < 0.5 else row["name"] + " Junior"
        if row["role"] and rng.random() < 0.2:
            row["role"] = row["role"].split()[0]
    ids = [row["id"] for row in data["officials"]]
    for row in data["quotes"]:
        row["parts"] = [reword(one) if rng.random() < 0.2 else one for one in row["parts"]]
        if rng.random() < 0.2:
            row["speaker"] = rng.choice([*ids, None, "HMICFRS"])
        if rng.random() < 0.1:
            row["kind"] = rng.choice(["direct", "fragment", "indirect"])
    if rng.random() < 0.2:
        data["source"]["title"] = None
    return Record.model_validate(data)


def assert_same(yardstick, records, golds):
    ours = to_values(add_up(score(records, golds).values()))
    plain = {stem: record.model_dump(mode="json") for stem, record in records.items()}
    tallies = yardstick.score(plain, {stem: gold.model_dump(mode="json") for stem, gold in golds.items()})
    for name, tally in tallies.items():
        if name != "source":
            assert (ours[name]["p"], ours[name]["r"], ours[name]["f1"], ours[name]["n"]) == (
                round(tally.p, 4),
                round(tally.r, 4),
                round(tally.f1, 4),
                tally.tp + tally.fn,
            ), name
        for share, (right, judged) in tally.extra.items():
            assert ours[name][share] == round(right / judged, 4), (name, share)
    assert ours["macro_f1"] == round(sum(tallies[field].f1 for field in yardstick.FIELDS) / len(yardstick.FIELDS), 4)


def test_it_scores_like_the_other_scorer(yardstick, records, golds):
    assert_same(yardstick, records, golds)


@pytest.mark.parametrize("seed", range(12))
def test_it_scores_disturbed_records_like_the_other_scorer(yardstick, records, golds, seed):
    disturbed = {stem: disturb(record, f"{seed} {stem}") for stem, record in records.items()}
    left_out = random.Random(seed).choice(sorted(disturbed))
    del disturbed[left_out]
    assert_same(yardstick, disturbed, golds)


def test_disturbing_costs_every_field(records, golds):
    before = add_up(score(records, golds).values())
    after = add_up(score({stem: disturb(record, f"0 {stem}") for stem, record in records.items()}, golds).values())
    fields = ("forces", "grades", "counts", "recommendations", "initiatives", "officials", "quotes", "attributed")
    assert [name for name in fields if after[name].f1 >= before[name].f1] == []


def test_a_force_needs_its_subject_flag():
    force = {"id": "kent-police", "name": "Kent Police", "kind": "police", "subject": True, "evidence": [said("Kent")]}
    gold = make_gold(forces=[{"id": "kent-police", "subject": False}])
    scores = compare("news-1", make_record(forces=[force | ROW]), gold)
    assert numbers(scores, "forces") == (0, 1, 1)
    assert [(miss.what, miss.text) for miss in scores["forces"].misses] == [
        ("missed", "kent-police (mentioned)"),
        ("wrong", "kent-police (subject)"),
    ]


def test_a_force_whose_page_it_is_needs_no_evidence():
    force = {"id": "kent-police", "name": "Kent Police", "kind": "police", "subject": False, "evidence": []}
    scores = compare("news-1", make_record(forces=[force | ROW]), make_gold(forces=[]))
    assert [(miss.what, miss.text) for miss in scores["forces"].misses] == [("wrong", "kent-police (mentioned)")]


@pytest.mark.parametrize(
    ("area", "right"),
    [("preventing crime", 1), ("how it prevents crime", 0), ("work at preventing crime", 1), ("crime", 1)],
)
def test_a_grade_needs_a_like_area(area, right):
    grade = {"force": "kent-police", "grade": "good", "previous": False}
    row = grade | {"area": said(area), "evidence": [said(area)]} | ROW
    gold = make_gold(
        forces=[{"id": "kent-police", "subject": True}],
        grades=[grade | {"area": "preventing crime", "span": "good at preventing crime"}],
    )
    assert numbers(compare("news-1", make_record(grades=[row]), gold), "grades") == (right, 1, 1)


def test_asks_are_paired_by_mention_and_rows_by_pairs_of_mentions():
    one, two = "the force must answer calls sooner", "it should train its detectives"
    gold = make_gold(
        recommendations=[{"kind": "recommendation", "force": None, "deadline": None, "mentions": [one, two]}]
    )
    ask = {"kind": "cause_of_concern", "force": None} | ROW
    apart = make_record(recommendations=[ask | {"evidence": [said(one)]}, ask | {"evidence": [said(two)]}])
    together = make_record(recommendations=[ask | {"evidence": [said(one), said(two)]}])
    assert numbers(compare("news-1", apart, gold), "recommendations") == (2, 2, 2)
    assert numbers(compare("news-1", apart, gold), "rows") == (0, 0, 1)
    assert numbers(compare("news-1", together, gold), "rows") == (1, 1, 1)
    assert compare("news-1", together, gold)["recommendations"].shares == {"kind": (0, 2)}


@pytest.mark.parametrize(
    ("speaker", "credited"), [("o1", 1), ("Ida Rowntree", 1), ("chief constable", 0), (None, 0), ("HMICFRS", 0)]
)
def test_a_part_is_credited_by_name_or_by_the_official_s_role(speaker, credited):
    official = {"id": "o1", "name": "Ida Rowntree", "role": "Chief Constable", "organisation": None}
    quote = {"speaker": speaker, "kind": "direct", "parts": [said("We will answer every call,")]} | ROW
    gold = make_gold(quotes=[{"speaker": "Ida Rowntree", "kind": "direct", "parts": ["We will answer every call"]}])
    record = make_record(officials=[official | ROW | {"evidence": [said("Ida Rowntree")]}], quotes=[quote])
    scores = compare("news-1", record, gold)
    assert numbers(scores, "quotes") == (1, 1, 1)
    assert numbers(scores, "attributed") == (credited, 1, 1)
    assert [verdict.right for verdict in scores["quotes"].verdicts] == [bool(credited)]


def test_an_article_without_a_record_is_all_missed():
    gold = make_gold(initiatives=[{"name": "Operation Halyard", "started": None, "about": None}])
    scores = score({}, {"news-1": gold})["news-1"]
    assert numbers(scores, "initiatives") == (0, 0, 1)
    assert scores["source"].shares == {"title": (1, 1), "published": (1, 1), "author": (1, 1)}
