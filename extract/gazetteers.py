"""Lists of names and words: loads `data/`, checks it, and lays a user's folder over it.

A user's `forces.csv` or `inspectorates.csv` adds a row with a new id, replaces the row of a known id, and removes one
with `-id`. A user's `cues/NAME.toml` adds to a list under its key, replaces it under `"=key"`, and removes from it
under `"-key"`, in a table as outside of one. A user's `programmes.toml` adds programmes and replaces those of a known id.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

import tomli

from extract import errors
from extract.errors import ConfigError
from extract.expressions import expression
from extract.linear import read_weights
from models.vocabulary import GradeWord, InitiativeKind

DATA = Path(__file__).parent / "data"
_ID = expression(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_MEANINGS: Mapping[str, tuple[str, ...]] = {
    "grades": get_args(GradeWord),
    **dict.fromkeys(("before", "behind", "nouns", "things"), get_args(InitiativeKind)),
}
"""What words of a table can mean beyond what ours do."""

_TYPE = expression(r" (?:Police Service|Police|Constabulary|Fire and Rescue Service|Fire Brigade|Fire Service)$")


class ForceRow(NamedTuple):
    """A body of the registry.

    Args:
        places: Bare names that stand for it in context: "Kent" for Kent Police.
    """

    id: str
    name: str
    kind: str
    nation: str
    aliases: tuple[str, ...]
    places: tuple[str, ...]

    def names(self) -> Iterator[str]:
        """Every name that says the body by itself, made from its name, its aliases and its places."""
        yield self.name
        yield from self.aliases
        base = _TYPE.sub("", self.name)
        bases = dict.fromkeys([*([base] if base != self.name else []), *(self.places if self.places else ())])
        for place in bases:
            for ending in _ENDINGS[self.kind]:
                yield f"{place} {ending}"


_ENDINGS = {
    "police": ("Police", "Constabulary", "Police Force", "Police Service", "Police Constabulary"),
    "fire": (
        "Fire and Rescue Service",
        "Fire and Rescue",
        "Fire Service",
        "Fire Brigade",
        "Fire and Rescue Authority's service",
        "FRS",
    ),
}


class InspectorateRow(NamedTuple):
    """An inspectorate.

    Args:
        leads: Offices of its people, in lower case, without "His Majesty's".
        kind: What it inspects, words parted by spaces.
        until: Month in which it ended, or "".
    """

    name: str
    aliases: tuple[str, ...]
    leads: tuple[str, ...]
    kind: str
    until: str


class Programme(NamedTuple):
    """An inspection programme: its years, its scale, the areas that it grades; any of its names in a text tells it."""

    id: str
    name: str
    inspectorates: tuple[str, ...]
    kind: str
    start: str
    until: str
    scale: tuple[str, ...]
    cues: tuple[str, ...]
    topics: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...] = ()


class Confidence(NamedTuple):
    """Measured precision of rules, smoothed, 0 to 1.

    Args:
        prior: Of all rules.
        fields: Of the rules of each field.
        rules: Of each rule.
    """

    prior: float = 0.5
    fields: Mapping[str, float] = MappingProxyType({})
    rules: Mapping[str, float] = MappingProxyType({})

    def of(self, rule: str) -> float:
        """The confidence of a rule; of one that was never measured that of its field, else that of all rules.

        Example:
            >>> Confidence(0.9, {"grades": 0.95}, {"grades.quoted": 0.99}).of("grades.new")
            0.95
        """
        found = self.rules.get(rule)
        return self.fields.get(rule.split(".", 1)[0], self.prior) if found is None else found


class Gazetteers(NamedTuple):
    """All lists, checked.

    Args:
        forces: Registry, by id.
        inspectorates: By short name.
        programmes: By id.
        ranks: Table of `ranks.toml`.
        cues: Tables of `cues/*.toml`, by file name without its ending.
        classes: Table of `classes.toml`.
        weights: Tables of `weights/*.json`, by file name without its ending.
        words: Common words of the language in lower case.
        confidence: Measured precision of rules.
    """

    forces: Mapping[str, ForceRow]
    inspectorates: Mapping[str, InspectorateRow]
    programmes: Mapping[str, Programme]
    ranks: Mapping[str, Sequence[str]]
    cues: Mapping[str, Mapping[str, Any]]
    classes: Mapping[str, Sequence[str]]
    weights: Mapping[str, Mapping[str, Mapping[str, float]]]
    words: frozenset[str]
    confidence: Confidence


def load_gazetteers(folder: Path | None = None) -> Gazetteers:
    """Read our data, with a user's folder over it.

    Args:
        folder: The user's folder, or None.

    Returns:
        The merged lists.

    Raises:
        ConfigError: E202 for a file or row that cannot be used, with its place; E201 for a word that is none of those
            that can stand there.
    """
    _check_folder(folder)
    cues = {path.stem: _read_toml(path) for path in sorted((DATA / "cues").glob("*.toml"))}
    if folder is not None:
        for path in sorted((folder / "cues").glob("*.toml")):
            if path.stem not in cues:
                valid = ", ".join(sorted(cues))
                raise ConfigError("E201", errors.E201.format(value=path, what="list of cues", valid=valid))
            cues[path.stem] = _merge_cues(cues[path.stem], _read_toml(path), path)
    return Gazetteers(
        forces=load_forces(folder),
        inspectorates=_load_inspectorates(folder),
        programmes=_load_programmes(folder),
        ranks=_load_merged("ranks.toml", folder),
        cues=cues,
        classes=_load_merged("classes.toml", folder),
        weights=_load_weights(folder),
        words=_load_words(folder),
        confidence=_load_confidence(folder),
    )


def load_forces(folder: Path | None = None) -> dict[str, ForceRow]:
    """The registry of forces, with a user's rows over it.

    Returns:
        Rows by id, in the order of the files.

    Raises:
        ConfigError: E202 for a folder that is none or a row that cannot be used.
    """
    _check_folder(folder)
    found: dict[str, ForceRow] = {}
    for path in _layers("forces.csv", folder):
        for place, row in _read_csv(path, ("id", "name", "kind", "nation", "aliases", "places")):
            key = row["id"].removeprefix("-")
            if row["id"].startswith("-"):
                found.pop(key, None)
                continue
            if not _ID.match(key):
                raise _refuse(place, f"the id {key!r} is not lower-case words joined by hyphens")
            if row["kind"] not in _ENDINGS:
                raise _refuse(place, f"the kind {row['kind']!r} is neither police nor fire")
            if not row["name"]:
                raise _refuse(place, "the name is empty")
            found[key] = ForceRow(
                key, row["name"], row["kind"], row["nation"], _split(row["aliases"]), _split(row["places"])
            )
    return found


def _load_inspectorates(folder: Path | None) -> dict[str, InspectorateRow]:
    found: dict[str, InspectorateRow] = {}
    for path in _layers("inspectorates.csv", folder):
        for place, row in _read_csv(path, ("name", "aliases", "leads", "kind", "until")):
            if not row["name"]:
                raise _refuse(place, "the name is empty")
            if row["name"].startswith("-"):
                found.pop(row["name"][1:], None)
                continue
            leads = tuple(lead.lower() for lead in _split(row["leads"]))
            found[row["name"]] = InspectorateRow(row["name"], _split(row["aliases"]), leads, row["kind"], row["until"])
    return found


def _load_programmes(folder: Path | None) -> dict[str, Programme]:
    found: dict[str, Programme] = {}
    for path in _layers("programmes.toml", folder):
        for number, table in enumerate(_read_toml(path).get("programme", []), 1):
            try:
                found[table["id"]] = Programme(
                    id=table["id"],
                    name=table["name"],
                    inspectorates=tuple(table["inspectorates"]),
                    kind=table["kind"],
                    start=table["from"],
                    until=table["until"],
                    scale=tuple(table["scale"]),
                    cues=tuple(table["cues"]),
                    topics={topic: tuple(words) for topic, words in table["topics"].items()},
                    names=tuple(table.get("names", ())),
                )
            except (KeyError, TypeError, AttributeError) as error:
                raise _refuse(f"{path.name}, programme {number}", f"{error} is missing or of the wrong type") from None
    return found


def _load_merged(name: str, folder: Path | None) -> dict[str, Any]:
    """A table of lists of words, a user's laid over ours."""
    ours = _read_toml(DATA / name)
    path = folder / name if folder is not None else None
    return _merge_cues(ours, _read_toml(path), path) if path is not None and path.is_file() else ours


