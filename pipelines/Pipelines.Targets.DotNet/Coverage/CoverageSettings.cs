using System.Xml.Linq;

namespace Pipelines.Targets.DotNet.Coverage;

/// <summary>What the coverlet collector is told.</summary>
internal static class CoverageSettings
{
    /// <summary>A run settings file that measures the given assemblies and no other.</summary>
    public static XDocument For(IEnumerable<string> assemblies) => new(
        new XElement("RunSettings", new XElement("DataCollectionRunSettings", new XElement("DataCollectors", new XElement(
            "DataCollector",
            new XAttribute("friendlyName", "XPlat Code Coverage"),
            new XElement(
                "Configuration",
                new XElement("Format", "cobertura"),
                new XElement("Include", string.Join(',', assemblies.Select(assembly => $"[{assembly}]*"))),
                new XElement("ExcludeByAttribute", "GeneratedCodeAttribute"),
                new XElement("ExcludeByFile", "**/obj/**/*"),
                // A reproducible build names its sources /_/..., where no file is; coverlet would leave such assemblies out.
                new XElement("ExcludeAssembliesWithoutSources", "None")))))));
}
