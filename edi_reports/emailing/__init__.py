"""E-mail: an issued month and the distribution lists of the settings become drafts, or messages sent.

    issued → drafting → letters → body → mime → the drafts folder, or sending → smtp

`issued` reads a month back and lets nothing pass that differs from its manifest. `drafting` decides who is written to,
`letters` says what, `body` and `mime` make bytes of it. `sending` keeps the ledger; only `smtp` touches the network.
"""
