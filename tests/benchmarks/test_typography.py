import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.evaluate.alike import words
from tests.benchmarks import typography, variants
from tests.benchmarks.typography import JUDGED, Bench, Trace
from tests.benchmarks.variants import NAMES, PAGES, TEXTS, WIDTH, WORDS, vary

BOUND = 2.0
"""Points of F1 that a field may lose under one transformation."""


@pytest.fixture(scope="session")
def bench(extractor):
    return Bench(extractor)


@pytest.mark.parametrize("name", NAMES)
def test_no_field_loses_more_than_the_bound(bench, name):
    losses = bench.losses(name)
    assert {field: round(losses[field], 1) for field in JUDGED if losses[field] > BOUND} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_transformation_changes_most_samples_it_is_for(bench, name):
    changed = 0
    for sample in bench.samples:
        source = sample.item.data.decode("utf-8")
        headings = [(b.start, b.end) for b in sample.document.blocks if b.kind == "headline"]
        changed += vary(name, source, "0", page=sample.item.media_type == "text/html", headings=headings) != source
    texts = sum(sample.item.media_type == "text/plain" for sample in bench.samples)
    few = {"curly for straight"}  # most samples are curly already
    assert changed >= (10 if name in few else texts // 2)


ARTICLE = (
    "Kent Police praised\n\nBy Ida Rowntree\n\nThe force’s officers and staff are good at preventing crime, and inspectors "
    "said so.\n\n“We have ‘not’ lost a single crane,” he said. “Nor shall we.”\n\n- first find the cause\n- then fix it\n"
)


@pytest.mark.parametrize("name", [*WORDS, *TEXTS])
def test_a_variant_is_the_same_for_the_same_seed(name):
    one, other = (vary(name, ARTICLE, "1", page=False, headings=[]) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(
    "name",
    ["straight for curly", "CRLF", "wrapped at 72", "one paragraph a line", "blank lines between", "doubled spaces"],
)
def test_a_change_of_marks_and_lines_changes_no_word(name):
    assert words(vary(name, ARTICLE, "1", page=False, headings=[])) == words(ARTICLE)


def test_wrapped_lines_are_no_wider_than_they_should_be():
    lines = variants.wrap(ARTICLE, Random(1)).split("\n")
    assert max(map(len, lines)) <= WIDTH
    assert len(lines) > ARTICLE.count("\n") + 1


def test_marks_are_turned_and_turned_back():
    straight = variants.straighten(ARTICLE, Random(1))
    assert not re.search("[“”‘’]", straight)
    assert variants.curl(straight, Random(1)) == ARTICLE


def test_double_marks_become_single_and_those_within_double():
    assert "‘We have “not” lost a single crane,’ he said. ‘Nor" in variants.single(ARTICLE, Random(1))
    assert "force’s" in variants.single(ARTICLE, Random(1))


@pytest.mark.parametrize("name", [*WORDS, *PAGES])
def test_a_page_keeps_its_tags(name):
    page = (
        '<html><head><title>A "title" and more</title></head><body class="office"><h1>Officers &amp; staff</h1>\n'
        "<p>&ldquo;The officers find their offices,&rdquo; and &ldquo;that&rsquo;s fine.&rdquo;</p></body></html>"
    )
    varied = vary(name, page, "1", page=True, headings=[])
    assert re.findall(r"</?\w+[^>]*>", varied) == re.findall(r"</?\w+[^>]*>", page)


@given(st.text("ab c", max_size=30), st.text("ab c", max_size=30), st.data())
def test_a_trace_stays_inside_the_original(original, variant, data):
    start = data.draw(st.integers(0, len(variant)))
    end = data.draw(st.integers(start, len(variant)))
    low, high = Trace(original, variant).back(start, end)
    assert 0 <= low <= len(original)
    assert high <= max(1, len(original))


def test_a_trace_leads_back_to_the_words_that_were_changed():
    original = "Kent officers and staff said “it is fine”."
    variant = "Kent  o\ufb03cers & staff said 'it is f\u00adine'."
    trace = Trace(original, variant)
    for said, meant in (("o\ufb03cers", "officers"), ("& staff", "and staff"), ("it is f\u00adine", "it is fine")):
        start = variant.index(said)
        low, high = trace.back(start, start + len(said))
        assert original[low:high] == meant


def test_records_of_the_samples_as_they_are_lose_nothing_on_the_way_back(bench, extractor):
    from extract.evaluate.score import compare

    for sample in bench.samples:
        record = extractor.extract(sample.document)
        back = typography.carry_back(record, sample.document.text, sample.document.text)
        assert compare(sample.stem, back, sample.gold) == bench.before[sample.stem]


def test_the_table_has_a_line_for_each_transformation(bench, capsys):
    typography.main(["--texts", "1", "--seeds", "1"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == list(NAMES)


def test_misses_are_shown_in_the_line_of_the_variant(capsys, bench):
    typography.main(["--misses", "scanner's confusions", "--seeds", "1"])
    printed = capsys.readouterr().out
    assert not printed or "⟦" in printed
