import json

import pytest

from models import Record
from tests.benchmarks import polnear
from tests.benchmarks.polnear import Counts, Quotation, credited, measure, read_corpus, read_quotations

TEXT = (
    "Marsh ahead in Ohio as counting ends\n\nThe count in Ohio went on until the morning.\n\n"
    "“We will win,” said Senator Ada Marsh of Ohio. “We always do.”\n\n"
    "She called it “a very good night”. Nobody agreed that it was “good” or bad.\n"
)


def span(words, number=0):
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return f"{start} {start + len(words)}"


@pytest.fixture
def annotations():
    return "\n".join(
        (
            f"T1\tSource {span('Senator Ada Marsh of Ohio')}\tSenator Ada Marsh of Ohio",
            f"T2\tCue {span('said')}\tsaid",
            f"T3\tContent {span('“We will win,”')};{span('“We always do.”')}\t…",
            f"T4\tAttribution {span('said')}\tsaid",
            "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
            f"T5\tSource {span('She')}\tShe",
            f"T6\tCue {span('called')}\tcalled",
            f"T7\tContent {span('“a very good night”')}\t…",
            "E2\tAttribution:T6 Source:T5 Cue:T6 Content:T7",
            f"T8\tSource {span('Nobody')}\tNobody",
            f"T9\tContent {span('that it was “good” or bad')}\t…",
            "E3\tAttribution:T9 Source:T8 Content:T9",
            "#1\tAnnotatorNotes T9\tis this one?",
            "",
        )
    )


def test_what_stands_in_marks_whole_is_a_direct_quotation(annotations):
    found = read_quotations(annotations, TEXT)
    assert [(TEXT[q.start : q.end], q.name, q.shape) for q in found] == [
        ("We will win,", "Ada Marsh", "source behind"),
        ("We always do.", "Ada Marsh", "source before"),
        ("a very good night", "", "source before"),
    ]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the White House press secretary, Josh Earnest,", "Josh Earnest"),
        ("Vilsack, a former Iowa governor", "Vilsack"),
        ("James B. Comey Jr., the director of the bureau", "James B. Comey"),
        ("one longtime adviser to Bill Clinton", ""),
        ("Trump's campaign", ""),
        ("The New York Times", "New York Times"),
        ("they", ""),
    ],
)
def test_a_source_is_named_where_its_own_words_name_it(source, name):
    assert polnear.name_in(source) == name


@pytest.mark.parametrize(
    ("speaker", "right"),
    [
        ("Marsh", True),
        ("Ada Marsh", True),
        ("Bert Marsh", False),
        ("President Marsh", True),
        ("Ada", False),
        ("Senator", False),
        ("", False),
    ],
)
def test_a_speaker_bears_the_last_word_of_the_name(speaker, right):
    assert credited(Quotation(0, 1, "Senator Ada Marsh", "Ada Marsh", ""), speaker) is right


def test_quotations_are_found_at_their_place_and_credited(annotations):
    row = {"rule": "tests.row", "confidence": 0.5, "kind": "direct"}

    def part(words):
        start = TEXT.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    record = Record.model_validate(
        {
            "source": {
                "path": "a",
                "media_type": "text/plain",
                "sha256": "0" * 64,
                "text_sha256": "0" * 64,
                "characters": len(TEXT),
            },
            "quotes": [
                row | {"speaker": "Ada Marsh", "parts": [part("We will win,")]},
                row | {"speaker": "Ohio", "parts": [part("We always do.")]},
            ],
        }
    )
    counts = Counts()
    measure(record, "a", TEXT, read_quotations(annotations, TEXT), counts)
    assert counts.quotations["all"] == 3
    assert counts.quotations["all found"] == 2
    assert (counts.quotations["all named"], counts.quotations["all credited"]) == (2, 1)
    assert [cause for cause, _ in counts.misses] == [
        "credited: to another, source before",
        "missed: not found, fragment",
    ]


@pytest.fixture
def corpus(write, tmp_path, annotations):
    for split in ("train", "dev", "test"):
        write(f"data/{split}/text/paper_{split}.txt", TEXT)
        write(f"data/{split}/attributions/paper_{split}_4b22.ann", annotations)
        write(f"data/{split}/attributions/paper_{split}_ef2d.ann", "")
    return tmp_path


def test_the_corpus_is_read_from_its_folder_and_the_first_annotator_speaks(corpus):
    ((name, text, quotations),) = read_corpus(corpus, "dev")
    assert (name, text, len(quotations)) == ("paper_dev", TEXT, 3)


def test_the_test_split_is_not_read(corpus):
    with pytest.raises(ValueError, match="train or dev"):
        list(read_corpus(corpus, "test"))
    with pytest.raises(SystemExit):
        polnear.main([str(corpus), "--split", "test"])


def test_the_benchmark_runs_from_end_to_end(corpus, capsys):
    values = polnear.main([str(corpus), "--json"])
    assert json.loads(capsys.readouterr().out) == values
    assert (values["articles"], values["quotations"]) == (2, 6)
    assert 0 < values["found"] <= 1
