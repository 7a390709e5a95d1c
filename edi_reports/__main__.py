"""`python -m edi_reports` does what `edi-reports` does."""

from edi_reports.cli import main

main()
