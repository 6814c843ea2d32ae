"""Lets `python -m harehawk.cli` do what `harehawk` does."""

import sys

from harehawk.cli import main

sys.exit(main())
