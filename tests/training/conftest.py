import pytest

from tests.marked import HEAD


@pytest.fixture
def lesson(extractor):
    """A lesson of a body and its gold: `lesson("Kent was graded good.", {"forces": []})`."""
    from extract.document.plain import read_text
    from extract.training.lessons import Lesson

    def put(body, gold, name="news-01"):
        document = read_text(HEAD + body, extractor.parts.forms, name)
        return Lesson(name, "news", document, gold, extractor.nlp(extractor.nlp.tokenizer.of(document)))

    return put
