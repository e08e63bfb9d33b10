namespace Pipelines.Parameters;

/// <summary>Where a value can come from, the strongest first.</summary>
internal enum ValueSourceKind
{
    /// <summary>An option.</summary>
    CommandLine,

    /// <summary>A variable.</summary>
    Environment,

    /// <summary>A person was asked.</summary>
    Answer,

    /// <summary>A file below <c>.nuke</c>.</summary>
    File,
}
