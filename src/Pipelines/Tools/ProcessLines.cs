using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Collects the two streams of a program and passes their lines on one at a time.</summary>
internal sealed class ProcessLines(Action<OutputLine> sink)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<string> _output = [];
    private readonly List<string> _error = [];

    /// <summary>Standard output so far.</summary>
    public ImmutableArray<string> Output => Copy(_output);

    /// <summary>Standard error so far.</summary>
    public ImmutableArray<string> Error => Copy(_error);

    /// <summary>Reads one stream to its end.</summary>
    public async Task ReadAsync(StreamReader reader, bool isError, CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                lock (_gate)
                {
                    (isError ? _error : _output).Add(line);
                    sink(new(line, isError));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Given up by FinishAsync: the lines so far stand.
        }
    }

    /// <summary>Waits for the rest of both streams once the program has ended, but not for programs it left behind.</summary>
    /// <remarks>A compiler server or build node inherits the streams and would keep them open for minutes.</remarks>
    public async Task FinishAsync(Task output, Task error, CancellationTokenSource reading, TimeProvider time)
    {
        var both = Task.WhenAll(output, error);
        for (var known = -1; !both.IsCompleted && known != Count;)
        {
            known = Count;
            await Task.WhenAny(both, Task.Delay(Silence, time, reading.Token));
        }

        await reading.CancelAsync();
        await both;
    }

    private int Count
    {
        get
        {
            lock (_gate)
            {
                return _output.Count + _error.Count;
            }
        }
    }

    private ImmutableArray<string> Copy(List<string> lines)
    {
        lock (_gate)
        {
            return [.. lines];
        }
    }
}
