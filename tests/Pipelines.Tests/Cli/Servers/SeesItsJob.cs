namespace Pipelines.Tests.Cli.Servers;

/// <summary>Shows to its test which job it finds itself in.</summary>
internal sealed class SeesItsJob : PipelineBuild
{
    public static AsyncLocal<List<ServerJob?>> Seen { get; } = new();

    public Target Look => _ => _.Executes(() => Seen.Value!.Add(ServerJob));
}
