import io
import os
import sys

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "peelback", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "peelback"))


@pytest.fixture(scope="session")
def extractor():
    """Everything that is loaded once, with our own lists."""
    from extract.pipeline import Extractor

    return Extractor()


@pytest.fixture(scope="session")
def nlp(extractor):
    """The pipeline; `nlp("text")` reads a string as a plain article."""
    return extractor.nlp


@pytest.fixture(scope="session")
def gazetteers(extractor):
    """The lists that come with peelback."""
    return extractor.parts.lists


@pytest.fixture(scope="session")
def find(nlp):
    """What a pipe finds in the body of an article, and its reading: `find("grades", "Kent was graded good.")`."""
    from extract.pipes.annotation import reading_of
    from tests.marked import HEAD

    def run(field, body, head=HEAD):
        doc = nlp(head + body)
        return reading_of(doc), list(nlp.get_pipe(field).find(doc))

    return run


@pytest.fixture(scope="session")
def marks(find):
    """The body of an article with brackets around what a pipe finds in it: `marks("forces", "In [Kent Police] …")`."""
    from tests.marked import HEAD, mark, unmark

    def run(field, marked, label=None):
        body, _ = unmark(marked)
        reading, found = find(field, body)
        spans = [reading.source(note.start, note.end) for note in found if label in (None, note.label)]
        return mark(body, [(start - len(HEAD), end - len(HEAD)) for start, end in spans])

    return run


@pytest.fixture(scope="session")
def record(extractor):
    """The record of an article with this body: `record("HMICFRS graded Kent Police good.")`."""
    from tests.marked import HEAD

    def run(body, head=HEAD):
        return extractor.extract_text(head + body)

    return run


@pytest.fixture(scope="session")
def forms():
    """The compiled cues by which lines are told."""
    from extract.pipeline import Parts

    return Parts.of(None).forms


@pytest.fixture
def write(tmp_path):
    """Writes a file below `tmp_path`, its folders too: `write("a/b.txt", "text")`."""

    def put(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch, tmp_path_factory):
    """No setting of the machine reaches a test."""
    for name in list(os.environ):
        if name.startswith("PEELBACK_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-configuration"))


@pytest.fixture
def run(monkeypatch, capfdbinary):
    """Runs the command with these arguments, as its entry point does: `run("extract", path, stdin=b"...")`."""

    import cli
    from tests.runs import Done

    def call(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["peelback", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as leaving:
            cli.main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Done(leaving.value.code or 0, out, err.decode())

    return call
