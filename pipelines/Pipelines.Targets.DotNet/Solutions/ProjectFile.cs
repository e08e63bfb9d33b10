using System.Xml.Linq;

namespace Pipelines.Targets.DotNet.Solutions;

/// <summary>A project, as far as targets choose by it.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsTest">Whether it is run by <c>dotnet test</c>.</param>
public sealed record ProjectFile(AbsolutePath Path, bool IsTest)
{
    /// <summary>Name of the file without its ending; by default that of the assembly too.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Whether it tests the whole from outside, by its name: <c>X.EndToEnd</c>, <c>X.EndToEndTests</c>, <c>X.EndToEnd.Tests</c>.</summary>
    public bool IsEndToEnd => IsTest && Name.Contains("EndToEnd", StringComparison.Ordinal);

    internal static ProjectFile Read(AbsolutePath path) => new(path, ReferencesTestSdk(XDocument.Load(path)));

    // IsTestProject may also come from a shared file; the reference to the SDK of tests is what gives it.
    private static bool ReferencesTestSdk(XDocument project) =>
        project.Descendants("PackageReference").Any(reference => reference.Attribute("Include")?.Value == "Microsoft.NET.Test.Sdk")
        || project.Descendants("IsTestProject").Any(property => property.Value.Trim() == "true");
}
