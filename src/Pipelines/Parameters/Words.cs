namespace Pipelines.Parameters;

/// <summary>The words of a command line, taken one by one.</summary>
internal sealed class Words(IEnumerable<string> arguments)
{
    private readonly Queue<string> _rest = new(arguments);

    /// <summary>Starts with a dash, and so is no value.</summary>
    public static bool IsOption(string word) => word.StartsWith('-');

    /// <summary>The next word, of whatever kind.</summary>
    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? word) => _rest.TryDequeue(out word);

    /// <summary>The next word if it is a value of this kind, else null.</summary>
    public string? TakeIf(Func<string, bool> wanted) => _rest.TryPeek(out var word) && !IsOption(word) && wanted(word) ? _rest.Dequeue() : null;

    /// <summary>The next word if it looks like a negative number, else null; it is never a value without the equals sign.</summary>
    public string? TakeNegative() => _rest.TryPeek(out var word) && word is ['-', >= '0' and <= '9', ..] ? _rest.Dequeue() : null;

    /// <summary>All values of this kind up to the next option.</summary>
    public IReadOnlyList<string> TakeWhile(Func<string, bool> wanted)
    {
        var taken = new List<string>();
        while (TakeIf(wanted) is { } word)
        {
            taken.Add(word);
        }

        return taken;
    }
}
