namespace Pipelines;

/// <summary>A value that prints as <c>***</c> and is masked in every sink of the run.</summary>
public sealed class Secret(string value)
{
    /// <summary>The value, for the one place that needs it.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}
