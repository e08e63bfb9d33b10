using Pipelines.EndToEnd.Ci;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Forges;

/// <summary>A server that holds requests against GitHub's own description of its API, and answers with its examples.</summary>
internal sealed class Prism : IDisposable
{
    private readonly ShellRun _run;

    private Prism(string node, string description)
    {
        var port = FreePort.Next();
        Address = new($"http://127.0.0.1:{port}");
        _run = new Shell(Checkers.Folder).Start(
            node, "node_modules/@stoplight/prism-cli/dist/index.js", "mock", "--errors", "--host", "127.0.0.1", "--port", $"{port}", description);
    }

    public Uri Address { get; }

    private string Log => _run.Text;

    public static async Task<Prism> StartAsync(ScratchFolder folder)
    {
        var node = await Checkers.NodeAsync();
        var description = folder / "github.json";
        await new Shell(Checkers.Folder).SucceedAsync(node, "github-api.mjs", description);
        var prism = new Prism(node, description);
        try
        {
            await prism.WaitAsync();
            return prism;
        }
        catch
        {
            prism.Dispose();
            throw;
        }
    }

    public void Dispose() => _run.Dispose();

    private async Task WaitAsync()
    {
        try
        {
            await Eventually.HoldsAsync("prism", _ => Task.FromResult(Log.Contains($"is listening on {Address.OriginalString}", StringComparison.Ordinal)), TimeSpan.FromMinutes(1), TimeProvider.System);
        }
        catch (TimeoutException problem)
        {
            throw new InvalidOperationException($"{problem.Message} It said:\n{Log}", problem);
        }
    }
}
