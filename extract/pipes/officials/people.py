"""Noun phrases that name a speaker: a person with role and body, a second mention, a pronoun, or a body.

Enters the stretch of a sentence before or behind a verb of saying; leaves who is meant, as far as the phrase itself
says it. Whom a pronoun or a surname stands for is settled in `assemble`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from extract.pipes.officials.lexicon import Lexicon, Token, tokens_of

Form = Literal["name", "surname", "pronoun", "role", "body", "private"]

_LINKS = frozenset(("of", "and", "for", "the", "in", "to", "&"))
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "this", "that", "one", "another"))
_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we"))
_ADVERBS = frozenset(
    "also then later previously has had have is was were be been being nevertheless however recently first yesterday today"
    " now still meanwhile simply only always once never often further himself herself itself themselves and but or both all"
    " rightly duly again instead too repeatedly publicly privately quickly reportedly apparently have would could will can may might did does".split()
)
_OPENERS = frozenset(
    "but and so yet however meanwhile then later when while as after before although though because if since until for"
    " in on at by speaking last earlier today yesterday also even still nor or now once that which where according".split()
)
_PREDICATE = frozenset("has had have is was were are be been will would could can did does do may might must should said says told".split())
_PREPOSITIONS = frozenset("of in at for from on with by to near".split())
_MODIFIERS = frozenset(
    "branch regional general national local joint interim former senior lead executive vice divisional deputy assistant acting"
    " lay independent temporary co honorary area borough county district parliamentary shadow newly-appointed outgoing".split()
)
_RELATIVE = frozenset("who whose which whom aged of from at in with formerly based pictured speaking".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as one noun phrase says it.

    Args:
        form: `name` for a full name, `surname` for "Mr Cooke" or "Cooke", `pronoun`, `role` for "the chief
            constable" or "a spokesman", `body` for "HMICFRS" or "the report", `private` for "one boy of 15".
        start: Offset of the phrase that stands in the record: name, role or body.
        end: Offset behind it.
        title: Title or rank right before the name, in lower case.
        role: Offsets of the role, or None.
        body: Offsets of the body named with it ("of Dorset Police", "Gwent's"), or None.
        private: Whether the phrase makes a private person of the speaker.
        partner: The second speaker of a joint statement, or None.
    """

    form: Form
    start: int
    end: int
    title: str = ""
    role: tuple[int, int] | None = None
    body: tuple[int, int] | None = None
    private: bool = False
    partner: Speaker | None = None

    def to_plain(self) -> dict[str, Any]:
        """The speaker as plain values."""
        return {
            "form": self.form,
            "start": self.start,
            "end": self.end,
            "title": self.title,
            "role": self.role,
            "body": self.body,
            "private": self.private,
            "partner": self.partner.to_plain() if self.partner else None,
        }


