using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Targets.DotNet.Testing.Sharding;

/// <summary>Asks the test platform which tests there are.</summary>
/// <param name="kind">Which tests.</param>
/// <param name="folder">For lists, which do not stay.</param>
/// <param name="run">Runs a command.</param>
internal sealed class TestDiscovery(TestKind kind, AbsolutePath folder, Func<Command, CancellationToken, Task<CommandResult>> run)
{
    /// <summary>The share of a shard in all tests of the projects.</summary>
    /// <exception cref="TargetFailedException">A project was not compiled, or is compiled for several frameworks.</exception>
    public async Task<TestShare> ShareAsync(Shard shard, IEnumerable<SolutionProject> projects, TestDurations durations, CancellationToken cancellationToken)
    {
        folder.CreateOrCleanDirectory();
        var groups = new List<TestGroup>();
        foreach (var project in projects)
        {
            groups.AddRange(TestGroup.Of(project.Name, await TestsAsync(project, cancellationToken)));
        }

        return new(shard, ShardPlan.Deal(groups, shard.Total, durations)[shard.Index - 1], groups.Sum(group => group.Tests.Length));
    }

    private async Task<ImmutableArray<string>> TestsAsync(SolutionProject project, CancellationToken cancellationToken)
    {
        var list = folder / $"{project.Name}.tests.txt";
        var assembly = await AssemblyAsync(project, cancellationToken);
        var discover = Command.Of("dotnet", "vstest", assembly, "--ListFullyQualifiedTests", $"--ListTestsTargetPath:{list}");
        await run((kind.Settings.Filter is { } filter ? discover.With($"--TestCaseFilter:{filter}") : discover) with { Quiet = true, Timeout = kind.Limit }, cancellationToken);
        if (!list.FileExists())
        {
            return [];
        }

        var tests = (await list.ReadAllTextAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        list.DeleteFile();
        return [.. tests.Distinct(StringComparer.Ordinal)];
    }

    private async Task<string> AssemblyAsync(SolutionProject project, CancellationToken cancellationToken)
    {
        var settings = kind.Settings;
        var properties = settings.Properties
            .Concat(settings.Configuration is { } configuration ? [KeyValuePair.Create("Configuration", configuration)] : [])
            .Concat(settings.Framework is { } framework ? [KeyValuePair.Create("TargetFramework", framework)] : []);
        var ask = Tools.DotNet.GetProperty(project.Path, "TargetPath").With([.. properties.Select(property => $"-property:{property.Key}={property.Value}")]);
        var path = string.Concat((await run(ask, cancellationToken)).Output).Trim();
        return path.Length > 0 && File.Exists(path)
            ? path
            : throw new TargetFailedException(path.Length == 0
                ? $"{project.Name} is compiled for several frameworks, so its tests cannot be dealt to shards. Name one in TestSettings (Framework)."
                : $"{project.Name}: '{path}' is not there, so its tests cannot be dealt to shards. Compile it first.");
    }
}
