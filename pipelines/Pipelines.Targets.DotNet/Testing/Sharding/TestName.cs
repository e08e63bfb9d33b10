namespace Pipelines.Targets.DotNet.Testing.Sharding;

/// <summary>Takes names of tests apart, such as <c>Shop.Tests.CartTests("a.b").Adds(2)</c>.</summary>
internal static class TestName
{
    /// <summary>The class, without arguments of its fixture; a name that cannot be taken apart gives what stands before its first bracket.</summary>
    public static string Class(string fullyQualifiedName)
    {
        var plain = WithoutArguments(fullyQualifiedName) ?? fullyQualifiedName[..IndexOfAny(fullyQualifiedName)];
        return plain.LastIndexOf('.') is > 0 and var dot ? plain[..dot] : plain;
    }

    /// <summary>What a filter can look for to find the tests of the class: no more than letters and digits, as test adapters stumble over brackets, some until the memory is full.</summary>
    public static string Term(string className, string fullyQualifiedName)
    {
        if (fullyQualifiedName.StartsWith($"{className}.", StringComparison.Ordinal) && className.All(IsSafe))
        {
            return $"{className}.";
        }

        var common = className.AsSpan().CommonPrefixLength(fullyQualifiedName);
        return string.Concat(className[..common].TakeWhile(IsSafe));
    }

    private static bool IsSafe(char letter) => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '+';

    private static int IndexOfAny(string name) => name.AsSpan().IndexOfAny("(<\" ") is >= 0 and var index ? index : name.Length;

    /// <summary>Null when brackets do not match.</summary>
    private static string? WithoutArguments(string name)
    {
        var plain = new System.Text.StringBuilder();
        var depth = 0;
        char? quote = null;
        for (var index = 0; index < name.Length; index++)
        {
            var letter = name[index];
            if (quote is not null)
            {
                index += letter == '\\' ? 1 : 0;
                quote = letter == quote ? null : quote;
            }
            else if (depth > 0 && letter is '"' or '\'')
            {
                quote = letter;
            }
            else if (letter is '(' or '<')
            {
                depth++;
            }
            else if (letter is ')' or '>')
            {
                depth--;
            }
            else if (depth == 0)
            {
                plain.Append(letter);
            }

            if (depth < 0)
            {
                return null;
            }
        }

        return depth == 0 && quote is null ? plain.ToString() : null;
    }
}
