"""The two engines behind one small port."""
