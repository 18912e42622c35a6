import os

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
def forms():
    """The compiled cues by which lines are told."""
    from extract.document.forms import Forms
    from extract.gazetteers import load_gazetteers

    return Forms(load_gazetteers().cues["blocks"])


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
