using System.Collections.Immutable;

namespace Pipelines.Delivery.Platforms;

/// <summary>Append-only logs that live with the environment of a stage.</summary>
public interface IStageLogs
{
    /// <summary>Lines of a log, oldest first; none when it was never written.</summary>
    /// <param name="log">Name of the log.</param>
    /// <param name="from">Lines to leave out at the start.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ImmutableArray<string>> ReadLogAsync(string log, int from, CancellationToken cancellationToken);

    /// <summary>Adds a line and returns when it is safe on disk.</summary>
    /// <param name="lease">The right to change.</param>
    /// <param name="log">Name of the log.</param>
    /// <param name="length">Lines that the log must have before: compare and swap.</param>
    /// <param name="line">One line, without its end.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FenceException">Someone else wrote, or the lease ended.</exception>
    Task AppendLogAsync(Lease lease, string log, int length, string line, CancellationToken cancellationToken);
}
