import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document.html import read_page
from extract.document.reading import read
from extract.errors import InputError

PROSE = "Inspectors found that the force answers its callers far too slowly, and that it has known so for years."
MORE = "The chief constable said that more people would answer them from the spring on, at all hours of the day."


def page(body, head=""):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def article(body):
    """A page that marks its article, with enough words to be believed."""
    return page(f"<main><h1>Kent Police praised</h1><p>{PROSE}</p><p>{MORE}</p>{body}</main>")


def blocks_of(forms, body):
    """Kind and words of each block of an article behind its opening paragraphs."""
    document = read_page(article(body), forms)
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks[3:]]


def test_the_text_is_the_visible_one_a_block_a_line(forms):
    document = read_page(article("<h2>Next</h2><p>It  will\n <b>improve</b>.</p>"), forms, "a.html", sha256="0" * 64)
    assert document.text == f"Kent Police praised\n{PROSE}\n{MORE}\nNext\nIt will improve."
    assert [block.kind for block in document.blocks] == [
        "headline",
        "paragraph",
        "paragraph",
        "subheading",
        "paragraph",
    ]
    assert (document.path, document.media_type, document.sha256) == ("a.html", "text/html", "0" * 64)
    assert document.metadata.title == "Kent Police praised"


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("It&rsquo;s &pound;5m &amp; more.", "It\u2019s \u00a35m & more."),
        ("Kent&nbsp;Police\u00adwas", "Kent\u00a0Police\u00adwas"),
        ("1 &lt; 2, a &#128658; came.", "1 < 2, a \U0001f692 came."),
        ("in<!-- no -->visible.", "invisible."),
        ("half <em>a w</em>ord.", "half a word."),
        ("&#xD800; is no character.", "\ufffd is no character."),
    ],
)
def test_characters_are_those_that_a_reader_sees(forms, markup, shown):
    assert blocks_of(forms, f"<p>{markup}</p>")[0][1] == shown


def test_a_line_break_begins_a_block(forms):
    assert blocks_of(forms, "<p>It is so.<br>It was so.</p>") == [
        ("paragraph", "It is so."),
        ("paragraph", "It was so."),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var good = 1</script>",
        "<style>p { color: red }</style>",
        "<nav><a>Home</a></nav>",
        "<aside>Related: a dog</aside>",
        "<footer>All rights</footer>",
        "<form><input value=x>Search</form>",
        '<div class="cookie-banner">We use cookies</div>',
        '<div class="article__related-links">Dog found in a well</div>',
        '<section id="comments"><p>First!</p></section>',
        '<div role="navigation">Home</div>',
        "<p hidden>More</p>",
        '<span aria-hidden="true">x</span>',
        '<p style="display: none">More</p>',
        '<blockquote class="pull-quote">We will do better</blockquote>',
        "<header>Northbridge Gazette</header>",
        "<ul><li><a href='/1'>Kent Police requires improvement, again</a></li><li> <a href='/2'>Dog found</a></li></ul>",
    ],
)
def test_what_is_the_page_s_and_not_the_article_s_is_left_out(forms, markup):
    assert blocks_of(forms, markup) == []


def test_a_block_named_like_a_banner_stays_if_it_holds_the_headline(forms):
    inside = f'<div class="topics"><h1>Kent Police praised</h1><p>{PROSE}</p><p>{MORE}</p></div>'
    assert PROSE in read_page(page(f"<main>{inside}</main>"), forms).text


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="widget widget__editor">{}</div>',
        '<div class="elementor-widget elementor-widget-text-editor">{}</div>',
        '<div class="page-contents">{}</div>',
        '<section class="article-modal">{}</section>',
        '<form id="aspnetForm"><div class="content">{}</div></form>',
        '<div class="newsletter">{}</div>',
    ],
)
def test_a_block_stays_in_which_most_of_the_text_stands_whatever_its_name(forms, markup):
    document = read_page(page("<h1>Kent Police praised</h1>" + markup.format(f"<p>{PROSE}</p><p>{MORE}</p>")), forms)
    assert document.text == f"Kent Police praised\n{PROSE}\n{MORE}"


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="comments">{}</div>',
        '<div class="related-posts">{}</div>',
        '<div class="widget" style="display: none">{}</div>',
        '<div class="widget" hidden>{}</div>',
        '<aside class="widget">{}</aside>',
        '<div class="elementor-widget elementor-widget-posts related">{}</div>',
    ],
)
def test_what_is_surely_the_page_s_is_left_out_however_long(forms, markup):
    document = read_page(article(markup.format(f"<p>{PROSE}</p>" * 9)), forms)
    assert document.text == f"Kent Police praised\n{PROSE}\n{MORE}"


