"""Reception days under 1+3+X, and matters and incidents noted at the window. (The visitor log is `reception`.)"""
