using System.Xml;
using System.Xml.Linq;

namespace Pipelines.Targets.DotNet.Testing;

/// <summary>Reads XML that another program wrote.</summary>
internal static class XmlFile
{
    // Coverlet's report names a document type on the network; it is neither loaded nor needed.
    private static readonly XmlReaderSettings Settings = new() { Async = true, DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>The whole document.</summary>
    public static async Task<XDocument> LoadAsync(AbsolutePath path, CancellationToken cancellationToken)
    {
        using var reader = XmlReader.Create(path, Settings);
        return await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken);
    }
}
