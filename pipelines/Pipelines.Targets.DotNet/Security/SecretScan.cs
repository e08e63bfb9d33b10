using System.Collections.Immutable;
using System.Text;
using Pipelines.Tools;

namespace Pipelines.Targets.DotNet.Security;

/// <summary>Looks for secrets in the files that git tracks, as they are in the folder.</summary>
/// <param name="root">Of the repository.</param>
/// <param name="run">Runs a command.</param>
internal sealed class SecretScan(AbsolutePath root, Func<Command, CancellationToken, Task<CommandResult>> run)
{
    private const long Largest = 10 * 1024 * 1024;
    private const int Shown = 4;

    /// <summary>Reads all files.</summary>
    public async Task<SecretFindings> ScanAsync(SecretAllowList allowed, CancellationToken cancellationToken)
    {
        var tracked = await run(Command.Of("git", "ls-files", "-z") with { Quiet = true, WorkingDirectory = root }, cancellationToken);
        var findings = ImmutableArray.CreateBuilder<SecurityFinding>();
        var used = new HashSet<(string Shape, string Place)>();
        var (allowances, files, notRead) = (0, 0, 0);
        foreach (var file in string.Join('\n', tracked.Output).Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(root / file)))
        {
            if (await TextAsync(root / file, cancellationToken) is not { } text)
            {
                notRead++;
                continue;
            }

            files++;
            foreach (var finding in Find(file, text))
            {
                if (allowed.Allowing(finding.Rule, file) is { } entry)
                {
                    used.Add(entry);
                    allowances++;
                }
                else
                {
                    findings.Add(finding);
                }
            }
        }

        return new(findings.ToImmutable(), allowances, [.. allowed.Entries.Where(entry => !used.Contains(entry)).Select(entry => $"{entry.Shape} {entry.Place}")], files, notRead);
    }

    /// <summary>The secrets of a text, masked.</summary>
    public static IEnumerable<SecurityFinding> Find(string file, string text) =>
        from shape in SecretShapes.All
        from match in shape.Shape.Matches(text)
        let line = text.AsSpan(0, match.Index).Count('\n') + 1
        orderby line
        select new SecurityFinding(shape.Name, Severity.Critical, $"looks like a secret: {match.Value[..Shown]}*** ({match.Length} letters). Revoke it, and take it out of the file", file, line, Help: null);

    // Links are not followed: what they point to is tracked itself, or is no part of the repository.
    private static async Task<string?> TextAsync(AbsolutePath file, CancellationToken cancellationToken)
    {
        var info = new FileInfo(file);
        if (info.LinkTarget is not null || info.Length > Largest)
        {
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        return bytes.AsSpan(0, Math.Min(bytes.Length, 8_000)).Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes);
    }
}
