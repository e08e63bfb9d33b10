#pragma warning disable RS0030 // end-to-end tests start programs beside the product's own runner, which they test

using System.Diagnostics;
using System.Text;

namespace Pipelines.EndToEnd.Harness;

/// <summary>A program that runs, as a person's shell would have started it.</summary>
internal sealed class ShellRun : IDisposable
{
    private readonly Process _process;
    private readonly string _command;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private ShellRun(Process process, string command)
    {
        _process = process;
        _command = command;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Process id of the program itself.</summary>
    public int Id => _process.Id;

    /// <summary>What it has written until now, both streams.</summary>
    public string Text
    {
        get
        {
            lock (_output)
            {
                lock (_error)
                {
                    return $"{_output}{_error}";
                }
            }
        }
    }

    public static ShellRun Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!, string.Join(' ', start.ArgumentList.Prepend(program)));
    }

    /// <summary>Waits for the end; what has not ended in time is killed with everything it started.</summary>
    /// <exception cref="TimeoutException">It took longer; the message has what was written until then.</exception>
    public async Task<ShellResult> WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            KillTree();
            var reason = _process.HasExited ? "has ended, but something it started still holds its output" : "has not ended";
            throw new TimeoutException($"'{_command}' {reason} after {limit.TotalSeconds:0} s. Until then it wrote:\n{Text}", exception);
        }

        return new(_command, _process.ExitCode, _output.ToString(), _error.ToString(), TimeProvider.System.GetElapsedTime(_start));
    }

    /// <summary>As <c>kill -9</c> on the program alone: what it started lives on.</summary>
    public void Kill() => _process.Kill();

    /// <summary>As <c>kill -9</c> on the program and everything below it.</summary>
    public void KillTree() => _process.Kill(entireProcessTree: true);

    /// <summary>As <c>kill -SIGNAL</c> on the program alone, such as <c>TERM</c> or <c>INT</c>.</summary>
    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            KillTree();
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (text)
        {
            text.Append(line).Append('\n');
        }
    }
}
