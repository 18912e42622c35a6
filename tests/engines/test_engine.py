import pytest

from extract.engines.engine import Task
from extract.errors import InputError
from extract.sources.files import MAX_BYTES, read_file


def test_a_task_takes_its_file_along_by_path(write):
    task = Task.of(1, read_file(str(write("a.txt", "Kent Police came."))))
    assert task.item.data == b""
    assert task.load(MAX_BYTES).data == b"Kent Police came."


def test_a_file_that_changed_while_it_was_read_is_e129(write):
    task = Task.of(1, read_file(str(write("a.txt", "Kent Police came."))))
    write("a.txt", "Kent Police went.")
    with pytest.raises(InputError, match="E129"):
        task.load(MAX_BYTES)
