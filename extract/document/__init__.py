"""Bytes to a document: the only place where text is made."""
