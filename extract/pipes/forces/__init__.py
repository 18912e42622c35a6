"""Police forces and fire services named in a text: full names, aliases, misspelt names, bare county names in context.

Enters the hits of the registry's names; leaves one annotation a mention. A bare name ("Kent") is `strong` where its
context makes it the force, and weak where it may be the county: a weak one names no force by itself, but tells which
force a sentence is about once the article has named it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from extract.document.forms import UPPER, alternation
from extract.document.reading import Reading
from extract.gazetteers import ForceRow
from extract.pipes.annotation import Annotation, Pipe, notes_of, reading_of
from extract.pipes.forces.spelling import Spelling
from extract.pipes.stretches import Stretches
from extract.pipes.triggers import Hit, hits_of, hits_within

_NAME_BEFORE = re.compile(rf"(?:(?<=[\s\"'(])|^)(?:[{UPPER}][\w'-]+(?: (?:and|of) (?:the )?| )){{1,6}}$")
_LONGEST = 60
"""Characters before "Police" or the like that a name of a force can take."""
_CHAIN = re.compile(r"(?:,|,? and|,? or|,? but not| \u2013|/)? ?(?:the |both )?$")
_WORD_BEFORE = re.compile(r"([\w']+)[ ,]*(?:the )?$")
_AFTER = re.compile(r"(?P<owner>'s?)? ?(?P<rest>[^.;:?!]{0,60})")
_BODIES_NEAR = re.compile(r"\b(?:forces|services|brigades|constabularies|neighbours)\b[^.;]{0,60}$")
_OFFICE = re.compile(
    r"\b(?:constable|chief officer|fire officer|superintendent|commissioner|pcc|chief|officers) (?:of|for|at|in|with|from) (?:the )?$"
)
_BESIDE = re.compile(
    r"\b(?:level with|on a par with|par with|ahead of|behind|compared with|alongside|joining|joins|unlike|just like|neighbours?,?|mergers? with|merged? with|(?:shar(?:e|es|ed|ing)|collaborat\w+|alliance|allied|partnership)\b[\w' -]{0,40} with) (?:the )?$"
)
_OWN_SERVICE = re.compile(
    r"(?:services?|forces?|brigades?|constabulary|constabularies|police|fire services?|fire|crews|firefighters)\b"
)
_SHARED_NOUN = re.compile(r"(?:,| and| or) [\w &-]{3,28} (?:police|constabular(?:y|ies)|forces|fire)\b")
_JOINED = re.compile(
    r"\b(?:joined|came|moved|transferred|arrived|returned|switched|headhunted|recruited|poached|promoted)(?: \w+){0,3} from (?:the )?$"
)
_RANKED = re.compile(r"\b(?:chief|constable|officer|commander|superintendent|commissioner)\b")
_MEN_IN = re.compile(
    r"(?:^|[.,;] |\band )(?:the )?(?:police|firefighters|fire crews|fire chiefs|fire bosses|police chiefs|police bosses|bobbies|detectives|fire services?) in (?:the )?$"
)
_TOLD = re.compile(
    r"(?: (?:and|or) \w+)? (?:has|have|had|was|were|are|is)(?: \w+)? (?:been |being )?(?:rated|graded|judged|told|praised|criticised|inspected|given|found|ordered|urged|slammed|hailed|condemned|ranked|branded|not|doing|good|outstanding|adequate|inadequate)"
)
_ASIDE = re.compile(
    r"^, (?:though|however|meanwhile|too|by contrast|on the other hand|for its part|in contrast|of course|also)(?:,(?= ))"
)
_BRACKET = re.compile(
    r" ?\((?:rated |graded |both |all )?(?:outstanding|good|adequate|requires improvement|inadequate)\b"
)
_NOR = re.compile(
    r"\b(?:nor (?:has|is|does|did|was)|so (?:is|was|did|has|does)|as (?:is|was|did|has)) (?:its |the |their )?(?:partner |neighbouring |neighbour |nearby )?$"
)
_INVERTED = re.compile(
    r"\b(?:are|is|were|was|come|comes|came|went to|goes to|go to|stands?|stood|sits?|sat)[,:]? (?:the |its |their |neighbouring |only )?$"
)
_INVERTED_END = re.compile(r"(?:[.;]|$|, which| \(|,? (?:and|but|while|for|whose|where) )")
_APPOSED = re.compile(
    r", (?:the |one of |an? |another |now |once |by contrast )(?:[\w'-]+ ){0,4}(?:force|forces|service|services|brigade|constabulary)\b"
)
_FIRE = {"fire": 1, "firearm": -1, "fired": -1, "brigade": 1}
_POLICE = {"police": 1, "policing": 1, "constab": 1, "detective": 1}


class Forces(Pipe):
    """The pipe of the field `forces`.

    Args:
        rows: Registry.
        cues: Table of `cues/forces.toml`.
    """

    key = "forces"

    def __init__(self, rows: Mapping[str, ForceRow], cues: Mapping[str, Sequence[str]]) -> None:
        self.rows = rows
        self.places = place_table(rows.values())
        self.exact = frozenset(
            alias for row in rows.values() for alias in row.aliases if alias.isupper() or "&" in alias
        )
        self.abbreviations = frozenset(alias.lower() for alias in self.exact)
        self.spelling = Spelling(
            {name: row.id for row in rows.values() for name in (row.name, *row.aliases) if " " in name}
        )
        self.names = {name.lower().replace("&", "and"): row.id for row in rows.values() for name in row.names()}
        self.owned = re.compile(rf"(?:{alternation(cues['owned'])})\b")
        self.does = re.compile(rf"(?:{alternation(cues['does'])})\b")
        self.other = re.compile(rf"(?:{alternation(cues['other'])})\b")
        self.before = frozenset(cues["before"])
        self.place = frozenset(cues["place"])

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Mentions of forces, in the order of the text."""
        reading = reading_of(doc)
        found = [*self._full(reading, hits_of(doc, "force"))]
        taken = Stretches((note.start, note.end) for note in found)
        found += self._misspelt(reading, hits_of(doc, "body"), taken)
        others = [(start, end) for start, end, _ in hits_of(doc, "force")]
        taken = Stretches([*((note.start, note.end) for note in found), *others])
        home = self.names.get((notes_of(doc).get("publisher") or "").lower().replace("&", "and"))
        found += self._bare(reading, hits_of(doc, "place"), taken, found, home, hits_of(doc, "grade"))
        return iter(sorted(found, key=lambda note: note.start))

    def _full(self, reading: Reading, hits: Iterable[Hit]) -> Iterator[Annotation]:
        for start, end, key in hits:
            text = reading.text[start:end]
            if reading.lower[start:end] in self.abbreviations and not text.isupper() and text not in self.exact:
                continue
            if not (text[0].isupper() or text.startswith("the ")) or self._other_body(reading, end):
                continue
            if text.startswith("the ") and not text[4].isupper():
                continue
            yield self._note(start, end, key, "forces.name", text)

    def _misspelt(self, reading: Reading, hits: Iterable[Hit], taken: Stretches) -> Iterator[Annotation]:
        text = reading.text
        for begin, end, _ in hits:
            if not text[begin].isupper() or text[begin - 1] != " " or taken.meets(begin, end):
                continue
            before = _NAME_BEFORE.search(text[max(0, begin - _LONGEST) : begin])
            near = self.spelling.nearest(before[0] + text[begin:end]) if before else None
            if near and not self._other_body(reading, end):
                name, nearest, score = near
                start = end - len(name)
                yield Annotation(
                    "force",
                    start,
                    end,
                    "forces.misspelt",
                    {"id": nearest, "kind": self.rows[nearest].kind, "strong": True, "score": score},
                )

    def _bare(
        self,
        reading: Reading,
        hits: Sequence[Hit],
        taken: Stretches,
        named: Sequence[Annotation],
        home: str | None,
        grades: Sequence[Hit],
    ) -> Iterator[Annotation]:
        """Bare names in context; those of the force on whose own page the article stands are its name."""
        free = [hit for hit in hits if reading.text[hit[0]].isupper() and not taken.meets(hit[0], hit[1])]
        if not free:
            return
        kinds = {(note.attributes["id"]) for note in named}
        kind, sure = self._kind(reading, named)
        for chain in _chains(reading, free):
            strong, rule = self._judge(reading, chain, grades)
            for start, end, key in chain:
                ids = self.places[key]
                known = [ids[k] for k in ids if ids[k] in kinds]
                chosen = (
                    ids[kind]
                    if kind in ids and (sure or len(known) != 1)
                    else known[0]
                    if known
                    else next(iter(ids.values()))
                )
                if "fire" in ids and reading.lower.startswith(" fire", end):
                    chosen = ids["fire"]  # the rest of the name is misspelt
                if self._other_body(reading, end):
                    continue
                if home is not None and home in ids.values():
                    chosen, strong = home, True
                yield Annotation(
                    "force",
                    start,
                    end,
                    f"forces.{rule}",
                    {"id": chosen, "kind": self.rows[chosen].kind, "strong": strong, "ids": sorted(ids.values())},
                )

    def _judge(self, reading: Reading, chain: Sequence[Hit], grades: Sequence[Hit]) -> tuple[bool, str]:
        """Whether the context of one or several bare names makes them forces."""
        start, end = chain[0][0], chain[-1][1]
        span = reading.spans[reading.span_at(start)]
        sentence = reading.sentences[reading.sentence_at(start)]
        after = _AFTER.match(reading.lower, end)
        rest = _ASIDE.sub("", after["rest"]) if after else ""
        owner = bool(after and after["owner"])
        if span.start == start and span.end <= end + 1:
            return True, "heading"
        if any(cell_start == start and cell_end <= end + 1 for cell_start, cell_end in span.cells):
            return True, "cell"
        word = _WORD_BEFORE.search(reading.lower, sentence.start, start)
        before = word[1] if word else ""
        if owner:
            return (True, "owner") if self.owned.match(rest) else (False, "county")
        if _OWN_SERVICE.match(rest) or _SHARED_NOUN.match(rest):
            return True, "service"
        if _JOINED.search(reading.lower, sentence.start, start) and _RANKED.search(
            reading.lower, sentence.start, sentence.end
        ):
            return True, "joined"
        if _OFFICE.search(reading.lower, sentence.start, start) or _BESIDE.search(reading.lower, sentence.start, start):
            return True, "beside"
        graded = bool(hits_within(grades, sentence.start, sentence.end))
        if graded and (_BRACKET.match(rest) or _NOR.search(reading.lower, sentence.start, start)):
            return True, "graded"
        if (
            graded
            and _INVERTED.search(reading.lower, sentence.start, start)
            and _INVERTED_END.match(reading.lower, end)
        ):
            return True, "graded"
        if _APPOSED.match(rest):
            return True, "apposed"
        if _MEN_IN.search(reading.lower[sentence.start : start]) and _TOLD.match(reading.lower, end):
            return True, "men"
        placed = before in self.place and not (
            len(chain) > 1 and _BODIES_NEAR.search(reading.lower, sentence.start, start)
        )
        if _BODIES_NEAR.search(reading.lower, sentence.start, start) and before not in ("in", "across", "around"):
            return True, "listed"
        if placed:
            return False, "county"
        if before in self.before and before not in ("and", "or", "with", "from", "said"):
            return True, "object"
        if self.does.match(rest.lstrip()) or rest.startswith((", which ", ", where ")):
            return True, "subject"
        if len(chain) > 1 and rest.lstrip().startswith(("\u2013", "(")):
            return True, "listed"
        return False, "county"

    def _other_body(self, reading: Reading, end: int) -> bool:
        """Whether the name goes on to that of another body: "Kent Police Federation"."""
        after = _AFTER.match(reading.lower, end)
        rest = after["rest"] if after else ""
        if rest.startswith("and crime") or rest.startswith(", fire and crime") or rest.startswith("and fire"):
            return True
        match = self.other.match(rest)
        return bool(match) and not (
            after and after["owner"] == "'s" and match and not match[0].endswith(("crime commissioner", "pcc"))
        )

    def _kind(self, reading: Reading, named: Sequence[Annotation]) -> tuple[str, bool]:
        """Whether the text is about police or fire, and whether that is beyond doubt."""
        fire = sum(note.attributes["kind"] == "fire" for note in named) * 3 + _count(reading.lower, _FIRE)
        police = sum(note.attributes["kind"] == "police" for note in named) * 3 + _count(reading.lower, _POLICE)
        return ("fire" if fire > police else "police"), max(fire, police) >= 3 * min(fire, police)

    def _note(self, start: int, end: int, key: str, rule: str, text: str) -> Annotation:
        return Annotation("force", start, end, rule, {"id": key, "kind": self.rows[key].kind, "strong": True})


def _count(lower: str, words: Mapping[str, int]) -> int:
    return sum(lower.count(word) * weight for word, weight in words.items())


def place_table(rows: Iterable[ForceRow]) -> dict[str, dict[str, str]]:
    """Bare names in lower case, and for each kind the force that they stand for."""
    table: dict[str, dict[str, str]] = {}
    for row in rows:
        for place in row.places:
            table.setdefault(place.lower().replace("&", "and"), {}).setdefault(row.kind, row.id)
    return table


def _chains(reading: Reading, hits: Sequence[Hit]) -> Iterator[list[Hit]]:
    """Bare names that stand in one list."""
    chain: list[Hit] = []
    for hit in hits:
        if (
            chain
            and len(reading.text[chain[-1][1] : hit[0]]) < 12
            and _CHAIN.fullmatch(reading.text[chain[-1][1] : hit[0]])
        ):
            chain.append(hit)
            continue
        if chain:
            yield chain
        chain = [hit]
    if chain:
        yield chain
