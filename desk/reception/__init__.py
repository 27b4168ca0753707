"""Reception (来访): who came to the gate, who is inside, what was left; see desk/hearings for residents' reception days."""
