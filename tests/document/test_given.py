from extract.sources.files import Item

TEXT = b"Kent Police praised\n\nPublished 3 March 2024\n\nHMICFRS graded Kent Police good at preventing crime.\n"


def test_what_the_source_says_of_title_and_day_goes_before_what_the_article_says(extractor):
    item = Item("a.csv:1", TEXT, "text/plain", title="Another title", published="24/11/2025", given={"id": 7})
    source = extractor.extract_item(item).source
    assert (source.title, source.published, source.given) == ("Another title", "2025-11-24", {"id": 7})


def test_a_day_that_cannot_be_read_leaves_the_article_s_own(extractor):
    own = extractor.extract_item(Item("a", TEXT, "text/plain")).source
    said = extractor.extract_item(Item("a", TEXT, "text/plain", published="soon")).source
    assert own.published == said.published == "2024-03-03"


def test_the_address_is_taken_where_the_page_has_none(extractor):
    plain = b"<html><body><p>Fire crews rescue a cat</p></body></html>"
    own = (
        b'<html><head><link rel="canonical" href="https://example.org/own"></head><body><p>Fire crews</p></body></html>'
    )
    urls = [
        extractor.extract_item(Item("a", data, "text/html", url="https://example.org/warc")).source.url
        for data in (plain, own)
    ]
    assert urls == ["https://example.org/warc", "https://example.org/own"]


def test_a_file_has_neither_pages_nor_given_values_in_its_json(extractor):
    line = extractor.extract_item(Item("a", TEXT, "text/plain")).to_json()
    assert '"pages"' not in line
    assert '"given"' not in line
