namespace Pipelines.EndToEnd.Harness;

/// <summary>One request as its sender saw it.</summary>
/// <param name="At">When it was answered.</param>
/// <param name="Status">Of the answer; null when there was none.</param>
/// <param name="Version">The version that answered; null when it did not say.</param>
/// <param name="Problem">Why there was no answer.</param>
internal sealed record Visit(DateTimeOffset At, int? Status, string? Version, string? Problem)
{
    public bool Failed => Status is null or >= 500;
}
