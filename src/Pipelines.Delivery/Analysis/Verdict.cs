namespace Pipelines.Delivery.Analysis;

/// <summary>What a value, a measurement or an analysis came to.</summary>
public enum Verdict
{
    /// <summary>Every limit holds.</summary>
    Successful,

    /// <summary>Not judged yet, or cut short; never counts as passed.</summary>
    Cancelled,

    /// <summary>Too few requests to say.</summary>
    NoData,

    /// <summary>Measured, and neither good nor bad.</summary>
    Inconclusive,

    /// <summary>Could not be measured.</summary>
    Error,

    /// <summary>A limit is violated.</summary>
    Failed,
}
