using System.Collections.Immutable;

namespace Pipelines.Ci;

/// <summary>The shell line of a job, which a person can type too. What is known only when it runs comes from environment variables, in quotes.</summary>
internal static class CommandLine
{
    /// <summary>Words of the line.</summary>
    /// <param name="job">Whose share it is.</param>
    /// <param name="workflow">Whose inputs may be left empty.</param>
    /// <param name="shard">Text of the shard for the shell, such as <c>"$SHARD"</c>; null for a job that is not spread.</param>
    /// <param name="leg">Text for the shell that tells runs of the job apart; null when there is one.</param>
    public static string Of(PlannedJob job, PlannedWorkflow workflow, string? shard, string? leg)
    {
        var words = new List<string> { "./build.sh" };
        words.AddRange(job.Invoked);
        words.AddRange(job.Settings.Arguments.Select(argument => Argument(argument.Key, argument.Value, workflow)));
        if (shard is not null)
        {
            words.Add($"--shard {shard}");
        }
        if (!job.After.IsEmpty)
        {
            words.Add($"--after {string.Join(' ', job.After)}");
        }
        if (job.HandsOver)
        {
            words.Add(leg is null ? $"--job {job.Id}" : $"--job \"{job.Id}.{leg}\"");
        }
        return string.Join(' ', words);
    }

    /// <summary>The environment variables that the line reads.</summary>
    public static ImmutableSortedDictionary<string, Expr> Variables(PlannedJob job) => job.Settings.Arguments
        .Where(argument => Known(argument.Value) is null)
        .ToImmutableSortedDictionary(argument => Variable(argument.Key), argument => argument.Value, StringComparer.Ordinal);

    /// <summary>A word that a shell takes as it stands.</summary>
    public static string Quoted(string word) => word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '=' or '.' or '/' or ':' or ',' or '+' or '@' or '%')
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Argument(string name, Expr value, PlannedWorkflow workflow)
    {
        if (Known(value) is { } known)
        {
            return $"--{name} {Quoted(known)}";
        }
        var variable = Variable(name);
        var mayBeEmpty = value is Expr.InputValue input && workflow.Inputs.FirstOrDefault(other => other.Name == input.Name) is { Required: false, IsFlag: false, Default.Length: 0 };
        return mayBeEmpty ? $"${{{variable}:+--{name} \"${variable}\"}}" : $"--{name} \"${variable}\"";
    }

    // What GitHub takes for an expression stands in no shell line, not even when an author wrote it.
    private static string? Known(Expr value) => ExprText.Known(value) is { } known && !known.Contains("${{", StringComparison.Ordinal) ? known : null;

    private static string Variable(string name) => $"{name.Replace('-', '_').ToUpperInvariant()}";
}
