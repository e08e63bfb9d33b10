namespace Pipelines.Ci.Yaml;

/// <summary>How a single value is to be written.</summary>
public enum ScalarForm
{
    /// <summary>The most readable form that every reader reads as the text.</summary>
    Readable,

    /// <summary>As it stands, for numbers and switches: a reader gives it the type that it looks like.</summary>
    Bare,

    /// <summary>As a block of lines.</summary>
    Literal,

    /// <summary>In single quotes.</summary>
    SingleQuoted,
}
