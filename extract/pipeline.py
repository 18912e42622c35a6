"""The whole chain: one source item in, one record or one failure out.

The only file that knows every stage. Factories are registered here when the pipeline is loaded, never as entry
points: a broken entry point of anybody's breaks every `spacy.blank()`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from extract import errors
from extract.assemble.record import Assembler
from extract.document.decoding import check_text, decode
from extract.document.document import Document
from extract.document.forms import Forms, alternation
from extract.document.given import with_given
from extract.document.plain import read_text
from extract.errors import Failure, GroundingError, InputError, PeelbackError
from extract.gazetteers import Gazetteers, load_gazetteers
from extract.linear import Model
from extract.pipes.counts import Counts
from extract.pipes.elements import sort_words
from extract.pipes.forces import Forces, place_table
from extract.pipes.forces.letters import letters_of
from extract.pipes.forces.surroundings import Surroundings
from extract.pipes.grades import Grades
from extract.pipes.grades.scope import Scope
from extract.pipes.initiatives import Initiatives
from extract.pipes.inspectorate import Inspectorates, inspectorate_phrases
from extract.pipes.letters import Classes
from extract.pipes.misread import misread
from extract.pipes.officials import Officials
from extract.pipes.officials.lexicon import Lexicon
from extract.pipes.officials.people import People
from extract.pipes.quotes import Quotes
from extract.pipes.recommendations import Recommendations
from extract.pipes.tokenizer import ReadingTokenizer, build_tokenizer
from extract.pipes.triggers import Triggers
from extract.sources.files import MAX_BYTES, SUFFIXES, Item, read_file
from models import Record

PREFIX = "peelback_"
"""Of the names of our factories; a factory name may not hold a dot."""


class Parts(NamedTuple):
    """What the components of one pipeline share.

    Args:
        lists: Names and words.
        forms: Forms of lines.
        people: Parser of noun phrases.
        classes: Letters of words.
    """

    lists: Gazetteers
    forms: Forms
    people: People
    classes: Classes

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, data: str | None) -> Parts:
        """The parts for a user's folder of gazetteers, or for ours alone."""
        lists = load_gazetteers(Path(data) if data else None)
        people = People(Lexicon(lists.ranks, place_table(lists.forces.values()), lists.cues["names"], lists.words))
        asks = lists.cues["recommendations"]
        classes = Classes(lists.cues["classes"], asks["actions"], asks["modal"])
        return cls(lists, _forms(lists), people, classes)


def _forms(lists: Gazetteers) -> Forms:
    """Forms of lines, with the names and words that tell who wrote an article from what stands beside it."""
    names = lists.cues["names"]
    places = {word for place in place_table(lists.forces.values()) for word in place.split()}
    return Forms(
        lists.cues["blocks"], frozenset((*names["female"], *names["male"], *names["either"])), (lists.words, places)
    )


def _triggers(nlp: Language, name: str, data: str | None) -> Callable[[Doc], Doc]:
    lists = Parts.of(data).lists
    ranks = lists.ranks
    quotes = lists.cues["quotes"]
    phrases: dict[str, dict[str, str]] = {
        "force": {letters.lower(): keys[0] for letters, keys in letters_of(lists.forces.values()).items()}
        | {name.lower().replace("&", "and"): row.id for row in lists.forces.values() for name in row.names()},
        "place": _place_words(lists),
        "rank": {word: word for word in sorted(_ranked(lists))},
        "say": {verb: verb for verb in (*quotes["say"], *quotes["infinitive"])},
        "inspectorate": inspectorate_phrases(lists.inspectorates),
        "initiative": _initiative_words(lists),
        "praise": {word: word for word in lists.cues["initiatives"]["lists"]["praise"]},
        "scheme": {name: name for name in lists.cues["initiatives"]["lists"]["known"]},
        "modal": {modal: modal for modal in lists.cues["recommendations"]["modal"]},
        "grade": _grade_words(lists),
        "count": {noun: noun for noun in (*lists.cues["counts"]["of"], *lists.cues["counts"]["words"]["single"])},
        "credit": {phrase: phrase for phrase in quotes["credit"]},
        "private": {word: word for word in ranks["private"]},
        "body": {word: word for word in lists.cues["forces"]["named"]},
    }
    return Triggers(nlp, phrases)


