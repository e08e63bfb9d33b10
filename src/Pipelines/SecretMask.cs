using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Pipelines;

/// <summary>The secrets of one run in every form they may be printed in.</summary>
internal sealed class SecretMask
{
    private const string Replacement = "***";
    private const int ShortestSecret = 4;
    private readonly Lock _lock = new();
    private ImmutableArray<string> _forms = [];
    private SearchValues<char>? _firsts;

    /// <summary>Masks a value from now on.</summary>
    /// <param name="value">The secret.</param>
    /// <param name="parameter">That it is the value of; null for another secret.</param>
    /// <exception cref="DefinitionException">It is too short to be masked.</exception>
    public void Add(string value, string? parameter = null)
    {
        string Name() => parameter is null ? "A secret" : $"The secret '{parameter}'";
        if (value.Length == 0)
        {
            return;
        }
        if (value.Trim().Length < ShortestSecret)
        {
            throw new DefinitionException($"{Name()} has {value.Trim().Length} characters: one so short cannot be masked without blanking unrelated text. Use at least {ShortestSecret}.");
        }
        if (Array.TrueForAll(value.Split('\n'), line => line.Trim().Length < ShortestSecret))
        {
            throw new DefinitionException($"{Name()} has {value.Trim().Split('\n').Length} lines, each too short to be masked where it stands alone. Give it one line of at least {ShortestSecret} characters.");
        }
        lock (_lock)
        {
            // Longest first, so that a secret which begins like another leaves no rest.
            _forms = [.. _forms.Union(SecretForms.Of(value), StringComparer.Ordinal).OrderByDescending(form => form.Length)];
            _firsts = SearchValues.Create([.. _forms.Select(form => form[0])]);
        }
    }

    public string Apply(string text) => Apply(text, final: true, out _);

    /// <summary>Masks text that may go on.</summary>
    /// <param name="text">What came so far.</param>
    /// <param name="final">Nothing follows; else an end that may be the beginning of a secret is held back.</param>
    /// <param name="held">The end to put before what follows.</param>
    public string Apply(string text, bool final, out string held)
    {
        held = "";
        if (_firsts is not { } firsts || text.AsSpan().IndexOfAny(firsts) is not (>= 0 and var next))
        {
            return text;
        }
        var masked = new StringBuilder(text.Length);
        var copied = 0;
        var covered = 0;
        while (next >= 0)
        {
            var rest = text.AsSpan(next);
            if (!final && next >= covered && MayGoOn(rest))
            {
                held = rest.ToString();
                return masked.Append(text, copied, next - copied).ToString();
            }
            if (Match(rest) is var length and > 0)
            {
                // Overlapping secrets become one: what lies under either is hidden.
                if (next >= covered)
                {
                    masked.Append(text, copied, next - copied).Append(Replacement);
                }
                covered = Math.Max(covered, next + length);
                copied = covered;
            }
            var step = text.AsSpan(next + 1).IndexOfAny(firsts);
            next = step < 0 ? -1 : next + 1 + step;
        }
        return masked.Append(text, copied, text.Length - copied).ToString();
    }

    private bool MayGoOn(ReadOnlySpan<char> rest)
    {
        foreach (var form in _forms)
        {
            if (form.Length > rest.Length && form.AsSpan().StartsWith(rest, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    private int Match(ReadOnlySpan<char> rest)
    {
        foreach (var form in _forms)
        {
            if (rest.StartsWith(form, StringComparison.Ordinal))
            {
                return form.Length;
            }
        }
        return 0;
    }
}
