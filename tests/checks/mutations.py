"""Damages correct records in one way each, and measures how many of the damages the checks notice.

`python -m tests.checks.mutations` prints the table. The records are those of the samples' gold. A damage counts as
noticed when a finding of severity error or warning appears that the undamaged record does not have. `noticeable` says,
by means other than the checks', whether the article's own text lets one notice the damage.
"""

import random
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from extract.checks import run_checks
from extract.gold import ground_gold
from extract.pipeline import Extractor
from extract.sources.files import read_file
from models import Record
from models.gold import article_of, read_gold

SAMPLES = Path(__file__).parent.parent.parent / "samples" / "dev"
TODAY = "2026-11-30"
FIELDS = ("forces", "grades", "recommendations", "initiatives", "officials", "quotes")


class Sample(NamedTuple):
    name: str
    text: str
    record: Record
    extracted: Record


class Damage(NamedTuple):
    kind: str
    data: dict
    noticeable: bool


def read_samples(extractor, folder=SAMPLES):
    """Articles with the record of their gold and the record that is extracted."""
    for path in sorted(folder.glob("*.gold.json")):
        article = str(article_of(path))
        document = extractor.read(read_file(article))
        extracted = extractor.extract(document)
        record = ground_gold(
            read_gold(path), document.text, extractor.parts.lists.forces, path=article, programme=extracted.programme
        )
        yield Sample(path.name.removesuffix(".gold.json"), document.text, record, extracted)


def find(record, text, lists):
    return run_checks(record, text, lists, today=TODAY)


def damage(sample, lists, rng, times=3):
    """Damages of one record: of each kind up to `times`, at places that chance chooses."""
    for kind in (shift, recut, swap, drop, double, contradict, regrade, estrange, mistake, orphan):
        for _ in range(times):
            data = sample.record.model_dump(mode="json")
            noticeable = kind(data, sample, lists, rng)
            if noticeable is not None:
                yield Damage(kind.__name__, data, noticeable)


def shift(data, sample, lists, rng):
    """Offsets moved, the words kept."""
    place = _choose_evidence(data, rng)
    by = rng.choice([-7, -3, -2, -1, 1, 2, 3, 7])
    if place is None or place["start"] + by < 0 or place["end"] + by > len(sample.text):
        return None
    place["start"] += by
    place["end"] += by
    return sample.text[place["start"] : place["end"]] != place["text"]


def recut(data, sample, lists, rng):
    """Offsets moved, and the words cut anew."""
    place = _choose_evidence(data, rng)
    by = rng.choice([-3, -2, -1, 1, 2, 3])
    if place is None or place["start"] + by < 0 or place["end"] + by > len(sample.text):
        return None
    place["start"] += by
    place["end"] += by
    place["text"] = sample.text[place["start"] : place["end"]]
    around = sample.text[place["start"] - 1 : place["start"] + 1], sample.text[place["end"] - 1 : place["end"] + 1]
    return any(re.search(r"[^\W\d_]{2}", edge) for edge in around)


def swap(data, sample, lists, rng):
    """Two quotes with each other's speaker."""
    people = {row["id"]: row for row in data["officials"]}
    named = [row for row in data["quotes"] if row["speaker"] in people]
    pairs = [(a, b) for a in named for b in named if a["speaker"] < b["speaker"]]
    if not pairs:
        return None
    one, two = rng.choice(pairs)
    noticeable = _says_who(one, people, sample.text) or _says_who(two, people, sample.text)
    one["speaker"], two["speaker"] = two["speaker"], one["speaker"]
    return noticeable


def drop(data, sample, lists, rng):
    """A grade less."""
    if not data["grades"]:
        return None
    row = data["grades"].pop(rng.randrange(len(data["grades"])))
    if row["previous"]:
        counted = False
    else:
        counts = [row for row in data["stated_counts"] if row["of"] == "areas"]
        counted = any(count["grade"] in (None, row["grade"]) for count in counts)
    alone = not any(other["evidence"][0] == row["evidence"][0] for other in data["grades"])
    said = any(
        grade == row["grade"] and re.search(rf"\b{word}\b", row["evidence"][0]["text"].lower())
        for word, grade in lists.cues["grades"]["grades"].items()
    )
    return counted or (alone and said)


def double(data, sample, lists, rng):
    """A grade twice."""
    if not data["grades"]:
        return None
    data["grades"].append(rng.choice(data["grades"]))
    return True


def contradict(data, sample, lists, rng):
    """A grade once more, with another word."""
    if not data["grades"]:
        return None
    row = rng.choice(data["grades"])
    others = [grade for grade in ("outstanding", "good", "requires improvement", "inadequate") if grade != row["grade"]]
    data["grades"].append(row | {"grade": rng.choice(others)})
    return True


