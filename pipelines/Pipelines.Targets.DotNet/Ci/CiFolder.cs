using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Targets.DotNet.Ci;

/// <summary>The files of CI in a repository.</summary>
internal sealed class CiFolder(AbsolutePath root)
{
    private static readonly string[] Alone = [".gitlab-ci.yml", ".github/settings.sh", ".gitlab/settings.sh"];

    /// <summary>Writes those that changed and takes away those that nothing defines any more; says what it did.</summary>
    /// <exception cref="TargetFailedException">A file of the same name was written by hand.</exception>
    public async Task<ImmutableArray<string>> WriteAsync(ImmutableArray<CiFile> files, CancellationToken cancellationToken)
    {
        var present = Read();
        if (files.FirstOrDefault(file => present.TryGetValue(file.Path, out var text) && !IsOurs(text)) is { } foreign)
        {
            throw new TargetFailedException($"{foreign.Path} was written by hand, so it is not replaced. Move it away, or name the workflow otherwise.");
        }

        var told = ImmutableArray.CreateBuilder<string>();
        foreach (var file in files.Where(file => !present.TryGetValue(file.Path, out var text) || text != file.Text))
        {
            await (root / file.Path).WriteAllTextAsync(file.Text, cancellationToken);
            told.Add($"Wrote {file.Path}");
        }

        foreach (var path in Stale(files, present))
        {
            (root / path).DeleteFile();
            told.Add($"Deleted {path}, which no workflow writes any more");
        }

        return told.Count == 0 ? [$"{files.Length} files of CI are as they should be"] : told.DrainToImmutable();
    }

    /// <summary>What <see cref="WriteAsync"/> would change, as people read it.</summary>
    public ImmutableArray<string> Compare(ImmutableArray<CiFile> files)
    {
        var present = Read();
        return
        [
            .. files.Where(file => !present.ContainsKey(file.Path)).Select(file => $"{file.Path} is missing."),
            .. files.Where(file => present.TryGetValue(file.Path, out var text) && text != file.Text).Select(file => TextDifference.Of(file.Path, present[file.Path], file.Text)),
            .. Stale(files, present).Select(path => $"{path} is left over: no workflow writes it any more."),
        ];
    }

    /// <summary>Texts of all that stand there.</summary>
    public ImmutableArray<string> Texts() => [.. Read().Values];

    private static IEnumerable<string> Stale(ImmutableArray<CiFile> files, Dictionary<string, string> present) =>
        present.Where(file => IsOurs(file.Value) && files.All(wanted => wanted.Path != file.Key)).Select(file => file.Key).Order(StringComparer.Ordinal);

    private static bool IsOurs(string text) => text.Contains(CiFile.Marker, StringComparison.Ordinal);

    // By path; a checkout of Windows may have other line ends, which are no change. A few small files: to wait for each on another thread takes longer than to read it.
    private Dictionary<string, string> Read()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Paths())
        {
            texts[path] = File.ReadAllText(root / path).ReplaceLineEndings("\n");
        }

        return texts;
    }

    private IEnumerable<string> Paths() =>
    [
        .. Within(".github/workflows"), .. Within(".gitlab/ci"), .. Alone.Where(path => File.Exists(root / path)),
    ];

    private IEnumerable<string> Within(string folder) => Directory.Exists(root / folder)
        ? Directory.GetFiles(root / folder).Where(file => file.EndsWith(".yml", StringComparison.Ordinal) || file.EndsWith(".yaml", StringComparison.Ordinal)).Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)
        : [];
}
