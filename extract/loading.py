"""How our own processes, the command and its workers, load the pipeline: without the command line of spaCy.

`import spacy` loads that too, with its clients for the web, for a quarter of its time; no process of ours runs it. A
program that imports `extract` gets spaCy as it comes.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.pipeline import Extractor

_COMMANDS = ("spacy.cli", "spacy.cli.info")
"""What stands for spaCy's command line while spaCy is imported: the package, and the one module that it asks for."""


def load_extractor(data: Path | None = None) -> Extractor:
    """Load the pipeline; what is loaded lives as long as the process, so nothing of it is collected.

    Args:
        data: A user's folder of gazetteers, or None.

    Raises:
        ConfigError: E201 and E202 for a gazetteer that cannot be used.
    """
    gc.disable()
    try:
        import_spacy()
        from extract.pipeline import Extractor

        return Extractor(data)
    finally:
        gc.freeze()
        gc.enable()


def import_spacy() -> None:
    """Import spaCy without its command line, where that can be done and is not done yet."""
    if "spacy" in sys.modules:
        return
    for name in _COMMANDS:
        module: Any = ModuleType(name)
        module.__path__ = []
        module.info = _info
        sys.modules[name] = module
    try:
        import spacy  # noqa: F401
    except ImportError:  # a release that asks for more of it is imported as it comes, by whoever needs it next
        pass
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)


def _info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`, loaded when it is called."""
    from spacy.cli.info import info

    return info(*arguments, **options)
