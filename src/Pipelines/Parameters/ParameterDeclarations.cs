using System.Collections.Immutable;
using System.Reflection;

namespace Pipelines.Parameters;

/// <summary>The parameters of a build class, its bases and its components.</summary>
/// <param name="All">Each name once, in the order of class, bases, components.</param>
/// <param name="Problems">What the author has to mend first.</param>
internal sealed record ParameterDeclarations(ImmutableArray<ParameterDeclaration> All, ImmutableArray<string> Problems)
{
    /// <summary>Reads the declarations of a build class; types of other members stay unloaded.</summary>
    public static ParameterDeclarations Of(Type build)
    {
        var byKey = new Dictionary<string, ParameterDeclaration>(StringComparer.Ordinal);
        var (order, problems) = (new List<string>(), new List<string>());
        foreach (var member in Members(build))
        {
            if (Read(member, problems) is not { } declaration)
            {
                continue;
            }

            var key = Spelling.Key(declaration.Name);
            if (!byKey.TryGetValue(key, out var known))
            {
                order.Add(key);
                byKey.Add(key, declaration);
            }
            else if (known.Type.Element.Type == declaration.Type.Element.Type && known.Type.IsCollection == declaration.Type.IsCollection)
            {
                byKey[key] = Merge(known, declaration);
            }
            else
            {
                problems.Add($"Parameter '{known.Name}' is declared as {known.Type.Name} by {Where(known.Members[0])} and as {declaration.Type.Name} by {Where(member)}. Give both one type, or one of them another Name.");
            }
        }

        return new([.. order.Select(key => byKey[key])], [.. problems]);
    }

    private static IEnumerable<MemberInfo> Members(Type build)
    {
        for (var type = build; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var member in AnnotatedMembers.Of<ParameterAttribute>(type))
            {
                yield return member;
            }
        }

        foreach (var member in build.GetInterfaces().SelectMany(AnnotatedMembers.Of<ParameterAttribute>))
        {
            yield return member;
        }
    }

    private static ParameterDeclaration? Read(MemberInfo member, List<string> problems)
    {
        var attribute = member.GetCustomAttribute<ParameterAttribute>(inherit: false)!;
        var name = attribute.Name?.TrimStart('-') ?? Spelling.Pascal(member.Name[(member.Name.LastIndexOf('.') + 1)..]);
        var type = MemberValue.TypeOf(member);
        if (MemberValue.IsStatic(member))
        {
            problems.Add($"Parameter '{name}' of {Where(member)} is static, so two builds could not have their own. Make it an instance member.");
        }
        else if (name.Length == 0 || name.Any(character => !char.IsLetterOrDigit(character) && character is not ('-' or '_')))
        {
            problems.Add($"Parameter '{name}' of {Where(member)} cannot be an option. Use letters, digits and dashes in its Name.");
        }
        else if (EngineOption.All.Any(option => Spelling.Key(option.Name) == Spelling.Key(name)))
        {
            problems.Add($"Parameter '{name}' of {Where(member)} has the name of an option of the engine. Give it another Name.");
        }
        else if (ParameterType.Of(type) is not { } read)
        {
            problems.Add($"Parameter '{name}' of {Where(member)} has type {type.Name}, which is not read from text. Use a plain type, an array of one, or give {type.Name} a public static Parse(string).");
        }
        else
        {
            return new(name, read, [member])
            {
                Description = attribute.Description,
                Separator = string.IsNullOrEmpty(attribute.Separator) ? null : attribute.Separator,
                IsRequired = member.IsDefined(typeof(RequiredAttribute), inherit: false),
                IsSecret = read.IsSecret || member.IsDefined(typeof(SecretAttribute), inherit: false),
            };
        }

        return null;
    }

    private static ParameterDeclaration Merge(ParameterDeclaration known, ParameterDeclaration other) => known with
    {
        Members = known.Members.AddRange(other.Members),
        Description = known.Description ?? other.Description,
        Separator = known.Separator ?? other.Separator,
        IsRequired = known.IsRequired || other.IsRequired,
        IsSecret = known.IsSecret || other.IsSecret,
    };

    private static string Where(MemberInfo member) => $"{member.DeclaringType?.Name}.{member.Name}";
}
