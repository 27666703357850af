"""The machine: processors, processes, memory, the clock; nothing of the offer."""
