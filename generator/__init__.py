"""Articles in, dated and evidenced event records in the middle, a public timeline out."""
