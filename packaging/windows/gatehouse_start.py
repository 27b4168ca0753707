"""What the launcher of the Windows program runs: says that this is the packaged program, then starts it."""

import sys

import gatehouse_entry

sys.frozen = True  # type: ignore[attr-defined]
sys.exit(gatehouse_entry.main())
