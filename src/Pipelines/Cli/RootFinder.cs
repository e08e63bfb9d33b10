namespace Pipelines.Cli;

/// <summary>Finds the folder that holds <c>.nuke</c>.</summary>
internal static class RootFinder
{
    /// <summary>The option, else what the invocation gives, else the nearest folder.</summary>
    /// <param name="option">The value of <c>--root</c>, as it was written.</param>
    /// <param name="given">The root of the invocation.</param>
    public static AbsolutePath Find(string? option, AbsolutePath? given)
    {
        var start = AbsolutePath.Parse(Environment.CurrentDirectory);
        if (option is not null)
        {
            return Directory.Exists(start / option) ? start / option : throw new DefinitionException($"--root '{option}' is not a folder.");
        }
        if (given is not null)
        {
            return given;
        }
        // The program may be started from anywhere: its own place is the second try.
        return Above(start) ?? Above(AbsolutePath.Parse(AppContext.BaseDirectory))
            ?? throw new DefinitionException($"No folder from '{start}' upwards holds '.nuke'. Make one at the root of the repository, or give --root PATH.");
    }

    private static AbsolutePath? Above(AbsolutePath start)
    {
        for (var folder = start; folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(folder / ".nuke"))
            {
                return folder;
            }
        }
        return null;
    }
}
