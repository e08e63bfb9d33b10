using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pipelines.EndToEnd.Ci.Parity;

/// <summary>What a job did, in words that are the same whichever system ran it.</summary>
/// <param name="Name">The job, with its share or value of the matrix.</param>
/// <param name="Text">Result, targets, typed results, files and their hashes.</param>
internal sealed partial record JobTrace(string Name, string Text)
{
    /// <param name="job">As the system reports it.</param>
    /// <param name="folders">With what the job left.</param>
    public static JobTrace Of(CiJob job, IEnumerable<AbsolutePath> folders)
    {
        var name = NameOf(job.Job);
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).ToList();
        var text = new StringBuilder($"{name}: {job.Result}\n");
        foreach (var line in files.SelectMany(Lines))
        {
            text.Append("  ").Append(line).Append('\n');
        }

        return new(name, text.ToString());
    }

    private static IEnumerable<string> Lines(string file) => Path.GetFileName(file) switch
    {
        "run.json" => Ran(file),
        "done.json" => HandsOver(file),
        "files.tar" => Carries(file),
        _ when file.Contains("/output/report/", StringComparison.Ordinal) => [$"reports {Path.GetFileName(file)} {Hash(File.ReadAllBytes(file))}"],
        _ => [],
    };

    private static IEnumerable<string> Ran(string file)
    {
        using var run = JsonDocument.Parse(File.ReadAllText(file));
        return [.. run.RootElement.GetProperty("targets").EnumerateArray().Select(target => $"{target.GetProperty("name")} {target.GetProperty("status")}{(target.GetProperty("reason").GetString() is { } reason ? $": {reason}" : "")}")];
    }

    private static IEnumerable<string> HandsOver(string file)
    {
        using var record = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. record.RootElement.GetProperty("targets").EnumerateArray().SelectMany(IEnumerable<string> (target) =>
            [
                $"hands over {target.GetProperty("name")} = {JsonSerializer.Serialize(target.GetProperty("result"))}{(target.GetProperty("reason").GetString() is { } reason ? $": {reason}" : "")}",
                .. target.GetProperty("files").EnumerateObject().Select(made => $"hands over {made.Name} {made.Value}"),
            ]),
        ];
    }

    private static IEnumerable<string> Carries(string file)
    {
        using var reader = new TarReader(File.OpenRead(file));
        while (reader.GetNextEntry() is { } entry)
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            yield return $"carries {entry.Name} {Hash(content.ToArray())}{(entry.Mode.HasFlag(UnixFileMode.UserExecute) ? ", executable" : "")}";
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // "test (1)" there, "test: [1/2]" here.
    private static string NameOf(string job) => NameAndLeg().Match(job) is { Success: true } match ? $"{match.Groups["name"].Value} {match.Groups["leg"].Value}".TrimEnd() : job;

    [GeneratedRegex(@"^(?<name>[a-z-]+)(?:(?:: \[| \()(?<leg>\w+).*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameAndLeg();
}
