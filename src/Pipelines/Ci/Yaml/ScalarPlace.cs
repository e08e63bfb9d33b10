namespace Pipelines.Ci.Yaml;

/// <summary>Where a value stands, which decides how it may be written.</summary>
internal enum ScalarPlace
{
    /// <summary>Behind a key or a dash: to the end of the line, or as a block.</summary>
    Block,

    /// <summary>Between brackets or braces.</summary>
    Inline,

    /// <summary>Before a colon.</summary>
    Key,

    /// <summary>Before a colon, where words of YAML 1.1 are only words.</summary>
    BareKey,
}
