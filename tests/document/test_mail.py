import pytest

from extract.document.mail import read_mail
from extract.errors import InputError

HEAD = b"From: Ann Example <ann@example.org>\r\nSubject: =?utf-8?q?Kent_Police=E2=80=99s_grades?=\r\nDate: Mon, 24 Nov 2025 10:00:00 +0000\r\n"


def test_text_subject_sender_and_day(forms):
    body = "Kent Police is good at preventing crime – says a report.\r\n"
    data = HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + body.encode()
    document = read_mail(data, forms, "a.eml", sha256="0" * 64)
    assert document.text.split() == body.split()
    assert (document.metadata.title, document.metadata.author) == ("Kent Police\u2019s grades", "Ann Example")
    assert (document.metadata.published, document.media_type) == ("2025-11-24", "message/rfc822")


def test_the_plain_part_is_taken_before_the_page_and_attachments_are_left(forms):
    parts = (
        b"--x\r\nContent-Type: text/html\r\n\r\n<html><body><p>Page</p></body></html>\r\n"
        b"--x\r\nContent-Type: text/plain\r\n\r\nPlain words\r\n"
        b"--x--\r\n"
    )
    data = HEAD + b"Content-Type: multipart/alternative; boundary=x\r\n\r\n" + parts
    assert read_mail(data, forms).text.strip() == "Plain words"


def test_a_page_alone_is_read_as_a_page(forms):
    data = HEAD + b"Content-Type: text/html\r\n\r\n<html><body><h1>Title</h1><p>Some words</p></body></html>"
    assert read_mail(data, forms).text == "Title\nSome words"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "E103"), (HEAD + b"\r\n", "E103"), (HEAD + b"Content-Type: image/png\r\n\r\nxx", "E109")],
)
def test_what_cannot_be_read_says_why(forms, data, code):
    with pytest.raises(InputError) as told:
        read_mail(data, forms, "a.eml")
    assert told.value.code == code
