using System.Collections.Immutable;
using System.Text;

namespace Pipelines.Execution.Caching;

/// <summary>Everything a target depends on, part by part, at one moment.</summary>
internal sealed class TargetState(ImmutableArray<StatePart> parts)
{
    // Another number is another cache: what older versions wrote is not found.
    private const string Format = "2";

    public ImmutableArray<StatePart> Parts => parts;

    /// <summary>One hash over all parts; the same in every clone and on every machine of the same kind.</summary>
    public string Fingerprint => field ??= TextHash.Of(Format, Append(new()).ToString());

    public StringBuilder Append(StringBuilder text)
    {
        foreach (var part in parts)
        {
            text.AppendRow(Word(part.Kind), part.Hash, part.Name);
        }
        return text;
    }

    /// <summary>The part in a row that <see cref="Append"/> wrote; null for another row.</summary>
    public static StatePart? Read(string[] cells) => cells is [var word, var hash, var name] && Kind(word) is { } kind ? new(kind, name, hash) : null;

    private static string Word(StateKind kind) => kind switch
    {
        StateKind.Input => "input",
        StateKind.Value => "value",
        StateKind.Dependency => "dependency",
        StateKind.Definition => "definition",
        _ => "code",
    };

    private static StateKind? Kind(string word) => word switch
    {
        "input" => StateKind.Input,
        "value" => StateKind.Value,
        "dependency" => StateKind.Dependency,
        "definition" => StateKind.Definition,
        "code" => StateKind.Code,
        _ => null,
    };
}
