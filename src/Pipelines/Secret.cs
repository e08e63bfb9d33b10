namespace Pipelines;

/// <summary>A value that prints as <c>***</c> and is masked in every sink of the run.</summary>
public sealed class Secret
{
    private readonly Lock _lock = new();
    private readonly Func<string>? _find;
    private string? _value;

    /// <summary>A value that is at hand.</summary>
    public Secret(string value) => _value = value;

    /// <summary>A value that is kept elsewhere, and found when it is revealed for the first time.</summary>
    internal Secret(Func<string> find) => _find = find;

    /// <summary>Revealing it starts nothing.</summary>
    internal bool IsKnown => _value is not null;

    /// <summary>The value, for the one place that needs it; one that is kept elsewhere is found now.</summary>
    /// <exception cref="DefinitionException">It is encrypted, in a file or with another program, and could not be had; the message says why.</exception>
    public string Reveal()
    {
        if (_value is { } known)
        {
            return known;
        }
        lock (_lock)
        {
            return _value ??= _find!();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "***";
}
