"""Code names without "Operation" of their own: "Operations Oak and Elm", "the raids, codenamed Tramline".

Enters a text; leaves the names and the noun that says what each is.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.expressions import expression
from extract.pipes.initiatives.names import Name
from extract.pipes.initiatives.words import Words

_WORD = r"[A-Z][\w-]+(?!')"
_NOUNS = {"Operations": "operation", "Ops": "operation", "Projects": "project"}
_SEVERAL = expression(
    rf"(?<![\w&'-])(?<![A-Z]\w )({'|'.join(_NOUNS)}) ({_WORD}(?:, {_WORD}){{0,8}},? and {_WORD})(?! (?:and )?[A-Z]|[\w-])"
)
_CODED = expression(
    r"\b(?:operation|raid|crackdown|investigation|inquiry|inquirie|exercise|sting|drive|patrol|blitz|swoop|campaign|probe|deployment)s?"
    rf"(?: [a-z-]+){{0,6}}(?:,| \u2013| -)?(?: | \()(?:(?:which|that) )?(?:(?:is|was|are|were) )?code-?named ['\"]?({_WORD})(?: and ({_WORD}))?(?! [A-Z]|[\w-])"
)
_SPLIT = expression(r"[A-Z][\w-]+")
_COMPASS = frozenset(("north", "south", "east", "west", "central"))
"""Words that part an office: "Operations North and South"."""


def several(text: str, plain: frozenset[str], words: Words) -> Iterator[tuple[Name, str]]:
    """Names of one word, with the noun of each.

    Args:
        text: The text.
        plain: Words that make no name by themselves, in lower case.
        words: Tells common words, of which one is wanted: "Operations Leeds and Bradford" are places.
    """
    if any(f"{noun} " in text for noun in _NOUNS):
        for match in _SEVERAL.finditer(text):
            names = list(_SPLIT.finditer(text, match.start(2), match.end(2)))
            said = [name[0].lower() for name in names]
            if any(map(words.is_word, said)) and plain.isdisjoint(said) and _COMPASS.isdisjoint(said):
                for name in names:
                    yield Name(name.start(), name.end(), (name[0],), False), _NOUNS[match[1]]
    if "codenamed " in text or "code-named " in text:
        for match in _CODED.finditer(text):
            if match[1] not in ("Operation", "Op", "Project"):
                for group in range(1, 3 if match[2] and words.is_word(match[2]) else 2):
                    yield Name(match.start(group), match.end(group), (match[group],), False), "operation"
