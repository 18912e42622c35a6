"""Weights of decisions, learned from articles with gold: which decisions, from what, and how well they hold elsewhere.

Above the pipeline, which it runs; nothing else knows it. Only this package needs scikit-learn (the extra `train`).
"""
