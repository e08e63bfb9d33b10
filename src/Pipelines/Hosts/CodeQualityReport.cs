using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipelines.Execution;
using Pipelines.Hosts.Reports;

namespace Pipelines.Hosts;

/// <summary>
/// Keeps what compilers and analyzers say at file and line as a Code Quality report, which GitLab shows at the changed lines of a merge request:
/// an array of objects with <c>description</c>, <c>check_name</c>, <c>fingerprint</c>, <c>severity</c> and <c>location</c> (GitLab's documentation, "Code Quality report format").
/// </summary>
/// <param name="root">Files are named from here.</param>
/// <param name="warn">Takes a sentence when the file cannot be written.</param>
internal sealed class CodeQualityReport(AbsolutePath root, Action<string> warn) : IRunHost
{
    // MSBuild says each again in its summary.
    private readonly HashSet<Diagnostic> _known = [];
    private readonly List<Diagnostic> _found = [];

    public void Tell(RunEvent happened)
    {
        if (happened is RunEvent.LineWritten line && Diagnostic.Read(line.Text) is { } found && _known.Add(found))
        {
            _found.Add(found);
        }
        else if (happened is RunEvent.RunEnded)
        {
            Write();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Write()
    {
        try
        {
            File.WriteAllText(root / Job.FindingsFile, Text());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            warn($"warning: The report for GitLab '{Job.FindingsFile}' cannot be written: {exception.Message}");
        }
    }

    // Without its line, a finding stays the same one when lines before it change; a second of the same words is told apart by its number.
    private string Text()
    {
        var json = new JsonText().Open('[');
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var found in _found)
        {
            var (path, description) = (found.PathFrom(root), $"{found.Code}: {found.Message}");
            var number = numbers[path + description] = numbers.GetValueOrDefault(path + description) + 1;
            json.Open('{')
                .Add("description", description)
                .Add("check_name", found.Code)
                .Add("fingerprint", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{path}|{description}|{number}")))))
                .Add("severity", found.IsError ? "major" : "minor")
                .Open('{', "location").Add("path", path).Open('{', "lines").Add("begin", int.Parse(found.Line, CultureInfo.InvariantCulture)).Close('}').Close('}')
                .Close('}');
        }
        return json.Close(']').ToString();
    }
}
