using Pipelines.Testing;

namespace Pipelines.Tests.Execution.Caching;

/// <summary>A root for <see cref="Bakery"/>, on a clock of its own as files have real times.</summary>
internal sealed class Kitchen : IDisposable
{
    private readonly Workspace _workspace = new() { Time = TimeProvider.System };

    public Kitchen()
    {
        Folder.Write("source/a.txt", "one");
        Folder.Write("source/b/b.txt", "two");
        Folder.Write("oven.txt", "hot");
    }

    public ScratchFolder Folder => _workspace.Folder;

    public AbsolutePath Cache => Folder / ".nuke/temp/cache";

    public Task<Ran> RunAsync(string arguments) => _workspace.RunAsync<Bakery>(arguments);

    public async Task<string> ExplainAsync(string target) => (await RunAsync($"--explain {target}")).Output;

    public string Read(string file) => File.ReadAllText(Folder / file);

    public void Dispose() => _workspace.Dispose();
}