def _load_weights(folder: Path | None) -> dict[str, dict[str, dict[str, float]]]:
    """Weights by field and decision; a user's file takes the place of ours, as weights are learned together."""
    found = {path.stem: read_weights(path) for path in sorted((DATA / "weights").glob("*.json"))}
    if folder is not None:
        for path in sorted((*(folder / "weights").glob("*.json"), *(folder / "weights").glob("*.toml"))):
            if path.stem not in found or path.suffix != ".json":
                valid = ", ".join(f"{name}.json" for name in sorted(found))
                raise ConfigError("E201", errors.E201.format(value=path, what="file of weights", valid=valid))
            found[path.stem] = read_weights(path)
    return found


def _load_words(folder: Path | None) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for path in _layers("words.txt", folder):
        try:
            pieces = f"\n{path.read_text(encoding='utf-8')}".split("\n#")  # all but the first begin in a comment
        except (OSError, UnicodeDecodeError) as error:
            raise _refuse(path.name, f"cannot be read ({error})") from None
        text = "\n".join((pieces[0], *(piece.partition("\n")[2] for piece in pieces[1:])))
        words = text.split()
        found = found.union(words) if found else frozenset(words)
        if "\n-" in text or " -" in text:
            found = found.difference([word[1:] for word in words if word[0] == "-"])
    return found


