"""The program as a later version of it: its history has one more column.

Replaces the list of migrations before anything else is imported, and calls the program's own entry.
"""

from hiptimer.history import schema

schema.MIGRATIONS = (*schema.MIGRATIONS, ("ALTER TABLE session ADD COLUMN mood TEXT",))

if __name__ == "__main__":
    from hiptimer.cli.program import main

    main()