class People:
    """Parses noun phrases of a reading.

    Args:
        lexicon: Ranks, offices and bodies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def before(self, text: str, start: int, end: int, *, apposed: bool = False) -> Speaker | None:
        """The subject of a verb that begins at `end`, looked for from `start` on.

        Args:
            apposed: Whether the phrase is to be read as if a comma closed it.
        """
        tokens = _without_brackets(tokens_of(text, start, end))
        if apposed and tokens and tokens[-1].text != ",":
            tokens.append(Token(",", ",", end, end, False, False))
        while tokens and (tokens[-1].key in _ADVERBS or tokens[-1].key.endswith("ly") and not tokens[-1].capital):
            tokens.pop()
        if not tokens:
            return None
        if tokens[-1].key in _PRONOUNS:
            return Speaker("pronoun", tokens[-1].start, tokens[-1].end)
        if tokens[-1].key == "who" and len(tokens) > 1:
            tokens.pop()
            if tokens[-1].text != ",":
                tokens.append(Token(",", ",", end, end, False, False))
        segments = _segments(tokens)
        if tokens[-1].text not in (",", "\u2013", "-"):
            if len(segments) > 1 and segments[-1] and segments[-1][0].key in _PREDICATE:
                segments.pop()
            else:
                found = self.tail(segments[-1])
                if found and found.form == "name" and len(segments) > 1:
                    first = self._joint(segments[:-1]) if segments[-1][0].key == "and" else None
                    if first:
                        return Speaker(first.form, first.start, first.end, first.title, first.role, first.body, first.private, found)
                    if not found.role:
                        found = self._with_role_above(found, segments[-2], segments[-1])
                return found or (self.lead(text, start, end) if len(segments) < 3 else None)
        segments = [segment for segment in segments if segment]
        for number in range(len(segments) - 1, max(-1, len(segments) - 6), -1):
            segment = segments[number]
            found = self.tail(segment)
            if not found or found.form not in ("name", "surname", "body", "role", "private"):
                continue
            behind = segments[number + 1] if number + 1 < len(segments) else []
            if found.form == "name" and number and segment[0].key == "and":
                found = self._with_role_behind(found, behind)
                first = self._joint(segments[:number])
                if first:
                    return Speaker(first.form, first.start, first.end, first.title, first.role, first.body, first.private, found)
            if found.form == "name":
                if number and self._only_name(segment, found):
                    above = self._with_role_above(found, segments[number - 1], segment)
                    if above.role or number + 1 == len(segments):
                        return above
                return self._with_role_behind(found, behind)
            if number + 1 < len(segments) and segments[number + 1] and segments[number + 1][0].key in _RELATIVE:
                return found
            if found.form == "surname" and (found.title or number + 1 < len(segments)):
                return found
            if number == 0 and found.form in ("body", "role", "private", "surname"):
                return found
        return None

    def _joint(self, segments: Sequence[Sequence[Token]]) -> Speaker | None:
        """The first of two speakers: "Jo Hale, chief inspector, and Al Dean"."""
        for number in range(len(segments) - 1, max(-1, len(segments) - 3), -1):
            found = self.tail(segments[number])
            if found and found.form == "name":
                return self._with_role_behind(found, segments[number + 1] if number + 1 < len(segments) else [])
        return None

    def behind(self, text: str, start: int, end: int) -> Speaker | None:
        """The subject that follows a verb ending at `start`: "said Chief Constable Jo Hale of Kent Police"."""
        tokens = _without_brackets(tokens_of(text, start, end))
        if tokens and tokens[0].key in _PRONOUNS:
            return Speaker("pronoun", tokens[0].start, tokens[0].end)
        segments = _segments(tokens)
        first = self._noun_phrase(segments[0]) if segments and segments[0] else []
        if not first:
            return None
        found = self.tail(first)
        rest = segments[0][len(first) :]
        if found and found.form == "name":
            if rest and rest[0].key in ("of", "from", "at"):
                found = self._with_role_behind(found, rest)
            elif not rest and len(segments) > 1:
                found = self._with_role_behind(found, segments[1])
            return found
        if (found is None or found.form in ("role", "body", "private")) and not rest and len(segments) > 1:
            name = self.tail(self._noun_phrase(segments[1]))
            if name and name.form == "name":
                return self._with_role_above(name, first, segments[1])
        return found

    def lead(self, text: str, start: int, end: int) -> Speaker | None:
        """The noun phrase with which a sentence begins: its subject where the verb is too far away."""
        tokens = _without_brackets(tokens_of(text, start, min(end, start + 160)))
        while tokens and tokens[0].key in _OPENERS and not (len(tokens) > 1 and tokens[1].text == ","):
            tokens = tokens[1:]
        if not tokens:
            return None
        if tokens[0].key in _PRONOUNS:
            return Speaker("pronoun", tokens[0].start, tokens[0].end)
        segments = _segments(tokens)
        first = self._noun_phrase(segments[0])
        found = self.tail(first) if first else None
        if found and found.form == "name" and len(segments) > 1 and len(first) == len(segments[0]):
            return self._with_role_behind(found, segments[1])
        if found and found.form in ("role", "body") and len(segments) > 1 and len(first) == len(segments[0]):
            name = self.tail(segments[1])
            if name and name.form == "name" and self._only_name(segments[1], name):
                return self._with_role_above(name, first, segments[1])
        return found

    def tail(self, tokens: Sequence[Token]) -> Speaker | None:
        """What the end of a phrase names."""
        words = list(tokens)
        while words and not words[-1].text[0].isalnum():
            words.pop()
        if not words:
            return None
        name = self._name_at_end(words)
        left = words[: len(words) - len(name)]
        if len(name) == 1 and left and left[-1].key in _PREPOSITIONS:
            name = []
        if name:
            return self._person(left, name)
        for number in range(len(words) - 2, max(1, len(words) - 9), -1):
            if words[number].key in ("of", "from", "at", "for", "in"):
                name = self._name_at_end(words[:number])
                if len(name) > 1 and words[number - 1] is name[-1]:
                    found = self._person(words[: number - len(name)], name)
                    return self._with_role_behind(found, words[number:]) if found else None
        return self._reference(words)

    def name_from(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Offsets of the name that begins at `start`, two words at least."""
        if not text[start : start + 1].isupper():
            return None
        tokens = tokens_of(text, start, end, 6)
        name: list[Token] = []
        for number, token in enumerate(tokens[:5]):
            before = name[-1] if name else None
            ahead = tokens[number + 1] if number + 1 < len(tokens) else None
            last = ahead is None or not ahead.capital or ahead.key in self.lexicon.not_names
            if token.key in self.lexicon.honours and not name:
                name.append(token)
            elif self.lexicon.is_name(token, last=last, before=before):
                name.append(token)
                if token.owner:
                    break
            else:
                break
        while name and len(name[-1].text) == 1:
            name.pop()
        if len(name) < 2:
            return None
        stop = name[-1].end - (2 if name[-1].text.lower().endswith("'s") else 0)
        return name[0].start, stop

    def _name_at_end(self, words: Sequence[Token]) -> list[Token]:
        name: list[Token] = []
        for number in range(len(words) - 1, max(-1, len(words) - 6), -1):
            token = words[number]
            before = words[number - 1] if number else None
            if token.key in self.lexicon.honours and name:
                name.insert(0, token)
                break
            if not self.lexicon.is_name(token, last=not name, before=before):
                break
            if token.owner and not name:
                break
            if name and token.key in self.lexicon.places and before is not None and before.key in _PREPOSITIONS:
                break
            name.insert(0, token)
        while name and len(name[0].text) == 1:
            name.pop(0)
        return name

    def _person(self, left: list[Token], name: list[Token]) -> Speaker | None:
        title = ""
        if left and left[-1].key.rstrip(".") in self.lexicon.titles and left[-1].key not in self.lexicon.honours:
            title = left[-1].key
            if title in self.lexicon.courtesy:
                left = left[:-1]
        if left and left[-1].text == ".":
            left = left[:-1]
        role, body, private = self._role_left(left)
        start, end = name[0].start, name[-1].end
        full = len([token for token in name if token.key not in self.lexicon.honours]) > 1
        if full:
            return Speaker("name", start, end, title, role, body, private)
        honoured = name[0].key in self.lexicon.honours
        if title or role or honoured or not left or left[-1].text == "," or left[-1].key in _OPENERS:
            return Speaker("surname", start, end, title or ("sir" if honoured else ""), role, body, private)
        return None

    def _role_left(self, left: Sequence[Token]) -> tuple[tuple[int, int] | None, tuple[int, int] | None, bool]:
        """Role and body that stand before a name, and whether the role is a private person's."""
        taken: list[Token] = []
        for token in reversed(left):
            if token.text == "," and len(taken) and taken[0].key == "fire" and left.index(token) and left[left.index(token) - 1].key == "police":
                taken.insert(0, token)
                continue
            word = token.capital or token.key in self.lexicon.roles or token.key in self.lexicon.private or token.owner or token.key in _MODIFIERS
            if not (word or token.key in _LINKS or token.key in self.lexicon.bodies):
                break
            taken.insert(0, token)
        return self.role_of(taken)

    def role_of(self, phrase: Sequence[Token]) -> tuple[tuple[int, int] | None, tuple[int, int] | None, bool]:
        """Offsets of the role and of the body that a phrase holds, and whether the role is a private person's."""
        taken = list(phrase)
        while taken and (
            taken[0].key in _LINKS
            or taken[0].key in _DETERMINERS and not (len(taken) > 1 and taken[1].key == "majesty")
            or taken[0].key in _OPENERS
            or not taken[0].text[0].isalnum()
        ):
            taken = taken[1:]
        while taken and (taken[-1].key in _LINKS or not taken[-1].text[0].isalnum()):
            taken = taken[:-1]
        body: tuple[int, int] | None = None
        for number, token in enumerate(taken):
            if token.owner and token.key != "majesty" and number + 1 < len(taken) and token.key not in ("children", "women", "men", "people", "world", "king", "queen"):
                body = (taken[0].start, token.end - (2 if token.text.lower().endswith("'s") else 1))
                taken = taken[number + 1 :]
                break
        while taken and taken[0].key in ("own", "new", "then", "former"):
            taken = taken[1:]
        if not taken:
            return None, body, False
        ranked = self._ranked(taken)
        if ranked:
            prefix = taken[:ranked]
            if prefix and all(token.key in self.lexicon.places or token.key in self.lexicon.bodies or token.key in _LINKS for token in prefix):
                body = (prefix[0].start, prefix[-1].end)
                taken = taken[ranked:]
        keys = {token.key for token in taken}
        if not keys & self.lexicon.roles:
            private = bool(keys & self.lexicon.private)
            return None, body, private
        private = taken[-1].key in self.lexicon.private and not keys & (self.lexicon.heads - self.lexicon.private)
        return (taken[0].start, taken[-1].end), body, private

    def _ranked(self, taken: Sequence[Token]) -> int | None:
        """Number of the token with which a rank begins that ends the phrase."""
        if not taken:
            return None
        phrase = " ".join(token.key for token in taken)
        match = self.lexicon.rank.search(phrase)
        return phrase[: match.start()].count(" ") if match else None

    def _only_name(self, segment: Sequence[Token], found: Speaker) -> bool:
        words = [token for token in segment if token.start < found.start and token.text[0].isalnum()]
        return all(token.key in self.lexicon.courtesy or token.key in self.lexicon.titles or token.key == "deputy" for token in words)

    def _with_role_above(self, found: Speaker, segment: Sequence[Token], own: Sequence[Token]) -> Speaker:
        """A name with the role in the segment before it: "Its chief, Jo Hale"."""
        words = [token for token in segment]
        role, body, private = self._role_phrase(words)
        if role is None and not private:
            return found
        return Speaker(found.form, found.start, found.end, found.title, role, found.body or body, private)

    def _role_phrase(self, words: Sequence[Token]) -> tuple[tuple[int, int] | None, tuple[int, int] | None, bool]:
        """The role with which a segment ends, complements included: "lead member for children"."""
        start = len(words)
        for number in range(len(words) - 1, -1, -1):
            token = words[number]
            if token.key in _DETERMINERS or token.owner:
                start = number
                while start and (words[start - 1].capital or words[start - 1].owner or words[start - 1].key in ("'", "the")):
                    start -= 1
                break
            if not token.text[0].isalnum() and token.text not in ("-", "'"):
                break
            start = number
        return self.role_of(words[start:])

    def _with_role_behind(self, found: Speaker, segment: Sequence[Token]) -> Speaker:
        """A name with the role or body behind it: "Jo Hale, chair of the panel", "of Dorset Police"."""
        words = [token for token in segment if token.text not in ("(", ")")]
        if not words:
            return found
        first = words[0].key
        if first in ("of", "from", "at", "for"):
            capitals = [token for token in words[1:] if token.key not in ("the",)]
            run = []
            for token in capitals:
                if token.capital or token.key in _LINKS or token.key in self.lexicon.bodies:
                    run.append(token)
                else:
                    break
            while run and run[-1].key in _LINKS:
                run.pop()
            if run and (any(token.key in self.lexicon.bodies for token in run)):
                return Speaker(found.form, found.start, found.end, found.title, found.role, found.body or (run[0].start, run[-1].end), found.private)
            return found
        if first in ("who", "which", "whose") or first.isdigit():
            body = self._body_in(words) if first == "who" else None
            return Speaker(found.form, found.start, found.end, found.title, found.role, found.body or body, found.private) if body else found
        if found.role and found.title not in self.lexicon.titles or first in ("his", "her", "their"):
            return found
        role, body, private = self.role_of(words)
        heads = {token.key for token in words} & (self.lexicon.heads | self.lexicon.spokespeople)
        if role is None or not heads:
            private = private or bool({token.key for token in words[:4]} & self.lexicon.private)
            if all(token.capital or token.key in _LINKS for token in words) and any(token.key in self.lexicon.bodies for token in words):
                body = (words[0].start, words[-1].end)
            return Speaker(found.form, found.start, found.end, found.title, found.role, found.body or body, found.private or private)
        body = body or self._body_in(words)
        return Speaker(found.form, found.start, found.end, found.title, role, body or found.body, private)

    def _body_in(self, words: Sequence[Token]) -> tuple[int, int] | None:
        """The body that a role belongs to: capitals that hold "Council", "Federation" or the like."""
        run: list[Token] = []
        best: list[Token] = []
        for number, token in enumerate(words):
            if token.capital or (run and token.key in ("of", "and", "for", "the", "&") and number + 1 < len(words) and words[number + 1].capital):
                run.append(token)
            else:
                best = best or self._as_body(run)
                run = []
        best = best or self._as_body(run)
        if best:
            return best[0].start, best[-1].end
        for number, token in enumerate(words):
            if token.key in ("charity", "union", "company", "campaign") and number + 1 < len(words) and words[number + 1].capital:
                rest = [word for word in words[number + 1 :] if word.capital or word.key in _LINKS]
                return rest[0].start, rest[-1].end
        return None

    def _as_body(self, run: list[Token]) -> list[Token]:
        while run and run[-1].key in _LINKS:
            run = run[:-1]
        if any(token.key in self.lexicon.bodies for token in run):
            roles = [number for number, token in enumerate(run) if token.key in ("of", "for", "at") and any(t.key in self.lexicon.heads for t in run[:number])]
            return run[roles[0] + 1 :] if roles else run
        return []

    def _noun_phrase(self, tokens: Sequence[Token]) -> list[Token]:
        """The longest beginning of a phrase that can be a name with its role."""
        taken: list[Token] = []
        for number, token in enumerate(tokens):
            ahead = tokens[number + 1] if number + 1 < len(tokens) else None
            if token.capital or token.key in self.lexicon.roles or token.key in self.lexicon.private or token.key in self.lexicon.bodies or token.owner or token.key in ("head", "report", "letter", "inspectors", "review", "young", "senior"):
                taken.append(token)
            elif token.key in _DETERMINERS and (not taken or taken[-1].key in _LINKS):
                taken.append(token)
            elif token.key in ("of", "and", "for", "in", "the", "to", "&", "at", "on") and taken and ahead is not None and (
                ahead.capital or ahead.key in self.lexicon.roles or ahead.key in self.lexicon.bodies or ahead.key in _DETERMINERS
            ):
                taken.append(token)
            elif not taken and token.key not in _LINKS and ahead is not None and token.text.isalpha() and token.key in ("local", "national", "former", "retired", "branch", "regional", "general"):
                taken.append(token)
            else:
                break
        while taken and taken[-1].key in _LINKS | _DETERMINERS:
            taken.pop()
        return taken

    def _reference(self, words: list[Token]) -> Speaker | None:
        """A phrase without a name: a body, an office, a private person."""
        start = len(words)
        for number in range(len(words) - 1, -1, -1):
            token = words[number]
            if not token.text[0].isalnum() and token.text not in ("'", "-", "/"):
                break
            start = number
        phrase = words[start:]
        while phrase and phrase[0].key in _OPENERS and len(phrase) > 1:
            phrase = phrase[1:]
        if not phrase or len(phrase) > 16:
            return None
        spoken = next((n for n, token in enumerate(phrase) if token.key in self.lexicon.spokespeople), -1)
        if spoken >= 0:
            return self._spokesperson(phrase, spoken)
        if any(token.key in _PREDICATE or token.key in _PRONOUNS for token in phrase[:-1]) or not self._nominal(phrase):
            return None
        if phrase[0].key == "one" and len(phrase) > 3 and phrase[1].key == "of":
            return Speaker("private", phrase[0].start, phrase[-1].end, private=True)
        content = phrase[1:] if phrase[0].key in _DETERMINERS and len(phrase) > 1 else phrase
        cut = next((n for n, token in enumerate(content) if token.key in ("who", "which", "that")), len(content))
        content = content[:cut]
        if not content:
            return None
        stop = next((n for n, token in enumerate(content) if token.key in ("of", "for", "in", "from", "at", "with", "aged") and n), len(content))
        head = content[stop - 1]
        if head.key in self.lexicon.private and not (head.capital and stop > 1) and phrase[0].key != "the":
            kept = content[:stop] if stop < len(content) and content[stop].key in ("at", "in", "from", "with") else content
            return Speaker("private", kept[0].start, kept[-1].end, private=True)
        if head.key in ("mother", "father", "mum", "dad", "parents", "family", "widow", "widower", "son", "daughter", "brother", "sister"):
            return Speaker("private", content[0].start, content[-1].end, private=True)
        if head.key in self.lexicon.heads and (phrase[0].key in _DETERMINERS or content[0].owner or head.key in self.lexicon.police):
            role, body, private = self.role_of(content)
            if role:
                anonymous = phrase[0].key in ("a", "an", "one", "another")
                return Speaker("private" if private and anonymous else "role", role[0], role[1], "anonymous" if anonymous else "", role, body or self._body_in(content), private)
        return Speaker("body", content[0].start, content[-1].end)

    def _nominal(self, phrase: Sequence[Token]) -> bool:
        """Whether a phrase can be a body or a person: it begins as a noun phrase and its head is a name or a known noun."""
        first = phrase[0]
        if not (first.capital or first.key in _DETERMINERS or first.owner or first.key in self.lexicon.voiced or len(phrase) == 1):
            return False
        head = next((phrase[n - 1] for n in range(1, len(phrase)) if phrase[n].key in ("of", "for", "in", "from", "at", "with", "who")), phrase[-1])
        known = self.lexicon.known
        last = phrase[-1]
        return any(word.capital or word.key in known or word.key.rstrip("s") in known for word in (head, last))

    def _spokesperson(self, phrase: Sequence[Token], spoken: int) -> Speaker:
        word = phrase[spoken]
        start = word.start
        if spoken + 1 < len(phrase) and phrase[spoken].key == "press":
            start = phrase[spoken].start
        before = [token for token in phrase[:spoken] if token.key not in _DETERMINERS]
        after = phrase[spoken + 1 :]
        body: tuple[int, int] | None = None
        if after and after[0].key in ("for", "from", "of", "at") and len(after) > 1:
            rest = after[1:]
            if rest[0].key in _DETERMINERS and len(rest) > 1:
                rest = rest[1:]
            body = (rest[0].start, rest[-1].end)
        elif before:
            end = before[-1].end
            if before[-1].owner:
                end -= 2 if before[-1].text.lower().endswith("'s") else 1
            body = (before[0].start, end)
        return Speaker("role", start, word.end, "anonymous", (start, word.end), body)


def _without_brackets(tokens: list[Token]) -> list[Token]:
    if not any(token.text == "(" for token in tokens):
        return tokens
    kept, depth = [], 0
    for token in tokens:
        if token.text == "(":
            depth += 1
        elif token.text == ")" and depth:
            depth -= 1
        elif not depth:
            kept.append(token)
    return kept


def _segments(tokens: Sequence[Token]) -> list[list[Token]]:
    """Stretches between commas and dashes; the comma in "Police, Fire and Crime" parts nothing."""
    found: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        if token.text in (",", "\u2013", ";", ":", "|"):
            ahead = tokens[number + 1].key if number + 1 < len(tokens) else ""
            if not (ahead == "fire" and found[-1] and found[-1][-1].key == "police"):
                found.append([])
                continue
        found[-1].append(token)
    return found
