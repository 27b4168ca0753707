"""What the public screen and the notice wall may show: a view that holds no personal data."""
