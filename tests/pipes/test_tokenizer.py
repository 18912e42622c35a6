import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.document.plain import read_text
from extract.pipeline import build_language
from extract.pipes.annotation import KEY, reading_of
from extract.pipes.tokenizer import build_tokenizer

HARSH = [
    "Don't say 'it's cannot' - the force's 9.30am can't-do (e.g. U.K.) said:“We won't!”",
    'ACC Hill/Chief Supt. Lee: "We’re…" 3,000 (£5m) 50% re-inspected;and/or…',
    "\u00adsoft hy\u00adphen 👮\u200d♀️ \U0001d54f astral\ttab\u00a0\u2003space",
    "I'll y'all gonna 'em. e.g. i.e. Mr. O'Neill-Smith's :) :-( http://a.b/c?d=e a@b.uk",
]
texts = st.text(st.one_of(st.sampled_from(list("abc Ab.,;:'\"“”‘’()-/£%\n\u00ad👮é")), st.characters()), max_size=80)


def tokens(tokenizer, text):
    return [(token.text, token.idx) for token in tokenizer(text)]


@pytest.fixture
def fresh():
    return lambda: build_tokenizer(Vocab())


def test_tokens_are_the_same_whatever_ran_before(fresh):
    alone = {text: tokens(fresh(), text) for text in HARSH}
    for seed in range(4):
        tokenizer, order = fresh(), [text for text in HARSH for _ in range(2)]
        random.Random(seed).shuffle(order)
        for text in order:
            assert tokens(tokenizer, text) == alone[text]


@given(texts)
def test_a_warm_tokenizer_gives_the_tokens_of_a_cold_one(text):
    warm = build_tokenizer(Vocab())
    for other in HARSH:
        warm(other)
    once = tokens(warm, text)
    assert once == tokens(warm, text)
    assert once == tokens(build_tokenizer(Vocab()), text)


@given(texts)
def test_tokens_cover_the_text(text):
    doc = build_tokenizer(Vocab())(text)
    assert doc.text == text
    last = 0
    for token in doc:
        assert text[last : token.idx].strip(" ") == ""
        assert text[token.idx : token.idx + len(token.text)] == token.text
        last = token.idx + len(token.text)
    assert text[last:].strip(" ") == ""


def test_a_name_stands_apart_from_its_possessive_and_its_marks(fresh):
    assert [text for text, _ in tokens(fresh(), '"Kent Police\'s" (GMP), said:"We')] == [
        '"',
        "Kent",
        "Police",
        "'s",
        '"',
        "(",
        "GMP",
        ")",
        ",",
        "said",
        ":",
        '"',
        "We",
    ]


def test_a_string_is_read_as_an_article(nlp):
    doc = nlp("Report\n\nThe  force’s \u201cchief\u201d.")
    assert doc.text == reading_of(doc).text == 'Report\nThe force\'s "chief".\n'


def test_a_doc_that_went_through_bytes_gives_the_same_record(extractor):
    text = (Path(__file__).parents[2] / "samples/dev/trade-01-kent-peel-eight-areas.txt").read_text(encoding="utf-8")
    document = read_text(text, extractor.parts.forms, sha256="0" * 64)
    doc = extractor.nlp(text)
    again = Doc(extractor.nlp.vocab).from_bytes(doc.to_bytes())
    once = extractor.assembler.assemble(doc, document)
    assert once.grades
    assert extractor.assembler.assemble(again, document) == once


@pytest.mark.parametrize("way", ["bytes", "disk"])
def test_a_pipeline_that_was_saved_parts_a_text_as_before(nlp, tmp_path, way):
    again = build_language()
    if way == "bytes":
        again.from_bytes(nlp.to_bytes())
    else:
        nlp.to_disk(tmp_path)
        again.from_disk(tmp_path)
    for text in HARSH:
        assert tokens(again.tokenizer.tokenizer, text) == tokens(nlp.tokenizer.tokenizer, text)


@given(texts)
def test_words_of_letters_alone_have_nothing_to_part(text):
    tokenizer = build_tokenizer(Vocab())
    once = tokens(tokenizer, text)
    tokenizer.token_match = None
    tokenizer.rules = {}  # empties the cache
    assert tokens(tokenizer, text) == once


def test_a_pipeline_may_be_built_again_and_finds_the_same(nlp):
    text = "Report\n\n24 November 2025\n\nHMICFRS graded Kent Police good at preventing crime."
    again = build_language()
    assert again(text).user_data[KEY] == nlp(text).user_data[KEY]
