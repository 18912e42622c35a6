"""Differences as one page of HTML that needs nothing else: no script, no file beside it, no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment

from extract.comparison.difference import Difference, Totals

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Two runs compared</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0 2rem; }
th, td { padding: .2rem .8rem; border-bottom: 1px solid #8886; text-align: right; }
th:first-child, td:first-child { text-align: left; }
details { border-top: 1px solid #8886; padding: .4rem 0; }
summary { cursor: pointer; font-weight: 600; }
ul { list-style: none; padding-left: 1rem; margin: .4rem 0; }
li { margin: .25rem 0; overflow-wrap: anywhere; }
.sign { display: inline-block; width: 6rem; font-weight: 600; }
.field { display: inline-block; width: 10rem; opacity: .75; }
.appeared .sign { color: #1a6e9e; } .vanished .sign { color: #b0520a; } .changed .sign { color: #7a5ea8; }
@media (prefers-color-scheme: dark) {
  .appeared .sign { color: #6cbce8; } .vanished .sign { color: #f0a05a; } .changed .sign { color: #bda4e6; }
}
del { opacity: .7; } ins { text-decoration: none; font-weight: 600; }
</style>
</head>
<body>
<h1>Two runs compared</h1>
<main>
"""
_ARTICLE = """<details{% if few %} open{% endif %}>
<summary>{{ difference.path }}{% if difference.state != "both" %} ({{ difference.state }}){% endif %}</summary>
<ul>{% for change in difference.changes %}
<li class="{{ change.kind }}"><span class="sign">{{ change.kind }}</span><span class="field">{{ change.field }}</span>{{ change.row }}
{%- if change.values %}<ul>{% for value in change.values %}
<li>{{ value.key }}: <del>{{ value.old }}</del> → <ins>{{ value.new }}</ins></li>{% endfor %}</ul>{% endif %}</li>{% endfor %}
</ul>
</details>
"""
_FOOT = """</main>
<h2>Totals</h2>
<p>Articles: {% for state, count in articles %}{{ count }} {{ state }}{% if not loop.last %}, {% endif %}{% else %}none{% endfor %}</p>
<table>
<thead><tr><th>field</th><th>same</th><th>appeared</th><th>vanished</th><th>changed</th></tr></thead>
<tbody>{% for name, counts in rows %}
<tr><td>{{ name }}</td><td>{{ counts.same or 0 }}</td><td>{{ counts.appeared or 0 }}</td><td>{{ counts.vanished or 0 }}</td><td>{{ counts.changed or 0 }}</td></tr>
{%- endfor %}
</tbody>
</table>
</body>
</html>
"""
_OPEN = 20
"""Articles that are shown unfolded."""


def to_page(differences: Iterable[Difference], totals: Totals) -> Iterator[str]:
    """A page in pieces: an article each, the totals at the end. Words of articles are escaped."""
    environment = Environment(autoescape=True)
    article = environment.from_string(_ARTICLE)
    yield _HEAD
    for number, difference in enumerate(differences):
        yield article.render(difference=difference, few=number < _OPEN) + "\n"
    yield environment.from_string(_FOOT).render(articles=sorted(totals.articles.items()), rows=totals.rows.items())
