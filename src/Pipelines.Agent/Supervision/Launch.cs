using System.Globalization;
using Pipelines.Agent.State;

namespace Pipelines.Agent.Supervision;

/// <summary>What to start for one instance on one port: placeholders filled, environment complete.</summary>
internal sealed record Launch(string Program, IReadOnlyList<string> Arguments, IReadOnlyList<string> Environment)
{
    public const string MarkVariable = "PIPELINES_INSTANCE";

    // The agent was started by some build, whose environment may hold its secrets; a release gets its own and what programs need to run at all.
    private static readonly string[] Inherited =
    [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "DOTNET_ROOT", "DOTNET_CLI_HOME",
    ];

    public static Launch Of(ReleaseSpecification specification, int port, string mark, Func<string, string?> environment)
    {
        var text = port.ToString(CultureInfo.InvariantCulture);
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Inherited)
        {
            if (environment(name) is { } value)
            {
                variables[name] = value;
            }
        }

        foreach (var (name, value) in specification.Environment)
        {
            variables[name] = Fill(value);
        }

        variables[MarkVariable] = mark;
        return new Launch(
            Fill(specification.Program),
            [.. specification.Arguments.Select(Fill)],
            [.. variables.Select(variable => $"{variable.Key}={variable.Value}")]);

        string Fill(string value) => value.Replace("{port}", text, StringComparison.Ordinal);
    }
}
