using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Ci;

/// <summary>A Docker daemon of its own, with images made of the programs of this machine, as none can be fetched.</summary>
internal sealed class DockerDaemon : IAsyncDisposable
{
    public const string HelperImage = "helper:1";
    public const string WaitImage = "wait:1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ScratchFolder _folder = new();
    private readonly Shell _shell;
    private readonly ShellRun _daemon;

    private DockerDaemon(string program)
    {
        _shell = Beside(new(_folder.Path));
        _daemon = _shell.Start(program, "--data-root", _folder / "data", "--exec-root", _folder / "run", "--pidfile", _folder / "pid", "--host", Host, "--bridge", "none");
    }

    private string Host => $"unix://{_folder / "docker.sock"}";

    public static async Task<DockerDaemon> StartAsync()
    {
        _ = Needs.Program("docker", package: "docker.io");
        var daemon = new DockerDaemon(Needs.Program("dockerd", package: "docker.io"));
        try
        {
            await Eventually.HoldsAsync($"dockerd to answer:\n{daemon._daemon.Text}", async _ => (await daemon._shell.RunAsync("docker", "version")).ExitCode == 0, Patience, TimeProvider.System);
            return daemon;
        }
        catch
        {
            await daemon.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same shell, in which <c>docker</c> speaks to this daemon.</summary>
    public Shell Beside(Shell shell) => shell.With("DOCKER_HOST", Host);

    /// <summary>Makes the image of jobs, the helpers of gitlab-ci-local, and a server of PostgreSQL.</summary>
    /// <param name="job">Name of the image of jobs.</param>
    /// <param name="postgres">Name of the image of the server.</param>
    public async Task MakeImagesAsync(string job, string postgres)
    {
        _ = Needs.Program("initdb", package: "postgresql");
        await _shell.SucceedAsync("sh", "-c", $"sh '{Checkers.Folder}/image.sh' '{AbsolutePath.Parse(Programs.File).Parent}' | docker import - {job}");
        await _shell.SucceedAsync("docker", "tag", job, HelperImage);
        await _shell.SucceedAsync("docker", "create", "--name", "base", job, "true");
        await _shell.SucceedAsync("docker", "commit", "--change", """ENTRYPOINT ["wait-for"]""", "base", WaitImage);
        await _shell.SucceedAsync("docker", "commit", "--change", """ENTRYPOINT ["serve-postgres"]""", "--change", "EXPOSE 5432", "base", postgres);
        await _shell.SucceedAsync("docker", "rm", "base");
    }

    public async ValueTask DisposeAsync()
    {
        _daemon.Signal("TERM");
        await _daemon.WaitAsync(Patience, CancellationToken.None);
        _daemon.Dispose();
        _folder.Dispose();
    }
}
