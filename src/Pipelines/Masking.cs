namespace Pipelines;

/// <summary>Hides the secrets of the run from text, as every sink of the run does by itself.</summary>
public static class Masking
{
    /// <summary>
    /// The text with every secret of the run as <c>***</c>: as it is, line by line, and in the URL, base64, JSON and HTML forms in which programs echo it.
    /// Outside a run there are no secrets, so the text comes back as it is.
    /// </summary>
    public static string Mask(string text) => Ambient.Current?.Mask.Apply(text) ?? text;

    /// <summary>Hides a value from now on; secret parameters are added by themselves. An empty value hides nothing.</summary>
    /// <exception cref="DefinitionException">The value is shorter than 4 characters: hiding it would blank unrelated text, showing it would leak. Or no build runs.</exception>
    public static void Add(Secret secret) => Ambient.Required.Mask.Add(secret.Reveal());
}
