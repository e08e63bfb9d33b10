using System.Globalization;

namespace Pipelines;

/// <summary>One of several machines that share a job.</summary>
/// <param name="Index">Which; the first is 1.</param>
/// <param name="Total">How many there are.</param>
public sealed record JobShard(int Index, int Total)
{
    /// <summary>As parameters take it: <c>2/4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Total}");
}
