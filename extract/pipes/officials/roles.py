"""Roles and bodies beside a name: "Chief Constable of Kent", ", chair of the panel", "of Dorset Police".

Enters the tokens around a name; leaves offsets of role and body. It finds no names.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.officials import terms
from extract.pipes.officials.bodies import BodyNames
from extract.pipes.officials.lexicon import Lexicon, Token
from extract.pipes.officials.speaker import Speaker
from extract.pipes.officials.words import (
    CHIEFS,
    DESCRIBING,
    DETERMINERS,
    INTRODUCING,
    LEADS,
    LEADS_BODY,
    LINKS,
    MODIFIERS,
    NEVER_NOUNS,
    NO_OWNERS,
    OPENERS,
    PREDICATE,
    SAYINGS,
    goes_on,
)

_BECOMES = frozenset(("is", "was", "becomes", "became", "been", "remains", "chairs"))
_NAMES_PLACE = 3
"""Under how many words the place is named whose officer somebody is: "Chief Constable Jo Hale of Durham"."""
_PASSIVE = frozenset(("is", "was", "been"))
_MADE = frozenset(("appointed", "named", "made", "elected"))
"""Words by which somebody comes into an office: "who was appointed Chief Constable in 2015"."""
_DESCRIBED = 6
"""Within how many words a body is described before its name: "from the children's charity Stand Tall"."""
_VERBS = frozenset(("told", "said", "says", "with", "by", "from", "that", "who", "when", "as", "met", "asked"))
_JOINING = frozenset(("of", "and", "for", "&"))
_IN_S = frozenset(("Barnardo's", "Lloyd's"))
"""Names that end like owners."""
_OF_KIND = ("al", "ic", "ive", "ary", "ory")
_SAID = frozenset(("said", "says", "told", "tells", "added", "adds"))
_PLURALS = frozenset(
    ("children", "women", "men", "people", "world", "king", "queen", "victim", "victims", "veterans", "mayor's")
)
_PLACED = frozenset(("of", "at", "for", "in", "with"))
_NO_BEGINNING = LINKS | OPENERS | PREDICATE | {"both", "neither", "either"}
_UNKNOWN_TO_OFFICES = PREDICATE | NEVER_NOUNS


class Roles:
    """Finds role and body around a name.

    Args:
        lexicon: Ranks, offices and bodies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.owning = lexicon.places | lexicon.bodies | LINKS
        self.addressing = lexicon.courtesy | lexicon.titles | {"deputy"}
        self.before = lexicon.roles | lexicon.private | lexicon.bodies | MODIFIERS | LINKS
        self.bodies = BodyNames(lexicon)
        self.body_in = self.bodies.find

    def role_of(self, phrase: Sequence[Token]) -> tuple[tuple[int, int] | None, tuple[int, int] | None, bool]:
        """Offsets of the role and of the body that a phrase holds, and whether the role is a private person's."""
        first, last = 0, len(phrase)
        while first < last:
            token, ahead = phrase[first], phrase[first + 1] if first + 1 < last else None
            text, key = token.text, token.key
            if (
                text[0].isalnum()
                and key not in _NO_BEGINNING
                and (key not in DETERMINERS or (ahead is not None and ahead.key in terms.ADDRESSED))
                and not (token.owner and key in NO_OWNERS and key != "majesty")  # "Here's"
                and text not in ("whose", "Whose")
                and not (text in terms.BIDDING and terms.is_bidding(ahead))
            ):
                break
            first += 1
        while first < last and (phrase[last - 1].key in LINKS or not phrase[last - 1].text[0].isalnum()):
            last -= 1
        taken = list(phrase[first:last])
        body: tuple[int, int] | None = None
        if True in [token.owner for token in taken]:
            body, taken = self._owned(taken)
        while taken and (taken[0].key in self.lexicon.qualities or taken[0].text in ("-", ".")):
            if terms.is_in_name(taken, self.lexicon.roles):
                break
            taken = taken[1:]
        if not taken:
            return None, body, False
        if self._owns(taken[0]) and (taken[0].capital or body is None) and (ranked := self._ranked(taken)):
            prefix = taken[:ranked]
            own = prefix[-1].text
            inspects = own.isupper() and (taken[-1].key == "inspector" or own.startswith("HM"))  # "HMI chief Jo Hale"
            if all(map(self._owns, prefix)) and not inspects:
                body = (prefix[0].start, prefix[-1].end)
                taken = taken[ranked:]
        keys = [token.key for token in taken]
        if (
            taken[-1].key in ("man", "woman")
            and len(taken) > 1
            and not self.lexicon.bodies.isdisjoint(keys)
            and taken[-2].capital
        ):
            return None, (taken[0].start, taken[-2].end), False  # "Fire Brigades Union man"
        if self.lexicon.roles.isdisjoint(keys):
            private = not self.lexicon.private.isdisjoint(keys)
            sent = body is not None and taken[0].key in ("man", "woman")  # "The union's man in Kent"
            return None, body, private and not sent
        if taken[0].key == "retired" and taken[-1].key in self.lexicon.trades and self._ranked(taken) is None:
            return None, body, True
        private = taken[-1].key in self.lexicon.private and self.lexicon.official.isdisjoint(keys)
        titled = taken[-1].capital and keys[-1] == "officer" and len(taken) > 1  # "On-call Support Officer"
        return (taken[0].start, taken[-1].end), body, private and not titled

    def _owned(self, taken: list[Token]) -> tuple[tuple[int, int] | None, list[Token]]:
        """The body whose office a phrase holds, and the words behind it: "Kent Police's chief"."""
        for number, token in enumerate(taken):
            if token.key in ("of", "for", "at") and number and taken[number - 1].key in self.lexicon.offices:
                break  # "co-ordinator of the county's visitors"
            if (
                token.owner
                and token.key not in NO_OWNERS
                and (token.key not in _PLURALS or terms.owns_office(taken, number, self.lexicon.heads))
                and not (
                    number + 1 < len(taken)
                    and taken[number + 1].capital
                    and taken[number + 1].key in self.lexicon.owned
                )
            ):
                own = max((n + 1 for n, word in enumerate(taken[:number]) if word.key in DETERMINERS), default=0)
                ending = 2 if token.text.lower().endswith("'s") else 1
                return (taken[own].start, token.end - (0 if token.text in _IN_S else ending)), taken[number + 1 :]
        return None, taken

    def _owns(self, token: Token) -> bool:
        """Whether a word before a rank can be of the body that has it: "A PSNI superintendent"."""
        text, key = token.text, token.key
        return key in self.owning or (text.isupper() and len(text) > len("HM"))

    def left_of(self, left: Sequence[Token]) -> tuple[tuple[int, int] | None, tuple[int, int] | None, bool]:
        """Role and body that stand before a name, and whether the role is a private person's."""
        taken: list[Token] = []
        for number in range(len(left) - 1, -1, -1):
            token = left[number]
            text, key, capital = token.text, token.key, token.capital and token.key not in terms.WHENS
            if key == "and" and taken and number > 1:
                before = left[number - 1]
                if (
                    self.lexicon.is_name(before, last=True, before=left[number - 2])
                    and taken[0].key in self.lexicon.roles
                ):
                    break  # "PC Jo Hale and Sgt Al Dean"
                known = before.key in self.lexicon.before_names
                if before.capital and not known and taken[0].key in self.lexicon.opening:
                    break  # "at Salford Central and Crew Manager Jo Hale"
            if text == "," and taken and number and goes_on(left[number - 1], taken[0]):
                taken.insert(0, token)
                continue
            if key in ("of", "from", "by") and number and left[number - 1].key in SAYINGS:
                break  # "Response of Chief Constable Jo Hale"
            if (
                key in terms.GOVERNING
                and taken
                and taken[0].key in terms.CROWN
                and self.lexicon.heads.isdisjoint(w.key for w in left[:number])
            ):
                break  # "the second State of Fire for HMI Jo Hale"
            if text[-1].isdigit() or (key == "to" and number and left[number - 1].key == "thanks"):
                break  # "Q14 The Convener", "Thanks to Chief Constable Jo Hale"
            titled = taken and text.islower() and taken[0].capital and taken[0].key in self.lexicon.titles
            if titled and key not in MODIFIERS:
                break  # "dog handler PC"
            if not (capital or token.owner or key in self.before or self._qualifies(left, number, taken)):
                break  # "Last October Superintendent Jo Hale"
            taken.insert(0, token)
        found = self.role_of(taken)
        headed = found[2] or (found[0] and not self.lexicon.posts.isdisjoint([token.key for token in taken]))
        return found if headed else self._with_complement(left) or found

    def _qualifies(self, left: Sequence[Token], number: int, taken: Sequence[Token]) -> bool:
        """Whether an unknown noun belongs to the office behind it: "Labour home affairs spokesman"."""
        token = left[number]
        if not token.text.isalpha() or token.key in _UNKNOWN_TO_OFFICES or token.key.endswith(("ed", "ly", "ing")):
            return False
        if taken and taken[0].owner and number and left[number - 1].capital:
            return True  # "Hywel Dda health board's Jo Hale"
        headed = any(word.key in self.lexicon.heads for word in taken[:2])
        if not taken or taken[0].capital or taken[0].key in LINKS or not headed or token.key in _VERBS:
            return False
        if token.key.endswith(_OF_KIND) and number and left[number - 1].key in _SAID:
            return True  # "said musical director Jo Hale"
        start = number
        while (
            start and left[start - 1].text.islower() and left[start - 1].key not in DETERMINERS and number - start < 2
        ):
            start -= 1
        before = left[start - 1] if start else None
        return before is not None and (
            before.owner
            or before.key in DETERMINERS
            or (before.capital and (before.key in self.lexicon.not_names or start == 1))
        )

    def _with_complement(
        self, left: Sequence[Token]
    ) -> tuple[tuple[int, int] | None, tuple[int, int] | None, bool] | None:
        """A role whose complement runs to the name: "Chief nurse at the integrated care board Jo Hale"."""
        for number in range(len(left) - 2, max(-1, len(left) - 9), -1):
            token = left[number]
            if token.key in PREDICATE or not token.text[0].isalnum():
                return None
            if token.key in self.lexicon.heads and left[number + 1].key in _PLACED:
                role, body, private = self.left_of(left[: number + 1])
                return ((role[0], left[-1].end), body, private) if role else None
        return None

    def _ranked(self, taken: Sequence[Token]) -> int | None:
        """Number of the token with which a rank begins that ends the phrase."""
        if not taken:
            return None
        last = taken[-1].key
        if last.isalpha() and last not in self.lexicon.rank_ends:
            return None
        phrase = " ".join([token.key for token in taken])
        match = self.lexicon.rank.search(phrase)
        return phrase[: match.start()].count(" ") if match else None

    def is_only_name(self, segment: Sequence[Token], found: Speaker) -> bool:
        """Whether a segment holds a name and its title alone."""
        words = [token for token in segment if token.start < found.start and token.text[0].isalnum()]
        return all(token.key in self.addressing for token in words)

    def add_above(self, found: Speaker, segment: Sequence[Token], own: Sequence[Token]) -> Speaker:
        """A name with the role in the segment before it: "Its chief, Jo Hale"."""
        words = list(segment)
        if found.role and found.title in terms.RANKS and not terms.ON_CASE.isdisjoint([token.key for token in words]):
            return found  # "The officer in the case, PC Jo Hale"
        role, body, private = self._role_phrase(words)
        if role and body is None and not CHIEFS.isdisjoint([token.key for token in words]):
            body = self.body_in(words)  # "The NPCC lead for custody, Deputy Chief Constable Jo Hale"
        if role is None and not private:
            sent = body and {token.key for token in words} & {"man", "woman"}  # "The union's man in Kent"
            return found._replace(body=found.body or body) if sent else found
        return found._replace(role=role, body=found.body or body, private=private)

    def _role_phrase(self, words: Sequence[Token]) -> tuple[tuple[int, int] | None, tuple[int, int] | None, bool]:
        """The role with which a segment ends, complements included: "lead member for children"."""
        start = len(words)
        for number in range(len(words) - 1, -1, -1):
            token = words[number]
            inner = token.key in DETERMINERS and number and words[number - 1].key in ("of", "for")
            inner = inner or (token.text == "the" and terms.is_further(words, number))
            if inner and {word.key for word in words[:number]} & self.lexicon.heads:
                start = number
                continue
            if token.owner and number + 1 < len(words) and words[number + 1].key in self.lexicon.owned:
                start = number
                continue
            if token.owner and token.capital and (token.key in _PLURALS or token.text.endswith("s'")):
                start = number  # "director of the Children's Rights Alliance"
                continue
            if token.key in DETERMINERS or token.owner:
                start = number
                while (
                    token.owner
                    and start
                    and (
                        words[start - 1].capital
                        or words[start - 1].owner
                        or words[start - 1].key in ("'", "the")
                        or (start > 1 and words[start - 1].key in _JOINING and words[start - 2].capital)
                    )
                ):
                    start -= 1  # "Royal College of Nursing's director"
                headed = {word.key for word in words[: max(0, start - 1)]} & self.lexicon.heads
                if token.owner and headed and words[start - 1].key in ("of", "for"):
                    continue  # "chair of Kent Police's scrutiny panel"
                break
            if token.text == "," and start < len(words) and number and goes_on(words[number - 1], words[start]):
                continue
            if not token.text[0].isalnum() and token.text not in ("-", "'"):
                break
            start = number
        clause = next((n for n in range(start + 1, len(words)) if words[n].key.startswith("who")), len(words))
        found = self.role_of(words[start:clause])
        if found[0] is None and found[2] is False:  # "Its branch chairman at the jail"
            stop = next((n for n in range(1, start) if words[n].key in ("at", "in", "on", "with")), 0)
            heads = {token.key for token in words[:stop]} & (self.lexicon.heads | {"man", "woman"})
            if heads:
                return self.role_of(terms.from_owner(words[:stop]))
            clause = next((n for n in range(1, len(words)) if words[n].key == "who"), 0)
            if {token.key for token in words[:clause]} & self.lexicon.heads:  # "The inspector who led the visit"
                return self.role_of(terms.from_owner(words[:clause]))
            spoken = next((n for n, token in enumerate(words[:-2]) if token.key in self.lexicon.spokespeople), -1)
            if spoken >= 0 and words[spoken + 1].key in ("for", "from", "at"):  # "A spokesman for the mayor's office"
                return (words[spoken].start, words[spoken].end), (words[spoken + 2].start, words[-1].end), False
        return found

    def add_behind(self, found: Speaker, segment: Sequence[Token]) -> Speaker:
        """A name with the role or body behind it: "Jo Hale, chair of the panel", "of Dorset Police"."""
        words = terms.until_time([token for token in segment if token.text not in ("(", ")")])
        if not words or words[0].key in _SAID or (found.role is None and terms.is_address(words)):
            return found
        first = words[0].key
        if first in terms.SPEAKING and len(words) > 2 and words[1].key in ("for", "on"):
            behalf = 3 if words[1].key == "on" and words[2].key == "behalf" else 1
            return self.add_behind(found, words[behalf:]) if behalf == 1 or len(words) > behalf else found
        if first in ("of", "from", "at", "for"):
            if len(words) > 3 and words[1].key == "our" and words[-1].key in terms.PARTS and not found.body:
                return found._replace(body=(words[1].start, words[-1].end))  # "from our Ports Team"
            sorts = (t.key in DESCRIBING and t.text.islower() and not t.owner for t in words[:_DESCRIBED])
            told = next((n for n, sort in enumerate(sorts) if sort), 0)
            told = told if all(token.text.islower() for token in words[:told]) else 0
            capitals = [token for token in words[1 + told :] if token.key not in ("the",)]
            if told and capitals and capitals[0].capital:
                end = next((n for n, t in enumerate(capitals) if not (t.capital or t.key in LINKS)), len(capitals))
                return found._replace(body=found.body or (capitals[0].start, capitals[end - 1].end))
            run: list[Token] = []
            for token in capitals:
                ahead = capitals[len(run) + 1] if token.key == "and" and len(run) + 1 < len(capitals) else None
                if ahead and ahead.key in self.lexicon.first_names:
                    break  # "Jo Hale of Wold Law Centre and Al Dean"
                if token.capital or token.key in LINKS or token.key in self.lexicon.bodies:
                    run.append(token)
                else:
                    break
            while run and run[-1].key in LINKS:
                run.pop()
            owner = next((n for n, token in enumerate(run[:-1]) if token.owner and token.key not in _PLURALS), -1)
            if owner >= 0 and run[owner + 1].key in self.lexicon.places and run[owner].text.endswith("'s"):
                # "of Unison's Kent Police branch"
                return found._replace(body=found.body or (run[0].start, run[owner].end - 2))
            if run and run[0].owner and run[0].text.islower() and run[0].key in self.lexicon.bodies:
                end = run[0].end - (2 if run[0].text.endswith("'s") else 1)
                return found._replace(body=found.body or (run[0].start, end))  # "from the union's London branch"
            known = any(token.capital for token in run) and any(token.key in self.lexicon.bodies for token in run)
            while len(run) > 1 and run[0].text in INTRODUCING:
                run.pop(0)
            placed = found.role is not None and not found.private and first == "of" and len(run) < _NAMES_PLACE
            if (
                known
                or (not (found.role or found.private) and self.bodies.is_plain(run))
                or any(token.text == "&" for token in run[1:-1])  # "of Lyle & Dunn"
                or (placed and all(token.key in self.lexicon.places for token in run) and run)
            ):
                return found._replace(body=found.body or (run[0].start, run[-1].end))
            return found
        if words[0].text == "who's" and len(words) > 1:
            return self.add_behind(found, words[1:])
        if first == "who" and (not found.role or found.private):
            link = 2 if len(words) > 3 and words[1].key in ("has", "had") else 1
            link += len(words) > 4 and words[link].key in _PASSIVE and words[link + 1].key in _MADE
            if len(words) > link + 1 and (words[link].key in _BECOMES or words[link].key in _MADE):
                named = terms.until_place(terms.until_time(words[link + 1 :]))
                role, body, private = self.role_of(named)
                if role and {token.key for token in named} & self.lexicon.heads:
                    return found._replace(role=role, body=found.body or body or self.body_in(named), private=private)
            begun = next((n + 1 for n in range(link, min(len(words) - 1, link + 3)) if words[n].key == "as"), 0)
            if begun and words[link].key in terms.BEGINS:
                stop = (n for n in range(begun + 1, len(words)) if words[n].key in terms.WHEN)
                named = terms.until_place(terms.until_time(words[begun : next(stop, len(words))]))
                role, body, private = self.role_of(named)
                if role and not private:
                    return found._replace(role=role, body=found.body or body or self.body_in(named), private=False)
        if first in ("who", "which", "whose") or first.isdigit():
            verb = 1 + (len(words) > 2 and words[1].key in terms.HAVING)
            leads = first == "who" and len(words) > verb + 1 and (words[verb].key in LEADS or verb > 1)
            leads = leads and not terms.is_past(segment)
            spoken = leads and words[verb].key in terms.SPEAKS and words[verb + 1].key in ("for", "at", "with")
            if spoken and words[-1].capital:  # "who speaks for the AA"
                capital = next(n for n in range(verb + 2, len(words)) if words[n].capital)
                return found._replace(body=found.body or (words[capital].start, words[-1].end))
            body = self.body_in(words) or terms.led(words, verb, self.lexicon.places) if leads else None
            return found._replace(body=found.body or body) if body else found
        if first in ("his", "her", "their") and not (len(words) > 1 and words[1].key in ("majesty", "deputy")):
            return found
        if found.role and not found.body and all(t.capital or t.key in LINKS for t in words) and words[0].capital:
            own = self.body_in(words)
            if own and not {t.key for t in words} & self.lexicon.heads:
                return found._replace(body=own)
        replaced = found.title in self.lexicon.titles or found.private
        if found.role and not replaced and not LEADS_BODY.intersection(t.key for t in words):
            chiefs = not found.body and not CHIEFS.isdisjoint([token.key for token in words])
            return found._replace(body=self.body_in(words)) if chiefs else found
        role, body, private = self.role_of(words)
        if role is None or self.lexicon.speaking.isdisjoint([token.key for token in words]):
            private = private or bool({token.key for token in words[:4]} & self.lexicon.private)
            if all(token.capital or token.key in LINKS for token in words) and any(
                token.key in self.lexicon.bodies for token in words
            ):
                body, private = (words[0].start, words[-1].end), False  # "Jo Hale, Victim Support"
            return found._replace(body=found.body or body, private=found.private or private)
        body = body or self.body_in(words)
        return found._replace(role=role, body=body or found.body, private=private)
