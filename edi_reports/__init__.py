"""EDI action plans, from the workbook that people keep to the tracker and papers that committees read.

    workbook → reading → normalising → rules → reports → writing

`recipe` walks a plan through these rooms once, in that direction. In the middle stands one value,
`model.plan.ActionPlan`; readers and writers never meet. `audit` compares plans, `month` is the monthly batch,
`cli` is the doorway.
"""

__version__ = "0.1.0"
