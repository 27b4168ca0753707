"""python -m desk.hub: see cli.py."""

import sys

from desk.hub.cli import main

if __name__ == "__main__":
    sys.exit(main())
