namespace Pipelines;

/// <summary>A rooted, normalised path; <c>path / "child"</c> goes down, <see cref="Parent"/> up. Touches no file.</summary>
public sealed record AbsolutePath
{
    private readonly string _value;

    private AbsolutePath(string value) => _value = value;

    /// <summary>Last part of the path.</summary>
    public string Name => Path.GetFileName(_value);

    /// <summary>The folder above, or null at the root of the file system.</summary>
    public AbsolutePath? Parent => Path.GetDirectoryName(_value) is { } parent ? new(parent) : null;

    /// <summary>Reads a rooted path.</summary>
    /// <exception cref="DefinitionException">The text is empty or not rooted.</exception>
    public static AbsolutePath Parse(string text) => Path.IsPathRooted(text)
        ? new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(text)))
        : throw new DefinitionException($"'{text}' is not an absolute path. Start it at the root, or with RootDirectory / \"...\".");

    /// <summary>The path below, or what <c>..</c> in the text leads to.</summary>
    public static AbsolutePath operator /(AbsolutePath path, string child) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(path._value, child))));

    /// <summary>The path as text, for whatever takes a string.</summary>
    public static implicit operator string(AbsolutePath path) => path._value;

    /// <summary>As the operator <c>/</c>.</summary>
    public static AbsolutePath Divide(AbsolutePath path, string child) => path / child;

    /// <inheritdoc/>
    public override string ToString() => _value;
}