def test_a_part_that_a_reader_opens_by_its_heading_is_read(forms):
    body = (
        '<h3><button>What was said</button>Response</h3><div class="accordion__panel" hidden="">It will improve.</div>'
    )
    assert ("paragraph", "It will improve.") in blocks_of(forms, body)


def test_of_several_articles_that_with_the_headline_is_read(forms):
    teaser = f"<article><h2>Essex praised</h2><p>{PROSE}</p><p>{MORE}</p></article>"
    first = f"<article><h1>Kent Police praised</h1><p>{PROSE}</p><p>{MORE}</p></article>"
    assert read_page(page(first + teaser), forms).text == f"Kent Police praised\n{PROSE}\n{MORE}"


def test_a_date_in_a_list_below_the_headline_is_the_dateline(forms):
    body = f"<main><h1>Kent Police praised</h1><ul class='info'><li>14 May 2025</li></ul><p>{PROSE}</p><p>{MORE}</p></main>"
    document = read_page(page(body), forms)
    assert [block.kind for block in document.blocks[:3]] == ["headline", "dateline", "paragraph"]
    assert document.metadata.published == "2025-05-14"


def test_items_know_their_lead_in(forms):
    document = read_page(
        article("<p>The force should:</p><ul><li>answer calls<li><p>record <i>crimes</i></p></ul>"), forms
    )
    lead, *items = list(enumerate(document.blocks))[3:]
    assert [(document.text[b.start : b.end], b.kind, b.lead, b.mark) for _, b in items] == [
        ("answer calls", "item", lead[0], "\u2022"),
        ("record crimes", "item", lead[0], "\u2022"),
    ]


def test_a_definition_knows_its_term(forms):
    document = read_page(article("<dl><dt>Custody</dt><dd>Good</dd><dt>Response</dt><dd>Adequate</dd></dl>"), forms)
    pairs = [
        (document.text[document.blocks[b.lead].start : document.blocks[b.lead].end], document.text[b.start : b.end])
        for b in document.blocks
        if b.kind == "item"
    ]
    assert pairs == [("Custody", "Good"), ("Response", "Adequate")]


def test_a_row_has_cells_and_knows_the_head_of_its_table(forms):
    table = (
        "<table><caption>Grades</caption><tr><th>Area</th><th>Grade</th></tr>"
        "<tr><td>Custody</td><td>Good</td></tr><tr><th>Response</th><td><ul><li>Poor</li><li>(good)</li></ul></td></tr></table>"
    )
    document = read_page(article(table), forms)
    caption, head, *rows = list(enumerate(document.blocks))[3:]
    assert (caption[1].kind, head[1].kind, head[1].lead) == ("caption", "row", -1)
    assert [block.lead for _, block in rows] == [head[0]] * 2
    assert [[document.text[start:end] for start, end in block.cells] for _, block in rows] == [
        ["Custody", "Good"],
        ["Response", "Poor \u2022 (good)"],
    ]
    assert "Custody\tGood\nResponse" in document.text
    assert len({block.group for _, block in (head, *rows)}) == 1


def test_a_table_within_a_list_and_an_empty_row_leave_no_empty_block(forms):
    found = blocks_of(
        forms, "<ul><li>a<table><tr><td></td></tr><tr><td>b</td><td></td></tr></table></li><li></li></ul>"
    )
    assert [kind for kind, _ in found] == ["item", "row"]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<h3>Next</h3>", "subheading"),
        ("<p>What is next</p>", "subheading"),
        ("<figure><img><figcaption>A car</figcaption></figure>", "caption"),
        ("<p>Picture: Kent Police</p>", "caption"),
        ("<p>Share this</p>", "boilerplate"),
        ("<h2>Related news</h2>", "boilerplate"),
        ("<blockquote>It is so, he said.</blockquote>", "paragraph"),
    ],
)
def test_a_block_is_told_by_its_mark_or_its_form(forms, markup, kind):
    assert [found for found, _ in blocks_of(forms, markup)] == [kind]


