using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pipelines.Analyzers.Tests.Solutions;

/// <summary>A file that the compiler is given beside the sources.</summary>
internal sealed class SolutionText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
