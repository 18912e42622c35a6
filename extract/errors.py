"""Every error that peelback raises: one tree, each with a code, a place and what to do.

`InputError` (E1xx) is about one input, `ConfigError` (E2xx) about an option or a row of a gazetteer,
`GroundingError` (E3xx) is a bug of ours, `EngineError` (E4xx) is about a run.
"""

from __future__ import annotations

from dataclasses import dataclass

E101 = "cannot be found; check the spelling of the path"
E102 = "cannot be read ({reason}); check that it is a file and that you may read it"
E103 = "is empty; remove it or save the article again"
E104 = "holds only white space; remove it or save the article again"
E105 = "is not text ({reason}); convert it to .txt or .html first"
E106 = (
    "has {size:,} bytes, more than the limit of {limit:,}; "
    "split it, or raise the limit with --max-bytes or PEELBACK_MAX_BYTES"
)
E107 = "holds no article; name a folder that has {kinds} files in it or below it"
E108 = "has an ending that is not read ({suffix}); name one of {kinds}, or pipe the text in with -"
E109 = "holds no readable text; save the page again when its content is shown"
E110 = "could not be extracted ({reason}); please report this input"
E121 = "has {size:,} characters, more than the limit of {limit:,}; split it, or raise the limit with --max-chars"
E122 = "is damaged ({reason}); what was readable was done; fetch or pack it again"
E123 = "is encrypted; save it without a password"
E124 = "expands to more than {ratio} times its size; raise --max-ratio if you trust it"
E125 = "has a name that leads out of its archive; pack it again with relative names"
E126 = "needs the extra {extra!r}; install peelback[{extra}]"
E127 = "lies in {depth} archives, more than the limit of {limit}; unpack the outer ones"
E128 = "has nothing in the field {field!r}; its fields are {fields}; name them with --text-field, --id-field …"
E129 = "changed while it was read; give the same command again"
E130 = "is no row ({reason}); mend it or take it out"
E131 = "holds no article that is read; give --include a pattern for what is in it"
E151 = "holds no record in line {line} ({reason}); write it with `peelback extract --format jsonl`"
E152 = "is not gold ({reason}); samples/GUIDELINES.md has the format"
E153 = "holds no records ({reason}); name a file that `peelback extract` wrote"
E201 = "{value} is no {what}; the valid ones are {valid}"
E202 = "{place}: {reason}"
E203 = "floors would be lowered: {floors}; say why with --allow-regression"
E301 = "{place}: the text at {start} to {end} is {found!r}, not {expected!r}; please report this input"
E302 = "{place}: {reason}; please report this input"
E401 = "ended the process that read it, {times} times; please report this input"
E402 = "took longer than {seconds:g} s; raise --timeout, or split it"
E403 = "cannot be written ({reason}); mend that and give the same command again: it goes on where it stopped"
E404 = "is being written by another run; wait for it or name another folder"
E405 = "holds a run with another {what}; name another folder for --output, or begin anew with --restart"
E406 = "the workers do not start ({reason}); mend that, or choose another --engine"
E407 = "holds no finished run; run peelback batch with this folder as --output first"


class PeelbackError(Exception):
    """Base of all errors.

    Args:
        code: `E` and three digits.
        message: What is wrong and what to do.
        path: The input or file concerned, or None.
    """

    def __init__(self, code: str, message: str, path: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.path = path

    def __str__(self) -> str:
        place = f"{self.path} " if self.path else ""
        return f"{self.code}: {place}{self.message}"

    def __reduce__(self) -> tuple[type[PeelbackError], tuple[str, str, str | None]]:
        return type(self), (self.code, self.message, self.path)


class InputError(PeelbackError):
    """E1xx: this input cannot be read; the others can."""


class ConfigError(PeelbackError):
    """E2xx: an option, a setting or a row of a gazetteer is wrong."""


class GroundingError(PeelbackError):
    """E3xx: a value does not stand where a rule said; our bug."""


class EngineError(PeelbackError):
    """E4xx: a run could not go on."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no record.

    Args:
        path: The input, as it was given.
        code: Code of the error.
        message: What is wrong and what to do.
    """

    path: str
    code: str
    message: str

    @classmethod
    def of(cls, error: PeelbackError, path: str) -> Failure:
        """The failure that stands for an error."""
        return cls(error.path or path, error.code, error.message)
