namespace Pipelines.Targets.DotNet;

/// <summary>A build configuration of MSBuild.</summary>
/// <param name="Name">As MSBuild knows it.</param>
public sealed record Configuration(string Name)
{
    /// <summary>For the debugger.</summary>
    public static Configuration Debug { get; } = new("Debug");

    /// <summary>For users.</summary>
    public static Configuration Release { get; } = new("Release");

    /// <summary>The name, for whatever takes a string.</summary>
    public static implicit operator string(Configuration configuration) => configuration.Name;

    /// <summary>Reads <c>Debug</c> or <c>Release</c>, in any case.</summary>
    /// <exception cref="FormatException">The text is neither; a build with more configurations has its own type.</exception>
    public static Configuration Parse(string text) => text.ToUpperInvariant() switch
    {
        "DEBUG" => Debug,
        "RELEASE" => Release,
        _ => throw new FormatException($"'{text}' is no configuration. Give Debug or Release."),
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
