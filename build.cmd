@echo off
rem As build.sh, for Windows: starts the build in build\, and compiles it first when a source changed.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "temp_root=%root%.nuke\temp\bootstrap"
set "lock=%temp_root%\lock"

set "dotnet="
for %%d in (dotnet.exe) do if not "%%~$PATH:d"=="" set "dotnet=%%~$PATH:d"
if not defined dotnet if defined DOTNET_ROOT if exist "%DOTNET_ROOT%\dotnet.exe" set "dotnet=%DOTNET_ROOT%\dotnet.exe"
if not defined dotnet if exist "%USERPROFILE%\.dotnet\dotnet.exe" set "dotnet=%USERPROFILE%\.dotnet\dotnet.exe"
if not defined dotnet goto :missing

rem Completion answers at once or not at all: from the newest compiled build, whatever its sources are by now.
if not "%~1"=="--complete" goto :build
for /f "delims=" %%o in ('dir /b /ad /o-d "%temp_root%" 2^>nul ^| findstr /r "^[0-9a-f]*$"') do if exist "%temp_root%\%%o\dotnet" (
  "%dotnet%" "%temp_root%\%%o\Build.dll" %* 2>nul
  exit /b 0
)
exit /b 0

:build
rem Name, size and time of every source of the build; the service that this repository deploys is not one.
set "hash="
for /f "usebackq delims=" %%h in (`powershell -NoProfile -ExecutionPolicy Bypass -Command "Set-Location -LiteralPath $env:root; $files = @(Get-ChildItem build,src,pipelines -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj|Sample\.Storefront)\\' }) + @(Get-ChildItem Directory.*,global.json,nuget.config,*.sln,*.slnx,build.cmd -File -ErrorAction SilentlyContinue); $text = ($files | Sort-Object FullName | ForEach-Object { $_.FullName + ' ' + $_.Length + ' ' + $_.LastWriteTimeUtc.Ticks }) -join ';'; $bytes = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($text)); -join ($bytes[0..11] | ForEach-Object { $_.ToString('x2') })"`) do set "hash=%%h"
if not defined hash (
  echo The sources of the build could not be listed: PowerShell did not answer. >&2
  exit /b 2
)

set "out=%temp_root%\%hash%"
if exist "%out%\dotnet" goto :run

pushd "%root%"
"%dotnet%" --version >nul 2>&1
if errorlevel 1 popd & goto :old
popd

if not exist "%temp_root%" mkdir "%temp_root%"
set /a waited=0
:lock
mkdir "%lock%" 2>nul && goto :compile
if exist "%out%\dotnet" goto :run
if %waited% equ 0 echo Waiting for another run, which compiles the build... >&2
set /a waited+=1
if %waited% gtr 900 (
  echo Another run has compiled for 900 seconds. Delete "%lock%" if there is none. >&2
  exit /b 2
)
ping -n 2 127.0.0.1 >nul
goto :lock

:compile
if exist "%out%\dotnet" goto :unlock
echo Compiling the build... >&2
set "ahead=%temp_root%\artifacts\ahead"
if exist "%ahead%\now" rmdir /s /q "%ahead%\now"
set "DOTNET_HOST_PATH="
set "MSBuildSDKsPath="
set "MSBuildExtensionsPath="
"%dotnet%" msbuild "%root%build\Build.csproj" -restore -property:Configuration=Release -verbosity:quiet -nologo -terminalLogger:off -consoleLoggerParameters:NoSummary -nodeReuse:false "-p:ArtifactsPath=%temp_root%\artifacts" "-p:CompileAheadTo=%ahead%" -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:GenerateDocumentationFile=false -p:TreatWarningsAsErrors=false >&2
if errorlevel 1 (
  rmdir "%lock%"
  echo The build does not compile; the errors are above. >&2
  exit /b 2
)
set "new=%temp_root%\new.%RANDOM%%RANDOM%"
xcopy "%temp_root%\artifacts\bin\Build\release" "%new%\" /e /q /y >nul
rem Machine code of the same assemblies, where it could be made: without it each start compiles them anew.
if exist "%ahead%\now" copy /y "%ahead%\now\*.dll" "%new%\" >nul
echo %dotnet%>"%new%\dotnet"
move "%new%" "%out%" >nul

rem The newest three stay; one that somebody runs cannot be renamed, and stays too.
for /f "skip=3 delims=" %%o in ('dir /b /ad /o-d "%temp_root%" ^| findstr /r "^[0-9a-f]*$"') do move "%temp_root%\%%o" "%temp_root%\old.%%o" >nul 2>&1 && rmdir /s /q "%temp_root%\old.%%o"

:unlock
rmdir "%lock%"

:run
"%dotnet%" "%out%\Build.dll" %*
exit /b %errorlevel%

:missing
echo The .NET SDK was not found: no dotnet on the PATH, in DOTNET_ROOT or in %%USERPROFILE%%\.dotnet. >&2
goto :needed

:old
echo No installed .NET SDK is new enough. Found: >&2
"%dotnet%" --list-sdks >&2

:needed
echo Needed: the SDK of global.json or a later one of the same major version. >&2
echo Install it from https://dot.net/download. >&2
exit /b 2
