using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;
using Shouldly;

namespace Pipelines.Analyzers.Tests;

/// <summary>Compiles what a test gives as an author's source, with the engine beside it.</summary>
internal static class Sample
{
    public const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Pipelines;
        global using Serilog;
        """;

    public static CSharpParseOptions Language { get; } = new(LanguageVersion.Preview);

    public static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Order(StringComparer.Ordinal).Select(Reference),
        Reference(typeof(PipelineBuild).Assembly.Location),
        Reference(typeof(Serilog.Log).Assembly.Location),
    ];

    /// <summary>The compilation of a source that must have no errors of the language.</summary>
    public static CSharpCompilation Compile(string source, params MetadataReference[] more)
    {
        var compilation = CSharpCompilation.Create(
            "Author",
            [CSharpSyntaxTree.ParseText(Usings, Language, "Usings.cs"), CSharpSyntaxTree.ParseText(source, Language, "Author.cs")],
            [.. References, .. more],
            Options);
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return compilation;
    }

    /// <summary>What an analyzer says of it, in the order of the source.</summary>
    public static async Task<ImmutableArray<Diagnostic>> JudgeAsync<TAnalyzer>(Compilation compilation)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var found = await compilation.WithAnalyzers([new TAnalyzer()]).GetAllDiagnosticsAsync(TestContext.CurrentContext.CancellationToken);
        found.ShouldNotContain(diagnostic => diagnostic.Id == "AD0001");
        return [.. found.Where(diagnostic => diagnostic.Id.StartsWith("PIPE", StringComparison.Ordinal)).OrderBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    private static MetadataReference Reference(string file) => MetadataReference.CreateFromFile(file);
}
