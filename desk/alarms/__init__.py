"""Alarms of buttons, watches and contacts; who wears one; rules that act by themselves."""
