using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Shouldly;

namespace Pipelines.EndToEnd.Delivery;

[TestFixture]
[NonParallelizable]
[Platform(Exclude = "Win")]
[UnsupportedOSPlatform("windows")]
public sealed class SecretTests
{
    private const string Secret = "s3cret-Signing+Key/of=the&shop";

    // The agent starts the service with its secrets, so it keeps them, readable by its owner alone.
    private const string Keeper = "release.json";

    [Test]
    public async Task The_value_of_a_secret_is_nowhere_but_where_the_service_gets_it_from()
    {
        var clone = await DeployedClone.GetAsync();
        var shell = clone.Shell.With("STOREFRONT_SIGNING_KEY", Secret);
        List<ShellResult> results = [];

        foreach (var line in new[] { "--help", "Deploy --plan", "Deploy --to staging --verbosity verbose", "Status --json", "History --json", "Deploy --stagee x" })
        {
            results.Add(await shell.RunAsync("./build.sh", line.Split(' ')));
        }

        results[2].ExitCode.ShouldBe(ExitCodes.Success, $"{results[2]}");
        results.Where(result => result.Text.Contains(Secret, StringComparison.Ordinal)).ShouldBeEmpty();
        var files = TextSearch.FilesWith(Secret, clone.EnvironmentRoot, clone.Folder);
        files.Where(file => Path.GetFileName(file) != Keeper).ShouldBeEmpty();
        foreach (var keeper in files)
        {
            File.GetUnixFileMode(keeper).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
