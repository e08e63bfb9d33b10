using Pipelines;
using Pipelines.Tools;

internal sealed partial class Build
{
    private static readonly int[] BenchmarkSizes = [1, 1_000, 10_000];

    Target Benchmark => _ => _
        .Description("Measures whole starts of builds beside dotnet's own and writes them into docs/benchmarks.md; needs hyperfine and a quiet machine")
        .Exclusive()
        .Executes(async (run, cancellationToken) =>
        {
            var folder = AbsolutePath.Parse(Directory.CreateTempSubdirectory("pipelines-benchmark-").FullName);
            try
            {
                foreach (var size in BenchmarkSizes)
                {
                    await ScratchBuild.WriteAsync(folder / $"targets-{size}", RootDirectory, size, cancellationToken);
                }
                await RunAsync(StartBenchmark.Measure(folder, BenchmarkSizes), cancellationToken);
                var rows = StartBenchmark.Read(await File.ReadAllTextAsync(folder / StartBenchmark.Results, cancellationToken));
                var sdk = (await RunAsync(Command.Of("dotnet", "--version") with { Quiet = true }, cancellationToken)).Output[0];
                var text = await File.ReadAllTextAsync(BenchmarkReport, cancellationToken);
                await File.WriteAllTextAsync(BenchmarkReport, BenchmarkText.Replace(text, BenchmarkText.Of(rows, await MachineAsync(sdk, cancellationToken))), cancellationToken);
                foreach (var row in rows)
                {
                    run.Summary(row.Name, BenchmarkText.Seconds(row.Mean));
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });

    private static AbsolutePath BenchmarkReport => RootDirectory / "docs" / "benchmarks.md";

    private static async Task<string> MachineAsync(string sdk, CancellationToken cancellationToken)
    {
        const string Known = "/proc/cpuinfo";
        var lines = File.Exists(Known) ? await File.ReadAllLinesAsync(Known, cancellationToken) : [];
        var processor = Array.Find(lines, line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor";
        return $"{Environment.ProcessorCount} cores of {processor}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET SDK {sdk}, runtime {Environment.Version}";
    }
}
