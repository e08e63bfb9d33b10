using System.Text;

namespace Pipelines.Ci;

/// <summary>Names as both systems take them: lower case words with dashes.</summary>
internal static class JobName
{
    private const int Longest = 60;

    /// <summary>Of a target or workflow: <c>UnitTest</c> becomes <c>unit-test</c>.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var isWord = char.IsAsciiLetterOrDigit(name[index]);
            var begins = !isWord || (char.IsAsciiLetterUpper(name[index]) && index > 0 && !char.IsAsciiLetterUpper(name[index - 1]));
            if (begins && text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }
            if (isWord)
            {
                text.Append(char.ToLowerInvariant(name[index]));
            }
        }
        return text.ToString().TrimEnd('-');
    }

    /// <summary>For people: <c>unit-tests</c> becomes <c>Unit tests</c>.</summary>
    public static string Words(string id) => id.Length == 0 ? id : char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');

    public static bool IsValid(string id) =>
        id.Length is > 0 and <= Longest && char.IsAsciiLetterLower(id[0]) && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
