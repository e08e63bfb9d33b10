using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pipelines.Parameters;

/// <summary>The typed values that were given, of whatever source.</summary>
internal sealed class ParameterValues
{
    private readonly ImmutableArray<ParameterDeclaration> _declarations;
    private readonly Dictionary<ParameterDeclaration, ParameterValue> _values = [];

    private ParameterValues(ImmutableArray<ParameterDeclaration> declarations) => _declarations = declarations;

    /// <summary>Everything that is wrong with the values; nothing may run unless empty.</summary>
    public ImmutableArray<string> Problems { get; private set; } = [];

    /// <summary>Values that were given, in the order of their declaration.</summary>
    public IEnumerable<ParameterValue> Given => _declarations.Select(declaration => _values.GetValueOrDefault(declaration)).OfType<ParameterValue>();

    /// <summary>Finds and reads all values: command line before environment before profiles before <c>.nuke/parameters.json</c>.</summary>
    /// <param name="declarations">Parameters of the build.</param>
    /// <param name="invocation">The command line; its own problems are not repeated.</param>
    /// <param name="environment">Variables of the process.</param>
    /// <param name="root">Where files are found and relative paths start.</param>
    public static ParameterValues Bind(ImmutableArray<ParameterDeclaration> declarations, Invocation invocation, IReadOnlyDictionary<string, string> environment, AbsolutePath root)
    {
        var (values, problems) = (new ParameterValues(declarations), new List<string>());
        foreach (var raw in new ParameterSources(declarations, environment, root, problems).Read(invocation))
        {
            values.Add(raw, root, problems);
        }

        values.Problems = [.. problems];
        return values;
    }

    /// <summary>The value for a member of the build class or a component; false when none was given.</summary>
    public bool TryGet(MemberInfo member, [NotNullWhen(true)] out object? value)
    {
        value = Find(member) is { } declaration ? _values.GetValueOrDefault(declaration)?.Value : null;
        return value is not null;
    }

    /// <summary>The value of a parameter, or null when none was given.</summary>
    public ParameterValue? Of(ParameterDeclaration declaration) => _values.GetValueOrDefault(declaration);

    /// <summary>Writes the values into the fields and automatic properties of a build; the others keep what their initialiser gave.</summary>
    public void ApplyTo(object build)
    {
        foreach (var value in _values.Values)
        {
            foreach (var member in value.Parameter.Members.Where(member => member.DeclaringType is { IsInterface: false }))
            {
                MemberValue.Write(build, member, value.Value);
            }
        }
    }

    /// <summary>Every secret in force, from whatever source and from initialisers, so that it can be masked.</summary>
    public IEnumerable<string> Secrets(object build) =>
        from declaration in _declarations
        where declaration.IsSecret
        from item in _values.GetValueOrDefault(declaration) is { } given ? Texts(given.Value) : declaration.Members.SelectMany(member => Texts(MemberValue.Kept(build, member)))
        where item.Length > 0
        select item;

    /// <summary>A problem for each required parameter that has no value in the build.</summary>
    public IEnumerable<string> Missing(object build) =>
        from declaration in _declarations
        where declaration.IsRequired && !_values.ContainsKey(declaration) && !declaration.Members.Any(member => MemberValue.Kept(build, member) is not (null or ""))
        select MissingText(declaration);

    /// <summary>Says that a parameter has no value, and the three ways to give one.</summary>
    public static string MissingText(ParameterDeclaration declaration) =>
        $"Parameter '{declaration.Name}' is required. Give '{declaration.Option} VALUE', set {Spelling.UpperSnake(declaration.Name)} in the environment, or add \"{declaration.Name}\" to .nuke/parameters.json.";

    /// <summary>The declaration that a member belongs to; null when it is no parameter.</summary>
    public ParameterDeclaration? Find(MemberInfo member) =>
        _declarations.FirstOrDefault(declaration => declaration.Members.Any(candidate => candidate.HasSameMetadataDefinitionAs(member)))
        ?? _declarations.FirstOrDefault(declaration => declaration.Members.Any(candidate => candidate.Name == member.Name));

    private void Add(RawValue raw, AbsolutePath root, List<string> problems)
    {
        var (parameter, reader) = (raw.Parameter, raw.Parameter.Type.Element);
        if (parameter.Type.TryRead(raw.Words, root, out var value, out var wrong))
        {
            var text = parameter.IsSecret ? "***" : string.Join(parameter.Separator ?? " ", raw.Words);
            _values[parameter] = new(parameter, value, text, raw.Source);
            return;
        }

        var shown = parameter.IsSecret ? "***" : wrong;
        var hint = parameter.IsSecret ? "" : Nearest.Hint(wrong, reader.AllowedValues);
        problems.Add($"Parameter '{parameter.Name}' cannot be '{shown}' (from {raw.Source}): expected {reader.Expectation}.{hint}");
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        Secret secret => [secret.Reveal()],
        System.Collections.IEnumerable items => items.Cast<object?>().SelectMany(Texts),
        IFormattable formattable => [formattable.ToString(format: null, System.Globalization.CultureInfo.InvariantCulture)],
        _ => [value.ToString() ?? ""],
    };
}
