using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.EndToEnd.Bootstrap;

/// <summary>The script with the real SDK, in a copy of this repository.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BootstrapOfThisRepositoryTests : IDisposable
{
    private readonly ScratchFolder _root = new();
    private CommandResult[] _first = [];

    [OneTimeSetUp]
    public async Task Start_twice_at_once_in_a_fresh_copy()
    {
        await RepositoryCopy.MakeAsync(_root, Runner(), CancellationToken.None);
        _first = await Task.WhenAll(HelpAsync(), HelpAsync());
    }

    [OneTimeTearDown]
    public void Dispose() => _root.Dispose();

    [Test]
    public void Two_first_runs_at_once_both_succeed_and_one_of_them_compiles()
    {
        _first.ShouldAllBe(result => result.ExitCode == 0);
        _first.Count(result => result.Error is ["Compiling the build..."]).ShouldBe(1);
        _first[0].Output.ShouldBe(_first[1].Output);
    }

    [Test]
    public async Task A_warm_run_says_the_same_and_takes_a_fifth_of_a_build_with_nothing_to_do_at_most()
    {
        var build = Command.Of("dotnet", "build", _root / "build/Build.csproj", "-v", "q", "-c", "Release", $"-p:ArtifactsPath={_root}/.nuke/temp/bootstrap/artifacts", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:GenerateDocumentationFile=false");
        await Runner().RunAsync(build, CancellationToken.None);
        var warm = await HelpAsync();
        var (builds, starts) = (new List<TimeSpan>(), new List<TimeSpan>());

        // Taken in turn, so that a busy machine is as unkind to the one as to the other.
        for (var round = 0; round < 3; round++)
        {
            builds.Add((await Runner().RunAsync(build, CancellationToken.None)).Duration);
            starts.Add((await HelpAsync()).Duration);
        }

        var (start, idle) = (starts.Order().ElementAt(1), builds.Order().ElementAt(1));
        await TestContext.Out.WriteLineAsync($"Median of 3: ./build.sh --help {start.TotalSeconds:0.000} s, dotnet build with nothing to do {idle.TotalSeconds:0.000} s, ratio {idle / start:0.0}.");
        warm.Error.ShouldBeEmpty();
        warm.Output.ShouldBe(_first[0].Output);
        (idle / start).ShouldBeGreaterThanOrEqualTo(5);
    }

    [Test]
    public async Task A_source_that_does_not_compile_is_told_by_the_compiler_and_nothing_is_compiled_once_it_is_gone()
    {
        var wrong = _root.Write("build/Wrong.cs", "internal sealed class Wrong : NoSuchBase;\n");

        var result = await HelpAsync();
        File.Delete(wrong);
        var mended = await HelpAsync();

        result.ExitCode.ShouldBe(ExitCodes.Invalid);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain(line => line.Contains("build/Wrong.cs(1,31): error CS0246", StringComparison.Ordinal));
        result.Error[^1].ShouldBe("The build does not compile; the errors are above.");
        mended.ExitCode.ShouldBe(ExitCodes.Success);
        mended.Error.ShouldBeEmpty();
    }

    private Task<CommandResult> HelpAsync() =>
        Runner().RunAsync(Command.Of(_root / "build.sh", "--help") with { SuccessCodes = [], Quiet = true }, CancellationToken.None);

    private ProcessRunner Runner() => new(_root.Path, TimeProvider.System);
}
