namespace Pipelines.Delivery.Analysis;

/// <summary>What all measurements of a step came to, and why.</summary>
/// <param name="Verdict">Cancelled while undecided.</param>
/// <param name="Reason">For people.</param>
public sealed record Judgement(Verdict Verdict, string Reason);
