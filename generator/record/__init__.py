"""What a record is: fields, dates, proof, file. Knows neither extraction nor MkDocs."""
