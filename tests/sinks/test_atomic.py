import hashlib

import pytest

from extract.sinks.atomic import part_of, replace_file


def test_a_file_appears_when_it_is_complete(tmp_path):
    path = tmp_path / "a.jsonl"
    with replace_file(path) as file:
        file.write(b"one")
        assert not path.exists()
        file.write(b"two")
    assert path.read_bytes() == b"one\ntwo\n"
    assert (file.lines, file.sha256) == (2, hashlib.sha256(b"one\ntwo\n").hexdigest())


def test_an_error_leaves_what_was(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"old")

    def write():
        with replace_file(path) as file:
            file.write(b"new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write()
    assert path.read_bytes() == b"old"
    assert not part_of(path).exists()
