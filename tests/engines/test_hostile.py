"""A folder of inputs that mean harm: each ends in a record or in a failure with a code, within bounds."""

import gzip
import json
import os
import resource
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.sources.containers import article, pdf_of, tar_of, zip_of

ROOT = Path(__file__).parent.parent.parent
MEMORY = 3 << 30
"""Bytes of address space that each process of the run may take."""


def page(body):
    return b"<!doctype html><html><body>" + body + b"</body></html>"


def zeros(count):
    """A gzip file of so many million zeros, in a thousandth of that."""
    return gzip.compress(bytes(10_000_000), mtime=0) * (count // 10)


HOSTILE = {
    "bomb.txt.gz": (lambda: zeros(1000), {"E106"}),
    "bomb.tar.gz": (lambda: gzip.compress(head_of("a.txt", 600_000_000)) + zeros(600), {"E106", "E124"}),
    "bomb.zip": (lambda: zip_of({f"{n}.txt": bytes(60_000_000) for n in range(3)}), {"E106"}),
    "nested.zip": (lambda: nested(20), {"E127"}),
    "names.tar": (lambda: tar_of({"../../a.txt": article(1), "/etc/b.txt": article(2)}), {"E125"}),
    "one-line.txt": (lambda: b"The chief constable said the force was good. " * 230_000, {"E121"}),
    "quotes.txt": (lambda: b'"' * 100_000, {"", "E402"}),
    "curly.txt": (lambda: "\u201cno\u201d ".encode() * 25_000, {""}),
    "open.txt": (lambda: "\u201c so ".encode() * 30_000, {""}),
    "deep.html": (lambda: page(b"<div>" * 100_000 + b"text"), {"", "E105"}),
    "tags.html": (lambda: page(b"<b><i><p>" * 5_000 + b"Kent Police is good at preventing crime."), {"", "E105"}),
    "bytes.txt": (lambda: bytes(range(128, 256)) * 500, {"", "E105"}),
    "broken.txt": (lambda: article(3) + b"\xff\xfe\xc3(" + article(4), {""}),
    "nul.txt": (lambda: bytes(100_000), {"E104", "E105"}),
    "nuls.txt": (lambda: article(5).replace(b"preventing", b"pre\0venting"), {""}),
    "empty.pdf": (lambda: b"", {"E103"}),
    "encrypted.pdf": (lambda: pdf_of([[(72, 700, 11, "secret")]], encrypted=True), {"E123"}),
    "broken.pdf": (lambda: pdf_of([[(72, 700, 11, "words")]])[:200], {"E122"}),
    "blank.pdf": (lambda: pdf_of([[], []]), {"E109"}),
    "deep.jsonl": (lambda: b"[" * 200_000 + b"\n" + b'{"text": "Fire crews rescue a cat"}\n', {"", "E130"}),
    "wide.csv": (lambda: b"text,x\n" + b'"' + b"a," * 2_000_000, {"E121", "E130"}),
    "broken.parquet": (lambda: b"PAR1" + os.urandom(999) + b"PAR1", {"E122"}),
    "broken.warc.gz": (lambda: gzip.compress(b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nshort"), {"E122"}),
    "broken.zip": (lambda: b"PK\x03\x04" + os.urandom(999), {"E122"}),
    "broken.zst": (lambda: b"\x28\xb5\x2f\xfd" + os.urandom(999), {"E122"}),
    "no-mail.eml": (lambda: b"\0\xff" * 1000, {"", "E104", "E105", "E109"}),
    "good.txt": (lambda: article(6), {""}),
}


def head_of(name, size):
    """The head of a tar's member of some size."""
    info = tarfile.TarInfo(name)
    info.size = size
    return info.tobuf()


def nested(depth):
    data = article(9)
    for number in range(depth):
        data = zip_of({f"{number}.zip" if number else "a.txt": data})
    return data


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """For each file the codes of what it gave, "" for a record."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (make, _) in HOSTILE.items():
        (folder / name).write_bytes(make())
    (folder / "circle").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "folder.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    output = tmp_path_factory.mktemp("output")
    command = [sys.executable, "-m", "cli", "batch", str(folder), "-o", str(output), "--timeout", "3", "--quiet"]
    done = subprocess.run(
        [*command, "--max-chars", "300000", "--to", "csv,parquet,duckdb"],
        cwd=ROOT,
        capture_output=True,
        timeout=300,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    assert (done.returncode, done.stderr) == (3, b"")
    found = {}
    for line in (output / "records.jsonl").read_bytes().splitlines():
        found.setdefault(told(json.loads(line)["source"]["path"], folder), set()).add("")
    for line in (output / "failures.jsonl").read_bytes().splitlines():
        failure = json.loads(line)
        found.setdefault(told(failure["path"], folder), set()).add(failure["code"])
    return found


def told(path, folder):
    name = os.path.relpath(path.partition("!")[0], folder)
    return name.partition(":")[0]


@pytest.mark.parametrize("name", HOSTILE)
def test_every_input_ends_in_a_record_or_a_code(outcomes, name):
    assert outcomes[name]
    assert outcomes[name] <= HOSTILE[name][1]


@pytest.mark.parametrize(("name", "code"), [("self.txt", "E102"), ("gone.txt", "E101"), ("pipe.txt", "E102")])
def test_what_is_no_file_fails(outcomes, name, code):
    assert outcomes[name] == {code}


def test_nothing_else_came_out(outcomes):
    assert set(outcomes) == {*HOSTILE, "self.txt", "gone.txt", "pipe.txt"}
