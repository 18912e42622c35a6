import bz2
import gzip
import io
import json
import lzma
import os
import sys
import zipfile

import pytest

from extract.errors import Failure
from extract.sources.archives import Archives, measure, walk
from extract.sources.limits import Choice, Columns, Meter
from tests.sources.containers import ARTICLE, article, pdf_of, tar_of, warc_of, zip_of


@pytest.fixture
def read(write, tmp_path, monkeypatch):
    """Reads a file of some bytes, or what is there: paths without the folder, and what they hold."""
    monkeypatch.chdir(tmp_path)

    def call(name, data=None, **choice):
        if data is not None:
            write(name, data)
        return list(Archives(Choice(**choice)).read([name]))

    return call


def told(outcomes):
    return [(one.path, one.code if isinstance(one, Failure) else one.data) for one in outcomes]


def test_an_article_by_its_name(read):
    assert told(read("a.txt", article(1))) == [("a.txt", article(1))]


def test_a_folder_in_the_order_of_names_with_what_lies_below(read, write):
    for name in ("d/b.txt", "d/a/z.html", "d/c.zip", "d/e.doc", "d/.hidden.txt"):
        write(name, zip_of({"in.txt": article(3)}) if name.endswith("zip") else article(name))
    assert [path for path, _ in told(read("d"))] == ["d/b.txt", "d/c.zip!in.txt", "d/a/z.html"]


def test_patterns_choose_files_and_members(read, write):
    write("d/a.txt", article(1))
    write("d/drafts/b.txt", article(2))
    write("d/c.md", article(3))
    write("d/z.zip", zip_of({"a.md": article(4), "b.txt": article(5)}))
    assert [path for path, _ in told(read("d", include=("*.md",)))] == ["d/c.md", "d/z.zip!a.md"]
    assert [path for path, _ in told(read("d", exclude=("drafts/*", "*.zip")))] == ["d/a.txt"]


def test_files_of_other_kinds_are_counted(write, tmp_path):
    write("d/a.txt", article(1))
    write("d/b.jpg", b"\xff\xd8\xff")
    meter = Meter()
    assert len(list(Archives(meter=meter).read([str(tmp_path / "d")]))) == 1
    assert meter.skipped == 1


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.txt.gz", gzip.compress), ("a.txt.bz2", bz2.compress), ("a.txt.xz", lzma.compress), ("noname", gzip.compress)],
)
def test_a_packed_article_is_told_by_its_content(read, name, pack):
    assert told(read(name, pack(article(1)))) == [(name, article(1))]


def test_zstandard(read):
    zstandard = pytest.importorskip("zstandard")
    assert told(read("a.txt.zst", zstandard.compress(article(1)))) == [("a.txt.zst", article(1))]


@pytest.mark.parametrize(("name", "pack"), [("a.tar", bytes), ("a.tar.gz", gzip.compress), ("a.tgz", gzip.compress)])
def test_members_of_a_tar(read, name, pack):
    found = told(read(name, pack(tar_of({"x/1.txt": article(1), "2.html": article(2), "3.exe": b"MZ"}))))
    assert found == [(f"{name}!x/1.txt", article(1)), (f"{name}!2.html", article(2))]


def test_archives_in_archives(read):
    inner = zip_of({"deep.txt.gz": gzip.compress(article(1)), "b.txt": article(2)})
    found = told(read("a.tar.gz", gzip.compress(tar_of({"in.zip": inner}))))
    assert found == [("a.tar.gz!in.zip!deep.txt.gz", article(1)), ("a.tar.gz!in.zip!b.txt", article(2))]


def test_archives_without_end_are_left(read):
    data = article(1)
    for depth in range(8):
        data = zip_of({f"{depth}.zip" if depth else "a.txt": data})
    assert [code for _, code in told(read("a.zip", data))] == ["E127"]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:/a.txt", "..\\a.txt"])
def test_names_that_lead_out_are_refused(read, name):
    assert told(read("a.tar", tar_of({name: article(1), "b.txt": article(2)}))) == [
        (f"a.tar!{name}", "E125"),
        ("a.tar!b.txt", article(2)),
    ]


