"""Bytes and where they came from: one module a container."""
