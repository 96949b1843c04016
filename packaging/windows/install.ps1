# Installs hiptimer for this person: into the own programs, with an entry in the Start menu, the
# command `hiptimer`, and an entry in "Installed apps" that removes it. No administrator is needed.
$ErrorActionPreference = "Stop"

$source = Join-Path $PSScriptRoot "program"
$target = Join-Path $env:LOCALAPPDATA "Programs\hiptimer"
$window = Join-Path $target "program\hiptimer-window.exe"
$menu = Join-Path ([Environment]::GetFolderPath("Programs")) "hiptimer.lnk"
$entry = "HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\hiptimer"
$classes = "HKCU:\Software\Classes"

if (Get-Process -Name "hiptimer", "hiptimer-window" -ErrorAction SilentlyContinue) {
    Write-Host "hiptimer is open. Close it, then try again."
    exit 1
}
if (Test-Path $target) { Remove-Item -Recurse -Force $target }
New-Item -ItemType Directory -Force $target | Out-Null
Copy-Item -Recurse $source (Join-Path $target "program")
Copy-Item (Join-Path $PSScriptRoot "uninstall.ps1") $target

$shortcut = (New-Object -ComObject WScript.Shell).CreateShortcut($menu)
$shortcut.TargetPath = $window
$shortcut.WorkingDirectory = $env:USERPROFILE
$shortcut.Save()

# Offered under "Open with"; what opens .toml and .zip otherwise stays.
$command = "$classes\Applications\hiptimer-window.exe\shell\open\command"
New-Item -Force $command | Out-Null
Set-ItemProperty $command "(default)" "`"$window`" open `"%1`""
foreach ($ending in ".toml", ".zip") {
    $with = "$classes\$ending\OpenWithList\hiptimer-window.exe"
    New-Item -Force $with | Out-Null
}

$program = Join-Path $target "program"
$path = [Environment]::GetEnvironmentVariable("Path", "User")
if (($path -split ";") -notcontains $program) {
    [Environment]::SetEnvironmentVariable("Path", "$path;$program".TrimStart(";"), "User")
}

$script = Join-Path $target "uninstall.ps1"
New-Item -Force $entry | Out-Null
Set-ItemProperty $entry "DisplayName" "hiptimer"
Set-ItemProperty $entry "DisplayIcon" $window
Set-ItemProperty $entry "DisplayVersion" (Get-Item $window).VersionInfo.ProductVersion
Set-ItemProperty $entry "Publisher" "hiptimer contributors"
Set-ItemProperty $entry "InstallLocation" $target
Set-ItemProperty $entry "UninstallString" "powershell -NoProfile -ExecutionPolicy Bypass -File `"$script`""
Set-ItemProperty $entry "NoModify" 1 -Type DWord
Set-ItemProperty $entry "NoRepair" 1 -Type DWord

Write-Host "hiptimer is installed. It is in the Start menu."