def test_a_damaged_member_of_a_zip_fails_alone(read):
    data = bytearray(zip_of({f"{n}.txt": article(n) * 20 for n in range(3)}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        data[archive.infolist()[1].header_offset + 40] ^= 0xFF
    assert [code if isinstance(code, str) else "ok" for _, code in told(read("a.zip", bytes(data)))] == [
        "ok",
        "E122",
        "ok",
    ]


def test_an_encrypted_member_of_a_zip(read):
    data = bytearray(zip_of({"a.txt": article(1)}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert [code for _, code in told(read("a.zip", bytes(data)))] == ["E123"]


def test_a_zip_cut_short(read):
    assert told(read("a.zip", zip_of({"a.txt": article(1)})[:-30])) == [("a.zip", "E122")]


def test_a_truncated_gzip_of_one_article(read):
    assert told(read("a.txt.gz", gzip.compress(os.urandom(5000))[:-1000])) == [("a.txt.gz", "E122")]


def test_a_truncated_tar_gz_gives_what_stands_before(read):
    members = {f"{n}.txt": os.urandom(50_000) for n in range(6)}
    found = told(read("a.tgz", gzip.compress(tar_of(members))[:-100_000]))
    assert [one[1] for one in found[:3]] == [*members.values()][:3]
    assert {code for _, code in found[3:]} == {"E122"}
    assert found[-1][0] == "a.tgz"


def test_truncated_lines_give_the_whole_ones(read):
    rows = b"".join(json.dumps({"text": f"{n} " + os.urandom(4000).hex()}).encode() + b"\n" for n in range(20))
    found = told(read("a.jsonl.gz", gzip.compress(rows)[:-30_000]))
    assert 10 < len(found) < 20
    assert found[-1] == ("a.jsonl.gz", "E122")
    assert all(data.startswith(f"{n} ".encode()) and len(data) > 8000 for n, (_, data) in enumerate(found[:-1]))


PAGE = b"<!doctype html><html><head><title>T</title></head><body><article><h1>T</h1><p>%s</p></article></body></html>"


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_a_warc(read, packed):
    pages = {
        "https://example.org/a": ("text/html; charset=utf-8", "200 OK", PAGE % b"one"),
        "https://example.org/b.png": ("image/png", "200 OK", b"\x89PNG"),
        "https://example.org/c": ("text/html", "404 Not Found", PAGE % b"no"),
        "https://example.org/d": ("text/html", "200 OK", PAGE % b"two"),
    }
    name = "a.warc.gz" if packed else "a.warc"
    first, second = read(name, warc_of(pages, packed=packed))
    assert (first.path, first.media_type, first.data) == (f"{name}!https://example.org/a", "text/html", PAGE % b"one")
    assert (second.url, second.given) == ("https://example.org/d", {"warc_date": "2025-11-24T10:00:00Z"})


@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_warc_gives_the_pages_before(read, packed):
    pages = {
        f"https://example.org/{n}": ("text/html", "200 OK", PAGE % os.urandom(9000).hex().encode()) for n in range(5)
    }
    name = "a.warc.gz" if packed else "a.warc"
    found = told(read(name, warc_of(pages, packed=packed)[:-4000]))
    assert [path for path, _ in found[:-1]] == [f"{name}!{address}" for address in [*pages][:4]]
    assert found[-1] == (name, "E122")


def test_rows_of_json(read):
    rows = [
        {"body": "One article.", "nr": 7, "head": "A title", "day": "2025-11-24", "tags": ["a"], "none": None},
        {"body": "<html><body><p>Two</p></body></html>", "nr": "x"},
    ]
    data = "\n".join(json.dumps(row) for row in rows) + '\n\nnot json\n[1]\n{"nr": 1}\n'
    columns = Columns("body", "nr", "head", "day")
    one, two, *failures = read("a.jsonl", data, columns=columns)
    assert (one.path, one.data, one.title, one.published) == ("a.jsonl:1", b"One article.", "A title", "2025-11-24")
    assert one.given == {"id": 7, "tags": '["a"]', "none": None}
    assert (two.media_type, two.given) == ("text/html", {"id": "x"})
    assert told(failures) == [("a.jsonl:4", "E130"), ("a.jsonl:5", "E130"), ("a.jsonl:6", "E128")]
    assert "body" in failures[-1].message


def test_half_characters_in_json_become_the_replacement_character(read):
    (item,) = read("a.jsonl", '{"text": "a \\ud800 b \\ud83d\\ude00"}')
    assert item.data.decode() == "a \ufffd b \U0001f600"


def test_a_line_over_the_limit_is_passed_over(read):
    data = '{"text": "short"}\n{"text": "' + "x" * 5000 + '"}\n{"text": "again"}\n'
    assert told(read("a.jsonl", data, max_bytes=1000)) == [
        ("a.jsonl:1", b"short"),
        ("a.jsonl:2", "E106"),
        ("a.jsonl:3", b"again"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_of_csv(read, delimiter):
    data = delimiter.join(["id", "text", "site"]) + "\n" + delimiter.join(["1", '"Two\nlines, ""so""; said"', "Küste"])
    (item,) = read("a.csv", "\ufeff" + data + "\n", columns=Columns(id="id"))
    assert (item.path, item.data, item.given) == ("a.csv:1", b'Two\nlines, "so"; said', {"id": "1", "site": "Küste"})


def test_csv_in_windows_encoding_and_with_a_row_of_another_length(read):
    found = read("a.csv", "text,x\n\u201cYes\u201d,1\nshort\nlast,2\n".encode("cp1252"))
    assert told(found) == [("a.csv:1", "\u201cYes\u201d".encode()), ("a.csv:2", "E130"), ("a.csv:3", b"last")]


def test_a_table_without_the_column_fails_once(read):
    (failure,) = read("a.csv", "body,nr\n" + "words,1\n" * 50)
    assert (failure.path, failure.code) == ("a.csv", "E128")
    assert "body, nr" in failure.message
    (failure,) = read("a.csv", columns=Columns("body", "number"))
    assert (failure.code, "'number'" in failure.message) == ("E128", True)


def test_rows_of_parquet(read, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    duckdb.execute(
        f"copy (select 'Article ' || i as text, i as nr, date '2025-11-24' as day from range(600) t(i)) "
        f"to '{tmp_path}/a.parquet' (format parquet)"
    )
    items = read("a.parquet", columns=Columns(id="nr", date="day"))
    assert len(items) == 600
    assert (items[599].path, items[599].data, items[599].published) == ("a.parquet:600", b"Article 599", "2025-11-24")
    assert items[599].given == {"id": 599}


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.jsonl", b"\n\n"), ("a.csv", b"text\n"), ("a.zip", zip_of({"a.exe": b"MZ"})), ("a.tar", tar_of({}))],
)
def test_an_archive_without_articles_says_so(read, name, data):
    assert told(read(name, data)) == [(name, "E131")]


def test_a_damaged_parquet_file(read):
    pytest.importorskip("duckdb")
    assert told(read("a.parquet", b"PAR1" + b"\0" * 100)) == [("a.parquet", "E122")]


def test_paths_on_standard_input(write, tmp_path, monkeypatch):
    write("a.txt", article(1))
    write("b.zip", zip_of({"c.txt": article(2)}))
    listed = f"{tmp_path}/a.txt\n\n{tmp_path}/b.zip\r\n{tmp_path}/none.txt\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(listed)))
    assert [code for _, code in told(Archives().read(["-"]))] == [article(1), article(2), "E101"]


def test_files_at_an_address():
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    for name, data in {"a.txt": article(1), "x/b.zip": zip_of({"c.txt": article(2)}), "d.png": b"\x89PNG"}.items():
        system.pipe(f"/archive/{name}", data)
    found = told(Archives().read(["memory://archive"]))
    assert found == [("memory://archive/a.txt", article(1)), ("memory://archive/x/b.zip!c.txt", article(2))]
    assert told(Archives().read(["memory://archive/none"])) == [("memory://archive/none", "E101")]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx.exe", b"MZ", "E108"),
        ("none.txt", None, "E101"),
        ("a.txt", b"x" * 2000, "E106"),
        ("d", "folder", "E107"),
    ],
)
def test_what_cannot_be_read_says_why(read, tmp_path, name, data, code):
    if data == "folder":
        (tmp_path / name).mkdir()
        data = None
    assert told(read(name, data, max_bytes=1000)) == [(name, code)]


def test_a_pipe_and_a_socket_are_no_articles(read, tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert told(read("a.txt")) == [("a.txt", "E102")]


def test_a_circle_of_links_is_walked_once(write, tmp_path):
    write("d/a.txt", article(1))
    (tmp_path / "d" / "again").symlink_to(tmp_path / "d")
    (tmp_path / "d" / "self.txt").symlink_to(tmp_path / "d" / "self.txt")
    assert [os.path.basename(path) for path in walk(str(tmp_path / "d"))] == ["a.txt", "self.txt"]
    assert [code for _, code in told(Archives().read([str(tmp_path / "d")]))] == [article(1), "E102"]


def test_a_file_that_expands_beyond_measure_is_left(read, monkeypatch):
    monkeypatch.setattr("extract.sources.limits.FLOOR", 1_000_000)
    bomb = gzip.compress(tar_of({f"{n}.txt": b"0" * 400_000 for n in range(20)}))
    found = told(read("a.tgz", bomb, ratio=2))
    assert found[-1] == ("a.tgz", "E124")
    assert len(found) < 6


def test_a_bomb_in_one_member_of_a_zip(read, monkeypatch):
    monkeypatch.setattr("extract.sources.limits.FLOOR", 1_000_000)
    found = told(read("a.zip", zip_of({"a.txt": article(1), "b.txt": b"0" * 5_000_000, "c.txt": article(2)}), ratio=2))
    assert found == [("a.zip!a.txt", article(1)), ("a.zip", "E124")]


def test_the_meter_reaches_the_size_of_the_inputs(write, tmp_path):
    write("d/a.txt", article(1))
    write("d/b.tgz", gzip.compress(tar_of({"x.txt": article(2)})))
    write("d/c.jsonl", json.dumps({"text": "x"}))
    meter = Meter()
    list(Archives(meter=meter).read([str(tmp_path / "d")]))
    measure([str(tmp_path / "d")], meter)
    assert meter.read == meter.size


def test_a_pdf_is_told_by_its_content(read):
    assert [item.media_type for item in read("a.txt", pdf_of([[(72, 700, 11, "Words")]]))] == ["application/pdf"]


def test_the_article_of_the_tests_is_one():
    assert ARTICLE.format(1).count("\n\n") == 1
