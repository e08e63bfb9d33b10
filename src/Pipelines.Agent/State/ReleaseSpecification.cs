using System.Collections.Immutable;

namespace Pipelines.Agent.State;

/// <summary>What to run and how; told once per release id and never changed.</summary>
// Optional properties are set, not init: the JSON source generator overwrites the defaults of init properties.
internal sealed record ReleaseSpecification
{
    /// <summary>The published folder to copy.</summary>
    public required string Folder { get; init; }

    /// <summary>A program of the PATH, or a path; a relative one starts at the copy.</summary>
    public required string Program { get; init; }

    /// <summary><c>{port}</c> stands for the instance's port, here and in the environment's values.</summary>
    public ImmutableArray<string> Arguments { get; set; } = [];

    /// <summary>May hold secrets: written to a file of the owner, never shown.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Names of the variables whose values are secret: hidden in what is told of a crash.</summary>
    public ImmutableArray<string> Secrets { get; set; } = [];

    /// <summary>Answers 2xx to GET when the instance can take requests.</summary>
    public string ReadyPath { get; set; } = "/";

    /// <summary>How long an instance may take to become ready before it counts as crashed.</summary>
    public double StartSeconds { get; set; } = 60;

    /// <summary>How long requests in flight may take to finish once the instance left the rotation.</summary>
    public double DrainSeconds { get; set; } = 30;

    /// <summary>How long the instance may take to end after SIGTERM before it is killed.</summary>
    public double StopSeconds { get; set; } = 10;

    /// <summary>The text with the secret values of the environment as <c>***</c>.</summary>
    public string Hide(string text)
    {
        foreach (var value in Secrets.Select(name => Environment.GetValueOrDefault(name)))
        {
            text = string.IsNullOrEmpty(value) ? text : text.Replace(value, "***", StringComparison.Ordinal);
        }

        return text;
    }

    public IEnumerable<string> Problems()
    {
        if (!Path.IsPathFullyQualified(Folder) || !Directory.Exists(Folder))
        {
            yield return $"Folder '{Folder}' does not exist; give the full path of a published folder.";
        }

        if (Program.Length == 0)
        {
            yield return "The program is empty; name one of the PATH or a file of the folder.";
        }

        if (!ReadyPath.StartsWith('/'))
        {
            yield return $"Ready path '{ReadyPath}' does not start with '/'; give the path that answers 2xx when ready.";
        }

        foreach (var (what, seconds) in new[] { ("Start", StartSeconds), ("Drain", DrainSeconds), ("Stop", StopSeconds) })
        {
            if (seconds is not (>= 0 and <= 86400))
            {
                yield return $"{what} time {seconds} s is out of range; use 0 to 86400.";
            }
        }
    }
}
