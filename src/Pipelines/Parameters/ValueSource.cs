namespace Pipelines.Parameters;

/// <summary>Where a value came from.</summary>
/// <param name="Kind">The family of the source.</param>
/// <param name="Name">The option, variable or file, as a person would look for it.</param>
internal sealed record ValueSource(ValueSourceKind Kind, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Kind == ValueSourceKind.Environment ? $"variable {Name}" : Name;
}
