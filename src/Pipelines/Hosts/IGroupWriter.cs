namespace Pipelines.Hosts;

/// <summary>Writes the output of one target after the other.</summary>
internal interface IGroupWriter
{
    void Open(string target);

    /// <summary>One line of a target, between its opening and its close.</summary>
    /// <param name="target">Null for a line that belongs to no target.</param>
    /// <param name="level">How much it matters.</param>
    /// <param name="text">One line.</param>
    void Line(string? target, LogLevel level, string text);

    void Close(TargetOutcome outcome);

    /// <summary>A target ended that never wrote anything.</summary>
    void Mention(TargetOutcome outcome);
}
