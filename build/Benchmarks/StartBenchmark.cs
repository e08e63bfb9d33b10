using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pipelines;
using Pipelines.Tools;

/// <summary>Whole processes, one after the other in the same run of hyperfine.</summary>
internal static class StartBenchmark
{
    /// <summary>The file with the figures, in the folder of the programs.</summary>
    public const string Results = "results.json";

    // Its own folder for what it makes: the engine's may be in use. Nothing is judged that build.sh does not judge either.
    private const string Properties = "-c Release -p:ArtifactsPath=$PWD/artifacts -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:GenerateDocumentationFile=false";

    /// <summary>Runs each command once to warm up, then ten times.</summary>
    /// <param name="folder">Holds a program <c>targets-N</c> for each size.</param>
    /// <param name="sizes">Numbers of targets; dotnet's own start is measured for the first.</param>
    public static Command Measure(AbsolutePath folder, ReadOnlySpan<int> sizes)
    {
        var command = Command.Of("hyperfine", "--warmup", "1", "--runs", "10", "--style", "basic", "--export-json", Results) with { WorkingDirectory = folder };
        foreach (var size in sizes)
        {
            command = command.With("--command-name", string.Create(CultureInfo.InvariantCulture, $"./build.sh, chain of {size:N0}"), $"cd targets-{size} && ./build.sh");
        }
        var first = $"cd targets-{sizes[0]} &&";
        return command.With(
            "--command-name", "./build.sh --help", $"{first} ./build.sh --help",
            "--command-name", "dotnet build && dotnet run --no-build", $"{first} dotnet build build/Build.csproj -v q {Properties} && dotnet run --no-build --project build/Build.csproj {Properties}");
    }

    /// <summary>Reads what hyperfine wrote.</summary>
    public static ImmutableArray<BenchmarkRow> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.GetProperty("results").EnumerateArray().Select(result => new BenchmarkRow(
                result.GetProperty("command").GetString()!,
                result.GetProperty("mean").GetDouble(),
                result.GetProperty("stddev").GetDouble(),
                result.GetProperty("min").GetDouble(),
                result.GetProperty("max").GetDouble(),
                result.GetProperty("times").GetArrayLength())),
        ];
    }
}
