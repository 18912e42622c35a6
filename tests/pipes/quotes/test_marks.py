"""Marks of a block, whatever stands between them."""

import pytest

from extract.pipes.quotes.marks import find_marks, find_stretches


class Counted(list):
    """Marks that count how many of them were handed out."""

    given = 0

    def __getitem__(self, key):
        found = super().__getitem__(key)
        self.given += len(found) if isinstance(key, slice) else 1
        return found


@pytest.mark.parametrize("unit", ['"word ', 'a "b c" d. ', 'he said: "We go. "Then ', "\u201cWord. "])
def test_marks_are_read_once_however_many_stand_open(unit):
    text = f'"{unit * 200}'
    marks = Counted(find_marks(text, 0, len(text)))
    find_stretches(text, 0, len(text), marks)
    assert marks.given < 8 * len(marks)
