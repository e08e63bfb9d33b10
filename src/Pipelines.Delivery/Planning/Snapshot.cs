using System.Collections.Immutable;
using Pipelines.Delivery.Releases;

namespace Pipelines.Delivery.Planning;

/// <summary>What ran before the first change, read from the platform: what a rollback restores.</summary>
/// <param name="Stable">The release that had the traffic, or null.</param>
/// <param name="Instances">Of the stable release, in force rather than declared.</param>
/// <param name="Weights">Traffic in percent by digest.</param>
public sealed record Snapshot(Release? Stable, int Instances, ImmutableSortedDictionary<string, decimal> Weights);
