"""Noun phrases that name a speaker: a person with role and body, a second mention, a pronoun, or a body.

Enters the stretch of a sentence before or behind a verb of saying; leaves who is meant, as far as the phrase itself
says it. Whom a pronoun or a surname stands for is settled in `assemble`.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.officials.lexicon import Lexicon, Token, tokens_of
from extract.pipes.officials.names import Names
from extract.pipes.officials.opening import Opening
from extract.pipes.officials.phrases import Phrases
from extract.pipes.officials.references import References
from extract.pipes.officials.roles import Roles
from extract.pipes.officials.speaker import Speaker
from extract.pipes.officials.terms import ends_body, is_adverb, is_described, is_fielded
from extract.pipes.officials.words import (
    ADVERBS,
    APPOSED,
    CLAUSES,
    DATED,
    DETERMINERS,
    INTRODUCING,
    LINKS,
    OPENERS,
    PREDICATE,
    PREPOSITIONS,
    PRONOUNS,
    QUARTERS,
    RELATIVE,
    SEATS,
    SUBORDINATING,
    TIMED,
    cut_phrases,
    first_phrase,
    is_one,
    last_phrase,
    without_brackets,
)

_GIVEN = frozenset(("april", "may", "june", "august"))
"""Months by which people are called."""
_COMPLEMENTED = frozenset(("of", "from", "at", "for", "in"))


class People:
    """Parses noun phrases of a reading.

    Args:
        lexicon: Ranks, offices and bodies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.names = Names(lexicon)
        self.roles = Roles(lexicon)
        self.references = References(lexicon, self.roles)
        self.opening = Opening(lexicon, self.names)
        self.phrases = Phrases(lexicon, self.names)

    def name_from(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Offsets of the name that begins at `start`, two words at least."""
        return self.names.find(text, start, end)

    def before(self, text: str, start: int, end: int, *, apposed: bool = False) -> Speaker | None:
        """The subject of a verb that begins at `end`, looked for from `start` on.

        Args:
            apposed: Whether the phrase is to be read as if a comma closed it.
        """
        tokens = _phrase(text, start, end)
        if apposed and tokens and tokens[-1].text != ",":
            tokens.append(Token(",", ",", end, end, False, False))
        while tokens and (
            (tokens[-1].key in ADVERBS and not (tokens[-1].capital and len(tokens) > 1)) or is_adverb(tokens[-1])
        ):
            tokens.pop()
        found = self._subject(text, start, end, tokens)
        begun = found.role[0] if found and found.role else found.start if found else 0
        if len(tokens) < 2 or (found and found.form == "name" and min(begun, found.start) <= tokens[1].start):
            return found  # as most are
        led = self.opening.find(tokens)
        return self._opener(tokens, led, found) if led else found

    def _opener(self, tokens: Sequence[Token], led: tuple[int, int], found: Speaker | None) -> Speaker | None:
        """The person with whom a sentence opens, where the words before its verb were read as somebody or something else."""
        first = tokens[led[0]]
        if found and (found.form == "pronoun" or (found.form in ("name", "surname") and found.start <= first.start)):
            return found
        if (
            found
            and found.form == "name"
            and any(token.end + 1 == found.start and token.key in self.opening.ranks for token in tokens)
        ):
            return found  # "PC Jo Hale, Sgt Al Dean"
        left = tokens[: led[0]]
        comma = max((n for n, token in enumerate(left) if token.text == ","), default=-1)
        person = self.person(left[comma + 1 :], list(tokens[led[0] : led[1]]))
        if person is None or person.start != first.start:
            return found
        behind = [segment for segment in cut_phrases(tokens[led[1] :]) if segment]
        return self.roles.add_behind(person, behind[0]) if behind else person

    def _subject(self, text: str, start: int, end: int, tokens: list[Token]) -> Speaker | None:
        """The subject that the last words before a verb name."""
        texts = [token.text for token in tokens]
        if not SUBORDINATING.isdisjoint(texts):
            clause = next((n for n in range(len(tokens) - 2, -1, -1) if texts[n] in SUBORDINATING), -1)
            if clause >= 0 and "," not in texts[clause:]:
                tokens = tokens[clause + 1 :]  # "a week after HMICFRS"
        if not tokens or tokens[-1].key == "which" or (len(tokens) == 1 and tokens[0].key in OPENERS):
            return None  # "So said Jo Hale"
        if tokens[-1].key in PRONOUNS:
            return Speaker("pronoun", tokens[-1].start, tokens[-1].end)
        if tokens[-1].key == "who" and len(tokens) > 1:
            tokens.pop()
            tokens = last_phrase(tokens)
            if tokens[-1].text != ",":
                tokens.append(Token(",", ",", end, end, False, False))
        segments = cut_phrases(tokens)
        if tokens[-1].text not in (",", "\u2013", "-"):
            if len(segments) > 1 and segments[-1] and segments[-1][0].key in PREDICATE:
                segments.pop()
            else:
                found = self.tail(segments[-1])
                if found and found.form == "name" and len(segments) > 1:
                    found = found if found.role else self.roles.add_above(found, segments[-2], segments[-1])
                return found or (self.lead(text, start, end) if len(segments) < 3 else None)
        segments = [segment for segment in segments if segment]
        named = self._with_apposition(segments) if len(segments) > 1 else None
        if named:
            return named
        for number in range(len(segments) - 1, max(-1, len(segments) - 6), -1):
            segment = segments[number]
            if number and segment[0].key in CLAUSES:
                continue
            found = self.tail(segment)
            if not found or found.form not in ("name", "surname", "body", "role", "private"):
                continue
            behind = segments[number + 1] if number + 1 < len(segments) else []
            if found.form == "name":
                if number and self.spoken_for(segments[number - 1]):
                    return self.tail(segments[number - 1])
                if number and self.roles.is_only_name(segment, found):
                    above = self.roles.add_above(found, segments[number - 1], segment)
                    if (above.role and above.role != found.role) or number + 1 == len(segments):
                        return above
                return self.roles.add_behind(found, behind)
            if number + 1 < len(segments) and segments[number + 1] and segments[number + 1][0].key in RELATIVE:
                return found
            if number and found.form in ("role", "private") and is_one(segments[number - 1]):
                return found
            if found.form == "surname" and (found.title or number + 1 < len(segments)):
                return found
            if number == 0 and found.form in ("body", "role", "private", "surname"):
                body = segments[1] if len(segments) > 1 and segment[-1].text in INTRODUCING else []
                if body and all(token.capital or token.key in LINKS for token in body):
                    return Speaker("body", body[0].start, body[-1].end)  # "A union, Prospect,"
                return found
        return None

    def _with_apposition(self, segments: Sequence[Sequence[Token]]) -> Speaker | None:
        """A name alone before phrases that say who it is: "Jo Hale, a fellow of the Kelling Institute,"."""
        first = segments[1][0]
        if first.capital or not (first.key in APPOSED or first.key.isalpha()):
            return None
        if any(segment[0].key == "and" for segment in segments):
            return None
        words = segments[0]
        if words[0].key in OPENERS and words[0].key not in PREPOSITIONS and len(words) > 1:
            words = words[1:]
        found = self.tail(words)
        if found is None or not self.roles.is_only_name(words, found):
            return None
        if found.form == "name" and words[-2].key not in self.lexicon.first_names and is_described(segments[1]):
            return Speaker("body", found.start, found.end)  # "Safe Home, a local charity,"
        if found.form != "name" and not (found.form == "surname" and found.title):
            return None
        return self.roles.add_behind(found, segments[1])

    def spoken_for(self, segment: Sequence[Token]) -> int:
        """Behind how many words the office stands whose spokesperson a phrase is, before the name of its holder; 0 for none.

        Example: "A spokesman for the commissioner", "A spokesman for Commissioner".
        """
        if not segment or segment[-1].key not in self.lexicon.posts:
            return 0
        keys = [token.key for token in segment]
        if "for" not in keys:
            return 0
        spoken = next((n for n, key in enumerate(keys) if key in self.lexicon.spokespeople), len(keys))
        return spoken + 2 if spoken + 2 < len(keys) and keys[spoken + 1] == "for" else 0

    def behind(self, text: str, start: int, end: int) -> Speaker | None:
        """The subject that follows a verb ending at `start`: "said Chief Constable Jo Hale of Kent Police"."""
        tokens = _phrase(text, start, end)
        if tokens and tokens[0].key in PRONOUNS:
            return Speaker("pronoun", tokens[0].start, tokens[0].end)
        segments = cut_phrases(tokens)
        if tokens and tokens[0].key in ("one", "another") and len(segments[0]) == 1:
            return Speaker("private", tokens[0].start, tokens[0].end, private=True)
        first = self.phrases.find(segments[0], loose=True) if segments and segments[0] else []
        if not first:
            one = segments and segments[0] and segments[0][0].key in ("a", "an", "one", "another")
            return self.references.find(first_phrase(segments[0])) if one else None
        found = self.tail(first)
        rest = segments[0][len(first) :]
        if found and found.form == "name":
            if rest and rest[0].key in ("of", "from", "at"):
                found = self.roles.add_behind(found, rest)
            elif not rest and len(segments) > 1:
                found = self.roles.add_behind(found, segments[1])
            return found
        held = not rest or (found and found.form == "role" and rest[0].key in _COMPLEMENTED)  # "head of intelligence"
        if (found is None or found.form in ("role", "body", "private")) and held and len(segments) > 1:
            name = self.tail(self.phrases.find(segments[1]))
            if name and name.form == "name":
                return self.roles.add_above(name, segments[0], segments[1])
        return found

    def lead(self, text: str, start: int, end: int) -> Speaker | None:
        """The noun phrase with which a sentence begins: its subject where the verb is too far away."""
        tokens = _phrase(text, start, min(end, start + 120))
        if len(tokens) > 1 and tokens[0].capital and tokens[0].key in PREDICATE:
            tokens = tokens[1:]  # "Would she come"
        while tokens and tokens[0].key in OPENERS and not (len(tokens) > 1 and tokens[1].text == ","):
            comma = next((number for number, token in enumerate(tokens) if token.text == ","), 0)
            placed = comma and comma < 5 and tokens[0].key in TIMED and comma + 1 < len(tokens)
            tokens = tokens[comma + 1 :] if placed else tokens[1:]
        if not tokens:
            return None
        if tokens[0].key in PRONOUNS:
            return Speaker("pronoun", tokens[0].start, tokens[0].end)
        found = self._first(tokens)
        led = self.opening.find(tokens) if found is None or found.form == "body" else None
        return self._opener(tokens, led, found) if led else found

    def _first(self, tokens: list[Token]) -> Speaker | None:
        """What the first phrase of a sentence names, with what the second adds."""
        segments = cut_phrases(tokens)
        first = self.phrases.find(segments[0])
        found = self.tail(first) if first else None
        if found and found.form == "name" and len(segments) > 1 and len(first) == len(segments[0]):
            return self.roles.add_behind(found, segments[1])
        if found and found.form in ("role", "body") and len(segments) > 1 and len(first) == len(segments[0]):
            name = self.tail(segments[1])
            if name and name.form == "name" and self.roles.is_only_name(segments[1], name):
                return self.roles.add_above(name, first, segments[1])
        return found

    def tail(self, tokens: Sequence[Token]) -> Speaker | None:
        """What the end of a phrase names."""
        words = list(tokens)
        while words and not words[-1].text[0].isalnum():
            words.pop()
        if not words:
            return None
        seat: tuple[int, int] | None = None
        called = words[0].key not in DETERMINERS or (
            words[1:2] and (words[1].key in self.lexicon.courtesy or words[1].key == "honour")
        )
        while len(words) > 2 and called and words[-1].text in self.lexicon.appended:  # not "the Labour MP"
            letters = words.pop()
            seat = (letters.start, letters.end) if letters.text in self.lexicon.seats else seat
        ahead = self.names.ahead(words)
        behind = words[len(ahead) :]
        if len(ahead) > 1 and behind and behind[0].key in ("of", "from", "at") and self.names.weigh(ahead) > 1:
            first = self.person([], ahead) if all(token.capital or token.key in LINKS for token in behind[1:]) else None
            if first and not any(token.key == "and" for token in behind):
                return self.roles.add_behind(first, behind)  # "Jo Hale of the Kelling Institute"
        name = self._without_complement(words, self.names.at_end(words))
        if name:
            left = words[: len(words) - len(name)]
            found = self.person(left, name)
            if found and found.form == "name" and seat and not found.role:
                found = found._replace(role=seat)
            if found:
                return found
        for number in range(len(words) - 2, max(1, len(words) - 9), -1):
            if words[number].key in _COMPLEMENTED:
                name = self._without_complement(words[:number], self.names.at_end(words[:number]))
                if len(name) > 1 and words[number - 1] is name[-1] and name[-1].key not in ("head", "lead"):
                    found = self.person(words[: number - len(name)], name)
                    return self.roles.add_behind(found, words[number:]) if found else None
        return self.references.find(words)

    def _without_complement(self, words: Sequence[Token], name: list[Token]) -> list[Token]:
        """A name less the words that belong to what stands before it: "MP for Ashford", "the charity Safe Threshold"."""
        if not name or len(name) == len(words):
            return name
        left = words[: len(words) - len(name)]
        while len(name) == 1 and len(left) > 1 and left[-1].capital and left[-1].key in QUARTERS:
            left = left[:-1]  # "of New York", "for Northern Ireland"
        last = left[-1]
        spoken = not self.lexicon.spokespeople.isdisjoint([token.key for token in left])
        if spoken and last.key in self.lexicon.courtesy and len(left) > 1:
            last = left[-2]  # "A spokesman for Ms Hale"
        if last.key in DETERMINERS or last.text in INTRODUCING or (spoken and self.spoken_for(left)):
            return []
        if spoken and last.capital and ends_body(left, self.lexicon.spokespeople, self.lexicon.roles):
            return []
        keys = {token.key for token in left}
        if (
            last.key in ("and", "&")
            and name[0].key not in self.lexicon.first_names
            and is_fielded(left, self.lexicon.heads)
        ):
            return []  # "Lead for Ports and Harbours"
        if last.key not in PREPOSITIONS:
            return name
        if len(name) == 1 or not self.lexicon.spokespeople.isdisjoint(keys):
            return []
        if self.lexicon.callings.isdisjoint(keys):
            return name
        apart = len(name) > 2 and (keys & self.lexicon.seated or name[-2].key in self.lexicon.first_names)
        return name[-2:] if apart else []  # "Minister for Harbour Works Jo Hale"

    def person(self, left: Sequence[Token], name: list[Token]) -> Speaker | None:
        """A person with the role before the name: full name, or surname with a title."""
        left = list(left)
        title, rank = "", None
        if len(left) > 1 and left[-1].text.isdigit() and left[-2].key in self.lexicon.rank_ends:
            left.pop()  # "PC 120 Jo Hale"
        while left:
            key = left[-1].key
            elected = left[-1].text == "MS" and not name[-1].text.isupper()  # of the Senedd
            addressed = key in self.lexicon.courtesy and not elected
            if left[-1].text != "." and not addressed and key not in self.lexicon.military:
                break
            if addressed:
                title = title or key
            elif len(left) > 1 and key == "general" and left[-2].key in self.lexicon.heads:
                break  # "deputy director general Jo Hale"
            elif key in self.lexicon.military and left[-1].capital:
                rank = (left[-1].start, rank[1] if rank else left[-1].end)
            left.pop()
        if left and not title and left[-1].key in self.lexicon.called:
            title = left[-1].key
        if title and len(left) > 2 and left[-2].text in self.lexicon.heads and left[-3].key in self.lexicon.bodies:
            left.pop()  # "Federation rep Sgt Jo Hale"
        if len(left) > 1 and left[-1].key in _GIVEN and left[-1].capital and left[-2].key in self.lexicon.roles:
            name = [left.pop(), *name]  # "PC April Hale"
        seated = (
            left
            and left[-1].key in SEATS
            and len(left) > 1
            and (left[-2].capital or left[-2].key in self.lexicon.heads)
        )
        role, body, private = self.roles.left_of(left[:-1] if seated else left)
        if seated and not role:
            role, body, private = self.roles.left_of(left)
        start, end = name[0].start, name[-1].end
        peer = name[0].key in ("lord", "lady", "baroness")
        kept = name if peer else [token for token in name if token.key not in self.lexicon.honours]
        if len(kept) > 1 and self.names.weigh(kept) > 1:
            return Speaker("name", start, end, title, role, body, private, None, rank)
        if (
            role
            and not title
            and not any(start >= token.start >= role[0] and token.key in self.lexicon.posts for token in left)
        ):
            return None  # "The Independent Office for Police Conduct"
        honoured = name[0].key in self.lexicon.honours
        if honoured and len(name) == 1:
            return None  # "Sir \u2013 Your report"
        if not (title or role or rank or honoured) and name[0].key in DATED:
            return None  # "since March and had raised"
        if title or role or rank or honoured or not left or left[-1].text == "," or left[-1].key in OPENERS:
            return Speaker("surname", start, end, title or ("sir" if honoured else ""), role, body, private)
        return None


def _phrase(text: str, start: int, end: int) -> list[Token]:
    """Words and marks between two offsets, less what stands in brackets."""
    tokens = tokens_of(text, start, end)
    return without_brackets(tokens) if text.find("(", start, end) >= 0 else tokens
