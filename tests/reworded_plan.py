"""The trust's own plan as another hand might write it a year on: what each action of October 2025 became."""

from __future__ import annotations

REWORDED = {
    "Trust Board to hold a development workshop": (
        "Run a workshop for the Board on health inequalities, so that it can settle how they are to be governed."
    ),
    "The engagement process for developing": (
        "Make sure that equality and health inequalities are part of the engagement on, and then of the delivery of, "
        "the new Five-Year Strategy."
    ),
    "Staff networks to have the opportunity": (
        "Give every staff network regular chances to present to senior leaders and to meet with members of the Board."
    ),
    "All Staff Networks to have": "Each of the Staff Networks has an Executive sponsor in post",
    "Board members and senior leaders sponsor": (
        "Senior leaders and members of the Board to sponsor cultural, religious and local celebrations"
    ),
    "Board members and senior leaders actively communicate": (
        "Senior leaders and Board members to talk actively with system partners and staff about equality, diversity, "
        "inclusion and health inequalities."
    ),
    "Board members hold services to account": (
        "Board members regularly raise equality and health inequality issues and hold services to account for them"
    ),
    "Continued visible leadership": (
        "Board members stay visible in embedding the inclusive leadership vision, "
        "by leading or attending leadership events."
    ),
    "EDI to become a standing item": (
        "Make EDI a standing item of Divisional and Directorate performance meetings, with discussion of the Staff "
        "Survey, pulse survey, WRES, WDES and Gender Pay Gap, and of what is done to improve staff experience."
    ),
    "Continue to encourage staff to update": (
        "Encourage colleagues to keep their personal EDI data up to date, disability included"
    ),
    "Work towards Level 3": "Reach Level 3 of the Disability Confident scheme as an Employer",
    "The Trust to take positive action": (
        "Improve the ethnic diversity of the Trust Board by positive action\n• Recruitment to Board roles is fair and "
        "transparent and seeks a wider recruitment pool."
    ),
    "Use an intersectionality analysis": (
        "Analyse pay gaps intersectionally across roles and functions, to see how protected characteristics relate, "
        "and work out further positive action with the staff networks."
    ),
    "Continue to embed and expand": "Expand flexible working arrangements further, for example by more self-rostering.",
    "Work with Clinical Directors": (
        "Find out from Clinical Directors which guidance would help them support senior medical staff who seek "
        "flexible working arrangements"
    ),
    "Work with the women's Network": (
        "With the Women's Network, explore what colleagues experience on returning from maternity, adoption or shared "
        "parental leave, and improve their support."
    ),
    "Promote career development programmes": (
        "Career development programmes for medical staff to be promoted, so that medical leadership "
        "becomes more diverse"
    ),
    "Commission development programmes": (
        "Career development and progression of BAME staff to be supported by commissioned programmes."
    ),
    "Trust Board to overseeing": (
        "Key EDI metrics: the Trust Board oversees the setting of targets and KPIs for improvement year on year."
    ),
    "Regular reporting and discussion": (
        "Report regularly to Board Committees and the Trust Board on EDI action plan progress and KPIs, for discussion."
    ),
    "Launch a sexual safety charter": (
        "Set up a working group of network and trade union members and launch the sexual safety charter"
    ),
}
"""The first words of an action, and the whole of it reworded."""

COMING = (
    "Offer every internationally recruited nurse a named buddy in the first six months",
    "Publish an annual report of hate crime against staff and what was done about it",
    "Replace the paper interpreter booking form with an online one",
)
"""Actions that the reworded plan has and the trust's own has not."""