def _load_confidence(folder: Path | None) -> Confidence:
    found = Confidence()
    for path in _layers("confidence.toml", folder):
        table = _read_toml(path)
        tables = [table.get("fields", {}), table.get("rules", {})]
        numbers = [table.get("prior"), *(n for one in tables if isinstance(one, dict) for n in one.values())]
        if not all(isinstance(one, dict) for one in tables) or not all(
            isinstance(number, float) and 0 <= number <= 1 for number in numbers
        ):
            raise _refuse(path.name, "prior, fields and rules have to be numbers from 0.0 to 1.0")
        found = Confidence(table["prior"], table.get("fields", {}), table.get("rules", {}))
    return found


def _check_folder(folder: Path | None) -> None:
    if folder is not None and not folder.is_dir():
        raise _refuse(str(folder), "is not a folder; name one that holds gazetteers")


def _layers(name: str, folder: Path | None) -> Iterator[Path]:
    yield DATA / name
    if folder is not None and (folder / name).is_file():
        yield folder / name


def _read_csv(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in columns[:2] if name not in (reader.fieldnames or ())]
            if missing:
                raise _refuse(path.name, f"the column {missing[0]} is missing; the head row is {','.join(columns)}")
            for row in reader:
                yield f"{path.name}, line {reader.line_num}", {name: (row.get(name) or "").strip() for name in columns}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _refuse(str(path), f"cannot be read ({error})") from None


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise _refuse(str(path), f"cannot be read ({error})") from None


def _merge_cues(ours: Mapping[str, Any], theirs: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Our lists and tables with the user's over them; the sign of a table holds for each list in it."""
    merged = dict(ours)
    for key, value in theirs.items():
        place = f"{path.name}, {key}"
        sign, name = _signed(key, ours)
        if name not in ours:
            raise _refuse(place, f"no such list; there are {', '.join(sorted(ours))}")
        if isinstance(ours[name], list):
            merged[name] = _merge_list(merged[name], value, sign, place)
        elif not isinstance(value, dict):
            raise _refuse(place, f"is no table; write [{key}]")
        elif all(isinstance(word, str) for word in ours[name].values()):
            merged[name] = _merge_words(merged[name], value, sign, place, _MEANINGS.get(name, ()))
        else:
            merged[name] = _merge_lists(merged[name], value, sign, place)
    return merged


def _signed(key: str, known: Mapping[str, Any]) -> tuple[str, str]:
    return (key[0], key[1:]) if key[:1] in ("-", "=") and key not in known else ("", key)


def _merge_lists(ours: Mapping[str, Any], theirs: Mapping[str, Any], sign: str, place: str) -> dict[str, Any]:
    merged = dict(ours)
    for key, value in theirs.items():
        own, name = _signed(key, ours)
        if name not in ours:
            raise _refuse(f"{place}.{key}", f"no such list; there are {', '.join(sorted(ours))}")
        merged[name] = _merge_list(merged[name], value, own or sign, f"{place}.{key}")
    return merged


def _merge_list(ours: Sequence[str], theirs: Any, sign: str, place: str) -> list[str]:
    if not isinstance(theirs, list) or not all(isinstance(item, str) and item for item in theirs):
        raise _refuse(place, 'is no list of words; write ["one", "two"]')
    if sign == "=":
        return theirs
    if sign == "-":
        return [item for item in ours if item not in theirs]
    return [*ours, *(item for item in theirs if item not in ours)]


def _merge_words(
    ours: Mapping[str, str], theirs: Mapping[str, Any], sign: str, place: str, further: Sequence[str]
) -> dict[str, str]:
    if sign == "-":
        return {word: meaning for word, meaning in ours.items() if word not in theirs}
    known = sorted({*ours.values(), *further})
    for word, meaning in theirs.items():
        if meaning not in known:
            raise ConfigError(
                "E201", f"{place}.{word}: " + errors.E201.format(value=meaning, what="meaning", valid=", ".join(known))
            )
    return {**({} if sign == "=" else ours), **theirs}


def _split(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(";") if part.strip())


def _refuse(place: str, reason: str) -> ConfigError:
    return ConfigError("E202", errors.E202.format(place=place, reason=reason))
