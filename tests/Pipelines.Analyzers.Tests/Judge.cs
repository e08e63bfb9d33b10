using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;

namespace Pipelines.Analyzers.Tests;

/// <summary>Compares what an analyzer finds with what a source marks: <c>[|here|]</c>.</summary>
internal static class Judge
{
    private const string Begin = "[|";
    private const string End = "|]";

    /// <summary>The analyzer finds the marked places and no others.</summary>
    /// <returns>The messages, in the order of the source.</returns>
    public static async Task<string[]> FindsAsync<TAnalyzer>(string marked, params MetadataReference[] more)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var source = Plain(marked);

        var found = await Sample.JudgeAsync<TAnalyzer>(Sample.Compile(source, more));

        Mark(source, found).ShouldBe(marked);
        return [.. found.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")];
    }

    public static string Plain(string marked) => marked.Replace(Begin, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal);

    private static string Mark(string source, IEnumerable<Diagnostic> found)
    {
        var text = source;
        foreach (var span in found.Select(diagnostic => diagnostic.Location.SourceSpan).OrderByDescending(span => span.Start))
        {
            text = text.Insert(span.End, End).Insert(span.Start, Begin);
        }

        return text;
    }
}
