"""Builds records of invented articles: `Article(text).grade(…).record()`; evidence is found by its words."""

import hashlib

from models import Record

ROW = {"rule": "cases.made", "confidence": 1.0}


class Article:
    def __init__(self, text, **source):
        self.text = text
        self.data = {
            "source": {
                "path": "a.txt",
                "media_type": "text/plain",
                "sha256": "0" * 64,
                "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
                "characters": len(text),
                **source,
            },
            **{name: [] for name in ("forces", "stated_counts", "grades", "recommendations", "initiatives")},
            **{name: [] for name in ("officials", "quotes")},
        }

    def at(self, words, number=0):
        start = -1
        for _ in range(number + 1):
            start = self.text.index(words, start + 1)
        return {"start": start, "end": start + len(words), "text": words}

    def put(self, field, evidence, **values):
        key = "parts" if field == "quotes" else "evidence"
        words = [evidence] if isinstance(evidence, (str, dict)) else evidence
        places = [self.at(one) if isinstance(one, str) else one for one in words]
        self.data[field].append(ROW | {key: places} | values)
        return self

    def top(self, **values):
        self.data |= values
        return self

    def inspectorate(self, name="HMICFRS"):
        return self.top(inspectorate={"name": name, "evidence": []})

    def force(self, words="Kent Police", id="kent-police", name="Kent Police", subject=True, kind="police"):
        return self.put("forces", words, id=id, name=name, kind=kind, subject=subject)

    def grade(self, words, area, grade="good", force="kent-police", previous=False, topic=None):
        place = {"text": "overall"} if area == "overall" else self.at(area)
        return self.put("grades", words, force=force, area=place | {"topic": topic}, grade=grade, previous=previous)

    def count(self, words, count, of="areas", grade=None, force=None):
        return self.put("stated_counts", words, count=count, of=of, grade=grade, force=force)

    def ask(self, words, kind="recommendation", force="kent-police", deadline=None, area=None):
        return self.put("recommendations", words, kind=kind, force=force, deadline=deadline, area=area)

    def initiative(self, words, name=None, started=None):
        return self.put("initiatives", words, name=name or words, kind="operation", started=started)

    def official(self, name, role=None, organisation="kent-police", words=None):
        id = f"o{len(self.data['officials']) + 1}"
        places = words or [part for part in (name, role) if part]
        return self.put("officials", places, id=id, name=name, role=role, organisation=organisation)

    def quote(self, *parts, speaker="o1", kind="direct"):
        return self.put("quotes", list(parts), speaker=speaker, kind=kind)

    def record(self, **changes):
        return Record.model_validate(self.data | changes)
