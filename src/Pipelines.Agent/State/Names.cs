namespace Pipelines.Agent.State;

/// <summary>Names that become folders, so nothing else than a plain name may pass.</summary>
internal static class Names
{
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 128 && char.IsAsciiLetterOrDigit(name[0]) &&
        name.All(character => char.IsAsciiLetterOrDigit(character) || "._+:@~-".Contains(character, StringComparison.Ordinal));

    public static bool IsToken(string name) =>
        name.Length is > 0 and <= 128 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <exception cref="RefusedException">400: the name cannot be used.</exception>
    public static string Checked(string kind, string? name) =>
        name is not null && IsName(name)
            ? name
            : throw new RefusedException(
                StatusCodes.Status400BadRequest,
                $"'{name}' cannot name a {kind}; start with a letter or digit and use letters, digits and . _ + : @ ~ - (at most 128).");
}
