namespace Pipelines;

/// <summary>Something about a workflow that its author should know.</summary>
/// <param name="Id">Such as <c>CI007</c>; the table is in <c>docs/ci.md</c>.</param>
/// <param name="Subject">Workflow, and job or target where it is about one.</param>
/// <param name="Message">What is found, and the way out.</param>
/// <param name="IsError">No file is written.</param>
public sealed record CiFinding(string Id, string Subject, string Message, bool IsError)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Subject}: {Message}";
}
