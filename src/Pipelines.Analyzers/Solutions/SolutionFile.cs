using System.Xml;
using Microsoft.CodeAnalysis;
using Pipelines.Tools;

namespace Pipelines.Analyzers.Solutions;

/// <summary>A solution that the compiler was given as an additional file.</summary>
/// <param name="Path">With <c>/</c> on every system.</param>
/// <param name="Content">Null when the file is no solution.</param>
/// <param name="Problem">Why it is none.</param>
internal sealed record SolutionFile(string Path, SolutionContent? Content, string Problem)
{
    public string Folder => Path.Substring(0, Path.LastIndexOf('/') + 1);

    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    public static bool IsOne(string path) => path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase);

    public static SolutionFile Read(AdditionalText file, CancellationToken cancellationToken)
    {
        var path = file.Path.Replace('\\', '/');
        try
        {
            var text = file.GetText(cancellationToken)?.ToString() ?? "";
            return new(path, SolutionContent.Parse(text, isXml: path.EndsWith("x", StringComparison.OrdinalIgnoreCase)), "");
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            return new(path, Content: null, exception.Message);
        }
    }
}
