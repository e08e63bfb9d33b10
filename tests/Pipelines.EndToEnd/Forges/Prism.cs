using Pipelines.EndToEnd.Ci;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Forges;

/// <summary>A server that holds requests against GitHub's own description of its API, and answers with its examples.</summary>
internal sealed class Prism : IDisposable
{
    private readonly ShellRun _run;

    private Prism(ShellRun run, Uri address) => (_run, Address) = (run, address);

    public Uri Address { get; }

    /// <summary>What it said of the requests.</summary>
    public string Log => _run.Text;

    public static async Task<Prism> StartAsync(ScratchFolder folder)
    {
        var node = await Checkers.NodeAsync();
        var shell = new Shell(Checkers.Folder);
        var description = folder / "github.json";
        await shell.SucceedAsync(node, "github-api.mjs", description);
        var port = FreePort.Next();
        var address = new Uri($"http://127.0.0.1:{port}");
        var run = shell.Start(node, "node_modules/@stoplight/prism-cli/dist/index.js", "mock", "--errors", "--host", "127.0.0.1", "--port", $"{port}", description);
        try
        {
            await Eventually.HoldsAsync(
                "prism", _ => Task.FromResult(run.Text.Contains($"is listening on {address.OriginalString}", StringComparison.Ordinal)), TimeSpan.FromMinutes(1), TimeProvider.System);
            return new(run, address);
        }
        catch (TimeoutException problem)
        {
            run.Dispose();
            throw new InvalidOperationException($"{problem.Message} It said:\n{run.Text}", problem);
        }
    }

    public void Dispose() => _run.Dispose();
}
