import re
from collections import Counter
from html import unescape

from tests import picture


def words(svg):
    return Counter(unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))).replace("\xa0", " ").split())


def test_the_picture_shows_what_is_extracted_now():
    assert words(picture.PICTURE.read_text(encoding="utf-8")) == words(picture.make()), (
        "draw it again: python -m tests.picture"
    )


def test_what_is_coloured_is_evidence():
    record = picture.extract.extract_file(picture.ROOT / picture.SAMPLE)
    for field in picture.STYLES:
        found = list(picture.evidence_of(record, field))
        assert found, field
