"""What holds without a settings workbook: committees, thresholds, and the national frameworks they are routed by."""

from __future__ import annotations

from edi_reports.model.committee import Committee

# The strategy's governing committees: workforce equality goes to the People Committee; communities, the anchor
# organisation and access to services go to the Quality Committee; the Equality Group monitors all campaign plans and
# the Trust Board is owed regular reports. EDS 2022: domain 1 is services, 2 the workforce, 3 leadership.
COMMITTEES = (
    Committee(
        "People Committee",
        ("WRES", "MWRES", "BWRES", "WDES", "GPG", "EPG", "EDS22 Domain 2", "EDS22 Domain 3", "Workforce Equality"),
    ),
    Committee(
        "Quality Committee",
        (
            "EDS22 Domain 1",
            "AIS",
            "PCREF",
            "Core20PLUS5",
            "Understanding our Communities",
            "Our Role as an Anchor Organisation",
            "Anchor organisation",
            "Communities",
            "Access to services",
        ),
    ),
    Committee("Equality Group"),
    Committee("Trust Board"),
)
