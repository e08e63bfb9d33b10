namespace Pipelines.Targets.Delivery;

/// <summary>Where programs keep what must outlive them, by the XDG base directory specification; the profile's local data on Windows.</summary>
internal static class StateFolder
{
    public static AbsolutePath Of(string service) => Base() / "pipelines" / service;

    private static AbsolutePath Base()
    {
        if (OperatingSystem.IsWindows())
        {
            return AbsolutePath.Parse(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));
        }

        if (Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathRooted(state))
        {
            return AbsolutePath.Parse(state);
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 0
            ? AbsolutePath.Parse(home) / ".local" / "state"
            : throw new DefinitionException("There is no home folder to keep the local stages in. Say --environment-root, or set XDG_STATE_HOME.");
    }
}
