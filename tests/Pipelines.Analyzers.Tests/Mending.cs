using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;
using Shouldly;

namespace Pipelines.Analyzers.Tests;

/// <summary>Applies code fixes as an editor does.</summary>
internal static class Mending
{
    /// <summary>The fix of the first finding gives the source after it, which compiles and has the finding no more.</summary>
    public static async Task GivesAsync<TAnalyzer, TFix>(string before, string after)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var actions = await ActionsAsync<TAnalyzer, TFix>(before);

        var mended = await ApplyAsync(actions.ShouldHaveSingleItem());

        mended.ShouldBe(after);
        (await Sample.JudgeAsync<TAnalyzer>(Sample.Compile(mended))).ShouldBeEmpty();
    }

    /// <summary>No fix is offered: only the author knows what is meant.</summary>
    public static async Task IsLeftToTheAuthorAsync<TAnalyzer, TFix>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => (await ActionsAsync<TAnalyzer, TFix>(source)).ShouldBeEmpty();

    private static async Task<List<CodeAction>> ActionsAsync<TAnalyzer, TFix>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var found = (await Sample.JudgeAsync<TAnalyzer>(Sample.Compile(source)))[0];
        var fix = new TFix();
        fix.FixableDiagnosticIds.Contains(found.Id, StringComparer.Ordinal).ShouldBeTrue(found.Id);
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(Document(source), found, (action, _) => actions.Add(action), TestContext.CurrentContext.CancellationToken);
        await fix.RegisterCodeFixesAsync(context);
        return actions;
    }

    private static Document Document(string source)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Author", LanguageNames.CSharp)
            .WithParseOptions(Sample.Language)
            .WithCompilationOptions(Sample.Options)
            .WithMetadataReferences(Sample.References);
        return project.AddDocument("Usings.cs", Sample.Usings).Project.AddDocument("Author.cs", SourceText.From(source));
    }

    private static async Task<string> ApplyAsync(CodeAction action)
    {
        var cancellationToken = TestContext.CurrentContext.CancellationToken;
        var operations = await action.GetOperationsAsync(cancellationToken);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        var document = solution.Projects.Single().Documents.Single(document => document.Name == "Author.cs");
        return (await document.GetTextAsync(cancellationToken)).ToString();
    }
}
