using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Pipelines.Targets.DotNet.Testing;

/// <summary>Reads XML that another program wrote, and writes XML for others.</summary>
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

    /// <summary>Writes the whole document, with the folders above it.</summary>
    public static async Task SaveAsync(AbsolutePath path, XDocument document, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path.Parent!);
        await using var writer = XmlWriter.Create(path, new() { Async = true, Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        await document.SaveAsync(writer, cancellationToken);
    }
}
