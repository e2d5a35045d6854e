"""A second, slow and plain implementation of the month, written from Docs/model.md.

Modules follow the sections of that document; numbers in comments, such as (20.1), are those of its
equations. Everything is computed in double precision with NumPy's own exp and log.
"""
