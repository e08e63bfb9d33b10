using System.Collections.Immutable;

namespace Pipelines.Ci.Safety;

/// <summary>How a shell reads words that other people chose.</summary>
internal static class ShellLine
{
    /// <summary>Variables whose words anybody chooses who may push a branch or open a merge request.</summary>
    public static ImmutableArray<string> Untrusted { get; } =
    [
        "CI_COMMIT_MESSAGE", "CI_COMMIT_TITLE", "CI_COMMIT_DESCRIPTION", "CI_COMMIT_AUTHOR", "CI_COMMIT_BRANCH", "CI_COMMIT_REF_NAME", "CI_COMMIT_TAG", "CI_COMMIT_TAG_MESSAGE",
        "CI_MERGE_REQUEST_TITLE", "CI_MERGE_REQUEST_DESCRIPTION", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_MERGE_REQUEST_LABELS",
    ];

    /// <summary>A line reads a variable outside of double quotes, where the shell splits the words, or within eval, where it runs them.</summary>
    public static bool IsBare(string script, string name)
    {
        var quoted = false;
        var literal = false;
        for (var index = 0; index < script.Length; index++)
        {
            if (script[index] == '\\' && !literal)
            {
                index++;
            }
            else if (script[index] == '"' && !literal)
            {
                quoted = !quoted;
            }
            else if (script[index] == '\'' && !quoted)
            {
                literal = !literal;
            }
            else if (script[index] == '$' && !literal && Reads(script.AsSpan(index + 1), name) && (!quoted || script.Contains("eval ", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Reads(ReadOnlySpan<char> text, string name)
    {
        var rest = text.TrimStart('{');
        return rest.StartsWith(name, StringComparison.Ordinal) && (rest.Length == name.Length || !(char.IsAsciiLetterOrDigit(rest[name.Length]) || rest[name.Length] == '_'));
    }
}
