using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Ci;

/// <summary>What is generated, this repository's own files and those of each feature, passes the checkers of both systems without a finding.</summary>
[TestFixture]
[Platform("Linux", Reason = "skipped: needs Linux, where the checkers run")]
public sealed class GeneratedTests
{
    private const string Part = "======== ";

    [Test]
    public async Task The_files_of_this_repository_are_accepted()
    {
        using var folder = new ScratchFolder();
        File.Copy(Repository.Root / ".gitlab-ci.yml", folder / ".gitlab-ci.yml");

        var findings = await GitHub.LintAsync(Directory.GetFiles(Repository.Root / ".github/workflows", "*.yml").Select(AbsolutePath.Parse));

        findings.ShouldBeEmpty();
        (await GitLab.LintAsync(folder.Path)).ShouldBeEmpty();
    }

    [Test]
    public async Task The_files_of_each_feature_are_accepted()
    {
        using var folder = new ScratchFolder();
        var files = Snapshots().SelectMany(snapshot => Files(snapshot, folder)).ToImmutableArray();

        var texts = files.Where(file => file.Extension == ".yml").ToLookup(file => file.ToString().Contains("/.gitlab", StringComparison.Ordinal));
        var github = await GitHub.LintAsync(texts[false]);
        var gitlab = await GitLab.LintFilesAsync(texts[true]);

        files.Length.ShouldBeGreaterThan(70);
        github.ShouldBeEmpty();
        gitlab.ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Names))]
    public async Task The_jobs_of_each_feature_form_whole_pipelines(string name)
    {
        using var folder = new ScratchFolder();
        var file = Files(Snapshots().Single(snapshot => Name(snapshot) == name), folder).Single(file => file.Name == ".gitlab-ci.yml");

        (await GitLab.ChainAsync(file.Parent!, TimeSpan.FromSeconds(60))).ShouldBeEmpty();
    }

    // Those of one system only have no file for the other.
    private static IEnumerable<string> Names() => Snapshots().Where(snapshot => File.ReadAllText(snapshot).Contains($"{Part}.gitlab-ci.yml", StringComparison.Ordinal)).Select(Name);

    private static IEnumerable<AbsolutePath> Snapshots() =>
        Directory.EnumerateFiles(Repository.Root / "tests/Pipelines.Tests/Ci", "FeatureTests.*.verified.txt").Order(StringComparer.Ordinal).Select(AbsolutePath.Parse);

    private static string Name(AbsolutePath snapshot) => snapshot.Name.Split('_')[^1].Replace(".verified.txt", "", StringComparison.Ordinal);

    private static List<AbsolutePath> Files(AbsolutePath snapshot, ScratchFolder folder)
    {
        var files = new List<AbsolutePath>();
        foreach (var part in File.ReadAllText(snapshot).Split($"\n{Part}").Skip(1).Where(part => part.StartsWith('.')))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            files.Add(folder.Write($"{Name(snapshot)}/{part[..end]}", part[(end + 1)..].TrimEnd('\n') + "\n"));
        }

        return files;
    }
}
