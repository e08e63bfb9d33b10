namespace Pipelines.Delivery;

/// <summary>The service whose stages a folder holds. Another one that came upon it would take its releases for its own, and its agent down.</summary>
internal static class EnvironmentOwner
{
    private const string Name = "service.txt";

    /// <summary>Why a service may not use the folder; null when it may.</summary>
    public static string? Problem(AbsolutePath root, string service) => Of(root) is { } owner && owner != service
        ? $"The folder '{root}' holds the stages of service '{owner}', so '{service}' may not touch them. Give it a folder of its own: --environment-root PATH (or ENVIRONMENT_ROOT)."
        : null;

    /// <summary>Makes the folder the service's own, once it changes something there.</summary>
    public static void Claim(AbsolutePath root, string service)
    {
        if (Of(root) is null)
        {
            Directory.CreateDirectory(root);
            File.WriteAllText(root / Name, service + "\n");
        }
    }

    // Who was killed while it wrote has left no whole line: that is no owner, and locks nobody out.
    private static string? Of(AbsolutePath root) =>
        File.Exists(root / Name) && File.ReadAllText(root / Name) is var text && text.EndsWith('\n') ? text.Trim() : null;
}
