"""QR codes out of pixels: still pictures with every repair that pays, live frames within a few milliseconds each."""
