"""Archives and compressed files, member by member, as streams."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator

from extract import errors
from extract.errors import Failure, InputError
from extract.sources.files import Item
from extract.sources.limits import Readable, Stream

Outcome = Item | Failure
Reader = Callable[[str, Stream | None], Iterator[Outcome]]
_BROKEN = (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, gzip.BadGzipFile, tarfile.TarError, struct.error)


def read_zip(raw: Stream, path: str, read: Reader, count: Callable[[int], None]) -> Iterator[Outcome]:
    """What a zip file holds, in the order of its directory; a member that is damaged is a failure of its own.

    Args:
        raw: The file; it is sought in.
        path: Its name.
        read: Reads a member.
        count: Told of the compressed bytes of each member.

    Raises:
        InputError: E122 where its directory cannot be read.
    """
    try:
        archive = zipfile.ZipFile(raw)
    except (*_BROKEN, ValueError, NotImplementedError) as error:
        raise InputError("E122", errors.E122.format(reason=_reason(error)), path) from None
    with archive:
        for info in archive.infolist():
            name = info.filename
            count(info.compress_size)
            if info.is_dir():
                continue
            where = f"{path}!{name}"
            if info.flag_bits & 1:
                yield Failure(where, "E123", errors.E123)
                continue
            try:
                with archive.open(info) as member:
                    yield from read(name, member)
            except (*_BROKEN, OSError, NotImplementedError, RuntimeError, ValueError) as error:
                yield Failure(where, "E122", errors.E122.format(reason=_reason(error)))


def read_tar(stream: Stream, path: str, read: Reader) -> Iterator[Outcome]:
    """What a tar file holds, in its order; links and devices are passed over.

    Raises:
        InputError: E122 where it is damaged, after what stands before.
    """
    try:
        with tarfile.open(fileobj=stream, mode="r|", errorlevel=1, bufsize=1 << 16) as archive:
            for info in archive:
                archive.members = []  # type: ignore[attr-defined]  # else it remembers them all
                if not info.isreg():
                    continue
                member = archive.extractfile(info)
                if member is not None:
                    yield from read(info.name, member)
    except _BROKEN as error:
        raise InputError("E122", errors.E122.format(reason=_reason(error)), path) from None


def unpacked(stream: io.BufferedReader, kind: str, path: str) -> io.RawIOBase:
    """A compressed stream as what it holds.

    Args:
        stream: The compressed bytes.
        kind: `gz`, `zst`, `bz2` or `xz`.
        path: Its name.

    Raises:
        InputError: E126 for zst without its library.
    """
    if kind == "gz":
        return _Unpacked(gzip.GzipFile(fileobj=stream), path)
    if kind == "bz2":
        return _Unpacked(bz2.BZ2File(stream), path)
    if kind == "xz":
        return _Unpacked(lzma.LZMAFile(stream), path)
    try:
        import zstandard
    except ImportError:
        raise InputError("E126", errors.E126.format(extra="zst"), path) from None
    reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(stream, read_across_frames=True)
    return _Unpacked(reader, path, zstandard.ZstdError)


class _Unpacked(io.RawIOBase):
    """A decompressor whose errors are failures of the input; after the first it gives nothing else."""

    def __init__(self, stream: Readable, path: str, *more: type[Exception]) -> None:
        self.stream = stream
        self.path = path
        self.errors: tuple[type[Exception], ...] = (*_BROKEN, OSError, *more)
        self.broken: InputError | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        if self.broken:
            raise self.broken
        try:
            return self.stream.read(size)
        except self.errors as error:
            self.broken = InputError("E122", errors.E122.format(reason=_reason(error)), self.path)
            raise self.broken from None


def _reason(error: BaseException) -> str:
    return str(error).splitlines()[0][:120].lower().rstrip(".") if str(error) else type(error).__name__
