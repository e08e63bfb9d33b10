namespace Pipelines.Targets.DotNet.Security;

/// <summary>Something that should not be so.</summary>
/// <param name="Rule">Short name of what was looked for, the same in all reports.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What was found; no secret.</param>
/// <param name="File">From the root.</param>
/// <param name="Line">From 1.</param>
/// <param name="Help">Address of the advisory; null for none.</param>
internal sealed record SecurityFinding(string Rule, Severity Severity, string Message, string File, int Line, string? Help)
{
    /// <summary>As compilers write, so that hosts show it at its place.</summary>
    public override string ToString() => $"{File}({Line},1): {(Severity == Severity.Low ? "warning" : "error")} {Rule}: {Message}";
}
