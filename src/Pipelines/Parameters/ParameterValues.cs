using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pipelines.Parameters;

/// <summary>The typed values that were given, of whatever source.</summary>
internal sealed class ParameterValues
{
    private readonly ImmutableArray<ParameterDeclaration> _declarations;
    private readonly AbsolutePath _root;
    private readonly Dictionary<ParameterDeclaration, ParameterValue> _values = [];
    private readonly Dictionary<ParameterDeclaration, RawValue> _waiting = [];

    private ParameterValues(ImmutableArray<ParameterDeclaration> declarations, AbsolutePath root) => (_declarations, _root) = (declarations, root);

    /// <summary>Everything that is wrong with the values; nothing may run unless empty.</summary>
    public ImmutableArray<string> Problems { get; private set; } = [];

    /// <summary>Values that were given, in the order of their declaration.</summary>
    public IEnumerable<ParameterValue> Given => _declarations.Select(declaration => _values.GetValueOrDefault(declaration)).OfType<ParameterValue>();

    /// <summary>Secrets of which only is known where they are.</summary>
    public IReadOnlyCollection<RawValue> Waiting => _waiting.Values;

    /// <summary>Finds and reads all values: command line before environment before profiles before <c>.nuke/parameters.json</c>.</summary>
    /// <param name="declarations">Parameters of the build.</param>
    /// <param name="invocation">The command line; its own problems are not repeated.</param>
    /// <param name="environment">Variables of the process.</param>
    /// <param name="root">Where files are found and relative paths start.</param>
    /// <param name="secrets">Finds secrets that are kept elsewhere; without it their text is their value.</param>
    public static ParameterValues Bind(ImmutableArray<ParameterDeclaration> declarations, Invocation invocation, IReadOnlyDictionary<string, string> environment, AbsolutePath root, ISecretSource? secrets = null)
    {
        var (values, problems) = (new ParameterValues(declarations, root), new List<string>());
        foreach (var raw in new ParameterSources(declarations, environment, root, problems).Read(invocation))
        {
            if (raw.Parameter.IsSecret && secrets?.IsReference(raw) == true)
            {
                values.Wait(raw, secrets);
            }
            else if (values.Give(raw) is { } problem)
            {
                problems.Add(problem);
            }
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

    /// <summary>For help, such as <c>Release (from --configuration)</c>; null when no value was given.</summary>
    public string? Describe(ParameterDeclaration declaration) => _waiting.TryGetValue(declaration, out var raw)
        ? $"*** (from {raw.Source}, read when needed)"
        : _values.GetValueOrDefault(declaration)?.ToString();

    /// <summary>Reads a value and makes it the one in force; gives the problem when it does not parse.</summary>
    public string? Give(RawValue raw)
    {
        var (parameter, reader) = (raw.Parameter, raw.Parameter.Type.Element);
        if (parameter.Type.TryRead(raw.Words, _root, out var value, out var wrong))
        {
            var text = parameter.IsSecret ? "***" : string.Join(parameter.Separator ?? " ", raw.Words);
            _values[parameter] = new(parameter, value, text, raw.Source);
            _waiting.Remove(parameter);
            return null;
        }

        var shown = parameter.IsSecret ? "***" : wrong;
        var hint = parameter.IsSecret ? "" : Nearest.Hint(wrong, reader.AllowedValues);
        var refusal = parameter.IsSecret || reader.Refusal(wrong) is not { } words ? "" : $" {words}";
        return $"Parameter '{parameter.Name}' cannot be '{shown}' (from {raw.Source}): expected {reader.Expectation}.{hint}{refusal}";
    }

    /// <summary>Writes the values into the fields and automatic properties of a build; the others keep what their initialiser gave.</summary>
    public void ApplyTo(object build)
    {
        foreach (var declaration in _values.Keys)
        {
            ApplyTo(build, declaration);
        }
    }

    /// <summary>Writes the value of one parameter, if it has one.</summary>
    public void ApplyTo(object build, ParameterDeclaration declaration)
    {
        if (_values.GetValueOrDefault(declaration) is not { } given)
        {
            return;
        }

        foreach (var member in declaration.Members.Where(member => member.DeclaringType is { IsInterface: false }))
        {
            MemberValue.Write(build, member, given.Value);
        }
    }

    /// <summary>Every secret in force, from whatever source and from initialisers, so that it can be masked.</summary>
    /// <param name="build">With the initialisers.</param>
    /// <param name="mask">Takes each value with its parameter's name.</param>
    public void TellSecrets(object build, Action<string, string> mask)
    {
        foreach (var declaration in _declarations.Where(declaration => declaration.IsSecret))
        {
            foreach (var item in _values.GetValueOrDefault(declaration) is { } given ? Texts(given.Value) : declaration.Members.SelectMany(member => Texts(MemberValue.Kept(build, member))))
            {
                mask(item, declaration.Name);
            }
        }
    }

    /// <summary>Required parameters that have no value in the build.</summary>
    public IEnumerable<ParameterDeclaration> Missing(object build) =>
        from declaration in _declarations
        where declaration.IsRequired && !_values.ContainsKey(declaration) && !_waiting.ContainsKey(declaration)
        where declaration.Members.All(member => IsNone(MemberValue.Kept(build, member)))
        select declaration;

    /// <summary>It says nothing that an author or a caller chose: null, the empty text, or what a value type is before it gets a value.</summary>
    public static bool IsNone(object? value) => value is null or "" || (value is ValueType && value.Equals(Activator.CreateInstance(value.GetType())));

    /// <summary>Says that a parameter has no value, and the three ways to give one.</summary>
    public static string MissingText(ParameterDeclaration declaration) =>
        $"Parameter '{declaration.Name}' is required. Give '{declaration.Option} {Example(declaration.Type.Element)}', set {Spelling.UpperSnake(declaration.Name)} in the environment, or add \"{declaration.Name}\" to .nuke/parameters.json.";

    private static string Example(ValueReader reader) => reader.AllowedValues.IsEmpty ? "VALUE" : string.Join('|', reader.AllowedValues);

    /// <summary>The declaration that a member belongs to; null when it is no parameter.</summary>
    public ParameterDeclaration? Find(MemberInfo member) =>
        _declarations.FirstOrDefault(declaration => declaration.Members.Any(candidate => candidate.HasSameMetadataDefinitionAs(member)))
        ?? _declarations.FirstOrDefault(declaration => declaration.Members.Any(candidate => candidate.Name == member.Name));

    // A member of type Secret can wait until its value is used; one of type string has to get it before.
    private void Wait(RawValue raw, ISecretSource secrets)
    {
        _waiting[raw.Parameter] = raw;
        if (raw.Parameter.Type is { IsCollection: false, IsSecret: true })
        {
            var secret = new Secret(() => secrets.FindAsync(raw, mayAsk: false, CancellationToken.None).GetAwaiter().GetResult()[0]);
            _values[raw.Parameter] = new(raw.Parameter, secret, "***", raw.Source);
        }
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        Secret secret => secret.IsKnown ? [secret.Reveal()] : [],
        System.Collections.IDictionary entries => entries.Values.Cast<object?>().SelectMany(Texts),
        System.Collections.IEnumerable items => items.Cast<object?>().SelectMany(Texts),
        IFormattable formattable => [formattable.ToString(format: null, System.Globalization.CultureInfo.InvariantCulture)],
        _ => [value.ToString() ?? ""],
    };
}
