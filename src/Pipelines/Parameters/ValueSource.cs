namespace Pipelines.Parameters;

/// <summary>Where a value came from.</summary>
/// <param name="Kind">The family of the source.</param>
/// <param name="Name">The option, variable or file, as a person would look for it.</param>
internal sealed record ValueSource(ValueSourceKind Kind, string Name)
{
    /// <summary>The profile whose file it is; null for the file of all, and for other families.</summary>
    public string? Profile { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Kind == ValueSourceKind.Environment ? $"variable {Name}" : Name;
}
