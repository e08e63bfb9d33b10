using Pipelines.Cli;
using Pipelines.Graph;

namespace Pipelines.Tests.Ci;

/// <summary>Workflows of a build class as they come out, without a run.</summary>
internal static class Drawn
{
    /// <summary>Names that arguments of the tests have.</summary>
    private static readonly string[] Parameters = ["dry-run", "image", "release", "shard", "stage", "os"];

    public static CiDrawing Of(Func<ShopBuild, IEnumerable<Workflow>> workflows, CiSystem systems = CiSystem.All, params IEnumerable<string> present) =>
        Of<ShopBuild>(workflows, systems, present);

    public static CiDrawing Of<T>(Func<T, IEnumerable<Workflow>> workflows, CiSystem systems = CiSystem.All, params IEnumerable<string> present)
        where T : PipelineBuild, new() => Of<T>(build => new([.. workflows(build)], systems) { Present = [.. present] });

    public static CiDrawing Of<T>(Func<T, CiRequest> request)
        where T : PipelineBuild, new()
    {
        var build = new T();
        return DrawnCi.Of(request(build) with { Source = "build/Build.cs" }, new GraphReader(build, []).Read(), build, Parameters);
    }

    /// <summary>Everything in one text: plan, findings, files.</summary>
    public static string Text(CiDrawing drawing) => string.Join('\n',
    [
        drawing.Plan,
        .. drawing.Findings.Select(finding => $"{(finding.IsError ? "error" : "note")} {finding}"),
        .. drawing.Files.Select(file => $"\n======== {file.Path}\n{file.Text}"),
    ]);
}
