using System.Globalization;
using System.Text;
using Pipelines;

/// <summary>A repository of its own whose build class is a chain of targets that do nothing. It refers to an engine's sources and starts with their build.sh, as this repository does.</summary>
internal static class ScratchBuild
{
    /// <summary>Writes the repository.</summary>
    /// <param name="folder">Where; made when it is not there.</param>
    /// <param name="engine">Root of the repository with the engine.</param>
    /// <param name="targets">Length of the chain T0, T1 and so on; the last one is the default.</param>
    /// <param name="cancellationToken">Leaves what is written.</param>
    public static async Task WriteAsync(AbsolutePath folder, AbsolutePath engine, int targets, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder / "build");
        Directory.CreateDirectory(folder / ".nuke");
        foreach (var file in new[] { "build.sh", "global.json" })
        {
            File.Copy(engine / file, folder / file, overwrite: true);
        }
        await File.WriteAllTextAsync(folder / "build" / "Build.csproj", Project(engine), cancellationToken);
        await File.WriteAllTextAsync(folder / "build" / "Build.cs", Class(targets), cancellationToken);
    }

    private static string Project(AbsolutePath engine) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <UseArtifactsOutput>true</UseArtifactsOutput>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="{engine}/src/Pipelines/Pipelines.csproj" />
          </ItemGroup>
          <Import Project="{engine}/src/Pipelines/buildTransitive/Ahead.targets" />
        </Project>

        """;

    private static string Class(int targets)
    {
        var text = new StringBuilder("using Pipelines;\n\ninternal sealed class Build : PipelineBuild\n{\n");
        text.Append(CultureInfo.InvariantCulture, $"    public static int Main() => Execute<Build>(build => build.T{targets - 1});\n\n");
        text.Append("    Target T0 => _ => _.Executes(() => { });\n");
        for (var number = 1; number < targets; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    Target T{number} => _ => _.DependsOn(T{number - 1}).Executes(() => {{ }});\n");
        }
        return text.Append("}\n").ToString();
    }
}
