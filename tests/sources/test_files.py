import hashlib
import io
import os
import stat
import sys

import pytest

from extract.errors import Failure, InputError
from extract.sources import files
from extract.sources.files import Item, media_type, read_file, read_inputs, walk


@pytest.fixture
def stdin(monkeypatch):
    """Puts bytes on standard input."""

    def put(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return put


def failure(path, **options):
    (found,) = read_inputs([str(path)], **options)
    assert isinstance(found, Failure), found
    return found


def test_a_file_gives_its_bytes_and_the_path_as_it_was_given(write, monkeypatch, tmp_path):
    write("a/b.txt", b"Kent\r\n\xff")
    monkeypatch.chdir(tmp_path)
    item = read_file("a/../a/b.txt")
    assert item == Item("a/../a/b.txt", b"Kent\r\n\xff", "text/plain", local=True)
    assert item.sha256 == hashlib.sha256(b"Kent\r\n\xff").hexdigest()


def test_inputs_come_in_the_order_given_failures_among_them(write, tmp_path):
    first, last = write("z.txt", "Z"), write("a.txt", "A")
    found = list(read_inputs([str(first), str(tmp_path / "none.txt"), str(last)]))
    assert [getattr(one, "data", None) or one.code for one in found] == [b"Z", "E101", b"A"]


def test_a_folder_gives_its_articles_by_name_and_those_below(write, tmp_path):
    for name in (
        "b.txt",
        "a.HTML",
        "c.htm",
        "d.text",
        "e.xhtml",
        "x.xlsx",
        "none",
        ".hidden.txt",
        "f/a.txt",
        ".g/a.txt",
    ):
        write(name, "Kent")
    found = [os.path.relpath(path, tmp_path) for path in walk(str(tmp_path))]
    assert found == ["a.HTML", "b.txt", "c.htm", "d.text", "e.xhtml", os.path.join("f", "a.txt")]


def test_a_path_below_a_folder_begins_as_the_folder_was_given(write, tmp_path, monkeypatch):
    write("news/a.txt", "Kent")
    monkeypatch.chdir(tmp_path)
    assert [item.path for item in read_inputs(["news"])] == ["news/a.txt"]
    assert [item.path for item in read_inputs(["./news/"])] == ["./news/a.txt"]


def test_a_circle_of_links_ends(write, tmp_path):
    write("a/a.txt", "Kent")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(walk(str(tmp_path)))) == 1


@pytest.mark.parametrize("names", [[], ["a.xlsx", "b.odt"], [".a.txt"]])
def test_a_folder_without_articles_is_e107(write, tmp_path, names):
    for name in names:
        write(f"folder/{name}", "Kent")
    (tmp_path / "folder").mkdir(exist_ok=True)
    found = failure(tmp_path / "folder")
    assert (found.code, found.path) == ("E107", str(tmp_path / "folder"))
    assert ".txt, .text, .html, .htm, .xhtml" in found.message


def test_a_missing_path_is_e101(tmp_path):
    found = failure(tmp_path / "none.txt")
    assert (found.code, found.path) == ("E101", str(tmp_path / "none.txt"))
    assert "check the spelling" in found.message


def test_a_file_that_may_not_be_read_is_e102(write, monkeypatch):
    path = write("a.txt", "Kent")

    def refuse(name, *rest):
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr("builtins.open", refuse)
    found = failure(path)
    assert found.code == "E102"
    assert found.message == "cannot be read (permission denied); check that it is a file and that you may read it"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_and_a_folder_without_permission_are_e102(write, tmp_path):
    path = write("a.txt", "Kent")
    path.chmod(0)
    assert failure(path).code == "E102"
    write("closed/a.txt", "Kent")
    (tmp_path / "closed").chmod(0)
    try:
        assert failure(tmp_path / "closed").code == "E102"
    finally:
        (tmp_path / "closed").chmod(stat.S_IRWXU)


def test_a_folder_that_cannot_be_listed_is_e102_and_what_lies_beside_it_is_read(write, tmp_path, monkeypatch):
    write("open/a.txt", "Kent")
    write("shut/b.txt", "Kent")
    scan = os.scandir

    def refuse(path):
        if os.fspath(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    read, refused = read_inputs([str(tmp_path)])
    assert read.path.endswith("a.txt")
    assert (refused.code, refused.path) == ("E102", str(tmp_path / "shut"))
    assert failure(tmp_path / "shut").code == "E102"


def test_a_folder_where_one_file_is_wanted_is_e102(tmp_path):
    with pytest.raises(InputError, match="is a directory"):
        read_file(str(tmp_path))


def test_a_path_that_no_file_can_have_is_e102():
    assert failure("a\0b.txt").code == "E102"


@pytest.mark.parametrize("name", ["a.xlsx", "a.odt", "a.txt.gz", "a.json"])
def test_another_ending_is_e108(write, name):
    found = failure(write(name, "Kent"))
    assert found.code == "E108"
    assert os.path.splitext(name)[1] in found.message
    assert ".txt, .text, .html, .htm, .xhtml" in found.message


def test_a_name_without_ending_is_read(write):
    assert read_file(str(write("article", "Kent"))).media_type == "text/plain"


def test_a_file_larger_than_the_limit_is_e106(write):
    path = write("a.txt", "x" * 11)
    found = failure(path, max_bytes=10)
    assert (found.code, found.message[:40]) == ("E106", "has 11 bytes, more than the limit of 10;")
    assert "--max-bytes" in found.message
    (item,) = read_inputs([str(path)], max_bytes=11)
    assert len(item.data) == 11


def test_a_huge_file_is_refused_without_reading_it(tmp_path, monkeypatch):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # sparse: it takes no room
    monkeypatch.setattr("builtins.open", lambda *args: pytest.fail("opened"))
    assert failure(path).code == "E106"


def test_a_file_that_grows_while_it_is_read_is_e106(write, monkeypatch):
    path = write("a.txt", "x" * 11)
    monkeypatch.setattr(files.os, "stat", lambda name: os.stat_result((0,) * 10))
    assert failure(path, max_bytes=10).code == "E106"


def test_standard_input(stdin):
    stdin(b"Kent Police")
    assert list(read_inputs(["-"])) == [Item("-", b"Kent Police", "text/plain")]


def test_a_page_on_standard_input_is_known_by_its_content(stdin):
    stdin(b"<!doctype html><p>Kent")
    assert read_file("-").media_type == "text/html"


def test_standard_input_has_the_same_limit(stdin):
    stdin(b"x" * 11)
    found = failure("-", max_bytes=10)
    assert (found.code, found.path) == ("E106", "-")


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (b"Kent", ".txt", "text/plain"),
        (b"Kent", "", "text/plain"),
        (b"Kent", ".htm", "text/html"),
        (b"<p>Kent</p>", ".txt", "text/plain"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE  HTML><title>", ".txt", "text/html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', ".txt", "text/html"),
        (b"<!-- saved --><html>", "", "text/html"),
        (b"<htmlx>", "", "text/plain"),
        (b"see <html>", "", "text/plain"),
    ],
)
def test_the_media_type_is_the_content_s_where_that_is_clear(data, suffix, kind):
    assert media_type(data, suffix) == kind


def test_a_name_that_is_no_utf_8_can_be_written(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(name, "wb") as file:
            file.write(b"Kent")
    except OSError:
        pytest.skip("names are UTF-8 here")
    (item,) = read_inputs([str(tmp_path)])
    assert item.path == f"{tmp_path}/caf\\xe9.txt"
    assert failure(os.fsdecode(name.replace(b"caf", b"no"))).path == f"{tmp_path}/no\\xe9.txt"
