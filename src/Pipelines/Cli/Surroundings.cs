using Pipelines.Cli.Servers;
using Pipelines.Parameters;

namespace Pipelines.Cli;

/// <summary>Where a run takes place, told from its environment.</summary>
internal static class Surroundings
{
    private static readonly string[] Servers = ["CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION", "JENKINS_URL"];

    public static bool IsServer(IReadOnlyDictionary<string, string> environment) => Array.Exists(Servers, name => IsSet(environment, name));

    /// <summary>The input of a person who can be asked; null in a job, in a pipe and where nobody watches.</summary>
    public static IInput? PersonOf(BuildInvocation invocation) =>
        invocation is { Interactive: true, Input: { } input } && !IsServer(invocation.Environment) && input.IsTerminal ? input : null;

    public static Host HostOf(BuildInvocation invocation)
    {
        var environment = invocation.Environment;
        if (IsSet(environment, "GITHUB_ACTIONS"))
        {
            return Host.GitHub;
        }
        if (IsSet(environment, "GITLAB_CI"))
        {
            return Host.GitLab;
        }
        var plain = !invocation.Interactive || IsSet(environment, "NO_COLOR") || environment.GetValueOrDefault("TERM") is null or "" or "dumb";
        return plain ? Host.Plain : Host.Terminal;
    }

    /// <summary>What the server says of the job; read once, and only when somebody asks.</summary>
    public static Func<ServerJob?> JobOf(BuildInvocation invocation)
    {
        var job = new Lazy<ServerJob?>(() => HostOf(invocation) switch
        {
            Host.GitHub => GitHubJob.Read(new(invocation.Environment)),
            Host.GitLab => GitLabJob.Read(new(invocation.Environment)),
            _ => null,
        });
        return () => job.Value;
    }

    /// <summary>The folder that shares successes: the option, else the variable; null for none.</summary>
    public static string? SharedCache(EngineOptions options, IReadOnlyDictionary<string, string> environment) =>
        options.CacheFolder ?? (environment.TryGetValue("PIPELINES_CACHE", out var folder) && folder.Length > 0 ? folder : null);

    private static bool IsSet(IReadOnlyDictionary<string, string> environment, string name) =>
        environment.TryGetValue(name, out var value) && value.Length > 0 && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
