using NUnit.Framework;
using Shouldly;

namespace Pipelines.EndToEnd.NukeUser;

/// <summary>A build class in NUKE's words, of which only the <c>using</c> lines were changed, does its work with our engine.</summary>
public sealed class NukeUserTests : IDisposable
{
    private const string ApiKey = "feed-key-0815-4711";

    private NukeRepository _repository = null!;

    [OneTimeSetUp]
    public async Task Make_the_repository_and_compile_its_build()
    {
        _repository = await NukeRepository.CreateAsync();

        var compiled = await _repository.CompileBuildAsync();

        compiled.ExitCode.ShouldBe(0, $"{compiled}");
    }

    [OneTimeTearDown]
    public void Dispose() => _repository?.Dispose();

    [Test]
    public async Task It_says_what_git_and_the_solution_say()
    {
        var commit = (await _repository.Shell.SucceedAsync("git", "rev-parse", "HEAD")).Trim();

        var result = await _repository.RunBuildAsync("Print");

        result.ExitCode.ShouldBe(0, $"{result}");
        result.Text.ShouldContain($"Commit = {commit}");
        result.Text.ShouldContain("Branch = main");
        result.Text.ShouldContain("Tags = v1.2.3");
        result.Text.ShouldContain("Solution = Shop with 2 projects");
    }

    [Test]
    public async Task A_missing_key_stops_it_before_anything_runs()
    {
        var result = await _repository.RunBuildAsync("Push", "--nuget-source", _repository.Feed);

        result.ExitCode.ShouldBe(ExitCodes.Invalid, $"{result}");
        result.Text.ShouldContain("NuGetApiKey");
        result.Text.ShouldNotContain("$ dotnet");
    }

    [Test]
    public async Task It_cleans_restores_compiles_tests_packs_and_pushes()
    {
        Directory.CreateDirectory(_repository.Root / "output");
        await File.WriteAllTextAsync(_repository.Root / "output/old.txt", "");

        var result = await _repository.RunBuildAsync("Clean", "Push", "--nuget-source", _repository.Feed, "--nuget-api-key", ApiKey);

        result.ExitCode.ShouldBe(0, $"{result}");
        result.Text.ShouldContain("Packed Greeting.1.2.3.nupkg");
        result.Text.ShouldNotContain(ApiKey);
        File.Exists(_repository.Root / "output/old.txt").ShouldBeFalse();
        (await File.ReadAllTextAsync(_repository.Root / "output/test-results/Greeting.Tests.trx")).ShouldContain("outcome=\"Passed\"");
        Directory.GetFiles(_repository.Feed, "*.nupkg", SearchOption.AllDirectories).Select(Path.GetFileName).ShouldContain("Greeting.1.2.3.nupkg", StringComparer.OrdinalIgnoreCase);
    }

    [Test]
    public async Task A_failed_test_fails_it_and_nothing_is_pushed()
    {
        var source = _repository.Root / "src/Greeting/Greeter.cs";
        var right = await File.ReadAllTextAsync(source);
        await File.WriteAllTextAsync(source, right.Replace("!", "?", StringComparison.Ordinal));
        var feed = Directory.CreateDirectory(_repository.Root / "output/other-feed").FullName;

        var result = await _repository.RunBuildAsync("Push", "--nuget-source", feed, "--nuget-api-key", ApiKey);
        await File.WriteAllTextAsync(source, right);

        result.ExitCode.ShouldBe(ExitCodes.Failed, $"{result}");
        Directory.EnumerateFileSystemEntries(feed).ShouldBeEmpty();
    }
}
