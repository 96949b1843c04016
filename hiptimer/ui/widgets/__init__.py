"""Small parts that pages are made of. They paint with their palette and know no page."""
