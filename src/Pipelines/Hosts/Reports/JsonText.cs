using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pipelines.Hosts.Reports;

/// <summary>Writes JSON, indented by two blanks. A page of code in place of System.Text.Json, which every warm run would have to load.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _first = true;

    public JsonText Open(char bracket, string? name = null)
    {
        Name(name).Append(bracket);
        _depth++;
        _first = true;
        return this;
    }

    public JsonText Close(char bracket)
    {
        _depth--;
        if (!_first)
        {
            Indent("\n");
        }
        _text.Append(bracket);
        _first = false;
        return this;
    }

    /// <summary>A text, or null.</summary>
    public JsonText Add(string? name, string? value)
    {
        var text = Name(name);
        if (value is null)
        {
            text.Append("null");
            return this;
        }
        text.Append('"');
        Escape(value);
        text.Append('"');
        return this;
    }

    /// <summary>A whole number, or null.</summary>
    public JsonText Add(string name, int? value)
    {
        Name(name).Append(value?.ToString(CultureInfo.InvariantCulture) ?? "null");
        return this;
    }

    public JsonText Add(string name, bool value)
    {
        Name(name).Append(value ? "true" : "false");
        return this;
    }

    /// <summary>Milliseconds with three decimals, or null.</summary>
    public JsonText Add(string name, TimeSpan? value)
    {
        Name(name).Append(value?.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture) ?? "null");
        return this;
    }

    public JsonText AddAll(string name, IEnumerable<string> values)
    {
        Open('[', name);
        foreach (var value in values)
        {
            Add(name: null, value);
        }
        return Close(']');
    }

    public JsonText AddAll(string name, ImmutableArray<Figure> values)
    {
        Open('{', name);
        foreach (var (label, value) in values)
        {
            Add(label, value);
        }
        return Close('}');
    }

    public override string ToString() => _text.ToString() + "\n";

    // Pair by pair: the runtime compiles what fills with one character anew at each start.
    private void Indent(string end)
    {
        _text.Append(end);
        for (var level = 0; level < _depth; level++)
        {
            _text.Append("  ");
        }
    }

    private StringBuilder Name(string? name)
    {
        if (_depth > 0)
        {
            Indent(_first ? "\n" : ",\n");
        }
        _first = false;
        if (name is not null)
        {
            _text.Append('"');
            Escape(name);
            _text.Append("\": ");
        }
        return _text;
    }

    // Also "<" and the line separators, so that the text may stand in a page or a script.
    private void Escape(string value)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => _text.Append("\\\""),
                '\\' => _text.Append("\\\\"),
                '\n' => _text.Append("\\n"),
                '\r' => _text.Append("\\r"),
                '\t' => _text.Append("\\t"),
                < ' ' or '<' or '\u007f' or '\u2028' or '\u2029' or (>= '\ud800' and <= '\udfff') => _text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => _text.Append(character),
            };
        }
    }
}
