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
    // The agent starts the service with its secrets, so it keeps them, readable by its owner alone.
    private const string Keeper = "release.json";

    // Put together here, so that this source is not among the files that have it.
    private static readonly string Secret = string.Join('&', "s3cret-Signing+Key", "of=the", "shop");

    [Test]
    public async Task The_value_of_a_secret_is_nowhere_but_where_the_service_gets_it_from()
    {
        await using var clone = (await DeployedClone.GetAsync()).Beside("secret", ("CANARY_PAUSE", "200ms"), ("STAGING_BAKE", "100ms"), ("PRODUCTION_BAKE", "300ms"));
        var shell = clone.Shell.With("STOREFRONT_SIGNING_KEY", Secret);
        List<ShellResult> results = [];

        foreach (var line in new[] { "--help", "Deploy --plan", "Deploy --verbosity verbose", "Status --json", "History --json", "Deploy --stagee x" })
        {
            results.Add(await shell.RunAsync("./build.sh", line.Split(' ')));
        }

        // One that fails, so that the command is shown, with the value among its words.
        var failed = await clone.BuildAsync("Deploy", "--storefront-signing-key", Secret, "--storefront-faults", "crash-at-start=true");

        results[2].ExitCode.ShouldBe(ExitCodes.Success, $"{results[2]}");
        failed.ExitCode.ShouldBe(ExitCodes.RolledBack, $"{failed}");
        failed.Text.ShouldContain("This was: ./build.sh Deploy --storefront-signing-key");
        results.Append(failed).Where(result => TextSearch.IsIn(result.Text, Secret)).ShouldBeEmpty();
        SearchedFiles.Except(Directory.EnumerateFiles(clone.EnvironmentRoot, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)), StringComparer.Ordinal).ShouldBeEmpty();
        var files = TextSearch.FilesWith(Secret, clone.EnvironmentRoot, clone.Folder);
        files.Where(file => Path.GetFileName(file) != Keeper).ShouldBeEmpty();
        files.ShouldNotBeEmpty();
        foreach (var keeper in files)
        {
            File.GetUnixFileMode(keeper).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    // Else nothing was searched.
    private static IEnumerable<string> SearchedFiles => ["agent.log", "events.jsonl", "instance-0.log", "journal.jsonl", "ledger.jsonl", "service.json"];
}
