"""What a program does first with the wheel in an empty environment; the runner compares what it prints."""

import kvalitet

print("kvalitet", kvalitet.__version__)
