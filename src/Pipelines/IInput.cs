namespace Pipelines;

/// <summary>Where a run gets answers from, beside its arguments and variables.</summary>
public interface IInput
{
    /// <summary>A person types the answers; false for a pipe or a file.</summary>
    bool IsTerminal { get; }

    /// <summary>Asks for one line.</summary>
    /// <param name="question">Shown before the answer, without a line end.</param>
    /// <param name="hidden">What is typed does not appear.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The line, or null when nobody answers.</returns>
    Task<string?> AskAsync(string question, bool hidden, CancellationToken cancellationToken);

    /// <summary>Everything that is piped in.</summary>
    Task<string> ReadToEndAsync(CancellationToken cancellationToken);
}
