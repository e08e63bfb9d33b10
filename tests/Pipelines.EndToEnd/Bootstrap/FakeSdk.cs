using System.Runtime.Versioning;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Bootstrap;

/// <summary>A <c>dotnet</c> that notes its calls, copies a file where a compile would put the program, and runs that as a shell script: the bootstrap is tested without ten seconds of compiler each time.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FakeSdk
{
    private readonly ScratchFolder _folder;

    public FakeSdk(ScratchFolder folder)
    {
        _folder = folder;
        var dotnet = folder.Write("sdk/dotnet", $$"""
            #!/bin/sh
            echo "$1" >>'{{folder}}/calls'
            case $1 in
            --version) test ! -e '{{folder}}/too-old' ;;
            --list-sdks) echo '8.0.100 [/sdk]' ;;
            msbuild)
              for argument; do case $argument in -p:ArtifactsPath=*) artifacts=${argument#*=} ;; esac; done
              touch '{{folder}}/compiling'
              if [ -e '{{folder}}/slow' ]; then sleep 1; fi
              if [ -e '{{folder}}/stuck' ]; then exec sleep 300; fi
              if [ -e '{{folder}}/broken' ]; then echo 'Build.cs(1,1): error CS1002: ; expected'; exit 1; fi
              mkdir -p "$artifacts/bin/Build/release"
              cp '{{folder}}/program' "$artifacts/bin/Build/release/Build.dll"
              mkdir -p "$artifacts/obj/Build"
              printf '      "path": "%s",\n' ../src/Pipelines/Pipelines.csproj ../pipelines/deep/folder/Lint.csproj serilog/3.1.1 >"$artifacts/obj/Build/project.assets.json"
              if [ -e '{{folder}}/machine-code' ]; then mkdir -p "$artifacts/ahead/now"; cp '{{folder}}/machine-code' "$artifacts/ahead/now/Build.dll"; fi ;;
            *) program=$1; shift; exec sh "$program" "$@" ;;
            esac
            """);
        File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Program("echo \"built: $*\"");
    }

    /// <summary>Where <c>dotnet</c> is.</summary>
    public AbsolutePath Folder => _folder / "sdk";

    /// <summary>How often something was compiled.</summary>
    public int Compiles => Calls.Count(call => call == "msbuild");

    /// <summary>First argument of each call.</summary>
    public IReadOnlyList<string> Calls => File.Exists(_folder / "calls") ? File.ReadAllLines(_folder / "calls") : [];

    /// <summary>What the next compile gives.</summary>
    public void Program(string script) => _folder.Write("program", script);

    /// <summary>Changes how the SDK behaves: <c>too-old</c>, <c>slow</c>, <c>stuck</c>, <c>broken</c>, <c>machine-code</c>; <c>compiling</c> is its own.</summary>
    public AbsolutePath Switch(string name) => _folder / name;
}
