using Pipelines.Tools;

namespace Pipelines.Targets.DotNet.Rehearsing;

/// <summary>
/// Clean working copies of what is committed, outside the repository so that nothing of it is found by looking upwards.
/// The build class is compiled once, in the first; copies keep the times of its sources, so that it counts as compiled there too.
/// </summary>
/// <param name="root">The repository.</param>
/// <param name="run">Runs commands.</param>
/// <param name="keeps">They stay.</param>
internal sealed class WorkingCopies(AbsolutePath root, Func<Command, CancellationToken, Task<CommandResult>> run, bool keeps) : IAsyncDisposable
{
    /// <summary>Where they are.</summary>
    public AbsolutePath Folder { get; } = AbsolutePath.Parse(Directory.CreateTempSubdirectory("rehearsal-").FullName);

    private AbsolutePath First => Folder / "first";

    private AbsolutePath HandedOver => Folder / "handed-over";

    /// <summary>Makes the first, from which all others are copied, and compiles its build class.</summary>
    /// <exception cref="TargetFailedException">It does not compile from what is committed.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // As CI checks out: the last commit alone, and no tags.
        await run(Quiet("git", "clone", "--quiet", "--depth", "1", "--no-tags", "--", new Uri(root).AbsoluteUri, First), cancellationToken);
        await run(Quiet("git", "-C", First, "remote", "set-url", "--push", "origin", "a-rehearsal-pushes-nothing"), cancellationToken);
        var started = await run(Quiet("bash", "-c", "./build.sh --help") with { WorkingDirectory = First, SuccessCodes = [] }, cancellationToken);
        if (started.ExitCode != 0)
        {
            throw new TargetFailedException($"The build class does not start from what is committed, so no job would:\n{string.Join('\n', started.Output.Concat(started.Error))}");
        }

        // What the compiler needs again, and nobody else.
        (First / ".nuke/temp/bootstrap/artifacts").DeleteDirectory();
    }

    /// <summary>A copy for a job, with what the jobs that it takes over from have left.</summary>
    public async Task<AbsolutePath> OpenAsync(RehearsedJob job, CancellationToken cancellationToken)
    {
        var folder = Folder / job.Name;
        await run(Quiet("cp", "-a", First, folder), cancellationToken);
        if (job.FullHistory)
        {
            // As --unshallow, which refuses what is whole already.
            await run(Quiet("git", "-C", folder, "fetch", "--quiet", "--depth", "2147483647", "--tags", "origin"), cancellationToken);
        }

        foreach (var left in job.Takes.SelectMany(LeftBy))
        {
            left.CopyToDirectory(folder / "output/jobs");
        }

        return folder;
    }

    /// <summary>Puts what the job hands over aside, and takes its copy away.</summary>
    public void Close(RehearsedJob job)
    {
        var folder = Folder / job.Name;
        if ((folder / "output/jobs" / job.Name).DirectoryExists())
        {
            (folder / "output/jobs" / job.Name).CopyToDirectory(HandedOver);
        }

        if (!keeps)
        {
            folder.DeleteDirectory();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!keeps)
        {
            Folder.DeleteDirectory();
        }

        return ValueTask.CompletedTask;
    }

    // All runs of a job that runs several times.
    private IEnumerable<AbsolutePath> LeftBy(string job) => HandedOver.DirectoryExists()
        ? Directory.GetDirectories(HandedOver).Select(AbsolutePath.Parse).Where(folder => folder.Name == job || folder.Name.StartsWith($"{job}.", StringComparison.Ordinal))
        : [];

    private static Command Quiet(string program, params ReadOnlySpan<string> arguments) => Command.Of(program, arguments) with { Quiet = true };
}
