namespace Pipelines.Parameters;

/// <summary>A value that was given, with where it came from.</summary>
/// <param name="Parameter">Whose value it is.</param>
/// <param name="Value">Of the type of the parameter; never null.</param>
/// <param name="Text">As it was written, <c>***</c> for a secret.</param>
/// <param name="Source">Where it came from.</param>
internal sealed record ParameterValue(ParameterDeclaration Parameter, object Value, string Text, ValueSource Source)
{
    /// <summary>For help: <c>Release (from --configuration)</c>.</summary>
    public override string ToString() => $"{Text} (from {Source})";
}
