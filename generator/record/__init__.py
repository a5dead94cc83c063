"""What a record is: its fields, its dates, its proof, its file. Knows neither extraction nor MkDocs."""
