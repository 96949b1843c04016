"""The physio's line: a prescription in a person's own words, read into steps."""
