namespace Pipelines.Parameters;

/// <summary>How <c>--plan</c> prints.</summary>
internal enum PlanFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,
}
