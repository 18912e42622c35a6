"""Many items: in this process, in processes of its own, on Dask; the journal that makes a run resumable.

An engine moves items to a worker and lines of JSON back. It knows nothing of what is extracted.
"""
