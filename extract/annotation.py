"""Gold beside articles: drafts of it from what is extracted, and files of it held against their articles.

Enters paths; leaves files `NAME.gold.json`, or what is wrong with them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from extract import errors
from extract.checks import CHECKS
from extract.errors import ConfigError, Failure, InputError
from extract.gold import draft_gold
from extract.pipeline import Extractor
from extract.report import Checked
from extract.sources.files import MAX_BYTES, read_file
from models import Evidence, Finding
from models.gold import SUFFIX, Fault, article_of, find_faults, gold_of

_CODE = "V106"


def draft_file(extractor: Extractor, article: str, *, replace: bool = False, max_bytes: int = MAX_BYTES) -> Path:
    """Write a draft of gold beside an article.

    Args:
        extractor: The pipeline.
        article: The article.
        replace: Whether gold that is there already may be overwritten.
        max_bytes: Size beyond which an article is refused, in bytes.

    Returns:
        The file that was written.

    Raises:
        InputError: E1xx for an article that cannot be read.
        ConfigError: E202 where there is gold already, or none can be written.
    """
    path = gold_of(article)
    if path.exists() and not replace:
        raise ConfigError(
            "E202", errors.E202.format(place=str(path), reason="is there already; --replace overwrites it")
        )
    item = read_file(article, max_bytes=max_bytes)
    gold = draft_gold(extractor.extract(extractor.read(item)))
    try:
        path.write_text(gold.to_json(), encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError("E202", errors.E202.format(place=str(path), reason=str(error.strerror).lower())) from None
    return path


def check_gold(extractor: Extractor, paths: Iterable[str]) -> Iterator[Checked | Failure]:
    """What is wrong with files of gold.

    Args:
        extractor: What reads the articles.
        paths: Files of gold, articles with gold beside them, or folders that hold such files.

    Returns:
        For each file what is wrong at which of its lines (V106); a failure where it, or its article, cannot be read.
    """
    for path in paths:
        if Path(path).is_dir():
            found = sorted(str(file) for file in Path(path).rglob(f"*{SUFFIX}"))
            if not found:
                yield Failure(path, "E107", errors.E107.format(kinds=SUFFIX))
            for file in found:
                yield _check(extractor, file)
        else:
            yield _check(extractor, path if path.endswith(SUFFIX) else str(gold_of(path)))


def _check(extractor: Extractor, path: str) -> Checked | Failure:
    """What is wrong with one file of gold."""
    try:
        raw = read_file(path, named=False).data.decode("utf-8-sig")
        article = article_of(path)
        if article is None:
            raise InputError("E101", "has no article of its name beside it; put it there", path)
        text = extractor.read(read_file(str(article))).text
    except UnicodeDecodeError as error:
        return Failure(path, "E105", errors.E105.format(reason=f"byte {error.start} is not UTF-8"))
    except InputError as error:
        return Failure.of(error, path)
    try:
        data = json.loads(raw)
    except ValueError as error:
        return Checked(path, raw, (_finding(Fault("", f"is no JSON: {error}"), None, raw),))
    faults = find_faults(data, text=text, forces=extractor.parts.lists.forces)
    return Checked(path, raw, tuple(_finding(fault, data, raw) for fault in faults))


def _finding(fault: Fault, data: Any, raw: str) -> Finding:
    """A fault as a finding, at the first place in the file where its value stands."""
    value = data
    for part in fault.path.split("/")[1:]:
        try:
            value = value[int(part) if isinstance(value, list) else part]
        except (KeyError, ValueError, IndexError, TypeError):
            value = None
    evidence: tuple[Evidence, ...] = ()
    if isinstance(value, str) and value:
        written = json.dumps(value, ensure_ascii=False)
        start = raw.find(written)
        if start >= 0:
            evidence = (Evidence(start=start, end=start + len(written), text=written),)
    return Finding(
        code=_CODE, severity=CHECKS[_CODE].severity, path=fault.path, message=fault.message, evidence=evidence
    )
