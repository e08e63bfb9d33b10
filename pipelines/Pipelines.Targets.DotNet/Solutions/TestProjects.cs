using System.Xml.Linq;
using Pipelines.Tools;

namespace Pipelines.Targets.DotNet.Solutions;

/// <summary>Tells test projects from others.</summary>
internal static class TestProjects
{
    /// <summary>Whether <c>dotnet test</c> runs the project. The reference to the test SDK says so even where a shared file sets the property.</summary>
    public static bool IsTest(SolutionProject project)
    {
        var content = XDocument.Load(project.Path);
        return content.Descendants("PackageReference").Any(reference => (string?)reference.Attribute("Include") == "Microsoft.NET.Test.Sdk")
            || content.Descendants("IsTestProject").Any(property => property.Value.Trim() == "true");
    }
}
