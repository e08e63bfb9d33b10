using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="DotNet.Format"/>.</summary>
public sealed record DotNetFormat
{
    /// <summary>Only <c>whitespace</c>, <c>style</c> or <c>analyzers</c>; all three unless set.</summary>
    public string? Part { get; init; }

    /// <summary>Changes nothing and fails when something would change.</summary>
    public bool VerifyNoChanges { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>Least severity that counts: <c>info</c>, <c>warn</c> or <c>error</c>.</summary>
    public string? Severity { get; init; }

    /// <summary>Files and folders to look at; all unless set.</summary>
    public ImmutableArray<string> Include { get; init; } = [];

    /// <summary>Files and folders to leave out.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    internal Command Command(string project) => DotNet.Run(new CommandWords("format")
        .Word(Part)
        .Word(project)
        .Flag("--verify-no-changes", VerifyNoChanges)
        .Flag("--no-restore", NoRestore)
        .Option("--severity", Severity)
        .Many("--include", Include)
        .Many("--exclude", Exclude));
}
