using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers.Solutions;

/// <summary>Gives <c>[Solution(GenerateProjects = true)]</c> its properties: <c>Solution.src.Shop</c> is a project of the file.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SolutionGenerator : IIncrementalGenerator
{
    private const string Attribute = "Pipelines.Tools.SolutionAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var wishes = context.SyntaxProvider.ForAttributeWithMetadataName(Attribute, (_, _) => true, (member, _) => SolutionWish.Of(member)).Where(wish => wish is not null).Collect();
        var files = context.AdditionalTextsProvider.Where(file => SolutionFile.IsOne(file.Path)).Select(SolutionFile.Read).Collect();
        var root = context.AnalyzerConfigOptionsProvider.Select((options, _) => options.GlobalOptions.TryGetValue("build_property.PipelinesRoot", out var folder) ? folder : "");
        context.RegisterSourceOutput(wishes.Combine(files).Combine(root), (output, found) => Write(output, found.Left.Left, found.Left.Right, found.Right));
    }

    // One set of properties for each file, however many members ask for it.
    private static void Write(SourceProductionContext output, ImmutableArray<SolutionWish?> wishes, ImmutableArray<SolutionFile> files, string root)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wish in wishes)
        {
            if (wish!.Choose(files, root) is not { } file)
            {
                output.ReportDiagnostic(wish.NotFound(files, root));
            }
            else if (file.Content is null)
            {
                output.ReportDiagnostic(wish.NotRead(file));
            }
            else if (written.Add(file.Path))
            {
                output.AddSource($"{SolutionNames.Identifier(file.Name)}.Solution{written.Count}.g.cs", new SolutionSource(file.Content, written.Count).Write());
            }
        }
    }
}
