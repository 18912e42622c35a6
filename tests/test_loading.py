import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(code: str, *, first: Path | None = None) -> str:
    """What a Python of its own prints, with a folder before all others on its path."""
    path = os.pathsep.join(str(folder) for folder in (first, ROOT) if folder)
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_command_line_of_spacy_is_not_loaded() -> None:
    code = (
        "import sys, gc; from extract.loading import load_extractor; load_extractor();"
        "print([name for name in ('spacy.cli', 'spacy.cli.info', 'weasel') if name in sys.modules], gc.isenabled())"
    )
    assert run(code) == "[] True"


def test_it_is_there_for_whoever_asks_later() -> None:
    code = (
        "from extract.loading import import_spacy; import_spacy(); import spacy;"
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__);"
        "from spacy.cli.download import download; print(callable(download))"
    )
    assert run(code).split() == ["True", "True"]


def test_spacy_that_is_loaded_already_stays() -> None:
    code = (
        "import spacy, sys; before = sys.modules['spacy.cli.info'];"
        "from extract.loading import import_spacy; import_spacy(); print(sys.modules['spacy.cli.info'] is before)"
    )
    assert run(code) == "True"


def test_a_release_that_asks_for_more_of_it_is_imported_as_it_comes(tmp_path: Path) -> None:
    cli = tmp_path / "spacy" / "cli"
    cli.mkdir(parents=True)
    (tmp_path / "spacy" / "__init__.py").write_text("from .cli.info import info, more\n")
    (cli / "__init__.py").write_text("")
    (cli / "info.py").write_text("info = more = 1\n")
    code = (
        "import sys; from extract.loading import import_spacy; import_spacy();"
        "print([name for name in sys.modules if name.startswith('spacy')]); import spacy; print(spacy.more)"
    )
    assert run(code, first=tmp_path).split() == ["[]", "1"]
