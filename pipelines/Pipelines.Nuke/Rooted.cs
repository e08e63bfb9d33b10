namespace Pipelines.Nuke;

/// <summary>Paths as NUKE takes them: text, from the root unless rooted.</summary>
internal static class Rooted
{
    public static AbsolutePath? Path(string? text) => text is null ? null : RunningTarget.RootDirectory / text;

    public static Tools.MSBuildVerbosity? Verbosity(DotNetVerbosity? verbosity) => (Tools.MSBuildVerbosity?)verbosity;

    public static Secret? Secret(string? text) => string.IsNullOrEmpty(text) ? null : new(text);
}
