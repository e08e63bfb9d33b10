using System.Globalization;
using System.Text;

namespace Pipelines.Execution.Caching;

/// <summary>
/// The compiled build: its assembly and all beside it, target libraries and packages. Which of them the work of a target calls
/// cannot be told for sure, as classes override what components say; so a change of any is a change of all.
/// </summary>
internal sealed class BuildCode(FileHashes hashes)
{
    // For all targets of a run, so no single one of them cancels it.
    private readonly Lazy<Task<string>> _hash = new(() => ReadAsync(hashes, CancellationToken.None));

    public Task<string> HashAsync(CancellationToken cancellationToken) => _hash.Value.WaitAsync(cancellationToken);

    /// <summary>Tells one compilation from another on this machine without reading it.</summary>
    public static string Stamp()
    {
        var stamp = new StringBuilder();
        foreach (var file in Files())
        {
            var info = new FileInfo(file);
            stamp.Append(CultureInfo.InvariantCulture, $"{info.Name} {info.Length} {info.LastWriteTimeUtc.Ticks};");
        }
        return stamp.ToString();
    }

    private static string[] Files()
    {
        var files = Directory.GetFiles(AppContext.BaseDirectory, "*.dll");
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    private static async Task<string> ReadAsync(FileHashes hashes, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var file in Files())
        {
            text.AppendRow(Path.GetFileName(file), await hashes.OfAsync(file, cancellationToken) ?? "");
        }
        return TextHash.Of(text.ToString());
    }
}
