"""Document to annotations: spaCy components on a blank pipeline, one module a field."""
