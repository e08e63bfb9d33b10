#pragma warning disable RS0030 // The one home of System.Diagnostics.Process.
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Pipelines.Tools;

/// <summary>Starts programs, streams their lines, and leaves none behind when it is cancelled.</summary>
/// <param name="root">Where commands run that name no folder.</param>
/// <param name="time">Measures and limits.</param>
public sealed class ProcessRunner(AbsolutePath root, TimeProvider time) : ICommandRunner
{
    private static readonly CommandMark OfNoRun = new();
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(5);

    /// <summary>Gets each line of commands that are not quiet, one at a time, as it comes.</summary>
    public Action<OutputLine> Output { get; init; } = _ => { };

    /// <summary>Hides secrets in messages of failures.</summary>
    public Func<string, string> Mask { get; init; } = text => text;

    /// <summary>The variables that programs inherit; those of this process unless set.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var failure = new CommandFailure(command, Mask);
        var started = time.GetTimestamp();
        var mark = (Ambient.Current?.Mark ?? OfNoRun).Next();
        using var process = Start(command, mark, failure);
        using var reading = new CancellationTokenSource();
        var lines = new ProcessLines(command.Quiet ? _ => { } : Output);
        var output = lines.ReadAsync(process.StandardOutput, isError: false, reading.Token);
        var error = lines.ReadAsync(process.StandardError, isError: true, reading.Token);
        var input = FeedAsync(process.StandardInput, command.Input);
        using var limit = new CancellationTokenSource(command.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            var gone = await KillAsync(process, mark);
            await input;
            await lines.FinishAsync(output, error, reading, time);
            cancellationToken.ThrowIfCancellationRequested();
            throw failure.TimedOut(command.Timeout!.Value, gone, lines);
        }

        await input;
        await lines.FinishAsync(output, error, reading, time);
        var result = new CommandResult(process.ExitCode, lines.Output, lines.Error, time.GetElapsedTime(started));
        return command.SuccessCodes.IsEmpty || command.SuccessCodes.Contains(process.ExitCode)
            ? result
            : throw failure.Ended(result, command.WorkingDirectory ?? root);
    }

    /// <inheritdoc/>
    public async Task<int> StartDetachedAsync(Command command, AbsolutePath logFile, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new TargetFailedException($"'{command.Program}' cannot be started as a resident program on Windows. Run the build in WSL.");
        }

        // Found first, so that a missing program is told here and not in the log of a shell that is gone.
        var program = Find(command, new CommandFailure(command, Mask));
        Directory.CreateDirectory(logFile.Parent!);
        var shell = DetachedShell.Start(command with { Program = program }, logFile) with { WorkingDirectory = command.WorkingDirectory, Environment = command.Environment };
        var result = await RunAsync(shell, cancellationToken);
        return int.Parse(result.Output[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>Ends what commands left behind whose mark begins so.</summary>
    internal static void KillStrays(string mark)
    {
        foreach (var id in StrayProcesses.With(mark))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
            {
                // It ended by itself.
            }
        }
    }

    private Process Start(Command command, string mark, CommandFailure failure)
    {
        var start = new ProcessStartInfo(Find(command, failure), command.Arguments)
        {
            WorkingDirectory = command.WorkingDirectory ?? root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        ChildEnvironment.Fill(start.Environment, Environment, command.Environment);
        start.Environment[CommandMark.Variable] = mark;
        try
        {
            var process = Process.Start(start)!;

            // A program that asks gets the end of input, and fails, in place of waiting for a person who is not there.
            if (command.Input is null)
            {
                process.StandardInput.Close();
            }

            return process;
        }
        catch (Win32Exception exception)
        {
            throw failure.NotStarted(exception);
        }
    }

    // Beside the reading of its output: a program that answers while it reads would else wait for us, and we for it.
    private static async Task FeedAsync(StreamWriter writer, string? input)
    {
        if (input is null)
        {
            return;
        }

        try
        {
            await writer.WriteAsync(input);
            writer.Close();
        }
        catch (IOException)
        {
            // It ended, or closed its input, without reading everything: its exit code says what that means.
        }
    }

    private string Find(Command command, CommandFailure failure)
    {
        var folder = command.WorkingDirectory ?? root;
        if (!Directory.Exists(folder))
        {
            throw failure.NoFolder(folder);
        }

        var path = command.Environment.GetValueOrDefault("PATH") ?? (Environment is null ? System.Environment.GetEnvironmentVariable("PATH") : Environment.GetValueOrDefault("PATH"));
        return ProgramPath.Find(command.Program, folder, path ?? "") ?? throw failure.NotFound();
    }

    private async Task<bool> KillAsync(Process process, string mark)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            KillStrays(mark);
            using var patience = new CancellationTokenSource(KillPatience, time);
            await process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException or OperationCanceledException)
        {
            return process.HasExited;
        }
    }
}
