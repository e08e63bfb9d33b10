using Pipelines.EndToEnd.Harness;

namespace Pipelines.EndToEnd;

/// <summary>The shared clone after its first deployment; whoever asks first deploys.</summary>
internal static class DeployedClone
{
    private static readonly Lazy<Task<(Clone Clone, ShellResult First)>> Deployed = new(DeployAsync);

    /// <summary>A clone whose stages serve a verified release.</summary>
    public static async Task<Clone> GetAsync()
    {
        var (clone, first) = await Deployed.Value;
        return first.ExitCode == ExitCodes.Success ? clone : throw new InvalidOperationException($"The first deployment failed, so nothing can be judged after it.\n{first}");
    }

    /// <summary>How the first deployment went.</summary>
    public static async Task<ShellResult> FirstAsync() => (await Deployed.Value).First;

    private static async Task<(Clone Clone, ShellResult First)> DeployAsync()
    {
        var clone = await SharedClone.GetAsync();
        return (clone, await clone.BuildAsync("Deploy"));
    }
}
