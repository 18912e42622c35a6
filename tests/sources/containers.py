"""Small archives and files of every kind, made by hand where a test needs one that is broken."""

import gzip
import io
import tarfile
import zipfile

ARTICLE = "Kent Police praised\n\nHMICFRS graded Kent Police good at preventing crime. That is article {}.\n"


def article(number):
    return ARTICLE.format(number).encode()


def zip_of(members):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def tar_of(members):
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return whole.getvalue()


def warc_of(pages, *, packed=True):
    """A WARC of responses: address to (content type, status, body)."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    whole = io.BytesIO()
    writer = WARCWriter(whole, gzip=packed)
    for address, (kind, status, body) in pages.items():
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2025-11-24T10:00:00Z"},
            )
        )
    return whole.getvalue()


def pdf_of(pages, *, encrypted=False):
    """A PDF: for each page its lines as (x, y, size, text), in Helvetica."""
    font = 3 + 2 * len(pages)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{3 + 2 * n} 0 R' for n in range(len(pages)))}] /Count {len(pages)} >>",
    ]
    for number, lines in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        shown = "".join(f"BT /F1 {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET\n" for x, y, size, text in lines)
        objects.append(f"<< /Length {len(shown.encode('cp1252'))} >>\nstream\n{shown}endstream")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    whole, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(whole))
        whole += f"{number} 0 obj\n".encode() + one.encode("cp1252") + b"\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    lock = (
        f" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >> /ID [<00><00>]"
        if encrypted
        else ""
    )
    return (
        whole
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{lock} >>\n"
            f"startxref\n{len(whole)}\n%%EOF\n"
        ).encode()
    )


def _escaped(text):
    for char in "\\()":
        text = text.replace(char, "\\" + char)
    return text


def many_gz(data, times):
    """A gzip file that expands to its data so many times, made without holding it."""
    member = gzip.compress(data * 1000, mtime=0)
    return member * (times // 1000)
