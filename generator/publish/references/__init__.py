"""What readers cite: pages of ours and their sources, in words and for reference managers."""
