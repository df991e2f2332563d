"""``python -m briefing``: the command line."""

from briefing.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
