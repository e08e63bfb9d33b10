namespace Pipelines;

/// <summary>A rooted, normalised path; <c>path / "child"</c> goes down, <see cref="Parent"/> up. Touches no file.</summary>
public sealed record AbsolutePath
{
    private readonly string _value;

    private AbsolutePath(string value) => _value = value;

    /// <summary>Last part of the path.</summary>
    public string Name => Path.GetFileName(_value);

    /// <summary>Last part of the path without its extension.</summary>
    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(_value);

    /// <summary>With its dot, such as <c>.cs</c>; empty when there is none.</summary>
    public string Extension => Path.GetExtension(_value);

    /// <summary>The folder above, or null at the root of the file system.</summary>
    public AbsolutePath? Parent => Path.GetDirectoryName(_value) is { } parent ? new(parent) : null;

    /// <summary>Reads a rooted path.</summary>
    /// <exception cref="DefinitionException">The text is empty or not rooted.</exception>
    public static AbsolutePath Parse(string text) => Path.IsPathRooted(text)
        ? new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(text)))
        : throw new DefinitionException($"'{text}' is not an absolute path. Start it at the root, or with RootDirectory / \"...\".");

    /// <summary>The path below, or what <c>..</c> in the text leads to.</summary>
    public static AbsolutePath operator /(AbsolutePath path, string child) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(path._value, child))));

    /// <summary>The path with text behind it: <c>file + ".bak"</c>.</summary>
    public static AbsolutePath operator +(AbsolutePath path, string text) => Parse(path._value + text);

    /// <summary>The path as text, for whatever takes a string.</summary>
    public static implicit operator string(AbsolutePath path) => path._value;

    /// <summary>As the operator <c>/</c>.</summary>
    public static AbsolutePath Divide(AbsolutePath path, string child) => path / child;

    /// <summary>As the operator <c>+</c>.</summary>
    public static AbsolutePath Add(AbsolutePath path, string text) => path + text;

    /// <summary>The same folder and name with another extension; a dot in front is not needed.</summary>
    public AbsolutePath WithExtension(string extension) => new(Path.ChangeExtension(_value, extension));

    /// <summary>The extension is one of these, in any case; a dot in front is not needed.</summary>
    public bool HasExtension(params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (Extension.Equals("." + extension.TrimStart('.'), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The other path is this one or lies below it.</summary>
    public bool Contains(AbsolutePath other) =>
        other._value == _value || other._value.StartsWith(Path.EndsInDirectorySeparator(_value) ? _value : _value + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _value;
}