def _place_words(lists: Gazetteers) -> dict[str, str]:
    """Bare names of places, also as a scanner misreads them."""
    places = place_table(lists.forces.values())
    return {other: place for place in places for other in misread(place, lists.words)} | {
        place: place for place in places
    }


def _grade_words(lists: Gazetteers) -> dict[str, str]:
    """Wordings of grades, the plain ones also as a scanner misreads them."""
    words = dict(lists.cues["grades"]["grades"])
    plain = {wording: grade for wording, grade in words.items() if " " not in wording or "improvement" in wording}
    return {other: grade for wording, grade in plain.items() for other in misread(wording, lists.words)} | words


def _initiative_words(lists: Gazetteers) -> dict[str, str]:
    """Nouns of initiatives, one and many."""
    words = lists.cues["initiatives"]["nouns"]
    return {form: word for word in sorted(words) for form in (word, word + "s") if form == word or form not in words}


def _ranked(lists: Gazetteers) -> set[str]:
    """Every rank, office and title that can stand before or behind a name."""
    ranks = lists.ranks
    offices = {office for row in lists.inspectorates.values() for office in row.leads}
    return {*ranks["police"], *ranks["fire"], *ranks["oversight"], *ranks["heads"], *ranks["titles"], *offices}


def _forces(nlp: Language, name: str, data: str | None) -> Callable[[Doc], Doc]:
    lists = Parts.of(data).lists
    work = re.compile(rf"(?:{alternation(lists.classes['work'])})")
    surroundings = Surroundings(sort_words(lists.classes), work)
    weights = lists.weights.get("forces", {})
    return Forces(lists.forces, lists.cues["forces"], surroundings, Model(weights.get("bare", {})))


def _inspectorates(nlp: Language, name: str, data: str | None) -> Callable[[Doc], Doc]:
    return Inspectorates(Parts.of(data).lists.inspectorates)


def _officials(nlp: Language, name: str, data: str | None) -> Callable[[Doc], Doc]:
    return Officials(Parts.of(data).people)


def _quotes(nlp: Language, name: str, data: str | None) -> Callable[[Doc], Doc]:
    parts = Parts.of(data)
    return Quotes(parts.people, parts.lists.cues["quotes"], list(parts.lists.cues["grades"]["grades"]))


def _grades(nlp: Language, name: str, data: str | None) -> Callable[[Doc], Doc]:
    lists = Parts.of(data).lists
    topics = {
        topic for programme in lists.programmes.values() for wordings in programme.topics.values() for topic in wordings
    }
    inspecting = sorted({*inspectorate_phrases(lists.inspectorates), *lists.classes["inspecting"]})
    return Grades(lists.cues["grades"], sorted(topics), lists.classes, inspecting, lists.weights.get("grades", {}))


def _recommendations(nlp: Language, name: str, data: str | None) -> Callable[[Doc], Doc]:
    parts = Parts.of(data)
    return Recommendations(parts.lists.cues["recommendations"], parts.classes)


def _counts(nlp: Language, name: str, data: str | None) -> Callable[[Doc], Doc]:
    cues = Parts.of(data).lists.cues
    return Counts(cues["counts"], Scope(cues["grades"]), Parts.of(data).classes)


def _initiatives(nlp: Language, name: str, data: str | None) -> Callable[[Doc], Doc]:
    lists = Parts.of(data).lists
    names = lists.cues["names"]
    return Initiatives(
        lists.cues["initiatives"],
        lists.words,
        lists.weights.get("initiatives", {}),
        (*names["female"], *names["male"]),
    )


_FACTORIES: dict[str, Callable[..., Callable[[Doc], Doc]]] = {
    "triggers": _triggers,
    "forces": _forces,
    "inspectorate": _inspectorates,
    "officials": _officials,
    "quotes": _quotes,
    "grades": _grades,
    "stated_counts": _counts,
    "recommendations": _recommendations,
    "initiatives": _initiatives,
}


def build_language(data: Path | None = None) -> Language:
    """The pipeline: a blank English tokenizer and our components.

    Args:
        data: A user's folder of gazetteers, or None.

    Returns:
        A pipeline whose Docs hold annotations; `nlp("…")` reads a string as an article.

    Raises:
        ConfigError: E201 and E202 for a gazetteer that cannot be used.
    """
    folder = str(data) if data else None
    parts = Parts.of(folder)
    nlp = English(create_tokenizer=lambda nlp: build_tokenizer(nlp.vocab))
    nlp.max_length = 1 << 40  # our pipes are linear in the text
    plain: Any = nlp.tokenizer
    for name, factory in _FACTORIES.items():
        Language.factory(PREFIX + name, default_config={"data": None}, func=factory)
        nlp.add_pipe(PREFIX + name, name=name, config={"data": folder})
    reader: Any = ReadingTokenizer(plain, lambda text: read_text(text, parts.forms))
    nlp.tokenizer = reader
    return nlp


