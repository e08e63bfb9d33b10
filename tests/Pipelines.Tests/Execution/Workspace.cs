using System.Collections.Immutable;
using Pipelines.Testing;

namespace Pipelines.Tests.Execution;

/// <summary>A root of its own in which build classes run in process.</summary>
internal sealed class Workspace : IDisposable
{
    public ScratchFolder Folder { get; } = new();

    public TimeProvider Time { get; init; } = new SkippingTime();

    public IReadOnlyDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Who answers; a terminal makes the run interactive.</summary>
    public IInput? Input { get; init; }

    public async Task<Ran> RunAsync<T>(string arguments, CancellationToken cancellationToken = default, params Func<T, Delegate>[] defaults)
        where T : PipelineBuild, new()
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var invocation = new BuildInvocation
        {
            Arguments = [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            Environment = Environment,
            Root = Folder.Path,
            Output = output,
            Error = error,
            TimeProvider = Time,
            Input = Input,
            Interactive = Input?.IsTerminal == true,
        };
        var result = await PipelineBuild.RunAsync(invocation, cancellationToken, defaults);
        return new(result, output.ToString(), error.ToString());
    }

    public void Dispose() => Folder.Dispose();
}
