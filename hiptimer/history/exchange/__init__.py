"""Out and in: sessions as files for other programs, other laptops and safe keeping."""
