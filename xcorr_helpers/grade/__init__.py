"""Marks for a class: what thirty people handed in, run apart and judged.

    python -m xcorr_helpers.grade FOLDER

Nothing of the course imports this room. It knows the judges, and nothing else.
"""
