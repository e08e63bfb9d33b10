using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pipelines.Analyzers.Solutions;

/// <summary>A member that asks for typed projects. Holds where it stands as plain values, so that typing elsewhere changes nothing.</summary>
/// <param name="Member">Such as <c>Build.Solution</c>.</param>
/// <param name="File">From the root; null for the only solution there.</param>
internal sealed record SolutionWish(string Member, string? File, string SourceFile, TextSpan Span, LinePositionSpan Lines)
{
    public static readonly DiagnosticDescriptor Missing = new(
        "PIPE010",
        "A solution whose projects are asked for is not there",
        "{0} asks for the projects of {1}: {2}",
        "Pipelines.Solutions",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The compiler is given the solutions in the root of the build and in the folders directly below it. Name another one as <AdditionalFiles Include=\"...\" /> in the project of the build.",
        helpLinkUri: "docs/analyzers.md#pipe010");

    public static readonly DiagnosticDescriptor Unreadable = new(
        "PIPE011",
        "A solution file cannot be read",
        "{0} asks for the projects of {1}, which cannot be read as a solution: {2}",
        "Pipelines.Solutions",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Its projects become properties while the build is compiled, so it must be readable then.",
        helpLinkUri: "docs/analyzers.md#pipe011");

    /// <summary>What a member asks for; null when it asks for no projects.</summary>
    public static SolutionWish? Of(GeneratorAttributeSyntaxContext member)
    {
        var attribute = member.Attributes[0];
        if (!attribute.NamedArguments.Any(argument => argument.Key == "GenerateProjects" && argument.Value.Value is true))
        {
            return null;
        }

        var place = member.TargetNode.GetLocation();
        var file = attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string : null;
        return new($"{member.TargetSymbol.ContainingType.Name}.{member.TargetSymbol.Name}", file, place.SourceTree!.FilePath, place.SourceSpan, place.GetLineSpan().Span);
    }

    /// <summary>The file that is meant; null when there is none, or several might be.</summary>
    public SolutionFile? Choose(ImmutableArray<SolutionFile> files, string root)
    {
        var folder = Slashed(root);
        var candidates = files.Where(file => File is null ? file.Folder == folder : file.Path == folder + Slashed(File).TrimEnd('/')).ToList();
        return candidates.Count == 1 ? candidates[0] : null;
    }

    public Diagnostic NotFound(ImmutableArray<SolutionFile> files, string root) => Diagnostic.Create(
        Missing,
        Place,
        Member,
        File is null ? "the only solution in the root of the build" : $"'{File}'",
        root.Length == 0
            ? "the root is not known, as no folder '.nuke' stands beside the project of the build or up to two folders above. Make one, or set the property PipelinesRoot."
            : $"found are {(files.IsEmpty ? "none" : string.Join(", ", files.Select(file => file.Path)))}. Name one as [Solution(\"folder/name.sln\", GenerateProjects = true)].");

    public Diagnostic NotRead(SolutionFile file) => Diagnostic.Create(Unreadable, Place, Member, file.Path, file.Problem);

    private Location Place => Location.Create(SourceFile, Span, Lines);

    private static string Slashed(string folder) => folder.Replace('\\', '/').TrimEnd('/') + "/";
}
