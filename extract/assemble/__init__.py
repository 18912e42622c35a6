"""Annotations to a record: second mentions, grouping, linking; pure functions."""
