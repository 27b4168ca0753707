"""The central server: keeps every desk's operations in order and hands them to the desks that may have them."""
