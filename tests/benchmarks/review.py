"""How fast the editors' page answers: `python -m tests.benchmarks.review`.

A store of 10,000 articles, varied from the samples by a fixed seed, behind the real server on a free port. Each request is
timed from its first byte to the last of its answer and held against the smallest static file, which took the same way.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from extract.pipeline import Extractor
from extract.review.completion import Completion
from extract.review.desk import Desk
from extract.review.intake import Intake
from extract.review.server import Page, bind, serve
from extract.review.store import Store
from extract.sources.files import Item, read_file, walk
from tests.benchmarks.speed import SAMPLES, Row, one_core, to_table

WORDS = 5_000
TRIVIAL = "/static/show.js"


def vary(extractor: Extractor, count: int) -> Iterator[tuple[dict[str, Any], int, str]]:
    """Records of as many articles, each with a path, title, date and forces of its own."""
    rng = random.Random(7)
    records = [extractor.extract_item(read_file(path)) for path in walk(str(SAMPLES))]
    plain = [record.model_dump(mode="json") for record in records]  # type: ignore[union-attr]
    forces = list(extractor.parts.lists.forces.values())
    for number in range(count):
        made = json.loads(json.dumps(plain[number % len(plain)]))
        made["source"] |= {
            "path": f"archive/{number:05}.txt",
            "title": f"{made['source']['title']} ({number})",
            "published": f"{rng.randint(2014, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
            "text_sha256": f"{number:064x}",
        }
        for force in made["forces"][:1]:
            row = rng.choice(forces)
            force |= {"id": row.id, "name": row.name, "kind": row.kind}
        for name in ("forces", "grades", "recommendations", "quotes"):
            for row in made[name]:
                row["confidence"] = round(rng.uniform(0.4, 1), 2)
        yield made, number, "benchmark"


def lengthen(words: int) -> str:
    """An article of as many words, made of samples one after another."""
    text = "".join(
        Path(path).read_text(encoding="utf-8") + "\n" for path in walk(str(SAMPLES)) if path.endswith(".txt")
    )
    ends = [n for n, here in enumerate(text) if here.isspace() and n and not text[n - 1].isspace()]
    return text[: ends[words - 1]] + "\n"


def measure(*, articles: int, rounds: int) -> list[Row]:
    """Times of the queue, of filters, of opening an article and of a correction.

    Args:
        articles: In the queue.
        rounds: Requests of each kind.
    """
    extractor = Extractor()
    lists = extractor.parts.lists
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        (where / "records.jsonl").touch()
        store = Store(where / "store.sqlite")
        begin = time.perf_counter()
        store.put(vary(extractor, articles))
        filling = time.perf_counter() - begin
        text = lengthen(WORDS)
        item = Item("long.txt", text.encode(), "text/plain")
        (where / "long.txt").write_bytes(item.data)
        store.put([(extractor.extract_item(item).model_dump(mode="json"), articles, "benchmark")])  # type: ignore[union-attr]
        intake = Intake(where / "records.jsonl", store, lambda: extractor, 10**8)
        intake.finished = True
        desk = Desk(store, Completion(lists.forces, lists.programmes), lists.forces, intake.read)
        page = Page(desk, intake, lists, "Ada", where / "out")
        listening = bind("127.0.0.1", 0)
        port = listening.getsockname()[1]
        threading.Thread(target=serve, args=(page, listening, "127.0.0.1"), daemon=True).start()
        long = articles + 1
        step = (f"/api/articles/{long}/steps", {"changes": [{"row": "forces/0", "action": "accept", "seen": 10**9}]})
        asked: dict[str, tuple[str, Any]] = {
            "a trivial request": (TRIVIAL, None),
            "the queue": ("/", None),
            "the queue, page 50": ("/?page=50", None),
            "the queue, one force and one word": ("/?force=kent-police&search=police", None),
            "the queue, by date": ("/?sort=newest&since=2020", None),
            f"an article of {WORDS:,} words": (f"/articles/{long}", None),
            "a correction of it": (step[0], step[1]),
        }
        times: dict[str, list[float]] = {name: [] for name in asked}
        connection = http.client.HTTPConnection("127.0.0.1", port)
        with one_core():
            for turn in range(rounds + 2):
                for name, (path, body) in asked.items():
                    seconds = ask(connection, path, body)
                    if turn > 1:
                        times[name].append(seconds)
        connection.close()
        store.close()
    least = min(times["a trivial request"])
    rows = [
        Row(f"{name} over a trivial request", "x", min(values) / least, *spread([v / least for v in values]))
        for name, values in times.items()
        if name != "a trivial request"
    ]
    rows += [Row(name, "ms", min(values) * 1e3, *spread([v * 1e3 for v in values])) for name, values in times.items()]
    return [*rows, Row(f"putting {articles:,} records into the store", "s", filling, filling, filling, filling)]


def spread(values: list[float]) -> tuple[float, float, float]:
    """Median, and the values a quarter from either end."""
    ordered = sorted(values)
    return median(ordered), ordered[len(ordered) // 4], ordered[-1 - len(ordered) // 4]


def ask(connection: http.client.HTTPConnection, path: str, body: Any) -> float:
    """Seconds of one request."""
    begin = time.perf_counter()
    if body is None:
        connection.request("GET", path)
    else:
        connection.request("POST", path, json.dumps(body), {"content-type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, (path, answer.status)
    return time.perf_counter() - begin


def main(arguments: list[str] | None = None) -> list[Row]:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=15)
    chosen = parser.parse_args(arguments)
    rows = measure(articles=chosen.articles, rounds=chosen.rounds)
    print(to_table(rows))
    return rows


if __name__ == "__main__":
    main()
