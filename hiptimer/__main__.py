"""`python -m hiptimer` is the same as `hiptimer`."""

from hiptimer.cli import main

if __name__ == "__main__":
    main()
