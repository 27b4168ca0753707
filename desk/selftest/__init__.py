"""The program's look at itself (`gatehouse-desk --selftest FILE`): every part it stands on, tried once."""