def test_standfirst_byline_and_dateline(forms):
    head = "<h1>Kent Police praised</h1><p class=standfirst>A county of callers waits too long.</p><p>By Ann Lee</p>"
    body = f"{head}<time datetime=2025-11-24>24 November 2025</time><p>{PROSE}</p><p>{MORE}</p>"
    document = read_page(page(f"<article>{body}</article>"), forms)
    assert [block.kind for block in document.blocks][:4] == ["headline", "standfirst", "byline", "dateline"]
    assert (document.metadata.author, document.metadata.published) == ("Ann Lee", "2025-11-24")


def test_what_follows_related_news_is_boilerplate_until_a_heading_as_high(forms):
    found = blocks_of(
        forms, f"<h2>Related news</h2><h3>A dog</h3><p>{PROSE[:-1]} too.</p><h2>Grades</h2><p>It is so.</p>"
    )
    assert [kind for kind, _ in found] == ["boilerplate"] * 3 + ["subheading", "paragraph"]


def test_a_page_that_marks_no_article_is_cut_where_trafilatura_cuts_it(forms):
    body = f"<div><a>Jobs</a></div><h1>Kent Police praised</h1><p>{PROSE}</p><p>{MORE}</p><p>{PROSE} {MORE}</p><div>Jobs</div>"
    document = read_page(page(body), forms)
    assert [block.kind for block in document.blocks] == [
        "boilerplate",
        "headline",
        *["paragraph"] * 3,
        "boilerplate",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<!doctype html>",
        b"<html><body><script>render()</script><div id=app></div></body></html>",
        page("<nav>Home</nav>"),
        page("<p> &nbsp; </p>"),
    ],
)
def test_a_page_without_words_is_an_error(forms, data):
    with pytest.raises(InputError) as raised:
        read_page(data, forms, "a.html")
    assert (raised.value.code, raised.value.path) == ("E109", "a.html")


def test_a_page_nested_beyond_measure_is_an_error(forms):
    with pytest.raises(InputError, match="nested too deeply") as raised:
        read_page(page("<div>" * 5000 + "x"), forms)
    assert raised.value.code == "E105"


def test_a_wrong_declaration_of_the_encoding_is_not_believed(forms):
    data = '<?xml version="1.0" encoding="iso-8859-1"?><html><body><h1>Café</h1><p>It is so.</p></body></html>'
    assert read_page(data.encode(), forms).text == "Café\nIt is so."


def test_broken_markup_is_read_all_the_same(forms):
    assert read_page(b"<html><body><p>One <b>two<p>three</i> <td>four", forms).text == "One two\nthree\nfour"


TAGS = st.sampled_from(
    [
        "p",
        "div",
        "ul",
        "li",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "b",
        "br",
        "span",
        "blockquote",
        "main",
        "article",
        "header",
    ]
)
PIECES = st.one_of(
    TAGS.map("<{}>".format),
    TAGS.map("</{}>".format),
    st.sampled_from(["Kent ", "good", " &amp; ", "\n", "\u00a0", "&#0;"]),
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_blocks_of_any_page_lie_in_order_on_its_text(forms, markup):
    try:
        document = read_page(page(markup), forms)
    except InputError as error:
        assert error.code in ("E105", "E109")  # noqa: PT017
        return
    last = 0
    for number, block in enumerate(document.blocks):
        assert last <= block.start < block.end <= len(document.text)
        assert -1 <= block.lead < number
        assert all(block.start <= start <= end <= block.end for start, end in block.cells)
        last = block.end
    assert read(document).text.count("Kent") <= document.text.count("Kent") == markup.count("Kent")


def test_below_a_label_the_next_heading_is_the_headline(forms):
    page = (
        "<html><body><main><h1>Agenda item</h1><h2>Inspection: plan of action</h2><p>Meeting of the committee, 15 December 2022</p>"
        f"<p>{'The committee noted the report of the chief fire officer. ' * 6}</p><h3>Documents</h3></main></body></html>"
    )
    document = read_page(page.encode(), forms)
    assert document.metadata.title == "Inspection: plan of action"
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind == "headline"] == [
        "Inspection: plan of action"
    ]


