"""`python -m edi_reports` does what `edi-reports` does."""

from edi_reports.cli import main

if __name__ == "__main__":  # not again in the processes of --jobs
    main()
