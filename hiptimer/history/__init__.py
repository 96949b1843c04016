"""The record of every session on disk. Knows neither Qt nor sound."""
