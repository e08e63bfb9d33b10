using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;
using Pipelines.Analyzers.Solutions;
using Pipelines.CodeFixes;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Analyzers.Tests;

[TestFixture]
public sealed class RulesTests
{
    private static readonly List<DiagnosticDescriptor> Rules =
        [.. Made<DiagnosticAnalyzer>(typeof(EngineAnalyzer)).SelectMany(analyzer => analyzer.SupportedDiagnostics), SolutionWish.Missing, SolutionWish.Unreadable];

    [Test]
    public void Each_id_is_used_once() => Rules.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(Rules.Count);

    [Test]
    public void The_page_has_a_section_for_each_id_and_no_other_which_the_help_link_leads_to()
    {
        var sections = File.ReadAllLines(Repository.Root / "docs" / "analyzers.md").Where(line => line.StartsWith("## PIPE", StringComparison.Ordinal));

        sections.ShouldBe(Rules.Select(rule => $"## {rule.Id}").Order(StringComparer.Ordinal));
        Rules.ShouldAllBe(rule => rule.HelpLinkUri == $"docs/analyzers.md#{rule.Id.ToLowerInvariant()}");
    }

    [Test]
    public void The_page_says_of_each_id_how_severe_it_is_and_whether_editors_mend_it()
    {
        var page = File.ReadAllText(Repository.Root / "docs" / "analyzers.md");
        var mended = Made<CodeFixProvider>(typeof(EngineFix)).SelectMany(fix => fix.FixableDiagnosticIds).ToList();

        foreach (var rule in Rules)
        {
            page.ShouldContain($"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {rule.Title} | {(rule.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning")} | {(mended.Contains(rule.Id) ? "yes" : "no")} |");
        }
    }

    private static IEnumerable<T> Made<T>(Type sample) => sample.Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(sample))
        .Select(type => (T)type.GetConstructor(BindingFlags.Public | BindingFlags.Instance, [])!.Invoke([]));
}
