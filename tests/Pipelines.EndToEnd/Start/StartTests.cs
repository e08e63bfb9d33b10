using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.EndToEnd.Start;

/// <summary>A build with one target that does nothing, started as a user starts it.</summary>
[UnsupportedOSPlatform("windows")]
[NonParallelizable]
public sealed class StartTests : IDisposable
{
    private const int Rounds = 10;
    private readonly ScratchFolder _folder = new();

    [OneTimeTearDown]
    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task A_warm_start_takes_a_tenth_of_a_build_with_nothing_to_do_and_a_run_at_most()
    {
        await ScratchBuild.WriteAsync(_folder.Path, Repository.Root, targets: 1, CancellationToken.None);
        var start = Command.Of(_folder / "build.sh") with { Quiet = true };
        var properties = new[] { "-c", "Release", $"-p:ArtifactsPath={_folder}/artifacts", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:GenerateDocumentationFile=false" };
        var build = Command.Of("dotnet", "build", "build/Build.csproj", "-v", "q").With(properties) with { Quiet = true };
        var run = Command.Of("dotnet", "run", "--no-build", "--project", "build/Build.csproj").With(properties) with { Quiet = true };
        var (first, _) = (await TimedAsync(start), await TimedAsync(build, run));
        var (starts, builds) = (new List<TimeSpan>(), new List<TimeSpan>());

        // Taken in turn, so that a busy machine is as unkind to the one as to the other.
        for (var round = 0; round < Rounds; round++)
        {
            starts.Add(await TimedAsync(start));
            builds.Add(await TimedAsync(build, run));
        }

        var (warm, idle) = (starts.Order().ElementAt(Rounds / 2), builds.Order().ElementAt(Rounds / 2));
        await TestContext.Out.WriteLineAsync($"First {first.TotalSeconds:0.0} s. Median of {Rounds}: ./build.sh {warm.TotalSeconds:0.000} s, dotnet build && dotnet run --no-build {idle.TotalSeconds:0.000} s, ratio {idle / warm:0.0}.");
        (idle / warm).ShouldBeGreaterThanOrEqualTo(10);
    }

    private async Task<TimeSpan> TimedAsync(params Command[] commands)
    {
        var sum = TimeSpan.Zero;
        foreach (var command in commands)
        {
            sum += (await new ProcessRunner(_folder.Path, TimeProvider.System).RunAsync(command, CancellationToken.None)).Duration;
        }
        return sum;
    }
}
