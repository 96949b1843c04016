"""Plain frozen values, and reading them from TOML and JSON. Knows no clock, no Qt, no sound."""
