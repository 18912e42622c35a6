"""Regular expressions of modules and of objects, compiled when they are first asked.

One article needs less than half of our expressions, and compiling all of them takes a fifth of the time to its record.
"""

from __future__ import annotations

import re
import sys
from typing import Any, AnyStr, cast


class _Waiting:
    """An expression that was not asked yet: where it is asked, the compiled one takes its place in the module or object."""

    def __init__(self, source: str | bytes, flags: int, home: dict[str, Any], *, held: bool) -> None:
        self.source = source
        self.flagged = flags
        self.home = home
        self.held = held
        self.compiled: re.Pattern[Any] | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or not hasattr(re.Pattern, name):
            raise AttributeError(name)
        if self.compiled is None:
            self.compiled = re.compile(cast(str, self.source), self.flagged)
            self._give_way(self.home)
        if not self.held:
            self._give_way(sys._getframe(1).f_globals)  # a module that has it from another
        return getattr(self.compiled, name)

    def _give_way(self, names: dict[str, Any]) -> None:
        for key in [key for key, value in names.items() if value is self]:
            names[key] = self.compiled


def expression(source: AnyStr, flags: int = 0, *, holder: object = None) -> re.Pattern[AnyStr]:
    """A regular expression of a module, as `re.compile` gives it, but compiled when it is first asked.

    Args:
        source: The expression.
        flags: Flags of `re`.
        holder: The object that has it as an attribute; None for one of a module.

    Example:
        >>> expression("[a-z]+").findall("one 2 three")
        ['one', 'three']
    """
    home = sys._getframe(1).f_globals if holder is None else vars(holder)
    return cast("re.Pattern[AnyStr]", _Waiting(source, flags, home, held=holder is not None))
