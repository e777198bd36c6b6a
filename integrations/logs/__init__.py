"""Event logs in files: Parquet, CSV, XES and OCEL, written and read.

``reading.read_log(path, processes)`` gives an ``EventLog`` from a file of ours or of anybody else;
``writing.write_log(log, path, processes)`` writes one in the format of the suffix.
"""
