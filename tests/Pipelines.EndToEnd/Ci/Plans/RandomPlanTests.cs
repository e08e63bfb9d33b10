using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Ci.Plans;

/// <summary>Whatever our checks let pass, the checkers of both systems accept: workflows that nobody wrote, with names and texts that hurt.</summary>
[TestFixture]
[Platform("Linux", Reason = "skipped: needs Linux, where the checkers run")]
public sealed class RandomPlanTests
{
    private const ulong Seed = 20_260_801;
    private const int Drawn = 205;
    private const int Accepted = 200;
    private const int Size = 8;
    private const int Processes = 2;
    private const int Whole = 6;

    [Test]
    public async Task What_passes_our_checks_is_accepted_by_the_checkers_of_both_systems()
    {
        using var scratch = new ScratchFolder();
        var drawings = RandomPlan.Any.Sample(Drawn, new Rnd(Seed), Size).Select(plan => plan.Draw()).ToImmutableArray();
        var accepted = drawings.Where(drawing => drawing.Succeeded).ToImmutableArray();
        var files = accepted.SelectMany((drawing, number) => drawing.Files.Select(file => scratch.Write($"{number}/{file.Path}", file.Text))).ToImmutableArray();
        ImmutableArray<AbsolutePath> gitlab = [.. files.Where(file => file.Name == ".gitlab-ci.yml")];
        ImmutableArray<AbsolutePath> parts = [.. files.Where(file => file.Parent!.Name == "ci")];

        // The linters of GitHub take most of the time, on one core each.
        var github = files.Where(file => file.Parent!.Name == "workflows").Index().GroupBy(file => file.Index % Processes, file => file.Item).Select(share => GitHub.LintAsync(share));
        var findings = await Task.WhenAll([.. github, GitLab.LintFilesAsync([.. gitlab, .. parts])]);
        var whole = await Task.WhenAll(Largest(gitlab, parts).Select(file => GitLab.ChainAsync(file.Parent!, TimeSpan.FromSeconds(60))));

        await TestContext.Out.WriteLineAsync($"{accepted.Length} of {drawings.Length} plans passed our checks; they have {files.Length} files, {gitlab.Length} pipelines of GitLab among them.");
        findings.Concat(whole).SelectMany(found => found).ShouldBeEmpty();
        accepted.Length.ShouldBeGreaterThanOrEqualTo(Accepted, string.Join('\n', drawings.SelectMany(drawing => drawing.Findings.Where(finding => finding.IsError))));
        parts.ShouldNotBeEmpty();
    }

    // gitlab-ci-local takes a second for each: the longest, some of them in several files.
    private static IEnumerable<AbsolutePath> Largest(ImmutableArray<AbsolutePath> files, ImmutableArray<AbsolutePath> parts)
    {
        var several = parts.Select(part => part.Parent!.Parent!.Parent! / ".gitlab-ci.yml").ToHashSet();
        var sorted = files.OrderByDescending(file => new FileInfo(file).Length).ThenBy(file => file.ToString(), StringComparer.Ordinal);
        return [.. sorted.Where(file => !several.Contains(file)).Take(Whole / 2), .. files.Where(several.Contains).OrderBy(file => file.ToString(), StringComparer.Ordinal).Take(Whole / 2)];
    }
}