class Extractor:
    """Everything that is loaded once: the lists, the pipeline, the assembler.

    Args:
        data: A user's folder of gazetteers, or None.

    Raises:
        ConfigError: E201 and E202 for a gazetteer that cannot be used.
    """

    def __init__(self, data: Path | None = None) -> None:
        self.parts = Parts.of(str(data) if data else None)
        self.nlp = build_language(data)
        self.assembler = Assembler(self.parts.lists)

    def read(self, item: Item) -> Document:
        """The document of an item.

        Raises:
            InputError: E103 to E105 and E109 where there is nothing to read.
        """
        return with_given(self._read(item), item)

    def _read(self, item: Item) -> Document:
        forms = self.parts.forms
        if item.media_type == "text/html":
            from extract.document.html import read_page

            return read_page(item.data, forms, item.path, sha256=item.sha256)
        if item.media_type == "application/pdf":
            from extract.document.pdf import read_pdf

            return read_pdf(item.data, forms, item.path, sha256=item.sha256)
        if item.media_type == "message/rfc822":
            from extract.document.mail import read_mail

            return read_mail(item.data, forms, item.path, sha256=item.sha256)
        if item.media_type == SUFFIXES[".docx"]:
            from extract.document.word import read_word

            return read_word(item.data, forms, item.path, sha256=item.sha256)
        text = decode(item.data, item.path)
        return read_text(text, forms, item.path, sha256=item.sha256)

    def extract(self, document: Document) -> Record:
        """The record of a document.

        Raises:
            GroundingError: E301 where a value is not the characters at its place, E302 where a row is not whole;
                a bug of ours.
        """
        tokenizer: Any = self.nlp.tokenizer
        try:
            return self.assembler.assemble(self.nlp(tokenizer.of(document)), document)
        except ValidationError as error:
            raise _ungrounded(error, document) from error

    def extract_item(self, item: Item | Failure) -> Record | Failure:
        """The record of an item, or the failure that stands for it; nothing is raised."""
        if isinstance(item, Failure):
            return item
        try:
            return self.extract(self.read(item))
        except PeelbackError as error:
            return Failure.of(error, item.path)
        except Exception as error:  # one article, whatever is in it, stops no batch
            reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
            return Failure(item.path, "E110", errors.E110.format(reason=reason))

    def extract_text(self, text: str, path: str = "") -> Record:
        """The record of a string.

        Raises:
            InputError: E103 or E104 where there is nothing to read, E105 where a character is half of a pair.
        """
        check_text(text, path)
        try:
            data = text.encode("utf-8")
        except UnicodeEncodeError as error:
            reason = f"the character at {error.start} is half of a surrogate pair"
            raise InputError("E105", errors.E105.format(reason=reason), path) from None
        return self.extract(read_text(text, self.parts.forms, path, sha256=Item(path, data, "").sha256))

    def extract_file(self, path: str, *, max_bytes: int = MAX_BYTES) -> Record:
        """The record of a file.

        Args:
            path: The file.
            max_bytes: Size beyond which it is not read, in bytes.

        Raises:
            InputError: E1xx where the file cannot be read.
        """
        return self.extract(self.read(read_file(path, max_bytes=max_bytes)))


def _ungrounded(error: ValidationError, document: Document) -> GroundingError:
    """What a record that does not hold says of us: characters at the wrong place, or a row that is not whole."""
    first = error.errors(include_url=False)[0]
    place = "".join(f"/{part}" for part in first["loc"]) or "/"
    value = first["input"]
    if isinstance(value, dict) and all(key in value for key in ("start", "end", "text")):
        start, end = value["start"], value["end"]
        found = document.text[start:end] if isinstance(start, int) and isinstance(end, int) else None
        if found != value["text"]:
            message = errors.E301.format(place=place, start=start, end=end, found=found, expected=value["text"])
            return GroundingError("E301", message, document.path)
    return GroundingError("E302", errors.E302.format(place=place, reason=first["msg"]), document.path)
