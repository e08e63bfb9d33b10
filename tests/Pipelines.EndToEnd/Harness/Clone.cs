using System.Globalization;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Harness;

/// <summary>A fresh clone of this repository with an environment and ports of its own, as a new user has it.</summary>
/// <remarks>Uncommitted changes of the checkout come along as one more commit, so that tests judge what is written, not what was committed.</remarks>
internal sealed class Clone : IAsyncDisposable
{
    private readonly ScratchFolder _scratch;
    private readonly string _environment;
    private readonly bool _owns;

    private Clone(ScratchFolder? shared, string environment)
    {
        _environment = environment;
        _owns = shared is null;
        if (shared is null)
        {
            _scratch = new ScratchFolder();
        }
        else
        {
            _scratch = shared;
        }

        Shell = new Shell(Folder)
            .With("ENVIRONMENT_ROOT", EnvironmentRoot)

            // The machine has other things to do as well; the test about latency asks for the slack that people have.
            .With("LATENCY_SLACK", "1s")
            .With("STAGING_PORT", StagingPort.ToString(CultureInfo.InvariantCulture))
            .With("PRODUCTION_PORT", ProductionPort.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Root of the clone.</summary>
    public AbsolutePath Folder => _scratch / "repository";

    /// <summary>Where the deployed environments of this clone live.</summary>
    public AbsolutePath EnvironmentRoot => _scratch / _environment;

    public int StagingPort { get; } = FreePort.Next();

    public int ProductionPort { get; } = FreePort.Next();

    public Uri Production => new($"http://127.0.0.1:{ProductionPort}/");

    public Uri Staging => new($"http://127.0.0.1:{StagingPort}/");

    /// <summary>A shell in the clone whose builds use the clone's environment and ports.</summary>
    public Shell Shell { get; private set; }

    public static async Task<Clone> CreateAsync()
    {
        var clone = new Clone(shared: null, "environment");
        var source = new Shell(Repository.Root);
        await source.SucceedAsync("git", "clone", "--quiet", Repository.Root, clone.Folder);
        var kept = await source.SucceedAsync("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        clone.TakeOver(kept.Split(['\0', '\n'], StringSplitOptions.RemoveEmptyEntries));
        await clone.CommitAsync("Take over what is not committed yet");
        return clone;
    }

    /// <summary>The same clone with another environment and other ports, and variables for its builds; disposing it leaves the clone.</summary>
    public Clone Beside(string environment, params IEnumerable<(string Name, string Value)> variables)
    {
        var beside = new Clone(_scratch, environment);
        beside.Shell = variables.Aggregate(beside.Shell, (shell, variable) => shell.With(variable.Name, variable.Value));
        return beside;
    }

    /// <summary>Runs <c>./build.sh</c> to its end.</summary>
    public Task<ShellResult> BuildAsync(params IEnumerable<string> arguments) => Shell.RunAsync("./build.sh", arguments);

    /// <summary>Starts <c>./build.sh</c> and does not wait.</summary>
    public ShellRun StartBuild(params IEnumerable<string> arguments) => Shell.Start("./build.sh", arguments);

    /// <summary>Edits a file of the clone.</summary>
    public void Edit(string file, Func<string, string> change) => File.WriteAllText(Folder / file, change(File.ReadAllText(Folder / file)));

    /// <summary>Commits everything; nothing to commit is fine.</summary>
    public async Task CommitAsync(string message)
    {
        await Shell.SucceedAsync("git", "add", "--all");
        if ((await Shell.SucceedAsync("git", "status", "--porcelain")).Length == 0)
        {
            return;
        }

        await Shell.SucceedAsync(
            "git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", message);
    }

    /// <summary>Stops the environment and proves that nothing of it is left.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Directory.Exists(EnvironmentRoot))
            {
                await Shell.SucceedAsync("./build.sh", "Down");
            }

            await Eventually.HoldsAsync(
                $"the processes of '{Whole}' to end:\n{string.Join('\n', Leftovers.In(Whole).Values)}\n",
                _ => Task.FromResult(Leftovers.In(Whole).Count == 0),
                TimeSpan.FromSeconds(10),
                TimeProvider.System);
        }
        finally
        {
            await EndLeftoversAsync();
            if (_owns)
            {
                _scratch.Dispose();
            }
        }
    }

    private AbsolutePath Whole => _owns ? _scratch.Path : EnvironmentRoot;

    private void TakeOver(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (File.Exists(Repository.Root / file))
            {
                Directory.CreateDirectory((Folder / file).Parent!);
                File.Copy(Repository.Root / file, Folder / file, overwrite: true);
            }
            else
            {
                File.Delete(Folder / file);
            }
        }
    }

    // A failed test must not leave a proxy and its services on the machine; these are processes of this clone alone.
    private async Task EndLeftoversAsync()
    {
        foreach (var id in Leftovers.In(Whole).Keys)
        {
            await new Shell(Repository.Root).RunAsync("kill", "-KILL", id.ToString(CultureInfo.InvariantCulture));
        }
    }
}