def test_a_heading_that_names_the_site_is_no_headline(forms):
    body = f"<h1>Northbridge Gazette</h1><h2>Kent Police praised</h2><p>24 November 2025</p><p>{PROSE}</p><p>{MORE}</p>"
    document = read_page(page(body, "<title>Kent Police praised</title>"), forms)
    assert (document.metadata.title, document.metadata.publisher) == ("Kent Police praised", "Northbridge Gazette")
    other = read_page(
        page(body.replace("Northbridge Gazette", "Our police praised"), "<title>Kent Police praised</title>"), forms
    )
    assert other.metadata.title == "Our police praised"


def test_a_byline_ends_before_what_stands_behind_it(forms):
    body = "<main><h1>Kent Police praised</h1><div><span>Author: Ann Lee</span> <span>Published: 14/05/2024</span> <span>Category: Police</span></div>"
    metadata = read_page(page(f"{body}<p>{PROSE}</p><p>{MORE}</p></main>"), forms).metadata
    assert (metadata.author, metadata.published) == ("Ann Lee", "2024-05-14")


def test_teasers_of_other_articles_are_left_out(forms):
    assert blocks_of(forms, "<div class='teasers'><h3>Essex rated inadequate</h3><h3>Surrey praised</h3></div>") == []


@pytest.mark.parametrize(
    "items",
    [
        '<li><p><a href="/a">Essex Police rated inadequate</a></p></li><li><p><a href="/b">Arson at Lyme</a></p></li>',
        '<li><div><span><a href="/a">Essex Police rated inadequate</a></span></div></li>',
    ],
)
def test_a_list_of_links_is_left_out_in_whatever_they_are_wrapped(forms, items):
    assert blocks_of(forms, f"<ul>{items}</ul><p>{PROSE}</p>") == [("paragraph", PROSE)]


def test_an_item_with_a_link_in_it_stays(forms):
    assert blocks_of(forms, '<ul><li><p><a href="/a">Leadership</a>: good</p></li></ul>') == [
        ("item", "Leadership: good")
    ]


def test_what_a_figure_says_is_a_caption_if_it_shows_a_picture(forms):
    shown = '<figure><img src="a.jpg"><span>Lyme Images</span></figure><figure><p>It is so, and was.</p></figure>'
    assert [kind for kind, _ in blocks_of(forms, shown)] == ["caption", "paragraph"]


def test_a_heading_over_buttons_is_boilerplate(forms):
    assert blocks_of(forms, "<h2>Share</h2>") == [("boilerplate", "Share")]


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("Ann Lee", "Ann Lee"),
        ("By Ann Lee", "Ann Lee"),
        ("Press Association", None),
        ("Web Team", None),
        ("Local Democracy", None),
    ],
)
def test_a_desk_or_an_agency_in_the_head_of_a_page_is_no_author(forms, name, author):
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {{"@type": "Person", "name": "{name}"}}}}</script>'
    body = f"<main><h1>Kent Police praised</h1><p>{PROSE}</p><p>{MORE}</p><p>The text is of {name.removeprefix('By ')} and of nobody else.</p></main>"
    assert read_page(page(body, head), forms).metadata.author == author


def test_an_article_goes_on_below_a_box_between_its_paragraphs(forms):
    box = "<p><b>Read more</b></p><p>Essex Police rated inadequate</p>"
    kinds = [kind for kind, _ in blocks_of(forms, f"{box}<p>{PROSE}</p><p>{MORE}</p>")]
    assert kinds == ["boilerplate", "boilerplate", "paragraph", "paragraph"]


def test_what_readers_wrote_below_a_page_is_boilerplate(forms):
    kinds = [kind for kind, _ in blocks_of(forms, f"<p>Comments</p><p>{PROSE}</p><p>{MORE}</p>")]
    assert kinds == ["boilerplate"] * 3
