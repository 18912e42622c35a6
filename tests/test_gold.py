from pathlib import Path

import pytest

from extract.gold import draft_gold, ground_gold
from extract.sources.files import read_file
from models.gold import Gold, article_of, find_faults, flatten, read_gold

SAMPLES = sorted((Path(__file__).parent.parent / "samples" / "dev").glob("*.gold.json"))


def flat(value):
    if isinstance(value, str):
        return flatten(value)
    if isinstance(value, dict):
        return {key: flat(item) for key, item in value.items()}
    return [flat(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_gold_survives_the_way_to_a_record_and_back(path, extractor):
    document = extractor.read(read_file(str(article_of(path))))
    gold = read_gold(path)
    record = ground_gold(gold, document.text, extractor.parts.lists.forces)
    assert flat(draft_gold(record).model_dump(mode="json")) == flat(gold.model_dump(mode="json"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_a_draft_from_what_is_extracted_holds_against_its_article(path, extractor):
    document = extractor.read(read_file(str(article_of(path))))
    draft = draft_gold(extractor.extract(document)).model_dump(mode="json")
    assert find_faults(draft, text=document.text, forces=extractor.parts.lists.forces) == []


def test_words_that_are_not_in_the_article_make_no_record(gazetteers):
    data = read_gold(SAMPLES[0]).model_dump() | {"forces": (), "stated_counts": (), "grades": (), "recommendations": ()}
    gold = Gold.model_validate(data)
    with pytest.raises(ValueError, match="is not in the article"):
        ground_gold(gold, "Something else.", gazetteers.forces)
