using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Ci;

/// <summary>
/// Every class of defect that a checker is trusted to find is shown to it once: a checker that has gone silent is noticed here.
/// The first lines of a broken file say who refuses it, and a part of the message.
/// </summary>
[TestFixture]
[Platform("Linux", Reason = "skipped: needs Linux, where the checkers run")]
public sealed class CheckerTests
{
    private static readonly AbsolutePath Broken = Checkers.Folder / "broken";
    private static readonly AbsolutePath Valid = Checkers.Folder / "valid";

    [Test]
    public async Task The_checkers_of_GitHub_refuse_what_is_broken()
    {
        var files = Files(Broken / ".github/workflows").Where(file => file.Name != "called.yml").ToImmutableArray();

        var findings = await GitHub.LintAsync(files);

        files.Length.ShouldBeGreaterThan(30);
        Unnoticed(files, findings, tool => true).ShouldBeEmpty();
    }

    [Test]
    public async Task The_schema_of_GitLab_refuses_what_is_broken()
    {
        var files = Files(Broken / "gitlab").ToImmutableArray();

        var findings = await GitLab.LintFilesAsync(files);

        files.Length.ShouldBeGreaterThan(20);
        Unnoticed(files, findings, tool => tool != "gitlab-ci-local").ShouldBeEmpty();
    }

    [TestCaseSource(nameof(RefusedByGitLabCiLocal))]
    public async Task Gitlab_ci_local_refuses_what_is_broken(string name)
    {
        using var folder = new ScratchFolder();
        var file = Broken / "gitlab" / $"{name}.yml";
        File.Copy(file, folder / ".gitlab-ci.yml");

        var findings = await GitLab.LintAsync(folder.Path);

        var wanted = Expected(file).Single(expected => expected.Tool == "gitlab-ci-local");
        findings.ShouldContain(finding => finding.Tool == wanted.Tool && finding.Message.Contains(wanted.Message, StringComparison.Ordinal));
    }

    [Test]
    public async Task A_checker_that_never_ends_is_killed_and_that_is_a_finding()
    {
        using var folder = new ScratchFolder();
        File.Copy(Broken / "gitlab/needs-in-a-circle.yml", folder / ".gitlab-ci.yml");

        var findings = await GitLab.ChainAsync(folder.Path, TimeSpan.FromSeconds(5));

        findings.Single().Message.ShouldContain("has not ended after 5 s");
    }

    [Test]
    public async Task What_is_good_is_accepted_by_all()
    {
        using var folder = new ScratchFolder();
        File.Copy(Valid / "gitlab/parity.yml", folder / ".gitlab-ci.yml");

        (await GitHub.LintAsync(Files(Valid / ".github/workflows"))).ShouldBeEmpty();
        (await GitLab.LintAsync(folder.Path)).ShouldBeEmpty();
    }

    private static IEnumerable<string> RefusedByGitLabCiLocal() => Files(Broken / "gitlab")
        .Where(file => Expected(file).Any(expected => expected.Tool == "gitlab-ci-local"))
        .Select(file => file.NameWithoutExtension);

    private static IEnumerable<AbsolutePath> Files(AbsolutePath folder) => Directory.EnumerateFiles(folder, "*.yml").Order(StringComparer.Ordinal).Select(AbsolutePath.Parse);

    private static IEnumerable<Finding> Unnoticed(IEnumerable<AbsolutePath> files, ImmutableArray<Finding> findings, Func<string, bool> asked) => files
        .SelectMany(Expected)
        .Where(expected => asked(expected.Tool))
        .Where(expected => !findings.Any(finding =>
            finding.File == expected.File && finding.Tool == expected.Tool && finding.Message.Contains(expected.Message, StringComparison.Ordinal)));

    private static IEnumerable<Finding> Expected(AbsolutePath file) => File.ReadLines(file)
        .TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal))
        .Select(line => line[2..].Split(": ", 2))
        .Select(parts => new Finding(parts[0], file, null, parts[1]));
}
