"""hiptimer leads a runner through a hip routine."""

__version__ = "0.1.0"
