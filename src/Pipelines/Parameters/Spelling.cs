namespace Pipelines.Parameters;

/// <summary>The spellings of one name: <c>ApiKey</c>, <c>--api-key</c>, <c>API_KEY</c>.</summary>
internal static class Spelling
{
    // One word to those who use them, and so to the secrets that a repository has already: NUGET_API_KEY.
    private static readonly string[] Products = ["NuGet", "GitHub", "GitLab", "DotNet", "MSBuild", "MyGet", "TeamCity"];

    /// <summary>What two spellings of the same name have in common.</summary>
    public static string Key(string name) => string.Create(
        name.Length - name.AsSpan().Count('-') - name.AsSpan().Count('_'),
        name,
        static (key, source) =>
        {
            var position = 0;
            foreach (var character in source)
            {
                if (character is not ('-' or '_'))
                {
                    key[position++] = char.ToUpperInvariant(character);
                }
            }
        });

    /// <summary>As on the command line, without the dashes in front: <c>ApiKey</c> becomes <c>api-key</c>, <c>HTTPPort</c> <c>http-port</c>, <c>NuGetKey</c> <c>nuget-key</c>.</summary>
    public static string Kebab(string name)
    {
        var words = new System.Text.StringBuilder(name.Length + 4);
        for (var index = 0; index < name.Length; index++)
        {
            if (index > 0 && StartsWord(name, index))
            {
                words.Append('-');
            }

            words.Append(char.ToLowerInvariant(name[index]));
        }

        return words.ToString();
    }

    /// <summary>As in the environment: <c>ApiKey</c> becomes <c>API_KEY</c>.</summary>
    public static string UpperSnake(string name) => Kebab(name).Replace('-', '_').ToUpperInvariant();

    /// <summary>The name an author sees: <c>_apiKey</c> becomes <c>ApiKey</c>.</summary>
    public static string Pascal(string member)
    {
        var name = member.TrimStart('_');
        return name.Length == 0 ? member : char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static bool StartsWord(string name, int index) =>
        char.IsUpper(name[index])
        && name[index - 1] != '-'
        && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])))
        && !IsInsideProduct(name, index);

    private static bool IsInsideProduct(string name, int index)
    {
        foreach (var product in Products)
        {
            var start = name.IndexOf(product, Math.Max(0, index - product.Length + 1), StringComparison.Ordinal);
            var end = start + product.Length;
            if (start >= 0 && start < index && (end == name.Length || !char.IsLower(name[end])))
            {
                return true;
            }
        }

        return false;
    }
}
