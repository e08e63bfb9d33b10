using System.Text.Json;

namespace Pipelines.EndToEnd.Harness;

/// <summary>The answer of <c>./build.sh Status --json</c>.</summary>
internal sealed record StatusReport(IReadOnlyList<StageStatus> Stages)
{
    public static async Task<StatusReport> ReadAsync(Clone clone)
    {
        var result = await clone.BuildAsync("Status", "--json");
        return result.ExitCode == 0
            ? JsonSerializer.Deserialize(result.Output, StatusJson.Default.StatusReport)!
            : throw new InvalidOperationException($"{result}");
    }

    public StageStatus Stage(string name) =>
        Stages.FirstOrDefault(stage => stage.Name == name)
        ?? throw new InvalidOperationException($"Status knows no stage '{name}', only {string.Join(", ", Stages.Select(stage => stage.Name))}.");
}
