# Issues the month that has just ended, as at its last day, and proves all that was issued. Windows.
# Stands in the folder that holds input and output. Ends with the worse of the two exit codes.
Set-Location -LiteralPath $PSScriptRoot
$tool = Join-Path $PSScriptRoot '.venv\Scripts\edi-reports.exe'
$asAt = (Get-Date -Day 1).AddDays(-1).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)

& $tool month --as-at $asAt --quiet 2>&1 | Out-File -Append -Encoding utf8 month.log
$made = $LASTEXITCODE
if ($made -gt 1) { exit $made }

& $tool verify 2>&1 | Out-File -Append -Encoding utf8 month.log
exit [Math]::Max($made, $LASTEXITCODE)