def regrade(data, sample, lists, rng):
    """Another grade in its place."""
    rows = [row for row in data["grades"] if row["grade"].split()[0] in row["evidence"][0]["text"].lower()]
    if not rows:
        return None
    row = rng.choice(rows)
    words = lists.cues["grades"]["grades"]
    text = row["evidence"][0]["text"].lower()
    said = {grade for word, grade in words.items() if re.search(rf"\b{word}\b", text)}
    others = [grade for grade in ("outstanding", "good", "requires improvement", "inadequate") if grade != row["grade"]]
    row["grade"] = rng.choice(others)
    return row["grade"] not in said


def estrange(data, sample, lists, rng):
    """A grade or an ask of a force that the article does not name."""
    rows = [row for row in (*data["grades"], *data["recommendations"]) if row["force"]]
    listed = {row["id"] for row in data["forces"]}
    if not rows:
        return None
    rng.choice(rows)["force"] = rng.choice(sorted(set(lists.forces) - listed))
    return True


def mistake(data, sample, lists, rng):
    """A grade or an ask of another force that the article names."""
    rows = [row for row in (*data["grades"], *data["recommendations"]) if row["force"]]
    if not rows or len(data["forces"]) < 2:
        return None
    row = rng.choice(rows)
    subjects = {force["id"] for force in data["forces"] if force["subject"]}
    old, row["force"] = row["force"], rng.choice([f["id"] for f in data["forces"] if f["id"] != row["force"]])
    spans = [e for force in data["forces"] if force["id"] == old for e in force["evidence"]]
    inside = any(e["start"] <= span["start"] < e["end"] for e in row["evidence"] for span in spans)
    stranger = row["force"] not in subjects and not row.get("previous")
    return inside or stranger


def orphan(data, sample, lists, rng):
    """A force with the id of another body."""
    if not data["forces"]:
        return None
    row = rng.choice(data["forces"])
    row["id"] = rng.choice(sorted(set(lists.forces) - {force["id"] for force in data["forces"]}))
    row["name"] = lists.forces[row["id"]].name
    return True


def _choose_evidence(data, rng):
    rows = [row for field in FIELDS for row in data[field]]
    places = [place for row in rows for place in (*row.get("evidence", ()), *row.get("parts", ()))]
    return rng.choice(places) if places else None


def _says_who(quote, people, text):
    """Whether the surname of a quote's speaker stands in its paragraph, or in the one above where that ends in a colon."""
    name = people[quote["speaker"]]["name"]
    if not name:
        return False
    start, end = quote["parts"][0]["start"], quote["parts"][-1]["end"]
    low = text.rfind("\n", 0, start)
    above = text[:low].rstrip() if low >= 0 else ""
    if above.endswith(":"):
        low = above.rfind("\n")
    high = text.find("\n", end)
    outside = text[low + 1 : start] + " … " + text[end : high if high >= 0 else len(text)]
    return name.split()[-1] in outside


def measure(extractor, samples, seed=7, times=3):
    """For each kind of damage: how many, how many noticeable, how many noticed, of them noticeable ones."""
    lists, rng = extractor.parts.lists, random.Random(seed)
    table = defaultdict(lambda: [0, 0, 0, 0])
    missed = []
    for sample in samples:
        before = {(f.code, f.path, f.message) for f in find(sample.record, sample.text, lists)}
        for kind, data, noticeable in damage(sample, lists, rng, times):
            noticed = notices(data, sample, lists, before)
            row = table[kind]
            row[0] += 1
            row[1] += noticeable
            row[2] += noticed
            row[3] += noticed and noticeable
            if noticeable and not noticed:
                missed.append((kind, sample.name, data))
    return dict(table), missed


def notices(data, sample, lists, before):
    try:
        record = Record.model_validate(data)
    except ValueError:
        return True
    after = find(record, sample.text, lists)
    return any(f.severity != "note" and (f.code, f.path, f.message) not in before for f in after)


def tell(table):
    """The table as text."""
    lines = [f"{'damage':<12}{'all':>6}{'noticed':>9}{'noticeable':>12}{'noticed':>9}{'rate':>7}"]
    rows = [*table.items(), ("all", [sum(row[n] for row in table.values()) for n in range(4)])]
    for kind, (total, able, seen, both) in rows:
        lines.append(f"{kind:<12}{total:>6}{seen:>9}{able:>12}{both:>9}{both / max(1, able):>7.3f}")
    return "\n".join(lines)


if __name__ == "__main__":
    loaded = Extractor()
    print(tell(measure(loaded, list(read_samples(loaded)))[0]))
