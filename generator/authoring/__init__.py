"""What people write with the program's help: new records, answers to forms, new sites."""
