# Removes hiptimer for this person. History, settings and own routines stay.
$ErrorActionPreference = "Stop"

$target = Join-Path $env:LOCALAPPDATA "Programs\hiptimer"
$program = Join-Path $target "program"
$classes = "HKCU:\Software\Classes"

if (Get-Process -Name "hiptimer", "hiptimer-window" -ErrorAction SilentlyContinue) {
    Write-Host "hiptimer is open. Close it, then try again."
    exit 1
}
$menu = Join-Path ([Environment]::GetFolderPath("Programs")) "hiptimer.lnk"
$gone = @(
    $menu,
    "HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\hiptimer",
    "$classes\Applications\hiptimer-window.exe",
    "$classes\.toml\OpenWithList\hiptimer-window.exe",
    "$classes\.zip\OpenWithList\hiptimer-window.exe"
)
foreach ($place in $gone) {
    if (Test-Path $place) { Remove-Item -Recurse -Force $place }
}
$path = [Environment]::GetEnvironmentVariable("Path", "User")
$kept = ($path -split ";") | Where-Object { $_ -and $_ -ne $program }
[Environment]::SetEnvironmentVariable("Path", ($kept -join ";"), "User")
Set-Location $env:TEMP
Remove-Item -Recurse -Force $target
Write-Host "hiptimer is removed. Your history and settings are kept in $env:LOCALAPPDATA\hiptimer."
